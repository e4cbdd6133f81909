import CommandLine
import FieldWork
import Pages
import Replica
import SQLite
import Web

/// Answers every request of the laptop's own pages: one router, one guard.
///
/// It knows no socket, so that a test can walk all routes.
final class LaptopDesk: Sendable {
  /// Who may use a route.
  enum Access: Sendable, Equatable {
    /// Every browser: the stylesheet, the way in.
    case anyone
    /// Whoever came in through the door.
    case door
    /// Whoever has unlocked the laptop; `waits` is whether a form over the lock is kept for them.
    case unlocked(isByPerson: Bool, waits: Bool)
  }

  let home: HomeFolder
  let surroundings: Surroundings
  let door: DoorToken
  let bench: LaptopBench
  let seats: SeatDesk
  private let router: Router<Access>
  /// The same pages about the practice, which another part of the address tells apart.
  private let practiceRouter: Router<Access>
  private let originGuard = OriginGuard(hostNames: ["127.0.0.1", "localhost"])

  /// Serves the home's pages.
  init(
    _ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench,
    _ work: LaptopWork, routes: [LaptopRoute] = LaptopPages.routes
  ) {
    self.home = home
    self.surroundings = surroundings
    var random = surroundings.generator()
    let door = DoorToken(random: &random)
    self.door = door
    self.bench = bench
    let seats = SeatDesk(bench, surroundings)
    self.seats = seats
    var router = Router<Access>()
    router.add(.get, Stylesheet.path, access: .anyone) { _, _ in
      .bytes(Stylesheet.bytes, type: "text/css; charset=utf-8")
    }
    router.add(.get, LaptopScript.path, access: .anyone) { _, _ in
      .bytes(LaptopScript.bytes, type: "text/javascript; charset=utf-8")
    }
    router.add(.get, DoorToken.path, access: .anyone) { request, _ in
      door.answer(request) ?? Self.closedDoor(request)
    }
    router.add(.post, PageLanguage.path, access: .door, bodyLimit: 4 << 10) { request, _ in
      Self.chooseLanguage(request, home, seats)
    }
    let tries = PasswordTries(surroundings)
    let entry = EntryPages(home, surroundings, bench, seats, tries)
    for route in entry.routes {
      router.add(
        route.method, route.pattern, access: .door, bodyLimit: route.bodyLimit,
        handler: route.handler)
    }
    for page in HelpPage.pages {
      router.add(.get, page.path, access: .door) { request, parameters in
        // Whoever has unlocked keeps the frame of their pages around it.
        if seats.find(request)?.isUnlocked == true {
          return Self.answer(
            page.route, request, parameters, bench, seats, tries, work, surroundings,
            isPractice: false)
        }
        return Self.helpBeforeTheLock(page, request)
      }
    }
    func add(_ routes: [LaptopRoute], to router: inout Router<Access>, isPractice: Bool) {
      let pages = Set(routes.filter { $0.method == .get }.map(\.pattern))
      for route in routes {
        router.add(
          route.method, route.pattern,
          access: .unlocked(isByPerson: route.isByPerson, waits: route.waitsForLock),
          bodyLimit: route.method.changesState ? route.bodyLimit : nil
        ) { request, parameters in
          Self.answer(
            route, request, parameters, bench, seats, tries, work, surroundings,
            isPractice: isPractice, isPage: pages.contains(route.pattern))
        }
      }
    }
    add(routes, to: &router, isPractice: false)
    self.router = router
    var practiceRouter = Router<Access>()
    practiceRouter.add(.post, PageLanguage.path, access: .door, bodyLimit: 4 << 10) { request, _ in
      Self.chooseLanguage(request, home, seats)
    }
    add(PracticePages.routes(from: routes), to: &practiceRouter, isPractice: true)
    self.practiceRouter = practiceRouter
  }

  /// A page of the help for whoever has not unlocked, with the way to do so.
  private static func helpBeforeTheLock(_ page: HelpPage.Page, _ http: HTTPRequest) -> HTTPResponse
  {
    guard let request = try? EntryRequest(http) else { return .plain(400) }
    return request.page(page.title, isNarrow: false) {
      page.content(request.language)
      element("p") {
        link(EntryPages.unlockPath, EntryPages.unlockTitle.text(in: request.language))
      }
    }
  }

