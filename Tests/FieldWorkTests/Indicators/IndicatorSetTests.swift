import SyncProtocol
import Testing

@testable import FieldWork

/// Sets of indicators as data, their scores, and targets.
struct IndicatorSetTests {
  private let latest = LocalDateTime(.latest, minuteOfDay: 0)

  @Test func `the shipped set is Decision 766 with its hundred points`() throws {
    let set = IndicatorSet.shipped
    #expect(set.code == "766" && set.isShipped)
    #expect(set.indicators.count == 23)
    #expect(set.indicators.compactMap(\.maximum).reduce(0, +) == 10_000)
    let communes = set.indicators.filter(\.isOfCommunes).compactMap(\.maximum)
    #expect(communes.reduce(0, +) == 9_600)
    #expect(set.indicators.allSatisfy { $0.isOfProvinces })
    var sum: Int64 = 0
    var expected: Int64?
    for item in set.items {
      switch item {
      case .group(_, let maximum):
        if let expected { #expect(sum == expected) }
        (sum, expected) = (0, maximum)
      case .indicator(let indicator):
        sum += indicator.maximum ?? 0
        #expect(indicator.formula != nil, "\(indicator.code)")
        #expect(indicator.source != nil, "\(indicator.code)")
      }
    }
    #expect(sum == expected)
    let known = set.indicators.filter { $0.form != nil }.map(\.code)
    #expect(
      known == [
        "2.1", "2.2", "3.1", "3.2", "3.3", "3.5b", "3.6", "4.1", "4.2", "5.2", "5.4",
      ])
  }

  @Test func `measures and rates have names of their own and words in both languages`() {
    #expect(Set(Measure.all.map(\.key)).count == Measure.all.count)
    #expect(Set(Rate.all.map(\.key)).count == Rate.all.count)
    let words = Measure.all.map(\.words) + Rate.all.map(\.words) + Rate.all.map(\.definition)
    for text in words {
      #expect(!text.vietnamese.isEmpty && !text.english.isEmpty)
      #expect(text.vietnamese != text.english || text.english == "VNeID", "\(text.english)")
    }
    for rate in Rate.all {
      let kinds = Set(rate.form.measures.map { String(describing: $0.rule).prefix { $0 != "(" } })
      #expect(kinds.count == 1 || rate.key == "satisfaction", "\(rate.key)")
    }
  }

