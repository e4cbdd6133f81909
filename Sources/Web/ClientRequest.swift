/// One request to a server, with its bounds.
package struct ClientRequest: Sendable {
  /// `https://…`, or `http://…` to a loopback address.
  package var url: String
  /// What is asked for.
  package var method: HTTPMethod
  /// Header fields beside those that the transfer itself needs.
  package var headers: HTTPHeaders
  /// The bytes to send.
  package var body: [UInt8]
  /// Milliseconds until a connection must stand.
  package var connectTimeoutMilliseconds = 15_000
  /// Milliseconds for everything together; 0 for no such limit.
  package var totalTimeoutMilliseconds = 0
  /// A transfer below this many bytes a second …
  package var lowSpeedBytesPerSecond = 100
  /// … for this many seconds is given up.
  package var lowSpeedSeconds = 30
  /// The longest answer that is taken; memory never holds more.
  package var maximumResponseBytes = 8 * 1024 * 1024

  /// A request within the default bounds.
  package init(
    _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// A server's complete answer; any status, also 404 and 500, is an answer.
package struct ClientResponse: Equatable, Sendable {
  /// The status code.
  package let status: Int
  /// The header fields of the final answer.
  package let headers: HTTPHeaders
  /// All bytes of it.
  package let body: [UInt8]
}

/// Whose certificate a client accepts; one client has one answer for its whole life.
package enum ClientTrust: Equatable, Sendable {
  /// Only the pinned key counts, whoever signed it: our centre's own certificate.
  case pinnedKey(PublicKeyPin)
  /// Authorities in a PEM file, and the host's name must match; with a pin both must hold.
  case authorities(file: String, pin: PublicKeyPin?)
  /// The authorities that the system trusts, and the host's name must match.
  case system
  /// Any key: only for a first contact whose answer is proven by other means afterwards, as an
  /// enrolment's is. Nothing secret may be sent over it.
  case unverified
}
