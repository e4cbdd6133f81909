/// A personal value as it is stored, merged, relayed and digested: encrypted under a key that the
/// keyrings of those who may read it hold, and that an erasure destroys.
///
/// The clear text inside is a tagged value: an integer, a text or bytes. Whom it is about stands in
/// the clear, so that an erasure finds it also where the key is missing.
public struct SealedValue: Hashable, Sendable {
  /// Bytes of the nonce of XChaCha20-Poly1305.
  public static let nonceByteCount = 24
  /// Bytes of the authentication tag at the end of the ciphertext.
  public static let tagByteCount = 16
  /// Bytes of a key.
  public static let keyByteCount = 32

  /// The row of the resident or household that the value is about.
  public let subject: RowID
  /// The key, named by a dot that its maker issued for it.
  public let key: Dot
  /// 24 random bytes.
  public let nonce: [UInt8]
  /// The encrypted value, with the 16-byte tag behind it.
  public let ciphertext: [UInt8]

  /// Gathers the parts; nil when the nonce has another size or the ciphertext has none it can have.
  public init?(subject: RowID, key: Dot, nonce: [UInt8], ciphertext: [UInt8]) {
    guard nonce.count == Self.nonceByteCount,
      (Self.tagByteCount...Limits.ciphertextBytes).contains(ciphertext.count)
    else { return nil }
    self.subject = subject
    self.key = key
    self.nonce = nonce
    self.ciphertext = ciphertext
  }

  /// What the tag covers beside the value: a value that was moved to another row, field or subject
  /// does not open.
  ///
  /// The dot of the write is not part of it. A coordinator's decision, a restored approved value and
  /// a relay copy a sealed value as it is, without its key, and the copy stays equal to its origin.
  public static func associatedData(
    table: TableID, row: RowID, field: FieldID, subject: RowID, key: Dot
  ) -> [UInt8] {
    var place = ByteWriter()
    place.unsigned(UInt64(table.rawValue))
    place.dot(row)
    place.unsigned(UInt64(field.rawValue))
    place.dot(subject)
    place.dot(key)
    return Purpose.value.message(place.bytes)
  }
}

extension Value {
  /// The value behind its type: what stands inside a sealed one, and the form of the digest.
  public var tagged: [UInt8] {
    var writer = ByteWriter()
    BatchBody.encodeTagged(self, into: &writer)
    return writer.bytes
  }

  /// Reads a tagged value to its last byte.
  public init(tagged: [UInt8]) throws(ProtocolError) {
    var reader = ByteReader(tagged)
    self = try BatchBody.decodeTagged(from: &reader)
    try reader.end()
  }

  /// Reads what stood inside a sealed value; only an integer, a text or bytes can.
  public init(clearText: [UInt8]) throws(ProtocolError) {
    let value = try Value(tagged: clearText)
    switch value {
    case .integer, .text, .bytes: self = value
    case .unset, .sealed, .erased: throw .malformed(.unknownCode)
    }
  }

  /// The sealed value, if it is one.
  @inlinable
  public var sealed: SealedValue? {
    if case .sealed(let sealed) = self { sealed } else { nil }
  }
}

extension ByteWriter {
  /// A sealed value: key, subject, nonce, ciphertext. Key and subject were mostly issued together,
  /// so the second is written as its difference from the first.
  mutating func sealed(_ sealed: SealedValue) {
    dot(sealed.key)
    difference(sealed.subject.rawValue, from: sealed.key.rawValue)
    raw(sealed.nonce)
    block(sealed.ciphertext)
  }
}

extension ByteReader {
  /// A sealed value.
  mutating func sealed() throws(ProtocolError) -> SealedValue {
    let key = try dot()
    let subject = try dot(differenceFrom: key.rawValue)
    let nonce = Array(try raw(SealedValue.nonceByteCount))
    let ciphertext = Array(try block(atMost: Limits.ciphertextBytes))
    guard
      let sealed = SealedValue(subject: subject, key: key, nonce: nonce, ciphertext: ciphertext)
    else { throw .malformed(.numberOutOfRange) }
    return sealed
  }

  /// A dot that is written as its difference from another number.
  mutating func dot(differenceFrom base: Int64) throws(ProtocolError) -> Dot {
    guard let dot = Dot(rawValue: try difference(from: base)) else {
      throw .malformed(.numberOutOfRange)
    }
    return dot
  }
}
