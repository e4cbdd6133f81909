import FieldWork
import Pages
import Web

/// What somebody sees of their own account: their rights, and another password.
struct OwnAccountPages {
  static let path = "/account"
  private static let passwordPath = "/account/password"
  static let title = BilingualText(vi: "Tài khoản của tôi", en: "My account")

  let desk: SignInDesk

  /// Whether a path is open to somebody who has to choose a password first.
  static func serves(_ path: String) -> Bool {
    path == Self.path || path == passwordPath || path == SignInPages.leavingPath
  }

  var routes: [PageRoute] {
    [
      PageRoute(.get, Self.path, access: .signedIn) { try Self.page($0, problem: nil) },
      PageRoute(
        .post, Self.passwordPath, access: .signedIn, bodyLimit: 8 << 10, isNoted: false,
        handler: choose),
    ]
  }

  private func choose(_ request: PageRequest) throws -> HTTPResponse {
    guard let account = request.account else { return .seeOther(SignInPages.path) }
    do {
      let cookie = try desk.choosePassword(
        request.form, of: account, request.http, at: request.clock)
      var response = HTTPResponse.seeOther(Self.path + "?changed=1")
      response.headers.set("Set-Cookie", cookie)
      return response
    } catch let error as AccountError {
      return try Self.page(request, problem: error.words)
    } catch SignInDesk.Refusal.wait(let seconds) {
      return try Self.page(request, problem: SignInPages.waitWords(seconds))
    }
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    guard let account = request.account else { return .seeOther(SignInPages.path) }
    let language = request.language
    let reach = try request.centre.read { try $0.words(of: account.rights) }
    var frame = request.frame(title)
    frame.isNarrow = true
    if request.http.method.changesState { frame.path = path }
    return .html(
      frame.page {
        if request.http.query["changed"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            language.text(
              "Đã đổi mật khẩu. Mọi trình duyệt khác của bạn đã bị đăng xuất.",
              "The password was changed. Your other browsers are signed out.")
          }
        }
        if account.mustChoosePassword {
          element("p", ["class": "message warn", "role": "status"]) {
            language.text(
              "Mật khẩu này do người khác cấp. Hãy tự chọn mật khẩu trước khi làm việc: việc bạn làm "
                + "được ghi dưới tên bạn.",
              "Somebody else made this password. Choose your own before you work: what you do is "
                + "noted under your name.")
          }
        }
        panel {
          AccountFacts(account, reach: reach).html(language)
        }
        panel(language.text("Đổi mật khẩu", "Another password")) {
          passwordForm(request, problem)
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func passwordForm(
    _ request: PageRequest, _ problem: BilingualText?
  ) -> HTML {
    let language = request.language
    return PageForm(
      action: passwordPath, formToken: request.formToken,
      submit: BilingualText(vi: "Đổi mật khẩu", en: "Change the password"), problem: problem
    ).html(language) {
      PageField(
        "present", BilingualText(vi: "Mật khẩu hiện nay", en: "Present password"),
        .password(isNew: false), isRequired: true
      ).html(language)
      PageField(
        "password", BilingualText(vi: "Mật khẩu mới", en: "New password"), .password(isNew: true),
        hint: BilingualText(
          vi: "ít nhất \(Password.minimumCharacters) ký tự; một câu ngắn dễ nhớ là tốt nhất",
          en: "at least \(Password.minimumCharacters) characters; a short sentence is best"),
        isRequired: true
      ).html(language)
      PageField(
        "again", BilingualText(vi: "Gõ lại mật khẩu mới", en: "The new password again"),
        .password(isNew: true), isRequired: true
      ).html(language)
    }
  }
}
