import Randomness

/// One entry of the fault menu: something that goes wrong, by a name that traces and records use.
struct Fault: Sendable {
  /// How a fault enters a world.
  enum Kind: Sendable {
    /// A step of its own; the machine is a laptop drawn for it.
    case step(@Sendable (World, Machine) throws -> Void)
    /// Ordered at a disk before a step, and ended after it.
    case disk(@Sendable (inout SeededGenerator) -> DiskFault)
    /// What becomes of a message on its way.
    case message(Network.Fate)
  }

  /// What people call it.
  let name: String
  /// How often it happens, beside the others of its kind that a world has drawn; an act of a person
  /// at a laptop weighs 42.
  let weight: Int
  /// How it enters a world.
  let kind: Kind

  /// Names a fault.
  init(_ name: String, weight: Int, _ kind: Kind) {
    precondition(weight > 0, "a fault that never happens does not stand in the menu")
    self.name = name
    self.weight = weight
    self.kind = kind
  }

  /// True for a step of its own.
  var isStep: Bool { if case .step = kind { true } else { false } }
}
