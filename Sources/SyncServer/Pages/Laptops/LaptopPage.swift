import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// One laptop: what is known of it, what it may hold, what is missing of it.
enum LaptopPage {
  static let routes = [
    PageRoute(
      .get, "\(LaptopListPage.path)/:replica", access: .overview, isNoted: true, isLive: true,
      handler: page)
  ]

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let laptop = try request.laptop()
    let language = request.language
    let (rules, labels) = try request.centre.grantRules()
    let held = try rules.filter { $0.replica == laptop.report.replica }.map { rule in
      (rule: rule, words: try request.centre.words(of: rule.target, labels))
    }
    let devices = try devices(laptop, request)
    var frame = request.frame(BilingualText(same: laptop.report.label))
    frame.lead = laptop.report.fate?.words
    return .html(
      frame.page {
        if let act = request.http.query["done"].flatMap(LaptopAct.init) {
          element("p", ["class": "message good", "role": "status"]) { act.done.text(in: language) }
        }
        panel { facts(laptop, request.today, language) }
        if let rights = request.account?.rights, Access.coordinator.allows(rights) {
          panel(language.text("Việc với máy này", "What became of it")) { acts(laptop, language) }
        }
        devices
        carried(laptop, language)
        panel(id: "missing") { missing(laptop, labels).html(language) }
        panel(id: "grants") { grants(held, language).html(language) }
        element("p") {
          element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
        }
      })
  }

  /// The things that were written down as this laptop, and the way to write one down.
  private static func devices(
    _ laptop: LaptopStanding, _ request: PageRequest
  ) throws -> HTML {
    guard Access.coordinator.allows(request.account?.rights) else { return .empty }
    let form = RecordForms.device
    let number = laptop.report.replica.rawValue
    let reached = try request.reached()
    return try request.centre.read { reader in
      var filter = FormFilter()
      filter.values = [(DeviceTable.replica, .integer(Int64(number)))]
      let records = try reader.formRecords(form, filter, page: .all)
        .filter { try reached.mayShow($0, reader) }
      let team = try laptop.report.team.map {
        try reader.codeText(of: $0, in: TeamTable.definition)
      }
      let table = RecordTable(
        form: form, records: records, without: form.field(DeviceTable.replica.id), reader: reader)
      return try panel(id: "devices") {
        try table.html(request.language)
        element("p", ["class": "actions"]) {
          element(
            "a",
            [
              "href": CentreForms.path(
                adding: form,
                [("label", laptop.report.label), ("replica", "\(number)"), ("team", team ?? "")])
            ]
          ) { RecordWays.add(form).text(in: request.language) }
        }
      }
    }
  }

  private static func acts(_ laptop: LaptopStanding, _ language: Language) -> HTML {
    element("p", ["class": "actions"]) {
      for act in LaptopAct.allCases where act.applies(to: laptop) {
        element("a", ["href": LaptopActPages.path(act, of: laptop.report.replica)]) {
          act.words.text(in: language)
        }
      }
      element("a", ["href": LaptopGrantPages.path(of: laptop.report.replica)]) {
        GrantWords.change.text(in: language)
      }
    }
  }

  private static func facts(
    _ laptop: LaptopStanding, _ today: LocalDate, _ language: Language
  ) -> HTML {
    let cells = LaptopCells(standing: laptop, today: today, language: language)
    let report = laptop.report
    func number(_ value: Int64?) -> HTML {
      .text(value.map { Format.integer($0, language) } ?? "—")
    }
    let holder = report.holder ?? LaptopWords.noHolder.text(in: language)
    let disk = laptop.freeDiskBytes.map { LaptopWords.free($0).text(in: language) } ?? "—"
    return factList(
      [
        (LaptopWords.laptop, .text(report.label)),
        (LaptopWords.number, .text("\(report.replica.rawValue)")),
        (LaptopWords.team, .text(report.teamName ?? LaptopWords.noTeam.text(in: language))),
        (LaptopWords.holder, .text(holder)),
        (LaptopWords.enrolled, .text(Format.dateTime(laptop.enrolled))),
        (LaptopWords.reportedThrough, cells.reported),
        (
          LaptopWords.way, report.way.map { .text(LaptopWords.way($0, report).text(in: language)) }
        ),
        (LaptopWords.silentDays, number(laptop.daysSilent(on: today).map(Int64.init))),
        (LaptopWords.unsent, number(report.unsent)), (LaptopWords.clock, cells.clock),
        (LaptopWords.version, .text(report.software ?? "—")), (LaptopWords.disk, .text(disk)),
      ], language)
  }

  /// What of it is on its way, and which of its packs nobody has seen.
  private static func carried(_ laptop: LaptopStanding, _ language: Language) -> HTML {
    let report = laptop.report
    guard !report.onItsWay.isEmpty || !laptop.skippedPacks.isEmpty else { return .empty }
    return panel(id: "carried", LaptopWords.onItsWay.text(in: language)) {
      for pack in report.onItsWay {
        element("p") { StateMark.attention.html(pack.words.text(in: language) + ".") }
      }
      if !laptop.skippedPacks.isEmpty {
        element("p") { LaptopWords.skipped(laptop.skippedPacks).text(in: language) }
      }
    }
  }

  /// What of its own is missing here, and what it waits for.
  private static func missing(
    _ laptop: LaptopStanding, _ labels: [ScopeID: String]
  ) -> PageTable {
    PageTable(
      LaptopWords.missing,
      columns: [
        .text(LaptopPageWords.batch), .text(LaptopPageWords.area), .text(LaptopPageWords.writer),
        .number(LaptopPageWords.waiting), .text(LaptopPageWords.since),
      ],
      rows: (laptop.missing + laptop.awaited).map { hold in
        PageTable.Row([
          element("a", ["href": "\(GapPages.path)/\(GapArguments.name(of: hold))"]) {
            "\(GapArguments.name(of: hold)) · \(hold.missing.sequence)"
          },
          .text(NamedScope(hold.scope, labels).label),
          .text(
            hold.missing.replica == laptop.report.replica
              ? laptop.report.label : "#\(hold.missing.replica.rawValue)"),
          .text("\(hold.operations)"),
          .text(Format.dateTime(LocalDateTime(time: hold.since))),
        ])
      },
      empty: laptop.report.lastRound == nil
        ? LaptopPageWords.unknownMissing : LaptopPageWords.nothingMissing,
      note: LaptopPageWords.missingNote)
  }

  private static func grants(
    _ held: [(rule: GrantRule, words: BilingualText)], _ language: Language
  ) -> PageTable {
    func time(_ time: Timestamp?) -> HTML {
      guard let time, time != Store.always else { return .text("—") }
      return .text(Format.dateTime(LocalDateTime(time: time)))
    }
    return PageTable(
      LaptopPageWords.holds,
      columns: [
        .text(LaptopPageWords.area), .text(LaptopPageWords.from), .text(LaptopPageWords.until),
      ],
      rows: held.map { rule, words in
        PageTable.Row([.text(words.text(in: language)), time(rule.since), time(rule.until)])
      }, empty: LaptopPageWords.holdsNothing)
  }
}

