import Cryptography
import FieldWork
import Replica
import SyncProtocol
import Web

/// Everything secret of a centre, and what others know it by; files of mode 0600 in keys/.
struct CentreKeys: Sendable {
  private enum File {
    static let root = "keys/root.key"
    static let epoch = "keys/epoch-0.key"
    static let identification = "keys/identification.key"
    static let certificate = "keys/epoch-0.certificate"
    static let webCertificate = "keys/tls-certificate.pem"
    static let webKey = "keys/tls-key.pem"
  }

  /// Names of all files, for backups.
  static let fileNames = [
    File.root, File.epoch, File.identification, File.certificate, File.webCertificate, File.webKey,
  ]

  /// How long the TLS certificate is valid: ten years. Laptops pin its key, not its date.
  private static let webCertificateSeconds = 10 * 366 * 86_400

  /// Signs certificates.
  let root: SigningKey
  /// Signs what this life of the centre says.
  let epoch: SigningKey
  /// The key under which personal ids are hashed.
  let identification: SecretBytes
  /// The certificate of this life.
  let certificate: Certificate
  /// Wraps the keyring; no backup holds it beside one.
  let store: StoreKey
  /// What the server shows over TLS.
  let webIdentity: ServerConfiguration.Identity
  /// What laptops pin of it.
  let pin: PublicKeyPin

  /// Who the centre's store is.
  var identity: Identity {
    Identity(
      signer: Signer(replica: certificate.replica, key: epoch), certificate: certificate,
      rootPublicKey: root.verifyingKey.bytes)
  }

  /// Hashes the digits of a personal id number.
  var hashPersonalID: FieldStore.PersonalIDHash {
    let key = identification
    return { digits in try Hash.blake2b256(digits, key: key) }
  }

  /// Reads the keys of a home.
  /// - Throws: `CentreError.keyMissing`, `.keyDamaged`, `HomeError`.
  init(reading home: HomeFolder) throws {
    root = try Self.signingKey(File.root, home)
    epoch = try Self.signingKey(File.epoch, home)
    let identification = try Self.content(File.identification, home)
    guard identification.count == SigningKey.seedLength else {
      throw CentreError.keyDamaged(File.identification)
    }
    self.identification = SecretBytes(identification)
    let encoded = try Self.content(File.certificate, home)
    guard let certificate = try? Certificate(decoding: encoded), certificate.role == .centre,
      certificate.publicKey == epoch.verifyingKey.bytes,
      certificate.isSigned(byRoot: root.verifyingKey.bytes, primitives: .standard)
    else { throw CentreError.keyDamaged(File.certificate) }
    self.certificate = certificate
    guard let store = StoreKey(try Self.content(StoreKey.fileName, home)) else {
      throw CentreError.keyDamaged(StoreKey.fileName)
    }
    self.store = store
    let webCertificate = try Self.content(File.webCertificate, home)
    webIdentity = ServerConfiguration.Identity(
      certificatePEM: webCertificate, privateKeyPEM: try Self.content(File.webKey, home))
    do {
      pin = try PublicKeyPin(certificatePEM: webCertificate)
    } catch {
      throw CentreError.keyDamaged(File.webCertificate)
    }
  }

  /// Makes the keys that a home does not have yet; those that are there stay.
  static func prepare(
    _ home: HomeFolder, label: String, hosts: [String], clock: ClockReading,
    random: inout some RandomNumberGenerator
  ) throws {
    for name in [File.root, File.epoch, File.identification] where try home.read(name) == nil {
      try home.write(name, random.bytes(SigningKey.seedLength))
    }
    _ = try StoreKey.inFile(of: home, random: &random)
    if try home.read(File.certificate) == nil {
      let root = try signingKey(File.root, home)
      let certificate = Certificate(
        replica: .centre(epoch: 0), role: .centre,
        publicKey: try signingKey(File.epoch, home).verifyingKey.bytes, issuedAt: clock.wall,
        label: label
      ) { root.sign($0) }
      try home.write(File.certificate, certificate.encoded)
    }
    // The key is written last, so that a pair from two attempts cannot stand side by side.
    if try home.read(File.webKey) == nil {
      let seconds = Int(clamping: clock.wall.rawValue / 1000)
      let made = try SelfSignedCertificate(
        names: hosts, serialNumber: random.bytes(16), notBefore: seconds - 86_400,
        notAfter: seconds + webCertificateSeconds)
      try home.write(File.webCertificate, made.certificatePEM)
      try home.write(File.webKey, made.privateKeyPEM)
    }
  }

  private static func signingKey(_ name: String, _ home: HomeFolder) throws -> SigningKey {
    do {
      return try SigningKey(seed: SecretBytes(try content(name, home)))
    } catch is CryptographyError {
      throw CentreError.keyDamaged(name)
    }
  }

  private static func content(_ name: String, _ home: HomeFolder) throws -> [UInt8] {
    guard let content = try home.read(name) else { throw CentreError.keyMissing(name) }
    return content
  }
}
