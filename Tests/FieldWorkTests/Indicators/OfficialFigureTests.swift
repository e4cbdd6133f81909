import SyncProtocol
import Testing

@testable import FieldWork

/// Official figures of indicators, with who supplied them.
@Suite struct OfficialFigureTests {
  private static let sourced = [
    "level": "province", "supplier": "Văn phòng UBND tỉnh", "document": "45/BC-UBND",
    "document-date": "05/04/2026",
  ]

  @discardableResult private func record(
    _ world: FieldWorld, _ code: String, _ numerator: Int, of denominator: Int,
    _ more: [String: String] = Self.sourced
  ) throws -> SavedRecord {
    var fields = [
      "code": code, "unit": "17713", "from": "01/03/2026", "to": "31/03/2026",
      "numerator": String(numerator), "denominator": String(denominator),
    ]
    fields.merge(more) { $1 }
    let saved = try world.centre.add(
      RecordForms.indicatorValue, FormDraft(RecordForms.indicatorValue, fields),
      author: try world.member(), clock: world.clock())
    try world.sync(world.laptop)
    return saved
  }

  private func line(
    _ code: String, _ store: FieldStore, _ query: CountQuery = CountQuery(month("2026-03"))
  ) throws -> IndicatorScores.Line {
    let book = MeasureBook(
      query, store.reader, now: LocalDateTime(day("2026-04-10"), minuteOfDay: 600))
    let scores = try IndicatorScores(.shipped, .commune, book)
    return try #require(scores.lines.first { $0.indicator.code == code })
  }

  @Test func `what the log cannot know is taken from the official figure, with who says so`() throws
  {
    let world = try FieldWorld()
    #expect(try line("1.1", world.laptop).result.value == nil)
    let saved = try record(world, "1.1", 9, of: 10)
    #expect(saved.warnings.isEmpty)
    for store in [world.centre, world.laptop] {
      let line = try line("1.1", store)
      #expect(line.isOfficial)
      #expect(line.result.value?.numerator == 9)
      #expect(line.score == 540)
      #expect(line.figure?.level == .province)
      #expect(line.figure?.missing.isEmpty == true)
      #expect(
        line.figure?.words.english
          == "official figure: Văn phòng UBND tỉnh, province, document 45/BC-UBND of 05/04/2026")
    }
    // Another month, another unit, another question.
    #expect(try line("1.1", world.centre, CountQuery(month("2026-02"))).figure == nil)
    let beside = try world.centre.reader.territory(ofUnit: "17728", on: day("2026-03-31"))
    var query = CountQuery(month("2026-03"))
    query.territory = beside
    #expect(try line("1.1", world.centre, query).figure == nil)
    query.territory = try world.centre.reader.territory(ofUnit: "17713", on: day("2026-03-31"))
    #expect(try line("1.1", world.centre, query).isOfficial)
    query.filters[.team] = [.none]
    #expect(try line("1.1", world.centre, query).figure == nil)
  }

  @Test func `where the records tell, they count and the official figure stands beside`() throws {
    let world = try FieldWorld()
    try record(world, "3.3", 40, of: 100)
    // No dossier yet: there is nothing to divide by.
    #expect(try line("3.3", world.laptop).isOfficial)
    let resident = try world.resident(of: try world.household())
    for channel in ["online", "direct", "direct", "direct"] {
      _ = try world.dossier(resident, channel: channel)
    }
    let line = try line("3.3", world.laptop)
    #expect(!line.isOfficial)
    #expect(line.result.value?.denominator == 4)
    #expect(line.figure?.value.denominator == 100)
  }

  @Test func `a figure without supplier, level, document and date is saved and warned about`()
    throws
  {
    let world = try FieldWorld()
    let saved = try record(world, "1.1", 9, of: 10, [:])
    guard case .detailsMissing(let fields)? = saved.warnings.first else {
      Issue.record("no warning")
      return
    }
    #expect(
      fields.map(\.english) == [
        "Level of the figure", "Supplied by", "Document number", "Date of the document",
      ])
    let figure = try #require(try line("1.1", world.centre).figure)
    #expect(
      figure.missing.map(\.name) == ["source_level", "supplier", "document", "document_date"])
    #expect(figure.words.english.contains("missing: Level of the figure, Supplied by"))
    // A later document stands over it, and voiding that brings it back.
    let later = try record(world, "1.1", 10, of: 10)
    #expect(try line("1.1", world.centre).result.value?.numerator == 10)
    try world.centre.void(
      RecordForms.indicatorValue, later.id, reason: "nhầm", author: nil, clock: world.clock())
    #expect(try line("1.1", world.centre).result.value?.numerator == 9)
  }

  @Test func `a figure of an unknown indicator or set is refused with those there are`() throws {
    let world = try FieldWorld()
    let found = problems { try record(world, "9.9", 1, of: 2) }
    guard case .unknownChoice("9.9", let choices)? = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(choices.contains("1.1"))
    let unknownSet = problems {
      try record(world, "1.1", 1, of: 2, Self.sourced.merging(["set": "767"]) { $1 })
    }
    #expect(unknownSet.map(\.field) == ["set_code"])
  }

  @Test func `every indicator of the shipped set says who has its figure and at which level`() {
    for indicator in IndicatorSet.shipped.indicators {
      #expect(indicator.source != nil && indicator.sourceLevel != nil, "\(indicator.code)")
    }
    #expect(
      IndicatorSet.shipped.indicators.first { $0.code == "2.1" }?.sourceLevel == .province)
  }
}
