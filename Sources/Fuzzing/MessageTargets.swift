import SyncProtocol

/// Every message of a frame, in a fixed order: the first byte of an input of target `message`.
enum MessageKind: UInt8, CaseIterable {
  case hello, welcome, certificate, keys, want, batch, receipt, snapshot, scopeRemoval, scopeReturn
  case check, erased, arrived, problem, summary, agreed, fetch, frontier, leavesWanted, leaves
  case repairWanted, repair, keysWanted, pack, packReturn
  case grant, meeting, have, needsCentre

  /// Decodes a payload and encodes the message again, which must give the same bytes.
  func check(_ payload: [UInt8]) throws {
    switch self {
    case .hello: try check(payload, as: Hello.self)
    case .welcome: try check(payload, as: Welcome.self)
    case .certificate: try check(payload, as: Certificate.self)
    case .keys: try check(payload, as: KeyParcel.self)
    case .want: try check(payload, as: Cursor.self)
    case .batch: try check(payload, as: CarriedBatch.self)
    case .receipt: try check(payload, as: Receipt.self)
    case .snapshot: try check(payload, as: SnapshotPart.self)
    case .scopeRemoval: try check(payload, as: ScopeRemoval.self)
    case .scopeReturn: try check(payload, as: ScopeReturn.self)
    case .check: try check(payload, as: Check.self)
    case .erased: try check(payload, as: ErasedConfirmation.self)
    case .arrived: try check(payload, as: Arrived.self)
    case .problem: try check(payload, as: Problem.self)
    case .summary: try check(payload, as: Summary.self)
    case .agreed: try check(payload, as: Agreed.self)
    case .fetch: try check(payload, as: SnapshotFetch.self)
    case .frontier: try check(payload, as: EpochFrontier.self)
    case .leavesWanted: try check(payload, as: LeavesWanted.self)
    case .leaves: try check(payload, as: Leaves.self)
    case .repairWanted: try check(payload, as: RepairWanted.self)
    case .repair: try check(payload, as: Repair.self)
    case .keysWanted: try check(payload, as: KeysWanted.self)
    case .pack: try check(payload, as: Pack.self)
    case .packReturn: try check(payload, as: PackReturn.self)
    case .grant: try check(payload, as: GrantWord.self)
    case .meeting: try check(payload, as: MeetingPart.self)
    case .have: try check(payload, as: Holding.self)
    case .needsCentre: try check(payload, as: CentreNeeded.self)
    }
  }

  private func check<Message: FrameMessage>(_ payload: [UInt8], as type: Message.Type) throws {
    let message: Message
    do {
      var reader = ByteReader(payload)
      message = try Message(from: &reader)
      try reader.end()
    } catch {
      return
    }
    var writer = ByteWriter()
    message.encode(into: &writer)
    try require(writer.bytes == payload, "\(self) has one encoding")
  }

  /// The kind of the frame that carries it.
  var frameKind: FrameKind {
    switch self {
    case .hello: .hello
    case .welcome: .welcome
    case .certificate: .certificate
    case .keys: .keys
    case .want: .want
    case .batch: .batch
    case .receipt: .receipt
    case .snapshot: .snapshot
    case .scopeRemoval, .scopeReturn: .scopeRemove
    case .check: .check
    case .erased: .erased
    case .arrived: .arrived
    case .problem: .problem
    case .summary: .summary
    case .agreed: .agreed
    case .fetch: .fetch
    case .frontier: .frontier
    case .leavesWanted, .leaves: .leaves
    case .repairWanted, .repair: .repair
    case .keysWanted: .keysWanted
    case .pack: .pack
    case .packReturn: .packReturn
    case .grant: .grant
    case .meeting: .meeting
    case .have: .have
    case .needsCentre: .needsCentre
    }
  }
}

/// The payloads of frames.
enum MessageTargets {
  static let all = [message]

  /// A byte for the kind of message, then its payload.
  static let message = FuzzTarget(
    "message", maximumBytes: Limits.framePayloadBytes,
    seeds: {
      let frames = try SampleMessages.frames()
      return MessageKind.allCases.flatMap { kind in
        frames.filter { $0.kind == kind.frameKind }.map { [kind.rawValue] + $0.payload }
      }
    }
  ) { bytes in
    guard let first = bytes.first else { return }
    let kinds = MessageKind.allCases
    try kinds[Int(first) % kinds.count].check(Array(bytes.dropFirst()))
  }
}
