import Cryptography

/// The word that lets one laptop in: 12 characters, 60 random bits, spoken or typed.
package struct EnrolmentCode: Hashable, Sendable {
  /// Characters of a code.
  package static let length = 12

  /// What is wrong with a typed code.
  package enum Problem: Error, Equatable, Sendable {
    /// It has another number of characters than 12, blanks and hyphens not counted.
    case wrongLength(Int)
    /// A character that no code has, and its place from 1.
    case badCharacter(position: Int)
  }

  private let characters: [UInt8]

  /// Draws a code.
  package init(using random: inout some RandomNumberGenerator) {
    characters = (0..<Self.length).map { _ in
      Crockford.alphabet[Int.random(in: 0..<32, using: &random)]
    }
  }

  /// Reads a typed code: any case, with or without hyphens and blanks; O is 0, I and L are 1.
  package init(parsing text: String) throws(Problem) {
    var characters: [UInt8] = []
    for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard let digit = Crockford.digit(byte) else {
        throw .badCharacter(position: characters.count + 1)
      }
      characters.append(Crockford.alphabet[Int(digit)])
      guard characters.count <= Self.length else { throw .wrongLength(characters.count) }
    }
    guard characters.count == Self.length else { throw .wrongLength(characters.count) }
    self.characters = characters
  }

  /// Three groups of four, for people.
  package var text: String {
    stride(from: 0, to: Self.length, by: 4)
      .map { String(decoding: characters[$0..<$0 + 4], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// The key that both sides derive from the code: slow on purpose, so that an eavesdropper cannot
  /// try codes.
  package func key() throws -> EnrolmentKey {
    let salt = Array(Hash.blake2b256(Array("camtay/1 enrolment".utf8))[..<PasswordHash.saltLength])
    return EnrolmentKey(
      try PasswordHash.derive(characters, salt: salt, cost: .interactive, length: 32))
  }
}

/// What an enrolment code is worth: proves and encrypts.
package struct EnrolmentKey: Sendable {
  private let secret: SecretBytes

  init(_ secret: SecretBytes) { self.secret = secret }

  /// The key as the centre kept it.
  package init(stored bytes: [UInt8]) { secret = SecretBytes(bytes) }

  /// The 32 bytes for the centre's own table.
  package var stored: [UInt8] { secret.withUnsafeBytes { Array($0) } }

  /// The keyed BLAKE2b-256 of a message.
  package func proof(of message: [UInt8]) throws -> [UInt8] {
    try Hash.blake2b256(message, key: secret)
  }

  /// True when the proof is this key's for the message; takes the same time either way.
  package func accepts(_ proof: [UInt8], of message: [UInt8]) throws -> Bool {
    constantTimeEqual(proof, try self.proof(of: message))
  }

  /// Encrypts: a random nonce, then XChaCha20-Poly1305 with `purpose` as associated data.
  package func seal(
    _ content: [UInt8], purpose: String, using random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    let nonce = random.bytes(AuthenticatedEncryption.nonceLength)
    return nonce
      + (try AuthenticatedEncryption.seal(
        content, key: secret, nonce: nonce, associatedData: Array(purpose.utf8)))
  }

  /// Decrypts what `seal` made; throws `CryptographyError.notAuthentic` under another key.
  package func open(_ sealed: [UInt8], purpose: String) throws -> [UInt8] {
    guard sealed.count >= AuthenticatedEncryption.nonceLength else {
      throw CryptographyError.notAuthentic
    }
    return try AuthenticatedEncryption.open(
      Array(sealed[AuthenticatedEncryption.nonceLength...]), key: secret,
      nonce: Array(sealed[..<AuthenticatedEncryption.nonceLength]),
      associatedData: Array(purpose.utf8))
  }
}
