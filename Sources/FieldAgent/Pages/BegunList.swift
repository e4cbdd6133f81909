import FieldWork
import Listings
import Pages
import Web

/// The forms that are begun and not saved, as links to go on with them.
struct BegunList {
  /// Where Today lists them.
  static let address = "\(TodayPage.path)#\(panelID)"
  static let panelID = "drafts"
  /// The most lines; the rest is said in words.
  private static let listLimit = 30

  private let begun: BegunForms
  private let request: LaptopRequest
  private var language: Language { request.language }

  init(_ request: LaptopRequest) throws {
    self.request = request
    begun = try DraftPages.begun(request)
  }

  /// How many there are of whoever is in, for the line that is always to be seen.
  static func words(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) biểu mẫu đang ghi dở, chưa lưu",
      en: counted(count, "form", "forms") + " begun and not saved")
  }

  /// The panel; nothing where nothing is begun.
  ///
  /// - Parameter remark: what is to be known of them here.
  func html(_ remark: BilingualText? = nil) throws -> HTML {
    guard !begun.own.isEmpty || begun.others > 0 else { return .empty }
    return try panel(id: Self.panelID, language.text("Đang ghi dở", "Begun and not saved")) {
      if let remark, !begun.own.isEmpty {
        element("p") { StateMark.attention.html(remark.text(in: language)) }
      }
      if begun.own.count > Self.listLimit {
        element("p") {
          language.text(
            "Có \(begun.own.count) bản; \(Self.listLimit) bản mới nhất ở dưới.",
            "There are \(begun.own.count); the latest \(Self.listLimit) stand below.")
        }
      }
      try lines()
      if begun.others > 0 {
        element("p", ["class": "detail"]) {
          language.text(
            "Người khác dùng máy này đang ghi dở \(begun.others) biểu mẫu; chỉ họ mở được.",
            "Others who use this laptop have begun \(counted(begun.others, "form", "forms")); only "
              + "they can open them.")
        }
      }
    }
  }

  private func lines() throws -> HTML {
    guard !begun.own.isEmpty else { return .empty }
    return try element("ul", ["class": "plain"]) {
      for draft in begun.own.prefix(Self.listLimit) {
        try element("li") {
          link(DraftPages.path(draft), try heading(of: draft).text(in: language))
          element("span", ["class": "detail"]) {
            [
              draft["paper"] ?? "",
              Format.dateTime(LocalDateTime(milliseconds: draft.changed.rawValue)),
            ].filter { !$0.isEmpty }.joined(separator: " · ")
          }
        }
      }
    }
  }

  private func heading(of draft: PageDraft) throws -> BilingualText {
    do {
      return try DraftPages.form(draft, request).heading
    } catch FieldError.noSuchRecord {
      return OrphanDraft.title
    }
  }
}
