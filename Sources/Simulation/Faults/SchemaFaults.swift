import Cryptography
import Replica
import SQLite
import SyncProtocol

/// Programs of different versions: some machines know tables and fields that others do not, and are
/// upgraded while the others go on. Unknown fields are kept, relayed, and come to life.
enum SchemaFaults {
  /// A world that draws it begins with machines of any version; otherwise all are of the newest.
  static let apart = Fault("versions apart", weight: 3, .step { try $0.upgrade($1) })

  static let all = [
    apart, Fault("field of a later kind", weight: 2, .step { try $0.bringLaterKind(to: $1) }),
  ]
}

extension World {
  fileprivate func upgrade(_ laptop: Machine) throws {
    let machine = random.chance(25) ? centre : laptop
    guard let next = SimulationSchema.versions.first(where: { $0.version > machine.schema.version })
    else { return }
    trace.note("\(machine.label): is upgraded to registry \(next.version)")
    machine.close()
    machine.schema = next
    do {
      try machine.open(&random)
    } catch let error as SQLError {
      trace.extend("\(machine.label) does not open: disk error \(error.code.rawValue)")
      report.diskErrors += 1
    }
  }

  /// A laptop of a far later version, which nobody here can read: what it writes has a kind of field
  /// that no program of this world knows. A neighbour takes its batch and carries it on; everybody
  /// keeps it, nobody merges it, and it holds up nothing else.
  fileprivate func bringLaterKind(to laptop: Machine) throws {
    let later = try self.later ?? enrolLater()
    guard let later, let scope = random.pick(try laptop.store.grantedScopes()) else { return }
    trace.note("\(laptop.label): takes a batch of a far later version")
    self.later = later
    guard let field = later.fields.randomElement(using: &random),
      let dot = Dot(replica: later.signer.replica, session: 1, counter: UInt32(later.sent + 1))
    else { return }
    let tip = later.tips[scope]
    let batch = try Batch.close(
      [
        Operation(
          dot: dot, table: HouseholdTable.definition.id, row: dot, author: nil,
          time: Timestamp(rawValue: time), writes: [FieldWrite(field, .integer(1))])
      ],
      in: Batch.Context(
        scope: scope, sequence: (tip?.sequence ?? 0) + 1, predecessor: tip?.hash ?? .zero,
        dependencies: [], schemaVersion: SimulationSchema.newest.version + 10, grant: 1,
        wall: Timestamp(rawValue: time), offsetMilliseconds: nil),
      signer: later.signer, primitives: primitives)
    self.later?.sent += 1
    self.later?.tips[scope] = Batch.Tip(
      replica: later.signer.replica, sequence: batch.header.sequence, hash: batch.hash)
    _ = try decoder.batch(batch.hash) { batch.encoded }
    let receipts = try attempting(laptop) { store in
      try store.introduce(later.certificate)
      return try store.receive([batch.encoded], clock: reading(of: laptop))
    }
    if let receipts { try checkReceipts(receipts, of: [batch.hash], at: laptop) }
  }

  private func enrolLater() throws -> LaterLaptop? {
    let key = try SigningKey.generate(using: &random)
    guard let certificate = try enrol(key, label: "later laptop", scopes) else { return nil }
    return LaterLaptop(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate)
  }
}

/// A laptop of a far later version: it writes batches and has no store in this world.
struct LaterLaptop {
  let signer: Signer
  let certificate: Certificate
  /// Operations it has written.
  var sent = 0
  /// Its last batch by scope.
  var tips: [ScopeID: Batch.Tip] = [:]
  /// Fields of kinds that the protocol has reserved.
  let fields = [5, 6, 7].map { FieldID(rawValue: 5_000 << 3 | $0) }
}
