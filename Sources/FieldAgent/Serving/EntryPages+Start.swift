import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The first start: enrolling the laptop, and the first account.
extension EntryPages {
  private static let enrolTitle = BilingualText(
    vi: "Chào bạn! Ghi danh máy này", en: "Welcome! Enrol this laptop")
  private static let accountTitle = BilingualText(
    vi: "Đặt mật khẩu cho máy này", en: "Set a password for this laptop")

  func showEnrolment(_ request: EntryRequest) throws -> HTTPResponse {
    if try LaptopConfiguration.read(from: home)?.isEnrolled == true {
      return .seeOther(Self.unlockPath)
    }
    return enrolmentForm(request, TypedEnrolment(request.form), status: 200, problem: nil)
  }

  /// Enrols over the network or from a file, and fetches hamlets and members where it can.
  func enrol(_ request: EntryRequest) throws -> HTTPResponse {
    if try LaptopConfiguration.read(from: home)?.isEnrolled == true {
      return .seeOther(Self.unlockPath)
    }
    let typed = TypedEnrolment(request.form)
    do {
      try keep(typed, file: request.files.first { !$0.bytes.isEmpty })
    } catch {
      guard let failure = FailureCatalogue.failure(for: error, on: .pages) else { throw error }
      return enrolmentForm(request, typed, status: 422, problem: typed.words(of: failure.words))
    }
    // The store is made at once, so that every later session knows the file it writes to.
    try Laptop(home, surroundings).store.close()
    // The enrolment stands whatever becomes of the first sync; the page that follows says so.
    let laptop = try Laptop(home, surroundings)
    _ = try? SyncRounds(laptop, over: try CentreClient(laptop.configuration)).run()
    laptop.store.close()
    return .seeOther(Self.accountPath)
  }

  private func keep(_ typed: TypedEnrolment, file: FormData.File?) throws {
    if !typed.line.isEmpty {
      let text = try EnrolmentText(parsing: typed.line)
      return try LaptopEnrolment(home, surroundings).byText(text)
    }
    let code = try EnrolmentCode(parsing: typed.code)
    let enrolment = try LaptopEnrolment(home, surroundings)
    if let file {
      try enrolment.byFile(content: file.bytes, code: code)
    } else {
      try enrolment.byNetwork(at: typed.address, code: code)
    }
  }

  private func enrolmentForm(
    _ request: EntryRequest, _ typed: TypedEnrolment, status: Int, problem: BilingualText?
  ) -> HTTPResponse {
    let language = request.language
    var form = PageForm(
      action: Self.enrolPath, formToken: nil,
      submit: BilingualText(vi: "Ghi danh", en: "Enrol"), problem: problem)
    form.carriesFile = true
    return request.page(
      Self.enrolTitle,
      lead: BilingualText(
        vi: "Điều phối viên đưa cho bạn một dòng ghi danh (hoặc mã QR của nó), hoặc một mã 12 ký "
          + "tự kèm địa chỉ của trung tâm hay một tệp.",
        en: "The coordinator gives you an enrolment line (or its QR code), or a code of 12 "
          + "characters with the centre's address or a file."),
      status: status
    ) {
      form.html(language) {
        PageField(
          "text", BilingualText(vi: "Dòng ghi danh", en: "Enrolment line"),
          value: typed.line,
          hint: BilingualText(
            vi: "dán hoặc quét cả dòng, bắt đầu bằng CAMTAY-ENROL; tắt bộ gõ tiếng Việt. Không có "
              + "thì để trống và điền mã ở dưới",
            en: "paste or scan the whole line, which begins with CAMTAY-ENROL. Without one, leave "
              + "this empty and fill in the code below")
        ).html(language)
        PageField(
          "code", BilingualText(vi: "hoặc mã ghi danh", en: "or the enrolment code"),
          value: typed.code,
          hint: BilingualText(
            vi: "như 7K2M-9XQ4-HD3T; chữ hoa hay chữ thường đều được",
            en: "such as 7K2M-9XQ4-HD3T; capitals or small letters")
        ).html(language)
        PageField(
          "server",
          BilingualText(
            vi: "Địa chỉ trung tâm, đi cùng mã khi có mạng",
            en: "The centre's address, with the code and a network"),
          value: typed.address.text,
          hint: BilingualText(
            vi: "như https://trung-tam.example:8765", en: "such as https://centre.example:8765"),
          hasFocus: problem != nil && typed.needsAddress
        ).html(language)
        PageField(
          "file",
          BilingualText(vi: "hoặc tệp ghi danh, khi không có mạng", en: "or the enrolment file"),
          .file,
          hint: BilingualText(
            vi: "tệp mà điều phối viên chép cho bạn; không cần mạng",
            en: "the file that the coordinator copied for you; no network is needed")
        ).html(language)
      }
    }
  }

