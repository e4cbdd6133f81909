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
      while ended(sockets).count < 36 { sched_yield() }
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
      while ended(sockets).count < 36 { sched_yield() }
      #expect(other.send([65, 65, 65, 65, 65, 65, 65]))
      let answer = String(decoding: other.readToEnd() ?? [], as: UTF8.self)
      #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("10"))
    }
  }

  @Test func `who announces more than a share is told to come back, and is served then`() throws {
    var configuration = configuration()
    configuration.maximumBufferedBytes = 1_000
    configuration.maximumBufferedBytesPerAddress = 600
    let server = HTTPServer(configuration: configuration) { .text("\($0.body.count)") }
    try withServer(server) { port in
      let holder = try RawSocket(port: port)
      #expect(holder.send(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 600\r\n\r\n".utf8)))
      while server.bufferedBytes == 0 { sched_yield() }
      let whole =
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"
      // Another address is served at once.
      let other = try RawSocket(port: port, from: try #require(IPAddress("127.0.0.2")))
      #expect(other.send(Array(whole.utf8)))
      #expect(String(decoding: other.readToEnd() ?? [], as: UTF8.self).hasSuffix("\r\n\r\n3"))
      // The same one is refused once, and what it had left is cut.
      let refused = try RawSocket(port: port)
      #expect(refused.send(Array(whole.utf8)))
      let answer = String(decoding: refused.readToEnd() ?? [], as: UTF8.self)
      #expect(answer.hasPrefix("HTTP/1.1 429 ") && answer.contains("\r\nRetry-After: "))
      #expect(holder.readToEnd() == [])
      while server.bufferedBytes > 0 { sched_yield() }
      #expect(try rawExchange(port, whole).hasSuffix("\r\n\r\n3"))
    }
  }
}
