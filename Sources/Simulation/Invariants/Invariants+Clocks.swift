import Replica
import SyncProtocol

/// Invariant 7.
extension World {
  /// 7: never ahead of corrected now, except just above a head that it replaces.
  func checkClocks(
    _ machine: Machine, _ operations: [Operation], _ now: Timestamp
  ) throws {
    if machine.hasSignedTime || machine === centre {
      try Violation.unless(
        abs(now.rawValue - time) < 120_000, .clocks,
        "\(machine.label) is \(now.rawValue - time) ms off although its clock was set")
    }
    let known = try log(of: machine)
    var times: [Dot: Timestamp] = [:]
    for operation in known.entries.flatMap(\.batch.operations) + known.outbox.map(\.operation) {
      times[operation.dot] = operation.time
    }
    for operation in operations {
      let seen = operation.writes.flatMap(\.previous).compactMap { times[$0]?.next }.max()
      try Violation.unless(
        operation.time <= max(now, seen ?? now), .clocks,
        "\(operation.dot.rawValue) is ahead of corrected now and of all it saw")
      // A register's new value must rank above the one it replaces.
      for write in operation.writes where write.value != nil && write.field != .deletes {
        for dot in write.previous {
          try Violation.unless(
            operation.time > times[dot] ?? Timestamp(rawValue: .min)
              || operation.time.rawValue == .max, .clocks,
            "\(operation.dot.rawValue) ranks below what it replaces")
        }
      }
    }
  }
}