  @Test func `scores follow the formulas of the decision`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    // Four dossiers of two procedures: one online, three with a fee, one paid online.
    for (index, code) in ["1.000080", "1.000080", "1.001193", "1.001193"].enumerated() {
      let dossier = try world.dossier(
        resident, code, channel: index == 0 ? "online" : "direct",
        appointment: "10/03/2026", fee: index < 3 ? 10_000 : 0, paid: index == 0 ? 10_000 : 0)
      // The last one is late.
      try world.event("done", "\(index == 3 ? 11 : 9)/03/2026 10:00", of: dossier)
    }
    let session = try world.code(
      try world.add(
        RecordForms.session, ["kind": "support-point", "place": "Xóm 1", "date": "09/03/2026"]),
      .session)
    for rating in [5, 5, 4, 3, 3, 3, 4, 5, 5, 2] {
      try world.add(
        RecordForms.feedback,
        [
          "session": session, "rating": String(rating), "channel": "form", "date": "09/03/2026",
        ])
    }
    let scores = try IndicatorScores(.shipped, .commune, world.book("2026-03"))
    func score(_ code: String) -> Int64? {
      scores.lines.first { $0.indicator.code == code }?.score
    }
    #expect(score("2.1") == 1_500)  // 20 × 3/4
    #expect(score("3.3") == 300)  // min(6, 6 × 0.25 / 0.5)
    #expect(score("3.5b") == 125)  // min(2, 2.5 × 1/2)
    #expect(score("3.6") == 200)  // 6 × 1/3
    #expect(score("5.2") == 600)  // no feedback that wants an answer: the full score
    // 100 % − 25 % − 10 % = 65 %, of 90 %: 6 × 65/90.
    #expect(score("5.4") == 433)
    // Nothing to divide by: it does not apply. Unknown: no score, and never 0.
    for code in ["4.1", "4.2", "2.2", "1.1", "3.5a", "4.4", "5.1", "5.3", "3.1", "3.2"] {
      #expect(score(code) == nil, "\(code)")
    }
    #expect(scores.lines.first { $0.indicator.code == "4.5a" } == nil)
    #expect(scores.score == 1_500 + 300 + 125 + 200 + 600 + 433)
    #expect(scores.knownMaximum == 2_000 + 600 + 200 + 600 + 600 + 600)
    #expect(scores.maximum == 9_600)
    let unknown = try #require(scores.lines.first { $0.indicator.code == "1.1" })
    guard case .unknown(.notRecorded(let source)) = unknown.result else {
      Issue.record("announcing procedures is not in a team's log")
      return
    }
    #expect(source?.english == "national database of procedures, national")
    let province = try IndicatorScores(.shipped, .province, world.book("2026-03"))
    #expect(province.maximum == 10_000)
  }

  @Test func `without a fee dossier the payment scores 0, as its rule says`() throws {
    let world = try FieldWorld()
    let scores = try IndicatorScores(.shipped, .commune, world.book("2026-03"))
    func line(_ code: String) -> IndicatorScores.Line? {
      scores.lines.first { $0.indicator.code == code }
    }
    #expect(line("3.6")?.score == 0)
    #expect(line("3.6")?.result.value?.ratio == nil)
    #expect(line("3.3")?.score == nil)
    #expect(line("5.4")?.score == 0)
    // What is payable online the log cannot know, whatever the rule says of zero.
    #expect(line("3.5a")?.score == nil)
  }

  @Test func `where no laptop has reported an empty denominator earns neither all points nor none`()
    throws
  {
    let world = try FieldWorld()
    let scores = try IndicatorScores(.shipped, .commune, world.book("2026-03"))
    #expect(scores.lines.contains { $0.score == $0.indicator.maximum && $0.score != nil })
    #expect(scores.lines.contains { $0.score == 0 })
    let unheard = scores.unheard
    #expect(unheard.score == 0 && unheard.knownMaximum == 0)
    #expect(unheard.maximum == scores.maximum)
    for line in unheard.lines { #expect(line.score == nil, "\(line.indicator.code)") }
    let rule = try #require(unheard.lines.first { $0.indicator.code == "3.6" })
    #expect(rule.result == .unknown(.notReported))
  }

  @Test func `a commune's own version holds from its day, and an empty one does not`() throws {
    let world = try FieldWorld()
    func set(_ edition: String, from: String) throws -> String {
      let id = try world.add(
        RecordForms.indicatorSet,
        ["code": "766", "edition": edition, "from": from, "source": "QĐ sửa đổi"])
      return "#\(id.rawValue)"
    }
    let own = try set("2026", from: "01/01/2026")
    _ = try set("2027", from: "01/02/2026")
    #expect(try world.centre.reader.indicatorSet("766", on: day("2026-03-31")).isShipped)
    try world.add(
      RecordForms.indicator,
      ["set": own, "code": "A", "name": "Nhóm A", "maximum": "1000", "position": "1"])
    try world.add(
      RecordForms.indicator,
      [
        "set": own, "code": "A.1", "name": "Nộp trực tuyến", "numerator": "dossiers-online",
        "denominator": "dossiers", "threshold": "2500", "maximum": "1000", "position": "2",
      ])
    try world.add(
      RecordForms.indicator,
      [
        "set": own, "code": "A.2", "name": "Điều khác", "numerator": "moon-phases",
        "denominator": "dossiers", "threshold": "2500", "maximum": "500", "position": "3",
      ])
    let resident = try world.resident(of: try world.household())
    for channel in ["online", "direct", "direct", "direct", "direct"] {
      _ = try world.dossier(resident, channel: channel)
    }
    try world.sync(world.laptop)
    for reader in [world.laptop.reader, world.centre.reader] {
      let used = try reader.indicatorSet("766", on: day("2026-03-31"))
      #expect(used.edition == "2026" && !used.isShipped)
      let book = MeasureBook(CountQuery(month("2026-03")), reader, now: latest)
      let scores = try IndicatorScores(used, .commune, book)
      #expect(scores.items.count == 3)
      #expect(scores.lines.map(\.score) == [800, nil])
      #expect(scores.maximum == 1_500 && scores.knownMaximum == 1_000)
      #expect(try reader.indicatorSet("766", on: day("2025-12-31")).isShipped)
      #expect(throws: FieldError.notFound("999")) {
        try reader.indicatorSet("999", on: day("2026-03-31"))
      }
      #expect(throws: FieldError.notFound("766")) {
        try reader.indicatorSet("766", on: day("2022-06-22"))
      }
    }
  }

  @Test func `targets stand against what was reached, with the component's score`() throws {
    let world = try FieldWorld()
    func target(_ measure: String, _ value: Int, _ more: [String: String] = [:]) throws {
      try world.add(
        RecordForms.target,
        [
          "measure": measure, "from": "01/03/2026", "to": "31/03/2026", "value": String(value),
        ].merging(more) { $1 })
    }
    try target("online", 6_000)
    try target("3.3", 8_000, ["unit": "17713"])
    try target("dossiers", 4, ["team": "Tổ Xóm 1"])
    try target("backlog", 0)
    try target("vneid", 9_800)
    // A target of before measures were checked.
    try world.centre.store.commit(author: nil, clock: world.clock()) { act in
      _ = try act.create(
        TargetTable.definition, in: .everyone,
        [
          (TargetTable.measure, .text("moon-phases")), (TargetTable.value, .integer(1)),
          (TargetTable.from, .integer(Int64(day("2026-03-01").daysSince1970))),
          (TargetTable.to, .integer(Int64(day("2026-03-31").daysSince1970))),
        ])
    }
    try target("online", 6_000, ["place": "Bản Mường"])
    try target("online", 9_000, ["from": "01/12/2026", "to": "31/12/2026"])
    let resident = try world.resident(of: try world.household())
    for channel in ["online", "online", "online", "direct"] {
      _ = try world.dossier(
        resident, channel: channel, received: "30/03/2026 09:00", appointment: "01/04/2026")
    }
    try world.sync(world.laptop)
    let now = LocalDateTime(day("2026-11-18"), minuteOfDay: 480)
    for reader in [world.laptop.reader, world.centre.reader] {
      let targets = try reader.targets("766", now: now)
      #expect(targets.count == 7)
      let reached = targets.map { target in
        let value = target.result.value
        return "\(target.measure) \(value.map { "\($0.numerator)/\($0.denominator ?? 1)" } ?? "?") "
          + "\(target.isReached.map { $0 ? "yes" : "no" } ?? "?") \(target.score?.points ?? -1)"
      }
      #expect(
        reached == [
          "online 3/4 yes 600", "3.3 3/4 no 600", "dossiers 4/1 yes -1", "backlog 0/1 yes -1",
          "vneid 0/0 ? -1", "moon-phases ? ? -1", "online 0/0 ? -1",
        ])
      #expect(targets[0].asOf == LocalDateTime(day("2026-03-31"), minuteOfDay: 1_439))
      #expect(
        targets.first { $0.measure == "moon-phases" }?.result == .unknown(.notCounted))
      #expect(targets[0].period.description == "2026-03")
    }
  }
}
