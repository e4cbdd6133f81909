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
  /// Each question with the records that it is about and its two answers.
  func html(_ reader: RecordReader, _ language: Language) throws -> HTML {
    try HTML.group {
      for (kind, doubts) in items { try Self.box(kind, doubts, reader, language) }
    }
  }

  private static func box(
    _ kind: FormQuestion.Kind, _ doubts: [FormDoubt], _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    let rows = try reader.links(to: Set(doubts.flatMap(\.rows)).sorted(), language)
    return element("div", ["class": "message warn", "id": kind.part]) {
      element("p") { StateMark.attention.html(words(kind, doubts).text(in: language)) }
      rows
      element("div", ["class": "row-actions"]) {
        element(
          "button",
          [
            "type": "submit", "name": "action",
            "value": QuestionAnswers.action(kind, doubts), "class": "quiet",
          ]
        ) { kind.yes.text(in: language) }
        element("a", ["href": "#\(doubts.first?.field.name ?? "")"]) {
          kind.no.text(in: language)
        }
      }
    }
  }
}
