/// What can be wrong with bytes that came from outside. Codes are stable and listed in SPEC.md.
public enum ProtocolError: Error, Hashable, Sendable {
  /// The bytes do not follow the grammar.
  case malformed(Malformation)
  /// A frame's checksum differs: the bytes were damaged on the way.
  case checksumMismatch
  /// The stream does not begin with the magic bytes.
  case notAStream
  /// The stream's format version is not one this program reads.
  case unsupportedVersion(UInt8)
  /// A signature does not verify under the key it names.
  case badSignature
  /// No certificate is known for the replica that signed.
  case unknownReplica(ReplicaID)
  /// The compressed body does not decompress to the length it declares.
  case badCompression
  /// The operations name a replica on none of whose batches the batch depends.
  case missingDependency(ReplicaID)
  /// A field kind, frame or schema of a later version: kept, relayed, and merged after an upgrade.
  case needsUpgrade

  /// How bytes break the grammar.
  public enum Malformation: String, Hashable, Sendable {
    /// The bytes end too early.
    case truncated = "truncated"
    /// Bytes follow where the grammar has ended.
    case trailingBytes = "trailing-bytes"
    /// A number, count or length above its limit.
    case numberOutOfRange = "number-out-of-range"
    /// A number in more bytes than it needs.
    case numberNotShortest = "number-not-shortest"
    /// Text that is not UTF-8, or holds U+0000.
    case textNotUTF8 = "text-not-utf8"
    /// An index into a dictionary that has no such entry.
    case noSuchEntry = "no-such-entry"
    /// A code where the grammar knows others only.
    case unknownCode = "unknown-code"
    /// Things that must ascend do not.
    case notAscending = "not-ascending"
    /// A frame in a place where the round does not expect it.
    case unexpectedFrame = "unexpected-frame"
  }

  /// The code that goes over the wire, into logs and into `--json`.
  public var code: String {
    switch self {
    case .malformed(let malformation): "malformed:\(malformation.rawValue)"
    case .checksumMismatch: "checksum-mismatch"
    case .notAStream: "not-a-stream"
    case .unsupportedVersion: "unsupported-version"
    case .badSignature: "bad-signature"
    case .unknownReplica: "unknown-replica"
    case .badCompression: "bad-compression"
    case .missingDependency: "missing-dependency"
    case .needsUpgrade: "needs-upgrade"
    }
  }
}
