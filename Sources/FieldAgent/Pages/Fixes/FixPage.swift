import FieldWork
import Pages
import Web

/// What somebody at this laptop should put right: entries that the centre did not accept, values
/// that stand beside each other, dates that a wrong clock wrote, assists that do not count yet. Each
/// with the next step.
struct FixPage {
  static let path = "/fix"
  static let title = BilingualText(vi: "Cần sửa", en: "Needs fix")

  static let routes =
    [
      LaptopRoute(.get, path) { request in
        let page = FixPage(request)
        return try request.page(title) { try page.content() }
      }
    ] + ReviewFixes.routes + ConflictFixes.routes + DateFixes.routes

  /// The most of each kind on the page; the rest is said in words.
  static let listLimit = 50

  private let request: LaptopRequest

  private init(_ request: LaptopRequest) { self.request = request }

  private func content() throws -> HTML {
    let language = request.language
    let parts = [
      try SentBackFixes(request).html(), try ReviewFixes(request).html(),
      try ConflictFixes(request).html(), try DateFixes(request).html(),
      try ProvisionalFixes(request).html(),
    ].compactMap(\.self)
    return HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      if parts.isEmpty {
        element("p", ["class": "message good"]) {
          StateMark.good.html(
            language.text(
              "Không có gì phải sửa, theo những gì máy này biết đến lần gửi gần nhất.",
              "Nothing to put right, as far as this laptop knew at its last hand-over."))
        }
      }
      for part in parts { part }
    }
  }

  /// Says that a list was cut.
  static func rest(_ count: Int, _ language: Language) -> HTML {
    guard count > listLimit else { return .empty }
    return element("p", ["class": "table-note"]) {
      language.text(
        "Còn \(count - listLimit) mục nữa; chúng hiện ra khi các mục trên đã xong.",
        "\(count - listLimit) more; they appear once those above are done.")
    }
  }
}
