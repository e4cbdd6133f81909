import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The way back for who forgot the password, without a network: what is read to the coordinator, the
/// code that comes back, a new password. The rules are those of `LocalAccounts`.
extension EntryPages {
  static let resetTitle = BilingualText(vi: "Quên mật khẩu", en: "Forgot the password")

  func showReset(_ request: EntryRequest) throws -> HTTPResponse {
    if let detour = try detour() { return detour }
    return try resetForm(request, status: 200, problem: nil)
  }

  func reset(_ request: EntryRequest) throws -> HTTPResponse {
    if let detour = try detour() { return detour }
    let book = LocalAccounts(home, surroundings)
    let chosen = request.form["member"]
    guard let account = try book.all().first(where: { String($0.member.rawValue) == chosen }) else {
      return try resetForm(request, status: 422, problem: Self.nobodyChosen)
    }
    let code = request.form["code"] ?? ""
    let password = request.form["password"] ?? ""
    do {
      // Before the code is tried: it serves once.
      try NewPassword(request.form).check()
      let key = try tries.counting(account.member) {
        try book.reset(account.member, code: code, password: password)
      }
      return try comeIn(
        account, key, request,
        notice: PageNotice(
          BilingualText(
            vi: "Bạn có mật khẩu mới. Mã vừa dùng không dùng lại được; lần đặt lại này được ghi ở "
              + "trang Tài khoản và ở trung tâm.",
            en: "You have a new password. The code cannot be used again; this reset stands on the "
              + "page Accounts and at the centre.")))
    } catch let trouble as PasswordTries.TooMany {
      return try resetForm(request, status: 429, problem: trouble.words)
    } catch {
      guard error is AccountError || error is SpokenCodeProblem,
        let failure = FailureCatalogue.failure(for: error, on: .pages)
      else { throw error }
      return try resetForm(request, status: 422, problem: failure.words)
    }
  }

  private func resetForm(
    _ request: EntryRequest, status: Int, problem: BilingualText?
  ) throws -> HTTPResponse {
    let book = LocalAccounts(home, surroundings)
    let accounts = try book.all()
    let asked: LocalAccounts.ResetRequest
    do {
      asked = try book.resetRequest()
    } catch AccountError.noResetPoint {
      let words = FailureCatalogue.failure(AccountError.noResetPoint, on: .pages).words
      return request.page(Self.resetTitle, status: 503) {
        element("p", ["class": "message bad", "role": "alert"]) {
          words.text(in: request.language)
        }
        wayBack(request.language)
      }
    }
    let language = request.language
    return request.page(
      Self.resetTitle,
      lead: BilingualText(
        vi: "Không cần mạng. Dữ liệu của bạn vẫn còn nguyên trong máy này.",
        en: "No network is needed. Your data are still on this laptop."),
      status: status
    ) {
      readOut(asked, language)
      PageForm(
        action: Self.resetPath, formToken: nil,
        submit: BilingualText(vi: "Đặt mật khẩu mới", en: "Set the new password"),
        problem: problem
      ).html(language) {
        PageField(
          "member", BilingualText(vi: "Tên", en: "Name"),
          .choice(accounts.map { (String($0.member.rawValue), BilingualText(same: $0.name)) }),
          value: request.form["member"] ?? "", isRequired: true
        ).html(language)
        PageField(
          "code", BilingualText(vi: "Mã điều phối viên đọc", en: "Code that was read to you"),
          value: request.form["code"] ?? "",
          hint: BilingualText(
            vi: "5 nhóm; chữ hoa hay chữ thường đều được",
            en: "5 groups; capitals or small letters"), isRequired: true
        ).html(language)
        NewPassword.fields(language)
      }
      wayBack(language)
    }
  }

  private func wayBack(_ language: Language) -> HTML {
    element("p") {
      link(Self.unlockPath, language.text("Nhớ ra rồi: mở khóa", "I remember it: unlock"))
    }
  }

  /// Two groups at a time can be held in mind; the whole line can be copied into a message.
  private func readOut(_ asked: LocalAccounts.ResetRequest, _ language: Language) -> HTML {
    let groups = asked.challenge.split(separator: "-").map(String.init)
    return panel(
      language.text("Đọc cho điều phối viên", "Read to the coordinator"),
      lead: language.text(
        "Gọi điều phối viên, nói tên bạn và ngày \(Format.date(asked.day)), rồi đọc từng dòng. "
          + "Điều phối viên đọc lại cho bạn một mã.",
        "Call the coordinator, give your name and the day \(Format.date(asked.day)), then read "
          + "line "
          + "by line. The coordinator reads a code back to you.")
    ) {
      element("ol", ["class": "groups"]) {
        for start in stride(from: 0, to: groups.count, by: 2) {
          element("li") {
            element("code") {
              groups[start..<min(start + 2, groups.count)].joined(separator: " ")
            }
          }
        }
      }
      element("p", ["class": "field-hint"]) {
        language.text(
          "Mã dùng được một lần, chỉ trên máy này, trong ngày.",
          "The code serves once, on this laptop alone, on that day.")
      }
    }
  }
}
