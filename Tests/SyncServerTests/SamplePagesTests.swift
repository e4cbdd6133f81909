import FieldWork
import Foundation
import SyncProtocol
import Testing

@testable import SyncServer

/// Samples: the same seed draws the same lines, each is checked once, and nobody is named.
@Suite struct SamplePagesTests {
  private func trainer(_ world: ReportWorld, unit: String? = nil) throws -> String {
    try world.world.signIn(
      as: try world.world.rights(.trainer, unit: unit), unit == nil ? "huan" : "hoa")
      + "; camtay-language=en"
  }

  private func fields(_ world: ReportWorld, _ seed: String, _ each: String) -> [(String, String)] {
    let period = Period(.year, holding: world.today)?.description ?? ""
    return [("period", period), ("seed", seed), ("per-member", each)]
  }

  private func lines(_ world: ReportWorld, _ sample: Int64) throws -> [AssistSample.Line] {
    try world.world.centre.read { try SampleBook($0.connection).lines(of: sample) }
  }

  @Test func `one seed draws one sample, another one another, and twice is once`() throws {
    let world = try ReportWorld(seed: 931, visits: 160)
    let cookie = try trainer(world)
    var places: [String?] = []
    for seed in ["4711", "4711", "4712"] {
      let answer = try world.world.send(
        fields(world, seed, "3"), to: SamplePages.path, cookie: cookie)
      #expect(answer.status == 303)
      places.append(answer.headers["Location"])
    }
    #expect(places == ["/samples/1", "/samples/1", "/samples/2"])
    let first = try lines(world, 1)
    #expect(try first != lines(world, 2))
    // Every line counts in its period and is one of its member's; nobody has more than three.
    let period = try #require(Period(.year, holding: world.today))
    for line in first {
      let found = try world.world.centre.read { reader in
        try reader.connection.integer(
          """
          SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
            JOIN head AS h ON h.row = a.rid AND h.table_id = ? AND h.field = ? AND h.value = ?
          WHERE a.rid = ? AND a.outcome IN (1, 2) AND length(a.evidence) > 0
            AND a.void_reason IS NULL AND v.void_reason IS NULL
            AND v.date BETWEEN ? AND ?
          """, .integer(Int64(AssistTable.definition.id.rawValue)),
          .integer(Int64(AssistTable.participants.id.rawValue)), .integer(line.member.rawValue),
          .integer(line.assist.rawValue), .integer(Int64(period.from.daysSince1970)),
          .integer(Int64(period.to.daysSince1970)))
      }
      #expect(found == 1)
    }
    #expect(Set(first.map(\.assist)).count == first.count)
    #expect(Dictionary(grouping: first, by: \.member).values.allSatisfy { $0.count <= 3 })
    #expect(!first.isEmpty)
  }

  @Test func `findings are kept once each, make the rate, and stand in the log`() throws {
    let world = try ReportWorld(seed: 932, visits: 160)
    let cookie = try trainer(world)
    _ = try world.world.send(fields(world, "7", "10"), to: SamplePages.path, cookie: cookie)
    let count = try lines(world, 1).count
    try #require(count >= 11)
    #expect(try world.page("/samples/1", as: cookie).contains("0 right, 0 wrong"))
    var form = (1...10).map { ("verdict-\($0)", $0 == 4 ? "wrong" : "right") }
    form += [("note-4", "khác ngày"), ("verdict-11", "unclear")]
    for _ in 1...2 {
      #expect(try world.world.send(form, to: "/samples/1", cookie: cookie).status == 303)
    }
    let page = try world.page("/samples/1", as: cookie)
    #expect(page.contains("9 right, 1 wrong, 1 cannot tell, \(count - 11) not checked"))
    // Nine of ten: Wilson's bounds.
    #expect(page.contains("90.00 % (59.58 %–98.21 %)") && page.contains("khác ngày"))
    #expect(try world.page("/samples", as: cookie).contains("90.00 % (59.58 %–98.21 %)"))
    let kept = try world.world.centre.read { reader in
      try reader.connection.integer("SELECT count(*) FROM sample_finding")
    }
    #expect(kept == 11)
    let log = try world.world.centre.read { reader in
      try reader.connection.rows(
        "SELECT act || ' ' || subject FROM audit WHERE act LIKE 'sample%' ORDER BY number"
      ) { try $0.text(at: 0) }
    }
    #expect(log == ["sample-drawn 1", "sample-judged 1"])
    let file = try world.page("/samples/1/lines.csv", as: cookie)
    #expect(file.contains("wrong") && file.contains("khác ngày") && file.contains("7"))
  }

  @Test func `a sample names nobody and is shown to nobody beyond its reach`() throws {
    let world = try ReportWorld(seed: 933, visits: 80)
    let cookie = try trainer(world)
    _ = try world.world.send(fields(world, "", "10"), to: SamplePages.path, cookie: cookie)
    for path in ["/samples", "/samples/1", "/samples/1/lines.csv"] {
      let page = try world.page(path, as: cookie)
      for name in ["Nguyễn Văn An", "Trần Thị Bình", "Hộ 1", "Người 1", "máy một"] {
        #expect(!page.contains(name), "\(path): \(name)")
      }
    }
    let other = try trainer(world, unit: "17713")
    #expect(try world.world.get("/samples/1", cookie: other).status == 404)
    #expect(try !world.page("/samples", as: other).contains("/samples/1\""))
  }

  @Test func `what cannot be drawn or kept says so and keeps nothing`() throws {
    let world = try ReportWorld(seed: 934, visits: 40)
    let cookie = try trainer(world)
    for (seed, each) in [("x", "2"), ("0", "2"), ("1000000", "2"), ("5", "11")] {
      let answer = try world.world.send(
        fields(world, seed, each), to: SamplePages.path, cookie: cookie)
      #expect(answer.status == 422)
      #expect(String(decoding: answer.body, as: UTF8.self).contains("Nothing was drawn"))
    }
    _ = try world.world.send(fields(world, "5", "2"), to: SamplePages.path, cookie: cookie)
    for (form, words) in [
      ([("note-1", "gì đó")], "neither right, wrong nor cannot tell"),
      ([("verdict-1", "right"), ("note-1", "001099012345")], "Line 1: "),
      ([("verdict-1", "right"), ("note-1", String(repeating: "a", count: 201))], "200 characters"),
    ] {
      let answer = try world.world.send(form, to: "/samples/1", cookie: cookie)
      #expect(answer.status == 422)
      #expect(String(decoding: answer.body, as: UTF8.self).contains(words), "\(words)")
    }
    #expect(
      try world.world.centre.read {
        try $0.connection.integer("SELECT count(*) FROM sample_finding")
      } == 0)
    #expect(try world.world.get("/samples/9", cookie: cookie).status == 404)
  }
}
