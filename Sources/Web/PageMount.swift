/// Pages that are served a second time below a prefix, about other data: requests lose the prefix on
/// their way in, and the addresses in answers get it on their way out.
///
/// So a tab stays where it is: a form that was opened below the prefix is saved there, whatever other
/// tabs show. It relies on what `HTML` promises: text is escaped, so that an attribute's opening
/// quote is always markup.
package struct PageMount: Sendable {
  /// The one segment in front, such as `/practice`.
  package let prefix: String
  /// Addresses, with everything below them, that mean the same page from inside as from outside.
  package let shared: [String]

  /// Attributes that hold an address on this server.
  private static let attributes = [
    "action", "data-draft", "data-live", "data-proposals", "formaction", "href", "src",
  ]

  /// - Parameters:
  ///   - prefix: one segment with its slash.
  ///   - shared: paths that get no prefix.
  package init(_ prefix: String, shared: [String]) {
    precondition(
      prefix.hasPrefix("/") && !prefix.dropFirst().contains("/") && prefix.count > 1,
      "one segment with its slash")
    self.prefix = prefix
    self.shared = shared
  }

  /// The request as the pages know it; nil for one outside.
  package func inner(_ request: HTTPRequest) -> HTTPRequest? {
    guard let target = inner(request.target) else { return nil }
    return HTTPRequest(
      method: request.method, checked: target, headers: request.headers, body: request.body,
      peer: request.peer, isSecure: request.isSecure)
  }

  /// The target as the pages know it; nil for one outside.
  package func inner(_ target: RequestTarget) -> RequestTarget? {
    guard let first = target.segments.first, first.utf8.elementsEqual(prefix.dropFirst().utf8)
    else { return nil }
    return target.withoutFirstSegment
  }

  /// The answer with the prefix in front of every address of these pages.
  package func outer(_ response: HTTPResponse) -> HTTPResponse {
    var response = response
    if let location = response.headers["Location"] {
      response.headers.set("Location", outer(location))
    }
    if response.headers["Content-Type"]?.utf8.starts(with: "text/html".utf8) == true {
      response.body = rewritten(response.body)
    }
    return response
  }

  /// An address with the prefix; one that is shared, or leads elsewhere, as it is.
  package func outer(_ address: String) -> String {
    guard isOurs(address.utf8) else { return address }
    return address.utf8.elementsEqual("/".utf8) ? prefix : prefix + address
  }

  private func isOurs(_ address: some Collection<UInt8>) -> Bool {
    guard address.first == UInt8(ascii: "/"), address.dropFirst().first != UInt8(ascii: "/") else {
      return false
    }
    return !isShared(address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
  }

  /// Whether a path means the same page from inside as from outside.
  package func isShared(_ path: String) -> Bool { isShared(Array(path.utf8)) }

  private func isShared(_ path: some Collection<UInt8>) -> Bool {
    shared.contains { shared in
      path.starts(with: shared.utf8)
        && [nil, UInt8(ascii: "/")].contains(path.dropFirst(shared.utf8.count).first)
    }
  }

  private func rewritten(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count + body.count / 16)
    var start = 0
    var index = 0
    while let quote = body[index...].firstIndex(of: UInt8(ascii: "\"")) {
      let value = quote + 1
      guard Self.opensAddress(body[..<quote]) else {
        index = value
        continue
      }
      let end = body[value...].firstIndex(of: UInt8(ascii: "\"")) ?? body.endIndex
      if isOurs(body[value..<end]) {
        result += body[start..<value]
        result += outer(String(decoding: body[value..<end], as: UTF8.self)).utf8
        start = end
      }
      index = end == body.endIndex ? end : end + 1
    }
    return result + body[start...]
  }

  /// Whether what stands before a quote is the name of an attribute with an address.
  private static func opensAddress(_ markup: ArraySlice<UInt8>) -> Bool {
    guard markup.last == UInt8(ascii: "=") else { return false }
    let name = markup.dropLast().suffix(16).reversed().prefix { $0 != UInt8(ascii: " ") }
    return attributes.contains { $0.utf8.reversed().elementsEqual(name) }
  }
}
