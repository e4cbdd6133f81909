import CCurl

/// What one transfer gathers; libcurl's callbacks hold it while `curl_easy_perform` runs.
final class CurlExchange {
  private(set) var headers = HTTPHeaders()
  private(set) var body: [UInt8] = []
  private(set) var isTooLarge = false
  private let maximumBodyBytes: Int
  private let shouldStop: () -> Bool
  private let receive: ((UnsafeRawBufferPointer) -> Void)?
  private var bodyByteCount = 0
  private var headerByteCount = 0

  private static let maximumHeaderBytes = 64 * 1024

  /// - Parameter receive: takes the body piece by piece; nil gathers it in `body`.
  init(
    maximumBodyBytes: Int, receive: ((UnsafeRawBufferPointer) -> Void)?,
    shouldStop: @escaping () -> Bool
  ) {
    self.maximumBodyBytes = max(0, maximumBodyBytes)
    self.receive = receive
    self.shouldStop = shouldStop
  }

  /// Takes a piece of the body; false once it would be too long.
  fileprivate func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= maximumBodyBytes - bodyByteCount else {
      isTooLarge = true
      return false
    }
    bodyByteCount += bytes.count
    if let receive { receive(bytes) } else { body.append(contentsOf: bytes) }
    return true
  }

  /// Takes one header line; a new status line starts over, as after "100 Continue".
  fileprivate func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headerByteCount += bytes.count
    guard headerByteCount <= Self.maximumHeaderBytes else {
      isTooLarge = true
      return false
    }
    if bytes.starts(with: "HTTP/".utf8) {
      headers = HTTPHeaders()
      return true
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 || byte == 10 }
    var value = bytes[(colon + 1)...].drop(while: isSpace)
    while let last = value.last, isSpace(last) { value.removeLast() }
    headers.append(
      String(decoding: bytes[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
    return true
  }

  fileprivate var isAskedToStop: Bool { shouldStop() }
}

private func exchange(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
  context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
}

/// A piece of the body; any result but the count ends the transfer.
func webBodyReceived(
  data: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
  return exchange(context)?.receiveBody(bytes) == true ? bytes.count : bytes.count &+ 1
}

/// One header line, treated as above.
func webHeaderReceived(
  data: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
  return exchange(context)?.receiveHeader(bytes) == true ? bytes.count : bytes.count &+ 1
}

/// Called several times a second; anything but 0 ends the transfer.
func webProgressMade(
  context: UnsafeMutableRawPointer?, downloadTotal: curl_off_t, download: curl_off_t,
  uploadTotal: curl_off_t, upload: curl_off_t
) -> Int32 {
  exchange(context)?.isAskedToStop == false ? 0 : 1
}
