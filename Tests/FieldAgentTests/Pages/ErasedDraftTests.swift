import FieldWork
import Foundation
import SyncProtocol
import Testing

@testable import FieldAgent
@testable import Replica

/// Forms about somebody whom the centre erases while they are open.
@Suite struct ErasedDraftTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let household: String
  let residents: [String]
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    let laptop = laptop
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ Xuân")
    residents = try ["Sùng A Biến", "Lò Thị Mỷ"].map {
      try laptop.save("resident", "add", "--household", household, "--name", $0)
    }
    self.household = household
    _ = laptop.run("sync")
    desk = try TestDesk(laptop)
  }

  private func erase(_ code: String) throws {
    try centre.with { records in
      try records.erase(
        records.erasurePlan(for: code), reason: .request,
        requested: LocalDate(daysSince1970: 20_770), author: nil,
        clock: centre.machine.surroundings.clock())
    }
  }

  private func sync() throws {
    _ = try desk.use { try SyncRounds($0, over: CentreClient($0.configuration)).run() }
  }

  /// A draft as it lies on the disk, with the wrapped key that seals it.
  private func onDisk(_ draft: String) throws -> (content: [UInt8], key: [UInt8], place: String) {
    try desk.use { laptop in
      let id = String(draft.dropFirst("/drafts/".count))
      let content = try #require(
        try laptop.store.connection.row("SELECT content FROM draft WHERE id = ?", .text(id)) {
          try $0.bytes(at: 0)
        })
      let place = "draft \(id)"
      let key = try #require(
        try laptop.store.keyring.connection.row(
          "SELECT wrapped FROM local_key WHERE place = ?", .text(place)
        ) { try $0.bytes(at: 0) })
      return (content, key, place)
    }
  }

  /// That what lay on the disk cannot be opened any more, and its key is in no file of the home.
  private func expectGone(_ former: (content: [UInt8], key: [UInt8], place: String)) throws {
    try desk.use { laptop in
      _ = #expect(throws: (any Error).self) {
        try laptop.store.keyring.openLocally(former.content, at: former.place)
      }
    }
    let manager = FileManager.default
    for name in try manager.subpathsOfDirectory(atPath: laptop.home.path) {
      let bytes = manager.contents(atPath: "\(laptop.home.path)/\(name)") ?? Data()
      #expect(bytes.range(of: Data(former.key)) == nil, "\(name)")
      #expect(bytes.range(of: Data("Sùng A Biến Con".utf8)) == nil, "\(name)")
    }
  }

  @Test func `what was typed about somebody is destroyed by the sync that brings their erasure`()
    throws
  {
    let (draft, form) = try desk.follow("/residents/\(residents[0])/edit")
    _ = try desk.post("\(draft)/fields", [("seen", "1"), ("full_name", "Sùng A Biến Con")])
    let former = try onDisk(draft)
    #expect(
      try desk.use { laptop in
        String(
          decoding: try laptop.store.keyring.openLocally(former.content, at: former.place),
          as: UTF8.self)
      }.contains("Sùng A Biến Con"))
    try erase(residents[0])
    try sync()
    #expect(try desk.use { try DraftBook($0.records).all() }.isEmpty)
    try expectGone(former)
    // Whoever has the form open is told, however often it is sent, and nothing is kept.
    for _ in 0..<2 {
      let sent = try desk.post(
        draft, TestDesk.fields(of: form) + [("seen", "1"), ("action", "save")])
      #expect(sent.status == 410 && sent.text.contains("erased on request"))
      #expect(sent.text.contains("Everything else on this laptop is safe"))
    }
    #expect(try desk.post("\(draft)/fields", [("seen", "1"), ("full_name", "B")]).status == 410)
    #expect(try desk.get(draft).status == 410)
    #expect(try desk.use { try DraftBook($0.records).all() }.isEmpty)
    #expect(try desk.post("/residents/\(residents[0])/edit").status == 410)
  }

  @Test func `of a visit the assist of whoever was erased goes, and the rest stays`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    let rows = try desk.use { laptop in
      try residents.map { try laptop.records.reader.resolveOne($0, as: .resident).rawValue }
    }
    _ = try desk.post(
      "\(draft)/fields",
      [
        ("seen", "1"), ("assists", "2"), ("note", "mang sổ"),
        ("assist-1-resident", "\(rows[0])"), ("assist-1-evidence", "Sùng A Biến Con"),
        ("assist-2-resident", "\(rows[1])"), ("assist-2-evidence", "ảnh màn hình"),
      ])
    let former = try onDisk(draft)
    try erase(residents[0])
    try sync()
    try expectGone(former)
    let page = try desk.get(draft)
    #expect(page.status == 200 && page.text.contains("mang sổ"))
    #expect(page.text.contains("ảnh màn hình") && !page.text.contains("Biến Con"))
    #expect(!page.text.contains("id=\"assist-1\""))
    #expect(page.text.contains("1 assist about somebody who was erased on request was taken out"))
  }

  @Test
  func `of assists added to a saved visit that of whoever was erased goes, and the rest stays`()
    throws
  {
    let (begun, _) = try desk.follow("/households/\(household)/visits")
    let (visit, _) = try desk.follow(
      begun, [("seen", "9"), ("action", "save"), ("outcome", "met")])
    let (draft, _) = try desk.follow("\(visit)/assists")
    let rows = try desk.use { laptop in
      try residents.map { try laptop.records.reader.resolveOne($0, as: .resident).rawValue }
    }
    _ = try desk.post(
      "\(draft)/fields",
      [
        ("seen", "1"), ("assists", "2"),
        ("assist-1-resident", "\(rows[0])"), ("assist-1-evidence", "Sùng A Biến Con"),
        ("assist-2-resident", "\(rows[1])"), ("assist-2-evidence", "ảnh màn hình"),
      ])
    let former = try onDisk(draft)
    try erase(residents[0])
    try sync()
    try expectGone(former)
    let page = try desk.get(draft)
    #expect(page.status == 200)
    #expect(page.text.contains("ảnh màn hình") && !page.text.contains("Biến Con"))
    #expect(!page.text.contains("id=\"assist-1\""))
    #expect(page.text.contains("1 assist about somebody who was erased on request was taken out"))
  }

  @Test func `a form begun at a household goes with the household`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/residents")
    _ = try desk.post("\(draft)/fields", [("seen", "1"), ("full_name", "Sùng A Biến Con")])
    let former = try onDisk(draft)
    try erase(household)
    try sync()
    #expect(try desk.get(draft).status == 410)
    try expectGone(former)
  }

  @Test func `a draft that was left while the laptop was locked is destroyed when it opens`() throws
  {
    let (draft, _) = try desk.follow("/residents/\(residents[0])/edit")
    _ = try desk.post("\(draft)/fields", [("seen", "1"), ("full_name", "Sùng A Biến Con")])
    let former = try onDisk(draft)
    try desk.use { laptop in
      let subject = try laptop.records.reader.resolveOne(residents[0], as: .resident)
      try laptop.store.connection.execute(
        "INSERT INTO erased_subject (scope, subject) VALUES (1, ?)", .integer(subject.rawValue))
    }
    let key = try #require(try desk.key())
    _ = try Laptop(laptop.home, laptop.machine.surroundings, storeKey: key).store.close()
    try expectGone(former)
  }

  @Test func `what is thrown away or forgotten in time leaves no key behind`() throws {
    let (draft, _) = try desk.follow("/residents/\(residents[0])/edit")
    _ = try desk.post("\(draft)/discard")
    #expect(try desk.use { try $0.store.keyring.localPlaces() }.isEmpty)
  }
}
