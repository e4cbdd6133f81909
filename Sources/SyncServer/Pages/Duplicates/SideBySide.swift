import FieldWork
import Pages
import Web

/// The page of two records that may be one: both side by side, what speaks for and against, and
/// whatever can be said of them.
struct SideBySide {
  /// A field of a record as people read it; nil where nothing stands in it.
  typealias Fact = (label: BilingualText, value: String?)
  /// Something that speaks for their being one, or against it.
  typealias Reason = (isAgainst: Bool, words: BilingualText)

  /// What the table is called.
  let caption: BilingualText
  /// The codes of the two.
  let codes: [String]
  /// The same fields of each, in the same order.
  let facts: [[Fact]]
  /// Nil where nothing was compared.
  let reasons: [Reason]?
  /// What stands in place of reasons.
  let noReason: BilingualText

  /// What a page says of an act: that it was done, or why it was not.
  struct Notice {
    let done: BilingualText
    let problem: BilingualText?
    let status: Int
  }

  private var title: BilingualText {
    BilingualText(
      vi: "So \(codes[0]) với \(codes[1])", en: "Compare \(codes[0]) with \(codes[1])")
  }

  /// The whole page.
  ///
  /// - Parameters:
  ///   - address: where the page stands, also after a form.
  ///   - back: the list that it came from.
  ///   - before: what is said above the two.
  func page(
    _ request: PageRequest, at address: String, back: PageFrame.Link, _ notice: Notice,
    before: HTML = .empty, answers: HTML
  ) -> HTTPResponse {
    let language = request.language
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            notice.done.text(in: language)
          }
        }
        if let problem = notice.problem {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        before
        panel { table(language).html(language) }
        panel(DuplicateWords.reasons.text(in: language)) { told(language) }
        panel { answers }
        element("p") { element("a", ["href": back.path]) { back.text.text(in: language) } }
      }, status: notice.status)
  }

  private func table(_ language: Language) -> PageTable {
    PageTable(
      caption,
      columns: [
        .text(ConflictWords.field), .text(BilingualText(same: codes[0])),
        .text(BilingualText(same: codes[1])), .text(BilingualText(vi: "So", en: "Compared")),
      ],
      rows: zip(facts[0], facts[1]).compactMap { one, other in
        guard one.value != nil || other.value != nil else { return nil }
        return PageTable.Row([
          .text(one.label.text(in: language)), .text(one.value ?? "—"), .text(other.value ?? "—"),
          Self.verdict(one.value, other.value, language),
        ])
      }, empty: BilingualText(same: ""))
  }

  /// Whether two values say the same.
  private static func verdict(_ left: String?, _ right: String?, _ language: Language) -> HTML {
    guard let left, let right else {
      return StateMark.missing.html(language.text("thiếu một bên", "one is missing"))
    }
    return left == right
      ? StateMark.good.html(language.text("giống", "same"))
      : StateMark.attention.html(language.text("khác", "different"))
  }

  private func told(_ language: Language) -> HTML {
    guard let reasons else { return element("p") { noReason.text(in: language) } }
    return element("ul", ["class": "plain"]) {
      for reason in reasons {
        element("li") {
          (reason.isAgainst ? StateMark.attention : .good).html(reason.words.text(in: language))
        }
      }
    }
  }
}
