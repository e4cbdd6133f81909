import FieldWork
import Replica
import SyncProtocol

/// Pairs that were looked for already: comparing a commune's register takes a second.
final class DuplicateShelf: Sendable {
  /// More residents than this are looked through commune by commune: 120 MB of memory.
  static let residentLimit = 400_000

  private struct Question: Hashable {
    let kind: DuplicateKind
    let unit: String?
    let day: LocalDate
  }

  private let shelf = Shelf<Question, OpenDuplicates>(maximumCount: 8)

  /// The pairs of a commune, or of the whole centre; nil where that is too much at once.
  func pairs(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate, _ reader: RecordReader
  ) throws -> OpenDuplicates? {
    guard try unit != nil || reader.residentCount() <= Self.residentLimit else { return nil }
    return try shelf.value(for: Question(kind: kind, unit: unit, day: day), reader) {
      switch kind {
      case .resident: try reader.openDuplicates(inUnit: unit)
      case .household: try reader.openDuplicateHouseholds(inUnit: unit, on: day)
      }
    }
  }
}

/// What may be recorded twice; raw values stand in addresses.
enum DuplicateKind: String, CaseIterable, Sendable {
  case resident
  case household

  /// The kind of their codes.
  var record: RecordCode.Kind {
    switch self {
    case .resident: .resident
    case .household: .household
    }
  }

  /// What people call them.
  var words: BilingualText {
    switch self {
    case .resident: BilingualText(vi: "người dân", en: "residents")
    case .household: BilingualText(vi: "hộ", en: "households")
    }
  }
}

extension RecordReader {
  /// The scope of a row; nil where it is not here.
  func scope(of row: RowID, in table: TableDefinition) throws -> ScopeID? {
    try connection.row(
      "SELECT scope FROM \"\(table.name)\" WHERE rid = ?", .integer(row.rawValue)
    ) { try $0.integer(at: 0) }.flatMap(ScopeID.init(rawValue:))
  }
}
