import CSodium

/// Boxes for somebody of whom only the signing key is known: an Ed25519 key and the X25519 key that
/// it turns into stand for each other, so that nobody has to publish a second key.
extension VerifyingKey {
  /// The public key to seal boxes for; throws `.invalidKey` when this is no point of the curve.
  package func boxPublicKey() throws -> [UInt8] {
    Sodium.start()
    var publicKey = [UInt8](repeating: 0, count: BoxKey.length)
    guard crypto_sign_ed25519_pk_to_curve25519(&publicKey, bytes) == 0 else {
      throw CryptographyError.invalidKey
    }
    return publicKey
  }
}

extension SigningKey {
  /// The key that opens what was sealed for this key's `VerifyingKey.boxPublicKey()`.
  package var boxKey: BoxKey {
    withSecret { secret in
      BoxKey(
        secret: SecretBytes(count: BoxKey.length) { memory in
          _ = crypto_sign_ed25519_sk_to_curve25519(memory, secret)
        })
    }
  }
}
