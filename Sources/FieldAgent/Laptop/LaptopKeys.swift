import Cryptography
import Replica
import SyncProtocol

/// The files under keys/ of a laptop's home, each 0600.
package struct LaptopKeys {
  private let home: HomeFolder
  private let files: HomeFiles

  private static let replicaKey = "keys/replica.key"
  private static let identificationKey = "keys/identification.key"
  private static let certificate = "keys/replica.certificate"
  private static let rootKey = "keys/root.public"

  /// The keys of a home; those that it lacks are read from a file of keys, if one is given.
  package init(_ home: HomeFolder, filledInFrom bundle: KeyBundle? = nil) {
    self.home = home
    files = HomeFiles(home, filledInFrom: bundle)
  }

  /// Whether a file of keys is a laptop's: the centre's has other names.
  static func areInside(_ bundle: KeyBundle) -> Bool { bundle.content(certificate) != nil }

  /// The laptop's own key, made at the first call: an enrolment whose answer was lost is repeated
  /// with the same key and gets the same certificate.
  func replicaKey(random: inout some RandomNumberGenerator) throws -> SigningKey {
    if let key = try storedReplicaKey() { return key }
    let key = try SigningKey.generate(using: &random)
    try write(key)
    return key
  }

  private static let nextKey = "keys/next.key"
  private static let formerNumbers = "keys/former"

  /// The key for the next number of a laptop that is enrolled anew; made at the first call, like
  /// `replicaKey`.
  func nextReplicaKey(random: inout some RandomNumberGenerator) throws -> SigningKey {
    if let key = try storedKey(Self.nextKey) { return key }
    let key = try SigningKey.generate(using: &random)
    try write(key, Self.nextKey)
    return key
  }

  private func storedReplicaKey() throws -> SigningKey? { try storedKey(Self.replicaKey) }

  private func storedKey(_ name: String) throws -> SigningKey? {
    guard let seed = try files.read(name) else { return nil }
    guard seed.count == SigningKey.seedLength, let key = try? SigningKey(seed: SecretBytes(seed))
    else { throw damaged(name) }
    return key
  }

  /// The key of an enrolled laptop: what is addressed to it opens with this.
  /// - Throws: `AgentError.keyDamaged`.
  func enrolledKey() throws -> SigningKey {
    guard let key = try storedReplicaKey() else { throw damaged(Self.replicaKey) }
    return key
  }

  private func write(_ key: SigningKey, _ name: String = replicaKey) throws {
    try home.write(name, key.seed.withUnsafeBytes { Array($0) })
  }

  /// Keeps the present key and certificate under the number they belong to, before others take
  /// their place. They are never removed: a backup from that time is worth nothing without them.
  func keepFormer() throws {
    let former = try identity()
    let number = former.replica.rawValue
    for (name, kind) in [(Self.replicaKey, "key"), (Self.certificate, "certificate")] {
      try home.write("\(Self.formerNumbers)-\(number).\(kind)", try present(name))
    }
  }

  /// Who the laptop was under a number it no longer has.
  /// - Throws: `AgentError.keyDamaged`.
  func formerIdentity(_ replica: ReplicaID) throws -> Identity {
    let name = "\(Self.formerNumbers)-\(replica.rawValue)"
    guard let key = try storedKey("\(name).key") else { throw damaged("\(name).key") }
    guard let certificate = try? Certificate(decoding: try present("\(name).certificate")),
      certificate.publicKey == key.verifyingKey.bytes, certificate.replica == replica
    else { throw damaged("\(name).certificate") }
    return Identity(
      signer: Signer(replica: replica, key: key), certificate: certificate,
      rootPublicKey: try present(Self.rootKey))
  }

  /// Keeps everything of an enrolment but the address.
  func keep(_ laptop: EnrolledLaptop) throws {
    try write(laptop.key)
    try home.remove(Self.nextKey)
    try home.write(
      Self.identificationKey, laptop.identificationKey.withUnsafeBytes { Array($0) })
    try home.write(Self.rootKey, laptop.rootPublicKey)
    try home.write(Self.certificate, laptop.certificate.encoded)
  }

  /// Who the laptop is.
  /// - Throws: `AgentError.keyDamaged`.
  func identity() throws -> Identity {
    guard let key = try storedReplicaKey() else { throw damaged(Self.replicaKey) }
    let root = try present(Self.rootKey)
    guard let certificate = try? Certificate(decoding: try present(Self.certificate)),
      certificate.publicKey == key.verifyingKey.bytes,
      certificate.isSigned(byRoot: root, primitives: .standard)
    else { throw damaged(Self.certificate) }
    return Identity(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
      rootPublicKey: root)
  }

  /// The installation's key for personal ids; read only when one is typed.
  func identification() throws -> SecretBytes {
    let bytes = try present(Self.identificationKey)
    guard Hash.keyLengths.contains(bytes.count) else { throw damaged(Self.identificationKey) }
    return SecretBytes(bytes)
  }

  /// The two files that a home can be opened by; the accounts' rules where both are there.
  static let openers = [AccountsFile.name, StoreKey.fileName]

  /// The key that opens the records: what an account unlocked, else that of the home's own file,
  /// which is made at the first call and never where there are accounts.
  ///
  /// - Parameter isNeeded: a keyring waits to be opened, so that no new key can serve.
  /// - Throws: `AgentError.locked` with accounts and without a key, `ReplicaError.storeKeyMissing`.
  func storeKey(
    _ unlocked: StoreKey?, isNeeded: Bool = false, random: inout some RandomNumberGenerator
  ) throws -> StoreKey {
    if let unlocked { return unlocked }
    if let accounts = try AccountsFile(reading: files) {
      throw AgentError.locked(names: accounts.entries.map(\.account.name))
    }
    guard try !isNeeded || home.read(StoreKey.fileName) != nil else {
      throw ReplicaError.storeKeyMissing
    }
    return try StoreKey.inFile(of: home, random: &random)
  }

  /// A file of keys as it may fill in a home: what opens the home already is not joined by another
  /// opener, such as the key file from before the first account.
  static func fitting(_ bundle: KeyBundle, _ home: HomeFolder) throws -> KeyBundle {
    try openers.contains { try home.read($0) != nil } ? bundle.without(openers) : bundle
  }

  /// The names of the files, for a backup.
  func fileNames() throws -> [String] {
    let present = [Self.replicaKey, Self.identificationKey, Self.certificate, Self.rootKey]
    let opener = try Self.openers.first { try home.read($0) != nil }
    return present + [opener].compactMap(\.self)
      + (try home.fileNames(in: "keys").filter { $0.hasPrefix("keys/former-") })
  }

  private func present(_ name: String) throws -> [UInt8] {
    guard let bytes = try files.read(name), !bytes.isEmpty else { throw damaged(name) }
    return bytes
  }

  private func damaged(_ name: String) -> AgentError {
    .keyDamaged(path: "\(home.path)/\(name)")
  }
}
