import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The pages before the laptop is open: enrolling it, the first account, unlocking.
struct EntryPages: Sendable {
  /// One of them.
  struct Route: Sendable {
    let method: HTTPMethod
    let pattern: String
    let bodyLimit: Int?
    let handler: Router<LaptopDesk.Access>.Handler
  }

  static let unlockPath = "/unlock"
  static let lockPath = "/lock"
  static let resetPath = "/unlock/forgotten"
  /// What everything of the first start lies below.
  static let startPath = "/start"
  static let accountPath = "\(startPath)/account"
  static let enrolPath = "\(startPath)/enrol"

  let home: HomeFolder
  let surroundings: Surroundings
  let bench: LaptopBench
  let seats: SeatDesk
  let tries: PasswordTries

  init(
    _ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench, _ seats: SeatDesk,
    _ tries: PasswordTries
  ) {
    self.home = home
    self.surroundings = surroundings
    self.bench = bench
    self.seats = seats
    self.tries = tries
  }

  var routes: [Route] {
    [
      route(.get, Self.unlockPath) { try showUnlock($0) },
      route(.post, Self.unlockPath) { try unlock($0) },
      route(.post, Self.lockPath) { lock($0) },
      route(.get, Self.resetPath) { try showReset($0) },
      route(.post, Self.resetPath) { try reset($0) },
      route(.get, Self.accountPath) { try showFirstAccount($0) },
      route(.post, Self.accountPath) { try addFirstAccount($0) },
      route(.get, Self.enrolPath) { try showEnrolment($0) },
      route(.post, Self.enrolPath, bodyLimit: EnrolmentFile.maximumBytes + (64 << 10)) {
        try enrol($0)
      },
    ]
  }

  private func route(
    _ method: HTTPMethod, _ pattern: String, bodyLimit: Int? = nil,
    _ handler: @escaping @Sendable (EntryRequest) throws -> HTTPResponse
  ) -> Route {
    Route(method: method, pattern: pattern, bodyLimit: bodyLimit) { http, _ in
      do {
        return try handler(try EntryRequest(http))
      } catch is WebError {
        return .plain(400)
      } catch {
        TroubleLog(home).note(
          error, at: "\(method.rawValue) \(pattern)", surroundings.clock().wall)
        return LaptopDesk.trouble(error, http)
      }
    }
  }

  /// Where somebody has to go first; nil when the laptop can be unlocked.
  func detour() throws -> HTTPResponse? {
    guard try LaptopConfiguration.read(from: home)?.isEnrolled == true else {
      return .seeOther(Self.enrolPath)
    }
    return try LocalAccounts(home, surroundings).all().isEmpty ? .seeOther(Self.accountPath) : nil
  }
}

/// A request before anybody is known, with its form.
struct EntryRequest {
  let http: HTTPRequest
  let form: NamedValues
  let files: [FormData.File]
  let language: Language

  init(_ http: HTTPRequest) throws(WebError) {
    self.http = http
    language = PageLanguage.of(http)
    guard http.method.changesState else {
      form = NamedValues()
      files = []
      return
    }
    let sent = try FormData(http)
    form = sent.fields
    files = sent.files
  }

  /// A page with one small form.
  func page(
    _ title: BilingualText, lead: BilingualText? = nil, status: Int = 200,
    isNarrow: Bool = true, @HTMLBuilder _ content: () -> HTML
  ) -> HTTPResponse {
    var frame = PageFrame(title: title, name: "CamTay", language: language, path: http.path)
    frame.lead = lead
    frame.isNarrow = isNarrow
    frame.display = PageDisplay.of(http)
    frame.footLinks = [PageFrame.Link(HelpPage.path, HelpPage.title)]
    frame.scripts = [LaptopScript.path]
    frame.version = "\(FieldAgent.program) \(FieldAgent.version)"
    return .html(frame.page(content), status: status)
  }
}

extension EntryPages {
  static let unlockTitle = BilingualText(vi: "Mở khóa máy", en: "Unlock this laptop")

  private func showUnlock(_ request: EntryRequest) throws -> HTTPResponse {
    if let detour = try detour() { return detour }
    if seats.find(request.http)?.isUnlocked == true, request.http.query["switch"] == nil {
      return .seeOther("/")
    }
    return try unlockForm(request, status: 200, problem: nil)
  }

  private func unlock(_ request: EntryRequest) throws -> HTTPResponse {
    if let detour = try detour() { return detour }
    let book = LocalAccounts(home, surroundings)
    let chosen = request.form["member"]
    guard let account = try book.all().first(where: { String($0.member.rawValue) == chosen }) else {
      return try unlockForm(request, status: 422, problem: Self.nobodyChosen)
    }
    do {
      let key = try tries.counting(account.member) {
        try book.unlock(account.member, password: request.form["password"] ?? "")
      }
      return try comeIn(account, key, request)
    } catch AccountError.wrongPassword {
      return try unlockForm(
        request, status: 403,
        problem: BilingualText(
          vi: "Mật khẩu không đúng. Hãy gõ lại; chú ý phím Caps Lock và bộ gõ tiếng Việt.",
          en: "The password is wrong. Type it again; mind Caps Lock and the Vietnamese keyboard."))
    } catch let trouble as PasswordTries.TooMany {
      var response = try unlockForm(request, status: 429, problem: trouble.words)
      response.headers.set("Retry-After", String(trouble.seconds))
      return response
    }
  }

