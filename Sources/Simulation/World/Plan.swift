import Randomness

/// All that chance decides about a world before it begins: its size, the part of the fault menu and
/// of people's acts that it draws, and the steps, each with a seed of its own.
///
/// Because a step's choices come from its own seed, a step can be left out and the others stay what
/// they were; that is how a failing world is made smaller.
struct Plan: Sendable {
  /// What happens in a step.
  enum Deed: Sendable {
    case actAtLaptop, actAtCentre, round
    case fault(Fault)
  }

  /// One step.
  struct Step: Sendable {
    /// Its place in the world as it was drawn, from 1.
    var number: Int
    /// Where its choices come from.
    var seed: UInt64
    /// What happens.
    var deed: Deed
    /// Which laptop, modulo how many there are.
    var laptop: Int
    /// What a disk does wrong meanwhile: the laptop's or the centre's.
    var disk: (fault: DiskFault, isAtCentre: Bool)?
    /// What becomes of a request and of an answer.
    var there: Network.Fate
    var back: Network.Fate
  }

  /// The seed of the whole.
  let seed: UInt64
  /// Hamlets, one scope each.
  let hamletCount: Int
  /// Laptops at the beginning.
  var laptopCount: Int
  /// The drawn part of the menu.
  let faults: [Fault]
  /// The drawn part of what people do.
  let acts: [FieldAct]
  /// What happens before everything heals.
  var steps: [Step]

  /// Draws a world.
  init(seed: UInt64, steps count: Int) {
    self.seed = seed
    var random = SeededGenerator(seed: seed, part: 0)
    hamletCount = random.pick([(4, 2), (2, 3), (1, 5)])
    laptopCount = random.pick([(3, 2), (3, 3), (1, 4)])
    let faults = FaultMenu.draw(&random)
    self.faults = faults
    acts = FieldAct.draw(&random)

    let deeds: [(weight: Int, choice: Deed)] =
      [(42, .actAtLaptop), (9, .actAtCentre), (22, .round)]
      + faults.filter(\.isStep).map { ($0.weight, .fault($0)) }
    let fates: [(weight: Int, choice: Network.Fate)] = faults.compactMap { fault in
      if case .message(let fate) = fault.kind { (fault.weight, fate) } else { nil }
    }
    let disks: [(weight: Int, choice: Fault)] = faults.compactMap { fault in
      if case .disk = fault.kind { (fault.weight, fault) } else { nil }
    }
    let fatePercent = random.pick([(1, 10), (3, 40), (1, 80)])
    let diskPercent = random.pick([(2, 8), (3, 20), (1, 45)])
    steps = (1..<count + 1).map { number in
      let hasDiskFault = !disks.isEmpty && random.chance(diskPercent)
      let fault: Fault? = hasDiskFault ? random.pick(disks) : nil
      func fate() -> Network.Fate {
        fates.isEmpty || !random.chance(fatePercent) ? .arrives : random.pick(fates)
      }
      var step = Step(
        number: number, seed: random.next(), deed: random.pick(deeds),
        laptop: random.below(1_000), disk: nil, there: fate(), back: fate())
      // Only a request can be put off.
      if step.back == .refused { step.back = .lost }
      if let fault, case .disk(let draw) = fault.kind {
        step.disk = (draw(&random), random.chance(30))
      }
      return step
    }
  }

  /// True when a fault of the menu was drawn.
  func plays(_ fault: Fault) -> Bool { faults.contains { $0.name == fault.name } }

  /// Size and menu, for the trace.
  var description: String {
    "\(laptopCount) laptops, \(hamletCount) hamlets, \(steps.count) steps; menu: "
      + (faults.isEmpty ? "nothing" : faults.map(\.name).joined(separator: ", "))
  }
}
