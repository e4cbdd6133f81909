import SyncProtocol

/// Who a store is: its replica, the key it signs with, and the root key it trusts.
package struct Identity: Sendable {
  /// Signs this replica's batches and streams.
  package let signer: Signer
  /// The centre's word that the signer's key is this replica's.
  package let certificate: Certificate
  /// The installation's root key, under which every certificate is issued.
  package let rootPublicKey: [UInt8]

  /// Gathers the three; the certificate must be the signer's.
  package init(signer: Signer, certificate: Certificate, rootPublicKey: [UInt8]) {
    precondition(
      signer.replica == certificate.replica && signer.publicKey == certificate.publicKey,
      "a certificate of another key")
    self.signer = signer
    self.certificate = certificate
    self.rootPublicKey = rootPublicKey
  }

  /// The replica's number.
  package var replica: ReplicaID { signer.replica }
  /// Laptop or centre.
  package var role: Certificate.Role { certificate.role }
}

/// What tells one machine and one file from a copy of them; any text, compared for equality.
package struct MachineIdentity: Equatable, Sendable {
  /// The kernel's boot id: differs after every start.
  package var bootID: String
  /// The installation of the operating system.
  package var machineID: String
  /// What a copy of the home does not share: device and inode of the store, and when its keys were
  /// last put where they are.
  package var fileIdentity: String
  /// The last dot issued according to a place outside the store, 0 when that place remembers none;
  /// nil where none is kept. When the store says otherwise, one of the two was put back.
  package var lastIssued: Int64?

  /// Gathers them.
  package init(bootID: String, machineID: String, fileIdentity: String, lastIssued: Int64? = nil) {
    self.bootID = bootID
    self.machineID = machineID
    self.fileIdentity = fileIdentity
    self.lastIssued = lastIssued
  }

  var fingerprint: String { "\(bootID)\n\(machineID)\n\(fileIdentity)" }
}
