import CommandLine
import FieldWork

/// What a reader must know beside numbers: which laptops they cover, or what is not handed over.
package struct Completeness: Sendable {
  /// What people read, one sentence a line.
  package let lines: [BilingualText]
  /// The same with stable keys.
  package let members: [JSONValue.Member]
  /// Whether no laptop that could tell has reported of the period.
  package let isSilent: Bool

  /// Gathers both, with the records of which something waits for a ruling.
  ///
  /// - Parameter command: the one that lists them here.
  package init(
    _ lines: [BilingualText], _ member: JSONValue.Member, awaited: AwaitedRulings, command: String,
    isSilent: Bool = false
  ) {
    self.isSilent = isSilent
    self.lines = lines + [awaited.words(command: command)].compactMap(\.self)
    members = [
      member,
      .init(
        "awaiting_ruling",
        [
          "visits": .integer(Int64(awaited.visits)), "assists": .integer(Int64(awaited.assists)),
          "submissions": .integer(Int64(awaited.submissions)),
        ]),
    ]
  }
}
