import CCurl

/// libcurl's easy handle with the rule of trust set; used by one thread at a time.
///
/// Unchecked: libcurl lets a handle move between threads as long as no two use it at once, and
/// `HTTPClient` keeps the only reference inside a `Mutex`.
final class CurlTransfers: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer?
  private let trust: ClientTrust

  private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(trust: ClientTrust) {
    self.trust = trust
    handle = Self.isLibraryReady ? curl_easy_init() : nil
  }

  deinit { if let handle { curl_easy_cleanup(handle) } }

  /// Sends the request, gathers into the exchange, and returns the status.
  func perform(_ request: ClientRequest, _ exchange: CurlExchange) throws(WebError) -> Int {
    guard let handle else { throw .transferFailed(Int32(CURLE_FAILED_INIT.rawValue)) }
    // Options go back to their defaults; open connections stay.
    curl_easy_reset(handle)
    try setBounds(handle, request)
    try setTrust(handle)

    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    for field in request.headers.fields {
      // libcurl takes a colon without value for "send no such field".
      let line = field.value.isEmpty ? field.name + ";" : field.name + ": " + field.value
      if let longer = curl_slist_append(list, line) { list = longer }
    }
    if request.headers["Content-Type"] == nil, let longer = curl_slist_append(list, "Content-Type:")
    {
      list = longer
    }
    try check(camtay_curl_set_list(handle, CURLOPT_HTTPHEADER, list))

    let context = Unmanaged.passUnretained(exchange).toOpaque()
    try check(camtay_curl_set_body_receiver(handle, webBodyReceived, context))
    try check(camtay_curl_set_header_receiver(handle, webHeaderReceived, context))
    try check(camtay_curl_set_progress(handle, webProgressMade, context))
    try check(camtay_curl_set_long(handle, CURLOPT_NOPROGRESS, 0))

    let code = try withExtendedLifetime(exchange) { () throws(WebError) -> CURLcode in
      try sendBody(handle, request)
    }
    if exchange.isTooLarge { throw .answerTooLarge }
    guard code == CURLE_OK else { throw Self.error(code) }
    var status = 0
    try check(camtay_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
    return status
  }

  private func setBounds(
    _ handle: UnsafeMutableRawPointer, _ request: ClientRequest
  ) throws(WebError) {
    try check(camtay_curl_set_text(handle, CURLOPT_URL, request.url))
    try check(camtay_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"))
    try check(camtay_curl_set_text(handle, CURLOPT_PROXY, ""))
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_FOLLOWLOCATION, 0),
      // Threads and signals do not mix; without this libcurl may use SIGALRM.
      (CURLOPT_NOSIGNAL, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_CONNECTTIMEOUT_MS, max(1, request.connectTimeoutMilliseconds)),
      (CURLOPT_TIMEOUT_MS, max(0, request.totalTimeoutMilliseconds)),
      (CURLOPT_LOW_SPEED_LIMIT, max(0, request.lowSpeedBytesPerSecond)),
      (CURLOPT_LOW_SPEED_TIME, max(0, request.lowSpeedSeconds)),
      (CURLOPT_TCP_KEEPALIVE, 1),
    ]
    for (option, value) in numbers { try check(camtay_curl_set_long(handle, option, value)) }
  }

  private func setTrust(_ handle: UnsafeMutableRawPointer) throws(WebError) {
    var pin: PublicKeyPin?
    switch trust {
    case .system: break
    case .unverified:
      try check(camtay_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 0))
      try check(camtay_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 0))
    case .authorities(let file, let pinned):
      try check(camtay_curl_set_text(handle, CURLOPT_CAINFO, file))
      try check(camtay_curl_set_text(handle, CURLOPT_CAPATH, nil))
      pin = pinned
    case .pinnedKey(let pinned):
      // The key itself is compared, so neither who signed it nor for which name matters.
      try check(camtay_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 0))
      try check(camtay_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 0))
      pin = pinned
    }
    try check(
      camtay_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)))
    if let pin {
      try check(camtay_curl_set_text(handle, CURLOPT_PINNEDPUBLICKEY, pin.description))
      // A resumed session shows no certificate; with a pin every handshake is a full one.
      try check(camtay_curl_set_long(handle, CURLOPT_SSL_SESSIONID_CACHE, 0))
    }
  }

  /// Sets method and body, whose bytes are lent to libcurl while it runs.
  private func sendBody(
    _ handle: UnsafeMutableRawPointer, _ request: ClientRequest
  ) throws(WebError) -> CURLcode {
    if request.method == .head {
      try check(camtay_curl_set_long(handle, CURLOPT_NOBODY, 1))
      return curl_easy_perform(handle)
    }
    if request.body.isEmpty && !request.method.changesState {
      try check(camtay_curl_set_long(handle, CURLOPT_HTTPGET, 1))
      try check(camtay_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue))
      return curl_easy_perform(handle)
    }
    try check(camtay_curl_set_long(handle, CURLOPT_POST, 1))
    try check(camtay_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue))
    try check(
      camtay_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count)))
    // An empty array may lend no address, and without one libcurl would read standard input.
    let bytes = request.body.isEmpty ? [0] : request.body
    return bytes.withUnsafeBufferPointer { buffer in
      let code = camtay_curl_set_pointer(handle, CURLOPT_POSTFIELDS, buffer.baseAddress)
      return code == CURLE_OK ? curl_easy_perform(handle) : code
    }
  }

  private func check(_ code: CURLcode) throws(WebError) {
    guard code == CURLE_OK else { throw Self.error(code) }
  }

  private static func error(_ code: CURLcode) -> WebError {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .cannotResolve
    case CURLE_COULDNT_CONNECT: .cannotConnect
    case CURLE_OPERATION_TIMEDOUT: .timedOut
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: .wrongPin
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
      .tlsFailed
    case CURLE_FILESIZE_EXCEEDED: .answerTooLarge
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .interrupted
    case CURLE_ABORTED_BY_CALLBACK: .stopped
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .urlInvalid("")
    default: .transferFailed(Int32(code.rawValue))
    }
  }
}
