import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Answers every request of the centre: one router, one guard.
///
/// It knows no socket, so that a test can walk all routes as every role.
package final class CentreDesk: Sendable {
  let centre: Centre
  private let signIns: SignInDesk
  private let originGuard: OriginGuard
  private let router: Router<Access>
  private let rounds: RoundQueue
  private let sightings: Sightings
  private let live: LiveBoard
  private let programs: ProgramDesk

  /// Serves laptops, signing in, and the given pages.
  ///
  /// - Parameter hosts: names and addresses by which browsers reach it, without ports.
  package init(_ centre: Centre, hosts: [String], pages: [PageRoute] = CentrePages.routes) {
    self.centre = centre
    originGuard = OriginGuard(hostNames: hosts)
    let signIns = SignInDesk(centre)
    self.signIns = signIns
    let sightings = Sightings()
    self.sightings = sightings
    var router = Router<Access>()
    let enrolment = EnrolmentEndpoint(centre)
    let rounds = RoundQueue { try centre.answer($0).map(\.bytes) }
    self.rounds = rounds
    let live = LiveBoard(
      mark: { try centre.read { try LiveMark($0, of: centre).text } },
      now: { centre.surroundings.clock().monotonicMilliseconds })
    self.live = live
    router.add(.get, "/health", access: .program) { _, _ in Self.health(centre) }
    router.add(
      .post, SyncEndpoint.path, access: .program, bodyLimit: ServeBounds.streamBytes
    ) { request, _ in SyncEndpoint.respond(to: request, through: rounds) }
    router.add(.get, EnrolmentEndpoint.path, access: .program) { request, _ in
      enrolment.offer(request)
    }
    router.add(
      .post, EnrolmentEndpoint.path, access: .program, bodyLimit: EnrolmentEndpoint.bodyLimit
    ) { request, _ in enrolment.enrol(request) }
    let couriers = CourierEndpoint(centre)
    router.add(
      .post, CourierEndpoint.path, access: .program, bodyLimit: Limits.courierMessageBytes
    ) { request, _ in couriers.respond(to: request) }
    router.add(.get, UpdateEndpoint.path, access: .program) { _, _ in UpdateEndpoint.word(centre) }
    router.add(.get, UpdateEndpoint.piecePattern, access: .program) { _, parameters in
      UpdateEndpoint.piece(centre, parameters)
    }
    router.add(.get, Stylesheet.path, access: .anyone) { _, _ in
      .bytes(Stylesheet.bytes, type: "text/css; charset=utf-8")
    }
    let programs = ProgramDesk(centre, sightings)
    self.programs = programs
    for route in ProgramRoutes.all {
      router.add(.get, ProgramRoutes.prefix + route.path, access: route.access) { request, _ in
        programs.answer(route, request)
      }
    }
    router.add(.get, ProgramDesk.metricsPath, access: Access.keeping.ofTokens) { request, _ in
      programs.metrics(request, queue: rounds.waiting)
    }
    router.add(.get, ProgramDesk.documentPath, access: .anyone) { _, _ in
      .bytes(ProgramDocument.bytes, type: "application/json")
    }
    router.add(.get, CentreScript.path, access: .anyone) { _, _ in
      .bytes(CentreScript.bytes, type: "text/javascript; charset=utf-8")
    }
    router.add(.get, LiveEndpoint.path, access: .signedIn) { _, _ in live.answerNow() }
    let entrance = SignInPages(desk: signIns).routes + OwnAccountPages(desk: signIns).routes
    let feedback = FeedbackDesk(centre).routes
    for page in entrance + feedback + [Self.language] + pages {
      router.add(page.method, page.pattern, access: page.access, bodyLimit: page.bodyLimit) {
        request, parameters in
        Self.answer(page, request, parameters, centre, signIns, sightings) { rounds.waiting }
      }
    }
    self.router = router
  }

  deinit { stop() }

  private static let language = PageRoute(
    .post, PageLanguage.path, access: .anyone, bodyLimit: 4 << 10
  ) { PageLanguage.choose($0.form) }

  /// Every route with who may use it, in order.
  package var routes: [(method: HTTPMethod, pattern: String, access: Access)] {
    router.routes.map { ($0.method, $0.pattern, $0.access) }
  }

  /// Bytes of the largest body for a method and path.
  package func bodyLimit(_ method: HTTPMethod, _ target: RequestTarget) -> Int {
    router.bodyLimit(method, target)
  }

  /// What somebody reads whose form is longer than its page takes; nil for programs.
  func longBodyAnswer(
    _ method: HTTPMethod, _ target: RequestTarget, _ headers: HTTPHeaders
  ) -> HTTPResponse? {
    if target.segments.starts(with: ProgramDesk.segments) {
      // A question has no body: what is sent to one is no form that is too long.
      if case .methodNotAllowed(let methods) = router.match(method, target) {
        return ProgramDesk.refusal(ofMethods: methods)
      }
      return ProgramDesk.refusal(413)
    }
    guard method.changesState, headers["Accept"]?.contains("text/html") ?? false,
      let request = try? HTTPRequest(
        method: method, target: RequestTarget.path(target.segments), headers: headers)
    else { return nil }
    return refusal(413, RefusalPages.longForm(bodyLimit(method, target)), request)
  }

  /// Answers one request.
  package func respond(to request: HTTPRequest) -> HTTPResponse {
    if request.target.segments.starts(with: ProgramDesk.segments) {
      switch router.match(request.method, request.target) {
      case .found: break
      case .notFound: return ProgramDesk.refusal(404)
      case .methodNotAllowed(let methods): return ProgramDesk.refusal(ofMethods: methods)
      }
    }
    return router.respond(to: request) { request, route in refuse(request, route.access) }
  }

  /// Answers one request: a laptop's round later, together with those that wait beside it, and an
  /// open page when there is something new.
  package func respond(to request: HTTPRequest, later: DeferredAnswer) -> HTTPResponse? {
    if LiveEndpoint.isMeant(by: request) {
      if let refusal = refuse(request, .signedIn) { return refusal }
      live.wait(seen: LiveEndpoint.seen(request), later)
      return nil
    }
    guard request.method == .post, request.path == SyncEndpoint.path else {
      return respond(to: request)
    }
    SyncEndpoint.respond(to: request, through: rounds) { later.send($0) }
    return nil
  }

  /// Answers pages that wait for news, which ask again later.
  func sendPagesAway() { live.stop() }

  /// How many open pages wait for news at this moment.
  var waitingPages: Int { live.waitingPages }

  /// Takes no more rounds; those that wait are answered, and pages that wait are sent away.
  package func stop() {
    live.stop()
    rounds.stop()
  }

  /// What takes the place of a handler when the request may not reach it.
  private func refuse(_ request: HTTPRequest, _ access: Access) -> HTTPResponse? {
    switch access {
    case .program: return nil
    case .tokens: return programs.refuse(request, access)
    case .anyone, .roles: break
    }
    guard originGuard.allows(request) else { return .plain(403) }
    guard case .roles = access else { return nil }
    let clock = centre.surroundings.clock()
    do {
      guard let signIn = try signIns.find(request, at: clock) else {
        if request.method.changesState {
          if let late = LateForm(request, signIns) {
            return late.answer(centre, PageLanguage.of(request))
          }
          return refusal(401, RefusalPages.signInNeeded, request)
        }
        return .seeOther(SignInPages.address(comingFrom: request))
      }
      guard access.allows(signIn.account.rights) else {
        try sightings.note(.refused, .account(signIn.account.name), request, centre)
        return refusal(403, RefusalPages.notAllowed, request)
      }
      // A password that somebody else made proves nobody: its person chooses another one first.
      guard signIn.account.mustChoosePassword, !OwnAccountPages.serves(request.path) else {
        return nil
      }
      return .seeOther(OwnAccountPages.path)
    } catch {
      return Self.trouble(error, request, centre)
    }
  }

  private func refusal(
    _ status: Int, _ text: (title: BilingualText, words: BilingualText), _ request: HTTPRequest
  ) -> HTTPResponse {
    RefusalPages.page(
      status, text.title, text.words, language: PageLanguage.of(request),
      name: centre.settings.place.name)
  }

  private static func answer(
    _ page: PageRoute, _ http: HTTPRequest, _ parameters: RouteParameters, _ centre: Centre,
    _ signIns: SignInDesk, _ sightings: Sightings,
    _ queue: @escaping @Sendable () -> (rounds: Int, bytes: Int)
  ) -> HTTPResponse {
    let clock = centre.surroundings.clock()
    let language = PageLanguage.of(http)
    func refusal(
      _ status: Int, _ text: (title: BilingualText, words: BilingualText)
    ) -> HTTPResponse {
      RefusalPages.page(
        status, text.title, text.words, language: language, name: centre.settings.place.name)
    }
    do {
      var signIn: (account: Account, formToken: String)?
      if case .roles = page.access { signIn = try signIns.find(http, at: clock) }
      var form: FormData?
      if http.method.changesState {
        guard let sent = try? FormData(http) else { return refusal(400, RefusalPages.badForm) }
        let token = sent[PageFrame.formTokenField]
        guard signIn == nil || signIns.accepts(formToken: token, of: http, at: clock) else {
          return refusal(403, RefusalPages.oldForm)
        }
        form = sent
      }
      // No page shows the team of yesterday.
      if signIn != nil { try centre.carryOutTeamChanges() }
      if let account = signIn?.account, page.isNoted {
        // On disk before anything is shown or done: what the log lacks has not happened.
        try sightings.note(
          http.method.changesState ? .sent : .seen, .account(account.name), http, centre)
      }
      let late = LateForm.typed(http, of: signIn?.account, centre)
      let answer = Result {
        try page.handler(
          PageRequest(
            http: http, parameters: parameters, form: form?.fields ?? late ?? NamedValues(),
            isContinued: late != nil,
            files: form?.files ?? [], language: language, account: signIn?.account,
            reach: signIn.flatMap { page.access.reach(of: $0.account.rights) },
            formToken: signIn?.formToken ?? "", centre: centre, clock: clock,
            queue: queue,
            liveMark: page.isLive ? try centre.read { try LiveMark($0, of: centre) } : nil))
      }
      let response: HTTPResponse
      switch answer {
      case .success(let page): response = page
      case .failure(let error): response = trouble(error, http, centre)
      }
      if let account = signIn?.account, page.isNoted, [403, 404].contains(response.status) {
        try sightings.note(.notShown, .account(account.name), http, centre)
      }
      return response
    } catch {
      return trouble(error, http, centre)
    }
  }

  /// A page for an error: what a person typed is theirs to mend, the rest is the store's.
  private static func trouble(
    _ error: any Error, _ http: HTTPRequest, _ centre: Centre
  ) -> HTTPResponse {
    var status = 422
    let words: BilingualText
    if let typed = PageRequest.words(ofInput: error) {
      words = typed
    } else {
      let trouble = StoreTrouble(error)
      let free = centre.surroundings.freeDiskBytes(of: centre.home)
      let isFull = trouble.status == StoreTrouble.fullStatus || free.map(DiskRoom.isFull) ?? false
      status = isFull ? StoreTrouble.fullStatus : trouble.status
      words =
        isFull
        ? StoreTrouble.full(
          centre.home.path, free: free, isFile: http.path.contains(".") && !http.method.changesState
        )
        : trouble.words
    }
    if error is FileAddressProblem { status = 400 }
    if case AccountError.unknown = error { status = 404 }
    if case TokenError.unknown = error { status = 404 }
    if case CentreError.laptopUnknown = error { status = 404 }
    if case AccountError.notAllowed = error { status = 403 }
    if case FieldError.notFound = error { status = 404 }
    if case FieldError.noSuchRecord = error { status = 404 }
    return RefusalPages.page(
      status, RefusalPages.troubleTitle, words, language: PageLanguage.of(http),
      name: centre.settings.place.name)
  }

  /// Says that the store can be read; for monitors. No number in it is anybody's.
  private static func health(_ centre: Centre) -> HTTPResponse {
    do {
      _ = try centre.read { try $0.connection.integer("SELECT count(*) FROM local_state") }
      guard let free = centre.surroundings.freeDiskBytes(of: centre.home), DiskRoom.isLow(free)
      else { return .text("ok\n") }
      let words = DiskRoom.state(of: centre.home.path, free)
      let text = "\(words.vietnamese)\n\(words.english)\n"
      // What still works is well; where nothing can be written any more it is not.
      guard DiskRoom.isFull(free) else { return .text("ok\n\(DiskRoom.code)\n\(text)") }
      return .text("\(DiskRoom.fullCode)\n\(text)", status: StoreTrouble.fullStatus)
    } catch {
      return ProblemResponse.make(for: error)
    }
  }
}
