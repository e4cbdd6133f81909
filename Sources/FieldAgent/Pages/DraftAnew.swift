import FieldWork
import Pages
import SyncProtocol
import Web

/// What was typed into a form whose record was voided, made a form of a new record.
enum DraftAnew {
  /// Whether a draft of this kind can become a record of its own: assists and dossiers belong to the
  /// visit that they were recorded at.
  static func isPossible(_ draft: PageDraft) -> Bool {
    switch draft.kind {
    case .householdEdit, .residentEdit, .visitEdit, .recordEdit: true
    default: false
    }
  }

  /// Begins the form of the new record with everything that stands in the old one.
  static func begin(_ draft: PageDraft, _ request: LaptopRequest) throws -> HTTPResponse {
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("draft") }
    let reader = request.reader
    let fields = draft.fields.map { (name: $0.name, value: $0.value) }
    switch draft.kind {
    case .householdEdit:
      let place = try reader.existing(Household.self, subject).place
      return try fresh(
        .household, about: nil,
        [("place", place.map { String($0.rawValue) } ?? "")] + fields, request)
    case .residentEdit:
      let household = try reader.existing(Resident.self, subject).household
      return try fresh(.resident, about: household, fields, request)
    case .visitEdit:
      let household = try reader.existing(Visit.self, subject).household
      return try fresh(.visit, about: household, fields, request)
    case .recordEdit(let noun):
      guard let form = RecordForms.ofField.first(where: { $0.noun == noun }),
        let record = try reader.formRecord(form, subject)
      else { throw FieldError.noSuchRecord(noun) }
      let values = try form.fields.map { field -> (name: String, value: String) in
        let standing =
          field.isSet
          ? try reader.typedTexts(of: field, in: record).joined(separator: " ")
          : try reader.typedText(of: field, in: record)
        return (field.option, draft[field.option] ?? standing)
      }
      return try fresh(
        .record(noun: noun), about: nil, [(RecordEntry.aboutField, "")] + values, request)
    default: throw FieldError.noSuchRecord("draft")
    }
  }

  /// A form that is begun beside any that is open: what was typed elsewhere stays what it is. What it
  /// begins with was typed by somebody, also where its kind of form is filled in when it begins.
  private static func fresh(
    _ kind: PageDraft.Kind, about subject: RowID?, _ fields: [(name: String, value: String)],
    _ request: LaptopRequest
  ) throws -> HTTPResponse {
    var random = request.laptop.random
    let now = request.clock.wall
    let empty = try request.drafts.begin(
      kind, about: subject, by: request.member, at: now, random: &random
    ) { _ in false }
    let begun = try request.drafts.write(
      fields.map { ($0.name, "") }, to: empty, seen: empty.revision, at: now
    ).draft
    let draft = try request.drafts.write(fields, to: begun, seen: begun.revision, at: now).draft
    return .seeOther(DraftPages.path(draft))
  }
}
