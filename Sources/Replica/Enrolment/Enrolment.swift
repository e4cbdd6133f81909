import Cryptography
import SyncProtocol

/// Why an enrolment did not come about. Nothing was kept in any case.
package enum EnrolmentError: Error, Equatable, Sendable {
  /// The centre's proof is wrong: it does not know the code, so it is not the centre that issued it.
  case falseCentre
  /// The answer's certificate is for another key or not signed by the offered root.
  case badCertificate
  /// The file is none of ours, or damaged.
  case notAnEnrolmentFile
  /// The file is of a format version that this program does not read.
  case otherVersion
  /// The code does not open the file: mistyped, or a code of another file.
  case wrongCodeForFile

  /// A stable code.
  package var code: String {
    switch self {
    case .falseCentre: "false-centre"
    case .badCertificate: "bad-certificate"
    case .notAnEnrolmentFile: "not-an-enrolment-file"
    case .otherVersion: "unsupported-version"
    case .wrongCodeForFile: "wrong-code-for-file"
    }
  }
}

/// Everything a laptop needs to begin.
package struct EnrolledLaptop: Sendable {
  /// The laptop's own key.
  package var key: SigningKey
  /// Its certificate.
  package var certificate: Certificate
  /// The certificate of the centre's present life.
  package var centreCertificate: Certificate
  /// The installation's root key.
  package var rootPublicKey: [UInt8]
  /// The installation's key for personal ids.
  package var identificationKey: SecretBytes
  /// The member the laptop was given to; nil for nobody in particular.
  package var member: RowID?

  /// Gathers the parts.
  package init(
    key: SigningKey, certificate: Certificate, centreCertificate: Certificate,
    rootPublicKey: [UInt8], identificationKey: SecretBytes, member: RowID?
  ) {
    self.key = key
    self.certificate = certificate
    self.centreCertificate = centreCertificate
    self.rootPublicKey = rootPublicKey
    self.identificationKey = identificationKey
    self.member = member
  }

  /// Who the laptop is from now on.
  package var identity: Identity {
    Identity(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
      rootPublicKey: rootPublicKey)
  }
}

/// The laptop's side of an enrolment over a network: two messages around one request.
package struct EnrolmentAttempt: Sendable {
  private let code: EnrolmentKey
  private let key: SigningKey
  private let offer: CentreOffer
  /// What to post to the centre, on a connection pinned to the offered key.
  package let request: EnrolmentRequest

  /// Answers a centre's offer. `key` is made by the laptop and never leaves it; an attempt that is
  /// repeated with the same key gets the same certificate.
  package init(
    code: EnrolmentKey, key: SigningKey, offer: CentreOffer,
    random: inout some RandomNumberGenerator
  ) throws {
    self.code = code
    self.key = key
    self.offer = offer
    let publicKey = key.verifyingKey.bytes
    let nonce = random.bytes(Hello.nonceByteCount)
    request = EnrolmentRequest(
      publicKey: publicKey, nonce: nonce,
      proof: try code.proof(of: EnrolmentProof.laptopMessage((publicKey, nonce), to: offer)))
  }

  /// Believes the centre's answer if its proof and certificates are right.
  package func finish(
    _ grant: EnrolmentGrant, primitives: Primitives = .standard
  ) throws -> EnrolledLaptop {
    let message = EnrolmentProof.centreMessage(
      (request.publicKey, request.nonce), to: offer, content: grant.content)
    guard try code.accepts(grant.proof, of: message) else { throw EnrolmentError.falseCentre }
    guard grant.certificate.publicKey == request.publicKey, grant.certificate.role == .laptop,
      grant.centreCertificate.role == .centre,
      grant.certificate.isSigned(byRoot: offer.rootPublicKey, primitives: primitives),
      grant.centreCertificate.isSigned(byRoot: offer.rootPublicKey, primitives: primitives)
    else { throw EnrolmentError.badCertificate }
    return EnrolledLaptop(
      key: key, certificate: grant.certificate, centreCertificate: grant.centreCertificate,
      rootPublicKey: offer.rootPublicKey,
      identificationKey: SecretBytes(
        try code.open(grant.sealedIdentificationKey, purpose: EnrolmentFile.identificationPurpose)),
      member: grant.member > 0 ? RowID(rawValue: grant.member) : nil)
  }
}

extension EnrolmentGrant {
  /// The centre's side: composes the answer to a request whose proof was accepted.
  package init(
    to request: EnrolmentRequest, offer: CentreOffer, code: EnrolmentKey, certificate: Certificate,
    centreCertificate: Certificate, member: RowID?, identificationKey: SecretBytes,
    random: inout some RandomNumberGenerator
  ) throws {
    self.init(
      certificate: certificate, centreCertificate: centreCertificate,
      member: member?.rawValue ?? 0,
      sealedIdentificationKey: try code.seal(
        identificationKey.withUnsafeBytes { Array($0) },
        purpose: EnrolmentFile.identificationPurpose, using: &random),
      proof: [])
    proof = try code.proof(
      of: EnrolmentProof.centreMessage(
        (request.publicKey, request.nonce), to: offer, content: content))
  }
}

extension EnrolmentRequest {
  /// True when whoever made the request knows the code and saw the centre's true key and pin.
  package func isProven(by code: EnrolmentKey, offer: CentreOffer) throws -> Bool {
    try code.accepts(proof, of: EnrolmentProof.laptopMessage((publicKey, nonce), to: offer))
  }
}
