import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Who can unlock this laptop: adding a colleague, another password, removing an account. What may be
/// done is decided by `LocalAccounts`.
struct AccountsPage {
  static let path = "/accounts"
  static let newPath = "/accounts/new"
  static let passwordPath = "/accounts/password"
  private static let removePattern = "/accounts/:id/remove"

  static let title = BilingualText(vi: "Tài khoản", en: "Accounts")
  private static let newTitle = BilingualText(vi: "Thêm tài khoản", en: "Add an account")
  private static let passwordTitle = BilingualText(vi: "Đổi mật khẩu", en: "Change the password")
  private static let removeTitle = BilingualText(vi: "Bỏ tài khoản", en: "Remove an account")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = AccountsPage(request)
      return try request.page(title) { try page.list() }
    },
    LaptopRoute(.get, newPath) { try AccountsPage($0).newPage() },
    LaptopRoute(.post, newPath) { try AccountsPage($0).add() },
    LaptopRoute(.get, passwordPath) { try AccountsPage($0).passwordPage() },
    LaptopRoute(.post, passwordPath) { try AccountsPage($0).changePassword() },
    LaptopRoute(.get, removePattern) { try AccountsPage($0).removePage() },
    LaptopRoute(.post, removePattern) { try AccountsPage($0).remove() },
  ]

  private let request: LaptopRequest
  private let language: Language
  private var accounts: LocalAccounts { request.accounts }

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  // MARK: The list

  private func list() throws -> HTML {
    let all = try accounts.all()
    let rows = all.map { account in
      PageTable.Row([
        .text(account.name), .text(account.code ?? "–"),
        account.member == request.member
          ? StateMark.good.html(language.text("bạn", "you")) : .empty,
        all.count > 1
          ? link(removePath(account), language.text("Bỏ", "Remove")) : .empty,
      ])
    }
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      element("div", ["class": "big-actions"]) {
        link(Self.passwordPath, Self.passwordTitle.text(in: language), isButton: true)
        link(Self.newPath, Self.newTitle.text(in: language), isButton: true)
      }
      panel {
        PageTable(
          BilingualText(vi: "Ai mở được máy này", en: "Who can unlock this laptop"),
          columns: [
            .text(FieldLabel.words(of: "full_name")), .text(FieldLabel.words(of: "code")),
            .text(BilingualText(vi: "Đang dùng", en: "In use")),
            .text(BilingualText(vi: "Thay đổi", en: "Change")),
          ], rows: rows, empty: BilingualText(vi: "Chưa có ai.", en: "Nobody yet."),
          note: all.count == 1
            ? BilingualText(
              vi: "Không bỏ được tài khoản cuối cùng: máy sẽ mở không cần mật khẩu.",
              en: "The last account cannot be removed: the laptop would open without a password.")
            : nil
        ).html(language)
      }
      try resets(all)
    }
  }

  private func resets(_ all: [LocalAccount]) throws -> HTML {
    let resets = try accounts.resets()
    guard !resets.isEmpty else { return .empty }
    return panel(language.text("Mật khẩu đặt lại bằng mã", "Passwords set by a code")) {
      element("ul", ["class": "plain"]) {
        for reset in resets.reversed() {
          element("li") {
            Format.dateTime(LocalDateTime(milliseconds: reset.at.rawValue)) + " · "
              + (all.first { $0.member == reset.member }?.name ?? "–")
          }
        }
      }
    }
  }

  private func removePath(_ account: LocalAccount) -> String {
    "/accounts/\(account.member.rawValue)/remove"
  }

  // MARK: Forms

  /// What confirms that it is the person whose name stands above.
  private var ownPassword: PageField {
    PageField(
      "own", BilingualText(vi: "Mật khẩu hiện tại của bạn", en: "Your own present password"),
      .password(isNew: false), isRequired: true)
  }

  private func form(
    _ title: BilingualText, _ path: String, _ submit: BilingualText, lead: BilingualText,
    @HTMLBuilder _ fields: () -> HTML
  ) throws -> HTTPResponse {
    let problem = request.refusedPress?.problem
    return try request.page(title, status: problem == nil ? 200 : 422) {
      panel(lead: lead.text(in: language)) {
        PageForm(
          action: path, formToken: request.formToken, submit: submit, problem: problem
        ).html(language, fields)
      }
      element("p") { link(Self.path, language.text("Không, quay lại", "No, go back")) }
    }
  }

  /// What is typed to confirm who somebody is, and never remembered.
  private static let secrets: Set<String> = ["own", "password", "again"]

  /// Runs what a form asks for; what is wrong with it is said over the form, on its page.
  private func saving(
    at path: String, _ body: () throws -> PageNotice
  ) throws -> HTTPResponse {
    func again(_ problem: BilingualText) -> HTTPResponse {
      request.refused(at: path, problem, forgetting: Self.secrets)
    }
    do {
      request.memory.say(try body())
      return .seeOther(Self.path)
    } catch let trouble as PasswordTries.TooMany {
      return again(trouble.words)
    } catch let error as AccountError {
      return again(FailureCatalogue.failure(error, on: .pages).words)
    }
  }

  private func confirmed() throws -> StoreKey {
    try request.tries.counting(request.member) {
      try accounts.unlock(request.member, password: request.form["own"] ?? "")
    }
  }

  // MARK: A colleague

  private func newPage() throws -> HTTPResponse {
    let colleagues = try accounts.colleagues(of: request.member, request.reader)
    guard !colleagues.isEmpty else {
      return try request.page(Self.newTitle) {
        element("p", ["class": "empty"]) {
          language.text(
            "Mọi thành viên của tổ đều đã có tài khoản trên máy này. Người mới vào tổ sẽ hiện ở "
              + "đây "
              + "sau khi điều phối viên thêm và máy này gửi nhận.",
            "Every member of the team has an account on this laptop. A new member appears here "
              + "once "
              + "the coordinator has added them and this laptop has synced.")
        }
        element("p") { link(Self.path, Self.title.text(in: language)) }
      }
    }
    return try form(
      Self.newTitle, Self.newPath, Self.newTitle,
      lead: BilingualText(
        vi: "Đồng đội tự gõ mật khẩu của mình; bạn xác nhận bằng mật khẩu của bạn. Bản nháp của "
          + "mỗi "
          + "người chỉ người ấy thấy.",
        en: "Your colleague types their own password; you confirm with yours. Each sees their own "
          + "drafts alone.")
    ) {
      PageField(
        "member", BilingualText(vi: "Đồng đội", en: "Colleague"),
        .choice(
          colleagues.map {
            (String($0.id.rawValue), BilingualText(same: $0.fullName ?? $0.codeText))
          }), value: request.refusedPress?.form["member"] ?? "", isRequired: true
      ).html(language)
      NewPassword.fields(language)
      ownPassword.html(language)
    }
  }

  private func add() throws -> HTTPResponse {
    try saving(at: Self.newPath) {
      let chosen = request.form["member"] ?? ""
      let password = NewPassword(request.form)
      try password.check()
      let colleagues = try accounts.colleagues(of: request.member, request.reader)
      guard let member = colleagues.first(where: { String($0.id.rawValue) == chosen }) else {
        // Sent twice, or added by somebody else meanwhile.
        let there = try accounts.all().first { String($0.member.rawValue) == chosen }
        throw there.map { AccountError.alreadyThere(name: $0.name) }
          ?? AccountError.notOfTeam
      }
      let name = member.fullName ?? member.codeText
      try accounts.add(
        member.id, name: name, code: member.codeText, password: password.text,
        key: try confirmed())
      try PreferenceBook(request.laptop.home).welcome(member.id, language)
      return PageNotice(
        BilingualText(
          vi: "\(name) mở được máy này bằng mật khẩu của mình.",
          en: "\(name) can unlock this laptop by their own password."))
    }
  }

  // MARK: Another password

  private func passwordPage() throws -> HTTPResponse {
    try form(
      Self.passwordTitle, Self.passwordPath, Self.passwordTitle,
      lead: BilingualText(
        vi: "Tệp khóa sao lưu trước đây vẫn mở bằng mật khẩu cũ: hãy sao lưu khóa lại rồi hủy tệp "
          + "cũ.",
        en: "Key files of earlier backups still open by the old password: back the keys up anew "
          + "and "
          + "destroy them.")
    ) {
      ownPassword.html(language)
      NewPassword.fields(language)
    }
  }

  private func changePassword() throws -> HTTPResponse {
    try saving(at: Self.passwordPath) {
      let password = NewPassword(request.form)
      try password.check()
      try accounts.setPassword(request.member, to: password.text, key: try confirmed())
      return PageNotice(
        BilingualText(
          vi: "Đã đổi mật khẩu. Từ lần mở khóa sau, hãy gõ mật khẩu mới.",
          en: "The password was changed. Type the new one from the next unlocking on."))
    }
  }

  // MARK: Removing

  private func account() throws -> LocalAccount {
    let id = request.parameters["id"]
    guard let account = try accounts.all().first(where: { String($0.member.rawValue) == id })
    else { throw AccountError.unknown(name: language.text("Người này", "This person")) }
    return account
  }

  private func removePage() throws -> HTTPResponse {
    let account: LocalAccount
    do {
      account = try self.account()
    } catch let error as AccountError {
      request.memory.say(
        PageNotice(FailureCatalogue.failure(error, on: .pages).words, isGood: false))
      return .seeOther(Self.path)
    }
    return try form(
      Self.removeTitle, removePath(account),
      BilingualText(vi: "Bỏ tài khoản này", en: "Remove this account"),
      lead: BilingualText(
        vi: "\(account.name) sẽ không mở được máy này nữa. Những gì người ấy đã ghi và bản nháp "
          + "vẫn "
          + "còn; thêm lại tài khoản thì thấy lại bản nháp.",
        en: "\(account.name) will no longer unlock this laptop. What they recorded stays, and so "
          + "do "
          + "their drafts, which an account added again shows.")
    ) {
      ownPassword.html(language)
    }
  }

  private func remove() throws -> HTTPResponse {
    var removed: LocalAccount?
    let response = try saving(at: "/accounts/\(request.parameters["id"])/remove") {
      let account = try account()
      _ = try confirmed()
      try accounts.remove(account.member)
      removed = account
      return PageNotice(
        BilingualText(
          vi: "\(account.name) không còn mở được máy này.",
          en: "\(account.name) can no longer unlock this laptop."))
    }
    // Their browsers lose their place at once, whoever's this one is.
    if let removed { request.seats.dismiss(removed.member) }
    return response
  }
}
