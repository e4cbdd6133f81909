import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Web

/// `POST /courier/v1`: a question of a laptop that carries bundles of others, and the signed answer.
final class CourierEndpoint: Sendable {
  static let path = "/courier/v1"
  /// Questions of one laptop within a minute: pieces of 700 MB.
  private static let questionsPerMinute = 3_000
  /// After how many seconds a courier asks again whose last question is not answered yet.
  private static let retrySeconds = 2

  private let centre: Centre
  /// By address: requests that nobody of this installation signed.
  private let strangers = Mutex(AttemptLimiter(freeFailures: 10))
  private let rates = Mutex(RateWindow(limit: questionsPerMinute, spanMilliseconds: 60_000))
  /// The couriers and bundles that are being worked on.
  private let busy = Mutex<Set<[UInt8]>>([])

  init(_ centre: Centre) { self.centre = centre }

  /// Answers one question. A status other than 200 means that nothing was kept of it.
  func respond(to request: HTTPRequest) -> HTTPResponse {
    guard request.contentType == SyncEndpoint.mediaType else { return SyncEndpoint.wrongType }
    let address = request.peer.description
    let now = centre.surroundings.clock().monotonicMilliseconds
    let wait = strangers.withLock { $0.wait(address, now: now) }
    guard wait == 0 else { return Self.later(milliseconds: wait) }
    do {
      let asked = try CourierRequest(decoding: request.body)
      guard let courier = try courier(of: asked) else {
        strangers.withLock { $0.fail(address, now: now) }
        return try answer(.refused("unknown-replica"), to: asked)
      }
      let rate = rates.withLock { $0.take("\(courier.rawValue)", now: now) }
      guard rate == 0 else { return Self.later(milliseconds: rate) }
      return try respond(to: asked, of: courier)
    } catch let damage as ProtocolError {
      strangers.withLock { $0.fail(address, now: now) }
      return ProblemResponse.make(
        400, damage.code,
        BilingualText(
          vi: "Yêu cầu của máy mang giúp bị hỏng trên đường; chưa nhận gì. Hãy thử lại.",
          en: "The courier's request was damaged on its way; nothing was kept. Try again."))
    } catch let problem as StickProblem {
      return ProblemResponse.make(503, problem.code, problem.words)
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  /// Whose question it is, where that is a laptop of this installation and it signed this.
  private func courier(of asked: CourierRequest) throws -> ReplicaID? {
    let replica = asked.courier.replica
    guard let known = try centre.inspect({ try $0.store.certificate(of: replica) }),
      known.role == .laptop, asked.isSigned(by: known.publicKey, primitives: .standard)
    else { return nil }
    return replica
  }

  /// One question of a courier at a time, and one about a bundle.
  private func respond(
    to asked: CourierRequest, of courier: ReplicaID
  ) throws -> HTTPResponse {
    let claims = [Array("\(courier.rawValue)".utf8), asked.question.bundle].compactMap(\.self)
    let isFree = busy.withLock { busy in
      guard busy.isDisjoint(with: claims) else { return false }
      busy.formUnion(claims)
      return true
    }
    guard isFree else { return Self.later(milliseconds: Int64(Self.retrySeconds) * 1_000) }
    defer { busy.withLock { $0.subtract(claims) } }
    let fate = try centre.laptopFates()[courier]
    let reply: CourierReply =
      switch fate {
      case .lost: .refused("courier-lost")
      case .replaced: .refused("courier-replaced")
      case nil: try CourierDesk(centre, courier).answer(asked.question)
      }
    return try answer(reply, to: asked)
  }

  private func answer(_ reply: CourierReply, to asked: CourierRequest) throws -> HTTPResponse {
    let identity = centre.keys.identity
    let answer = CourierAnswer(
      reply, by: identity.certificate, nonce: asked.nonce, signer: identity.signer)
    return .bytes(answer.encoded, type: SyncEndpoint.mediaType)
  }

  private static func later(milliseconds: Int64) -> HTTPResponse {
    let seconds = max(1, (milliseconds + 999) / 1_000)
    var response = ProblemResponse.make(
      429, "too-many-attempts",
      BilingualText(
        vi: "Hỏi dồn quá; chưa nhận gì. Hãy thử lại sau \(seconds) giây.",
        en: "Too many questions at once; nothing was kept. Try again in \(seconds) seconds."))
    response.headers.set("Retry-After", String(seconds))
    return response
  }
}

extension CourierQuestion {
  /// The bundle that it is about, where it is about one.
  fileprivate var bundle: [UInt8]? {
    switch self {
    case .piece(let place, _), .fetch(let place): place.bundle
    case .fetched(let bundle): bundle
    case .carrying, .manifest, .returns: nil
    }
  }
}
