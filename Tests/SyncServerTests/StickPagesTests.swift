import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// What laptops without a network packed comes in by a page, as files that a browser sends.
@Suite struct StickPagesTests {
  private let world: CentreWorld
  private let laptop: TestLaptop
  private let cookie: String

  init() throws {
    world = try CentreWorld(seed: 843)
    laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    cookie = try #require(try world.signIn("coordinator", world.password))
  }

  private func upload(
    _ files: [(name: String, bytes: [UInt8])], as cookie: String? = nil
  ) throws -> ClientResponse {
    let cookie = cookie ?? self.cookie
    let account = text(try world.get("/account", cookie: cookie))
    let token = try #require(world.formToken(in: account))
    let boundary = "ranh-gioi-17713"
    func head(_ rest: String) -> [UInt8] {
      Array("--\(boundary)\r\nContent-Disposition: form-data; \(rest)\r\n\r\n".utf8)
    }
    var body = head("name=\"form_token\"") + Array("\(token)\r\n".utf8)
    for file in files {
      body += head("name=\"file\"; filename=\"\(file.name)\"") + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--\(boundary)--\r\n".utf8)
    return try world.post(
      "/sticks/preview", body, type: "multipart/form-data; boundary=\(boundary)",
      headers: ["Origin": world.url, "Cookie": cookie])
  }

  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func households() throws -> Int64 {
    try world.centre.read { try $0.connection.integer("SELECT count(*) FROM household") }
  }

  @Test func `a pack is looked at, taken in once, answered, undone and admitted again`() throws {
    _ = try laptop.addHousehold("Hộ ông Ba")
    let files = try laptop.packed()
    let before = try households()
    let preview = text(try upload(files.map { ($0.key.lowercased(), $0.value) }))
    #expect(preview.contains("máy một") && preview.contains("Mới chỉ xem thử"))
    #expect(try households() == before)
    let kept = try #require(preview.firstMatch(of: /name="kept" value="([^"]+)"/)?.1)
    let taken = text(
      try world.send([("kept", String(kept))], to: "/sticks", cookie: cookie))
    #expect(taken.contains("Đã nhận 1 gói"))
    #expect(try households() == before + 1)
    // Again it counts once.
    let again = text(try world.send([("kept", String(kept))], to: "/sticks", cookie: cookie))
    #expect(again.contains("đã được nhận trước đây"))
    #expect(try households() == before + 1)

    let replica = laptop.store.identity.replica.rawValue
    let made = text(
      try world.send([("laptop", "\(replica)")], to: "/sticks/returns", cookie: cookie))
    let ways = made.matches(of: /href="(\/sticks\/files\/[^"]+\/([^"\/]+))"/)
    #expect(ways.count >= 2)
    let folder = MemoryFolder(
      Dictionary(
        uniqueKeysWithValues: try ways.map {
          (String($0.2), try world.get(String($0.1), cookie: cookie).body)
        }), atMost: 1 << 24)
    // Whoever else looks gets nothing of it.
    let other = try world.signIn(as: try world.rights(.coordinator), "helper")
    #expect(try world.get(String(ways[0].1), cookie: other).status == 404)
    let root = world.centre.keys.root
    let found = try BundleShelf(
      folder, for: BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes), checksOthers: true
    ).bundles
    #expect(found.count == 1)
    // It is whole, and the centre itself cannot read it any more: it is the laptop's.
    guard case .forAnother(let damage?) = found.first?.state else {
      Issue.record("a return for the laptop: \(found)")
      return
    }
    #expect(damage.manifest == .sound && damage.missing.isEmpty && damage.damaged.isEmpty)

    let list = text(try world.get("/sticks", cookie: cookie))
    let pack = String(try #require(list.firstMatch(of: /href="(\/sticks\/packs\/[^"]+)"/)?.1))
    func shown() throws -> Int64 {
      try world.centre.read {
        try $0.connection.integer("SELECT count(*) FROM household WHERE hidden IS NULL")
      }
    }
    let visible = try shown()
    let undo = [("state", "standing"), ("note", "Nhầm USB")]
    #expect(try world.send(undo, to: pack, cookie: cookie).status == 303)
    #expect(try shown() == visible - 1)
    // The form that saw it otherwise does nothing.
    #expect(try world.send(undo, to: pack, cookie: cookie).status == 409)
    #expect(try world.send([("state", "undone")], to: pack, cookie: cookie).status == 303)
    #expect(try shown() == visible)
  }

  @Test func `what is no bundle, damaged, of two sticks or nothing is said in its own words`()
    throws
  {
    _ = try laptop.addHousehold("Hộ ông Ba")
    let files = try laptop.packed()
    let nothing = text(try upload([]))
    #expect(nothing.contains("hãy chọn các tệp của gói"))
    let foreign = text(try upload([("anh-cuoi.jpg", [1, 2, 3])]))
    #expect(foreign.contains("1 tệp không phải của gói nào"))
    #expect(!foreign.contains("name=\"kept\""))
    var damaged = files
    let part = try #require(files.keys.first { $0.hasSuffix(".001") })
    damaged[part]?[300] ^= 1
    let told = text(try upload(damaged.map { ($0.key, $0.value) }))
    #expect(told.contains("không nhận được") && !told.contains("name=\"kept\""))
    let twice = text(
      try upload(files.map { ($0.key, $0.value) } + damaged.map { ($0.key, $0.value) }))
    #expect(twice.contains("chắc là của hai USB"))
    #expect(try world.get("/sticks/files/0/A", cookie: cookie).status == 404)
    #expect(try world.get("/sticks/packs/00", cookie: cookie).status == 404)
  }

  @Test func `no folder but that of a mounted stick is opened`() throws {
    let answer = try world.send(
      [("stick", world.centre.home.path)], to: "/sticks/preview", cookie: cookie)
    #expect(answer.status == 422)
  }

  @Test func `sticks are told from the system's table`() {
    let table = """
      22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
      40 22 8:17 / /media/an/USB\\040CUA\\040AN rw,nosuid - vfat /dev/sdb1 rw
      41 22 8:33 / /run/media/an/8F2A rw - exfat /dev/sdc1 rw
      42 22 0:40 / /mediation rw - tmpfs tmpfs rw
      """
    #expect(MountedFileSystem.sticks(in: table) == ["/media/an/USB CUA AN", "/run/media/an/8F2A"])
  }
}
