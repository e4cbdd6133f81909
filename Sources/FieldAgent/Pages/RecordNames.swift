import FieldWork
import SyncProtocol

/// What people call a record, with its code behind it; the code alone where it has no name.
///
/// For headings, notices and lists, never for titles and addresses.
func named(_ name: String?, _ codeText: String) -> String {
  name.map { "\($0) · \(codeText)" } ?? codeText
}

extension RecordReader {
  /// What people call a record: whom it is about, where that is known, and its code.
  func called(_ id: RowID, _ kind: RecordCode.Kind) throws -> BilingualText {
    let codeText = try codeText(of: id, in: kind.table)
    switch kind {
    case .household, .resident, .visit, .assist, .submission:
      return BilingualText(same: named(try whom(id, kind), codeText))
    default:
      guard let form = RecordForms.form(of: kind.table.id), let record = try formRecord(form, id)
      else { return BilingualText(same: codeText) }
      return try title(of: record) + BilingualText(same: " · \(codeText)")
    }
  }

  /// Whom a record is about; nil where nobody is named, or is not here.
  private func whom(_ id: RowID, _ kind: RecordCode.Kind) throws -> String? {
    switch kind {
    case .household: return try record(Household.self, id)?.name
    case .resident: return try record(Resident.self, id)?.fullName
    case .visit:
      guard let visit = try record(Visit.self, id) else { return nil }
      let name = try visit.household.flatMap { try whom($0, .household) }
      return [name, visit.date.map(Format.date)].compactMap(\.self).joined(separator: " · ")
    case .assist: return try record(Assist.self, id)?.resident.flatMap { try whom($0, .resident) }
    case .submission:
      return try record(Submission.self, id)?.resident.flatMap { try whom($0, .resident) }
    default: return nil
    }
  }
}
