import Replica
import Web

/// What the two sides of a meeting ask for over HTTP (SPEC 22.2, 22.3).
enum NeighbourPath {
  static let offer = "/neighbour"
  static let share = "/neighbour/share"
  static let proof = "/neighbour/proof"
  static let exchange = "/neighbour/exchange"

  /// The header in which the side that waits says why it does not go on.
  static let problemHeader = "CamTay-Problem"
  /// Bytes of a share or a proof.
  static let messageBytes = 64
  static let type = "application/octet-stream"

  /// The answer that says why nothing comes.
  static func refusal(_ error: MeetingError) -> HTTPResponse {
    let status =
      switch error {
      case .codeWrong: 403
      case .over: 410
      case .busy: 409
      default: 400
      }
    var response = HTTPResponse.plain(status)
    response.headers.set(problemHeader, error.code)
    return response
  }

  /// What such an answer means to the side that joins.
  static func error(of response: ClientResponse) -> any Error {
    switch (response.status, response.headers[problemHeader]) {
    case (403, MeetingError.codeWrong.code): MeetingError.codeWrong
    case (410, MeetingError.over.code): MeetingError.over
    case (409, MeetingError.busy.code): MeetingError.busy
    default: NeighbourError.notALaptop
    }
  }
}
