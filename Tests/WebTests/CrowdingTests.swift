import Glibc
import Testing

@testable import Web

/// Connections that somebody opens and leaves must not keep others out.
@Suite struct CrowdingTests {
  private static let half =
    "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\nabc"

  /// Nothing in these tests ends because time goes by.
  private func configuration() -> ServerConfiguration {
    var configuration = ServerConfiguration()
    configuration.idleTimeoutSeconds = 3_600
    configuration.requestTimeoutSeconds = 3_600
    configuration.maximumUnfinishedPerAddress = 4
    return configuration
  }

  /// Sockets of which the server has closed its side.
  private func ended(_ sockets: [RawSocket]) -> [Int] {
    sockets.indices.filter { sockets[$0].readToEnd(milliseconds: 0) != nil }
  }

  @Test func `requests that one address leaves unfinished keep nobody out`() throws {
    try withServer(configuration()) {
      .text("\($0.body.count)")
    } test: { url, port in
      let sockets = try (0..<40).map { _ in try RawSocket(port: port) }
      for socket in sockets { _ = socket.send(Array(Self.half.utf8)) }
      try #require(eventually { ended(sockets).count >= 36 })
      let served = try HTTPClient(trust: .system).send(
        ClientRequest(.post, url + "/", body: [1, 2, 3]))
      #expect(served.status == 200 && served.body == Array("3".utf8))
      // It took the place of one of the four that were left.
      let cut = ended(sockets)
      #expect(cut.count == 37)
      // Those that are left may still end what they have begun.
      for index in sockets.indices where !cut.contains(index) {
        #expect(sockets[index].send([65, 65, 65, 65, 65, 65, 65]))
        let answer = String(decoding: sockets[index].readToEnd() ?? [], as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("10"))
      }
    }
  }

