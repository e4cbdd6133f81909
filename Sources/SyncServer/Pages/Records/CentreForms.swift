import FieldWork
import SyncProtocol
import Web

/// The kinds of records with pages at the centre that forms describe, and where those pages are.
enum CentreForms {
  /// What coordinators see, change and take back on pages of their own, or of what it is about.
  private static let ofWork = [
    RecordForms.campaign, RecordForms.session, RecordForms.attendance, RecordForms.tally,
    RecordForms.task, RecordForms.difficulty, RecordForms.device, RecordForms.member,
    RecordForms.team, RecordForms.hamlet,
  ]

  /// What the centre keeps for everybody beside the roster, each kind with a list of its own.
  static let catalogue = RecordForms.ofCentre.filter { form in
    !ofWork.contains { $0.noun == form.noun }
  }

  /// All kinds.
  static let all = ofWork + catalogue

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
    case .team: return "\(RosterPage.path)/\(code.text)"
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

  /// The page of a record of any of these kinds.
  static func path(of record: FormRecord) -> String {
    path(of: record.header.codeText) ?? "\(RecordShowPage.path)/\(record.address)"
  }

  /// The record that an address names: by its code, or where the kind has none by kind and row.
  static func record(_ address: String, _ reader: RecordReader) throws -> FormRecord? {
    if let kind = (try? RecordCode(parsing: address))?.kind {
      guard let form = form(of: kind) else { return nil }
      return try reader.formRecord(form, reader.resolveOne(address, as: kind))
    }
    guard let dash = address.lastIndex(of: "-"),
      let form = form(String(address[..<dash])), form.kind == nil,
      let row = Int64(address[address.index(after: dash)...]).flatMap(RowID.init(rawValue:))
    else { return nil }
    return try reader.formRecord(form, row)
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
