/// Why a cryptographic step was refused. Nothing here says more, so that nothing secret leaks.
package enum CryptographyError: Error, Equatable, Sendable {
  /// A key, seed, nonce, salt, signature or length has a size that the algorithm does not have.
  case wrongLength(expected: Int, found: Int)
  /// The bytes were changed, cut, or made with another key.
  case notAuthentic
  /// The public key is not one that can be used.
  case invalidKey
  /// The cost settings are outside the algorithm's range, or memory for them is missing.
  case derivationFailed

  /// A stable code for logs and messages.
  package var code: String {
    switch self {
    case .wrongLength: "crypto-length"
    case .notAuthentic: "crypto-not-authentic"
    case .invalidKey: "crypto-invalid-key"
    case .derivationFailed: "crypto-derivation"
    }
  }

  static func require(_ expected: Int, _ found: Int) throws {
    guard expected == found else { throw wrongLength(expected: expected, found: found) }
  }
}
