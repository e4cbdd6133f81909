import FieldWork
import Foundation
import Synchronization
import Testing

@testable import FieldAgent

/// Two records of one person, side by side on a page.
@Suite struct DuplicatePageTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let one: String
  let other: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Hồ Văn Đức")
    let second = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Hồ Thị Lan", "--new")
    one = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--birth",
      "18/03/1950", "--sex", "female", "--phone", "0912000111")
    other = try laptop.save(
      "resident", "add", "--new", "--household", second, "--name", "Ho Thi Lan", "--birth",
      "18/03/1950", "--phone", "0912000111")
    for (household, resident) in [(household, one), (second, other)] {
      let visit = try laptop.save(
        "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
      _ = try laptop.save(
        "assist", "add", "--visit", visit, "--resident", resident, "--service", "vneid", "--mode",
        "guided", "--outcome", "completed", "--evidence-kind", "spoken", "--evidence", "An")
    }
    desk = try TestDesk(laptop)
  }

  private var path: String { "/duplicates/\(one)/\(other)" }

  private func distinctResidents() throws -> Int {
    try desk.use { laptop in
      try laptop.records.reader.count(
        CountQuery(try Period(from: .earliest, to: .latest))
      ).total.residents
    }
  }

  /// What was written and not sent.
  private func unsent() throws -> Int64 {
    try desk.use { try $0.store.handOverStatus().notHandedOver }
  }

  @Test func `the pair stands in the list with its reasons and leads to both side by side`() throws
  {
    let list = try desk.get("/duplicates").text
    #expect(list.contains("href=\"\(path)\"") || list.contains("/duplicates/\(other)/\(one)"))
    #expect(list.contains("same telephone"))
    #expect(try desk.get("/duplicates?of=\(one)").text.contains(path))
    let page = try desk.get(path).text
    #expect(page.contains("Hồ Thị Lan") && page.contains("Ho Thi Lan"))
    #expect(page.contains("same day of birth") && page.contains("one is missing"))
    // What it does to the counts is said before it is pressed.
    #expect(page.contains("Distinct residents: 2 before, 1 after."))
    #expect(page.contains("The number of distinct residents stays 2."))
  }

  @Test func `comparing everybody keeps no page and no form waiting`() throws {
    let bench = desk.bench
    let key = try desk.use { $0.storeKey }
    let found = Mutex<Int?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    // Somebody has the laptop all the while, and saves.
    try desk.use { laptop in
      Thread.detachNewThread {
        let pairs = try? bench.compareRegister(key)
        found.withLock { $0 = pairs?.count }
        isDone.signal()
      }
      _ = try laptop.writing { records, clock in
        let row = try records.reader.resolveOne(one, as: .resident)
        return try records.editResident(
          row, ResidentDraft(note: "gọi lại"), author: nil, clock: clock)
      }
      #expect(isDone.wait(timeout: .now() + 20) == .success)
    }
    #expect(found.withLock { $0 } == 1)
    // The next look tells what was written since, and what was not is remembered.
    #expect(try bench.openDuplicates().count == 1)
    #expect(try desk.post(path, [("answer", "same")]).status == 303)
    #expect(try bench.openDuplicates().count == 0)
    try desk.use { laptop in
      let mark = try laptop.records.watch.mark()
      #expect(laptop.rememberedDuplicates.value(asOf: mark)?.count == 0)
    }
  }

  @Test func `the same person is counted once, and that is taken back`() throws {
    let (to, page) = try desk.follow(path, [("answer", "same")])
    #expect(to == path && page.text.contains("Take it back"))
    #expect(try distinctResidents() == 1)
    #expect(try !desk.get("/duplicates").text.contains(one))
    #expect(try desk.get("/residents/\(one)").text.contains(path))
    // Pressing twice writes once.
    let before = try unsent()
    _ = try desk.post(path, [("answer", "same")])
    let after = try unsent()
    #expect(before == after)
    _ = try desk.follow(path, [("answer", "undo"), ("said", "same")])
    #expect(try distinctResidents() == 2)
    #expect(try desk.post(path, [("answer", "undo")]).status == 303)
    #expect(try desk.get("/duplicates").text.contains(one))
  }

  @Test func `two different people are not asked about again, and later records nothing`() throws {
    let (to, page) = try desk.follow(path, [("answer", "later")])
    #expect(to == "/duplicates" && page.text.contains(one))
    _ = try desk.follow(path, [("answer", "not-same")])
    #expect(try distinctResidents() == 2)
    #expect(try !desk.get("/duplicates").text.contains(one))
    #expect(try desk.get("/residents/\(one)").text.contains("not the same as \(other)"))
  }

  @Test func `an answer of a page that is behind changes nothing, and is asked for again`() throws {
    // Read before somebody said that they are one, or that they are two.
    for (said, stale) in [("same", "not-same"), ("not-same", "same")] {
      _ = try desk.follow(path, [("answer", said), ("said", "")])
      let before = try unsent()
      let (to, page) = try desk.follow(path, [("answer", stale), ("said", "")])
      #expect(to == path && page.text.contains("somebody said something else"))
      #expect(page.text.contains("Take it back"))
      // What another tab would take back was said otherwise since.
      _ = try desk.follow(path, [("answer", "undo"), ("said", stale)])
      #expect(try unsent() == before)
      #expect(try distinctResidents() == (said == "same" ? 1 : 2))
      _ = try desk.follow(path, [("answer", "undo"), ("said", said)])
    }
    // Whoever has seen it may say it.
    _ = try desk.follow(path, [("answer", "not-same"), ("said", "")])
    _ = try desk.follow(path, [("answer", "same"), ("said", "not-same")])
    #expect(try distinctResidents() == 1)
  }

  @Test func `who is added twice is warned of with the way to compare`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/residents")
    let (_, page) = try desk.follow(
      draft,
      [
        ("full_name", "Hồ Thị Lan"), ("birth", "18/03/1950"), ("seen", "1"), ("action", "save"),
      ])
    let found = page.text.firstMatch(of: /href="(\/duplicates\/[^"]+)"/)?.1
    let way = try #require(found, "\(page.text)")
    #expect(try desk.get(String(way)).text.contains("side by side"))
  }

  @Test func `a record is not compared with itself`() throws {
    #expect(try desk.get("/duplicates/\(one)/\(one)").status == 422)
  }
}
