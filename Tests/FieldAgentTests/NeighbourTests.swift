import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import FieldAgent

/// Two laptops of this process that meet over real connections, and who may stand between them.
@Suite(.serialized) struct NeighbourTests {
  /// A centre, and two laptops of one hamlet that have synced.
  private func pair() throws -> (centre: TestCentre, one: TestLaptop, two: TestLaptop) {
    let centre = try TestCentre()
    let one = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 60)
    let two = try TestLaptop(of: centre, "Trần Thị Bình", seed: 90)
    for laptop in [one, two] { try #require(laptop.run("sync").code == .done) }
    return (centre, one, two)
  }

  private func wait(_ laptop: TestLaptop, minutes: Int = 10) throws -> WaitingLaptop {
    try WaitingLaptop(
      NeighbourWaiting(
        laptop.open(), laptop.machine.surroundings, port: 0, minutes: minutes,
        address: "127.0.0.1"))
  }

  private func join(
    _ laptop: TestLaptop, port: UInt16, _ code: PairingCode
  ) throws -> NeighbourOutcome {
    try NeighbourJoining(
      try laptop.open(patienceMilliseconds: 5_000), at: NeighbourAddress("127.0.0.1:\(port)"),
      code: code
    ).run()
  }

  /// Why a laptop does not come to meet the one at a port.
  private func refusal(
    _ laptop: TestLaptop, port: UInt16, _ code: PairingCode
  ) throws -> (any Error)? {
    do {
      _ = try join(laptop, port: port, code)
      return nil
    } catch let error as NeighbourBreak {
      return error.reason
    }
  }

  @Test func `two laptops exchange what both may hold`() throws {
    let (centre, one, two) = try pair()
    _ = try one.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    _ = try two.save("household", "add", "--place", "Xóm 1", "--name", "Hộ hai")
    do {
      let waiting = try wait(one)
      let joined = try join(two, port: waiting.port, waiting.code)
      let waited = try waiting.outcome()
      #expect(joined.hamlets == ["Xóm 1"] && waited.hamlets == ["Xóm 1"])
      #expect(joined.report.takenBatches == 1 && waited.report.takenBatches == 1)
    }
    for laptop in [one, two] {
      let list = laptop.run("household", "list")
      #expect(list.output.contains("Hộ một") && list.output.contains("Hộ hai"))
    }
    withExtendedLifetime(centre) {}
  }

  @Test func `who relays the connection untouched is found out before anything is given`() throws {
    let (centre, one, two) = try pair()
    let waiting = try wait(one)
    let relay = try Relay(to: waiting.port)
    #expect(
      try refusal(two, port: relay.port, waiting.code) as? NeighbourError == .between)
    #expect(relay.paths == [NeighbourPath.offer])
    // It has cost no attempt.
    _ = try join(two, port: waiting.port, waiting.code)
    _ = try waiting.outcome()
    withExtendedLifetime(centre) {}
  }

  @Test func `who relays it under a key of their own fails at the code, three times at most`()
    throws
  {
    let (centre, one, two) = try pair()
    let waiting = try wait(one)
    let relay = try Relay(to: waiting.port, replacesPin: true)
    for expected in [MeetingError.codeWrong, .codeWrong, .over] {
      #expect(try refusal(two, port: relay.port, waiting.code) as? MeetingError == expected)
    }
    #expect(!relay.paths.contains(NeighbourPath.exchange))
    #expect(try waiting.reason() as? MeetingError == .over)
    withExtendedLifetime(centre) {}
  }

  @Test func `what is no laptop that waits, and nobody at all, are told apart`() throws {
    let (centre, one, two) = try pair()
    let code = try #require(PairingCode(parsing: "123456"))
    let page = try Relay(to: 9)
    #expect(try refusal(two, port: page.port, code) as? NeighbourError == .notALaptop)
    let waiting = try wait(one)
    let port = waiting.port
    waiting.stop()
    #expect(try waiting.reason() as? NeighbourError == .stopped)
    #expect(try refusal(two, port: port, code) as? NeighbourError == .unreachable)
    // A minute by this machine's clock, which a test makes pass quickly.
    #expect(try wait(two, minutes: 1).reason() as? NeighbourError == .nobodyCame)
    withExtendedLifetime(centre) {}
  }

  @Test func `a stranger who knows the door does not disturb two that meet`() throws {
    let (centre, one, two) = try pair()
    let waiting = try wait(one)
    let client = HTTPClient(trust: .unverified)
    let url = "https://127.0.0.1:\(waiting.port)"
    for path in [NeighbourPath.share, NeighbourPath.proof, NeighbourPath.exchange] {
      for body in [[], Array("nothing".utf8), [UInt8](repeating: 7, count: 60)] {
        let answer = try client.send(ClientRequest(.post, url + path, body: body))
        #expect(answer.status == 400 || answer.status == 409, "\(path)")
      }
    }
    #expect(
      try client.send(
        ClientRequest(
          .post, url + NeighbourPath.share, body: [UInt8](repeating: 7, count: 1_000))
      ).status == 413)
    #expect(try client.send(ClientRequest(.get, url + "/today")).status == 404)
    _ = try join(two, port: waiting.port, waiting.code)
    _ = try waiting.outcome()
    withExtendedLifetime(centre) {}
  }

  @Test func `addresses are read as people type them`() throws {
    for (typed, url) in [
      ("10.0.0.5", "https://10.0.0.5:8766"), ("10.0.0.5:99", "https://10.0.0.5:99"),
      (" https://10.0.0.5:99/ ", "https://10.0.0.5:99"), ("may-2", "https://may-2:8766"),
      ("fd00::7", "https://[fd00::7]:8766"), ("[fd00::7]", "https://[fd00::7]:8766"),
      ("[fd00::7]:99", "https://[fd00::7]:99"),
    ] {
      #expect(try NeighbourAddress(typed).url == url)
    }
    for typed in ["", "a/b", "http://10.0.0.5", "x@10.0.0.5", "10.0.0.5:port", "10.0.0.5?x"] {
      #expect(throws: WebError.urlInvalid(typed)) { try NeighbourAddress(typed) }
    }
  }
}

