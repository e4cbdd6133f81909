import FieldWork
import Testing
import Web

@testable import Pages

@Suite struct NamedChoicesTests {
  private static let many = (1...300).map { number in
    (value: "\(1_000 + number)", words: BilingualText(same: "Tổ Xóm \(number)"))
  }
  private static let team = BilingualText(vi: "Tổ", en: "Team")

  private struct Line { let team: String }

  private func list(
    _ choices: [NamedChoices.Choice] = many
  ) -> PageList<Line> {
    PageList(
      "/lines", BilingualText(same: "Lines"),
      columns: [.init("team", Self.team) { .text($0.team) }],
      filters: [.init("team", Self.team, choices) { $0.team == $1 }],
      empty: BilingualText(same: "-"))
  }

  private func shown(
    _ typed: String, _ choices: [NamedChoices.Choice] = many
  ) -> (choice: ListChoice, part: PageList<Line>.Part, html: String) {
    let list = list(choices)
    let choice = list.choice(NamedValues([NamedValues.Item(name: "team", value: typed)]))
    let part = list.part(of: choices.map { Line(team: $0.value) }, choice)
    return (choice, part, list.html(part, choice, .english).text)
  }

  @Test func `few choices are seen at once, and many are typed`() {
    let few = shown("1007", Array(Self.many.prefix(NamedChoices.seenAtOnce)))
    #expect(few.html.contains("<option value=\"1007\" selected") && few.part.total == 1)
    let many = shown("")
    #expect(!many.html.contains("<option") && many.html.contains("of 300"))
    #expect(many.part.total == 300)
    #expect(many.html.utf8.count < few.html.utf8.count)
  }

  @Test func `a name, a part of one that no other has, and a value are one choice`() {
    for typed in ["Tổ Xóm 77", "to xom 77", "XÓM 300", "1077", "Tổ Xóm 7"] {
      let found = shown(typed)
      #expect(found.part.total == 1, "\(typed)")
      #expect(!found.html.contains("aria-invalid"), "\(typed)")
    }
    // The address keeps the choice, the field says its name.
    let found = shown("to xom 77")
    #expect(found.choice.address("/lines") == "/lines?team=1077")
    #expect(found.html.contains("value=\"Tổ Xóm 77\""))
    let words = list().filterWords(found.choice).map { $0.text(in: .english) }
    #expect(words == ["Team: Tổ Xóm 77"])
  }

  @Test func `what several names have leaves nothing out, says so and offers them`() {
    // 29, 129, 229, 290…299.
    let found = shown("29")
    #expect(found.part.total == 300)
    #expect(found.html.contains("13 names have this") && found.html.contains("aria-invalid"))
    #expect(found.html.contains("href=\"/lines?team=1290\""))
    #expect(found.html.contains("and 1 more") && found.html.contains("Without filters"))
    // It stays in the address and in the field.
    #expect(found.html.contains("value=\"29\""))
    #expect(found.choice.filters.isEmpty)
    #expect(found.choice.address("/lines") == "/lines?team=29")
  }

  @Test func `what no name has leaves nothing out and says so`() {
    for typed in ["zzz", "Tổ Xóm 301", "<b>", "%"] {
      let found = shown(typed)
      #expect(found.part.total == 300, "\(typed)")
      #expect(found.html.contains("No name has this"), "\(typed)")
      #expect(!found.html.contains("<b>"))
    }
  }

  @Test func `of choices with one name the field keeps which is meant`() {
    let twins = Self.many + [(value: "5", words: BilingualText(same: "Tổ Xóm 77"))]
    let found = shown("5", twins)
    #expect(found.part.total == 1 && found.html.contains("value=\"5\""))
    let both = shown("Tổ Xóm 77", twins)
    #expect(both.part.total == 301 && both.html.contains("2 names have this"))
    #expect(both.html.contains("href=\"/lines?team=5\""))
  }
}
