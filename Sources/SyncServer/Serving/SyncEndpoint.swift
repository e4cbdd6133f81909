import Dispatch
import FieldWork
import Synchronization
import Web

/// `POST /sync/v1`: one round of a laptop, bytes in and bytes out.
enum SyncEndpoint {
  static let path = "/sync/v1"
  static let mediaType = "application/octet-stream"

  /// Answers a round when its group is on disk. What cannot be believed gets a signed PROBLEM in the
  /// answer; a status other than 200 means that nothing of the request was kept.
  static func respond(
    to request: HTTPRequest, through rounds: RoundQueue,
    _ send: @escaping @Sendable (HTTPResponse) -> Void
  ) {
    guard request.contentType == mediaType else { return send(wrongType) }
    rounds.submit(request.body) { answer in
      switch answer {
      case .success(let bytes): send(.bytes(bytes, type: mediaType))
      case .failure(let error): send(ProblemResponse.make(for: error))
      }
    }
  }

  /// The same for a caller without a connection that could wait.
  static func respond(to request: HTTPRequest, through rounds: RoundQueue) -> HTTPResponse {
    let answered = DispatchSemaphore(value: 0)
    let response = Mutex(HTTPResponse.plain(500))
    respond(to: request, through: rounds) { answer in
      response.withLock { $0 = answer }
      answered.signal()
    }
    answered.wait()
    return response.withLock { $0 }
  }

  static let wrongType = ProblemResponse.make(
    415, "content-type-unknown",
    BilingualText(
      vi: "Chỉ nhận \(mediaType); chưa nhận gì.", en: "Only \(mediaType); nothing was taken."))
}
