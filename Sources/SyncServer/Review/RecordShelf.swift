import FieldWork
import Replica
import Synchronization
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

  /// Makes what stands for records in lists; another one each time that the centre is served.
  private let secret = Mutex<[UInt8]>([])
  private let surroundings: Surroundings
  private let masked = Shelf<Question, MaskedRecords>(maximumCount: 4)
  private let rows = Shelf<Question, CountedRows>(maximumCount: 4)
  private let rejected = Shelf<CountQuery, Rejected?>(maximumCount: 8)

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Random bytes, without which nobody finds a record from what stands for it.
  private func drawnSecret() -> [UInt8] {
    secret.withLock { secret in
      if secret.isEmpty {
        var random = surroundings.generator()
        secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      }
      return secret
    }
  }

  /// The records of a number with what may be told of each.
  func masked(
    _ number: CountedNumber, in query: CountQuery, _ reader: RecordReader
  ) throws -> MaskedRecords {
    let question = Question(number: number, query: query)
    return try masked.value(for: question, reader) {
      let rows = try rows(of: number, in: query, reader)
      // Of one list alone: two lists have nothing in common by which they could be laid together.
      let list = drawnSecret() + Array("\(number.rawValue) \(Self.name(of: query)) ".utf8)
      return try reader.maskedRecords(
        rows.page(nil, isDescending: false, offset: 0, limit: rows.count).rows, number.kind,
        by: TrainerLine.span(of: query.period)
      ) { row in
        let hash = Primitives.standard.hash(list + Array(String(row.rawValue).utf8)).bytes
        return hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      }
    }
  }

  /// Tells a question from every other one.
  private static func name(of query: CountQuery) -> String {
    let filters = query.filters.sorted { $0.key.key < $1.key.key }.map { dimension, keys in
      "\(dimension.key)="
        + keys.map { $0.address(along: dimension) }.sorted().joined(separator: ",")
    }
    let borders = [query.territory?.name].compactMap(\.self)
    return ([query.period.description] + borders + filters).joined(separator: " ")
  }

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