  func showFirstAccount(_ request: EntryRequest) throws -> HTTPResponse {
    guard try LocalAccounts(home, surroundings).all().isEmpty else {
      return .seeOther(Self.unlockPath)
    }
    return try accountForm(request, status: 200, problem: nil)
  }

  /// The first account: from now on the laptop opens by a password alone.
  func addFirstAccount(_ request: EntryRequest) throws -> HTTPResponse {
    let book = LocalAccounts(home, surroundings)
    guard try book.all().isEmpty else { return .seeOther(Self.unlockPath) }
    if try members().isEmpty {
      let laptop = try Laptop(home, surroundings)
      defer { laptop.store.close() }
      _ = try SyncRounds(laptop, over: try CentreClient(laptop.configuration)).run()
      return .seeOther(Self.accountPath)
    }
    func again(_ problem: BilingualText) throws -> HTTPResponse {
      try accountForm(request, status: 422, problem: problem)
    }
    guard
      let member = try members().first(where: { String($0.id.rawValue) == request.form["member"] })
    else { return try again(BilingualText(vi: "Hãy chọn tên của bạn.", en: "Choose your name.")) }
    let password = NewPassword(request.form)
    var random = surroundings.generator()
    do {
      try password.check()
      try book.add(
        member.id, name: member.fullName ?? member.codeText, code: member.codeText,
        password: password.text, key: try StoreKey.inFile(of: home, random: &random))
    } catch let error as AccountError {
      return try again(FailureCatalogue.failure(error, on: .pages).words)
    }
    guard let account = try book.all().first(where: { $0.member == member.id }) else {
      return .seeOther(Self.unlockPath)
    }
    let key = try book.unlock(account.member, password: password.text)
    try PreferenceBook(home).welcome(
      account.member, PageLanguage.remembered(by: request.http))
    return try comeIn(account, key, request)
  }

  /// Those who may work with this laptop: the members that have arrived.
  private func members() throws -> [Member] {
    let laptop = try Laptop(home, surroundings)
    defer { laptop.store.close() }
    return try laptop.records.reader.members()
  }

  private func accountForm(
    _ request: EntryRequest, status: Int, problem: BilingualText?
  ) throws -> HTTPResponse {
    let language = request.language
    let members = try members()
    guard !members.isEmpty else {
      return request.page(Self.accountTitle, status: status) {
        element("p", ["class": "empty"]) {
          language.text(
            "Danh sách thành viên chưa về máy này. Khi có mạng, hãy bấm “Thử lại”.",
            "The list of members has not arrived yet. With a network, press “Try again”.")
        }
        PageForm(
          action: Self.accountPath, formToken: nil,
          submit: BilingualText(vi: "Thử lại", en: "Try again")
        ).html(language) {}
      }
    }
    let configuration = try LaptopConfiguration.read(from: home)
    let centre = configuration?.centreURL ?? ""
    return request.page(
      Self.accountTitle,
      lead: BilingualText(
        vi: "Tên và số giấy tờ của người dân trên máy này chỉ mở được bằng mật khẩu của bạn.",
        en: "Residents' names and papers on this laptop open by your password alone."),
      status: status
    ) {
      if !centre.isEmpty {
        element("p", ["class": "detail"]) {
          language.text(
            "Máy này đã ghi danh với trung tâm ở \(centre).",
            "This laptop is enrolled with the centre at \(centre).")
        }
      }
      PageForm(
        action: Self.accountPath, formToken: nil,
        submit: BilingualText(vi: "Bắt đầu", en: "Begin"), problem: problem
      ).html(language) {
        PageField(
          "member", BilingualText(vi: "Bạn là ai?", en: "Who are you?"),
          .choice(
            members.map {
              (String($0.id.rawValue), BilingualText(same: $0.fullName ?? $0.codeText))
            }),
          value: request.form["member"] ?? configuration?.member.map { String($0.rawValue) } ?? "",
          isRequired: true
        ).html(language)
        NewPassword.fields(language)
      }
    }
  }
}
