import Replica
import SyncProtocol

/// Whom or what an erasure is about, as people name it.
package struct ErasedSubject: Sendable {
  /// The row that it stands in; nil where this store does not have it.
  package let row: (table: TableDefinition, id: RowID)?
  /// The code of that.
  package let code: String
  /// Whether it is the name of a household and nothing else of it.
  package let isName: Bool

  /// The code, and what of it where that is not all.
  package var words: BilingualText {
    guard isName else { return BilingualText(same: code) }
    return BilingualText(vi: "\(code) (chỉ tên hộ)", en: "\(code) (the household's name only)")
  }
}

extension FieldStore {
  /// Whom or what an erasure is about.
  package func subject(of erasure: ErasureState) throws -> ErasedSubject {
    let id = erasure.named ?? erasure.subject
    let table = try [ResidentTable.definition, HouseholdTable.definition].first {
      try store.row($0.id, id) != nil
    }
    return ErasedSubject(
      row: table.map { ($0, id) },
      code: try table.map { try reader.codeText(of: id, in: $0) } ?? "#\(id.rawValue)",
      isName: erasure.named != nil)
  }
}
