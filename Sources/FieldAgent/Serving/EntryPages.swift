import FieldWork
import Pages
import Replica
import Synchronization
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
  /// What everything of the first start lies below.
  static let startPath = "/start"
  static let accountPath = "\(startPath)/account"
  static let enrolPath = "\(startPath)/enrol"

  let home: HomeFolder
  let surroundings: Surroundings
  let bench: LaptopBench
  let seats: SeatDesk
  /// By account: a colleague's forgotten password keeps nobody else out.
  private let attempts = Attempts()

  /// Wrong passwords, behind a lock of its own.
  private final class Attempts: Sendable {
    let limiter = Mutex(AttemptLimiter(freeFailures: 4))
  }

  init(
    _ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench, _ seats: SeatDesk
  ) {
    self.home = home
    self.surroundings = surroundings
    self.bench = bench
    self.seats = seats
  }

  var routes: [Route] {
    [
      route(.get, Self.unlockPath) { try showUnlock($0) },
      route(.post, Self.unlockPath) { try unlock($0) },
      route(.post, Self.lockPath) { lock($0) },
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
        return LaptopDesk.trouble(error, http)
      }
    }
  }

  /// Where somebody has to go first; nil when the laptop can be unlocked.
  private func detour() throws -> HTTPResponse? {
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
    @HTMLBuilder _ content: () -> HTML
  ) -> HTTPResponse {
    var frame = PageFrame(title: title, name: "CamTay", language: language, path: http.path)
    frame.lead = lead
    frame.isNarrow = true
    frame.version = "\(FieldAgent.program) \(FieldAgent.version)"
    return .html(frame.page(content), status: status)
  }
}

extension EntryPages {
  private static let unlockTitle = BilingualText(vi: "Mở khóa máy", en: "Unlock this laptop")

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
    let accounts = try book.all()
    let chosen = request.form["member"]
    guard let account = accounts.first(where: { String($0.member.rawValue) == chosen }) else {
      return try unlockForm(
        request, status: 422,
        problem: BilingualText(vi: "Hãy chọn tên của bạn.", en: "Choose your name."))
    }
    let key = String(account.member.rawValue)
    let now = surroundings.clock().monotonicMilliseconds
    let wait = attempts.limiter.withLock { $0.wait(key, now: now) }
    guard wait == 0 else { return try waiting((wait + 999) / 1000, request) }
    // Noted before the slow check, so that tries sent at once count each other.
    attempts.limiter.withLock { $0.fail(key, now: now) }
    do {
      let storeKey = try book.unlock(account.member, password: request.form["password"] ?? "")
      attempts.limiter.withLock { $0.succeed(key) }
      let (cookie, _) = try seats.unlock(account, with: storeKey, request.http)
      var response = HTTPResponse.seeOther("/")
      response.headers.set("Set-Cookie", cookie)
      return response
    } catch AccountError.wrongPassword {
      return try unlockForm(
        request, status: 403,
        problem: BilingualText(
          vi: "Mật khẩu không đúng. Hãy gõ lại; chú ý phím Caps Lock và bộ gõ tiếng Việt.",
          en: "The password is wrong. Type it again; mind Caps Lock and the Vietnamese keyboard."))
    }
  }

  private func waiting(_ seconds: Int64, _ request: EntryRequest) throws -> HTTPResponse {
    var response = try unlockForm(
      request, status: 429,
      problem: BilingualText(
        vi:
          "Sai quá nhiều lần. Hãy đợi \(seconds) giây rồi gõ lại. Nếu quên mật khẩu, hãy gọi điều "
          + "phối viên xin mã đặt lại.",
        en: "Too many wrong tries. Wait \(seconds) seconds and type it again. For a forgotten "
          + "password ask the coordinator for a reset code."))
    response.headers.set("Retry-After", String(seconds))
    return response
  }

  private func unlockForm(
    _ request: EntryRequest, status: Int, problem: BilingualText?
  ) throws -> HTTPResponse {
    let accounts = try LocalAccounts(home, surroundings).all()
    let seat = seats.find(request.http, isByPerson: false)?.seat
    let chosen =
      request.form["member"] ?? seat.map { String($0.account.member.rawValue) }
      ?? accounts.first.map { String($0.member.rawValue) } ?? ""
    let language = request.language
    return request.page(Self.unlockTitle, status: status) {
      if seat?.memory.holdsForm == true {
        element("p", ["class": "message warn", "role": "status"]) {
          language.text(
            "Máy đã tự khóa. Biểu mẫu bạn vừa gửi vẫn được giữ: mở khóa xong là được lưu tiếp.",
            "The laptop had locked itself. The form that you have just sent is kept: it goes on as "
              + "soon as you unlock.")
        }
      }
      PageForm(action: Self.unlockPath, formToken: nil, submit: Self.unlockTitle, problem: problem)
        .html(language) {
          PageField(
            "member", BilingualText(vi: "Tên", en: "Name"),
            .choice(accounts.map { (String($0.member.rawValue), BilingualText(same: $0.name)) }),
            value: chosen, isRequired: true
          ).html(language)
          PageField(
            "password", BilingualText(vi: "Mật khẩu", en: "Password"), .password(isNew: false),
            isRequired: true
          ).html(language)
        }
    }
  }

  private func lock(_ request: EntryRequest) -> HTTPResponse {
    seats.lock()
    return .seeOther(Self.unlockPath)
  }
}
