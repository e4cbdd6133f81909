import Cryptography
import SyncProtocol

/// One file of an exported scope (SPEC 10.9): a signed stream that only the centre can read.
///
/// It is sealed for the installation's root key, which every laptop knows and no restore of the
/// centre changes: whoever finds the file learns neither a name nor a hamlet from it.
package struct ScopeFile: Sendable, Equatable {
  /// Why a file is not taken in; nothing of it was.
  package enum Problem: Error, Equatable, Sendable {
    /// No exported scope, or cut short, or changed.
    case notAScopeFile
    /// Of a format version that this program does not read.
    case otherVersion
    /// Sealed for another installation, or damaged.
    case notForThisCentre

    /// A stable code.
    package var code: String {
      switch self {
      case .notAScopeFile: "not-a-scope-file"
      case .otherVersion: "unsupported-version"
      case .notForThisCentre: "not-for-this-centre"
      }
    }
  }

  private static let magic = Array("CAMTAYSCOPE".utf8)
  /// Bytes that a file may have.
  package static let maximumBytes = 1 << 10 + Limits.streamBytes

  /// What a file says of itself.
  package struct Part: Sendable, Hashable {
    /// The scope.
    package var scope: ScopeID
    /// Which of the files of the export this is, from 1.
    package var part: Int
    /// How many files the export has.
    package var parts: Int
  }

  /// The scope.
  package var scope: ScopeID
  /// Which of the files of the export this is, from 1.
  package var part: Int
  /// How many files the export has.
  package var parts: Int
  /// The three, without the stream.
  package var place: Part { Part(scope: scope, part: part, parts: parts) }
  /// The stream, signed by the laptop whose certificate it begins with.
  package var stream: [UInt8]

  /// Gathers the parts.
  package init(scope: ScopeID, part: Int, parts: Int, stream: [UInt8]) {
    self.scope = scope
    self.part = part
    self.parts = parts
    self.stream = stream
  }

  /// The bytes of the file, sealed for the installation with this root key.
  package func encoded(
    for rootPublicKey: [UInt8], random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    var content = ByteWriter()
    content.unsigned(UInt64(scope.rawValue))
    content.unsigned(UInt64(part))
    content.unsigned(UInt64(parts))
    content.block(stream)
    let recipient = try VerifyingKey(rootPublicKey).boxPublicKey()
    return Self.magic + [StreamFormat.version]
      + (try BoxKey.seal(content.bytes, for: recipient, using: &random))
  }

  /// Opens a file with the installation's root key; throws `Problem`.
  package init(opening bytes: [UInt8], with root: SigningKey) throws {
    guard bytes.count <= Self.maximumBytes, bytes.starts(with: Self.magic),
      let version = bytes.dropFirst(Self.magic.count).first
    else { throw Problem.notAScopeFile }
    guard version == StreamFormat.version else { throw Problem.otherVersion }
    guard let content = try? root.boxKey.open(Array(bytes[(Self.magic.count + 1)...])) else {
      throw Problem.notForThisCentre
    }
    do {
      var reader = ByteReader(content)
      guard let scope = ScopeID(rawValue: Int64(clamping: try reader.unsigned())) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      self.scope = scope
      part = Int(clamping: try reader.unsigned())
      parts = Int(clamping: try reader.unsigned())
      stream = Array(try reader.block(atMost: Limits.streamBytes))
      try reader.end()
    } catch {
      throw Problem.notAScopeFile
    }
    guard parts >= 1, (1...parts).contains(part) else { throw Problem.notAScopeFile }
  }
}
