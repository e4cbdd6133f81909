import Glibc
import SyncProtocol
import Web

/// The bounds of what the centre takes over a network.
enum ServeBounds {
  /// Bytes of a sync request.
  static let streamBytes = Limits.streamBytes
  /// Connections at a time, below the 1,024 descriptors that Linux gives a process; what they hold in
  /// memory is bounded by `bufferedBytes`.
  static let connections = 640
  /// Bytes of requests and answers in memory at a time; more laptops are told to come back.
  static let bufferedBytes = 128 << 20
  /// Connections at a time from one address: a commune's office may be behind one.
  static let connectionsPerAddress = 256
  /// Of them those whose request has not come whole: connections that somebody opens and leaves keep
  /// none of the others out.
  static let unfinishedPerAddress = 128
  /// Bytes of bodies from one address, from when they are announced until their answer is over.
  static let bufferedBytesPerAddress = 64 << 20
}

/// A centre that listens.
package final class CentreServer: Sendable {
  /// The port when none is named.
  package static let defaultPort: UInt16 = 8765

  /// What to show to people: where the pages are.
  package var url: String {
    let host = address.isVersion6 ? "[\(address)]" : address.description
    return "\(isSecure ? "https" : "http")://\(host):\(server.port ?? 0)"
  }

  /// The port that is listened on; nil when not running.
  package var port: UInt16? { server.port }
  /// Whether TLS is spoken; on loopback it is not.
  package let isSecure: Bool
  private let address: IPAddress
  private let server: HTTPServer
  private let desk: CentreDesk

  /// Prepares a server: plain HTTP on loopback, TLS with the centre's certificate anywhere else.
  ///
  /// - Parameters:
  ///   - address: a numeric address.
  ///   - hosts: further names under which browsers reach it.
  /// - Throws: `WebError.addressInvalid`.
  package init(
    _ centre: Centre, address text: String = "127.0.0.1", port: UInt16 = defaultPort,
    hosts: [String] = [], pages: [PageRoute] = CentrePages.routes
  ) throws {
    guard let address = IPAddress(text) else { throw WebError.addressInvalid(text) }
    self.address = address
    isSecure = !address.isLoopback
    var configuration = ServerConfiguration()
    configuration.address = text
    configuration.port = port
    configuration.identity = address.isLoopback ? nil : centre.keys.webIdentity
    configuration.maximumConnections = ServeBounds.connections
    configuration.maximumConnectionsPerAddress = ServeBounds.connectionsPerAddress
    configuration.maximumUnfinishedPerAddress = ServeBounds.unfinishedPerAddress
    configuration.maximumBufferedBytesPerAddress = ServeBounds.bufferedBytesPerAddress
    configuration.maximumBodyBytes = ServeBounds.streamBytes
    let names =
      ["localhost", "127.0.0.1", "::1", address.description] + centre.settings.hosts + hosts
      + (address.bytes.allSatisfy { $0 == 0 } ? Self.ownAddresses() : [])
    configuration.maximumBufferedBytes = ServeBounds.bufferedBytes
    let desk = CentreDesk(centre, hosts: names, pages: pages)
    self.desk = desk
    configuration.bodyLimit = { desk.bodyLimit($0, $1) }
    configuration.longBodyAnswer = { desk.longBodyAnswer($0, $1, $2) }
    server = HTTPServer(configuration: configuration) { desk.respond(to: $0, later: $1) }
  }

  /// Listens; requests are answered when this returns.
  /// - Throws: `WebError`.
  package func start() throws {
    try server.start()
    // Pages find out for themselves what could not be looked for yet, and say why.
    try? desk.centre.lookAhead()
  }

  /// How many open pages wait for news at this moment.
  var waitingPages: Int { desk.waitingPages }

  /// Lets answers under way finish, then ends.
  package func stop() {
    // First: the server would wait for pages that wait for news.
    desk.sendPagesAway()
    server.stop()
    desk.stop()
  }

  /// The machine's addresses, which people type when the server listens on all of them.
  private static func ownAddresses() -> [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [String] = []
    var next = first
    while let entry = next {
      next = entry.pointee.ifa_next
      guard let socketAddress = entry.pointee.ifa_addr else { continue }
      let family = Int32(socketAddress.pointee.sa_family)
      guard family == AF_INET || family == AF_INET6 else { continue }
      let length =
        family == AF_INET
        ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let code = getnameinfo(
        socketAddress, socklen_t(length), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
      guard code == 0 else { continue }
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      found.append(String(decoding: bytes.prefix { $0 != UInt8(ascii: "%") }, as: UTF8.self))
    }
    return found
  }
}
