import CCurl

/// The rules for addresses that a client may send to.
package enum ClientURL {
  /// Accepts https to anywhere and http to this machine only, without user name or fragment.
  /// - Throws: `WebError.urlInvalid`, `.urlNeedsTLS`.
  package static func check(_ url: String) throws(WebError) {
    guard hasWholeScheme(url), url.utf8.count <= 4096,
      url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }),
      let handle = curl_url()
    else { throw .urlInvalid(url) }
    defer { curl_url_cleanup(handle) }
    guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = part(CURLUPART_SCHEME, of: handle),
      let host = part(CURLUPART_HOST, of: handle), !host.isEmpty,
      part(CURLUPART_USER, of: handle) == nil, part(CURLUPART_PASSWORD, of: handle) == nil,
      part(CURLUPART_FRAGMENT, of: handle) == nil,
      scheme == "http" || scheme == "https"
    else { throw .urlInvalid(url) }
    if scheme == "http", !isLoopback(host) { throw .urlNeedsTLS(url) }
  }

  /// An address as people type it, with the scheme that they left out: http to this very machine,
  /// https beyond it. One with a scheme, even half of one, or that is none, stays as it is.
  package static func withScheme(_ typed: String) -> String {
    guard !typed.isEmpty, !typed.contains("://"),
      !schemes.contains(where: typed.beginsIgnoringCase(with:))
    else { return typed }
    let isOwn = (try? check("http://\(typed)")) != nil
    return "\(isOwn ? "http" : "https")://\(typed)"
  }

  private static let schemes = ["http:", "https:"]

  /// Whether it begins as an address does, with two strokes and no more; libcurl takes one or three
  /// for two.
  private static func hasWholeScheme(_ url: String) -> Bool {
    schemes.contains { scheme in
      url.beginsIgnoringCase(with: scheme + "//") && !url.beginsIgnoringCase(with: scheme + "///")
    }
  }

  /// A loopback number, or `localhost`, which libcurl itself resolves to one.
  private static func isLoopback(_ host: String) -> Bool {
    if asciiEqualIgnoringCase(host, "localhost") { return true }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    let number = isBracketed ? String(host.dropFirst().dropLast()) : host
    return IPAddress(number)?.isLoopback ?? false
  }

  private static func part(_ part: CURLUPart, of handle: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

extension String {
  /// Whether it begins with ASCII letters in either case.
  fileprivate func beginsIgnoringCase(with start: String) -> Bool {
    asciiEqualIgnoringCase(String(prefix(start.count)), start)
  }
}
