import FieldWork
import SyncProtocol

/// Paper that was numbered on this laptop.
struct Printout: Sendable, Equatable {
  /// What is on it.
  enum Kind: Sendable, Equatable {
    /// Lines with prepared codes, for a day without the laptop.
    case daySheet(lines: Int)
    /// Households to walk to.
    case walkingList(WalkingList.Source)
  }

  /// Its number, from 1; given once on a laptop.
  let number: Int
  /// What is on it.
  let kind: Kind
  /// Who had it numbered.
  let member: RowID
  /// When.
  let made: Timestamp
  /// The day on which it was printed.
  var day: LocalDate { LocalDateTime(milliseconds: made.rawValue).date }
  /// The number of this laptop then: it is part of the codes.
  let replica: UInt32

  /// The lines of a day sheet; none of other paper.
  var lines: Int { if case .daySheet(let lines) = kind { lines } else { 0 } }

  /// The code of a line.
  func code(_ line: Int) -> SheetCode { SheetCode(replica: replica, sheet: number, line: line) }
}

/// What became of a line of a day sheet.
struct SheetLine: Sendable, Equatable {
  /// Its number on the sheet.
  let line: Int
  /// The visit that it was entered as; nil for one that was struck out on the paper.
  let visit: RowID?
}
