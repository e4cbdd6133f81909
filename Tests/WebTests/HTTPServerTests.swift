import Glibc
import Testing

@testable import Web

@Suite struct HTTPServerTests {
  @Test func `a request goes round over loopback with what was sent`() throws {
    try withServer { request in
      var response = HTTPResponse.text(
        "\(request.method.rawValue) \(request.target.segments) \(request.query["q"] ?? "-") "
          + String(decoding: request.body, as: UTF8.self))
      response.headers.set("X-Echo", request.headers["x-sent"] ?? "")
      return response
    } test: { url, _ in
      let client = HTTPClient(trust: .system)
      let response = try client.send(
        ClientRequest(
          .post, url + "/h%E1%BB%99/a+b?q=x+y%26", headers: ["X-Sent": "yes"],
          body: Array("body".utf8)))
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self) == #"POST ["hộ", "a+b"] x y& body"#)
      #expect(response.headers["x-echo"] == "yes")
      #expect(response.headers["Cache-Control"] == "no-store")
      #expect(response.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
      let empty = try client.send(ClientRequest(.post, url + "/empty"))
      #expect(String(decoding: empty.body, as: UTF8.self) == #"POST ["empty"] - "#)
      let head = try client.send(ClientRequest(.head, url + "/"))
      #expect(head.status == 200 && head.body.isEmpty)
    }
  }

  @Test func `a file goes out whole, also twice at once, and its length is told before`() throws {
    let count = 5_000_003
    var name = Array("/tmp/response-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    try #require(descriptor >= 0)
    unlink(name)
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    #expect(bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, count) } == count)
    let file = ResponseFile(takingOver: descriptor)
    try withServer { _ in
      .download(file, type: "text/csv", fileName: "a.csv")
    } test: { url, _ in
      let client = HTTPClient(trust: .system)
      for _ in 0..<2 {
        var request = ClientRequest(.get, url + "/a.csv")
        request.maximumResponseBytes = count
        let response = try client.send(request)
        #expect(response.status == 200 && response.body == bytes)
        #expect(response.headers["Content-Length"] == "\(count)")
        #expect(response.headers["Cache-Control"] == "no-store")
      }
      let head = try client.send(ClientRequest(.head, url + "/a.csv"))
      #expect(head.body.isEmpty && head.headers["Content-Length"] == "\(count)")
    }
  }

  @Test func `a handler's own mistake in a header becomes a 500 and never a second header`() throws
  {
    try withServer { _ in
      HTTPResponse(status: 200, headers: ["X": "a\r\nSet-Cookie: b"])
    } test: { url, _ in
      let response = try HTTPClient(trust: .system).send(ClientRequest(.get, url + "/"))
      #expect(response.status == 500 && response.headers["Set-Cookie"] == nil)
    }
  }

  @Test func `a body above the route's limit gets 413 before it is read`() throws {
    var configuration = ServerConfiguration()
    configuration.bodyLimit = { _, target in target.segments == ["big"] ? 2_000_000 : 10 }
    configuration.maximumBodyBytes = 1_500_000
    try withServer(configuration) {
      .text("\($0.body.count)")
    } test: { url, port in
      let client = HTTPClient(trust: .system)
      let ten = [UInt8](repeating: 65, count: 10)
      let small = try client.send(ClientRequest(.post, url + "/s", body: ten))
      #expect(small.body == Array("10".utf8))
      let big = [UInt8](repeating: 65, count: 1_500_000)
      let large = try client.send(ClientRequest(.post, url + "/big", body: big))
      #expect(large.body == Array("1500000".utf8))
      let head = "POST /s HTTP/1.1\r\nHost: a\r\nContent-Length: "
      // Not one byte of the body is sent, and the answer comes all the same.
      let refused = try rawExchange(port, head + "11\r\n\r\n")
      #expect(refused.hasPrefix("HTTP/1.1 413"))
      let capped = try rawExchange(
        port, "POST /big HTTP/1.1\r\nHost: a\r\nContent-Length: 1500001\r\n\r\n")
      #expect(capped.hasPrefix("HTTP/1.1 413"))
    }
  }

  @Test(arguments: [
    ("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /%C0%AF HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /../b HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET /?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\n\r\n", "400"),
    ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
    ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "501"),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "411"),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400"),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"),
    (
      "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "x", count: 20_000) + "\r\n\r\n", "431"
    ),
    ("GET /" + String(repeating: "x", count: 9000) + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"),
    // Each of so many parameters takes memory of the connection, which must be left to refuse them in.
    ("GET /?" + String(repeating: "a&", count: 6_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"),
  ]) func `damaged or oversized HTTP gets its status`(request: String, status: String) throws {
    try withServer { _ in
      .text("handled")
    } test: { _, port in
      let answer = try rawExchange(port, request)
      #expect(answer.hasPrefix("HTTP/1.1 " + status), "\(request.prefix(60)): \(answer.prefix(80))")
      #expect(!answer.contains("handled"))
    }
  }

  @Test func `random bytes are never handled and never end the server`() throws {
    var random = SystemRandomNumberGenerator()
    let seed = random.next()
    var generator = SeededGenerator(seed: seed)
    try withServer { _ in
      .text("ok")
    } test: { url, port in
      for _ in 0..<200 {
        let count = Int.random(in: 1...300, using: &generator)
        var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        if Bool.random(using: &generator) { bytes = Array("GET /".utf8) + bytes }
        let socket = try RawSocket(port: port)
        _ = socket.send(bytes)
        // Bytes that could still become a request are waited for; the answer is not the point.
        _ = socket.readToEnd(milliseconds: 5)
      }
      let response = try HTTPClient(trust: .system).send(ClientRequest(.get, url + "/"))
      #expect(response.status == 200, "seed \(seed)")
    }
  }

  @Test func `a silent client and a trickling client are both cut`() throws {
    var configuration = ServerConfiguration()
    configuration.idleTimeoutSeconds = 1
    configuration.requestTimeoutSeconds = 1
    try withServer(configuration) { _ in
      .text("ok")
    } test: { _, port in
      let silent = try RawSocket(port: port)
      #expect(silent.send(Array("GET / HT".utf8)))
      #expect(silent.readToEnd() != nil)
      let trickling = try RawSocket(port: port)
      #expect(trickling.send(Array("GET / HTTP/1.1\r\nHost: a\r\nX: ".utf8)))
      // One byte each 200 ms keeps the idle timer from ever firing.
      let wasCut = (0..<50).contains { _ in
        !trickling.send([65]) || trickling.readToEnd(milliseconds: 200) != nil
      }
      #expect(wasCut)
    }
  }

  @Test func `many clients at once all get their own answer`() async throws {
    let server = HTTPServer(configuration: ServerConfiguration()) { .text($0.path) }
    try server.start()
    defer { server.stop() }
    let port = try #require(server.port)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for client in 0..<24 {
        group.addTask {
          let http = HTTPClient(trust: .system)
          return (0..<20).count { round in
            let path = "/\(client)/\(round)"
            let answer = try? http.send(ClientRequest(.get, "http://127.0.0.1:\(port)" + path))
            return answer?.body != Array(path.utf8)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `stop lets an answer under way finish, then nobody listens`() async throws {
    let entered = WakeableTimer()
    let release = WakeableTimer()
    var configuration = ServerConfiguration()
    configuration.stopTimeoutSeconds = 3_600
    let server = HTTPServer(configuration: configuration) { _ in
      entered.wake()
      _ = release.wait(milliseconds: patience)
      return .text("finished")
    }
    try server.start()
    let port = try #require(server.port)
    let url = "http://127.0.0.1:\(port)/"
    var patient = ClientRequest(.get, url)
    patient.lowSpeedSeconds = patience / 1_000
    let request = patient
    async let answer = try? HTTPClient(trust: .system).send(request)
    await Task.detached { _ = entered.wait(milliseconds: patience) }.value
    async let stopped: Void = Task.detached { server.stop() }.value
    release.wake()
    #expect(await answer?.body == Array("finished".utf8))
    await stopped
    #expect(throws: WebError.cannotConnect) {
      try HTTPClient(trust: .system).send(ClientRequest(.get, url))
    }
    #expect(server.port == nil)
    #expect(throws: WebError.alreadyStarted) { try server.start() }
  }

  @Test func `addresses other than loopback need TLS, and a taken port says so`() throws {
    var configuration = ServerConfiguration()
    configuration.address = "0.0.0.0"
    #expect(throws: WebError.addressNeedsTLS("0.0.0.0")) {
      try HTTPServer(configuration: configuration) { _ in .notFound }.start()
    }
    configuration.address = "localhost"
    #expect(throws: WebError.addressInvalid("localhost")) {
      try HTTPServer(configuration: configuration) { _ in .notFound }.start()
    }
    try withServer { _ in
      .notFound
    } test: { _, port in
      var second = ServerConfiguration()
      second.port = port
      #expect {
        try HTTPServer(configuration: second) { _ in .notFound }.start()
      } throws: { ($0 as? WebError)?.code == "web.cannot-listen" }
    }
  }
}
