import Cryptography
import Replica
import SyncProtocol
import Web

/// The way in to the pages: a random token that only this user's programs know.
///
/// Any program on the machine can reach a port of 127.0.0.1. The token stands in the address that
/// `camtay serve --open` hands to the browser, is exchanged for a cookie at once, and ends with the
/// server.
struct DoorToken: Sendable {
  /// Where the token is exchanged.
  static let path = "/door"
  private static let cookieName = "camtay-door"

  /// 256 random bits in hexadecimal.
  let text: String

  init(random: inout some RandomNumberGenerator) {
    text = Hexadecimal.encode(random.bytes(32))
  }

  /// The address of the way in, below `http://127.0.0.1:PORT`.
  var address: String { "\(Self.path)?token=\(text)" }

  /// Whether a browser has come in.
  func isHeld(by request: HTTPRequest) -> Bool {
    request.cookies.all(Self.cookieName).contains(where: isRight)
  }

  /// Answers who comes with the token: the cookie, and on to the first page.
  func answer(_ request: HTTPRequest) -> HTTPResponse? {
    guard isRight(request.query["token"] ?? "") else { return nil }
    var response = HTTPResponse.seeOther("/")
    response.headers.set(
      "Set-Cookie", "\(Self.cookieName)=\(text); Path=/; HttpOnly; SameSite=Strict")
    return response
  }

  private func isRight(_ typed: String) -> Bool {
    constantTimeEqual(Array(typed.utf8), Array(text.utf8))
  }
}
