import Replica
import SyncProtocol

/// What to expect of a batch that the centre keeps aside.
enum AsideOutlook: String {
  /// All of it stands: its author wrote it again, or it was adopted.
  case stands
  /// What a laptop may not write is all that is left of it.
  case nothingLeft = "nothing-left"
  /// Its laptop has not handed everything over since: it may still write it again itself.
  case awaited = "author-awaited"
  /// It goes on from what is not here.
  case incomplete
  /// Its laptop has handed over all it has, or comes no more: a person decides.
  case decision

  /// - Parameters:
  ///   - peers, fates, successors: every laptop, what became of some, and which went on in their
  ///     place.
  init(
    _ batch: AsideBatch, _ peers: [Peer], _ fates: [ReplicaID: LaptopFate],
    _ successors: [ReplicaID: ReplicaID]
  ) {
    guard batch.waits else {
      self = batch.entries.contains { $0.standing == nil } ? .nothingLeft : .stands
      return
    }
    guard batch.missing.isEmpty else {
      self = .incomplete
      return
    }
    // The store goes on under the number that took the place of its own.
    var replica = batch.replica
    var met: Set<ReplicaID> = []
    while met.insert(replica).inserted, let next = successors[replica] { replica = next }
    let reported = peers.first { $0.replica == replica }?.reportedThrough
    let isHeard = reported.map { $0 > batch.received } ?? false
    if case .lost = fates[replica] {
      self = .decision
    } else {
      self = isHeard ? .decision : .awaited
    }
  }
}

/// What is kept aside, with what to expect of each.
struct AsideSurvey {
  /// A batch with what to expect of it.
  struct Item {
    var batch: AsideBatch
    var outlook: AsideOutlook
    /// What people call the laptop.
    var label: String
    /// What people call the laptops whose batches are missing.
    var missing: [String]
  }

  let items: [Item]

  init(_ centre: Centre) throws {
    let peers = try centre.laptops()
    let fates = try centre.laptopFates()
    let (batches, successors) = try centre.inspect { field in
      (
        try field.store.asideBatches(),
        try LaptopReplacements(field.store).all().mapValues(\.replica)
      )
    }
    func label(_ replica: ReplicaID) -> String {
      peers.first { $0.replica == replica }?.label ?? "#\(replica.rawValue)"
    }
    items = batches.map { batch in
      Item(
        batch: batch, outlook: AsideOutlook(batch, peers, fates, successors),
        label: label(batch.replica),
        missing: Set(batch.missing.map(\.replica)).sorted().map(label))
    }
  }

  /// Characters of a hash that people type, and the least that will do.
  private static let nameLength = 16, leastNameLength = 8

  /// What people type for a batch: the beginning of its hash.
  static func name(of batch: AsideBatch) -> String {
    String(batch.hash.hexadecimal.prefix(nameLength))
  }

  /// The batch that a typed beginning of a hash means.
  /// - Throws: `ReplicaError.notAside` for none and for several.
  func item(named text: String) throws -> Item {
    let found = items.filter {
      text.utf8.count >= Self.leastNameLength && $0.batch.hash.hexadecimal.hasPrefix(text)
    }
    guard let item = found.first, found.count == 1 else { throw ReplicaError.notAside }
    return item
  }
}
