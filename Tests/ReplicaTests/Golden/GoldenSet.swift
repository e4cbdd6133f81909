import Cryptography
import Foundation
import SyncProtocol

@testable import Replica

/// Stores and streams of one format version, as they were written when it was new. They are never
/// made again: a later program must open what laptops in the field have.
struct GoldenSet: Codable {
  /// One store of the set, and what it showed to the program that wrote it.
  struct StoreFacts: Codable, Equatable {
    var name: String
    var label: String
    /// The certificate, hexadecimal.
    var certificate: String
    /// The seed of its signing key, hexadecimal. It protects nothing but this test.
    var seed: String
    /// The root digest of every scope that the store knows, by scope.
    var digests: [String: String]
    /// The households' names as they open, in the order of their bytes.
    var households: [String]
    /// Visits' notes behind the name of their household.
    var visits: [String]
    var conflicts: Int
    var openReviews: Int
    var erasedSubjects: Int
    /// Operations in the outbox.
    var waiting: Int
    /// Bytes of the store file and of its keyring before compression.
    var sizes: [Int]
  }

  /// The format version of streams and batches.
  var format: UInt8
  /// The seed of the installation's root key, hexadecimal.
  var root: String
  /// The time at which the set was written, milliseconds since 1970.
  var written: Int64
  /// The code of the enrolment file.
  var enrolmentCode: String
  var stores: [StoreFacts]

  /// The folder of the sets beside this file.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The versions of which there is a set, ascending.
  static var versions: [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap(Int.init).sorted()
  }

  static func folder(of version: Int) -> URL { folder.appendingPathComponent("\(version)") }

  /// Reads the facts of a version.
  init(version: Int) throws {
    let file = Self.folder(of: version).appendingPathComponent("facts.json")
    self = try JSONDecoder().decode(GoldenSet.self, from: Data(contentsOf: file))
  }

  init(format: UInt8, root: String, written: Int64, enrolmentCode: String, stores: [StoreFacts]) {
    self.format = format
    self.root = root
    self.written = written
    self.enrolmentCode = enrolmentCode
    self.stores = stores
  }

  /// A file of a version.
  static func bytes(_ name: String, of version: Int) throws -> [UInt8] {
    Array(try Data(contentsOf: folder(of: version).appendingPathComponent(name)))
  }

  /// The root key.
  func rootKey() throws -> SigningKey { try SigningKey(seed: SecretBytes(root.bytesOfHexadecimal)) }

  /// Who a store is.
  func identity(of facts: StoreFacts) throws -> Identity {
    let certificate = try Certificate(decoding: facts.certificate.bytesOfHexadecimal)
    let key = try SigningKey(seed: SecretBytes(facts.seed.bytesOfHexadecimal))
    return Identity(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
      rootPublicKey: try rootKey().verifyingKey.bytes)
  }
}

extension GoldenSet.StoreFacts {
  /// What an open store shows now.
  init(_ store: Store, name: String, seed: [UInt8], sizes: [Int]) throws {
    var digests: [String: String] = [:]
    for scope in try store.knownScopes() {
      digests[String(scope.rawValue)] = try store.digest(of: scope).root.bytes.hexadecimal
    }
    self.init(
      name: name, label: store.identity.certificate.label,
      certificate: store.identity.certificate.encoded.hexadecimal, seed: seed.hexadecimal,
      digests: digests, households: try store.householdNames(), visits: try store.visitNotes(),
      conflicts: try store.conflictCount(), openReviews: try store.openReviewCount(),
      erasedSubjects: try store.keyring.erasedSubjects().count,
      waiting: Int(try store.connection.integer("SELECT count(*) FROM outbox")), sizes: sizes)
  }
}

extension [UInt8] {
  /// Two lower-case digits a byte.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension String {
  /// The bytes that pairs of digits stand for; pairs that are none are left out.
  var bytesOfHexadecimal: [UInt8] {
    let digits = Array(utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }
}
