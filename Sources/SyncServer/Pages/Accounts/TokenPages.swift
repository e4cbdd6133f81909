import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The administrator's pages about programs: what they may ask, all tokens, a new one, closing one.
enum TokenPages {
  static let path = "/tokens"
  private static let newPath = "/new-token"

  static let routes =
    [
      PageRoute(.get, newPath, access: .administrator) { try newPage($0, problem: nil) },
      PageRoute(.post, path, access: .administrator, isNoted: false, handler: add),
      PageRoute(.get, "\(path)/:token", access: .administrator, handler: page),
      PageRoute(.post, "\(path)/:token/close", access: .administrator, isNoted: false) { request in
        let name = request.parameters["token"]
        try request.centre.closeToken(name, by: try request.actor)
        return .seeOther("\(path)/\(name)?done=close")
      },
    ] + ListScreen.routes(path, access: .administrator, file: "ma-truy-cap", screen)

  private static func screen(_ request: PageRequest) throws -> ListScreen<ProgramToken> {
    let language = request.language
    let tokens = try RightsList(
      try request.centre.tokens(), TokenWords.name, request.centre)
    let list = PageList<ProgramToken>(
      path, TokenWords.title,
      columns: tokens.columns(path, language) + [
        .init("used", TokenWords.used, orderedBy: { $0.used?.rawValue ?? .min }) { token in
          token.used.map { .minute(LocalDateTime(time: $0).minutesSince1970) } ?? .empty
        },
        .init(
          "state", AccountWords.state, cell: { state($0, language) },
          value: { .boolean($0.isOpen) }),
      ],
      filters: [
        .init(
          "state", AccountWords.state,
          [
            (value: "open", words: TokenWords.open), (value: "shut", words: TokenWords.shut),
          ]
        ) { token, value in token.isOpen == (value == "open") }
      ],
      empty: TokenWords.none)
    let actions = element("p", ["class": "actions"]) {
      element("a", ["class": "button", "href": newPath]) { TokenWords.add.text(in: language) }
      element("a", ["href": ProgramDocumentPage.path]) {
        ProgramDocumentPage.title.text(in: language)
      }
    }
    return ListScreen(TokenWords.title, list, tokens.holders, actions: actions)
  }

  private static func newPage(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    var frame = request.frame(TokenWords.add)
    frame.isNarrow = true
    frame.lead = TokenWords.lead
    if request.http.method.changesState { frame.path = newPath }
    let language = request.language
    return .html(
      frame.page {
        PageForm(
          action: path, formToken: request.formToken, submit: TokenWords.add, problem: problem
        ).html(language) {
          PageField(
            "name", TokenWords.name, value: request.form["name"] ?? "", hint: AccountWords.nameRule,
            isRequired: true
          ).html(language)
          AccountRightsForm(request.form).fields(language)
        }
        back(language)
      }, status: problem == nil ? 200 : 422)
  }

