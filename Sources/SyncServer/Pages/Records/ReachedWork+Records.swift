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
    guard record.form.noun == RecordForms.campaign.noun else {
      return holdsOwner(of: record)
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
      return holdsOwner(of: record)
    }
    let scopes = try reader.campaignScopes(record)
    return !scopes.isEmpty && scopes.allSatisfy { holds(scope: $0) }
  }

  private func holdsOwner(of record: FormRecord) -> Bool {
    if case .references = record.form.home { return holds(scope: record.header.scope) }
    return holds(team: record.team)
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
    if form.noun == RecordForms.team.noun { return header.id }
    return form.fields.first { $0.definition.name == "team" }
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
