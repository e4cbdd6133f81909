import Cryptography
import SyncProtocol
import Testing

@testable import Replica

@Suite struct EnrolmentTests {
  private struct Centre {
    let root: SigningKey
    let certificate: Certificate
    let offer: CentreOffer
    let identification = SecretBytes(Array(repeating: 7, count: 32))

    init(random: inout SeededGenerator, pin: String = "sha256//abc") throws {
      let root = try SigningKey.generate(using: &random)
      self.root = root
      certificate = Certificate(
        replica: .centre(epoch: 0), role: .centre, publicKey: root.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 0), label: ""
      ) { root.sign($0) }
      offer = CentreOffer(rootPublicKey: root.verifyingKey.bytes, pin: pin)
    }

    func grant(
      _ request: EnrolmentRequest, code: EnrolmentKey, random: inout SeededGenerator
    ) throws -> EnrolmentGrant {
      let root = root
      let replica = try #require(ReplicaID(rawValue: 5_000))
      let certificate = Certificate(
        replica: replica, role: .laptop, publicKey: request.publicKey,
        issuedAt: Timestamp(rawValue: 0), label: "laptop"
      ) { root.sign($0) }
      return try EnrolmentGrant(
        to: request, offer: offer, code: code, certificate: certificate,
        centreCertificate: self.certificate, member: nil, identificationKey: identification,
        random: &random)
    }
  }

  @Test func `both sides of a true enrolment believe each other`() throws {
    var random = SeededGenerator(seed: 11)
    let centre = try Centre(random: &random)
    let code = try EnrolmentCode(using: &random).key()
    let attempt = try EnrolmentAttempt(
      code: code, key: .generate(using: &random), offer: centre.offer, random: &random)
    let request = try EnrolmentRequest(decoding: attempt.request.encoded)
    #expect(try request.isProven(by: code, offer: centre.offer))
    let grant = try centre.grant(request, code: code, random: &random)
    let laptop = try attempt.finish(EnrolmentGrant(decoding: grant.encoded))
    #expect(laptop.identity.replica.rawValue == 5_000)
    #expect(
      laptop.identificationKey.withUnsafeBytes { Array($0) } == Array(repeating: 7, count: 32))
  }

  @Test func `a centre that does not know the code is found out`() throws {
    var random = SeededGenerator(seed: 12)
    let centre = try Centre(random: &random)
    let attempt = try EnrolmentAttempt(
      code: EnrolmentCode(using: &random).key(), key: .generate(using: &random),
      offer: centre.offer, random: &random)
    let other = try EnrolmentCode(using: &random).key()
    let grant = try centre.grant(attempt.request, code: other, random: &random)
    #expect(throws: EnrolmentError.falseCentre) { try attempt.finish(grant) }
  }

  @Test func `a server in the middle cannot pass the request on under its own key or pin`() throws {
    var random = SeededGenerator(seed: 13)
    let centre = try Centre(random: &random)
    let code = try EnrolmentCode(using: &random).key()
    for offered in [
      CentreOffer(rootPublicKey: centre.offer.rootPublicKey, pin: "sha256//other"),
      CentreOffer(rootPublicKey: Array(repeating: 1, count: 32), pin: centre.offer.pin),
    ] {
      let attempt = try EnrolmentAttempt(
        code: code, key: .generate(using: &random), offer: offered, random: &random)
      #expect(try !attempt.request.isProven(by: code, offer: centre.offer))
    }
  }

  @Test func `a file opens under its code only`() throws {
    var random = SeededGenerator(seed: 14)
    let centre = try Centre(random: &random)
    let code = try EnrolmentCode(using: &random).key()
    let attempt = try EnrolmentAttempt(
      code: code, key: .generate(using: &random), offer: centre.offer, random: &random)
    let laptop = try attempt.finish(
      centre.grant(attempt.request, code: code, random: &random))
    let bytes = try EnrolmentFile(
      laptop: laptop, centreURL: "https://10.0.0.1:8765", pin: "sha256//abc"
    ).encoded(under: code, random: &random)
    let opened = try EnrolmentFile(opening: bytes, with: code)
    #expect(opened.laptop.certificate == laptop.certificate)
    #expect(opened.centreURL == "https://10.0.0.1:8765")
    #expect(throws: EnrolmentError.wrongCodeForFile) {
      try EnrolmentFile(opening: bytes, with: EnrolmentCode(using: &random).key())
    }
    for version in [StreamFormat.version - 1, StreamFormat.version + 1] {
      var other = bytes
      other["CAMTAYENROL".utf8.count] = version
      #expect(throws: EnrolmentError.otherVersion) { try EnrolmentFile(opening: other, with: code) }
    }
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: EnrolmentError.self) {
        try EnrolmentFile(opening: Array(bytes[..<length]), with: code)
      }
    }
  }

  @Test func `a code is read in any case with blanks and hyphens, and typing errors are named`()
    throws
  {
    var random = SeededGenerator(seed: 15)
    let code = EnrolmentCode(using: &random)
    #expect(try EnrolmentCode(parsing: code.text.lowercased()) == code)
    #expect(try EnrolmentCode(parsing: "0OIL-1234-5678") == EnrolmentCode(parsing: "001112345678"))
    #expect(throws: EnrolmentCode.Problem.badCharacter(position: 2)) {
      try EnrolmentCode(parsing: "AUAA-AAAA-AAAA")
    }
    #expect(throws: EnrolmentCode.Problem.wrongLength(3)) { try EnrolmentCode(parsing: "ABC") }
  }
}
