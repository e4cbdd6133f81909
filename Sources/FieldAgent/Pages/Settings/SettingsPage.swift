import FieldWork
import Pages
import Web

/// Language, size of the text and contrast, as one account wants them on this laptop.
struct SettingsPage {
  static let path = "/settings"
  static let title = BilingualText(vi: "Cài đặt", en: "Settings")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = SettingsPage(request)
      return try request.page(title) { page.content() }
    },
    LaptopRoute(.post, path, handler: save),
  ]

  private let request: LaptopRequest
  private let language: Language

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  private static func save(_ request: LaptopRequest) throws -> HTTPResponse {
    let form = request.form
    guard let language = form["language"].flatMap(Language.init(rawValue:)),
      let size = form["text_size"].flatMap(PageDisplay.TextSize.init(rawValue:)),
      let contrast = form["contrast"].flatMap(PageDisplay.Contrast.init(rawValue:))
    else {
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Chưa lưu: hãy chọn một mục ở mỗi ô.",
            en: "Not saved: choose one of each list."), isGood: false))
      return .seeOther(path)
    }
    let book = PreferenceBook(request.laptop.home)
    try book.change(request.member) { preferences in
      preferences.language = language
      preferences.display = PageDisplay(size: size, contrast: contrast)
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Đã lưu. Mọi trang và mọi bản in của bạn trên máy này dùng cài đặt này.",
          en: "Saved. All your pages and prints on this laptop are drawn this way.")))
    var response = HTTPResponse.seeOther(path)
    book.preferences(of: request.member).remember(in: &response)
    return response
  }

  private func content() -> HTML {
    let display = PreferenceBook(request.laptop.home).preferences(of: request.member).display
    return HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      panel(
        lead: language.text(
          "Chỉ cho tài khoản của bạn trên máy này. Người khác đăng nhập thì thấy cài đặt của họ.",
          "For your account on this laptop alone. Whoever else unlocks it sees their own.")
      ) {
        PageForm(
          action: Self.path, formToken: request.formToken,
          submit: BilingualText(vi: "Lưu cài đặt", en: "Save the settings")
        ).html(language) {
          PageField(
            "language", BilingualText(vi: "Ngôn ngữ", en: "Language"),
            .choice([
              (Language.vietnamese.rawValue, BilingualText(vi: "Tiếng Việt", en: "Vietnamese")),
              (Language.english.rawValue, BilingualText(vi: "Tiếng Anh", en: "English")),
            ]), value: language.rawValue
          ).html(language)
          PageField(
            "text_size", BilingualText(vi: "Cỡ chữ", en: "Size of the text"),
            .choice(PageDisplay.TextSize.allCases.map { ($0.rawValue, $0.words) }),
            value: display.size.rawValue
          ).html(language)
          PageField(
            "contrast", BilingualText(vi: "Độ tương phản", en: "Contrast"),
            .choice(PageDisplay.Contrast.allCases.map { ($0.rawValue, $0.words) }),
            value: display.contrast.rawValue,
            hint: BilingualText(
              vi: "đậm nét: chữ đen trên nền trắng, viền dày, dễ đọc ngoài nắng",
              en: "high: black on white with thicker borders, for bright light")
          ).html(language)
        }
      }
    }
  }
}
