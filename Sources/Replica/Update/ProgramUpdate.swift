import Cryptography
import Glibc
import SyncProtocol

/// A newer program for laptops, in parts, as the centre's word describes it (SPEC 23). It is no secret,
/// and is believed by the centre's signature alone.
package struct ProgramUpdate: Hashable, Sendable {
  /// One file of it.
  package struct Part: Hashable, Sendable {
    /// Bytes of the file.
    package var byteCount: Int
    /// Their BLAKE2b-256.
    package var hash: [UInt8]

    /// Gathers the two.
    package init(byteCount: Int, hash: [UInt8]) {
      self.byteCount = byteCount
      self.hash = hash
    }
  }

  private static let magic = Array("CAMTAYUPDATE".utf8)
  /// Bytes of the longest word.
  package static let maximumBytes = 64 << 10

  /// The certificate of the life of the centre that signed it.
  package let centre: Certificate
  /// The version of the program.
  package let version: ProgramNumber
  /// The machines that it runs on, as `uname` names them.
  package let machine: String
  /// When the centre took it.
  package let madeAt: Timestamp
  /// The BLAKE2b-256 of the whole program.
  package let digest: [UInt8]
  /// Its files, in their order.
  package let parts: [Part]
  private var signature: [UInt8]

  /// Bytes of the program.
  package var byteCount: Int { parts.reduce(0) { $0 + $1.byteCount } }

  /// Signs the word on a program.
  package init(
    _ version: ProgramNumber, machine: String, madeAt: Timestamp, digest: [UInt8], parts: [Part],
    by identity: Identity
  ) {
    (centre, self.version, self.machine) = (identity.certificate, version, machine)
    (self.madeAt, self.digest, self.parts) = (madeAt, digest, parts)
    signature = []
    signature = identity.signer.sign(message)
  }

  /// Whether the centre of this installation signed it.
  package func isSigned(underRoot publicKey: [UInt8]) -> Bool {
    centre.role == .centre && centre.isSigned(byRoot: publicKey, primitives: .standard)
      && Primitives.standard.verify(signature, message, centre.publicKey)
  }

  /// The machine that this program runs on.
  package static var thisMachine: String {
    var facts = utsname()
    guard uname(&facts) == 0 else { return "" }
    return withUnsafeBytes(of: &facts.machine) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private var message: [UInt8] { Purpose.programUpdate.message(content) }

  private var content: [UInt8] {
    var writer = ByteWriter(Self.magic)
    writer.byte(StreamFormat.version)
    writer.block(centre.encoded)
    writer.text(version.text)
    writer.text(machine)
    writer.signed(madeAt.rawValue)
    writer.raw(digest)
    writer.count(parts.count)
    for part in parts {
      writer.fixed32(UInt32(part.byteCount))
      writer.raw(part.hash)
    }
    return writer.bytes
  }

  /// The bytes of the word.
  package var encoded: [UInt8] { content + signature }

  /// Reads a word that came from outside; its signature is not yet checked.
  /// - Throws: `UpdateProblem.damaged`, `.otherFormat`.
  package init(decoding bytes: [UInt8]) throws(UpdateProblem) {
    guard bytes.starts(with: Self.magic), bytes.count > Self.magic.count,
      bytes.count <= Self.maximumBytes
    else {
      throw .damaged(part: 0)
    }
    guard bytes[Self.magic.count] == StreamFormat.version else { throw .otherFormat }
    do {
      var reader = ByteReader(Array(bytes[(Self.magic.count + 1)...]))
      centre = try Certificate(decoding: reader.block(atMost: Limits.framePayloadBytes))
      guard let version = ProgramNumber(try reader.text(atMost: Limits.labelBytes)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      self.version = version
      machine = try reader.text(atMost: Limits.labelBytes)
      madeAt = Timestamp(rawValue: try reader.signed())
      digest = Array(try reader.raw(Hash.length))
      var parts: [Part] = []
      for _ in 0..<(try reader.count(atMost: Limits.partsPerBundle)) {
        let byteCount = Int(try reader.fixed32())
        guard (1...Limits.bundlePartBytes).contains(byteCount) else {
          throw ProtocolError.malformed(.numberOutOfRange)
        }
        parts.append(Part(byteCount: byteCount, hash: Array(try reader.raw(Hash.length))))
      }
      guard !parts.isEmpty, parts.reduce(0, { $0 + $1.byteCount }) <= Limits.updateBytes else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      self.parts = parts
      signature = Array(try reader.raw(Signer.signatureByteCount))
      try reader.end()
    } catch {
      throw .damaged(part: 0)
    }
  }
}

/// The version of a program: up to four numbers with full stops between them.
package struct ProgramNumber: Hashable, Comparable, Sendable {
  /// As it was written.
  package let text: String
  /// Without zeros at the end, which make no difference.
  private let numbers: [Int]

  /// Reads a version; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = words.compactMap { word in
      word.utf8.count <= 6 && word.utf8.allSatisfy { (48...57).contains($0) } ? Int(word) : nil
    }
    guard (1...4).contains(words.count), numbers.count == words.count else { return nil }
    self.text = text
    self.numbers = Array(numbers.reversed().drop { $0 == 0 }.reversed())
  }

  /// Whether they are the same numbers.
  package static func == (left: Self, right: Self) -> Bool { left.numbers == right.numbers }

  /// By the numbers.
  package func hash(into hasher: inout Hasher) { hasher.combine(numbers) }

  /// By the first number that differs; a missing one is 0.
  package static func < (left: Self, right: Self) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}

/// Why a program is not put in place; the one that runs is as it was.
package enum UpdateProblem: Error, Hashable, Sendable {
  /// There is none.
  case none
  /// A part differs from the word on it, or the word itself (0); nil where the whole does.
  case damaged(part: Int?)
  /// Written by a later program in a way that this one does not read.
  case otherFormat
  /// Not signed by the centre of this laptop.
  case otherCentre
  /// For other machines.
  case otherMachine(String)
  /// Not newer than what runs here.
  case notNewer(String)
  /// It does not start, or says that it is another version.
  case doesNotStart
  /// As new a program lies where this one was started from.
  case inPlace(String)
  /// The folder of the program cannot be written by this user; the words behind `install -m 755` of
  /// somebody who may.
  case notAllowed(command: String)
  /// No room: bytes wanted, bytes there are.
  case noRoom(wantedBytes: UInt64, freeBytes: UInt64)
  /// There is no earlier program to go back to.
  case nothingBefore
  /// Nobody knows where the program lies.
  case programUnknown
  /// A file could not be written; the system's number.
  case failed(reason: Int32)

  /// A stable code.
  package var code: String {
    switch self {
    case .none: "update-none"
    case .damaged: "update-damaged"
    case .otherFormat: "unsupported-version"
    case .otherCentre: "update-other-centre"
    case .otherMachine: "update-other-machine"
    case .notNewer: "update-not-newer"
    case .doesNotStart: "update-does-not-start"
    case .inPlace: "update-in-place"
    case .notAllowed: "update-not-allowed"
    case .noRoom: "update-no-room"
    case .nothingBefore: "update-nothing-before"
    case .programUnknown: "update-program-unknown"
    case .failed: "update-failed"
    }
  }
}
