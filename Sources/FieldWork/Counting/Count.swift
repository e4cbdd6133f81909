import SQLite
import SyncProtocol

/// The numbers of a period as one store knows them.
package struct Count: Hashable, Sendable {
  /// One group.
  package struct Group: Hashable, Sendable {
    /// Where it stands, one key for each dimension of the query.
    package let keys: [CountKey]
    /// Its numbers.
    package let numbers: CountNumbers

    /// A group.
    package init(keys: [CountKey], numbers: CountNumbers) {
      self.keys = keys
      self.numbers = numbers
    }
  }

  /// A reason with how many assists have it.
  package struct ReasonCount: Hashable, Sendable {
    /// Why they do not count, or not yet.
    package let reason: CountReason
    /// How many.
    package let assists: Int
  }

  /// The question.
  package let query: CountQuery
  /// The whole period.
  package let total: CountNumbers
  /// The groups, in an order that is the same on every machine; empty without dimensions.
  package let groups: [Group]
  /// Why assists of the period do not count, in the order of `CountReason`.
  package let reasons: [ReasonCount]
  /// Assists whose visit is not here or has no date: they are in no period.
  package let undatedAssists: Int
}

/// Counting: SQL gathers the facts of every record of the period, the one rule in
/// `AssistFacts.verdict` judges each assist, and Swift adds up.
///
/// Streaming the rows keeps the rule in one place; the same rule written again as SQL would be a
/// second truth.
extension RecordReader {
  /// Counts a period; the same function on every laptop and at the centre.
  ///
  /// - Parameter persons: who is one person; what the links of this store say when nil.
  package func count(_ query: CountQuery, _ persons: Persons? = nil) throws -> Count {
    try connection.transaction(.deferred) {
      var run = try CountRun([query], self, try persons ?? self.persons(.resident))
      return try run.run()[0]
    }
  }

  /// Counts one question divided in several ways, reading every record once: what each way alone
  /// would answer, in their order.
  ///
  /// - Parameter divisions: what it is divided by each time, instead of its own dimensions.
  package func counts(_ query: CountQuery, by divisions: [[CountDimension]]) throws -> [Count] {
    guard !divisions.isEmpty else { return [] }
    return try connection.transaction(.deferred) {
      let queries = divisions.map { dimensions in
        var divided = query
        divided.dimensions = dimensions
        return divided
      }
      var run = try CountRun(queries, self, try persons(.resident))
      return try run.run()
    }
  }
}
