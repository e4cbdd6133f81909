/// Refuses requests that another site makes a person's browser send.
///
/// The host's name must be one of ours, else a foreign name pointed at this machine could read
/// its pages; what changes state must come from a page of this very host and port.
package struct OriginGuard: Sendable {
  private let hostNames: [String]

  /// The host names and addresses that people type, without ports.
  package init(hostNames: [String]) { self.hostNames = hostNames }

  /// Whether the request may go on; if not, answer with 403.
  package func allows(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers["Host"], let name = Self.name(host),
      hostNames.contains(where: { asciiEqualIgnoringCase($0, name) })
    else { return false }
    guard request.method.changesState else { return true }
    let origins = request.headers.all("Origin")
    if origins.isEmpty { return request.headers["Sec-Fetch-Site"] == "same-origin" }
    let own = (request.isSecure ? "https://" : "http://") + host
    return origins.count == 1 && asciiEqualIgnoringCase(origins[0], own)
  }

  /// The name in `name:port` or `[address]:port`; nil when damaged.
  private static func name(_ host: String) -> String? {
    let bytes = Array(host.utf8)
    var end = bytes.count
    if bytes.first == UInt8(ascii: "[") {
      guard let close = bytes.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      end = close + 1
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      end = colon
    }
    let port = bytes[end...]
    let isPort = port.dropFirst().allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard end > 0, port.isEmpty || (port.first == UInt8(ascii: ":") && port.count > 1 && isPort)
    else { return nil }
    let name = bytes.first == UInt8(ascii: "[") ? bytes[1..<(end - 1)] : bytes[..<end]
    return String(decoding: name, as: UTF8.self)
  }
}