  /// Every route with who may use it, in order.
  var routes: [(method: HTTPMethod, pattern: String, access: Access)] {
    router.routes.map { ($0.method, $0.pattern, $0.access) }
      + practiceRouter.routes.map {
        ($0.method, PracticePages.mount.outer($0.pattern), $0.access)
      }
  }

  /// Bytes of the largest body for a method and path.
  func bodyLimit(_ method: HTTPMethod, _ target: RequestTarget) -> Int {
    PracticePages.mount.inner(target).map { practiceRouter.bodyLimit(method, $0) }
      ?? router.bodyLimit(method, target)
  }

  /// Answers one request.
  func respond(to request: HTTPRequest) -> HTTPResponse {
    replayed(after: routed(request), to: request)
  }

  private func routed(_ request: HTTPRequest) -> HTTPResponse {
    guard let inner = PracticePages.mount.inner(request) else {
      return router.respond(to: request) { request, route in refuse(request, route.access) }
    }
    return PracticePages.mount.outer(
      practiceRouter.respond(to: inner) { _, route in refuse(request, route.access) })
  }

  /// What takes the place of a handler when the request may not reach it.
  private func refuse(_ request: HTTPRequest, _ access: Access) -> HTTPResponse? {
    guard originGuard.allows(request) else { return .plain(403) }
    if access == .anyone { return nil }
    guard door.isHeld(by: request) else { return Self.closedDoor(request) }
    guard case .unlocked(let isByPerson, let waits) = access else { return nil }
    let found = seats.find(request, isByPerson: isByPerson)
    if found?.isUnlocked == true { return nil }
    guard isByPerson, waits else { return .plain(401) }
    // A form that was sent over the lock is kept, and goes on once its sender has unlocked.
    if request.method.changesState, let found { found.seat.memory.hold(request) }
    return .seeOther(EntryPages.unlockPath)
  }

  /// A form that waited for the lock goes on now, as if it had just been sent.
  private func replayed(
    after response: HTTPResponse, to request: HTTPRequest
  ) -> HTTPResponse {
    guard request.path == EntryPages.unlockPath, request.method == .post, response.status == 303,
      let found = seats.find(request), found.isUnlocked,
      let held = found.seat.memory.takeHeldForm()
    else { return response }
    var answer = routed(held)
    for cookie in response.headers.all("Set-Cookie") { answer.headers.append("Set-Cookie", cookie) }
    return answer
  }

  private static func chooseLanguage(
    _ request: HTTPRequest, _ home: HomeFolder, _ seats: SeatDesk
  ) -> HTTPResponse {
    guard let form = try? FormData(request).fields else { return .plain(400) }
    if let language = PageLanguage.chosen(in: form), let found = seats.find(request),
      found.isUnlocked
    {
      // The page turns in any case; without it the choice is asked for again after the next unlock.
      try? PreferenceBook(home).change(found.seat.account.member) { $0.language = language }
    }
    return PageLanguage.choose(form)
  }

