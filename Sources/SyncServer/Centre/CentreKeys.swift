import Cryptography
import FieldWork
import Replica
import SyncProtocol
import Web

/// Everything secret of a centre, and what others know it by; files of mode 0600 in keys/.
struct CentreKeys: Sendable {
  private enum File {
    static let root = "keys/root.key"
    static let identification = "keys/identification.key"
    static let webCertificate = "keys/tls-certificate.pem"
    static let webKey = "keys/tls-key.pem"

    static func epoch(_ number: UInt8) -> String { "keys/epoch-\(number).key" }
    static func certificate(_ number: UInt8) -> String { "keys/epoch-\(number).certificate" }
  }

  /// Names of all files that a home may have, for backups.
  static let fileNames =
    [File.root, File.identification, File.webCertificate, File.webKey, StoreKey.fileName]
    + (0...UInt8.max).flatMap { [File.epoch($0), File.certificate($0)] }

  /// The last life that a home has a certificate of; nil when it has none.
  static func lastEpoch(of home: HomeFolder) throws -> UInt8? { try lastEpoch(of: HomeFiles(home)) }

  private static func lastEpoch(of files: HomeFiles) throws -> UInt8? {
    try (0...UInt8.max).last { try files.read(File.certificate($0)) != nil }
  }

  /// Whether a file of keys is a centre's: a laptop's has other names.
  static func areInside(_ bundle: KeyBundle) -> Bool { bundle.content(File.root) != nil }

  /// The installation whose the keys of a home will be once a file of keys has filled in what it
  /// lacks.
  /// - Throws: `CentreError.keyMissing`, `.keyDamaged`, `HomeError`.
  static func rootPublicKey(reading files: HomeFiles) throws -> [UInt8] {
    try Signing(reading: files).root.verifyingKey.bytes
  }

  /// The keys that sign, and what is signed about the last life.
  private struct Signing {
    let root: SigningKey
    let epoch: SigningKey
    let certificate: Certificate

    init(reading files: HomeFiles) throws {
      root = try CentreKeys.signingKey(File.root, files)
      let number = try CentreKeys.lastEpoch(of: files) ?? 0
      epoch = try CentreKeys.signingKey(File.epoch(number), files)
      let encoded = try CentreKeys.content(File.certificate(number), files)
      guard let certificate = try? Certificate(decoding: encoded), certificate.role == .centre,
        certificate.publicKey == epoch.verifyingKey.bytes,
        certificate.isSigned(byRoot: root.verifyingKey.bytes, primitives: .standard)
      else { throw CentreError.keyDamaged(File.certificate(number)) }
      self.certificate = certificate
    }
  }

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

  /// Reads the keys of a home: those of its last life.
  /// - Throws: `CentreError.keyMissing`, `.keyDamaged`, `HomeError`.
  init(reading home: HomeFolder) throws {
    let files = HomeFiles(home)
    let signing = try Signing(reading: files)
    root = signing.root
    epoch = signing.epoch
    certificate = signing.certificate
    let identification = try Self.content(File.identification, files)
    guard identification.count == SigningKey.seedLength else {
      throw CentreError.keyDamaged(File.identification)
    }
    self.identification = SecretBytes(identification)
    guard let store = StoreKey(try Self.content(StoreKey.fileName, files)) else {
      throw CentreError.keyDamaged(StoreKey.fileName)
    }
    self.store = store
    let webCertificate = try Self.content(File.webCertificate, files)
    webIdentity = ServerConfiguration.Identity(
      certificatePEM: webCertificate, privateKeyPEM: try Self.content(File.webKey, files))
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
    for name in [File.root, File.identification] where try home.read(name) == nil {
      try home.write(name, random.bytes(SigningKey.seedLength))
    }
    _ = try StoreKey.inFile(of: home, random: &random)
    if try lastEpoch(of: home) == nil {
      try prepareKey(of: 0, home, random: &random)
      try certify(0, home, label: label, clock: clock)
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

  /// Makes the key of a life; one that an interrupted attempt left is taken.
  static func prepareKey(
    of epoch: UInt8, _ home: HomeFolder, random: inout some RandomNumberGenerator
  ) throws {
    guard try home.read(File.epoch(epoch)) == nil else { return }
    try home.write(File.epoch(epoch), random.bytes(SigningKey.seedLength))
  }

  /// Issues the certificate of a life, which makes it the centre's last one.
  static func certify(
    _ epoch: UInt8, _ home: HomeFolder, label: String, clock: ClockReading
  ) throws {
    let files = HomeFiles(home)
    let root = try signingKey(File.root, files)
    let certificate = Certificate(
      replica: .centre(epoch: epoch), role: .centre,
      publicKey: try signingKey(File.epoch(epoch), files).verifyingKey.bytes,
      issuedAt: clock.wall, label: label
    ) { root.sign($0) }
    try home.write(File.certificate(epoch), certificate.encoded)
  }

  private static func signingKey(_ name: String, _ files: HomeFiles) throws -> SigningKey {
    do {
      return try SigningKey(seed: SecretBytes(try content(name, files)))
    } catch is CryptographyError {
      throw CentreError.keyDamaged(name)
    }
  }

  private static func content(_ name: String, _ files: HomeFiles) throws -> [UInt8] {
    guard let content = try files.read(name) else { throw CentreError.keyMissing(name) }
    return content
  }
}
