import CSodium

/// XChaCha20-Poly1305 with associated data (draft-irtf-cfrg-xchacha).
package enum AuthenticatedEncryption {
  /// The bytes of a key.
  package static let keyLength = 32
  /// The bytes of a nonce; random ones never repeat in practice.
  package static let nonceLength = 24
  /// How many bytes longer than the text the sealed text is.
  package static let tagLength = 16

  /// Encrypts; the result is the ciphertext with its 16-byte tag. A nonce is used once for a key.
  package static func seal(
    _ text: [UInt8], key: SecretBytes, nonce: [UInt8], associatedData: [UInt8] = []
  ) throws -> [UInt8] {
    try key.withUnsafeBytes {
      try seal(text, key: $0, nonce: nonce, associatedData: associatedData)
    }
  }

  /// Encrypts under a key that the caller keeps in memory of his own, as one of very many.
  package static func seal(
    _ text: [UInt8], key: UnsafeRawBufferPointer, nonce: [UInt8], associatedData: [UInt8] = []
  ) throws -> [UInt8] {
    Sodium.start()
    try CryptographyError.require(keyLength, key.count)
    try CryptographyError.require(nonceLength, nonce.count)
    guard let bytes = key.assumingMemoryBound(to: UInt8.self).baseAddress else {
      throw CryptographyError.wrongLength(expected: keyLength, found: 0)
    }
    return
      filled(text.count + tagLength) { output in
        crypto_aead_xchacha20poly1305_ietf_encrypt(
          output, nil, text, UInt64(text.count), associatedData,
          UInt64(associatedData.count), nil, nonce, bytes)
        return text.count + tagLength
      }
  }

  /// Decrypts what `seal` made; throws `.notAuthentic` if anything about it was changed.
  package static func open(
    _ sealed: [UInt8], key: SecretBytes, nonce: [UInt8], associatedData: [UInt8] = []
  ) throws -> [UInt8] {
    try key.withUnsafeBytes {
      try open(sealed, key: $0, nonce: nonce, associatedData: associatedData)
    }
  }

  /// Decrypts under a key that the caller keeps in memory of his own, as one of very many.
  package static func open(
    _ sealed: [UInt8], key: UnsafeRawBufferPointer, nonce: [UInt8], associatedData: [UInt8] = []
  ) throws -> [UInt8] {
    Sodium.start()
    try CryptographyError.require(keyLength, key.count)
    try CryptographyError.require(nonceLength, nonce.count)
    guard let bytes = key.assumingMemoryBound(to: UInt8.self).baseAddress else {
      throw CryptographyError.wrongLength(expected: keyLength, found: 0)
    }
    guard sealed.count >= tagLength else { throw CryptographyError.notAuthentic }
    let length = sealed.count - tagLength
    var result: Int32 = -1
    let text = filled(length) { output in
      result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        output, nil, nil, sealed, UInt64(sealed.count), associatedData,
        UInt64(associatedData.count), nonce, bytes)
      return result == 0 ? length : 0
    }
    guard result == 0 else { throw CryptographyError.notAuthentic }
    return text
  }
}
