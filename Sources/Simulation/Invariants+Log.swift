import Replica
import SQLite
import SyncProtocol

/// Invariants of logs: cheap enough for every step.
extension World {
  /// Checks the machines that a step touched.
  func checkStep(_ touched: [Machine]) throws {
    for machine in touched {
      let log = try log(of: machine)
      try checkChains(machine, log)
      try checkCausality(machine, log)
      try checkPlaces(machine, log)
      try checkArrivals(machine, log)
      try checkState(machine, log, full: false)
    }
  }

  /// 1: dense, linked, and nobody here forks. (Signatures: `BatchDecoder`.)
  func checkChains(_ machine: Machine, _ log: StoreLog) throws {
    var chains: [ScopeID: [ReplicaID: [UInt64: DecodedBatch]]] = [:]
    for entry in log.entries where entry.isMerged {
      let header = entry.batch.header
      let replaced = chains[header.scope, default: [:]][header.replica, default: [:]]
        .updateValue(entry.batch, forKey: header.sequence)
      try Violation.unless(
        replaced == nil, .chains,
        "\(machine.label): two batches \(header.sequence) of \(header.replica.rawValue)")
    }
    for chain in chains.values.flatMap(\.values) {
      for (sequence, batch) in chain {
        let predecessor = sequence == 1 ? .zero : chain[sequence - 1]?.hash
        try Violation.unless(
          batch.header.predecessor == predecessor, .chains,
          "\(machine.label): batch \(sequence) of \(batch.header.replica.rawValue) hangs loose")
      }
    }
  }

  /// 2: the named batches are merged, and every dot that an operation names was written before it.
  func checkCausality(_ machine: Machine, _ log: StoreLog) throws {
    let merged = Set(log.entries.filter(\.isMerged).map(\.batch.hash))
    for entry in log.entries where entry.isMerged {
      for tip in entry.batch.header.dependencies {
        try Violation.unless(
          merged.contains(tip.hash), .causality,
          "\(machine.label) merged a batch of \(entry.batch.header.replica.rawValue) too early")
      }
    }
    // Held batches are logged early, so only arrival numbers and the outbox tell the order.
    let arrived = log.entries.filter { $0.isMerged && $0.arrival != nil }
      .sorted { $0.arrival ?? 0 < $1.arrival ?? 0 }
    var written: [ScopeID: Set<Dot>] = [:]
    for entry in arrived {
      let scope = entry.batch.header.scope
      for operation in entry.batch.operations {
        try checkNamed(operation, written[scope] ?? [], machine)
        written[scope, default: []].insert(operation.dot)
      }
    }
    for entry in log.entries where entry.isMerged && entry.arrival == nil {
      written[entry.batch.header.scope, default: []]
        .formUnion(entry.batch.operations.map(\.dot))
    }
    for (scope, operation) in log.outbox {
      try checkNamed(operation, written[scope] ?? [], machine)
      written[scope, default: []].insert(operation.dot)
    }
  }

  private func checkNamed(
    _ operation: Operation, _ written: Set<Dot>, _ machine: Machine
  ) throws {
    let named = operation.writes.flatMap(\.previous) + (operation.isCreate ? [] : [operation.row])
    for dot in named {
      try Violation.unless(
        written.contains(dot), .causality,
        "\(machine.label): \(operation.dot.rawValue) names \(dot.rawValue), which is not there")
    }
  }

  /// 5: nothing is twice, and what is confirmed is at the centre.
  func checkPlaces(_ machine: Machine, _ log: StoreLog) throws {
    var places: [Dot: Int] = [:]
    for operation in log.entries.flatMap(\.batch.operations) + log.outbox.map(\.operation) {
      places[operation.dot, default: 0] += 1
    }
    for (dot, count) in places {
      try Violation.unless(
        count == 1, .places, "\(machine.label) has operation \(dot.rawValue) in \(count) places")
    }
    for (dot, operation) in ledger.operations(of: machine.replica) {
      try Violation.unless(
        places[dot] == 1, .durability,
        "\(machine.label) lost \(operation.dot.rawValue) of table \(operation.table.rawValue)")
    }
    guard machine !== centre else { return }
    for entry in log.entries {
      guard let receipt = entry.receipt else { continue }
      let state = try centre.store.connection.row(
        "SELECT state FROM batch WHERE hash = ?", .blob(entry.batch.hash.bytes)
      ) { try $0.integer(at: 0) }
      try Violation.unless(
        state == 1 || state == receipt, .places,
        "\(machine.label) believes a receipt \(receipt), the centre says \(state ?? 0)")
    }
  }

  /// 13: dense from 1, linked by the running hash, and the same at everybody.
  func checkArrivals(_ machine: Machine, _ log: StoreLog) throws {
    for scope in scopes + [.everyone] {
      let numbered = log.entries.filter { $0.batch.header.scope == scope && $0.arrival != nil }
        .sorted { $0.arrival ?? 0 < $1.arrival ?? 0 }
      let known = arrivals[scope] ?? []
      var cursor = Cursor.start(scope, epoch: 0)
      for (index, entry) in numbered.enumerated() {
        cursor = cursor.advanced(by: entry.batch.hash, primitives: .standard)
        try Violation.unless(
          entry.arrival == UInt64(index + 1) && entry.runningHash == cursor.runningHash.bytes
            && entry.isMerged, .arrivals,
          "\(machine.label): \(entry.arrival ?? 0) stands in place \(index + 1) of \(scope.rawValue)"
        )
        try Violation.unless(
          index < known.count ? known[index] == entry.batch.hash : machine === centre, .arrivals,
          "\(machine.label): number \(index + 1) of \(scope.rawValue) is another batch")
      }
      try Violation.unless(
        try machine.store.cursor(scope) == cursor, .arrivals,
        "\(machine.label): the cursor of \(scope.rawValue) is not the end of the log")
      if machine === centre {
        try Violation.unless(
          numbered.count >= known.count, .arrivals, "the centre forgot numbers it had given")
      }
    }
  }

  /// Notes the numbers that the centre has given; an answer with them may be on its way.
  func observeArrivals() throws {
    let log = try log(of: centre)
    try checkArrivals(centre, log)
    for scope in scopes + [.everyone] {
      arrivals[scope] = log.entries.filter { $0.batch.header.scope == scope && $0.arrival != nil }
        .sorted { $0.arrival ?? 0 < $1.arrival ?? 0 }.map(\.batch.hash)
    }
  }
}
