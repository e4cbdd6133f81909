/// What must hold in every world.
///
/// The first thirteen are the numbered invariants of the sync engine's design, in its words; the
/// rest are what the simulator asks beside them. A check after a step looks at the replicas that
/// the step touched; a check at the end, after the last fault and when everybody has synced, looks
/// at all of them. Some hold for one exchange and are checked there and then.
///
/// | number | checked | in |
/// |---|---|---|
/// | 1, 2 | after every step; 2 with the whole past of every batch at the end | Invariants+Chains, |
/// | | | Invariants+Dependencies |
/// | 3 | at the end | Invariants+Order |
/// | 4, 8 | after every step; 4 with typed columns at the end | Invariants+State |
/// | 5 | after every step | Invariants+Places |
/// | 6 | after every step, and that it happens at all at the end | Invariants+Purge |
/// | 7 | at every act | Invariants+Clocks |
/// | 9 | at every request and every meeting of neighbours | Invariants+Receipts |
/// | 10 | at the end, and whenever a laptop finds itself at the centre's frontier | Invariants+State |
/// | 11 | at the end | Invariants+State |
/// | 12 | after every step; that keys are destroyed at the end | Invariants+Erasure |
/// | 13 | after every step, and at every answer of the centre | Invariants+Arrivals |
/// | identity | at every decoding; of merged rows wholly at the end | StoreLog, |
/// | | | Invariants+State |
/// | durability, atomicity | after every step, crash and act | Invariants+Recovery |
/// | damage | at every damaged message | World+Rounds |
/// | healing | at the end | World+Healing |
///
/// To add one: a case here, a function named `check…` in a file of this folder, a row in the table,
/// and a line in `stepChecks` or `endChecks`.
enum Invariant: String, Sendable {
  case chains = "1 chains dense, linked, signed"
  case causality = "2 nothing merged before its dependencies"
  case order =
    "3 any order, any repetition, any re-closing gives the same state bytes and digest"
  case heads = "4 heads = maximal writes by prev; shown = greatest"
  case places =
    "5 every local op is in exactly one of outbox or batch; every batch has a receipt or is kept"
  case purge =
    "6 no row of an ungranted scope after the purge; no unsent op purged"
  case clocks =
    "7 a right clock never writes a time ahead of corrected now except above a head it saw"
  case sums = "8 incremental sums = recomputed"
  case receipts = "9 merged + held + duplicate + needs-upgrade + refused = received"
  case frontiers = "10 equal frontiers have equal bytes"
  case counts = "11 any count = a recount over the union"
  case erasure =
    "12 after an erasure is acknowledged no replica, stick or backup can read the value"
  case arrivals = "13 no arrival number is skipped or reused within an epoch"
  case identity = "a dot is never issued twice"
  case durability = "a committed act is never lost"
  case atomicity = "an act is written whole or not at all"
  case damage = "damaged bytes change nothing"
  case healing = "after the last fault everybody agrees"
  case unexpected = "only announced errors occur"
}

extension Invariant {
  /// One check of one machine.
  typealias MachineCheck = @Sendable (World, Machine, StoreLog) throws -> Void

  /// What is checked of every machine that a step touched.
  static let stepChecks: [(invariant: Invariant, check: MachineCheck)] = [
    (.chains, { try $0.checkChains($1, $2) }),
    (.causality, { try $0.checkCausality($1, $2) }),
    (.places, { try $0.checkPlaces($1, $2) }),
    (.purge, { try $0.checkPurge($1, $2) }),
    (.durability, { try $0.checkPromises($1, $2) }),
    (.erasure, { try $0.checkErasures($1, $2) }),
    (.arrivals, { try $0.checkArrivals($1, $2) }),
    (.heads, { try $0.checkState($1, $2) }),
  ]

  /// What is checked of every machine at the end, beside all of the above.
  static let endChecks: [(invariant: Invariant, check: MachineCheck)] = [
    (.heads, { try $0.checkColumns($1, $2) }),
    (.counts, { try $0.checkCounts($1, $2) }),
    (.identity, { try $0.checkOneMeaning($1, $2) }),
    (.erasure, { try $0.checkErasuresDone($1, $2) }),
  ]
}

/// A broken invariant, before it is known where the world stood.
struct Violation: Error {
  var invariant: Invariant
  var detail: String

  init(_ invariant: Invariant, _ detail: String) {
    self.invariant = invariant
    self.detail = detail
  }

  /// Throws unless something holds.
  static func unless(
    _ holds: Bool, _ invariant: Invariant, _ detail: @autoclosure () -> String
  ) throws {
    if !holds { throw Violation(invariant, detail()) }
  }
}

extension World {
  /// Checks the machines that a step touched.
  func checkStep() throws {
    for machine in touched where machines.contains(where: { $0 === machine }) {
      let log = try log(of: machine)
      for (_, check) in Invariant.stepChecks { try check(self, machine, log) }
    }
  }

  /// Checks every machine wholly, and all of them against each other.
  func checkEverything() throws {
    for machine in machines {
      let log = try log(of: machine)
      for (_, check) in Invariant.stepChecks + Invariant.endChecks { try check(self, machine, log) }
    }
    try checkFrontiers()
    let other = try checkAnyOrder()
    // The production code's own verification reads everything: of one machine a world.
    try checkOwnVerification(
      of: random.pick([centre, random.pick(laptops) ?? centre, other]) ?? other)
  }
}
