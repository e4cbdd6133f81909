import Foundation
import Testing

@testable import Web

@Suite struct BackpressureTests {
  @Test func `a body beyond the budget gets 429 with Retry-After before it is read`() throws {
    var configuration = ServerConfiguration()
    configuration.maximumBufferedBytes = 1_000
    // The holder waits for this test alone, however long a loaded machine keeps it from going on.
    configuration.idleTimeoutSeconds = 3_600
    configuration.requestTimeoutSeconds = 3_600
    let server = HTTPServer(configuration: configuration) { .text("\($0.body.count)") }
    try withServer(server) { port in
      let holder = try RawSocket(port: port)
      // Where the end of sending comes together with the body, libmicrohttpd would wait for another
      // request until the connection has been idle too long.
      let head = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 900\r\n\r\n"
      #expect(holder.send(Array(head.utf8)))
      try #require(eventually { server.bufferedBytes > 0 })
      // Not a byte of the second body is sent, and it is answered.
      let second = try RawSocket(port: port)
      #expect(
        second.send(Array("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n".utf8)))
      let answer = String(
        decoding: second.readToEnd() ?? [], as: UTF8.self)
      #expect(answer.hasPrefix("HTTP/1.1 429 "))
      #expect(answer.contains("\r\nRetry-After: "))
      #expect(answer.contains("\r\nConnection: close"))
      // What was admitted is read to its end, and its bytes are given back.
      #expect(holder.send(Array(repeating: 65, count: 900)))
      holder.finishSending()
      let served = String(decoding: holder.readToEnd() ?? [], as: UTF8.self)
      #expect(served.hasSuffix("900"))
      try #require(eventually { server.bufferedBytes == 0 })
      #expect(
        try rawExchange(
          port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx"
        ).hasSuffix("1"))
    }
  }

  @Test func `senders who are refused together are not called back together`() {
    let budget = IntakeBudget(limit: 1)
    let seconds = (0..<6).map { _ in budget.retrySeconds(shortest: 2) }
    #expect(seconds == [2, 3, 4, 2, 3, 4])
  }

  @Test func `a body that fits the limit is admitted when nothing else is held`() {
    let budget = IntakeBudget(limit: 10)
    #expect(budget.admit(10, from: .loopback) == .admitted)
    #expect(budget.admit(1, from: .loopback) == .full)
    budget.release(10, body: 10, from: .loopback)
    #expect(budget.heldBytes == 0)
    #expect(budget.admit(1, from: .loopback) == .admitted)
  }

  @Test func `one address takes its share and leaves the rest to others`() throws {
    let other = try #require(IPAddress("192.0.2.7"))
    let budget = IntakeBudget(limit: 100, limitPerSource: 60)
    #expect(budget.admit(60, from: .loopback) == .admitted)
    #expect(budget.admit(1, from: .loopback) == .shareTaken)
    #expect(budget.admit(41, from: other) == .full)
    #expect(budget.admit(40, from: other) == .admitted)
    budget.release(60, body: 60, from: .loopback)
    // An answer is not the share of who asked.
    budget.hold(30)
    budget.release(30, body: 0, from: .loopback)
    #expect(budget.admit(60, from: .loopback) == .admitted && budget.heldBytes == 100)
  }

  @Test func `all addresses of one network of IPv6 count as one`() throws {
    let sources = try ["2001:db8::1", "2001:db8::2:3", "2001:db8:0:1::1", "::ffff:192.0.2.7"].map {
      try #require(IPAddress($0)).source
    }
    #expect(sources[0] == sources[1] && sources[0] != sources[2])
    #expect(sources[3] == IPAddress("192.0.2.7"))
  }

  @Test func `many more connections than threads wait for late answers`() throws {
    var configuration = ServerConfiguration()
    configuration.threadCount = 1
    let waiting = Kept<(String, DeferredAnswer)>()
    let all = WakeableTimer()
    let server = HTTPServer(
      configuration: configuration,
      deferring: { request, later in
        if waiting.append((request.path, later)) == 20 { all.wake() }
        return nil
      })
    try server.start()
    defer { server.stop() }
    let port = try #require(server.port)
    // Threads, since the pool behind tasks has only as many as there are cores.
    let right = Kept<Bool>()
    let done = WakeableTimer()
    for client in 0..<20 {
      Thread.detachNewThread {
        let url = "http://127.0.0.1:\(port)/\(client)"
        let answer = try? HTTPClient(trust: .system).send(ClientRequest(.get, url))
        if right.append(answer?.body == Array("late /\(client)".utf8)) == 20 { done.wake() }
      }
    }
    _ = all.wait(milliseconds: patience)
    #expect(waiting.all.count == 20)
    for (path, later) in waiting.all {
      later.send(.text("late \(path)"))
      later.send(.text("a second answer"))
    }
    _ = done.wait(milliseconds: patience)
    #expect(right.all == Array(repeating: true, count: 20))
  }

  @Test func `an answer that is given before the handler returns, or never, ends its request`()
    throws
  {
    let server = HTTPServer(
      configuration: ServerConfiguration(),
      deferring: { request, later in
        if request.path == "/early" { later.send(.text("early")) }
        return nil
      })
    try withServer(server) { port in
      let client = HTTPClient(trust: .system)
      let url = "http://127.0.0.1:\(port)"
      let early = try client.send(ClientRequest(.get, url + "/early"))
      let never = try client.send(ClientRequest(.get, url + "/never"))
      #expect(early.body == Array("early".utf8) && never.status == 500)
    }
  }

  @Test func `stop answers 503 to what still waits`() throws {
    var configuration = ServerConfiguration()
    configuration.stopTimeoutSeconds = 0
    let entered = WakeableTimer()
    let kept = Kept<DeferredAnswer>()
    let server = HTTPServer(
      configuration: configuration,
      deferring: { _, later in
        _ = kept.append(later)
        entered.wake()
        return nil
      })
    try server.start()
    let port = try #require(server.port)
    let answers = Kept<Int?>()
    let done = WakeableTimer()
    Thread.detachNewThread {
      let request = ClientRequest(.get, "http://127.0.0.1:\(port)/")
      _ = answers.append(try? HTTPClient(trust: .system).send(request).status)
      done.wake()
    }
    _ = entered.wait(milliseconds: patience)
    server.stop()
    for later in kept.all { later.send(.text("too late")) }
    _ = done.wait(milliseconds: patience)
    // The connection may be cut before the 503 is on its way; a 200 would be a lie.
    #expect(answers.all == [503] || answers.all == [nil])
  }
}
