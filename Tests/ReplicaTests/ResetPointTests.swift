import Cryptography
import SyncProtocol
import Testing

@testable import Replica

@Suite struct ResetPointTests {
  static let day: Int64 = 20_780

  let root: SigningKey
  let identity: Identity
  let key: StoreKey
  var random = SeededGenerator(seed: 11)

  init() throws {
    let root = try SigningKey.generate(using: &random)
    self.root = root
    let own = try SigningKey.generate(using: &random)
    let replica = try #require(ReplicaID(rawValue: 300))
    identity = Identity(
      signer: Signer(replica: replica, key: own),
      certificate: Certificate(
        replica: replica, role: .laptop, publicKey: own.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 1), label: "laptop"
      ) { root.sign($0) },
      rootPublicKey: root.verifyingKey.bytes)
    key = try #require(StoreKey(random.bytes(32)))
  }

  func bytes(_ key: StoreKey?) -> [UInt8]? { key?.secret.withUnsafeBytes { Array($0) } }

  func code(_ challenge: ResetChallenge, on day: Int64) throws -> ResetCode {
    try ResetCode(for: challenge, of: identity.replica, on: day, root: root)
  }

  @Test mutating func `the centre's code of a day opens that day's key and no other`() throws {
    let point = try ResetPoint(
      sealing: key, for: identity, from: Self.day, random: &random)
    let challenge = try ResetChallenge(parsing: point.challenge.text)
    #expect(challenge == point.challenge && challenge.isOf(identity.replica))
    for day in [Self.day, Self.day + 1, Self.day + 399] {
      let code = try code(challenge, on: day)
      let typed = try ResetCode(parsing: code.text.lowercased().replacing("-", with: " "))
      #expect(typed == code)
      #expect(bytes(point.open(typed, on: day)) == bytes(key))
      #expect(point.open(typed, on: day + 1) == nil && point.open(typed, on: day - 1) == nil)
    }
    #expect(try point.open(code(challenge, on: Self.day + 400), on: Self.day + 400) == nil)
    #expect(try point.open(code(challenge, on: .max), on: .max) == nil)
    #expect(try point.open(code(challenge, on: .min), on: .min) == nil)
  }

  @Test mutating func `another centre, laptop or point gives another code`() throws {
    let point = try ResetPoint(
      sealing: key, for: identity, from: Self.day, random: &random)
    let other = try ResetPoint(
      sealing: key, for: identity, from: Self.day, random: &random)
    let stranger = try SigningKey.generate(using: &random)
    let neighbour = try #require(ReplicaID(rawValue: 301))
    let wrong = [
      try code(other.challenge, on: Self.day),
      try ResetCode(
        for: point.challenge, of: identity.replica, on: Self.day, root: stranger),
      try ResetCode(for: point.challenge, of: neighbour, on: Self.day, root: root),
    ]
    for code in wrong { #expect(point.open(code, on: Self.day) == nil) }
    #expect(!point.challenge.isOf(neighbour))
  }

  @Test mutating func `days that are over are forgotten, and a point is renewed in time`() throws {
    var point = try ResetPoint(sealing: key, for: identity, from: Self.day, random: &random)
    let early = try code(point.challenge, on: Self.day)
    point.drop(before: Self.day + 10)
    #expect(point.firstDay == Self.day + 10 && point.sealedKeys.count == 390)
    #expect(point.open(early, on: Self.day) == nil)
    let late = try code(point.challenge, on: Self.day + 10)
    #expect(bytes(point.open(late, on: Self.day + 10)) == bytes(key))
    #expect(point.isFit(for: identity, on: Self.day + 200))
    #expect(!point.isFit(for: identity, on: Self.day + 201))
    #expect(!point.isFit(for: identity, on: Self.day + 9))
    point.drop(before: Self.day + 5_000)
    #expect(point.sealedKeys.isEmpty && point.open(late, on: Self.day + 5_000) == nil)
  }

  @Test mutating func `a misread challenge or code is found out`() throws {
    let point = try ResetPoint(
      sealing: key, for: identity, from: Self.day, random: &random)
    let challenge = point.challenge.text
    #expect(challenge.split(separator: "-").map(\.count) == Array(repeating: 4, count: 14))
    let code = try code(point.challenge, on: Self.day).text
    #expect(code.split(separator: "-").map(\.count) == Array(repeating: 4, count: 5))
    for (text, parse) in [
      (
        challenge,
        { (typed: String) in
          let read = try? ResetChallenge(parsing: typed)
          return read?.isOf(ReplicaID(rawValue: 300) ?? .centre(epoch: 0)) ?? false
        }
      ),
      (code, { (try? ResetCode(parsing: $0)) != nil }),
    ] {
      #expect(parse(text))
      let letters = Array(text)
      for index in letters.indices where letters[index] != "-" {
        var wrong = letters
        wrong[index] = letters[index] == "7" ? "8" : "7"
        #expect(!parse(String(wrong)), "\(String(wrong))")
      }
    }
    #expect(throws: SpokenCodeProblem.wrongLength(expected: 20, found: 3)) {
      try ResetCode(parsing: "1-2-3")
    }
    #expect(throws: SpokenCodeProblem.wrongLength(expected: 56, found: 57)) {
      try ResetChallenge(parsing: challenge + "0000000000")
    }
    #expect(throws: SpokenCodeProblem.badCharacter(position: 2)) {
      try ResetCode(parsing: "0U")
    }
  }

  @Test mutating func `a point of the curve that gives every key the same is refused`() throws {
    let zero = ResetChallenge(point: Array(repeating: 0, count: 32), of: identity.replica)
    #expect(throws: CryptographyError.invalidKey) { try code(zero, on: Self.day) }
  }

  @Test mutating func `a sealed store key opens for its purpose and under its key alone`() throws {
    let under = SecretBytes(random.bytes(32))
    let sealed = try key.sealed(under: under, for: [1], random: &random)
    #expect(sealed.count == StoreKey.sealedByteCount)
    #expect(bytes(try StoreKey(opening: sealed, under: under, for: [1])) == bytes(key))
    #expect(throws: CryptographyError.notAuthentic) {
      try StoreKey(opening: sealed, under: under, for: [2])
    }
    #expect(throws: CryptographyError.notAuthentic) {
      try StoreKey(opening: sealed, under: SecretBytes(random.bytes(32)), for: [1])
    }
    #expect(throws: CryptographyError.notAuthentic) {
      try StoreKey(opening: Array(sealed.dropLast()), under: under, for: [1])
    }
  }
}
