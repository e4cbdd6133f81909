import Cryptography
import SyncProtocol

/// A backup is not what its own chains, signatures and digests say it is; nothing was replaced.
///
/// Whoever has no other backup may accept some damage: the rows that can be read are worth more than
/// nothing, laptops bring back what they still have, and `verify` goes on to name what is wrong. It
/// is better accepted here than copied by hand, which would skip the new life and the lock of
/// personal values.
package struct BackupDamage: Error, Sendable, Equatable {
  /// The file.
  package var path: String
  /// All that was found.
  package var findings: [Verification.Finding]

  /// Gathers the two.
  package init(path: String, findings: [Verification.Finding]) {
    self.path = path
    self.findings = findings
  }

  /// A stable code.
  package var code: String { "backup-damaged" }

  /// False where the file itself is broken, so that no program can rely on any of it.
  package var isAcceptable: Bool {
    !findings.contains { finding in
      switch finding {
      case .fileDamaged, .applicationIDForeign: true
      default: false
      }
    }
  }
}

extension Identity {
  /// Somebody who reads a store and signs nothing: a key that nobody keeps.
  static func reading(
    _ replica: ReplicaID, _ rootPublicKey: [UInt8], random: inout some RandomNumberGenerator
  ) throws -> Identity {
    let key = try SigningKey.generate(using: &random)
    return Identity(
      signer: Signer(replica: replica, key: key),
      certificate: Certificate(
        replica: replica, role: replica.rawValue < ReplicaID.firstLaptop ? .centre : .laptop,
        publicKey: key.verifyingKey.bytes, issuedAt: Timestamp(rawValue: 0), label: ""
      ) { key.sign($0) }, rootPublicKey: rootPublicKey)
  }
}
