import FieldWork
import SQLite

/// How far what pages show has come; two equal marks mean that laptops, rulings and commands have
/// changed nothing between.
struct LiveMark: Equatable, Sendable {
  /// What browsers send back; it says nothing about anybody.
  let text: String

  /// The mark of this moment: what was merged, held, refused, ruled, when laptops last came, and what
  /// was found beside the pages.
  ///
  /// What the centre keeps about its own pages, such as the log of who saw what, has no part in it:
  /// looking at a page would change it.
  init(_ reader: RecordReader, of centre: Centre) throws {
    let work = try WorkMark(reader)
    let rounds = try reader.connection.row(
      """
      SELECT (SELECT coalesce(max(position), 0) FROM refusal), (SELECT count(*) FROM peer),
        (SELECT coalesce(sum(last_round), 0) FROM peer)
      """
    ) { row in try (0..<3).map { try row.integer(at: $0) } }
    let numbers =
      [work.arrivals, work.lastBatch, work.lastOwn] + (rounds ?? []) + centre.lastSearches
    text = numbers.map { String($0, radix: 36) }.joined(separator: "-")
  }
}
