import Cryptography
import Replica
import SyncProtocol

/// Hands over to the centre, by network, what this laptop carries for others, and fetches the returns
/// for them (SPEC 21.5).
///
/// Broken off at any moment it has lost nothing: a bundle is let go when the centre has said, under its
/// signature, that it was taken in, and what came in pieces goes on where it ended.
struct CourierTrip {
  /// What came of it.
  struct Result {
    /// Bundles that the centre has, and that are carried no longer.
    var arrived = 0
    /// Bytes that were sent.
    var sentBytes = 0
    /// Bundles for others than the centre: they wait for their laptops.
    var forOthers = 0
    /// Bundles that the centre did not take in, by the characters of their names, with its code.
    var refused: [(stem: String, code: String)] = []
    /// Bundles that are no longer whole here.
    var damaged: [(stem: String, damage: BundleDamage)] = []
    /// Returns that were fetched.
    var returns = 0
    /// Returns for which there is no room here.
    var returnsWithoutRoom = 0
    /// What broke it off; what is told above stands.
    var stopped: (any Error)?
  }

  /// What a trip needs of a network: a question there, an answer back.
  typealias Asking = (_ request: [UInt8]) throws -> [UInt8]

  /// How often a part is sent anew that did not come as it was sent.
  private static let tries = 3

  private let laptop: Laptop
  private let courier: Courier
  private let exchange: Asking
  private let progress: (_ sentBytes: Int) -> Void

  /// - Parameters:
  ///   - exchange: sends a request to the centre and returns the answer.
  ///   - progress: told how many bytes were sent.
  init(
    _ laptop: Laptop, _ exchange: @escaping Asking,
    progress: @escaping (_ sentBytes: Int) -> Void = { _ in }
  ) throws {
    self.laptop = laptop
    courier = try Courier(laptop)
    self.exchange = exchange
    self.progress = progress
  }

  /// A trip over the laptop's own connection to its centre; a busy one is waited for.
  init(
    _ laptop: Laptop, over client: CentreClient,
    pause: @escaping (_ seconds: Int) -> Void = SyncRounds.wait(seconds:),
    progress: @escaping (_ sentBytes: Int) -> Void = { _ in }
  ) throws {
    try self.init(
      laptop, { request in try Patience(pause: pause).run { try client.ask(request) } },
      progress: progress)
  }

  /// Goes there and back. What breaks it off is told in the result.
  func run() -> Result {
    var result = Result()
    do {
      try handOver(&result)
      try fetchReturns(&result)
    } catch {
      result.stopped = error
    }
    return result
  }

  // MARK: There

  private func handOver(_ result: inout Result) throws {
    let looked = try laptop.releasingHome { try courier.looked() }
    result.damaged = looked.damaged
    let carried = Array(looked.sound.prefix(Courier.maximumBundles))
    let ids = carried.compactMap(\.id)
    var fates = try fates(.carrying(ids.map(\.bytes)))
    // Every manifest before any part: the centre then knows what is on its way if the link breaks.
    for bundle in carried {
      guard let id = bundle.id, fates[id] == .unknown,
        let file = try courier.open(0, of: bundle)?.readWhole()
      else { continue }
      fates.merge(try self.fates(.manifest(file)), uniquingKeysWith: { _, last in last })
      result.sentBytes += file.count
      progress(result.sentBytes)
    }
    for bundle in carried {
      guard let id = bundle.id, let fate = fates[id] else { continue }
      switch try send(bundle, id, fate, &result) {
      case .takenIn:
        try courier.letGo(bundle)
        result.arrived += 1
      case .forAnother: result.forOthers += 1
      case .refused(let code): result.refused.append((bundle.stem, code))
      case .unknown, .wanted: result.refused.append((bundle.stem, "bundle-not-taken"))
      }
    }
  }

  /// Sends the parts that the centre wants, until it has all or will have none.
  private func send(
    _ bundle: FoundBundle, _ id: BundleID, _ first: CourierFate, _ result: inout Result
  ) throws -> CourierFate {
    var fate = first
    var reading: (part: Int, offset: Int, input: any BundleFileInput)?
    var begun: [Int: Int] = [:]
    while case .wanted(let part, let offset) = fate {
      if reading?.part != part || reading?.offset != offset {
        begun[part, default: 0] += 1
        guard begun[part, default: 0] <= Self.tries, let input = try courier.open(part, of: bundle),
          offset < input.byteCount
        else { return fate }
        reading = (part, offset, input)
      }
      guard let input = reading?.input else { return fate }
      let bytes = try input.readPiece(at: offset, Limits.courierPieceBytes)
      guard !bytes.isEmpty else { return fate }
      let place = CourierPlace(bundle: id.bytes, part: part, offset: offset)
      fate = try fates(.piece(place, bytes))[id] ?? .unknown
      reading?.offset += bytes.count
      result.sentBytes += bytes.count
      progress(result.sentBytes)
    }
    return fate
  }