/// A laptop that waits on a thread of its own.
private final class WaitingLaptop: Sendable {
  private struct State {
    var result: Result<NeighbourOutcome, any Error>?
    var isStopped = false
  }

  private let waiting: NeighbourWaiting
  private let state = Confined(State())

  init(_ waiting: NeighbourWaiting) throws {
    self.waiting = waiting
    let state = state
    Thread.detachNewThread {
      let result = Result { try waiting.run(shouldStop: { state.use(\.isStopped) }) }
      state.update { $0.result = result }
    }
  }

  var port: UInt16 { waiting.port }
  var code: PairingCode { waiting.code }

  func stop() { state.update { $0.isStopped = true } }

  private func result() throws -> Result<NeighbourOutcome, any Error> {
    for _ in 0..<3_000 {
      if let result = state.use(\.result) { return result }
      usleep(10_000)
    }
    throw NeighbourError.nobodyCame
  }

  func outcome() throws -> NeighbourOutcome { try result().get() }

  /// Why it has not met anybody.
  func reason() throws -> (any Error)? {
    do {
      _ = try outcome()
      return nil
    } catch let error as NeighbourBreak {
      return error.reason
    }
  }
}

/// Somebody between two laptops, with a TLS key of their own.
private final class Relay: Sendable {
  private let server: HTTPServer
  private let seen = Confined([String]())

  /// - Parameter replacesPin: whether the offer is changed, so that the connection behind it holds.
  init(to port: UInt16, replacesPin: Bool = false) throws {
    let certificate = try SelfSignedCertificate(
      names: ["relay"], serialNumber: [5], notBefore: 1_700_000_000, notAfter: 2_000_000_000)
    var configuration = ServerConfiguration()
    configuration.identity = certificate.identity
    let client = HTTPClient(trust: .unverified)
    let (seen, pin) = (seen, certificate.pin.description)
    server = HTTPServer(configuration: configuration) { request in
      seen.update { $0.append(request.path) }
      guard
        let answer = try? client.send(
          ClientRequest(
            request.method, "https://127.0.0.1:\(port)\(request.path)", body: request.body))
      else { return .plain(404) }
      var response = HTTPResponse(status: answer.status, headers: answer.headers, body: answer.body)
      response.headers = [:]
      if let problem = answer.headers[NeighbourPath.problemHeader] {
        response.headers.set(NeighbourPath.problemHeader, problem)
      }
      if replacesPin, request.path == NeighbourPath.offer,
        var offer = try? PairingOffer(decoding: answer.body)
      {
        offer.pin = pin
        response.body = offer.encoded
      }
      return response
    }
    try server.start()
  }

  deinit { server.stop() }

  var port: UInt16 { server.port ?? 0 }
  var paths: [String] { seen.use { $0 } }
}
