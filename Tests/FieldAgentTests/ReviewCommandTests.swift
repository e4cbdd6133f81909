import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct ReviewCommandTests {
  /// A laptop whose note on a visit the centre did not accept, and the visit.
  private func judged() throws -> (centre: TestCentre, laptop: TestLaptop, visit: RowID) {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let visit = try write("số 040095001234", at: laptop)
    #expect(laptop.run("sync").code == .done)
    return (centre, laptop, visit)
  }

  /// The same for tests of other places where an author reads of it.
  func judgedNote() throws -> (centre: TestCentre, laptop: TestLaptop) {
    let (centre, laptop, _) = try judged()
    return (centre, laptop)
  }

  /// A visit as a program without rules would write it.
  private func write(_ note: String, at laptop: TestLaptop) throws -> RowID {
    let open = try laptop.open()
    let scope = try #require(
      try open.records.reader.places().compactMap(\.householdScope).first {
        try open.store.grantedScopes().contains($0)
      })
    return try open.writing { records, clock in
      try records.store.commit(author: nil, clock: clock) { act in
        try act.create(
          VisitTable.definition, in: scope,
          [
            (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
            (VisitTable.outcome, .integer(1)), (VisitTable.note, .text(note)),
          ])
      }
    }
  }

  private func rule(
    _ centre: TestCentre, on name: String = "1", admits: Bool, note: String?
  ) throws {
    let clock = centre.machine.surroundings.clock()
    _ = try centre.with { records in
      try records.rule(
        on: try records.review(named: name), admits: admits, edited: nil, by: "Lan", note: note,
        clock: clock, isDryRun: false)
    }
  }

  @Test func `an author reads of a rejection until it was acknowledged`() throws {
    let (centre, laptop, _) = try judged()
    #expect(laptop.run("review", "list").code == .needsAttention)
    let open = laptop.run("review", "acknowledge", "1", json: true)
    #expect(open.code == .userError && open.failure == "review-still-open")

    try rule(centre, admits: false, note: "đừng ghi số định danh")
    let sync = laptop.run("sync")
    #expect(sync.error.contains("(Lan) ruled on") && sync.error.contains("rejected"))
    #expect(sync.error.contains("đừng ghi số định danh"))
    // What was told once is not told by every sync.
    #expect(!laptop.run("sync").error.contains("ruled on"))

    let list = laptop.run("review", "list")
    #expect(list.code == .needsAttention)
    for part in ["rejected", "Lan", "18/11/2026", "đừng ghi số định danh", "review acknowledge"] {
      #expect(list.output.contains(part), "\(part)")
    }
    let json = laptop.run("review", "list", json: true).json?["reviews"]?.arrayValue?.first
    #expect(json?["ruled_at"]?.textValue?.hasPrefix("2026-11-18") == true)
    #expect(json?["unread"] == .bool(true))
    let status = laptop.run("status", json: true)
    #expect(status.code == .needsAttention)
    let codes = status.json?["warnings"]?.arrayValue?.compactMap { $0["code"]?.textValue }
    #expect(codes?.contains("rejected") == true)
    let show = laptop.run("review", "show", "1")
    #expect(show.code == .needsAttention)
    #expect(show.output.contains("Ruled by: Lan") && show.output.contains("acknowledge 1"))

    #expect(laptop.run("review", "acknowledge", "1").code == .done)
    let after = laptop.run("review", "list")
    #expect(after.code == .done)
    #expect(after.output.contains("1 entry was rejected and does not count"))
    #expect(laptop.run("status").code == .done)
    #expect(laptop.run("review", "show", "1").code == .done)
    #expect(laptop.run("review", "list", "--all").output.contains("Lan"))

    // Another ruling is another thing to read.
    try rule(centre, admits: true, note: nil)
    #expect(laptop.run("sync").error.contains("admitted"))
    try rule(centre, admits: false, note: nil)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("review", "list").code == .needsAttention)
  }

  @Test func `of many rulings the first five are told, and how many more there are`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    for number in 0..<7 { _ = try write("số 04009500123\(number)", at: laptop) }
    #expect(laptop.run("sync").error.contains("7 entries of this laptop newly not accepted"))
    let numbers = try centre.with { try $0.reviews().map(\.number) }
    #expect(numbers.count == 7)
    for number in numbers { try rule(centre, on: "\(number)", admits: false, note: nil) }
    let warnings = laptop.run("sync", json: true).json?["warnings"]?.arrayValue ?? []
    let codes = warnings.map { $0["code"]?.textValue }
    #expect(codes == Array(repeating: "ruling", count: 5) + ["rulings"])
    let last = warnings.last?["message"]?.textValue ?? ""
    #expect(last.hasPrefix("2 more rulings; see"), "\(last)")
    #expect(laptop.run("sync", json: true).json?["warnings"]?.arrayValue?.isEmpty == true)
  }

  @Test func `what was written anew after its rejection need not be acknowledged`() throws {
    let (centre, laptop, visit) = try judged()
    try rule(centre, admits: false, note: nil)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("review", "list").code == .needsAttention)
    let edit = laptop.run("visit", "edit", "#\(visit.rawValue)", "--note", "đã gặp chủ hộ")
    #expect(edit.code == .done, "\(edit.error)")
    #expect(laptop.run("review", "list").code == .done)
    #expect(laptop.run("sync").code == .done)
    let list = laptop.run("review", "list")
    #expect(list.code == .done && list.output.contains("1 entry was rejected"))
  }

  @Test func `what was written anew and accepted needs no acknowledgement`() throws {
    let (centre, laptop, visit) = try judged()
    let open = laptop.run("review", "acknowledge", "1", json: true)
    #expect(open.failure == "review-still-open")
    let edit = laptop.run("visit", "edit", "#\(visit.rawValue)", "--note", "đã gặp chủ hộ")
    #expect(edit.code == .done, "\(edit.error)")
    for _ in 0..<2 { #expect(laptop.run("sync").code == .done) }
    let settled = laptop.run("review", "acknowledge", "1", json: true)
    #expect(settled.failure == "review-corrected", "\(settled.error)")
    _ = centre
  }

  @Test func `nothing is said of rejections where there are none`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    let list = laptop.run("review", "list")
    #expect(list.code == .done && list.output.contains("nothing that was sent was rejected"))
  }
}
