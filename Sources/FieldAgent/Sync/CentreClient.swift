import SyncProtocol
import Web

/// What a sync needs of a network: bytes there, bytes back.
package protocol CentreLink {
  /// Sends a round's request and returns the answer.
  func exchange(_ request: [UInt8]) throws -> [UInt8]
}

/// The centre as it is reached over HTTP.
package struct CentreClient: CentreLink {
  private let address: CentreAddress
  private let client: HTTPClient

  /// A client for one address that believes one kind of server.
  package init(address: CentreAddress, trust: ClientTrust) {
    self.address = address
    client = HTTPClient(trust: trust)
  }

  /// The centre of an enrolled laptop; over TLS only the pinned key will do.
  /// - Throws: `AgentError.centreWithoutAddress`, `WebError.pinInvalid`.
  package init(_ configuration: LaptopConfiguration) throws {
    guard let url = configuration.centreURL, !url.isEmpty else {
      throw AgentError.centreWithoutAddress
    }
    let address = CentreAddress(url)
    self.init(
      address: address,
      trust: address.isSecure ? .pinnedKey(try PublicKeyPin(configuration.pin)) : .system)
  }

  /// What the centre says of itself.
  package func offer() throws -> CentreOffer {
    let response = try send(ClientRequest(.get, "\(address.text)/enrolment"))
    guard response.status == 200 else {
      throw AgentError.unexpectedAnswer(status: response.status)
    }
    try Self.refuseWebPage(response)
    return try CentreOffer(decoding: response.body)
  }

  /// Asks for a certificate.
  package func enrol(_ request: EnrolmentRequest) throws -> EnrolmentGrant {
    let response = try send(
      ClientRequest(
        .post, "\(address.text)/enrolment", headers: Self.headers, body: request.encoded))
    guard response.status == 200 else {
      if let problem = Self.problem(in: response.body) {
        throw AgentError.enrolmentRefused(code: problem.code)
      }
      switch response.status {
      case 401, 403, 404: throw AgentError.enrolmentRefused(code: "code-unknown")
      case 409: throw AgentError.enrolmentRefused(code: "code-used")
      case 410: throw AgentError.enrolmentRefused(code: "code-expired")
      case 429: throw AgentError.enrolmentRefused(code: "too-many-attempts")
      default: throw AgentError.unexpectedAnswer(status: response.status)
      }
    }
    try Self.refuseWebPage(response)
    return try EnrolmentGrant(decoding: response.body)
  }

  /// One round.
  package func exchange(_ request: [UInt8]) throws -> [UInt8] {
    try post(request, to: "/sync/v1", atMost: Limits.streamBytes) {
      // A signed PROBLEM may come with another status; the round reads it.
      Self.problem(in: $0.body) != nil
    }
  }

  /// One question about bundles that are carried for others.
  package func ask(_ request: [UInt8]) throws -> [UInt8] {
    do {
      return try post(request, to: "/courier/v1", atMost: Limits.courierMessageBytes)
    } catch AgentError.unexpectedAnswer(404) {
      throw AgentError.centreTooOld
    }
  }

  /// The word on the newer program that the centre has, or bytes of it by their place below that
  /// address; nil where there are none.
  package func update(_ place: String) throws -> [UInt8]? {
    var request = ClientRequest(.get, "\(address.text)/update/v1\(place)")
    request.maximumResponseBytes = Limits.updatePieceBytes
    let response = try send(request)
    if response.status == 404 { return nil }
    guard response.status == 200 else {
      throw AgentError.unexpectedAnswer(status: response.status)
    }
    try Self.refuseWebPage(response)
    return response.body
  }

  private func post(
    _ request: [UInt8], to path: String, atMost maximumBytes: Int,
    takingAlso isAnswer: (ClientResponse) -> Bool = { _ in false }
  ) throws -> [UInt8] {
    var message = ClientRequest(
      .post, "\(address.text)\(path)", headers: Self.headers, body: request)
    message.maximumResponseBytes = maximumBytes
    let response = try send(message)
    if response.status == 429 || response.status == 503,
      let seconds = response.headers["Retry-After"].flatMap(Int.init)
    {
      throw AgentError.centreBusy(retrySeconds: min(max(seconds, 1), Self.longestRetrySeconds))
    }
    if response.status >= 500, let code = response.headers[Self.problemHeader],
      !code.isEmpty, code.utf8.count <= 64, code.utf8.allSatisfy(Self.isCodeByte)
    {
      throw AgentError.centreTrouble(code: code)
    }
    guard response.status == 200 || isAnswer(response) else {
      throw AgentError.unexpectedAnswer(status: response.status)
    }
    try Self.refuseWebPage(response)
    return response.body
  }

  /// Sends; what is wrong with an address is said of the one that was typed, not of a place below.
  private func send(_ request: ClientRequest) throws -> ClientResponse {
    try ClientURL.check(address.text)
    return try client.send(request)
  }

  /// A centre answers in bytes of its own; what calls itself a page is somebody else's.
  private static func refuseWebPage(_ response: ClientResponse) throws {
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    if type.hasPrefix("text/html") { throw AgentError.webPageAnswered }
  }

  /// The header in which a centre says what is wrong with it.
  private static let problemHeader = "CamTay-Problem"

  /// Codes are of lower-case letters and hyphens: nothing else gets to a terminal.
  private static func isCodeByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// The longest that a centre can ask a laptop to wait, in seconds.
  private static let longestRetrySeconds = 300

  private static let headers: HTTPHeaders = ["Content-Type": "application/octet-stream"]

  private static func problem(in body: [UInt8]) -> Problem? {
    guard let stream = try? ReceivedStream(decoding: body), let frame = stream.frames.first
    else { return nil }
    return try? frame.message()
  }
}
