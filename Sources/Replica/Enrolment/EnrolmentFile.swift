import Cryptography
import SyncProtocol

/// An enrolment carried on a stick, for a laptop without a network: certificate, key, address, pin
/// and the beginning of the centre's log, encrypted under the code.
package struct EnrolmentFile: Sendable {
  static let identificationPurpose = "camtay/1 identification key"
  private static let filePurpose = "camtay/1 enrolment file"
  private static let magic = Array("CAMTAYENROL".utf8)
  /// Bytes that a file may have.
  package static let maximumBytes = 64 << 10 + Limits.streamBytes

  /// The enrolment.
  package var laptop: EnrolledLaptop
  /// The centre's address; empty when it has none.
  package var centreURL: String
  /// The pin of its TLS key; empty for plain HTTP on loopback.
  package var pin: String
  /// The beginning of the centre's log: places, teams and members, without which nothing can be
  /// recorded. A stream signed by the centre; empty when there is none.
  package var starter: [UInt8]

  /// Gathers the parts.
  package init(laptop: EnrolledLaptop, centreURL: String, pin: String, starter: [UInt8] = []) {
    self.starter = starter
    self.laptop = laptop
    self.centreURL = centreURL
    self.pin = pin
  }

  /// The bytes of the file.
  package func encoded(
    under code: EnrolmentKey, random: inout some RandomNumberGenerator
  ) throws -> [UInt8] {
    var content = ByteWriter()
    content.block(laptop.key.seed.withUnsafeBytes { Array($0) })
    content.block(laptop.certificate.encoded)
    content.block(laptop.centreCertificate.encoded)
    content.block(laptop.rootPublicKey)
    content.block(laptop.identificationKey.withUnsafeBytes { Array($0) })
    content.unsigned(UInt64(laptop.member?.rawValue ?? 0))
    content.text(centreURL)
    content.text(pin)
    content.block(starter)
    return Self.magic + [StreamFormat.version]
      + (try code.seal(content.bytes, purpose: Self.filePurpose, using: &random))
  }

  /// Opens a file; throws `EnrolmentError.notAnEnrolmentFile`, `.otherVersion` or
  /// `.wrongCodeForFile`.
  package init(opening bytes: [UInt8], with code: EnrolmentKey) throws {
    guard bytes.count <= Self.maximumBytes, bytes.starts(with: Self.magic),
      let version = bytes.dropFirst(Self.magic.count).first
    else { throw EnrolmentError.notAnEnrolmentFile }
    guard version == StreamFormat.version else { throw EnrolmentError.otherVersion }
    let sealed = Array(bytes[(Self.magic.count + 1)...])
    guard let content = try? code.open(sealed, purpose: Self.filePurpose) else {
      throw EnrolmentError.wrongCodeForFile
    }
    do {
      var reader = ByteReader(content)
      let seed = Array(try reader.block(atMost: SigningKey.seedLength))
      let certificate = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
      let centre = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
      let root = Array(try reader.block(atMost: Signer.keyByteCount))
      let identification = Array(try reader.block(atMost: Limits.labelBytes))
      let member = try reader.dot()
      laptop = EnrolledLaptop(
        key: try SigningKey(seed: SecretBytes(seed)), certificate: certificate,
        centreCertificate: centre, rootPublicKey: root,
        identificationKey: SecretBytes(identification), member: member.rawValue > 0 ? member : nil)
      centreURL = try reader.text(atMost: Limits.valueBytes)
      pin = try reader.text(atMost: Limits.labelBytes)
      starter = Array(try reader.block(atMost: Limits.streamBytes))
      try reader.end()
    } catch {
      throw EnrolmentError.notAnEnrolmentFile
    }
    guard laptop.certificate.publicKey == laptop.key.verifyingKey.bytes,
      laptop.certificate.isSigned(byRoot: laptop.rootPublicKey, primitives: .standard)
    else { throw EnrolmentError.badCertificate }
  }
}
