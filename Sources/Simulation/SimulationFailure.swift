/// A world that broke one of its invariants, with all that is needed to see it again.
package struct SimulationFailure: Error, Sendable, CustomStringConvertible {
  /// The seed that repeats it.
  package var seed: UInt64
  /// The step after which it showed.
  package var step: Int
  /// What was broken: the number in the design and a few words.
  package var invariant: String
  /// Where, and how.
  package var detail: String
  /// What happened last, oldest first.
  package var trace: [String]

  /// Everything, for a person.
  package var description: String {
    """
    SEED=\(seed) step \(step): \(invariant)
      \(detail)
    \(trace.map { "  \($0)" }.joined(separator: "\n"))
    """
  }
}

/// A broken invariant, before it is known where the world stood.
struct Violation: Error {
  var invariant: Invariant
  var detail: String

  init(_ invariant: Invariant, _ detail: String) {
    self.invariant = invariant
    self.detail = detail
  }
}

/// The invariants that are checked; numbers as in the design.
enum Invariant: String {
  case chains = "1 chains are dense, linked and signed"
  case causality = "2 nothing is merged before its dependencies"
  case order = "3 any order and repetition gives the same state"
  case heads = "4 heads are the writes that no other replaced, and the greatest is shown"
  case places = "5 every operation is in exactly one of outbox and batch"
  case clocks = "7 a right clock writes no time ahead of corrected now"
  case digests = "8 the kept digest is the sum of the rows"
  case receipts = "9 merged + held + duplicate + needs-upgrade + refused = received"
  case frontiers = "10 equal frontiers have equal bytes"
  case counts = "11 a count over merged rows is a recount over all operations"
  case arrivals = "13 no arrival number is skipped or reused"
  case durability = "a committed act is never lost"
  case atomicity = "an act is written whole or not at all"
  case damage = "damaged bytes change nothing"
  case healing = "after the last fault everybody agrees"
  case unexpected = "only announced errors occur"
}

extension Violation {
  /// Throws unless something holds.
  static func unless(
    _ holds: Bool, _ invariant: Invariant, _ detail: @autoclosure () -> String
  ) throws {
    if !holds { throw Violation(invariant, detail()) }
  }
}
