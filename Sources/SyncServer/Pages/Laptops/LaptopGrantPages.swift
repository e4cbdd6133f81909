import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What one laptop may hold: a hamlet or a unit is given to it or taken from it, after a look at what
/// that changes.
struct LaptopGrantPages {
  private static let pattern = "\(LaptopListPage.path)/:replica/areas"
  private static let stepName = "step"
  private static let preview = "preview"
  private static let endName = "end"
  private static let areaName = "area"
  private static let fromName = "from"
  private static let untilName = "until"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) {
      try LaptopGrantPages($0).page()
    },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false) {
      try LaptopGrantPages($0).send()
    },
  ]

  /// Where what a laptop may hold is changed.
  static func path(of replica: ReplicaID) -> String {
    "\(LaptopListPage.path(of: replica))/areas"
  }

  /// What a form asks for.
  private enum Act {
    case give(GrantTarget, since: Timestamp?, until: Timestamp?)
    case end(Int64)
  }

  private let request: PageRequest
  private let language: Language
  private let laptop: LaptopStanding
  private let reached: ReachedWork
  private let rules: [(rule: GrantRule, words: BilingualText)]
  private let areas: [(value: String, words: BilingualText)]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let laptop = try request.laptop()
    self.laptop = laptop
    let reached = try request.reached()
    self.reached = reached
    let (all, labels) = try request.centre.grantRules()
    rules = try all.filter { $0.replica == laptop.report.replica }.map { rule in
      (rule, try request.centre.words(of: rule.target, labels))
    }
    let place = request.centre.settings.place
    areas = try request.centre.read { reader in
      let units = try ServedUnits(place, reader)
        .choices(for: RecordForms.hamlet, within: reached).map { ("unit-\($0.value)", $0.words) }
      return units + (try RecordChoices.list(.place, reader, reached) ?? [])
    }
  }

  private var replica: ReplicaID { laptop.report.replica }
  private var path: String { Self.path(of: replica) }
  private var isLost: Bool { if case .lost = laptop.report.fate { true } else { false } }

  // MARK: The page

  private func page(
    _ problem: BilingualText? = nil, shown: HTML = .empty
  ) -> HTTPResponse {
    var frame = request.frame(
      GrantWords.title + BilingualText(same: ": \(laptop.report.label)"))
    frame.path = path
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            GrantWords.done.text(in: language)
          }
        }
        shown
        panel(id: "rules") { table.html(language) }
        panel(GrantWords.give.text(in: language)) {
          if isLost {
            element("p", ["class": "empty"]) { GrantWords.isLost.text(in: language) }
          } else {
            form(problem)
          }
        }
        element("p") {
          element("a", ["href": LaptopListPage.path(of: replica)]) {
            GrantWords.back.text(in: language)
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var table: PageTable {
    func time(_ time: Timestamp?) -> HTML {
      guard let time, time != Store.always else { return .text("—") }
      return .text(Format.dateTime(LocalDateTime(time: time)))
    }
    return PageTable(
      GrantWords.holds,
      columns: [
        .text(GrantWords.area), .text(GrantWords.from), .text(GrantWords.until),
        .text(GrantWords.end),
      ],
      rows: rules.map { rule, words in
        PageTable.Row([
          .text(words.text(in: language)), time(rule.since), time(rule.until),
          element("form", ["method": "post", "action": path]) {
            PageFrame.tokenField(request.formToken)
            hidden(Self.stepName, Self.preview)
            hidden(Self.endName, String(rule.id))
            element(
              "button",
              [
                "type": "submit", "class": "quiet",
                "aria-label": (GrantWords.end + BilingualText(same: ": ") + words)
                  .text(in: language),
              ]
            ) { GrantWords.end.text(in: language) }
          },
        ])
      }, empty: GrantWords.holdsNothing)
  }

  private func form(_ problem: BilingualText?) -> HTML {
    PageForm(
      action: path, formToken: request.formToken, submit: ReformWords.show, problem: problem
    ).html(language) {
      hidden(Self.stepName, Self.preview)
      PageField(
        Self.areaName, GrantWords.area,
        .choice([(value: "", words: BilingualText(vi: "– chọn –", en: "– choose –"))] + areas),
        value: request.typed(Self.areaName), isRequired: true
      ).html(language)
      PageField(
        Self.fromName, GrantWords.from, .digits, value: request.typed(Self.fromName),
        hint: GrantWords.fromHint
      ).html(language)
      PageField(
        Self.untilName, GrantWords.through, .digits, value: request.typed(Self.untilName),
        hint: GrantWords.untilHint
      ).html(language)
    }
  }

  // MARK: Looking and doing

  private func send() throws -> HTTPResponse {
    let act: Act
    do {
      act = try asked()
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return page(PageRequest.words(ofInput: error))
    }
    if case .give(let target, let since, let until) = act,
      try request.centre.holds(target, replica, since: since, until: until)
    {
      return page(GrantWords.heldAlready)
    }
    guard request.form[Self.stepName] != Self.preview else { return try preview(act) }
    try request.centre.note(
      AuditEvent(.sent, path, detail: detail(act)), by: try request.actor)
    _ = try request.centre.changeGrants(isDryRun: false) { try carryOut(act, $0, $1) }
    return .seeOther("\(path)?done=1")
  }

  private func carryOut(
    _ act: Act, _ store: Store, _ clock: ClockReading
  ) throws -> [GrantChange] {
    switch act {
    case .give(let target, let since, let until):
      try store.addGrant(
        target, to: replica, since: since ?? Store.always, until: until, at: clock.wall)
    case .end(let number): try store.endGrant(number, at: clock.wall)
    }
  }

  private func detail(_ act: Act) -> String {
    switch act {
    case .give:
      [Self.areaName, Self.fromName, Self.untilName].map { "\($0)=\(request.typed($0))" }
        .joined(separator: " ")
    case .end(let number): "\(Self.endName)=\(number)"
    }
  }

  private func preview(_ act: Act) throws -> HTTPResponse {
    let (changes, emptied) = try request.centre.previewGrants { try carryOut(act, $0, $1) }
    let hamlets = try request.centre.inspect { try $0.reader.scopes(of: .households) }
    let left = emptied.filter { hamlets.contains($0.scope) }
    let shown = panel {
      element("p", ["class": "message attention", "role": "status"]) {
        ReformWords.onlyShown.text(in: language)
      }
      ReformPreview.grants(changes, language).html(language)
      for area in left {
        element("p") {
          StateMark.attention.html(GrantWords.withoutLaptop(area.label).text(in: language))
        }
      }
      element("p") { GrantWords.means.text(in: language) }
      PageForm(action: path, formToken: request.formToken, submit: submit(act)).html(language) {
        for name in [Self.areaName, Self.fromName, Self.untilName, Self.endName] {
          hidden(name, request.typed(name))
        }
      }
    }
    return page(shown: shown)
  }

  private func submit(_ act: Act) -> BilingualText {
    switch act {
    case .give: GrantWords.give
    case .end: GrantWords.end
    }
  }

  /// What was sent, within reach.
  /// - Throws: `InputProblem`, `ImportRefusal` with what is wrong.
  private func asked() throws -> Act {
    if let number = Int64(request.typed(Self.endName)) {
      guard rules.contains(where: { $0.rule.id == number }) else {
        throw GrantRefusal(words: GrantWords.gone)
      }
      return .end(number)
    }
    guard !isLost else { throw GrantRefusal(words: GrantWords.isLost) }
    let area = request.typed(Self.areaName)
    guard areas.contains(where: { $0.value == area }) else {
      throw GrantRefusal(words: GrantWords.notChosen)
    }
    func day(_ name: String) throws -> LocalDate? {
      let typed = request.typed(name)
      return try typed.isEmpty ? nil : Format.parseDate(typed)
    }
    let (from, until) = (try day(Self.fromName), try day(Self.untilName))
    if let from, let until, until < from { throw GrantRefusal(words: GrantWords.lastDayFirst) }
    let target: GrantTarget =
      if area.hasPrefix("unit-") {
        .unit(String(area.dropFirst("unit-".count)))
      } else {
        .place(try request.centre.read { try $0.findPlace(area).id })
      }
    func start(_ day: LocalDate) -> Timestamp {
      Timestamp(startOfRegistryDay: Int64(day.daysSince1970))
    }
    return .give(
      target, since: from.map(start), until: until.map { start($0.adding(days: 1)) })
  }
}

/// Why nothing was given to a laptop or taken from it.
private struct GrantRefusal: CentreProblem {
  let words: BilingualText
  var code: String { "grant-refused" }
  var category: ErrorCategory { .userError }
}

/// The words of what a laptop may hold.
enum GrantWords {
  static let title = BilingualText(vi: "Địa bàn máy được giữ", en: "What it may hold")
  static let change = BilingualText(vi: "Thêm, bớt địa bàn", en: "Change what it may hold")
  static let holds = BilingualText(vi: "Được giữ dữ liệu", en: "What it may hold")
  static let holdsNothing = BilingualText(
    vi: "Máy này không được giữ dữ liệu của hộ nào.", en: "It may hold no household's data.")
  static let area = BilingualText(vi: "Xã hoặc thôn", en: "Unit or hamlet")
  static let from = BilingualText(vi: "Từ", en: "Since")
  static let until = BilingualText(vi: "Đến", en: "Until")
  static let through = BilingualText(vi: "Đến hết ngày", en: "Through")
  static let fromHint = BilingualText(
    vi: "ngày/tháng/năm; để trống là từ đầu", en: "day/month/year; from the beginning if empty")
  static let untilHint = BilingualText(
    vi: "ngày/tháng/năm; để trống là không hạn", en: "day/month/year; without end if empty")
  static let give = BilingualText(vi: "Cho máy giữ thêm", en: "Let it hold more")
  static let end = BilingualText(vi: "Thôi cho giữ", en: "End it")
  static let back = BilingualText(vi: "Trở lại máy này", en: "Back to this laptop")
  static let done = BilingualText(
    vi: "Đã đổi. Máy biết ở lần gửi nhận tới.", en: "Changed. It learns so in its next round.")
  static let means = BilingualText(
    vi:
      "Máy phải trả lại thì gửi hết việc của nơi ấy rồi mới xóa khỏi máy; trung tâm không mất gì.",
    en: "What it hands back it sends first and then removes; the centre loses nothing.")
  static let isLost = BilingualText(
    vi: "Máy đã bị báo mất nên không được giao thêm gì. Nếu tìm thấy, hãy báo lại trước.",
    en: "It is declared lost and gets nothing more. Should it be found, say so first.")
  static let heldAlready = BilingualText(
    vi: "Máy đã được giữ nơi này rồi; không đổi gì.",
    en: "It may hold this already; nothing was changed.")
  static let notChosen = BilingualText(
    vi: "Chưa chọn xã hay thôn trong phạm vi của bạn; không đổi gì.",
    en: "No unit or hamlet within your reach was chosen; nothing was changed.")
  static let gone = BilingualText(
    vi: "Máy không còn được giữ nơi ấy; không đổi gì.",
    en: "It holds that no longer; nothing was changed.")
  static let lastDayFirst = BilingualText(
    vi: "Ngày cuối lại trước ngày đầu; không đổi gì.",
    en: "The last day comes before the first; nothing was changed.")

  static func withoutLaptop(_ area: String) -> BilingualText {
    BilingualText(
      vi: "Sau đó không máy nào giữ “\(area)”: không ai ghi tiếp được ở đó.",
      en: "No laptop would hold “\(area)” then: nobody could record there.")
  }
}
