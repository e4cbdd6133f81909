import Testing

@testable import Web

@Suite struct HTTPClientTests {
  private func certificate(_ names: [String] = ["127.0.0.1"]) throws -> SelfSignedCertificate {
    try SelfSignedCertificate(
      names: names, serialNumber: [7], notBefore: 1_700_000_000, notAfter: 4_000_000_000)
  }

  @Test func `TLS with the right pin goes through and a wrong pin is refused`() throws {
    let own = try certificate()
    let other = try certificate(["trungtam.example", "127.0.0.1"])
    var configuration = ServerConfiguration()
    configuration.identity = own.identity
    try withServer(configuration) {
      .text($0.isSecure ? "secure" : "plain")
    } test: { url, _ in
      let client = HTTPClient(trust: .pinnedKey(own.pin))
      for _ in 0..<3 {
        let response = try client.send(ClientRequest(.get, url + "/"))
        #expect(response.body == Array("secure".utf8))
      }
      #expect(throws: WebError.wrongPin) {
        try HTTPClient(trust: .pinnedKey(other.pin)).send(ClientRequest(.get, url + "/"))
      }
      #expect(throws: WebError.tlsFailed) {
        try HTTPClient(trust: .system).send(ClientRequest(.get, url + "/"))
      }
    }
  }

  @Test func `a key that belongs to another certificate is refused at start`() throws {
    let own = try certificate()
    let other = try certificate()
    #expect(own.pin != other.pin)
    var configuration = ServerConfiguration()
    configuration.identity = ServerConfiguration.Identity(
      certificatePEM: own.certificatePEM, privateKeyPEM: other.privateKeyPEM)
    #expect(throws: WebError.identityInvalid) {
      try HTTPServer(configuration: configuration) { _ in .notFound }.start()
    }
  }

  @Test(arguments: [
    "ftp://127.0.0.1/", "file:///etc/passwd", "http://a:b@127.0.0.1/", "127.0.0.1", "http://",
    "https://x/ y", "https://x/#f", "",
  ]) func `addresses that are not ours to send to are refused`(url: String) {
    #expect(throws: WebError.urlInvalid(url)) {
      try HTTPClient(trust: .system).send(ClientRequest(.get, url))
    }
  }

  @Test(arguments: ["http://192.0.2.1/", "http://127.0.0.1.example/", "http://[2001:db8::1]/"])
  func `plain http never leaves this machine`(url: String) {
    #expect(throws: WebError.urlNeedsTLS(url)) {
      try HTTPClient(trust: .system).send(ClientRequest(.get, url))
    }
  }

  @Test func `too long, too slow, and asked to stop are told apart`() throws {
    let release = WakeableTimer()
    try withServer { request in
      if request.path == "/slow" { _ = release.wait(milliseconds: 10_000) }
      return .bytes([UInt8](repeating: 1, count: 1000), type: "application/octet-stream")
    } test: { url, _ in
      let client = HTTPClient(trust: .system)
      var request = ClientRequest(.get, url + "/")
      request.maximumResponseBytes = 1000
      let whole = try client.send(request)
      #expect(whole.body.count == 1000)
      request.maximumResponseBytes = 999
      #expect(throws: WebError.answerTooLarge) { try client.send(request) }
      request.url = url + "/slow"
      request.totalTimeoutMilliseconds = 100
      #expect(throws: WebError.timedOut) { try client.send(request) }
      #expect(throws: WebError.stopped) { try client.send(request, shouldStop: { true }) }
      release.wake()
    }
  }

  @Test func `a long body is handed on piece by piece and still bounded`() throws {
    let sent = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withServer { _ in
      .bytes(sent, type: "application/octet-stream")
    } test: { url, _ in
      var request = ClientRequest(.get, url + "/")
      var pieces: [[UInt8]] = []
      let answer = try HTTPClient(trust: .system).send(
        request, receive: { pieces.append(Array($0)) })
      #expect(answer.status == 200)
      #expect(answer.body.isEmpty)
      #expect(pieces.count > 1)
      #expect(Array(pieces.joined()) == sent)
      request.maximumResponseBytes = sent.count - 1
      var taken = 0
      #expect(throws: WebError.answerTooLarge) {
        try HTTPClient(trust: .system).send(request, receive: { taken += $0.count })
      }
      #expect(taken < sent.count)
    }
  }

  @Test func `redirects are answers, not orders`() throws {
    try withServer { _ in
      .redirect("/elsewhere")
    } test: { url, _ in
      let response = try HTTPClient(trust: .system).send(ClientRequest(.get, url + "/"))
      #expect(response.status == 307 && response.headers["Location"] == "/elsewhere")
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "sha256//short=", "sha256//" + String(repeating: "A", count: 44),
  ])
  func `a pin that libcurl would take for a file name is refused`(text: String) {
    #expect(throws: WebError.pinInvalid) { try PublicKeyPin(text) }
  }
}
