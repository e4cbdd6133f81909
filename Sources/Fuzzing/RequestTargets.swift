import Web

/// What browsers and laptops send to the centre's HTTP server.
enum RequestTargets {
  static let all = [target, form, address]

  /// The target of a request, its query, and how it is routed.
  static let target = FuzzTarget(
    "request-target", maximumBytes: 16 << 10,
    seeds: { ["/", "/a/b%20c?x=1&y=%41", "/review/7?lang=vi"].map { Array($0.utf8) } }
  ) { bytes in
    let target = try RequestTarget(String(decoding: bytes, as: UTF8.self))
    let path = RequestTarget.path(target.segments)
    // What is encoded anew may be longer than a target can be.
    if path.utf8.count <= 8_192 {
      try require(
        try RequestTarget(path).segments == target.segments, "a path reads as it is written")
    }
    _ = target.query.encoded
    var router = Router<Int>()
    router.add(.get, "/review/{number}", access: 1) { _, _ in .plain(200) }
    router.add(.post, "/a/b", access: 2) { _, _ in .plain(200) }
    _ = router.match(.get, target)
    _ = router.bodyLimit(.post, target)
  }

  /// Headers, a blank line, and the body of a form.
  static let form = FuzzTarget(
    "form", maximumBytes: 1 << 20,
    seeds: {
      [
        "Content-Type: application/x-www-form-urlencoded\n\na=1&b=%20+x&c",
        "Content-Type: multipart/form-data; boundary=xx\nCookie: a=b; c=d\n\n--xx\r\n"
          + "Content-Disposition: form-data; name=\"f\"; filename=\"a\\\"b\"\r\n\r\ndata\r\n--xx--\r\n",
        "Host: [::1]:8765\nOrigin: http://[::1]:8765\nContent-Type: text/plain\n\n",
      ].map { Array($0.utf8) }
    }
  ) { bytes in
    var headers = HTTPHeaders()
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10), headers.fields.count < 20 {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      guard let colon = line.firstIndex(of: ":") else { break }
      headers.append(
        String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " }))
    }
    let request = try HTTPRequest(method: .post, target: "/", headers: headers, body: Array(rest))
    _ = (request.cookies, request.contentType)
    _ = OriginGuard(hostNames: ["localhost", "::1"]).allows(request)
    var signIns = SignInSessions<Int>(cookieName: "s")
    _ = signIns.find(request, nowMilliseconds: 0)
    let form = try FormData(request)
    try require(
      form.fields.items.allSatisfy { $0.value.utf8.count <= 64 << 10 }, "a field has a limit")
  }

  /// An address, a pin, or a certificate for one.
  static let address = FuzzTarget(
    "address", maximumBytes: 64 << 10,
    seeds: {
      [
        "127.0.0.1", "::1", "::ffff:10.0.0.1",
        "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      ]
      .map { Array($0.utf8) }
    }
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    _ = IPAddress(text)
    _ = try? PublicKeyPin(text)
    _ = try? PublicKeyPin(certificatePEM: bytes)
    _ = try? RequestTarget(HTTPResponse.redirect(text).headers["Location"] ?? "/")
    _ = HTTPResponse.download(bytes, type: "text/csv", fileName: text)
  }
}
