import Cryptography
import Randomness
import SyncProtocol
import Testing

@testable import Replica

@Suite struct BundleTests {
  @Test func `what was packed is read again, whatever the sizes and the number of parts`() throws {
    var world = try BundleWorld(seed: 1)
    let chunk = BundleWriter.chunkBytes
    let sizes: [[Int]] = [
      [], [1], [4_090], [chunk - 3, 1], [chunk], [3 * chunk, 5], [1, 2, 3, 2 * chunk + 17, 9],
    ]
    for sizes in sizes {
      for chunksPerPart in [1, 2, BundleWriter.fullPart] {
        let stick = ModelStick()
        let streams = world.streams(sizes)
        let written = try world.pack(streams, to: stick, chunksPerPart: chunksPerPart)
        #expect(try world.read(stick) == streams, "\(sizes) \(chunksPerPart)")
        #expect(written.files.sorted() == stick.files.keys.sorted())
        #expect(written.files.last?.hasSuffix(".000") == true)
        #expect(written.byteCount == stick.files.values.reduce(0) { $0 + $1.count })
        #expect(written.byteCount <= BundleWriter.fileBytes(ofContent: sizes.reduce(0, +)) * 2)
      }
    }
  }

  @Test func `a full part has at most 32 MB, and the next one goes on behind it`() throws {
    var world = try BundleWorld(seed: 2)
    let stick = ModelStick()
    let streams = world.streams([Limits.streamBytes, Limits.streamBytes, 100])
    let written = try world.pack(streams, to: stick)
    let sizes = written.files.map { stick.files[$0]?.count ?? 0 }
    #expect(sizes.count == 3)
    #expect(sizes.allSatisfy { $0 <= 32_000_000 } && sizes[0] > 31_900_000)
    #expect(try world.read(stick) == streams)
  }

  @Test func `a bundle says to its recipient alone whose it is`() throws {
    var world = try BundleWorld(seed: 3)
    let stick = ModelStick()
    try world.pack(world.streams([900]), to: stick)
    let found = try #require(try BundleShelf(stick, for: world.centre).bundles.first)
    #expect(try found.state == .whole(world.contents(0, streams: 1)))
    for laptop in 0...1 {
      let other = try #require(try BundleShelf(stick, for: world.recipient(laptop)).bundles.first)
      #expect(other.state == .forAnother(damage: nil))
      #expect(BundleReader(stick, other) == nil)
    }
    let courier = try BundleShelf(stick, for: world.recipient(1), checksOthers: true)
    guard case .forAnother(let damage?) = courier.bundles.first?.state else {
      Issue.record("nobody looked whether it is whole")
      return
    }
    #expect(damage.isNone && damage.parts == 1)
  }

  @Test func `a stolen stick shows no name, number, place or count`() throws {
    var world = try BundleWorld(seed: 4)
    let stick = ModelStick()
    let text = Array("Nguyễn Thị Hoa, thôn Túy Loan, xã Hòa Tiến".utf8)
    try world.pack([text + text], to: stick, chunksPerPart: 1)
    let certificate = world.certificates[0]
    var numbers = ByteWriter()
    numbers.unsigned(39_000_211)
    var replica = ByteWriter()
    replica.replica(certificate.replica)
    let secrets: [[UInt8]] = [
      Array("Hoa".utf8), Array("Hòa Tiến".utf8), Array(certificate.label.utf8),
      certificate.publicKey, certificate.encoded, numbers.bytes, replica.bytes,
      world.root.verifyingKey.bytes, try world.root.verifyingKey.boxPublicKey(),
    ]
    for (name, bytes) in stick.files {
      for secret in secrets {
        #expect(!bytes.contains(secret), "\(name) shows \(secret)")
      }
    }
  }

  @Test func `two bundles of one content have nothing in common but the magic and their sizes`()
    throws
  {
    var world = try BundleWorld(seed: 5)
    let streams = world.streams([20_000])
    let sticks = [ModelStick(), ModelStick()]
    for stick in sticks { try world.pack(streams, to: stick) }
    let files = sticks.map { stick in
      stick.files.sorted { $0.key.suffix(3) < $1.key.suffix(3) }.map(\.value)
    }
    for (one, other) in zip(files[0], files[1]) {
      #expect(one.count == other.count)
      let skipped = BundlePartHeader.magic.count + 1
      let windows = Set((skipped...(one.count - 6)).map { Array(one[$0..<$0 + 6]) })
      let common = (skipped...(other.count - 6)).filter {
        windows.contains(Array(other[$0..<$0 + 6]))
      }
      // Behind the tag: the number of the part, how many there are, and the size of the first.
      let told = BundlePartHeader.byteCount - 2
      #expect(common.allSatisfy { (told...told + 1).contains($0) })
    }
    #expect(Set(sticks[0].files.keys).isDisjoint(with: sticks[1].files.keys))
  }

