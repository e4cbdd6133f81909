import Documents
import FieldWork
import Pages
import Web

/// The administrator's pages: all accounts, a new one, and each one's rights and password.
enum AccountPages {
  static let path = "/accounts"
  private static let newPath = "/new-account"

  static let routes =
    [
      PageRoute(.get, newPath, access: .administrator) { try newPage($0, problem: nil) },
      PageRoute(.post, path, access: .administrator, isNoted: false, handler: add),
      PageRoute(.get, "/accounts/:name", access: .administrator, isNoted: true) { try page($0) },
      act("rights", isTyped: true) { request, name, actor in
        let centre = request.centre
        let rights = try centre.read {
          try AccountRightsForm(request.form).rights($0, on: request.today)
        }
        try centre.setRights(rights, of: name, by: actor)
      },
      act("unlock") { try $0.centre.unlockAccount($1, by: $2) },
      act("close") { try $0.centre.setClosed(true, of: $1, by: $2) },
      act("open") { try $0.centre.setClosed(false, of: $1, by: $2) },
      PageRoute(
        .post, "/accounts/:name/password", access: .administrator, isNoted: false, handler: renew),
    ]
    + ListScreen.routes(
      path, access: .administrator, isNoted: true, file: "tai-khoan", screen)

  /// A form that does one thing to an account and comes back to it.
  ///
  /// - Parameter isTyped: whether it asks for rights, which stay as they were typed where they were
  ///   refused.
  private static func act(
    _ verb: String, isTyped: Bool = false,
    _ body: @escaping @Sendable (PageRequest, AccountName, AuditActor) throws -> Void
  ) -> PageRoute {
    PageRoute(
      .post, "/accounts/:name/\(verb)", access: .administrator, isNoted: false
    ) { request in
      let account = try request.centre.account(request.parameters["name"])
      do {
        try body(request, account.name, try request.actor)
      } catch let error where PageRequest.words(ofInput: error) != nil {
        return try page(
          request, problem: PageRequest.words(ofInput: error),
          typed: isTyped ? AccountRightsForm(request.form) : nil)
      }
      return .seeOther("\(path)/\(account.name.text)?done=\(verb)")
    }
  }

  private static func screen(_ request: PageRequest) throws -> ListScreen<Account> {
    let language = request.language
    let accounts = try RightsList(
      try request.centre.accounts(), AccountWords.name, request.centre)
    let list = PageList<Account>(
      path, AccountWords.title,
      columns: accounts.columns(path, language) + [
        .init(
          "state", AccountWords.state, cell: { AccountFacts.state($0, language) },
          value: { .boolean($0.isOpen) })
      ],
      filters: [
        .init("name", AccountWords.name) { account, typed in
          SearchFold.base(account.name.text).contains(SearchFold.base(typed))
        },
        .init(
          "role", AccountWords.roles,
          Role.allCases.map { (value: $0.rawValue, words: $0.words) }
        ) { account, value in Role(rawValue: value).map(account.has) ?? true },
        .init(
          "state", AccountWords.state,
          [
            (value: "open", words: AccountWords.open),
            (value: "shut", words: BilingualText(vi: "đóng hoặc khóa", en: "closed or locked")),
          ]
        ) { account, value in account.isOpen == (value == "open") },
      ],
      empty: AccountWords.none, style: { $0.locked == nil ? nil : "row-missing" })
    let actions = element("p", ["class": "actions"]) {
      element("a", ["class": "button", "href": newPath]) { AccountWords.add.text(in: language) }
    }
    return ListScreen(AccountWords.title, list, accounts.holders, actions: actions)
  }

  private static func newPage(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    var frame = request.frame(AccountWords.add)
    frame.isNarrow = true
    if request.http.method.changesState { frame.path = newPath }
    let language = request.language
    return .html(
      frame.page {
        PageForm(
          action: path, formToken: request.formToken, submit: AccountWords.add, problem: problem
        ).html(language) {
          PageField(
            "name", AccountWords.name, value: request.form["name"] ?? "",
            hint: AccountWords.nameRule, isRequired: true
          ).html(language)
          AccountRightsForm(request.form).fields(language)
        }
        back(language)
      }, status: problem == nil ? 200 : 422)
  }

  private static func add(_ request: PageRequest) throws -> HTTPResponse {
    do {
      let rights = try request.centre.read {
        try AccountRightsForm(request.form).rights($0, on: request.today)
      }
      let name = try AccountName(request.form["name"] ?? "")
      let password = try request.centre.addAccount(name.text, rights, by: try request.actor)
      return handOver(request, name, password)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try newPage(request, problem: PageRequest.words(ofInput: error))
    }
  }

  private static func renew(_ request: PageRequest) throws -> HTTPResponse {
    let account = try request.centre.account(request.parameters["name"])
    let password = try request.centre.renewPassword(
      of: account.name.text, by: try request.actor)
    return handOver(request, account.name, password)
  }

  /// A password that is shown once: no address leads to it, and nothing keeps it.
  private static func handOver(
    _ request: PageRequest, _ name: AccountName, _ password: String
  ) -> HTTPResponse {
    var frame = request.frame(BilingualText(vi: "Mật khẩu mới", en: "A new password"))
    frame.isNarrow = true
    frame.path = path
    let language = request.language
    return .html(
      frame.page {
        panel {
          element("p", ["class": "message good", "role": "status"]) {
            AccountWords.password(password, of: name.text).text(in: language)
          }
          element("p") {
            language.text(
              "Người nhận sẽ tự chọn mật khẩu khác ở lần đăng nhập đầu. Các lần đăng nhập cũ đã hết.",
              "Its person chooses another one at the first sign-in. Sign-ins from before are over.")
          }
        }
        back(language)
      })
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, typed: AccountRightsForm? = nil
  ) throws -> HTTPResponse {
    let account = try request.centre.account(request.parameters["name"])
    let (reach, held) = try request.centre.read { reader in
      (try reader.words(of: account.rights), try AccountRightsForm(account.rights, reader))
    }
    // What a button did not do leaves the rights as the account has them.
    let form = typed ?? held
    let own = "\(path)/\(account.name.text)"
    var frame = request.frame(BilingualText(same: account.name.text))
    frame.isNarrow = true
    frame.path = own
    let language = request.language
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            AccountWords.saved.text(in: language)
          }
        }
        if let problem, typed == nil {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        panel { AccountFacts(account, reach: reach).html(language) }
        panel(language.text("Quyền", "Rights")) {
          PageForm(
            action: own + "/rights", formToken: request.formToken,
            submit: BilingualText(vi: "Lưu quyền", en: "Save the rights"),
            problem: typed == nil ? nil : problem
          ).html(language) { form.fields(language) }
        }
        panel(language.text("Đăng nhập", "Signing in")) {
          element("div", ["class": "row-actions"]) {
            if account.locked != nil {
              request.button(BilingualText(vi: "Bỏ khóa", en: "Unlock"), sendingTo: own + "/unlock")
            }
            request.button(
              BilingualText(vi: "Cấp mật khẩu mới", en: "Make a new password"),
              sendingTo: own + "/password")
            if account.closed == nil {
              request.button(
                BilingualText(vi: "Đóng tài khoản", en: "Close it"), sendingTo: own + "/close")
            } else {
              request.button(
                BilingualText(vi: "Mở lại", en: "Open it again"), sendingTo: own + "/open")
            }
          }
        }
        back(language)
      }, status: problem == nil ? 200 : 422)
  }

  private static func back(_ language: Language) -> HTML {
    element("p") {
      element("a", ["href": path]) { language.text("Mọi tài khoản", "All accounts") }
    }
  }
}
