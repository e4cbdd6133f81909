import FieldWork
import SyncProtocol
import Web

/// The kinds of records with pages at the centre that forms describe, and where those pages are.
enum CentreForms {
  /// What coordinators see, change and take back on pages.
  static let all = [
    RecordForms.campaign, RecordForms.session, RecordForms.attendance, RecordForms.tally,
    RecordForms.task, RecordForms.difficulty, RecordForms.device, RecordForms.member,
    RecordForms.team,
  ]

  /// Fields that have a page of their own.
  static let elsewhere = [CampaignTable.definition.id: CampaignTable.households.id]

  /// The form of a noun; nil where it has no page.
  static func form(_ noun: String) -> RecordForm? {
    all.first { $0.noun.utf8.elementsEqual(noun.utf8) }
  }

  /// The form of a kind of record; nil where it has no page.
  static func form(of kind: RecordCode.Kind) -> RecordForm? { all.first { $0.kind == kind } }

  /// The fields that the form's own page asks for.
  static func fields(of form: RecordForm) -> [FormField] {
    form.fields.filter { elsewhere[form.table.id] != $0.definition.id }
  }

  /// The page of a record; nil for what has none.
  static func path(of code: String) -> String? {
    guard let code = try? RecordCode(parsing: code) else { return nil }
    switch code.kind {
    case .member: return "\(PeoplePages.path)/\(code.text)"
    case .campaign: return "\(CampaignPages.path)/\(code.text)"
    case .session: return "\(SessionPages.path)/\(code.text)"
    // Hamlets stand on the page of their unit.
    case .place: return nil
    default: return "\(RecordShowPage.path)/\(code.text)"
    }
  }

  /// The code of a record, as the way to its page where it has one.
  static func link(_ code: String) -> HTML {
    path(of: code).map { path in element("a", ["href": path]) { code } } ?? .text(code)
  }

  /// Where a new record of a kind is written down.
  ///
  /// - Parameters:
  ///   - about: the code of the record that it is about.
  ///   - values: what its fields begin with, by option.
  static func path(
    adding form: RecordForm, about: String? = nil, _ values: [(name: String, value: String)] = []
  ) -> String {
    let items = (about.map { [(RecordFormPages.aboutName, $0)] } ?? []) + values
    return RecordFormPages.newPath(form) + PageQuery.text(items)
  }
}
