import Randomness
import Replica
import SyncProtocol

/// Two copies of one store that hear of each other's work and build on it.
enum MeetingCopies {
  static let all = [Fault("copies work in turn", weight: 2, .step { try $0.workInTurn($1) })]
}

extension World {
  /// A laptop and its copy both record something and sync; each then goes on with a row that the
  /// other has made, which stands on another branch of their one chain.
  fileprivate func workInTurn(_ laptop: Machine) throws {
    let twins = laptops.filter { $0.replica == laptop.replica && $0.number != laptop.number }
    guard let twin = random.pick(twins) else { return try clone(laptop) }
    trace.note("\(laptop.label) and \(twin.label) work in turn")
    let pair = [laptop, twin]
    for machine in pair { try perform(.household, at: machine) }
    for _ in 0..<2 {
      for machine in pair where !machine.disk.isDead { try undisturbedRound(of: machine) }
    }
    for machine in pair where !machine.disk.isDead {
      let rows = try machine.store.connection.rows(
        "SELECT rid FROM \(HouseholdTable.definition.name) WHERE rid >= ? AND rid < ? ORDER BY rid",
        .integer(Int64(machine.replica.rawValue) << 39),
        .integer(Int64(machine.replica.rawValue + 1) << 39)
      ) { try $0.integer(at: 0) }
      let session = machine.store.lastIssued >> 19
      try commit(at: machine, "goes on with its copy's work") { act in
        for rid in rows where rid >> 19 != session {
          guard let row = RowID(rawValue: rid) else { continue }
          try act.write(
            HouseholdTable.definition, row,
            [(HouseholdTable.kind, .integer(Int64(random.below(4))))])
        }
      }
    }
    for machine in pair where !machine.disk.isDead { try undisturbedRound(of: machine) }
    report.meetingsOfCopies += 1
  }
}
