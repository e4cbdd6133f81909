import Cryptography

/// One who opens bundles: the centre with the installation's root key, a laptop with its own.
package struct BundleRecipient: Sendable {
  /// The key that bundles are addressed to.
  package let key: VerifyingKey
  /// Opens them.
  let boxKey: BoxKey
  /// The installation's root key, under which a sender's certificate must stand.
  let rootPublicKey: [UInt8]

  /// Gathers the keys.
  package init(_ key: SigningKey, rootPublicKey: [UInt8]) {
    self.key = key.verifyingKey
    boxKey = key.boxKey
    self.rootPublicKey = rootPublicKey
  }
}
