import Replica
import Synchronization
import SyncProtocol
import Web

/// The side of a meeting that shows six digits and waits for somebody to type them (SPEC 22).
///
/// It answers over TLS alone, under a key of this one meeting, and lets nobody in who has not proven
/// that they know the digits.
package final class NeighbourWaiting: Sendable {
  /// Minutes that are waited when nobody says otherwise, and at most.
  package static let usualMinutes = 10
  /// The longest time that may be asked for.
  package static let mostMinutes = 60
  /// Seconds without a stream after which a meeting has broken off.
  private static let silentMilliseconds: Int64 = 30_000
  /// How often the end is looked for.
  private static let pauseMilliseconds = 200

  /// What the threads of the server share.
  private struct Inside {
    var laptop: Laptop
    var door: PairingDoor
    var meeting: NeighbourMeeting?
    /// When the other side was heard last, on the clock that never jumps.
    var heard: Int64
    /// How it ended.
    var end: Result<NeighbourOutcome, NeighbourBreak>?

    /// Works at the laptop, whose home others have between two streams.
    func working<Result>(_ body: (Laptop) throws -> Result) throws -> Result {
      try laptop.takeHome()
      defer { laptop.letHomeGo() }
      return try body(laptop)
    }

    func failed(
      _ reason: any Error
    ) -> Swift.Result<NeighbourOutcome, NeighbourBreak> {
      let outcome = meeting.flatMap { try? laptop.outcome(of: $0) }
      return .failure(NeighbourBreak(reason: reason, outcome: outcome))
    }
  }

  /// What is shown.
  package let code: PairingCode
  private let server: HTTPServer
  private let inside: Confined<Inside>
  private let surroundings: Surroundings
  private let deadline: Int64

  /// Draws digits and a key, and listens.
  ///
  /// - Parameters:
  ///   - laptop: whose home is let go until somebody comes; nobody else may use it meanwhile.
  ///   - port: 0 lets the system choose one.
  ///   - address: where it listens.
  /// - Throws: `MeetingError.locked`, `.noGrant`, `NeighbourError.portTaken`, `WebError`.
  package init(
    _ laptop: Laptop, _ surroundings: Surroundings, port: UInt16, minutes: Int,
    address: String = "0.0.0.0"
  ) throws {
    try laptop.store.readyToMeet()
    var random = surroundings.generator()
    code = PairingCode(using: &random)
    let clock = surroundings.clock()
    self.surroundings = surroundings
    deadline = clock.monotonicMilliseconds + Int64(minutes) * 60_000
    let seconds = Int(clock.wall.rawValue / 1_000)
    let day = 86_400
    let certificate = try SelfSignedCertificate(
      names: ["camtay"], serialNumber: random.bytes(16), notBefore: max(0, seconds - day),
      notAfter: max(0, seconds) + day)
    inside = Confined(
      Inside(
        laptop: laptop, door: PairingDoor(code: code, pin: certificate.pin.description),
        heard: clock.monotonicMilliseconds))
    var configuration = ServerConfiguration()
    configuration.address = address
    configuration.port = port
    configuration.identity = certificate.identity
    configuration.maximumBodyBytes = Limits.streamBytes
    configuration.maximumConnections = 16
    configuration.maximumConnectionsPerAddress = 8
    configuration.maximumUnfinishedPerAddress = 4
    configuration.bodyLimit = { method, target in
      switch (method, target.path) {
      case (.post, NeighbourPath.exchange): Limits.streamBytes
      case (.post, NeighbourPath.share), (.post, NeighbourPath.proof): NeighbourPath.messageBytes
      default: 0
      }
    }
    let answering = Answering(inside, surroundings)
    server = HTTPServer(configuration: configuration) { answering.answer($0) }
    do {
      try server.start()
    } catch .cannotListen(let port, _) {
      throw NeighbourError.portTaken(port)
    }
    laptop.letHomeGo()
  }

  /// Where another laptop reaches this one: every address of this machine, with the port.
  package var addresses: [String] {
    IPAddress.ofThisMachine().map { "\($0.host):\(server.port ?? 0)" }
  }

  /// The port that it listens on.
  package var port: UInt16 { server.port ?? 0 }

  /// What a meeting has done so far; nil while nobody has come.
  package var report: MeetingReport? { inside.use { $0.meeting?.report } }

  /// Waits until the two have met, or will not, and listens no more. The laptop has its home again.
  ///
  /// - Throws: `NeighbourBreak`. What was taken in by then stands.
  package func run(
    shouldStop: () -> Bool = { false }, progress: (MeetingReport) -> Void = { _ in }
  ) throws -> NeighbourOutcome {
    var shown: MeetingReport?
    while true {
      let (end, report) = look(isStopped: shouldStop())
      if let report, report != shown {
        shown = report
        progress(report)
      }
      if let end {
        server.stop()
        try inside.use { inside in
          try inside.laptop.takeHome()
          inside.laptop.records.search.invalidate()
          inside.laptop.forgetErasedDrafts()
        }
        return try end.get()
      }
      SyncRounds.wait(milliseconds: Self.pauseMilliseconds)
    }
  }

  /// How it has ended, if it has; and what was done.
  private func look(
    isStopped: Bool
  ) -> (Result<NeighbourOutcome, NeighbourBreak>?, MeetingReport?) {
    let now = surroundings.clock().monotonicMilliseconds
    return inside.update { inside in
      if inside.end == nil {
        if isStopped {
          inside.end = inside.failed(NeighbourError.stopped)
        } else if inside.door.isOver {
          inside.end = inside.failed(MeetingError.over)
        } else if inside.meeting == nil, now >= deadline {
          inside.end = inside.failed(NeighbourError.nobodyCame)
        } else if inside.meeting != nil, now - inside.heard > Self.silentMilliseconds {
          inside.end = inside.failed(NeighbourError.brokenOff)
        }
      }
      return (inside.end, inside.meeting?.report)
    }
  }

  /// What the server's threads do, one at a time.
  private struct Answering: Sendable {
    private let inside: Confined<Inside>
    private let surroundings: Surroundings

    init(_ inside: Confined<Inside>, _ surroundings: Surroundings) {
      self.inside = inside
      self.surroundings = surroundings
    }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
      inside.update { inside in
        guard inside.end == nil else { return NeighbourPath.refusal(.over) }
        var random = surroundings.generator()
        do {
          let bytes: [UInt8]
          switch (request.method, request.path) {
          case (.get, NeighbourPath.offer):
            bytes = try inside.door.offer(using: &random).encoded
          case (.post, NeighbourPath.share):
            bytes = try inside.door.share(
              for: try PairingMessage(decoding: request.body), using: &random
            ).encoded
          case (.post, NeighbourPath.proof): bytes = try prove(request.body, &inside)
          case (.post, NeighbourPath.exchange): bytes = try exchange(request.body, &inside)
          default: return .notFound
          }
          return .bytes(bytes, type: NeighbourPath.type)
        } catch let error as MeetingError {
          return NeighbourPath.refusal(error)
        } catch {
          return NeighbourPath.refusal(.notALaptop)
        }
      }
    }

    /// Believes a proof and begins the meeting; where that fails the two have not met.
    private func prove(_ body: [UInt8], _ inside: inout Inside) throws -> [UInt8] {
      let (proof, id) = try inside.door.prove(to: try PairingMessage(decoding: body))
      inside.heard = surroundings.clock().monotonicMilliseconds
      do {
        inside.meeting = try inside.working { laptop in
          try laptop.writing { try $0.store.beginMeeting(id, clock: $1) }
        }
      } catch {
        inside.end = inside.failed(error)
        throw MeetingError.over
      }
      return proof.encoded
    }

    /// One stream of the other side, and the next of this one. What this side refuses is said to both.
    private func exchange(_ body: [UInt8], _ inside: inout Inside) throws -> [UInt8] {
      // What is not of the two that meet does not disturb them.
      guard var meeting = inside.meeting, meeting.owns(body) else { throw MeetingError.busy }
      inside.heard = surroundings.clock().monotonicMilliseconds
      do {
        let answer = try inside.working { laptop in
          try laptop.writing { records, clock in
            try records.store.take(body, into: &meeting, clock: clock)
            return try records.store.nextStream(of: &meeting)
          }
        }
        inside.meeting = meeting
        if meeting.isOver, let outcome = try inside.laptop.outcome(of: meeting) {
          inside.end = .success(outcome)
        }
        return answer
      } catch ReplicaError.answerOfAnotherRound {
        throw MeetingError.busy
      } catch {
        inside.end = inside.failed(error)
        let code = (error as? MeetingError)?.code ?? (error as? ProtocolError)?.code
        return inside.laptop.store.refusal(code ?? MeetingError.over.code, of: meeting)
      }
    }
  }
}
