import FieldWork
import Pages
import Web

/// The form to sign in, and its two actions.
struct SignInPages {
  static let path = "/sign-in"
  static let leavingPath = "/sign-out"
  private static let title = BilingualText(vi: "Đăng nhập", en: "Sign in")

  let desk: SignInDesk

  /// The routes of signing in and out.
  var routes: [PageRoute] {
    [
      PageRoute(.get, Self.path, access: .anyone) { request in
        Self.form(request, next: request.http.query["next"], status: 200, problem: nil)
      },
      PageRoute(.post, Self.path, access: .anyone, bodyLimit: 8 << 10, handler: signIn),
      PageRoute(
        .post, Self.leavingPath, access: .signedIn, bodyLimit: 4 << 10, isNoted: false
      ) { request in
        try request.centre.note(
          AuditEvent(.signedOut, request.http.peer.description), by: try request.actor)
        var response = HTTPResponse.seeOther(Self.path)
        response.headers.set("Set-Cookie", desk.signOut(request.http, at: request.clock))
        return response
      },
    ]
  }

  /// Where to go to sign in first and come back here.
  static func address(comingFrom request: HTTPRequest) -> String {
    let back = NamedValues([NamedValues.Item(name: "next", value: request.pathAndQuery)])
    return request.path == "/" ? path : "\(path)?\(back.encoded)"
  }

  private func signIn(_ request: PageRequest) throws -> HTTPResponse {
    let next = request.form["next"]
    do {
      let cookie = try desk.signIn(
        name: request.form["name"] ?? "", password: request.form["password"] ?? "", request.http,
        at: request.clock)
      var response = HTTPResponse.seeOther(next ?? "/")
      response.headers.set("Set-Cookie", cookie)
      return response
    } catch let error as AccountError {
      return Self.form(request, next: next, status: 403, problem: error.words)
    } catch SignInDesk.Refusal.wait(let seconds) {
      var response = Self.form(
        request, next: next, status: 429, problem: Self.waitWords(seconds))
      response.headers.set("Retry-After", String(seconds))
      return response
    }
  }

  /// Too many wrong tries: how long to wait, and the way back for a lost password.
  static func waitWords(_ seconds: Int64) -> BilingualText {
    let minutes = (seconds + 59) / 60
    let wait = (
      vi: seconds < 120 ? "\(seconds) giây" : "\(minutes) phút",
      en: seconds < 120 ? "\(seconds) second\(seconds == 1 ? "" : "s")" : "\(minutes) minutes"
    )
    return BilingualText(
      vi: "Sai quá nhiều lần. Hãy đợi \(wait.vi) rồi thử lại. Quên mật khẩu thì nhờ quản trị "
        + "tài khoản cấp lại, hoặc người giữ máy chủ chạy: camtay-server account password TÊN",
      en: "Too many wrong tries. Wait \(wait.en) and try again. For a lost password ask an "
        + "administrator, or whoever keeps the server runs: camtay-server account password NAME")
  }

  private static func form(
    _ request: PageRequest, next: String?, status: Int, problem: BilingualText?
  ) -> HTTPResponse {
    var frame = request.frame(title)
    frame.isNarrow = true
    if request.http.method.changesState { frame.path = path }
    let language = request.language
    return .html(
      frame.page {
        PageForm(action: path, formToken: nil, submit: title, problem: problem).html(language) {
          if let next { hidden("next", next) }
          PageField(
            "name", BilingualText(vi: "Tên tài khoản", en: "Account"),
            value: request.form["name"] ?? "", isRequired: true, autocomplete: "username"
          ).html(language)
          PageField(
            "password", BilingualText(vi: "Mật khẩu", en: "Password"), .password(isNew: false),
            isRequired: true
          ).html(language)
        }
      }, status: status)
  }
}
