import FieldWork

/// Counts that were made already, for as long as nothing is recorded: several pages show numbers of the
/// same question, and those of a province take the better part of a second.
final class CountShelf: Sendable {
  /// All groups that are kept, each of some 250 bytes.
  private static let maximumGroups = 100_000

  private let shelf = Shelf<CountQuery, Count>(maximumWeight: maximumGroups) { 1 + $0.groups.count }

  /// What `RecordReader.count` answers.
  ///
  /// - Parameter reader: within one transaction.
  func count(_ query: CountQuery, _ reader: RecordReader) throws -> Count {
    try shelf.value(for: query, reader) { try reader.count(query) }
  }

  /// What `RecordReader.counts` answers; the divisions that are not kept are of one reading.
  func counts(
    _ query: CountQuery, by divisions: [[CountDimension]], _ reader: RecordReader
  ) throws -> [Count] {
    let questions = divisions.map { dimensions in
      var divided = query
      divided.dimensions = dimensions
      return divided
    }
    return try shelf.values(for: questions, reader) { missing in
      try reader.counts(query, by: missing.map(\.dimensions))
    }
  }
}
