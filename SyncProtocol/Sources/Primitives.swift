/// A 256-bit hash: the identity of a batch, a link of a chain, a digest of state.
public struct ContentHash: Hashable, Comparable, Sendable {
  /// Bytes of a hash.
  public static let byteCount = 32

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Wraps 32 bytes without copying them; nil for any other number of them.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// 32 zero bytes: what precedes the first link of a chain.
  public static let zero = ContentHash(unchecked: Array(repeating: 0, count: byteCount))

  /// Orders by bytes.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Lower-case hexadecimal, for people and vectors.
  public var hexadecimal: String { Hexadecimal.encode(bytes) }
}

/// Hash, signature check and compression, given to the protocol from outside.
///
/// The protocol itself needs the standard library alone. `Replica` makes this value from libsodium
/// and libzstd; another implementation brings its own.
public struct Primitives: Sendable {
  /// BLAKE2b with 32 bytes of output.
  public var hash: @Sendable (_ message: [UInt8]) -> ContentHash
  /// The same hash of lent bytes into 32 lent ones, for the digest of very many rows. Without it
  /// `hash` serves.
  public var hashInto:
    (@Sendable (_ message: UnsafeRawBufferPointer, _ hash: UnsafeMutableRawBufferPointer) -> Void)?
  /// Ed25519: does the 64-byte signature of the message verify under the 32-byte key?
  public var verify: @Sendable (_ signature: [UInt8], _ message: [UInt8], _ key: [UInt8]) -> Bool
  /// Zstandard, one frame, no checksum.
  public var compress: @Sendable (_ bytes: [UInt8]) throws -> [UInt8]
  /// The same for parts of different nature: the frame of all of them joined, in which each has
  /// blocks and statistics of its own. Without it parts are joined and compressed as one.
  public var compressParts: (@Sendable (_ parts: [[UInt8]]) throws -> [UInt8])?
  /// The inverse; throws rather than produce more than `maximumBytes`.
  public var decompress: @Sendable (_ bytes: [UInt8], _ maximumBytes: Int) throws -> [UInt8]

  /// Gathers the functions.
  public init(
    hash: @escaping @Sendable (_ message: [UInt8]) -> ContentHash,
    hashInto: (
      @Sendable (_ message: UnsafeRawBufferPointer, _ hash: UnsafeMutableRawBufferPointer) -> Void
    )? = nil,
    verify: @escaping @Sendable (_ signature: [UInt8], _ message: [UInt8], _ key: [UInt8]) -> Bool,
    compress: @escaping @Sendable (_ bytes: [UInt8]) throws -> [UInt8],
    compressParts: (@Sendable (_ parts: [[UInt8]]) throws -> [UInt8])? = nil,
    decompress: @escaping @Sendable (_ bytes: [UInt8], _ maximumBytes: Int) throws -> [UInt8]
  ) {
    self.hash = hash
    self.hashInto = hashInto
    self.verify = verify
    self.compress = compress
    self.compressParts = compressParts
    self.decompress = decompress
  }
}

/// Whoever can sign for a replica: its number, its public key, and the act of signing.
public struct Signer: Sendable {
  /// Bytes of an Ed25519 signature.
  public static let signatureByteCount = 64
  /// Bytes of an Ed25519 public key.
  public static let keyByteCount = 32

  /// The replica.
  public let replica: ReplicaID
  /// Its 32-byte public key.
  public let publicKey: [UInt8]
  /// Signs a message; 64 bytes.
  public let sign: @Sendable (_ message: [UInt8]) -> [UInt8]

  /// Gathers the three.
  public init(
    replica: ReplicaID, publicKey: [UInt8],
    sign: @escaping @Sendable (_ message: [UInt8]) -> [UInt8]
  ) {
    self.replica = replica
    self.publicKey = publicKey
    self.sign = sign
  }
}

/// What a signature or hash is for: the first bytes of its message, so that none can pass for
/// another.
public enum Purpose: String, Sendable {
  /// The hash and signature of a batch.
  case batch = "camtay/1 batch"
  /// The end of a stream.
  case stream = "camtay/1 stream"
  /// A certificate.
  case certificate = "camtay/1 certificate"
  /// A link of the running hash over an arrival log.
  case arrival = "camtay/1 arrival"
  /// A row of the state digest.
  case row = "camtay/1 row"
  /// The leaf a row belongs to.
  case leaf = "camtay/1 leaf"
  /// The root over all leaves of a scope.
  case state = "camtay/1 state"
  /// One hash over the cursors of several scopes.
  case cursors = "camtay/1 cursors"
  /// One hash over the digests of several scopes.
  case digests = "camtay/1 digests"
  /// What the centre says of a scope at an arrival number.
  case check = "camtay/1 check"
  /// The hash and signature of a snapshot.
  case snapshot = "camtay/1 snapshot"
  /// A laptop's word that it has handed over everything of a scope.
  case scopeReturn = "camtay/1 scope return"
  /// The associated data of a sealed value.
  case value = "camtay/1 value"
  /// A laptop's proof that it knows its enrolment code.
  case enrolmentRequest = "camtay/1 enrolment request"
  /// The centre's proof that it knows the code.
  case enrolmentGrant = "camtay/1 enrolment grant"

  /// What the centre grants a laptop.
  case grant = "camtay/1 grant"
  /// What the key exchange of two laptops starts from.
  case neighbourCode = "camtay/1 neighbour code"
  /// What their keys are derived from.
  case neighbourKey = "camtay/1 neighbour key"
  /// The proof of the laptop that joined.
  case neighbourJoins = "camtay/1 neighbour joins"
  /// The proof of the laptop that waited.
  case neighbourWaits = "camtay/1 neighbour waits"
  /// The identity of their meeting.
  case meeting = "camtay/1 meeting"

  /// A sender's word on all that a bundle holds.
  case bundle = "camtay/1 bundle"
  /// What the keys of a bundle are derived from.
  case bundleKey = "camtay/1 bundle key"
  /// The associated data of a chunk of a bundle.
  case bundlePart = "camtay/1 bundle part"
  /// The centre's word on a newer program.
  case programUpdate = "camtay/1 program update"
  /// What a laptop that carries bundles asks of the centre.
  case courierRequest = "camtay/1 courier request"
  /// What the centre answers.
  case courierAnswer = "camtay/1 courier answer"

  /// The purpose's text and a zero byte: how every message of it begins.
  var prefix: [UInt8] { Array(rawValue.utf8) + [0] }

  /// The purpose's text, a zero byte, and the content.
  public func message(_ content: some Collection<UInt8>) -> [UInt8] {
    var message = prefix
    message.reserveCapacity(message.count + content.count)
    message.append(contentsOf: content)
    return message
  }
}

/// Lower-case hexadecimal.
public enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two characters a byte.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes; nil for an odd length or another character.
  public static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 {
      guard let digit = value(of: character) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? bytes : nil
  }

  private static func value(of character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
