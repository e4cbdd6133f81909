import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// One month: what stands open and what would be closed, or what was closed and what came since.
enum MonthPage {
  private static let pattern = "\(MonthListPage.path)/:month"
  private static let noteName = "note"
  private static let anywayName = "anyway"
  static let reasonName = "reason"
  private static let seenName = "seen"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0, problem: nil) },
    PageRoute(.get, "\(pattern)/summary", access: .coordinator, handler: summary),
    PageRoute(.post, "\(pattern)/close", access: .coordinator, isNoted: false, handler: close),
    PageRoute(.post, "\(pattern)/reopen", access: .coordinator, isNoted: false, handler: reopen),
  ]

  /// The unit that is meant: one's own, or for whoever sees the whole centre the one that is named.
  static func unit(_ request: PageRequest) throws -> String? {
    let reached = try request.reached()
    let sent = request.form[MonthListPage.unitName]
    guard reached.isEverything else {
      // What somebody asks to be done to another unit is not done to their own.
      guard sent == nil || sent == reached.unit else {
        throw FieldError.unknownUnit(String((sent ?? "").prefix(20)))
      }
      return reached.unit
    }
    let typed = sent ?? request.http.query[MonthListPage.unitName] ?? ""
    guard !typed.isEmpty else { return nil }
    guard PageRequest.isUnitCode(typed) else {
      throw FieldError.unknownUnit(String(typed.prefix(20)))
    }
    return typed
  }

  private static func month(_ request: PageRequest) throws -> Period {
    try month(request.parameters["month"], request)
  }

  /// The month that a text names.
  /// - Throws: `MonthProblem`.
  static func month(_ typed: String, _ request: PageRequest) throws -> Period {
    guard let month = try? Period.parse(typed, today: request.today), month.kind == .month else {
      throw MonthProblem(typed: String(typed.prefix(40)), today: request.today)
    }
    return month
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let month = try month(request)
    let unit = try unit(request)
    let reached = try request.reached()
    let language = request.language
    let standing = try request.centre.read { reader in
      try reader.closings().last { $0.isStanding && $0.month == month && $0.unit == unit }
    }
    let content =
      try standing.map { try closed($0, request, problem) }
      ?? open(month, unit, request, problem)
    var frame = request.frame(
      BilingualText(vi: month.label(.vietnamese), en: month.label(.english)))
    let name = try unit.flatMap { code in
      try request.centre.read { try PlaceMap($0).name(of: code, on: month.to) }
    }
    frame.lead =
      reached.words
      ?? unit.map { code in BilingualText(same: name.map { "\($0) (\(code))" } ?? code) }
    if request.http.method.changesState { frame.path = MonthListPage.path(of: month, unit: unit) }
    return .html(
      frame.page {
        if problem == nil { done(request, language) }
        content
        element("p", ["class": "actions"]) {
          element("a", ["href": MonthListPage.path]) { MonthWords.all.text(in: language) }
          element(
            "a",
            ["href": MonthNumbers(month: month, unit: unit, language: language).reportAddress]
          ) {
            MonthWords.report.text(in: language)
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func done(_ request: PageRequest, _ language: Language) -> HTML {
    let words: BilingualText? =
      switch request.http.query["done"] {
      case "close": MonthWords.doneClosed
      case "reopen": MonthWords.doneReopened
      case "closed-already": MonthWords.closedAlready
      case "open-already": MonthWords.openAlready
      default: nil
      }
    guard let words else { return .empty }
    return element("p", ["class": "message good", "role": "status"]) { words.text(in: language) }
  }

  private static func summary(_ request: PageRequest) throws -> HTTPResponse {
    let month = try month(request)
    let unit = try unit(request)
    guard
      try request.centre.read({ reader in
        try reader.closings().contains {
          $0.isStanding && $0.month == month && $0.unit == unit
        }
      })
    else { return try page(request, problem: nil) }
    let summary = try request.centre.closingSummary(
      of: month, unit: unit, now: request.now, request.language)
    // On disk before anybody has the file: what the log lacks was not taken out.
    let actor = try request.actor
    try request.centre.note(AuditEvent(.exported, request.http.path), by: actor)
    let name = "chot-\(month.description.replacing("@", with: "-ngay-"))"
    return .download(
      summary.bytes, type: "text/plain; charset=utf-8",
      fileName: unit.map { "\(name)-\($0).txt" } ?? "\(name).txt")
  }

  private static func close(_ request: PageRequest) throws -> HTTPResponse {
    let month = try month(request)
    let unit = try unit(request)
    let act = ClosingAct(
      person: try person(request), note: request.form[noteName].flatMap { $0.isEmpty ? nil : $0 },
      mayBeIncomplete: request.form[anywayName] != nil, seen: request.form[seenName] ?? "",
      actor: try request.actor)
    do {
      _ = try request.centre.close(
        month, unit: unit, today: request.today, act)
    } catch FieldError.closing(.closedAlready) {
      // Sent twice, or closed by somebody else meanwhile: the page says so and shows how it stands.
      return .seeOther(done("closed-already", month, unit))
    } catch FieldError.closing(.openItems) {
      return try page(request, problem: MonthWords.tickFirst)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
    return .seeOther(done("close", month, unit))
  }

  private static func reopen(_ request: PageRequest) throws -> HTTPResponse {
    let month = try month(request)
    let unit = try unit(request)
    do {
      _ = try request.centre.reopen(
        month, unit: unit, reason: request.form[reasonName] ?? "", by: try person(request),
        try request.actor)
    } catch FieldError.closing(.notClosed) {
      return .seeOther(done("open-already", month, unit))
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
    return .seeOther(done("reopen", month, unit))
  }

  private static func done(_ verb: String, _ month: Period, _ unit: String?) -> String {
    MonthListPage.path(of: month, unit: unit, [NamedValues.Item(name: "done", value: verb)])
  }

  /// The name under which somebody closes: the member's, where the account is one's.
  private static func person(_ request: PageRequest) throws -> String {
    guard let account = request.account else { throw AccountError.notAllowed("") }
    let member = try account.rights.member.flatMap { row in
      try request.centre.read { try $0.record(Member.self, row)?.fullName }
    }
    return member.map { "\($0) (\(account.name.text))" } ?? account.name.text
  }
}

// MARK: - An open month

extension MonthPage {
  private static func open(
    _ month: Period, _ unit: String?, _ request: PageRequest, _ problem: BilingualText?
  ) throws -> HTML {
    let language = request.language
    guard month.to < request.today else {
      return panel {
        element("p", ["class": "empty"]) {
          FieldError.closing(.notOver(month)).words.text(in: language)
        }
      }
    }
    let outlook = try request.centre.closing(of: month, unit: unit, today: request.today)
    let plan = outlook.plan
    let open = try OpenWork.before(
      closing: month, unit, request.centre, now: request.now, within: request.reached())
    let numbers = MonthNumbers(month: month, unit: unit, language: language)
    return try HTML.group {
      request.strip(outlook.coverage)
      try panel(id: "checklist", MonthWords.checklist.text(in: language)) {
        checklist(plan.checklist, of: month, isNow: true, language)
        open.html(language)
        lines(try closedBeside(month, unit, request), language)
        lines(outlook.replaced.map { ClosingReport.words(replacing: $0) } ?? [], language)
      }
      panel(id: "numbers", MonthWords.numbers.text(in: language)) {
        numbers.figures(plan.total, now: plan.total)
        numbers.reasons(plan.reasons)
      }
      if !plan.adjustments.isEmpty {
        panel(id: "adjustments", MonthWords.adjustments.text(in: language)) {
          for adjustment in plan.adjustments {
            AdjustmentTable(adjustment, isNow: true).html(language)
          }
        }
      }
      panel(id: "close") { closingForm(outlook, month, unit, request, problem) }
      try history(of: month, unit, request)
    }
  }

  private static func closingForm(
    _ outlook: ClosingOutlook, _ month: Period, _ unit: String?, _ request: PageRequest,
    _ problem: BilingualText?
  ) -> HTML {
    let language = request.language
    return PageForm(
      action: action("close", month), formToken: request.formToken, submit: MonthWords.close,
      problem: problem
    ).html(language) {
      hidden(seenName, outlook.fingerprint)
      if let unit {
        hidden(MonthListPage.unitName, unit)
      }
      PageField(noteName, MonthWords.note, value: request.form[noteName] ?? "")
        .html(language)
      if !outlook.plan.checklist.isClear {
        TickBoxes(
          name: anywayName, legend: MonthWords.openItems,
          choices: [(value: "yes", words: MonthWords.anyway)],
          chosen: request.form[anywayName] == nil ? [] : ["yes"], problem: nil
        ).html(language)
      }
    }
  }

  static func action(_ verb: String, _ month: Period) -> String {
    "\(MonthListPage.path)/\(month.description)/\(verb)"
  }

  /// What stands open, each with the page that lists it; of a closed month, what stood open then.
  static func checklist(
    _ checklist: MonthClosing.Checklist, of month: Period, isNow: Bool, _ language: Language
  ) -> HTML {
    if checklist.isClear {
      return element("p") {
        StateMark.good.html(
          CoordinatorWords.capitalised(ClosingReport.clear).text(in: language) + ".")
      }
    }
    let silent = checklist.laptops - checklist.reported
    var open: [(words: BilingualText, path: String)] = []
    if checklist.laptops == 0 { open.append((MonthWords.noLaptop, LaptopListPage.path)) }
    for (count, words, path) in [
      (silent, MonthWords.silent, LaptopListPage.path(behind: month.to)),
      (checklist.conflicts, MonthWords.conflicts, ConflictPages.path),
      (checklist.held, MonthWords.held, GapPages.missingPath),
      (checklist.reviews, MonthWords.reviews, RulingPages.openPath),
    ] where count > 0 {
      open.append((words(count), path))
    }
    return element("ul", ["class": "plain"]) {
      for item in open {
        element("li") {
          element("span", ["class": "mark mark-attention"]) {
            StateMark.attention.shape
            if isNow {
              element("a", ["href": item.path]) { item.words.text(in: language) }
            } else {
              item.words.text(in: language)
            }
          }
        }
      }
    }
  }

  static func lines(_ words: [BilingualText], _ language: Language) -> HTML {
    HTML.group { for line in words { element("p") { line.text(in: language) } } }
  }
}
