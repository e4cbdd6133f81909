import Cryptography
import SyncProtocol
import Testing

@testable import Replica

/// SyncProtocol/Vectors/enrolment and wire/snapshots under the real hash, signature and encryption.
@Suite struct EnrolmentVectorTests {
  private struct Messages: Decodable {
    struct Case: Decodable {
      struct Expect: Decodable {
        var code: String, key: String, offer: String, request: String, grant: String
      }
      var name: String, typed: String, pin: String, rootPublicKey: String, identificationKey: String
      var member: String
      var expect: Expect
    }
    var cases: [Case]
  }

  @Test func `the messages of an enrolment prove and open`() throws {
    let vectors = try VectorFolder.decode(Messages.self, "enrolment/messages.json").cases
    #expect(!vectors.isEmpty)
    for vector in vectors {
      let expect = vector.expect
      let code = try EnrolmentCode(parsing: vector.typed)
      #expect(code.text.filter { $0 != "-" } == expect.code, "\(vector.name)")
      let key = try code.key()
      #expect(Hexadecimal.encode(key.stored) == expect.key, "\(vector.name)")
      let offer = try CentreOffer(decoding: VectorFolder.bytes(expect.offer))
      #expect(offer.pin == vector.pin && Hexadecimal.encode(offer.encoded) == expect.offer)
      #expect(Hexadecimal.encode(offer.rootPublicKey) == vector.rootPublicKey)
      let request = try EnrolmentRequest(decoding: VectorFolder.bytes(expect.request))
      #expect(Hexadecimal.encode(request.encoded) == expect.request)
      #expect(try request.isProven(by: key, offer: offer), "\(vector.name)")
      let other = CentreOffer(rootPublicKey: offer.rootPublicKey, pin: "sha256//other")
      #expect(try !request.isProven(by: key, offer: other), "\(vector.name)")

      let grant = try EnrolmentGrant(decoding: VectorFolder.bytes(expect.grant))
      #expect(Hexadecimal.encode(grant.encoded) == expect.grant)
      let message = EnrolmentProof.centreMessage(
        (request.publicKey, request.nonce), to: offer, content: grant.content)
      #expect(try key.accepts(grant.proof, of: message), "\(vector.name)")
      #expect("\(grant.member)" == vector.member)
      #expect(grant.certificate.publicKey == request.publicKey)
      for certificate in [grant.certificate, grant.centreCertificate] {
        #expect(certificate.isSigned(byRoot: offer.rootPublicKey, primitives: .standard))
      }
      let opened = try key.open(
        grant.sealedIdentificationKey, purpose: EnrolmentFile.identificationPurpose)
      #expect(Hexadecimal.encode(opened) == vector.identificationKey, "\(vector.name)")
    }
  }

  private struct Files: Decodable {
    struct Case: Decodable {
      struct Expect: Decodable { var hex: String }
      var name: String, typed: String, pin: String, url: String, starter: String, member: String
      var rootPublicKey: String, identificationKey: String
      var expect: Expect
    }
    var cases: [Case]
  }

  @Test func `an enrolment file opens with its code`() throws {
    let vectors = try VectorFolder.decode(Files.self, "enrolment/files.json").cases
    #expect(!vectors.isEmpty)
    for vector in vectors {
      let key = try EnrolmentCode(parsing: vector.typed).key()
      let file = try EnrolmentFile(opening: VectorFolder.bytes(vector.expect.hex), with: key)
      #expect(file.pin == vector.pin && file.centreURL == vector.url, "\(vector.name)")
      #expect(Hexadecimal.encode(file.starter) == vector.starter, "\(vector.name)")
      #expect("\(file.laptop.member?.rawValue ?? 0)" == vector.member, "\(vector.name)")
      #expect(Hexadecimal.encode(file.laptop.rootPublicKey) == vector.rootPublicKey)
      let identification = file.laptop.identificationKey.withUnsafeBytes { Array($0) }
      #expect(Hexadecimal.encode(identification) == vector.identificationKey)
    }
  }

  private struct Snapshots: Decodable {
    struct Case: Decodable {
      struct Expect: Decodable { var hex: String }
      var name: String, identity: String, scope: String, arrival: String, root: String
      var publicKey: String
      var epoch: UInt8
      var rows: [String]
      var expect: Expect
    }
    var cases: [Case]
  }

  @Test func `whole snapshots`() throws {
    let vectors = try VectorFolder.decode(Snapshots.self, "wire/snapshots.json").cases
    #expect(!vectors.isEmpty)
    for vector in vectors {
      let content = try VectorFolder.bytes(vector.expect.hex)
      let prefix = SnapshotHeader.prefixByteCount
      let length = prefix + (try SnapshotHeader.byteCount(after: Array(content[..<prefix])))
      let identity = try #require(ContentHash(try VectorFolder.bytes(vector.identity)))
      let header = try SnapshotHeader(
        decoding: Array(content[..<length]),
        identity: identity,
        signedBy: VectorFolder.bytes(vector.publicKey), primitives: .standard)
      #expect(try header.cursor.scope == VectorFolder.scope(vector.scope), "\(vector.name)")
      #expect("\(header.cursor.arrival)" == vector.arrival && header.cursor.epoch == vector.epoch)
      var rest = content[length...]
      var states: [RowState] = []
      var reader = RowBlockReader()
      for section in header.sections {
        let packed = Array(rest.prefix(section.byteCount))
        rest = rest.dropFirst(section.byteCount)
        #expect(Primitives.standard.hash(packed) == section.hash, "\(vector.name)")
        let plain = try Primitives.standard.decompress(packed, section.plainByteCount)
        for block in try RowBlock.blocks(ofSection: plain) { states += try reader.add(block) }
      }
      #expect(rest.isEmpty && states.count == Int(header.rowCount), "\(vector.name)")
      #expect(
        try states.map(\.row.rawValue) == vector.rows.map { try VectorFolder.scope($0).rawValue })
      var digest = StateDigest()
      for state in states { digest.add(state, primitives: .standard) }
      #expect(digest.root(primitives: .standard).hexadecimal == vector.root, "\(vector.name)")
      #expect(header.digest.hexadecimal == vector.root, "\(vector.name)")
    }
  }
}
