import FieldWork
import Pages
import Web

/// Help in plain words: the task card of a day, what each state means, what to do when. It stands
/// open before the lock too, because it holds nothing of anybody.
struct HelpPage {
  static let path = "/help"
  static let newsPath = "/help/news"
  static let title = BilingualText(vi: "Trợ giúp", en: "Help")
  static let newsTitle = BilingualText(vi: "Có gì mới", en: "What is new")

  /// A page: where it is, what it is called, what stands on it.
  struct Page: Sendable {
    let path: String
    let title: BilingualText
    let content: @Sendable (Language) -> HTML
  }

  /// All pages of the help.
  static let pages =
    [
      Page(path: path, title: title, content: index),
      Page(path: newsPath, title: newsTitle) { news($0) },
    ]
    + HelpTopic.all.map { topic in
      Page(path: "\(path)/\(topic.name)", title: topic.title) { content(topic, $0) }
    }

  private static func index(_ language: Language) -> HTML {
    panel {
      element("ul", ["class": "plain ways"]) {
        for topic in HelpTopic.all {
          way("\(path)/\(topic.name)", topic.title, topic.purpose, language)
        }
        way(
          newsPath, newsTitle,
          BilingualText(vi: "Thay đổi của từng phiên bản", en: "The changes of each version"),
          language)
        way(
          ProblemPage.path, ProblemPage.title,
          BilingualText(
            vi: "Kể điều đã xảy ra và lưu tệp chẩn đoán không có tên ai",
            en: "Tell what happened and save a file that names nobody"), language)
      }
    }
  }

  private static func way(
    _ path: String, _ title: BilingualText, _ purpose: BilingualText, _ language: Language
  ) -> HTML {
    element("li") {
      link(path, title.text(in: language))
      element("span", ["class": "detail"]) { purpose.text(in: language) }
    }
  }

  private static func content(_ topic: HelpTopic, _ language: Language) -> HTML {
    HTML.group {
      for part in topic.parts { html(part, language) }
      element("p") { link(path, title.text(in: language)) }
    }
  }

  private static func html(_ part: HelpTopic.Part, _ language: Language) -> HTML {
    switch part {
    case .steps(let heading, let steps):
      panel(heading.text(in: language)) {
        element("ol", ["class": "steps"]) {
          for step in steps { element("li") { step.text(in: language) } }
        }
      }
    case .words(let heading, let words): table(heading, words, language)
    case .answers(let answers):
      HTML.group {
        for (question, answer) in answers {
          panel(question.text(in: language).capitalizedFirst) {
            element("p") { answer.text(in: language) }
          }
        }
      }
    }
  }

  private static func table(
    _ heading: BilingualText, _ words: [HelpTopic.Word], _ language: Language
  ) -> HTML {
    let hasNext = words.contains { !$0.next.english.isEmpty }
    var columns: [PageTable.Column] = [
      .text(BilingualText(vi: "Từ", en: "Word")),
      .text(BilingualText(vi: "Nghĩa là", en: "It means")),
    ]
    if hasNext { columns.append(.text(BilingualText(vi: "Cần làm", en: "What to do"))) }
    return panel {
      PageTable(
        heading, columns: columns,
        rows: words.map { word in
          PageTable.Row(
            [.text(word.word.text(in: language)), .text(word.meaning.text(in: language))]
              + (hasNext ? [.text(word.next.text(in: language))] : []))
        }, empty: BilingualText(same: "")
      ).html(language)
    }
  }

  private static func news(_ language: Language) -> HTML {
    HTML.group {
      for release in ReleaseNews.all.reversed() {
        panel(language.text("Phiên bản ", "Version ") + release.version) {
          cards(release, language)
        }
      }
      panel(NewsPanel.firstTitle.text(in: language)) { NewsPanel.firstSteps(language) }
      element("p") { link(path, title.text(in: language)) }
    }
  }

  /// The cards of one version.
  static func cards(_ release: ReleaseNews, _ language: Language) -> HTML {
    element("ul", ["class": "cards"]) {
      for card in release.cards {
        element("li") {
          element("h3") { card.title.text(in: language) }
          element("p") { card.words.text(in: language) }
        }
      }
    }
  }
}

extension String {
  /// A question begins with a capital where it is a heading of its own.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
