import Cryptography
import SyncProtocol

/// What two laptops have in common once their codes agree.
package struct PairingKey: Sendable {
  private let secret: SecretBytes

  init(_ offer: PairingOffer, point: [UInt8], joiner: [UInt8], waiter: [UInt8]) {
    secret = SecretBytes(
      Hash.blake2b256(offer.keyMessage(point: point, joiner: joiner, waiter: waiter)))
  }

  /// The proof of one side.
  func proof(_ purpose: Purpose) throws -> [UInt8] {
    try Hash.blake2b256(purpose.message([]), key: secret)
  }

  /// The identity of the meeting, which nobody else can know.
  func meeting() throws -> [UInt8] { try proof(.meeting) }
}

/// The side that joins: somebody types what the other laptop shows.
package struct PairingAttempt: Sendable {
  private let offer: PairingOffer
  private let exchange: PasswordExchange

  /// Answers an offer.
  package init(
    _ offer: PairingOffer, code: PairingCode, random: inout some RandomNumberGenerator
  ) throws {
    self.offer = offer
    exchange = try PasswordExchange(context: offer.context(code: code.digits), using: &random)
  }

  /// What is sent first.
  package var share: PairingMessage {
    PairingMessage(session: offer.session, value: exchange.share)
  }

  /// What is sent when the other side's share has come: the proof that this one knows the code.
  ///
  /// Whoever waits proves nothing before: a wrong code teaches its typist nothing else.
  /// - Throws: `MeetingError.notALaptop` for a share that is none.
  package func prove(to answer: PairingMessage) throws -> (proof: PairingMessage, key: PairingKey) {
    guard answer.session == offer.session,
      let point = try? exchange.agreement(with: answer.value)
    else { throw MeetingError.notALaptop }
    let key = PairingKey(offer, point: point, joiner: exchange.share, waiter: answer.value)
    return (
      PairingMessage(session: offer.session, value: try key.proof(.neighbourJoins)), key
    )
  }

  /// The meeting, if the other side knows the code too.
  /// - Throws: `MeetingError.codeWrong`.
  package func finish(_ answer: PairingMessage, _ key: PairingKey) throws -> [UInt8] {
    guard constantTimeEqual(answer.value, try key.proof(.neighbourWaits)) else {
      throw MeetingError.codeWrong
    }
    return try key.meeting()
  }
}

/// The side that waits: it shows the digits, for one meeting.
package struct PairingDoor: Sendable {
  /// Wrong codes after which it waits no more.
  package static let maximumWrongCodes = 3
  /// Attempts that are under way at once; the oldest makes room.
  private static let maximumAttempts = 8

  private struct Attempt {
    let offer: PairingOffer
    var key: PairingKey?
  }

  /// What it shows.
  package let code: PairingCode
  /// Wrong codes so far.
  package private(set) var wrongCodes = 0
  /// True once a meeting has come about.
  package private(set) var isTaken = false
  private let pin: String
  private var attempts: [Attempt] = []

  /// Begins to wait.
  ///
  /// - Parameter pin: of the key of its TLS connection.
  package init(code: PairingCode, pin: String) {
    self.code = code
    self.pin = pin
  }

  /// True when nobody may try any more.
  package var isOver: Bool { wrongCodes >= Self.maximumWrongCodes }

  /// A fresh offer for whoever asks.
  /// - Throws: `MeetingError.over`, `.busy`.
  package mutating func offer(using random: inout some RandomNumberGenerator) throws -> PairingOffer
  {
    try requireOpen()
    let offer = PairingOffer(session: random.bytes(PairingOffer.sessionByteCount), pin: pin)
    attempts = attempts.suffix(Self.maximumAttempts - 1) + [Attempt(offer: offer)]
    return offer
  }

  /// Answers the share of a side that joins.
  /// - Throws: `MeetingError.over`, `.busy`, `.notALaptop`.
  package mutating func share(
    for message: PairingMessage, using random: inout some RandomNumberGenerator
  ) throws -> PairingMessage {
    try requireOpen()
    guard let index = index(of: message), attempts[index].key == nil else {
      throw MeetingError.notALaptop
    }
    let offer = attempts[index].offer
    let exchange = try PasswordExchange(
      context: offer.context(code: code.digits), using: &random)
    guard let point = try? exchange.agreement(with: message.value) else {
      throw MeetingError.notALaptop
    }
    attempts[index].key = PairingKey(
      offer, point: point, joiner: message.value, waiter: exchange.share)
    return PairingMessage(session: message.session, value: exchange.share)
  }

  /// Believes or refuses the proof of the side that joins; only the first right one counts.
  /// - Throws: `MeetingError.codeWrong`, which is one of few attempts, `.over`, `.busy`, `.notALaptop`.
  package mutating func prove(
    to message: PairingMessage
  ) throws -> (proof: PairingMessage, meeting: [UInt8]) {
    try requireOpen()
    guard let index = index(of: message), let key = attempts.remove(at: index).key else {
      throw MeetingError.notALaptop
    }
    guard constantTimeEqual(message.value, try key.proof(.neighbourJoins)) else {
      wrongCodes += 1
      throw isOver ? MeetingError.over : MeetingError.codeWrong
    }
    isTaken = true
    attempts = []
    return (
      PairingMessage(session: message.session, value: try key.proof(.neighbourWaits)),
      try key.meeting()
    )
  }

  private func requireOpen() throws {
    guard !isOver else { throw MeetingError.over }
    guard !isTaken else { throw MeetingError.busy }
  }

  private func index(of message: PairingMessage) -> Int? {
    attempts.firstIndex { $0.offer.session == message.session }
  }
}
