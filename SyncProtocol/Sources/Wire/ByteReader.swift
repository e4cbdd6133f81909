/// Reads the protocol's primitive encodings from bytes that nobody vouches for.
///
/// Every read checks that the bytes are there; every count is bounded by the caller before anything
/// is allocated; a number has exactly one encoding. The first violation throws.
public struct ByteReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads from the start of `bytes`.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Reads from the start of `bytes`.
  public init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// How many bytes are left.
  public var remaining: Int { bytes.endIndex - index }

  /// How many bytes were read.
  public var position: Int { index - bytes.startIndex }

  /// Throws unless everything was read.
  public func end() throws(ProtocolError) {
    guard remaining == 0 else { throw .malformed(.trailingBytes) }
  }

  /// One byte.
  public mutating func byte() throws(ProtocolError) -> UInt8 {
    guard index < bytes.endIndex else { throw .malformed(.truncated) }
    defer { index += 1 }
    return bytes[index]
  }

  /// An unsigned LEB128 number of at most 64 bits in its shortest form.
  public mutating func unsigned() throws(ProtocolError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      let low = UInt64(next & 0x7F)
      if shift == 63, low > 1 { throw .malformed(.numberOutOfRange) }
      number |= low << shift
      if next < 0x80 {
        if next == 0, shift > 0 { throw .malformed(.numberNotShortest) }
        return number
      }
      shift += 7
      if shift > 63 { throw .malformed(.numberOutOfRange) }
    }
  }

  /// An unsigned number no greater than `maximum`.
  public mutating func unsigned(atMost maximum: UInt64) throws(ProtocolError) -> UInt64 {
    let number = try unsigned()
    guard number <= maximum else { throw .malformed(.numberOutOfRange) }
    return number
  }

  /// A count or length no greater than `maximum`.
  public mutating func count(atMost maximum: Int) throws(ProtocolError) -> Int {
    Int(try unsigned(atMost: UInt64(maximum)))
  }

  /// A zigzag-folded signed number.
  public mutating func signed() throws(ProtocolError) -> Int64 {
    let folded = try unsigned()
    return Int64(bitPattern: (folded >> 1) ^ (0 &- (folded & 1)))
  }

  /// A number written as its difference from `base`, modulo 2^64.
  public mutating func difference(from base: Int64) throws(ProtocolError) -> Int64 {
    base &+ (try signed())
  }

  /// A 32-bit number in four bytes, least significant first.
  public mutating func fixed32() throws(ProtocolError) -> UInt32 {
    let raw = try self.raw(4)
    return raw.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A slice of exactly `count` bytes, not copied.
  public mutating func raw(_ count: Int) throws(ProtocolError) -> ArraySlice<UInt8> {
    guard count <= remaining else { throw .malformed(.truncated) }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// A length of at most `maximum`, and that many bytes.
  public mutating func block(atMost maximum: Int) throws(ProtocolError) -> ArraySlice<UInt8> {
    let count = try count(atMost: maximum)
    return try raw(count)
  }

  /// A length of at most `maximum` bytes, and valid UTF-8 without U+0000.
  public mutating func text(atMost maximum: Int) throws(ProtocolError) -> String {
    let utf8 = try block(atMost: maximum)
    return try Self.text(utf8)
  }

  /// Valid UTF-8 without U+0000 as text.
  static func text(_ utf8: ArraySlice<UInt8>) throws(ProtocolError) -> String {
    // Decoding repairs, so a difference means that something was no UTF-8; both together take a
    // third of the time of `String(validating:as:)`.
    let text: String? = utf8.withUnsafeBytes { given in
      var text = String(decoding: given, as: UTF8.self)
      return text.withUTF8 { UnsafeRawBufferPointer($0).isSameText(as: given) } ? text : nil
    }
    guard let text else { throw .malformed(.textNotUTF8) }
    return text
  }

  /// A packed dot.
  public mutating func dot() throws(ProtocolError) -> Dot {
    guard let dot = Dot(rawValue: Int64(try unsigned(atMost: UInt64(Int64.max)))) else {
      throw .malformed(.numberOutOfRange)
    }
    return dot
  }

  /// A scope.
  public mutating func scope() throws(ProtocolError) -> ScopeID {
    guard let scope = ScopeID(rawValue: Int64(try unsigned(atMost: UInt64(Int64.max)))) else {
      throw .malformed(.numberOutOfRange)
    }
    return scope
  }

  /// A replica number.
  public mutating func replica() throws(ProtocolError) -> ReplicaID {
    ReplicaID(unchecked: UInt32(try unsigned(atMost: UInt64(ReplicaID.maximum))))
  }

  /// A content hash of 32 bytes.
  public mutating func hash() throws(ProtocolError) -> ContentHash {
    ContentHash(unchecked: Array(try raw(ContentHash.byteCount)))
  }
}

extension ByteWriter {
  /// A packed dot.
  public mutating func dot(_ dot: Dot) { unsigned(UInt64(dot.rawValue)) }

  /// A scope.
  public mutating func scope(_ scope: ScopeID) { unsigned(UInt64(scope.rawValue)) }

  /// A replica number.
  public mutating func replica(_ replica: ReplicaID) { unsigned(UInt64(replica.rawValue)) }

  /// A content hash of 32 bytes.
  public mutating func hash(_ hash: ContentHash) { raw(hash.bytes) }
}
