import Cryptography
import Replica
import SyncProtocol

/// Newer programs on a stick that anybody may have had in their hands.
enum UpdateTargets {
  static let all = [word, folder]

  private static let program = (0..<3_000).map { UInt8(truncatingIfNeeded: $0 * 31) }

  /// The root key, and the centre under it.
  private static func centre() throws -> (root: [UInt8], identity: Identity) {
    var random = Repeating()
    let root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let certificate = Certificate(
      replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: 1_795_000_000_000), label: "centre",
      signedBy: { root.sign($0) })
    return (
      root.verifyingKey.bytes,
      Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes)
    )
  }

  private static func stick(_ identity: Identity) throws -> MemoryStick {
    let stick = MemoryStick()
    guard let version = ProgramNumber("0.2.0") else { throw UpdateProblem.none }
    var rest = program[...]
    _ = try UpdateFolder(stick).write(
      {
        defer { rest = rest.dropFirst(1_000) }
        return Array(rest.prefix(1_000))
      },
      sign: { parts, digest in
        ProgramUpdate(
          version, machine: "x86_64",
          madeAt: Timestamp(rawValue: 1_795_000_000_000), digest: digest, parts: parts,
          by: identity)
      })
    return stick
  }

  /// The word by itself: what is read says the same again, and only the centre's own is believed.
  static let word = FuzzTarget(
    "update-word", maximumBytes: 128 << 10,
    seeds: {
      try stick(centre().identity).files.filter { $0.key == UpdateFolder.name(0) }.map(\.value)
    }
  ) { bytes in
    let (root, identity) = try centre()
    let update = try ProgramUpdate(decoding: bytes)
    try require(update.encoded == bytes, "a word has one form")
    try require(update.byteCount <= Limits.updateBytes, "no program is endless")
    let own = try stick(identity).files[UpdateFolder.name(0)]
    try require(
      update.isSigned(underRoot: root) == (bytes == own), "only what the centre signed is believed")
  }

  /// Any of the files beside the others as they were written: nothing but the program comes out whole.
  static let folder = FuzzTarget(
    "update-folder", maximumBytes: 128 << 10,
    seeds: { try stick(centre().identity).files.sorted { $0.key < $1.key }.map(\.value) }
  ) { bytes in
    let (root, identity) = try centre()
    let whole = try stick(identity).files
    var accepted = false
    for name in whole.keys {
      var changed = whole
      changed[name] = bytes
      let folder = UpdateFolder(MemoryStick(changed))
      do {
        guard let update = try folder.word(), update.isSigned(underRoot: root) else { continue }
        var read: [UInt8] = []
        try folder.read(update) { read += $0 }
        try require(read == program, "a whole program is the one that was signed")
        accepted = true
      } catch is UpdateProblem {
        continue
      }
    }
    if !accepted { throw UpdateProblem.damaged(part: nil) }
  }
}
