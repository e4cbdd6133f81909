import FieldWork
import Testing
import Web

@testable import Pages

@Suite struct PeriodChoiceTests {
  private let today = LocalDate(iso: "2026-11-18") ?? .latest

  private func choice(
    _ items: [String: String], _ allowed: PeriodChoice.Allowed = .any
  ) -> PeriodChoice {
    let sorted = items.sorted { $0.key < $1.key }
    return PeriodChoice(
      NamedValues(sorted.map { NamedValues.Item(name: $0.key, value: $0.value) }), today: today,
      allowed: allowed)
  }

  @Test func `nothing asked for is this month`() {
    #expect(choice([:]).period.description == "2026-11")
    #expect(choice([:]).problem == nil)
  }

  @Test func `two days, one day and a named period are read`() {
    #expect(
      choice(["from": "01/11/2026", "to": "18/11/2026"]).period.description
        == "2026-11-01..2026-11-18")
    #expect(choice(["from": "18/11/2026"]).period.description == "2026-11-18..2026-11-18")
    #expect(choice(["period": "2026-Q3"]).period.description == "2026-Q3")
    #expect(choice(["period": "week"]).period.from.iso == "2026-11-16")
  }

  @Test(arguments: ["x", "31/02/2026", "99999999999", String(repeating: "1", count: 5000)])
  func `what cannot be read is told, kept in the field, and this month shown`(text: String) {
    let choice = choice(["from": text])
    #expect(choice.problem != nil && choice.period.description == "2026-11")
    let html = PeriodPicker(choice).html(.english).text
    #expect(html.contains(#"role="alert""#) && html.contains(String(text.prefix(40))))
  }

  @Test func `a page without persons takes whole periods only`() {
    #expect(choice(["from": "01/11/2026", "to": "18/11/2026"], .whole).problem != nil)
    #expect(choice(["period": "2026-11-17"], .whole).period.description == "2026-11")
    #expect(choice(["period": "2026-W46"], .whole).problem == nil)
    // Months that end on neighbouring days differ by one day.
    #expect(choice(["period": "2026-11@14"], .whole).problem != nil)
    #expect(choice(["period": "2026-11@14"], .any).problem == nil)
    let html = PeriodPicker(choice([:], .whole)).html(.vietnamese).text
    #expect(!html.contains("<form") && !html.contains("Hôm nay"))
  }

  @Test func `the form keeps the other items of the address`() {
    let query = NamedValues([
      NamedValues.Item(name: "period", value: "2026-10"),
      NamedValues.Item(name: "team", value: "7"),
    ])
    let html = PeriodPicker(choice(["period": "2026-10"]), query: query).html(.english).text
    #expect(html.contains(#"<input type="hidden" name="team" value="7">"#))
    #expect(html.contains(#"href="?team=7&amp;period=2026-09""#))
  }

  @Test func `everything is asked for by name, only where a page allows it`() {
    let all = choice(["period": "all"], .anyOrAll)
    #expect(all.isAll && all.problem == nil && all.address == "all")
    #expect(all.period.from == .earliest && all.period.to == .latest)
    let html = PeriodPicker(all).html(.english).text
    #expect(html.contains(#"<a href="?period=all" aria-current="true">Everything"#))
    #expect(!html.contains("Period before"))
    #expect(choice(["period": "all"]).problem != nil)
    #expect(choice(["period": "all", "from": "18/11/2026"], .anyOrAll).isAll == false)
    #expect(!PeriodPicker(choice([:])).html(.english).text.contains("Everything"))
  }
}
