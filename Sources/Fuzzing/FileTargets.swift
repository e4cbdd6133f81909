import Compression
import Cryptography
import Replica
import SyncProtocol

/// Files that people carry and that lie in a home.
enum FileTargets {
  static let all = [
    enrolment, courier, enrolmentFile, scopeFile, keyBundle, decompression, certificate,
  ]

  /// The three messages of an enrolment over the network.
  static let enrolment = FuzzTarget(
    "enrolment", maximumBytes: 64 << 10, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    if let offer = try? CentreOffer(decoding: bytes) {
      try require(offer.encoded == bytes, "an offer has one encoding")
    }
    if let request = try? EnrolmentRequest(decoding: bytes) {
      try require(request.encoded == bytes, "a request for enrolment has one encoding")
    }
    if let grant = try? EnrolmentGrant(decoding: bytes) {
      try require(grant.encoded == bytes, "a grant has one encoding")
    }
    if let code = try? EnrolmentCode(parsing: String(decoding: bytes, as: UTF8.self)) {
      try require(try EnrolmentCode(parsing: code.text) == code, "a code reads as it is written")
    }
  }

  /// What a courier asks and the centre answers.
  static let courier = FuzzTarget(
    "courier", maximumBytes: 64 << 10,
    seeds: {
      let key = try SigningKey(
        seed: SecretBytes(Array(repeating: 1, count: SigningKey.seedLength)))
      let nonce = Array(repeating: UInt8(2), count: Hello.nonceByteCount)
      let bundle = Array(repeating: UInt8(3), count: CourierPlace.bundleByteCount)
      let place = CourierPlace(bundle: bundle, part: 1, offset: 262_144)
      let signer = Signer(replica: .centre(epoch: 0), key: key)
      let certificate = Certificate(
        replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 1_795_000_000_000), label: "centre",
        signedBy: { key.sign($0) })
      let questions: [CourierQuestion] = [
        .carrying([bundle, bundle]), .manifest([1, 2]), .piece(place, [4, 5]), .returns,
        .fetch(place), .fetched(bundle),
      ]
      let fates: [CourierFate] = [
        .unknown, .wanted(part: 1, offset: 9), .takenIn, .forAnother, .refused("bundle-damaged"),
      ]
      let replies: [CourierReply] = [
        .fates(fates.map { (bundle, $0) }), .returns([bundle]), .bytes([6, 7], total: 9),
        .refused("courier-lost"),
      ]
      return questions.map {
        CourierRequest($0, by: certificate, nonce: nonce, signer: signer).encoded
      }
        + replies.map {
          CourierAnswer($0, by: certificate, nonce: nonce, signer: signer).encoded
        }
    }
  ) { bytes in
    if let request = try? CourierRequest(decoding: bytes) {
      try require(request.encoded == bytes, "a question of a courier has one encoding")
    }
    if let answer = try? CourierAnswer(decoding: bytes) {
      try require(answer.encoded == bytes, "an answer to a courier has one encoding")
    }
    _ = try? BundleArrival(bytes, below: "")
  }

  /// What an enrolment file holds under its code.
  static let enrolmentFile = FuzzTarget(
    "enrolment-file", maximumBytes: 64 << 10,
    seeds: {
      let seed = Array(repeating: UInt8(1), count: SigningKey.seedLength)
      let key = try SigningKey(seed: SecretBytes(seed))
      // The key signs its own certificate: a file is taken only where root and certificate agree.
      let certificate = Certificate(
        replica: .centre(epoch: 0), role: .centre, publicKey: key.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 1_795_000_000_000), label: "centre",
        signedBy: { key.sign($0) })
      var content = ByteWriter()
      content.block(seed)
      for _ in 0..<2 { content.block(certificate.encoded) }
      content.block(key.verifyingKey.bytes)
      content.block(Array(repeating: 3, count: 32))
      content.unsigned(5)
      content.text("https://centre.example")
      content.text("sha256//")
      content.block([])
      return [content.bytes]
    }
  ) { bytes in
    let code = EnrolmentKey(stored: Array(repeating: 9, count: 32))
    // The nonce may be the same: nobody reads these files.
    var nonce = Repeating()
    let sealed = try code.seal(bytes, purpose: "camtay/1 enrolment file", using: &nonce)
    _ = try EnrolmentFile(
      opening: Array("CAMTAYENROL".utf8) + [StreamFormat.version] + sealed, with: code)
  }

  /// What an exported scope holds in its box, sealed as anybody can who knows the root key.
  static let scopeFile = FuzzTarget(
    "scope-file", maximumBytes: 64 << 10,
    seeds: {
      try SampleMessages.streams().prefix(3).enumerated().map { part, stream in
        var content = ByteWriter()
        content.unsigned(UInt64(ScopeID.everyone.rawValue))
        content.unsigned(UInt64(part) + 1)
        content.unsigned(3)
        content.block(stream)
        return content.bytes
      }
    }
  ) { bytes in
    // Nobody reads these files, and the same keys make every input repeatable.
    var random = Repeating()
    let root = try SigningKey.generate(using: &random)
    let box = try BoxKey.seal(bytes, for: try root.verifyingKey.boxPublicKey(), using: &random)
    let file = try ScopeFile(
      opening: Array("CAMTAYSCOPE".utf8) + [StreamFormat.version] + box, with: root)
    try require((1...file.parts).contains(file.part), "a part is one of the parts")
    let again = try ScopeFile(
      opening: try file.encoded(for: root.verifyingKey.bytes, random: &random), with: root)
    try require(again == file, "a file of a scope is the same after a second encoding")
  }

  /// The file that carries a home's keys, with a right checksum behind whatever it holds.
  static let keyBundle = FuzzTarget(
    "key-bundle", maximumBytes: HomeFolder.maximumFileBytes,
    seeds: {
      var writer = ByteWriter(Array("CAMTAYKEYS".utf8))
      writer.byte(StreamFormat.version)
      writer.count(2)
      for name in ["config.json", "keys/replica.key"] {
        writer.text(name)
        writer.block([1, 2, 3])
      }
      return [writer.bytes]
    }
  ) { bytes in
    let file = bytes + Primitives.standard.hash(bytes).bytes
    let bundle = try KeyBundle(decoding: file)
    try require(bundle.encoded == file, "a bundle of keys has one encoding")
    for entry in bundle.entries {
      try require(
        !entry.name.hasPrefix("/") && !entry.name.split(separator: "/").contains(".."),
        "a bundle names files of the home only")
    }
  }

  /// Compressed bytes that claim to be anything.
  static let decompression = FuzzTarget(
    "decompression", maximumBytes: Limits.framePayloadBytes,
    seeds: {
      try [[], [1], Array(repeating: 0, count: 1 << 18)].map { try Zstandard.compress($0) }
        + ProtocolVectors.encodings
    }
  ) { bytes in
    for maximum in [0, 1_000, Limits.bodyBytes, Limits.sectionBytes] {
      guard let plain = try? Zstandard.decompress(bytes, maximumBytes: maximum) else { continue }
      try require(plain.count <= maximum, "decompression stops at its limit")
    }
  }

  /// A certificate in a home's file, and its signature under the real check.
  static let certificate = FuzzTarget(
    "certificate", maximumBytes: 4 << 10, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    let certificate = try Certificate(decoding: bytes)
    try require(certificate.encoded == bytes, "a certificate has one encoding")
    _ = certificate.isSigned(byRoot: certificate.publicKey, primitives: .standard)
    _ = try VerifyingKey(certificate.publicKey)
  }
}

/// The same bits for ever.
struct Repeating: RandomNumberGenerator {
  mutating func next() -> UInt64 { 42 }
}
