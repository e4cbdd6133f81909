import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct ListingTests {
  @Test func `each warning of a visit is said in its own words, once`() throws {
    let visit: VisitWarnings = [.clockUnchecked, .dateLongAgo]
    let words = visit.words.map { $0.text(in: .english) }
    #expect(words == ["clock unchecked", "date more than a year back"])
    #expect(visit.names == ["clock-unchecked", "date-long-ago"])
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 31)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lò Văn Páo")
    _ = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "01/01/2021",
      "--allow-far-day")
    let list = laptop.run("visit", "list").output
    #expect(list.contains("date more than a year back") && !list.contains("clock"), "\(list)")
  }

  @Test func `a listing that leaves something out says so, and how to see the rest`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 3)
    var codes: [String] = []
    for number in 1...5 {
      codes.append(
        try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ số \(number)"))
    }
    let first = laptop.run("household", "list", "--limit", "2")
    #expect(first.output.contains("Lines 1–2 of 5. Go on with --offset 2"))
    #expect(first.output.contains("--limit 5"))
    let next = laptop.run("household", "list", "--limit", "2", "--offset", "2", json: true)
    #expect(next.json?["total"]?.integerValue == 5 && next.json?["offset"]?.integerValue == 2)
    let listed = next.json?["households"]?.arrayValue?.compactMap { $0["code"]?.textValue }
    #expect(listed == Array(codes[2...3]))
    let end = laptop.run("household", "list", "--offset", "4")
    #expect(end.output.contains("Lines 5–5 of 5. See all with --limit 5"))
    #expect(laptop.run("household", "list", "--offset", "9").output.contains("leave out --offset"))
    #expect(!laptop.run("household", "list").output.contains("--offset"))
    for code in codes {
      _ = try laptop.save("visit", "add", "--household", code, "--outcome", "met")
    }
    let visits = laptop.run("visit", "list", "--limit", "1", "--household", codes[0], json: true)
    #expect(visits.json?["total"]?.integerValue == 1)
    let found = laptop.run("find", "ho", "so", "--limit", "1", json: true)
    #expect(found.json?["total"]?.integerValue == 5)
    #expect(found.json?["found"]?.arrayValue?.count == 1)
    let guide = laptop.run("guide", "khai", "sinh", "--limit", "1")
    #expect(guide.output.contains("Go on with --offset 1, or see all with --limit"))
    #expect(laptop.run("place", "find", "duc", "--limit", "1").output.contains("Lines 1–1 of"))
  }

  @Test func `a second sync of one home says that another is under way`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 5)
    let turn = try #require(try SyncTurn(laptop.home))
    let refused = laptop.run("sync", json: true)
    #expect(refused.code == .refusedForSafety && refused.failure == "sync-under-way")
    // Recording goes on meanwhile.
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    withExtendedLifetime(turn) {}
  }

  @Test func `the turn to sync ends with whoever had it`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 6)
    do { _ = try SyncTurn(laptop.home) }
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("sync").code == .done)
  }

  @Test func `the history of an erased resident says when and why`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 7)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ một")
    let code = try laptop.save(
      "resident", "add", "--household", household, "--name", "Sùng A Biến", "--birth", "1950")
    #expect(laptop.run("sync").code == .done)
    try centre.with { records in
      let plan = try records.erasurePlan(for: code)
      _ = try records.erase(
        plan, reason: .consentWithdrawn, requested: LocalDate(daysSince1970: 20_770), author: nil,
        clock: centre.machine.surroundings.clock())
    }
    for _ in 0..<2 { _ = laptop.run("sync") }
    let history = laptop.run("history", code)
    #expect(history.output.contains("were erased at 18/11/2026"))
    #expect(history.output.contains("asked for on 13/11/2026"))
    #expect(history.output.contains("(erased)") && !history.output.contains("key not here"))
    let json = laptop.run("history", code, json: true).json
    #expect(json?["erasures"]?.arrayValue?.first?["reason"]?.textValue == "consent-withdrawn")
  }

  /// A laptop that holds both hamlets, and a household that moved from the first to the second.
  private func moved(holdsBoth: Bool) throws -> (TestLaptop, old: String, new: String) {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre, seed: 4)
    let old = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ chuyển")
    _ = try laptop.save("visit", "add", "--household", old, "--outcome", "met")
    #expect(laptop.run("sync").code == .done)
    let replica = try laptop.open().store.identity.replica
    let new = try centre.with { records in
      let clock = centre.machine.surroundings.clock()
      let place = try #require(try records.reader.places().first { $0.name == "Xóm 2" })
      if holdsBoth, let scope = place.householdScope {
        try records.store.addGrant(.scope(scope), to: replica, since: Store.always, at: clock.wall)
      }
      let row = try records.reader.resolveOne(old, as: .household)
      let copies = try records.moveHousehold(
        row, to: place, author: nil, clock: clock, isDryRun: false)
      let copy = try #require(copies.first?.copy)
      return try records.reader.codeText(of: copy, in: RecordCode.Kind.household.table)
    }
    for _ in 0..<3 { _ = laptop.run("sync") }
    return (laptop, old, new)
  }

  @Test func `a household that moved is marked, followed, and not visited under its old code`()
    throws
  {
    let (laptop, old, new) = try moved(holdsBoth: true)
    let found = laptop.run("find", "chuyển", json: true).json?["found"]?.arrayValue ?? []
    let marks = Dictionary(
      uniqueKeysWithValues: found.map {
        ($0["code"]?.textValue ?? "", $0["moved_to"]?.textValue)
      })
    // Where the new code is here the household is found once, under that one, also by the old.
    #expect(marks == [new: nil])
    let byCode = laptop.run("find", old, json: true).json?["found"]?.arrayValue ?? []
    #expect(byCode.map { $0["code"]?.textValue } == [new])
    let refused = laptop.run("visit", "add", "--household", old, "--outcome", "met", json: true)
    #expect(refused.code == .userError && refused.failure == "household-moved")
    #expect(refused.error.contains(new))
    let shown = laptop.run("household", "show", old)
    #expect(shown.output.contains("\(old) has moved") && shown.output.contains(new))
    let json = laptop.run("household", "show", old, json: true).json
    #expect(json?["code"]?.textValue == new && json?["asked"]?.textValue == old)
    // The visit stayed where it took place and is shown all the same.
    #expect(json?["visits"]?.arrayValue?.count == 1)
    #expect(
      laptop.run("visit", "add", "--household", new, "--outcome", "met", json: true).code == .done)
  }

  @Test func `a late visit to a household that moved out of reach is saved with a word`() throws {
    let (laptop, old, _) = try moved(holdsBoth: false)
    let saved = laptop.run(
      "visit", "add", "--household", old, "--outcome", "met", "--allow-second-visit")
    #expect(saved.code == .done && saved.error.contains("has moved"))
    #expect(laptop.run("find", "chuyển").output.contains("moved away"))
    let shown = laptop.run("household", "show", old, json: true).json
    #expect(shown?["code"]?.textValue == old)
  }
}
