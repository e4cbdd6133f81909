import FieldWork
import SyncProtocol

/// The records behind numbers that somebody opened: which they are is found out once, however many
/// pages of them are looked at.
final class RecordShelf: Sendable {
  private struct Question: Hashable {
    let number: CountedNumber
    let query: CountQuery
  }

  /// What of a question was rejected.
  typealias Rejected = (kind: CountedKind, count: Int)

  private let rows = Shelf<Question, CountedRows>(maximumCount: 4)
  private let rejected = Shelf<CountQuery, Rejected?>(maximumCount: 8)

  /// The rows of a number.
  func rows(
    of number: CountedNumber, in query: CountQuery, _ reader: RecordReader
  ) throws -> CountedRows {
    try rows.value(for: Question(number: number, query: query), reader) {
      try reader.countedRows(of: number, in: query)
    }
  }

  /// How much of a question was rejected.
  func rejected(in query: CountQuery, _ reader: RecordReader) throws -> Rejected? {
    try rejected.value(for: query, reader) { try reader.rejectedCount(in: query) }
  }
}
