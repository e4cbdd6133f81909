import FieldWork
import Replica
import SyncProtocol

/// Why a laptop was not let in. Nothing was kept.
package enum EnrolmentRefusal: Error, Equatable, Sendable {
  /// No code of this centre gives the proof, or the laptop sees another server.
  case wrongCode
  /// The code let another laptop in.
  case usedCode
  /// The code is over.
  case expiredCode

  /// The stable code.
  package var code: String {
    switch self {
    case .wrongCode: "code-unknown"
    case .usedCode: "code-used"
    case .expiredCode: "code-expired"
    }
  }

  /// The HTTP status that says the same.
  package var status: Int {
    switch self {
    case .wrongCode: 403
    case .usedCode: 409
    case .expiredCode: 410
    }
  }

  /// What happened and what to do.
  package var words: BilingualText {
    switch self {
    case .wrongCode:
      BilingualText(
        vi: "Mã ghi danh không đúng. Hãy gõ lại; nếu vẫn không được, hãy xin mã khác.",
        en: "The enrolment code is wrong. Type it again; if that fails, ask for another.")
    case .usedCode:
      BilingualText(
        vi: "Mã ghi danh này đã dùng cho máy khác. Hãy xin điều phối viên mã mới.",
        en: "This enrolment code let another laptop in. Ask the coordinator for a new one.")
    case .expiredCode:
      BilingualText(
        vi: "Mã ghi danh đã quá 7 ngày. Hãy xin điều phối viên mã mới.",
        en: "The enrolment code is older than 7 days. Ask the coordinator for a new one.")
    }
  }
}

extension Centre {
  /// Lets a laptop in: certificate, grants and the mark on the code in one transaction.
  ///
  /// The same laptop may ask again with the same code, since the answer may have been lost: it gets
  /// the certificate it was given.
  /// - Parameter isSecure: whether the request came over TLS, whose pin the proof covers.
  /// - Throws: `EnrolmentRefusal`, `SQLError`.
  package func enrol(_ request: EnrolmentRequest, isSecure: Bool) throws -> EnrolmentGrant {
    let offer = offer(isSecure: isSecure)
    let (certificate, member, key) = try administer { store, clock in
      let table = EnrolmentCodeTable(store.connection)
      let kept = try self.code(proving: request, offer, in: table)
      let certificate: Certificate
      if let use = kept.use {
        guard use.publicKey == request.publicKey,
          let issued = try store.certificate(of: use.replica)
        else { throw EnrolmentRefusal.usedCode }
        certificate = issued
      } else {
        guard clock.wall <= kept.expires else { throw EnrolmentRefusal.expiredCode }
        certificate = try self.enrol(
          publicKey: request.publicKey, label: kept.label, member: kept.member, team: kept.team,
          in: store, clock: clock)
        try table.use(kept.id, by: certificate, at: clock.wall)
      }
      return (certificate, kept.member, kept.key)
    }
    var random = surroundings.generator()
    return try EnrolmentGrant(
      to: request, offer: offer, code: key, certificate: certificate,
      centreCertificate: keys.certificate, member: member,
      identificationKey: keys.identification, random: &random)
  }

  /// Tries every code, also after one has matched, so that time tells nothing.
  private func code(
    proving request: EnrolmentRequest, _ offer: CentreOffer, in table: EnrolmentCodeTable
  ) throws -> KeptCode {
    var found: KeptCode?
    for kept in try table.all() where try request.isProven(by: kept.key, offer: offer) {
      found = kept
    }
    guard let found else { throw EnrolmentRefusal.wrongCode }
    return found
  }
}
