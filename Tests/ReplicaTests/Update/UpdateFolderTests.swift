import Cryptography
import SyncProtocol
import Testing

@testable import Replica

/// A newer program's files on a stick: what is believed, what gives way, and every way in which writing
/// them can go wrong.
@Suite struct UpdateFolderTests {
  private let world: World
  private let program = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * 31) }

  init() throws { world = try World(laptops: 0) }

  private var root: [UInt8] { world.root.verifyingKey.bytes }

  private func word(
    _ version: String, _ parts: [ProgramUpdate.Part], _ digest: [UInt8], of world: World
  ) throws -> ProgramUpdate {
    ProgramUpdate(
      try #require(ProgramNumber(version)), machine: "x86_64", madeAt: world.clock().wall,
      digest: digest, parts: parts, by: world.centre.identity)
  }

  @discardableResult private func write(
    _ version: String, to stick: ModelStick, of world: World? = nil, program: [UInt8]? = nil
  ) throws -> ProgramUpdate {
    var rest = (program ?? self.program)[...]
    let sample = try word(version, [], [], of: world ?? self.world)
    return try UpdateFolder(stick).write(
      {
        defer { rest = rest.dropFirst(1 << 20) }
        return Array(rest.prefix(1 << 20))
      },
      sign: { parts, digest in
        ProgramUpdate(
          sample.version, machine: sample.machine, madeAt: sample.madeAt, digest: digest,
          parts: parts, by: (world ?? self.world).centre.identity)
      })
  }

  /// The program that a stick gives out; nil where it has none that is whole.
  private func read(_ stick: ModelStick) -> [UInt8]? {
    let folder = UpdateFolder(stick)
    var bytes: [UInt8] = []
    guard let update = (try? folder.word()) ?? nil, update.isSigned(underRoot: root),
      (try? folder.read(update) { bytes += $0 }) != nil
    else { return nil }
    return bytes
  }

  @Test func `a program of several parts comes out as it went in`() throws {
    let long = [UInt8](repeating: 7, count: Limits.bundlePartBytes + 5)
    let stick = ModelStick(["Ảnh.jpg": [9], "UPDATE.TXT": [1]])
    stick.capacity = 1 << 30
    let update = try write("0.2.0", to: stick, program: long)
    #expect(update.parts.map(\.byteCount) == [Limits.bundlePartBytes, 5])
    #expect(
      Set(stick.files.keys)
        == ["Ảnh.jpg", "UPDATE.TXT", "UPDATE.000", "UPDATE.001", "UPDATE.002"])
    #expect(read(stick) == long)
    // A stick may give names back in small letters.
    let small = ModelStick(
      Dictionary(uniqueKeysWithValues: stick.files.map { ($0.key.lowercased(), $0.value) }))
    #expect(read(small) == long)
    // A shorter one takes all of it away, and nothing else.
    try write("0.3.0", to: stick)
    #expect(Set(stick.files.keys) == ["Ảnh.jpg", "UPDATE.TXT", "UPDATE.000", "UPDATE.001"])
  }

  @Test func `what is damaged or another centre's gives way, and what is newer stays`() throws {
    let source = ModelStick()
    let update = try write("0.2.0", to: source)
    func copy(to stick: ModelStick) throws -> ProgramUpdate? {
      try UpdateFolder(source).copy(to: UpdateFolder(stick), rootPublicKey: root)
    }
    let stick = ModelStick()
    #expect(try copy(to: stick) == update)
    #expect(try copy(to: stick) == nil)
    stick.files["UPDATE.001"]?[60_000] ^= 1
    #expect(read(stick) == nil)
    #expect(try copy(to: stick) == update)
    #expect(read(stick) == program)
    stick.files["UPDATE.000"]?[40] ^= 1
    #expect(try copy(to: stick) == update)

    try write("0.10.0", to: stick)
    #expect(try copy(to: stick) == nil)
    let foreign = ModelStick()
    try write("0.10.0", to: foreign, of: World(laptops: 0, seed: 2))
    #expect(try copy(to: foreign) == update)
    #expect(read(foreign) == program)
  }

  @Test
  func `an error at any operation leaves nothing that is believed, and the next try succeeds`()
    throws
  {
    let whole = ModelStick()
    try write("0.2.0", to: whole)
    var random = SeededGenerator(seed: 41)
    for operation in 1...whole.operations {
      for isGone in [false, true] {
        let stick = ModelStick(["Ảnh.jpg": [9]])
        stick.failing = (operation, .failed(reason: 5), isGone)
        #expect(throws: (any Error).self, "\(operation)") { try write("0.2.0", to: stick) }
        stick.failing = nil
        let left = stick.afterCrash(using: &random)
        for found in [stick, left] {
          let bytes = read(found)
          #expect(bytes == nil || bytes == program, "\(operation)")
        }
        if !isGone { #expect(stick.files == ["Ảnh.jpg": [9]], "\(operation)") }
        try write("0.2.0", to: stick)
        #expect(read(stick) == program, "\(operation)")
      }
    }
  }

  @Test func `a byte that the medium does not keep is found before anybody is told`() throws {
    for (name, offset) in [("UPDATE.001", 69_999), ("UPDATE.000", 30)] {
      let stick = ModelStick()
      stick.weakByte = (name, offset)
      #expect(throws: (any Error).self) { try write("0.2.0", to: stick) }
      #expect(stick.files.isEmpty)
    }
  }

  @Test func `a word on more than any program has, or on nothing, is not read`() throws {
    let hash = [UInt8](repeating: 1, count: Hash.length)
    func part(_ byteCount: Int) -> ProgramUpdate.Part { .init(byteCount: byteCount, hash: hash) }
    func decodes(_ parts: [ProgramUpdate.Part], behind: [UInt8] = []) throws -> Bool {
      let bytes = try word("0.2.0", parts, hash, of: world).encoded + behind
      return (try? ProgramUpdate(decoding: bytes)) != nil
    }
    let whole = part(Limits.bundlePartBytes)
    let most = Limits.updateBytes / Limits.bundlePartBytes
    #expect(try decodes([whole]))
    #expect(try decodes(Array(repeating: whole, count: most)))
    #expect(try !decodes(Array(repeating: whole, count: most + 1)))
    #expect(try !decodes([]))
    #expect(try !decodes([part(0)]))
    #expect(try !decodes([part(Limits.bundlePartBytes + 1)]))
    #expect(try !decodes([whole], behind: [0]))
    let stick = ModelStick(["UPDATE.000": [UInt8](repeating: 67, count: 1 << 20)])
    #expect(throws: UpdateProblem.damaged(part: 0)) { try UpdateFolder(stick).word() }
  }

  @Test func `versions are compared by their numbers`() throws {
    func number(_ text: String) throws -> ProgramNumber { try #require(ProgramNumber(text)) }
    #expect(try number("0.2.0") < number("0.10.0"))
    #expect(try number("0.9.9") < number("1"))
    #expect(try number("1.0") == number("1"))
    #expect(try number("1.0").text == "1.0")
    #expect(try !(number("1.0") < number("1")))
    for text in ["", ".", "1.", "v1", "1.2.3.4.5", "1234567", "-1", "1 ", "١"] {
      #expect(ProgramNumber(text) == nil, "\(text)")
    }
  }
}
