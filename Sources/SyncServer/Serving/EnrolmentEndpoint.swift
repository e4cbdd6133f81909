import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Web

/// `GET /enrolment` and `POST /enrolment`: how a laptop with a code comes in.
final class EnrolmentEndpoint: Sendable {
  static let path = "/enrolment"
  /// Bytes of the longest request that is read.
  static let bodyLimit = 4 << 10

  private let centre: Centre
  /// By address: ten wrong codes are free, since several laptops may share one.
  private let limiter = Mutex(AttemptLimiter(freeFailures: 10))

  init(_ centre: Centre) { self.centre = centre }

  /// What the centre says of itself.
  func offer(_ request: HTTPRequest) -> HTTPResponse {
    .bytes(centre.offer(isSecure: request.isSecure).encoded, type: SyncEndpoint.mediaType)
  }

  /// Lets a laptop in, or says by a code why not.
  func enrol(_ request: HTTPRequest) -> HTTPResponse {
    guard request.contentType == SyncEndpoint.mediaType else { return SyncEndpoint.wrongType }
    let address = request.peer.description
    let now = centre.surroundings.clock().monotonicMilliseconds
    let wait = limiter.withLock { $0.wait(address, now: now) }
    guard wait == 0 else { return Self.tooManyTries(seconds: (wait + 999) / 1000) }
    do {
      let enrolment = try EnrolmentRequest(decoding: request.body)
      let grant = try centre.enrol(enrolment, isSecure: request.isSecure)
      limiter.withLock { $0.succeed(address) }
      return .bytes(grant.encoded, type: SyncEndpoint.mediaType)
    } catch let refusal as EnrolmentRefusal {
      limiter.withLock { $0.fail(address, now: now) }
      return ProblemResponse.make(refusal.status, refusal.code, refusal.words)
    } catch let damage as ProtocolError {
      limiter.withLock { $0.fail(address, now: now) }
      return ProblemResponse.make(
        400, damage.code,
        BilingualText(
          vi: "Yêu cầu ghi danh bị hỏng trên đường; chưa ghi gì. Hãy thử lại.",
          en: "The enrolment request was damaged on its way; nothing was kept. Try again."))
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  private static func tooManyTries(seconds: Int64) -> HTTPResponse {
    var response = ProblemResponse.make(
      429, "too-many-attempts",
      BilingualText(
        vi: "Sai mã quá nhiều lần. Hãy thử lại sau \(seconds) giây.",
        en: "Too many wrong codes. Try again in \(seconds) seconds."))
    response.headers.set("Retry-After", String(seconds))
    return response
  }
}
