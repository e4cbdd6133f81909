import FieldWork
import SyncProtocol

/// Which records that forms describe are within reach.
///
/// Field work lies in a scope. What lies in everybody's scope belongs to the team that it names, a
/// campaign to the hamlets that it names.
extension ReachedWork {
  /// Whether a record may be shown.
  func mayShow(_ record: FormRecord, _ reader: RecordReader) throws -> Bool {
    if isEverything { return true }
    guard clearsRecords else { return false }
    // What is kept for everybody is everybody's to know.
    if CataloguePages.path(holding: record.form) != nil { return true }
    guard record.form.noun == RecordForms.campaign.noun else {
      return try holdsOwner(of: record, reader)
    }
    // One for everybody is everybody's to know.
    let scopes = try reader.campaignScopes(record)
    return scopes.isEmpty || scopes.contains { holds(scope: $0) }
  }

  /// Whether a record may be changed: nobody changes what reaches further than they do.
  func mayWrite(_ record: FormRecord, _ reader: RecordReader) throws -> Bool {
    if isEverything { return true }
    guard clearsRecords else { return false }
    guard record.form.noun == RecordForms.campaign.noun else {
      return try holdsOwner(of: record, reader)
    }
    let scopes = try reader.campaignScopes(record)
    return !scopes.isEmpty && scopes.allSatisfy { holds(scope: $0) }
  }

  private func holdsOwner(of record: FormRecord, _ reader: RecordReader) throws -> Bool {
    if case .references = record.form.home { return holds(scope: record.header.scope) }
    switch record.form.noun {
    case RecordForms.hamlet.noun: return try holds(hamlet: record.header.id, reader)
    case RecordForms.team.noun:
      // By its hamlet, so that one that was added this moment is within reach.
      guard let place = record.row(TeamTable.place) else { return holds(team: record.header.id) }
      return try holds(hamlet: place, reader)
    default: return try holdsSubject(of: record, reader)
    }
  }

  /// Whether what is kept for everybody is about a unit, hamlet or team within reach, and nothing else.
  private func holdsSubject(of record: FormRecord, _ reader: RecordReader) throws -> Bool {
    func field(_ name: String) -> FieldDefinition? {
      record.form.fields.first { $0.definition.name == name }?.definition
    }
    if let place = field("place").flatMap(record.row) { return try holds(hamlet: place, reader) }
    if let team = record.team { return holds(team: team) }
    if let code = field("unit").flatMap(record.text) { return code == unit }
    return holds(team: nil)
  }

  /// Whether a hamlet is within reach, also one of a unit's that was added this moment.
  private func holds(hamlet: RowID, _ reader: RecordReader) throws -> Bool {
    guard let place = try reader.record(Place.self, hamlet) else { return false }
    if holds(place) { return true }
    return try unit != nil && PlaceMap(reader).unit(of: place, on: .latest) == unit
  }
}

/// What somebody wanted to write belongs to places or teams that they do not see.
struct BeyondReach: CentreProblem {
  var code: String { "beyond-reach" }
  var category: ErrorCategory { .notAllowed }
  var words: BilingualText {
    BilingualText(
      vi: "Chưa ghi gì: nơi hoặc tổ đã chọn nằm ngoài phạm vi của bạn, hoặc chưa chọn nơi hay tổ "
        + "nào trong phạm vi ấy.",
      en: "Nothing was written: the place or team that was chosen is beyond your reach, or none "
        + "within it was chosen.")
  }
}

extension FormRecord {
  /// The team that a record of everybody's scope belongs to; nil where it names none.
  fileprivate var team: RowID? {
    form.fields.first { $0.definition.name == "team" }
      .flatMap { self[$0.definition]?.value?.integer }.flatMap(RowID.init(rawValue:))
  }

  /// The record that a field names; nil where it names none.
  func row(_ field: FieldDefinition) -> RowID? {
    self[field]?.value?.integer.flatMap(RowID.init(rawValue:))
  }

  /// The day in a field; nil where there is none.
  func day(_ field: FieldDefinition) -> LocalDate? {
    self[field]?.value?.integer.map { LocalDate(daysSince1970: Int(clamping: $0)) }
  }

  /// The text in a field; nil where there is none.
  func text(_ field: FieldDefinition) -> String? { self[field]?.value?.text }

  /// The number in a field; nil where there is none.
  func number(_ field: FieldDefinition) -> Int64? { self[field]?.value?.integer }
}