  @Test func `what one address leaves is no other's loss`() throws {
    try withServer(configuration()) {
      .text("\($0.body.count)")
    } test: { _, port in
      let other = try RawSocket(port: port, from: try #require(IPAddress("127.0.0.2")))
      #expect(other.send(Array(Self.half.utf8)))
      let sockets = try (0..<40).map { _ in try RawSocket(port: port) }
      for socket in sockets { _ = socket.send(Array(Self.half.utf8)) }
      try #require(eventually { ended(sockets).count >= 36 })
      #expect(other.send([65, 65, 65, 65, 65, 65, 65]))
      let answer = String(decoding: other.readToEnd() ?? [], as: UTF8.self)
      #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("10"))
    }
  }

  /// Three bytes that ask for the whole share beside what is held already.
  private static let whole =
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"

  private func sharing(silenceSeconds: Int) -> ServerConfiguration {
    var configuration = configuration()
    configuration.maximumBufferedBytes = 1_000
    configuration.maximumBufferedBytesPerAddress = 600
    configuration.shareSilenceSeconds = silenceSeconds
    return configuration
  }

  /// A connection that has taken the share of its address and sent nothing of the body.
  private func holder(_ server: HTTPServer, _ port: UInt16) throws -> RawSocket {
    let holder = try RawSocket(port: port)
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 600\r\nConnection: close\r\n\r\n"
    #expect(holder.send(Array(head.utf8)))
    try #require(eventually { server.bufferedBytes == 600 })
    return holder
  }

  private func exchange(_ socket: RawSocket) -> String {
    #expect(socket.send(Array(Self.whole.utf8)))
    return String(decoding: socket.readToEnd() ?? [], as: UTF8.self)
  }

  @Test func `who announces more than a share is told to come back, and is served then`() throws {
    let server = HTTPServer(configuration: sharing(silenceSeconds: 0)) { .text("\($0.body.count)") }
    try withServer(server) { port in
      // It has announced nothing, so to cut it would make no room.
      let idle = try RawSocket(port: port)
      let holder = try holder(server, port)
      // Another address is served at once.
      let other = try RawSocket(port: port, from: try #require(IPAddress("127.0.0.2")))
      #expect(exchange(other).hasSuffix("\r\n\r\n3"))
      // The same one is refused once, and what it had left is cut.
      let answer = exchange(try RawSocket(port: port))
      #expect(answer.hasPrefix("HTTP/1.1 429 ") && answer.contains("\r\nRetry-After: "))
      #expect(holder.readToEnd() == [])
      try #require(eventually { server.bufferedBytes == 0 })
      #expect(try rawExchange(port, Self.whole).hasSuffix("\r\n\r\n3"))
      #expect(exchange(idle).hasSuffix("\r\n\r\n3"))
    }
  }

  @Test func `who goes on sending is served, however many others ask for its share`() throws {
    let server = HTTPServer(configuration: sharing(silenceSeconds: 3_600)) {
      .text("\($0.body.count)")
    }
    try withServer(server) { port in
      let holder = try holder(server, port)
      for _ in 0..<3 {
        #expect(exchange(try RawSocket(port: port)).hasPrefix("HTTP/1.1 429 "))
        #expect(holder.send(Array(repeating: 65, count: 200)))
      }
      let served = String(decoding: holder.readToEnd() ?? [], as: UTF8.self)
      #expect(served.hasPrefix("HTTP/1.1 200 ") && served.hasSuffix("600"))
    }
  }

  @Test func `a whole body keeps its place in the share until its answer is over`() throws {
    let kept = Kept<DeferredAnswer>()
    let server = HTTPServer(
      configuration: sharing(silenceSeconds: 0),
      deferring: { request, later in
        guard request.body.count == 600 else { return .text("\(request.body.count)") }
        _ = kept.append(later)
        return nil
      })
    try withServer(server) { port in
      let waiting = try holder(server, port)
      #expect(waiting.send(Array(repeating: 65, count: 600)))
      try #require(eventually { !kept.all.isEmpty })
      #expect(exchange(try RawSocket(port: port)).hasPrefix("HTTP/1.1 429 "))
      let other = try RawSocket(port: port, from: try #require(IPAddress("127.0.0.2")))
      #expect(exchange(other).hasSuffix("\r\n\r\n3"))
      for later in kept.all { later.send(.text("late")) }
      #expect(String(decoding: waiting.readToEnd() ?? [], as: UTF8.self).hasSuffix("late"))
      try #require(eventually { server.bufferedBytes == 0 })
      #expect(try rawExchange(port, Self.whole).hasSuffix("\r\n\r\n3"))
    }
  }

  @Test func `only a body that stands still makes room for another`() throws {
    let watch = ConnectionWatch(
      requestSeconds: 3_600, minimumBytesPerSecond: 1, unfinishedPerAddress: 10,
      shareSilenceSeconds: 10)
    let idle = try WatchedSocket(watch, 1)
    let left = try WatchedSocket(watch, 2)
    let alive = try WatchedSocket(watch, 3)
    let newcomer = try WatchedSocket(watch, 4)
    for socket in [left, alive] {
      watch.requestStarted(socket.connection)
      watch.admitted(socket.connection)
    }
    for second in 0..<10 {
      watch.received(1, on: alive.connection)
      if second == 0 { watch.received(1, on: left.connection) }
      watch.makeRoom(for: newcomer.connection, from: .loopback)
      #expect(!left.isCut, "after \(second) seconds")
      watch.tick()
    }
    for _ in 0..<3 { watch.makeRoom(for: newcomer.connection, from: .loopback) }
    #expect(left.isCut && !alive.isCut && !idle.isCut)
    // A body that has come whole, or is over, holds nothing that could be given to another.
    watch.requestComplete(alive.connection)
    for _ in 0..<20 { watch.tick() }
    watch.makeRoom(for: newcomer.connection, from: .loopback)
    watch.answered(alive.connection)
    for _ in 0..<20 { watch.tick() }
    watch.makeRoom(for: newcomer.connection, from: .loopback)
    #expect(!alive.isCut && !idle.isCut)
  }
}

/// One end of a pair of sockets, watched as a connection of loopback.
private final class WatchedSocket {
  let connection: OpaquePointer
  private var ends: [Int32] = [-1, -1]

  /// - Parameter name: stands for the connection's address, which nobody follows.
  init(_ watch: ConnectionWatch, _ name: Int) throws {
    connection = try #require(OpaquePointer(bitPattern: name))
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    watch.opened(connection, socket: ends[0], from: .loopback)
  }

  deinit { for end in ends { close(end) } }

  /// Whether the other side reads the end of the connection.
  var isCut: Bool {
    var byte: UInt8 = 0
    return recv(ends[1], &byte, 1, Int32(MSG_DONTWAIT)) == 0
  }
}
