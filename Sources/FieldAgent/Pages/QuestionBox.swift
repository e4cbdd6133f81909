import FieldWork
import Pages
import SyncProtocol
import Web

extension LaptopRequest {
  /// The records and clocks by which a form of this page is asked about.
  var questionSource: QuestionSource {
    QuestionSource(records: records, clock: surroundings.clock())
  }
}

extension OpenQuestions {
  /// Everything that is asked, with the records that it is about and the ways to the fields, and one
  /// button that says yes to all of it.
  func html(_ reader: RecordReader, _ language: Language) throws -> HTML {
    guard !isEmpty else { return .empty }
    return try element("div", ["class": "message warn", "id": "questions"]) {
      for (kind, doubts) in items { try Self.question(kind, doubts, reader, language) }
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          ["type": "submit", "name": "action", "value": subjects.action, "class": "quiet"]
        ) { (items.count == 1 ? items[0].kind.yes : Self.allRight).text(in: language) }
      }
    }
  }

  private static let allRight = BilingualText(
    vi: "Tất cả đều đúng, lưu", en: "All of this is right, save")

  private static func question(
    _ kind: FormQuestion.Kind, _ doubts: [FormDoubt], _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    try element("div", ["id": kind.part, "class": "question"]) {
      element("p") { StateMark.attention.html(words(kind, doubts).text(in: language)) }
      try reader.links(to: Set(doubts.flatMap(\.rows)).sorted(), language)
      element("p") {
        element("a", ["href": "#\(doubts.first?.field.name ?? "")"]) {
          kind.no.text(in: language)
        }
      }
    }
  }
}
