import FieldWork
import Listings
import Replica
import SyncProtocol

/// Takes in over the network what one laptop carries for others, as from a stick, and gives it the
/// returns for them.
struct CourierDesk {
  private let centre: Centre
  private let courier: ReplicaID
  private let desk: BundleDesk
  private let arriving: String
  private let leaving: String

  init(_ centre: Centre, _ courier: ReplicaID) {
    self.centre = centre
    self.courier = courier
    desk = BundleDesk(centre: centre, actor: .courier(courier))
    arriving = "\(centre.home.path)/courier/arriving"
    leaving = "\(centre.home.path)/courier/leaving/\(courier.rawValue)"
  }

  /// Answers a question; what is kept of it is on disk when this returns.
  ///
  /// - Throws: `ProtocolError` for what no courier asks, and what the store and the disk throw.
  func answer(_ question: CourierQuestion) throws -> CourierReply {
    switch question {
    case .carrying(let bundles): .fates(try fates(of: bundles))
    case .manifest(let file): .fates([try fate(ofManifest: file)])
    case .piece(let place, let bytes): .fates([(place.bundle, try take(bytes, at: place))])
    case .returns: .returns(try returns().map(\.bytes))
    case .fetch(let place): try file(of: place)
    case .fetched(let bundle): .returns(try fetched(bundle).map(\.bytes))
    }
  }

  private func number(_ bytes: [UInt8]) throws -> BundleID {
    guard let id = BundleID(bytes) else { throw ProtocolError.malformed(.numberOutOfRange) }
    return id
  }

  private func read<Result: Sendable>(
    _ body: (CourierBook) throws -> Result
  ) throws -> Result {
    try centre.inspect { try body(CourierBook($0.store)) }
  }

  private func note(_ body: (CourierBook, Timestamp) throws -> Void) throws {
    try centre.administer { store, clock in try body(CourierBook(store), clock.wall) }
  }

  // MARK: Towards the centre

  private func fates(
    of bundles: [[UInt8]]
  ) throws -> [(bundle: [UInt8], fate: CourierFate)] {
    let ids = try bundles.map(number)
    try note { try $0.noteCarried(ids, by: courier, at: $1) }
    return try ids.map { ($0.bytes, try fate(of: $0)) }
  }

  private func fate(of id: BundleID) throws -> CourierFate {
    if let settled = try settled(id) { return settled }
    guard let arrival = try BundleArrival(id, below: arriving) else { return .unknown }
    return try go(on: arrival)
  }

  /// What became of a bundle that is wanted no more; nil for others.
  private func settled(_ id: BundleID) throws -> CourierFate? {
    let (isTaken, problem) = try read { (try $0.isTaken(id), try $0.problem(of: id)) }
    guard isTaken else { return problem.map { .refused($0) } }
    // Another way was faster: nothing of this one is needed.
    try BundleArrival(id, below: arriving)?.remove()
    return .takenIn
  }

  /// Whether the courier may bring one more; what came of bundles that it carries no longer gives way,
  /// and whoever carries them now begins them anew.
  private func hasPlace(for arrival: BundleArrival) throws -> Bool {
    func fits() throws -> Bool {
      let load = try read { try $0.load(of: courier) }
      return load.bundles < Limits.bundlesPerCourier
        && load.byteCount + arrival.byteCount <= Limits.bytesPerCourier
    }
    if try fits() { return true }
    let leftBehind = try read { try $0.leftBehind(by: courier) }
    for id in leftBehind {
      try BundleArrival(id, below: arriving)?.remove()
      try note { book, _ in try book.noteReceived(0, of: id) }
    }
    return try !leftBehind.isEmpty && fits()
  }

  /// Where a bundle goes on; one that has come whole is taken in.
  private func go(on arrival: BundleArrival) throws -> CourierFate {
    switch arrival.next {
    case .wanted(let part, let offset): .wanted(part: part, offset: offset)
    case .damaged: .refused(Self.damaged)
    case .whole: try takeIn(arrival)
    }
  }

  private static let damaged = BundleProblem.damaged(BundleDamage()).code

