import FieldWork
import Pages
import Web

/// A form that came after its session had ended by itself: nothing of it was done. What was typed waits
/// in memory for whoever typed it, who signs in and finds it in the form again, to look at and to send.
struct LateForm {
  /// Forms that wait at most.
  static let maximumCount = 64
  /// Bytes of a form that is kept.
  private static let maximumBytes = 64 << 10
  /// How the address of a page names what waits: a number that nobody guesses.
  static let name = "continue"
  /// Fields that are not kept: secrets, and what belongs to the ended session.
  private static let dropped = [PageFrame.formTokenField, "password", "again", "present"]

  /// The page on which it was typed.
  private let path: String
  private let typed: NamedValues
  private let account: Account

  /// Reads it; nil for what is not kept: a form of nobody known, one with files, a long one.
  init?(_ request: HTTPRequest, _ signIns: SignInDesk) {
    guard request.method == .post, request.body.count <= Self.maximumBytes,
      let form = try? FormData(request), form.files.isEmpty,
      let account = signIns.owner(ofLate: form.fields, request),
      let path = Self.page(of: request)
    else { return nil }
    self.path = path
    self.account = account
    typed = NamedValues(form.fields.items.filter { !Self.dropped.contains($0.name) })
    guard !typed.items.isEmpty else { return nil }
  }

  /// The page that the browser says it was on, on this server.
  private static func page(of request: HTTPRequest) -> String? {
    guard let referer = request.headers["Referer"], referer.utf8.count <= 2_000,
      let scheme = referer.firstRange(of: "://")
    else { return nil }
    let rest = referer[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    return String(rest[slash...].prefix { $0 != "#" })
  }

  /// Keeps what was typed, and says where to sign in and go on.
  func answer(_ centre: Centre, _ language: Language) -> HTTPResponse {
    let ticket = centre.formTickets.keep(typed, for: account.name.text)
    let item = NamedValues([NamedValues.Item(name: Self.name, value: ticket)]).encoded
    let back = path + (path.contains("?") ? "&" : "?") + item
    let next = NamedValues([NamedValues.Item(name: "next", value: back)]).encoded
    return RefusalPages.page(
      401, LateFormWords.title, LateFormWords.kept(account.name.text), language: language,
      name: centre.settings.place.name,
      way: PageFrame.Link("\(SignInPages.path)?\(next)", LateFormWords.signIn))
  }

  /// What was typed before, on the page that was opened to go on; nil where nothing waits.
  static func typed(
    _ request: HTTPRequest, of account: Account?, _ centre: Centre
  ) -> NamedValues? {
    guard request.method == .get, let account, let ticket = request.query[name] else { return nil }
    return centre.formTickets.typed(ticket, of: account.name.text)
  }

  /// What stands at the top of that page: that nothing was sent, and all that was typed, since not
  /// every form takes it back.
  static func notice(_ typed: NamedValues, _ language: Language) -> HTML {
    let shown = typed.items.filter { $0.value.contains { !$0.isWhitespace } }
    return element("div", ["class": "message attention", "role": "status"]) {
      element("p") { LateFormWords.notSent.text(in: language) }
      element("details") {
        element("summary") { LateFormWords.all.text(in: language) }
        element("dl", ["class": "facts"]) {
          for item in shown {
            element("div") {
              element("dt") { FieldLabel.words(of: item.name).text(in: language) }
              element("dd", ["class": "lines"]) { item.value }
            }
          }
        }
      }
    }
  }
}

/// The words of forms that came too late.
private enum LateFormWords {
  static let title = BilingualText(vi: "Phiên đã hết", en: "Your session has ended")
  static let signIn = BilingualText(vi: "Đăng nhập và làm tiếp", en: "Sign in and go on")
  static let notSent = BilingualText(
    vi: "Bạn vừa đăng nhập lại. Những gì bạn đã gõ chưa được gửi: hãy xem lại rồi gửi.",
    en: "You have signed in again. What you had typed was not sent: look at it, then send it.")
  static let all = BilingualText(vi: "Tất cả những gì đã gõ", en: "All that was typed")

  static func kept(_ account: String) -> BilingualText {
    BilingualText(
      vi:
        "Phiên của bạn đã hết khi bạn gửi, nên chưa có gì được lưu. Những gì bạn gõ được giữ 10 phút "
        + "trong bộ nhớ của trung tâm, không ghi ra đĩa: đăng nhập lại bằng tài khoản “\(account)” để "
        + "xem lại và gửi.",
      en:
        "Your session had ended when you sent this, so nothing was saved. What you typed is kept for "
        + "10 minutes in the centre's memory and not on its disk: sign in again as “\(account)” to "
        + "look at it and send it.")
  }
}
