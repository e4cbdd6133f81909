import FieldWork

/// The flags of periods that somebody looked at: a campaign's week takes seconds to look through.
final class FlagShelf: Sendable {
  private let shelf = Shelf<Period, FlagSheet>(maximumCount: 4)

  /// The flags of a period.
  func sheet(_ period: Period, _ reader: RecordReader) throws -> FlagSheet {
    try shelf.value(for: period, reader) { try reader.flagSheet(period) }
  }
}
