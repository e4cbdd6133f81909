import FieldWork
import Pages
import Web

/// What is not asked for at every visit, in groups by occasion.
struct MorePage {
  static let path = "/more"
  static let title = BilingualText(vi: "Khác", en: "More")

  static let routes = [
    LaptopRoute(.get, path) { request in
      try request.page(title) { content(request.language) }
    }
  ]

  /// Some pages for one occasion.
  struct Group {
    let heading: BilingualText
    let ways: [Way]
  }

  /// A page and what it is good for.
  struct Way {
    let path: String
    let title: BilingualText
    let purpose: BilingualText
  }

  private static let groups = [
    Group(
      heading: BilingualText(vi: "Những gì đã ghi", en: "What was recorded"),
      ways: [
        Way(
          path: VisitListPage.path, title: VisitListPage.title,
          purpose: BilingualText(
            vi: "Mọi lượt thăm trên máy này, mới nhất trước",
            en: "Every visit on this laptop, the newest first"))
      ]),
    Group(
      heading: BilingualText(vi: "Học và tập", en: "Learning"),
      ways: [
        Way(
          path: PracticePage.path, title: PracticePage.title,
          purpose: BilingualText(
            vi: "Tập ghi với các hộ bịa; không gì được gửi đi",
            en: "Try everything with made-up households; nothing is handed over"))
      ]),
  ]

  private static func content(_ language: Language) -> HTML {
    HTML.group {
      for group in groups where !group.ways.isEmpty {
        panel(group.heading.text(in: language)) {
          element("ul", ["class": "plain ways"]) {
            for way in group.ways {
              element("li") {
                link(way.path, way.title.text(in: language))
                element("span", ["class": "detail"]) { way.purpose.text(in: language) }
              }
            }
          }
        }
      }
    }
  }
}
