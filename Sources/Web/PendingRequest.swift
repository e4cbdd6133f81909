import CMicroHTTPD

/// One request on its way in: its head is checked first, then its body gathered within the limit.
///
/// libmicrohttpd holds it as the request's context and calls for one request never overlap, so
/// it needs no lock.
final class PendingRequest {
  private enum Stage {
    case opened
    case receiving(HTTPMethod, RequestTarget, HTTPHeaders, length: Int)
    case waiting(AnswerSlot)
    case answered
  }

  private let rawTarget: String?
  private var stage = Stage.opened
  private var body: [UInt8] = []
  /// Bytes of the server's budget that this request holds until it is over.
  private(set) var heldBytes = 0
  /// Those of them that were admitted for its body.
  private(set) var bodyBytes = 0

  /// `rawTarget` is nil when it was not even text.
  init(rawTarget: String?) { self.rawTarget = rawTarget }

  /// What to do after a step.
  enum Step {
    case goOn
    case answer(HTTPResponse)
    case handle(HTTPRequest)
    case close
  }

  /// The head is complete: everything that can be refused without the body is refused here.
  ///
  /// - Parameter admission: takes a body of this length in, or says in how many seconds to come back.
  func receiveHead(
    method: String, connection: OpaquePointer, configuration: ServerConfiguration,
    admission: (_ length: Int) -> Int?
  ) -> Step {
    guard let method = HTTPMethod(rawValue: method) else { return refuse(501) }
    guard let rawTarget, let target = try? RequestTarget(rawTarget) else {
      let isLong = (rawTarget?.utf8.count ?? 0) > RequestTarget.maximumByteCount
      return refuse(isLong ? 414 : 400)
    }
    guard let headers = Self.headers(of: connection) else { return refuse(400) }
    guard headers.byteCount <= configuration.maximumHeaderBytes else { return refuse(431) }
    guard headers.all("Host").count <= 1 else { return refuse(400) }
    // A body without a length could grow without end, and two framings in one request are the
    // way to smuggle a second one (RFC 9112, section 6.3).
    guard headers["Transfer-Encoding"] == nil else { return refuse(411) }
    guard let length = Self.length(headers) else { return refuse(400) }
    let limit = min(configuration.maximumBodyBytes, configuration.bodyLimit(method, target))
    guard length <= max(0, limit) else {
      return refuse(413, with: configuration.longBodyAnswer(method, target, headers))
    }
    if let seconds = admission(length) { return refuse(429, retryAfter: seconds) }
    heldBytes = length
    bodyBytes = length
    stage = .receiving(method, target, headers, length: length)
    return .goOn
  }

  /// More of the body.
  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Step {
    switch stage {
    case .opened: return .close
    case .waiting, .answered: return .goOn
    case .receiving(_, _, _, let length):
      guard bytes.count <= length - body.count else { return .close }
      if body.isEmpty { body.reserveCapacity(min(length, 256 * 1024)) }
      body.append(contentsOf: bytes)
      return .goOn
    }
  }

  /// The body is complete.
  func complete(peer: IPAddress?, isSecure: Bool) -> Step {
    switch stage {
    case .opened: return .close
    case .answered: return .goOn
    case .waiting(let slot): return answer(from: slot)
    case .receiving(let method, let target, let headers, let length):
      guard body.count == length, let peer else { return .close }
      stage = .answered
      let complete = HTTPRequest(
        method: method, checked: target, headers: headers, body: body, peer: peer,
        isSecure: isSecure)
      body = []
      return .handle(complete)
    }
  }

  /// The handler answers later: the connection waits unless the answer has come meanwhile.
  func wait(for slot: AnswerSlot) -> Step {
    stage = .waiting(slot)
    return answer(from: slot)
  }

  private func answer(from slot: AnswerSlot) -> Step {
    guard let response = slot.takeOrSuspend() else { return .goOn }
    stage = .answered
    return .answer(response)
  }

  /// Counts bytes that are given back when the request is over.
  func hold(_ byteCount: Int) { heldBytes += byteCount }

  /// Whether the head was not looked at yet.
  var isNew: Bool {
    if case .opened = stage { return true }
    return false
  }

  private func refuse(
    _ status: Int, with answer: HTTPResponse? = nil, retryAfter seconds: Int? = nil
  ) -> Step {
    stage = .answered
    var response = answer ?? HTTPResponse.plain(status)
    response.headers.set("Connection", "close")
    if let seconds { response.headers.set("Retry-After", "\(seconds)") }
    return .answer(response)
  }

  /// The body's length: 0 when none is announced, nil when announced twice or not as digits.
  private static func length(_ headers: HTTPHeaders) -> Int? {
    let values = headers.all("Content-Length")
    guard let value = values.first else { return 0 }
    guard values.count == 1, !value.isEmpty,
      value.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(value)
  }

  private static let maximumHeaderCount = 100

  /// Copies the header fields; nil when one is no text or there are too many.
  private static func headers(of connection: OpaquePointer) -> HTTPHeaders? {
    var gathered: HTTPHeaders? = HTTPHeaders()
    withUnsafeMutablePointer(to: &gathered) { context in
      _ = MHD_get_connection_values_n(
        connection, .HEADER_KIND,
        { context, _, name, nameCount, value, valueCount in
          guard let gathered = context?.assumingMemoryBound(to: HTTPHeaders?.self) else {
            return .NO
          }
          let nameBytes = UnsafeRawBufferPointer(start: name, count: nameCount)
          let valueBytes = UnsafeRawBufferPointer(start: value, count: valueCount)
          guard (gathered.pointee?.fields.count ?? 0) < PendingRequest.maximumHeaderCount,
            nameBytes.allSatisfy(HTTPHeaders.isTokenByte),
            valueBytes.allSatisfy({ HTTPHeaders.isValueByte($0) || $0 == 9 }),
            let name = String(validating: nameBytes, as: UTF8.self),
            let value = String(validating: valueBytes, as: UTF8.self)
          else {
            gathered.pointee = nil
            return .NO
          }
          gathered.pointee?.append(name, value)
          return .YES
        }, context)
    }
    return gathered
  }
}