  @Test func `sizes tell no count, and a day's bundle stays small`() throws {
    var world = try BundleWorld(seed: 6)
    func sizes(_ count: Int, operations: Int64) throws -> [Int] {
      let stick = ModelStick()
      let writer = try BundleWriter(
        to: stick, for: world.root.verifyingKey, maker: world.maker(), expectedBytes: count,
        random: &world.random)
      try writer.append(world.random.bytes(count))
      let contents = try world.contents(0, streams: 1, operations: operations)
      _ = try writer.finish({ _ in contents }, sign: { world.laptops[0].sign($0) })
      return stick.files.values.map(\.count).sorted()
    }
    #expect(try sizes(300, operations: 2) == sizes(24_000, operations: 4_000_000))
    #expect(try sizes(26_000, operations: 9) == sizes(49_000, operations: 90_000))
    #expect(try sizes(24_000, operations: 400).reduce(0, +) < 30_000)
    #expect(try sizes(800_000, operations: 1) == sizes(1_500_000, operations: 1))
  }

  @Test func `padding doubles while that is little, and adds at most an eighth to what is large`() {
    var last = 0
    var sizes: Set<Int> = []
    for count in stride(from: 1, to: 40_000_000, by: 7_919) {
      let padded = BundlePadding.padded(count, least: BundlePadding.leastContent)
      #expect(padded >= count && padded >= last && padded % 4_096 == 0)
      if count > 3 << 20 { #expect(padded - count <= count / 8) } else { sizes.insert(padded) }
      last = padded
    }
    #expect(sizes.sorted() == (0...7).map { (24 << 10) << $0 })
  }

  @Test func `a bundle of one outside the installation is not believed`() throws {
    var world = try BundleWorld(seed: 7)
    var stranger = try BundleWorld(seed: 8)
    let stick = ModelStick()
    try stranger.pack(stranger.streams([50]), to: stick, for: world.root.verifyingKey)
    let found = try BundleShelf(stick, for: world.centre).bundles
    #expect(found.map(\.state) == [.unusable(.unknownSender, nil)])

    // A certificate of ours with a signature of somebody else's.
    let borrowed = ModelStick()
    let writer = try BundleWriter(
      to: borrowed, for: world.root.verifyingKey, maker: world.maker(), expectedBytes: 0,
      random: &world.random)
    let contents = try world.contents(0, streams: 0)
    _ = try writer.finish({ _ in contents }, sign: { world.laptops[1].sign($0) })
    let second = try BundleShelf(borrowed, for: world.centre).bundles
    #expect(second.map(\.state) == [.unusable(.unknownSender, nil)])
  }

  @Test func `files of others on the stick are never opened`() throws {
    var world = try BundleWorld(seed: 9)
    let others = [
      "Luận văn.docx", "0123456.001", "ABCDEFGH.0001", "ABCDEFGH.DOC", "ABCDEFGI.001",
      "ABCDEFGH.001 ", ".ABCDEFG.001", "ÀBCDEFGH.001",
    ]
    let stick = ModelStick(Dictionary(uniqueKeysWithValues: others.map { ($0, [1, 2, 3]) }))
    stick.put("00000000.001", kind: .other)
    stick.put("00000001.000", kind: .folder)
    let streams = world.streams([10])
    try world.pack(streams, to: stick)
    #expect(try world.read(stick) == streams)
    #expect(try BundleShelf(stick, for: world.centre).refused == ["00000000.001", "00000001.000"])
    #expect(try BundleShelf.clean(stick, of: world.maker()) == 0)
    #expect(stick.opened.isDisjoint(with: others + ["00000000.001", "00000001.000"]))
    #expect(others.allSatisfy { stick.files[$0] == [1, 2, 3] })
  }

  @Test func `a name is read in any case, and only as it is written`() throws {
    var world = try BundleWorld(seed: 10)
    let id = try BundleID(for: world.maker(), random: &world.random)
    for role in [BundleName.Role.temporary, .part(0), .part(7), .part(999)] {
      let name = BundleName(id, role)
      #expect(name.text.utf8.count == 12 && name.text == name.text.uppercased())
      #expect(BundleName(name.text) == name)
      #expect(BundleName(name.text.lowercased()) == name)
    }
    #expect(try id.isOf(world.maker(0)) && !id.isOf(world.maker(1)))
  }

  @Test func `a folder with more files than anybody looks through is refused with words`() throws {
    let world = try BundleWorld(seed: 11)
    let stick = ModelStick(
      Dictionary(uniqueKeysWithValues: (0...Limits.filesPerBundleFolder).map { ("x\($0)", []) }))
    #expect(throws: StickProblem.tooManyFiles(path: "stick")) {
      try BundleShelf(stick, for: world.centre)
    }
  }
}
