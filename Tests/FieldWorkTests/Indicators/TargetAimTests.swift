import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct TargetAimTests {
  @Test(arguments: [
    ("80", 8_000), ("80 %", 8_000), ("80%", 8_000), ("80,5 %", 8_050), ("80.5", 8_050),
    ("86,72", 8_672), ("0,8", 80), ("100", 10_000), ("8000", 8_000), ("10000", 10_000),
    ("150", 15_000), ("1000 %", 100_000), (" 9 ", 900),
  ])
  func `a percentage is typed as people do`(text: String, kept: Int64) throws {
    #expect(try TargetAim.share.parse(text) == kept)
  }

  @Test func `an average and a number are typed as people do`() throws {
    #expect(try TargetAim.average.parse("2,5") == 250)
    #expect(try TargetAim.average.parse("12.000") == 1_200_000)
    #expect(try TargetAim.number.parse("12.000") == 12_000)
    #expect(try TargetAim.number.parse("8000") == 8_000)
    #expect(TargetAim.share.text(8_050, .vietnamese).hasPrefix("80,5"))
    for kept: Int64 in [0, 5, 80, 8_000, 8_050, 10_000] {
      #expect(try TargetAim.share.parse(TargetAim.share.typed(kept)) == kept)
      #expect(try TargetAim.average.parse(TargetAim.average.typed(kept)) == kept)
      #expect(try TargetAim.number.parse(TargetAim.number.typed(kept)) == kept)
    }
  }

  @Test(arguments: ["", "%", "tám mươi", "80 %%", "8,,0", "-1", "80,123", "1.2.3"])
  func `what is no percentage is refused`(text: String) {
    #expect(throws: InputProblem.self) { try TargetAim.share.parse(text) }
  }

  @Test func `a number with a percent sign or a fraction is refused`() {
    for text in ["80 %", "2,5", "12,000"] {
      #expect(throws: InputProblem.self) { try TargetAim.number.parse(text) }
    }
  }

  @Test func `a target says what it asks for, and takes the words of a measure`() throws {
    let world = try FieldWorld()
    let words = try #require(Rate(named: "online")?.words.vietnamese)
    let row = try world.add(
      RecordForms.target,
      ["measure": words, "from": "01/03/2026", "to": "31/03/2026", "value": "80,5 %"])
    let reader = world.laptop.reader
    let record = try #require(try world.centre.reader.formRecord(RecordForms.target, row))
    #expect(record[TargetTable.measure]?.value == .text("online"))
    #expect(record[TargetTable.value]?.value == .integer(8_050))
    let field = try #require(RecordForms.target.field(TargetTable.value.id))
    #expect(
      try world.centre.reader.words(of: field, in: record)?.vietnamese.hasPrefix("80,5") == true)
    #expect(try world.centre.reader.typedText(of: field, in: record).hasPrefix("80,5"))
    for value in ["101 %", "500"] {
      #expect(throws: FieldError.self) {
        try world.add(
          RecordForms.target,
          ["measure": "online", "from": "01/03/2026", "to": "31/03/2026", "value": value])
      }
    }
    #expect(try reader.targetMeasures().contains { $0.value == "online" })
  }
}
