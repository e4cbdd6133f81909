import Replica
import SyncProtocol
import Web

/// The side of a meeting that types what the other laptop shows (SPEC 22).
package struct NeighbourJoining {
  /// Milliseconds until a laptop on the same network must have answered the door.
  private static let connectMilliseconds = 5_000
  /// Seconds after which a transfer that stands still is given up.
  private static let silentSeconds = 20

  private let laptop: Laptop
  private let address: NeighbourAddress
  private let code: PairingCode
  private let shouldStop: () -> Bool

  /// Prepares a meeting.
  package init(
    _ laptop: Laptop, at address: NeighbourAddress, code: PairingCode,
    shouldStop: @escaping () -> Bool = { false }
  ) {
    self.laptop = laptop
    self.address = address
    self.code = code
    self.shouldStop = shouldStop
  }

  /// Meets the laptop that waits there, to the end.
  ///
  /// - Throws: `NeighbourBreak`. What was taken in by then stands, and another meeting goes on there.
  package func run(
    progress: (MeetingReport) -> Void = { _ in }
  ) throws -> NeighbourOutcome {
    var meeting: NeighbourMeeting?
    do {
      try laptop.store.readyToMeet()
      var random = laptop.random
      let (client, id) = try laptop.releasingHome { try pair(random: &random) }
      meeting = try laptop.writing { records, clock in
        try records.store.beginMeeting(id, clock: clock)
      }
      while var current = meeting, !current.isOver {
        try step(&current, client)
        meeting = current
        progress(current.report)
      }
    } catch {
      throw NeighbourBreak(reason: error, outcome: try meeting.flatMap(laptop.outcome))
    }
    laptop.records.search.invalidate()
    laptop.forgetErasedDrafts()
    guard let outcome = try meeting.flatMap(laptop.outcome) else {
      throw NeighbourBreak(reason: NeighbourError.notALaptop, outcome: nil)
    }
    return outcome
  }

  /// Agrees on a meeting by the code, over a connection whose key the code has confirmed.
  private func pair(
    random: inout AnyRandomNumberGenerator
  ) throws -> (client: HTTPClient, meeting: [UInt8]) {
    let answer = try send(HTTPClient(trust: .unverified), .get, NeighbourPath.offer, [])
    let offer = try read { try PairingOffer(decoding: answer) }
    guard let pin = try? PublicKeyPin(offer.pin) else { throw NeighbourError.notALaptop }
    let client = HTTPClient(trust: .pinnedKey(pin))
    let attempt = try PairingAttempt(offer, code: code, random: &random)
    let share = try send(client, .post, NeighbourPath.share, attempt.share.encoded)
    let (proof, key) = try attempt.prove(to: try read { try PairingMessage(decoding: share) })
    let confirmed = try send(client, .post, NeighbourPath.proof, proof.encoded)
    return (client, try attempt.finish(try read { try PairingMessage(decoding: confirmed) }, key))
  }

  /// One stream there, and one back.
  private func step(_ meeting: inout NeighbourMeeting, _ client: HTTPClient) throws {
    let stream = try laptop.store.nextStream(of: &meeting)
    let answer = try laptop.releasingHome {
      try send(client, .post, NeighbourPath.exchange, stream)
    }
    do {
      try laptop.writing { records, clock in
        _ = try records.store.take(answer, into: &meeting, clock: clock)
      }
    } catch {
      tell(error, in: meeting, client)
      throw error
    }
  }

  /// Says why this side does not go on, so that the other one can say it too.
  private func tell(_ error: any Error, in meeting: NeighbourMeeting, _ client: HTTPClient) {
    if case MeetingError.refused = error { return }
    guard let code = (error as? MeetingError)?.code ?? (error as? ProtocolError)?.code else {
      return
    }
    _ = try? laptop.releasingHome {
      try send(client, .post, NeighbourPath.exchange, laptop.store.refusal(code, of: meeting))
    }
  }

  private func send(
    _ client: HTTPClient, _ method: HTTPMethod, _ path: String, _ body: [UInt8]
  ) throws -> [UInt8] {
    var request = ClientRequest(
      method, address.url + path, headers: ["Content-Type": NeighbourPath.type], body: body)
    request.connectTimeoutMilliseconds = Self.connectMilliseconds
    request.lowSpeedSeconds = Self.silentSeconds
    request.maximumResponseBytes = Limits.streamBytes
    let response: ClientResponse
    do {
      response = try client.send(request, shouldStop: shouldStop)
    } catch {
      throw NeighbourError(error)
    }
    guard response.status == 200 else { throw NeighbourPath.error(of: response) }
    return response.body
  }

  /// Reads what must be a laptop's answer; anything else is somebody's web page.
  private func read<Message>(_ decode: () throws -> Message) throws -> Message {
    do {
      return try decode()
    } catch ProtocolError.unsupportedVersion(let version) {
      throw ProtocolError.unsupportedVersion(version)
    } catch {
      throw NeighbourError.notALaptop
    }
  }
}