  static let nobodyChosen = BilingualText(vi: "Hãy chọn tên của bạn.", en: "Choose your name.")

  /// Lets somebody in, and their browser draws the pages as they chose.
  func comeIn(
    _ account: LocalAccount, _ key: StoreKey?, _ request: EntryRequest,
    notice: PageNotice? = nil
  ) throws -> HTTPResponse {
    var response = HTTPResponse.seeOther("/")
    let (cookie, memory) = try seats.unlock(account, with: key, request.http)
    if let notice { memory.say(notice) }
    response.headers.set("Set-Cookie", cookie)
    PreferenceBook(home).preferences(of: account.member).remember(in: &response)
    response.headers.append("Set-Cookie", PageDisplay.uncoveringCookie)
    return response
  }

  /// Whose form is shown: the name that was pressed, else whoever sat here last, else the first.
  private func chosen(_ request: EntryRequest, _ accounts: [LocalAccount]) -> LocalAccount? {
    let seat = seats.find(request.http, isByPerson: false)?.seat
    let wanted = request.form["member"] ?? request.http.query["member"]
    return accounts.first { String($0.member.rawValue) == wanted }
      ?? accounts.first { $0.member == seat?.account.member } ?? accounts.first
  }

  private func unlockForm(
    _ request: EntryRequest, status: Int, problem: BilingualText?
  ) throws -> HTTPResponse {
    let accounts = try LocalAccounts(home, surroundings).all()
    let chosen = chosen(request, accounts)
    let holdsForm =
      seats.find(request.http, isByPerson: false)?.seat.memory.holdsForm == true
    let language = request.language
    return request.page(Self.unlockTitle, status: status) {
      if holdsForm {
        element("p", ["class": "message warn", "role": "status"]) {
          language.text(
            "Máy đã tự khóa. Biểu mẫu bạn vừa gửi vẫn được giữ: mở khóa xong là được lưu tiếp.",
            "The laptop had locked itself. The form that you have just sent is kept: it goes on as "
              + "soon as you unlock.")
        }
      }
      let arePressed = (2...Self.pressedNames).contains(accounts.count)
      if arePressed { names(accounts, chosen, language) }
      PageForm(action: Self.unlockPath, formToken: nil, submit: Self.unlockTitle, problem: problem)
        .html(language) {
          let member = chosen.map { String($0.member.rawValue) } ?? ""
          if arePressed {
            hidden("member", member)
          } else {
            PageField(
              "member", BilingualText(vi: "Tên", en: "Name"),
              .choice(accounts.map { (String($0.member.rawValue), BilingualText(same: $0.name)) }),
              value: member, isRequired: true
            ).html(language)
          }
          PageField(
            "password",
            arePressed
              ? BilingualText(
                vi: "Mật khẩu của \(chosen?.name ?? "–")", en: "Password of \(chosen?.name ?? "–")")
              : BilingualText(vi: "Mật khẩu", en: "Password"), .password(isNew: false),
            isRequired: true, hasFocus: true
          ).html(language)
          // A password is made slow to guess, and a large store takes its time.
          busyLine(
            BilingualText(
              vi: "Mở khóa mất một hai giây; xin chờ.", en: "Unlocking takes a second or two."),
            BilingualText(
              vi: "Đang kiểm tra mật khẩu và mở dữ liệu trên máy…",
              en: "Checking the password and opening this laptop's data…"), language)
        }
      element("p") {
        link(Self.resetPath, Self.resetTitle.text(in: language))
      }
    }
  }

  /// The most names that are pressed; of more, one is chosen in the list.
  private static let pressedNames = 8

  /// Everybody's name to press: with the lock it is the second and last click of changing places.
  private func names(
    _ accounts: [LocalAccount], _ chosen: LocalAccount?, _ language: Language
  ) -> HTML {
    element("nav", ["aria-label": language.text("Ai mở máy?", "Who unlocks?")]) {
      element("ul", ["class": "names"]) {
        for account in accounts {
          element("li") {
            element(
              "a",
              [
                "href": "\(Self.unlockPath)?member=\(account.member.rawValue)",
                "class": "button "
                  + "quiet",
                "aria-current": account.member == chosen?.member ? "true" : nil,
              ]
            ) { account.name }
          }
        }
      }
    }
  }

  private func lock(_ request: EntryRequest) -> HTTPResponse {
    seats.lock()
    var response = HTTPResponse.seeOther(Self.unlockPath)
    response.headers.append("Set-Cookie", PageDisplay.uncoveringCookie)
    return response
  }
}