  private static func answer(
    _ route: LaptopRoute, _ http: HTTPRequest, _ parameters: RouteParameters,
    _ bench: LaptopBench, _ seats: SeatDesk, _ tries: PasswordTries, _ work: LaptopWork,
    _ surroundings: Surroundings, isPractice: Bool, isPage: Bool = true
  ) -> HTTPResponse {
    guard let found = seats.find(http, isByPerson: route.isByPerson), found.isUnlocked else {
      return .seeOther(EntryPages.unlockPath)
    }
    var form = NamedValues()
    var files: [FormData.File] = []
    if http.method.changesState {
      // A field may be as long as its whole form: its own check says so, in words for that field.
      var limits = FormData.Limits()
      limits.maximumFieldBytes = http.body.count
      let sent: FormData
      do throws(WebError) {
        sent = try FormData(http, limits: limits)
      } catch .formTooLarge {
        return refusal(413, RefusalPages.largeForm, http, isPractice)
      } catch {
        return refusal(400, RefusalPages.badForm, http, isPractice)
      }
      guard found.accepts(formToken: sent[PageFrame.formTokenField]) else {
        return refusal(403, RefusalPages.oldForm, http, isPractice)
      }
      form = sent.fields
      files = sent.files
    }
    do {
      let duplicates =
        route.comparesRegister && !isPractice ? try bench.openDuplicates() : nil
      func handle(_ laptop: Laptop) throws -> HTTPResponse {
        let seat = found.seat
        // Practice is sent nowhere; looking writes nothing, and typing no record.
        let mayWrite = http.method.changesState && route.waitsForLock && !isPractice
        let before = mayWrite ? try laptop.store.openOperationCount() : 0
        defer {
          // Where it cannot be counted, the next round comes in its own time.
          if mayWrite, let after = try? laptop.store.openOperationCount(), after > before {
            work.sync.noteWork()
          }
        }
        return try route.handler(
          LaptopRequest(
            http: http, parameters: parameters, isPage: isPage, form: form,
            files: files,
            language: PageLanguage.of(http),
            account: isPractice ? try PracticePages.account(seat.account, laptop) : seat.account,
            formToken: found.formToken, laptop: laptop,
            memory: (isPractice ? seat.memory.practice : nil) ?? seat.memory, seats: seats,
            tries: tries, work: work, bench: bench, clock: surroundings.clock(),
            surroundings: surroundings, duplicates: duplicates))
      }
      return try isPractice ? bench.practise(handle) : bench.use(handle)
    } catch is LaptopBench.Locked {
      return .seeOther(EntryPages.unlockPath)
    } catch AgentError.noPractice where isPractice {
      return .seeOther(PracticePage.path)
    } catch {
      TroubleLog(bench.home).note(
        error, at: "\(route.method.rawValue) \(route.pattern)", surroundings.clock().wall)
      return trouble(error, http, isPractice: isPractice)
    }
  }

  /// A page for an error, in the words that the commands use too.
  static func trouble(
    _ error: any Error, _ http: HTTPRequest, isPractice: Bool = false
  ) -> HTTPResponse {
    let failure =
      FailureCatalogue.failure(for: error, on: .pages) ?? CommandSet.unknownFailure(error)
    var status =
      switch failure.exitCode {
      case .userError: 422
      case .notAllowed: 403
      default: 503
      }
    if case FieldError.notFound = error { status = 404 }
    if case FieldError.noSuchRecord = error { status = 404 }
    if case ReplicaError.subjectErased = error { status = 410 }
    return refusal(status, (RefusalPages.troubleTitle, failure.words), http, isPractice)
  }

  private static func refusal(
    _ status: Int, _ text: RefusalPages.Text, _ http: HTTPRequest, _ isPractice: Bool = false
  ) -> HTTPResponse {
    RefusalPages.page(
      status, text.title, text.words, language: PageLanguage.of(http), name: "CamTay",
      display: PageDisplay.of(http), practice: isPractice ? PracticeWords.frame : nil)
  }

  private static func closedDoor(_ http: HTTPRequest) -> HTTPResponse {
    let language = PageLanguage.of(http)
    var frame = PageFrame(
      title: BilingualText(
        vi: "Hãy mở từ biểu tượng CamTay", en: "Open it from the CamTay icon"),
      name: "CamTay", language: language, path: "/")
    frame.isNarrow = true
    frame.display = PageDisplay.of(http)
    // No link: every page of the laptop would lead back here.
    return .html(
      frame.page {
        element("p", ["class": "message bad", "role": "alert"]) {
          language.text(
            "Trang này chỉ mở cho người dùng máy này. Hãy mở bằng biểu tượng CamTay, hoặc gõ lệnh "
              + "“camtay serve --open”. Dữ liệu vẫn an toàn.",
            "These pages open for this laptop's user alone. Open them by the CamTay icon, or type "
              + "“camtay serve --open”. The data are safe.")
        }
      }, status: 403)
  }
}
