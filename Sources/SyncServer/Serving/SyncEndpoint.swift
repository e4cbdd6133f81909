import FieldWork
import Web

/// `POST /sync/v0`: one round of a laptop, bytes in and bytes out.
enum SyncEndpoint {
  static let path = "/sync/v0"
  static let mediaType = "application/octet-stream"

  /// Answers a round. What cannot be believed gets a signed PROBLEM in the answer; a status other
  /// than 200 means that nothing of the request was kept.
  static func respond(to request: HTTPRequest, _ centre: Centre) -> HTTPResponse {
    guard request.contentType == mediaType else { return wrongType }
    do {
      return .bytes(try centre.answer(request.body).bytes, type: mediaType)
    } catch {
      return ProblemResponse.make(for: error)
    }
  }

  static let wrongType = ProblemResponse.make(
    415, "content-type-unknown",
    BilingualText(
      vi: "Chỉ nhận \(mediaType); chưa nhận gì.", en: "Only \(mediaType); nothing was taken."))
}
