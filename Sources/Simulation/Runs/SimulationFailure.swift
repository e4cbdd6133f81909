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
  /// The world's size and its part of the fault menu.
  package var menu: String
  /// What happened last, oldest first.
  package var trace: [String]

  /// Everything, for a person.
  package var description: String {
    """
    SEED=\(seed) step \(step): \(invariant)
      \(detail)
      \(menu)
    \(trace.map { "  \($0)" }.joined(separator: "\n"))
    """
  }
}