  private func fate(
    ofManifest file: [UInt8]
  ) throws -> (bundle: [UInt8], fate: CourierFate) {
    let arrival: BundleArrival
    let contents: BundleContents
    do {
      arrival = try BundleArrival(file, below: arriving)
      let root = centre.keys.root
      let recipient = BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes)
      guard let told = try arrival.contents(for: recipient) else {
        return (arrival.id.bytes, .forAnother)
      }
      guard told.kind == .handOver, told.sender.role == .laptop else {
        return (arrival.id.bytes, .refused(BundleProblem.otherKind(told.kind.rawValue).code))
      }
      contents = told
    } catch let problem as BundleProblem {
      // The number stands in clear in every file.
      let header = try? BundlePartHeader(decoding: Array(file.prefix(BundlePartHeader.byteCount)))
      guard let id = header?.id else { throw ProtocolError.malformed(.truncated) }
      return (id.bytes, .refused(problem.code))
    }
    let id = arrival.id
    if let settled = try settled(id) { return (id.bytes, settled) }
    if try BundleArrival(id, below: arriving) == nil {
      guard try hasPlace(for: arrival) else { return (id.bytes, .refused("courier-full")) }
      try requireRoom(UInt64(arrival.byteCount))
      try arrival.begin()
    }
    try note {
      try $0.noteAwaited(
        id, contents, byteCount: arrival.byteCount, received: arrival.received, by: courier, at: $1)
    }
    return (id.bytes, try go(on: arrival))
  }

  /// - Throws: `HomeError` where the disk would have no room left to work with.
  private func requireRoom(_ byteCount: UInt64) throws {
    guard let free = centre.surroundings.freeDiskBytes(of: centre.home) else { return }
    guard free >= byteCount + DiskRoom.fullBytes else {
      throw HomeError.full(path: centre.home.path)
    }
  }

  private func take(_ bytes: [UInt8], at place: CourierPlace) throws -> CourierFate {
    let id = try number(place.bundle)
    if let settled = try settled(id) { return settled }
    guard let arrival = try BundleArrival(id, below: arriving) else { return .unknown }
    let step = try arrival.take(bytes, part: place.part, offset: place.offset)
    try note { book, _ in try book.noteReceived(arrival.received, of: id) }
    guard case .damaged = step else { return try go(on: arrival) }
    return .refused(Self.damaged)
  }

  /// Takes in a bundle all of whose files are here, as from a stick.
  private func takeIn(_ arrival: BundleArrival) throws -> CourierFate {
    let folder = try arrival.whole()
    let stick = try desk.takeIn(from: folder, named: folder.path, isDryRun: false)
    if let stopped = stick.stopped { throw stopped }
    guard let item = stick.items.first else { return .forAnother }
    guard item.intake == nil else {
      try arrival.remove()
      return .takenIn
    }
    let code = item.failure?.code ?? Self.damaged
    try note { book, _ in try book.noteProblem(code, of: arrival.id) }
    // What is damaged was copied aside; the rest is still with whoever carries it.
    try arrival.remove()
    return .refused(code)
  }

  // MARK: Back

  /// The returns that wait for this courier, each written once.
  private func returns() throws -> [BundleID] {
    let due = try read { try $0.dueReturns(of: courier) }
    let peers = due.isEmpty ? [] : try centre.laptops()
    return try due.compactMap { replica, bundle in
      if let bundle, HomeFolder.exists(folder(of: replica)) { return bundle }
      guard let laptop = peers.first(where: { $0.replica == replica }) else { return nil }
      return try write(for: laptop)
    }
  }

  private func folder(of laptop: ReplicaID) -> String { "\(leaving)/\(laptop.rawValue)" }

  private func write(for laptop: Peer) throws -> BundleID {
    let path = folder(of: laptop.replica)
    try HomeFolder.removeFolder(path)
    try requireRoom(0)
    let temporary = "\(leaving)/new"
    try HomeFolder.removeFolder(temporary)
    try HomeFolder.makeFolders(temporary)
    let id = try desk.writeReturn(for: laptop, to: temporary).written.id
    try note { book, _ in try book.noteWritten(id, for: laptop.replica, by: courier) }
    try HomeFolder.move(temporary, to: path)
    return id
  }

  /// Bytes of a file of a return that waits for this courier.
  private func file(of place: CourierPlace) throws -> CourierReply {
    let id = try number(place.bundle)
    guard
      let laptop = try read({ try $0.dueReturns(of: courier) }).first(where: { $0.bundle == id })
    else { return .refused("return-gone") }
    let input: any BundleFileInput
    do {
      input = try StickFolder(in: folder(of: laptop.replica), creating: false)
        .open(BundleName(id, .part(place.part)).text)
    } catch is StickProblem {
      return .refused("return-gone")
    }
    guard place.offset <= input.byteCount else { return .refused("return-gone") }
    return .bytes(
      try input.readPiece(at: place.offset, Limits.courierPieceBytes), total: input.byteCount)
  }

  private func fetched(_ bundle: [UInt8]) throws -> [BundleID] {
    let id = try number(bundle)
    let due = try read { try $0.dueReturns(of: courier) }
    if let laptop = due.first(where: { $0.bundle == id }) {
      try note { book, _ in try book.noteFetched(id, by: courier) }
      try HomeFolder.removeFolder(folder(of: laptop.replica))
    }
    return due.compactMap(\.bundle).filter { $0 != id }
  }
}