extension PageRequest {
  /// The laptop that the address names, within reach.
  /// - Throws: `CentreError.laptopUnknown`.
  func laptop() throws -> LaptopStanding {
    let reached = try reached()
    let number = String(parameters["replica"].prefix(20))
    guard
      let laptop = try laptops(within: reached).first(where: {
        "\($0.report.replica.rawValue)" == number
      })
    else { throw CentreError.laptopUnknown(number) }
    return laptop
  }

  /// The laptops within reach; of others not even who carries something is told.
  func laptops(within reached: ReachedWork) throws -> [LaptopStanding] {
    let laptops = try centre.inspect { try LaptopStanding.gather($0.store) }
      .filter { reached.holds($0.report) }
    guard !reached.isEverything else { return laptops }
    let labels = Set(laptops.map(\.report.label))
    return laptops.map { $0.telling(of: labels) }
  }
}

/// The words of one laptop's page.
private enum LaptopPageWords {
  static let batch = BilingualText(vi: "Gói · số thứ tự", en: "Batch · place")
  static let area = BilingualText(vi: "Vùng", en: "Area")
  static let writer = BilingualText(vi: "Máy đã ghi", en: "Written by")
  static let waiting = BilingualText(vi: "Thao tác đang chờ", en: "Operations waiting")
  static let since = BilingualText(vi: "Từ lúc", en: "Since")
  static let holds = BilingualText(vi: "Được giữ dữ liệu", en: "What it may hold")
  static let from = BilingualText(vi: "Từ", en: "Since")
  static let until = BilingualText(vi: "Đến", en: "Until")
  static let holdsNothing = BilingualText(
    vi: "Máy này không được giữ dữ liệu của hộ nào.", en: "It may hold no household's data.")
  static let unknownMissing = BilingualText(
    vi: "Máy chưa gửi nhận lần nào nên chưa biết nó đã ghi gì.",
    en: "It has had no round yet, so nobody knows what it wrote.")
  static let nothingMissing = BilingualText(
    vi: "Mọi gói máy này đã gửi đều đủ để gộp; không gói nào phải chờ.",
    en: "Everything that it sent is here with what it builds on; no batch waits.")
  static let missingNote = BilingualText(
    vi: "Trước hết hãy gửi nhận với máy đã ghi gói thiếu và mọi máy đã gặp nó. Dữ liệu đến sau "
      + "vẫn còn nguyên và được gộp khi gói thiếu về.",
    en: "First sync the laptop that wrote the missing batch, and every laptop that met it. What "
      + "came after it is safe, and is merged once the batch is here.")
}