  /// Makes a token and shows it once: no address leads to it, and nothing keeps it.
  private static func add(_ request: PageRequest) throws -> HTTPResponse {
    let name: AccountName
    let token: String
    do {
      let rights = try request.centre.read {
        try AccountRightsForm(request.form).rights($0, on: request.today)
      }
      name = try AccountName(request.form["name"] ?? "")
      token = try request.centre.addToken(name.text, rights, by: try request.actor)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try newPage(request, problem: PageRequest.words(ofInput: error))
    }
    var frame = request.frame(TokenWords.made)
    frame.isNarrow = true
    frame.path = path
    let language = request.language
    return .html(
      frame.page {
        panel {
          element("p", ["class": "message good", "role": "status"]) {
            TokenWords.once(name.text).text(in: language)
          }
          element("p") { element("code", ["class": "long"]) { token } }
          element("p") { element("code", ["class": "long"]) { "Authorization: Bearer \(token)" } }
        }
        back(language)
      })
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let name = try AccountName(request.parameters["token"])
    guard let token = try request.centre.tokens().first(where: { $0.name == name }) else {
      throw TokenError.unknown(name.text)
    }
    let reach = try request.centre.read { try $0.words(of: token.rights) }
    let language = request.language
    let own = "\(path)/\(name.text)"
    var frame = request.frame(BilingualText(same: name.text))
    frame.isNarrow = true
    frame.path = own
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            AccountWords.saved.text(in: language)
          }
        }
        panel {
          factList(facts(token, reach, language), language)
        }
        if token.isOpen {
          panel(TokenWords.closing.text(in: language)) {
            element("p") { TokenWords.closingMeans.text(in: language) }
            request.button(TokenWords.close, sendingTo: own + "/close")
          }
        }
        back(language)
      })
  }

  private static func facts(
    _ token: ProgramToken, _ reach: BilingualText, _ language: Language
  ) -> [(label: BilingualText, value: HTML?)] {
    func minute(_ time: Timestamp) -> HTML {
      .text(Format.dateTime(LocalDateTime(time: time)))
    }
    return [
      (
        AccountWords.roles,
        .text(token.rights.roles.map { $0.words.text(in: language) }.joined(separator: ", "))
      ),
      (
        AccountWords.reach, reach.vietnamese.isEmpty ? nil : .text(reach.text(in: language))
      ),
      (AccountWords.made, minute(token.created)),
      (TokenWords.used, token.used.map(minute) ?? .text(TokenWords.never.text(in: language))),
      (AccountWords.state, state(token, language)),
    ]
  }

  private static func state(_ token: ProgramToken, _ language: Language) -> HTML {
    guard let closed = token.closed else {
      return StateMark.good.html(TokenWords.open.text(in: language))
    }
    let words =
      TokenWords.shut + BilingualText(same: " \(Format.dateTime(LocalDateTime(time: closed)))")
    return StateMark.neutral.html(words.text(in: language))
  }

  private static func back(_ language: Language) -> HTML {
    element("p") { element("a", ["href": path]) { TokenWords.all.text(in: language) } }
  }
}

/// The words of tokens, on pages and in commands.
enum TokenWords {
  static let title = BilingualText(vi: "Mã truy cập của phần mềm", en: "Tokens of programs")
  static let add = BilingualText(vi: "Cấp mã truy cập", en: "Make a token")
  static let lead = BilingualText(
    vi: "Phần mềm khác đọc số liệu bằng mã này, với đúng quyền của vai trò và phạm vi; không ghi "
      + "được gì.",
    en: "Another program reads numbers with it, within the rights of its role and reach; it can "
      + "write nothing.")
  static let name = BilingualText(vi: "Tên phần mềm", en: "Program")
  static let used = BilingualText(vi: "Dùng lần cuối", en: "Last used")
  static let never = BilingualText(vi: "chưa bao giờ", en: "never")
  static let open = BilingualText(vi: "đang dùng", en: "in use")
  static let shut = BilingualText(vi: "đã đóng", en: "closed")
  static let none = BilingualText(
    vi: "Chưa cấp mã nào: chưa phần mềm nào đọc được số liệu của trung tâm.",
    en: "No token was made: no program can read the centre's numbers.")
  static let made = BilingualText(vi: "Mã truy cập mới", en: "A new token")
  static let all = BilingualText(vi: "Mọi mã truy cập", en: "All tokens")
  static let closing = BilingualText(vi: "Đóng mã", en: "Closing it")
  static let close = BilingualText(vi: "Đóng mã này", en: "Close this token")
  static let closingMeans = BilingualText(
    vi:
      "Phần mềm dùng mã này bị từ chối ngay từ câu hỏi sau. Mã đã đóng không mở lại được; hãy cấp "
      + "mã mới.",
    en: "The program is refused from its next question on. A closed token stays closed; make a new "
      + "one.")

  /// That a token is shown once.
  static func once(_ name: String) -> BilingualText {
    BilingualText(
      vi: "Mã truy cập của \(name) chỉ hiện một lần này. Hãy chép thẳng vào phần mềm.",
      en: "The token of \(name) is shown this once. Put it straight into the program.")
  }
}
