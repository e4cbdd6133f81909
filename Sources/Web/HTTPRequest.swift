/// One complete request, checked and bounded before a handler sees it.
package struct HTTPRequest: Sendable {
  /// What is asked for.
  package let method: HTTPMethod
  /// The path and query, raw and decoded.
  package let target: RequestTarget
  /// The header fields in their order.
  package let headers: HTTPHeaders
  /// The whole body; never longer than the route allows.
  package let body: [UInt8]
  /// The other side's address.
  package let peer: IPAddress
  /// Whether the request came over TLS.
  package let isSecure: Bool

  /// A request as a handler would get it; for tests without a socket.
  /// - Throws: `WebError.targetInvalid`.
  package init(
    method: HTTPMethod, target: String, headers: HTTPHeaders = [:], body: [UInt8] = [],
    peer: IPAddress = .loopback, isSecure: Bool = false
  ) throws(WebError) {
    self.method = method
    self.target = try RequestTarget(target)
    self.headers = headers
    self.body = body
    self.peer = peer
    self.isSecure = isSecure
  }

  /// A request whose parts the server has checked already.
  init(
    method: HTTPMethod, checked target: RequestTarget, headers: HTTPHeaders, body: [UInt8],
    peer: IPAddress, isSecure: Bool
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
    self.isSecure = isSecure
  }

  /// The decoded path, with slashes.
  package var path: String { target.path }

  /// The decoded query items.
  package var query: NamedValues { target.query }

  /// The escaped path with its query, for a link back here.
  package var pathAndQuery: String {
    let path = RequestTarget.path(target.segments)
    return query.items.isEmpty ? path : "\(path)?\(query.encoded)"
  }

  /// The media type of the body in lower case, without parameters; nil when none was sent.
  package var contentType: String? {
    guard let value = headers["Content-Type"] else { return nil }
    let type = value.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    return String(decoding: type.map(asciiLowercase), as: UTF8.self)
  }

  /// The cookies in the order sent, at most 64; values are taken as they are.
  package var cookies: NamedValues {
    var items: [NamedValues.Item] = []
    for header in headers.all("Cookie") {
      for part in header.utf8.split(separator: UInt8(ascii: ";")) where items.count < 64 {
        let trimmed = part.drop { $0 == UInt8(ascii: " ") }
        let pair = trimmed.split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { continue }
        items.append(
          NamedValues.Item(name: String(Substring(pair[0])), value: String(Substring(pair[1]))))
      }
    }
    return NamedValues(items)
  }
}