  private func fates(_ question: CourierQuestion) throws -> [BundleID: CourierFate] {
    guard case .fates(let fates) = try ask(question) else {
      throw ReplicaError.answerOfAnotherRound
    }
    return Dictionary(
      fates.compactMap { told in BundleID(told.bundle).map { ($0, told.fate) } },
      uniquingKeysWith: { _, last in last })
  }

  // MARK: Back

  private func fetchReturns(_ result: inout Result) throws {
    guard case .returns(let waiting) = try ask(.returns) else {
      throw ReplicaError.answerOfAnotherRound
    }
    for id in waiting.compactMap({ BundleID($0) }) {
      if try courier.carries(id) {
        _ = try ask(.fetched(id.bytes))
        continue
      }
      guard let arrival = try fetch(id) else { continue }
      let taken = try courier.take(from: try arrival.whole())
      try arrival.remove()
      guard taken.copied + taken.known > 0 else {
        result.returnsWithoutRoom += 1
        continue
      }
      result.returns += 1
      _ = try ask(.fetched(id.bytes))
    }
  }

  /// A return with all its parts; nil where the centre has a newer one by now.
  private func fetch(_ id: BundleID) throws -> BundleArrival? {
    guard let arrival = try arrival(of: id) else { return nil }
    var anew = 0
    while case .wanted(let part, let offset) = arrival.next {
      let place = CourierPlace(bundle: id.bytes, part: part, offset: offset)
      guard let (bytes, _) = try bytes(at: place) else {
        try arrival.remove()
        return nil
      }
      if case .damaged = try arrival.take(bytes, part: part, offset: offset) { anew += 1 }
      guard !bytes.isEmpty, anew < Self.tries else {
        try arrival.remove()
        throw ReplicaError.answerOfAnotherRound
      }
    }
    return arrival
  }

  private func arrival(of id: BundleID) throws -> BundleArrival? {
    if let begun = try BundleArrival(id, below: courier.arriving) { return begun }
    var file: [UInt8] = []
    while true {
      let place = CourierPlace(bundle: id.bytes, part: 0, offset: file.count)
      guard let (bytes, total) = try bytes(at: place) else { return nil }
      file += bytes
      guard total <= Limits.manifestBytes, !bytes.isEmpty else {
        throw ReplicaError.answerOfAnotherRound
      }
      if file.count >= total { break }
    }
    let arrival = try BundleArrival(file, below: courier.arriving)
    guard arrival.id == id, arrival.byteCount <= Courier.maximumBytes else {
      throw ReplicaError.answerOfAnotherRound
    }
    try arrival.begin()
    return arrival
  }

  /// Bytes of a file of a return, and how many it has; nil where the centre has it no longer.
  private func bytes(at place: CourierPlace) throws -> ([UInt8], Int)? {
    switch try ask(.fetch(place)) {
    case .bytes(let bytes, let total): (bytes, total)
    case .refused: nil
    default: throw ReplicaError.answerOfAnotherRound
    }
  }

  // MARK: One question

  /// Asks, and believes what the centre of this laptop has signed for this very question.
  private func ask(_ question: CourierQuestion) throws -> CourierReply {
    let identity = laptop.store.identity
    var random = laptop.random
    let request = CourierRequest(
      question, by: identity.certificate, nonce: random.bytes(Hello.nonceByteCount),
      signer: identity.signer)
    let bytes = try laptop.releasingHome { try exchange(request.encoded) }
    let answer = try CourierAnswer(decoding: bytes)
    guard answer.nonce == request.nonce else { throw ReplicaError.answerOfAnotherRound }
    guard answer.centre.role == .centre,
      answer.centre.isSigned(byRoot: identity.rootPublicKey, primitives: .standard),
      answer.isSigned(by: answer.centre.publicKey, primitives: .standard)
    else { throw ReplicaError.notOurCentre }
    if case .refused(let code) = answer.reply, code != "return-gone" {
      throw AgentError.courierRefused(code: code)
    }
    return answer.reply
  }
}
