import FieldWork
import Pages
import Replica
import Web

/// What stands first on the page Today until it is put away: the three steps of a first day, or what
/// changed since this account last looked.
struct NewsPanel {
  static let dismissPath = "/news/dismiss"
  static let firstTitle = BilingualText(vi: "Việc hôm nay, ba bước", en: "Today in three steps")

  static let routes = [
    LaptopRoute(.post, dismissPath) { request in
      try PreferenceBook(request.laptop.home).change(request.member) { preferences in
        preferences.newsSeen = FieldAgent.version
        preferences.isNew = false
      }
      return .seeOther(TodayPage.path)
    }
  ]

  /// The panel; nothing where all was seen.
  static func html(_ request: LaptopRequest) throws -> HTML {
    let language = request.language
    let preferences = PreferenceBook(request.laptop.home).preferences(of: request.member)
    // An account of a version that noted nothing yet is new where nothing was ever recorded.
    let isNew =
      try preferences.isNew
      || (preferences.newsSeen == nil && request.laptop.standing().status.written == 0)
    if isNew {
      return panel(id: "first-steps", firstTitle.text(in: language)) {
        firstSteps(language)
        dismissal(request)
      }
    }
    let news = ReleaseNews.after(preferences.newsSeen)
    guard preferences.newsSeen != FieldAgent.version, !news.isEmpty else { return .empty }
    return panel(
      id: "news", language.text("Có gì mới ở bản ", "What is new in ") + FieldAgent.version
    ) {
      for release in news { HelpPage.cards(release, language) }
      dismissal(request)
    }
  }

  private static func dismissal(_ request: LaptopRequest) -> HTML {
    element("div", ["class": "row-actions"]) {
      actionForm(
        dismissPath, BilingualText(vi: "Đã hiểu, cất đi", en: "Understood, put it away"), request,
        isQuiet: true)
      link(HelpPage.newsPath, request.language.text("Xem lại ở Trợ giúp", "Later from Help"))
    }
  }

  /// The three steps, each with its way.
  static func firstSteps(_ language: Language) -> HTML {
    element("ol", ["class": "steps"]) {
      element("li") {
        link(FindPage.path, language.text("Tìm hộ", "Find the household"))
        language.text(
          " trước khi thêm mới; rồi mở hộ và bấm “Ghi lượt thăm”.",
          " before you add one; then open it and press “Record a visit”.")
      }
      element("li") {
        language.text(
          "Ghi từng việc đã giúp rồi bấm “Lưu lượt thăm”. Mỗi ô được giữ ngay khi gõ.",
          "Record each thing you helped with and press “Save the visit”. Every field is kept as it "
            + "is typed.")
      }
      element("li") {
        link(SendPage.path, language.text("Gửi", "Send"))
        language.text(
          " khi có mạng, rồi khóa máy; máy cũng tự gửi khi có mạng. Dòng trên đầu trang luôn nói "
            + "đã gửi đến đâu.",
          " with a network, then lock the laptop; it also sends by itself. The line at the top "
            + "always tells how far you are.")
      }
    }
  }
}
