import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// How the centre itself stands: disk, backups, laptops, queue, clock, erasures that wait, and a check
/// of the data that is started here.
struct HealthPage {
  static let path = "/health/details"
  static let checkPath = "/health/check"
  static let unlockPath = "/health/unlock"

  static let routes = [
    PageRoute(.get, path, access: .keeping, isNoted: true, isLive: true) {
      try HealthPage($0).page()
    },
    PageRoute(.post, checkPath, access: .keeping, handler: check),
    PageRoute(.post, unlockPath, access: .coordinator, handler: unlock),
  ]

  private let request: PageRequest
  private let language: Language
  private let health: CentreHealth
  private let reached: ReachedWork
  /// Whether labels of laptops may be told: an administrator sees numbers alone, as does whoever has
  /// but a part of the centre.
  private let seesLaptops: Bool
  /// Whether the lists behind the numbers may be opened: an administrator alone may not.
  private let opensLists: Bool

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    health = try request.centre.health(within: reached)
    opensLists = Access.coordinator.allows(request.account?.rights)
    seesLaptops = opensLists && reached.isEverything
  }

  private func page() -> HTTPResponse {
    var frame = request.frame(HealthWords.title)
    frame.lead = reached.words ?? BilingualText(same: request.centre.settings.place.name)
    return .html(
      frame.page {
        panel { figures }
        panel(HealthWords.concerns.text(in: language)) {
          concerns
          unlockPart
          element("p", ["class": "actions not-printed"]) {
            element("a", ["href": IncidentPage.path]) { IncidentPage.title.text(in: language) }
          }
        }
        panel { facts }
        panel(
          id: "check", HealthWords.check.text(in: language),
          lead: HealthWords.checkLead.text(in: language)
        ) { checkPart }
        panel(id: "drills", lead: HealthWords.drillWords.text(in: language)) {
          drills.html(language)
        }
        if seesLaptops { panel(id: "erasures") { erasures.html(language) } }
      })
  }

  private func number(_ value: Int64) -> String { Format.integer(value, language) }

  private var figures: HTML {
    let metrics = health.metrics
    func figure(
      _ label: BilingualText, _ value: Int64, _ details: [BilingualText] = [], _ path: String?
    ) -> PageFigure {
      PageFigure(label, number(value), details: details, address: opensLists ? path : nil)
    }
    var figures = [
      figure(
        HealthWords.silent, Int64(metrics.silent),
        [BilingualText(same: "\(metrics.silent)/\(metrics.laptops)")],
        "\(LaptopListPage.path)?state=attention"),
      figure(HealthWords.held, metrics.counts.heldBatches, [], "\(LaptopListPage.path)?state=gap"),
      figure(HealthWords.reviews, metrics.counts.openReviews, [], RulingPages.path),
      figure(HealthWords.conflicts, metrics.counts.conflicts, [], ConflictPages.path),
    ]
    if let refusals = metrics.counts.refusals, let merged = metrics.counts.mergedBatches {
      figures += [
        figure(HealthWords.refusals, refusals, [], RefusalListPage.path),
        figure(
          HealthWords.rate, health.taken.hour,
          [
            HealthWords.day + BilingualText(same: ": \(number(health.taken.day))"),
            HealthWords.merged + BilingualText(same: ": \(number(merged))"),
          ], InboxPage.path),
      ]
    }
    return PageFigure.row(figures, language)
  }

  private var facts: HTML {
    let metrics = health.metrics
    let isClockRight = health.clock.concerns.isEmpty
    let queue = request.queue()
    return factList(
      [
        (
          HealthWords.disk,
          .text(metrics.counts.freeDiskBytes.map { LaptopWords.free($0).text(in: language) } ?? "—")
        ),
        (HealthWords.lastBackup, backup),
        (
          HealthWords.queue,
          .text(HealthWords.queue(queue.rounds, queue.bytes, language))
        ),
        (
          HealthWords.clock,
          HTML.group {
            (isClockRight ? StateMark.good : .attention).html(
              (isClockRight ? HealthWords.clockRight : HealthWords.clockWrong).text(in: language))
            element("span", ["class": "detail"]) { Format.dateTime(health.clock.now) }
          }
        ),
        (HealthWords.version, .text("camtay-server \(CentreCommands.version)")),
        (HealthWords.schema, .text("\(health.schemaVersion)")),
        (
          HealthWords.older,
          .text(
            seesLaptops && !health.olderLaptops.isEmpty
              ? health.olderLaptops.joined(separator: ", ")
              : number(Int64(health.olderLaptops.count)))
        ),
      ], language)
  }

  private var backup: HTML {
    guard let last = health.metrics.counts.lastBackup else {
      return StateMark.missing.html(HealthWords.noBackup.text(in: language))
    }
    return .text(Format.dateTime(LocalDateTime(time: last)))
  }

  private var drills: PageTable {
    PageTable(
      HealthWords.drill,
      columns: [
        .text(HealthWords.drillAt), .text(HealthWords.drillBy), .text(HealthWords.drillFile),
        .text(HealthWords.drillResult),
      ],
      rows: health.drills.map { drill in
        PageTable.Row([
          .text(Format.dateTime(LocalDateTime(time: drill.at))),
          .text(drill.account ?? AuditWords.keeper.text(in: language)), .text(drill.file),
          (drill.result?.isGood == true ? StateMark.good : .attention).html(
            drill.result?.words.text(in: language) ?? "—"),
        ])
      }, empty: HealthWords.noDrill)
  }

  private var concerns: HTML {
    let lines = words
    guard !lines.isEmpty else {
      return element("p") { StateMark.good.html(HealthWords.nothing.text(in: language)) }
    }
    return element("ul", ["class": "plain"]) {
      for words in lines {
        element("li") { StateMark.attention.html(words.text(in: language)) }
      }
    }
  }

  /// What `status` says, of what this reader may know.
  private var words: [BilingualText] {
    let status = health.status
    var words = health.clock.concerns.map(\.words)
    if health.metrics.counts.lastBackup == nil { words.append(HealthWords.backupMissing) }
    if health.ownIncidents > 0 { words.append(HealthWords.incidents(health.ownIncidents)) }
    if let lock = status.sealedValuesLock { words.append(lock.words) }
    if status.missingKeys > 0 {
      words.append(VerificationReport.words(missingKeys: status.missingKeys))
    }
    words += status.restores.compactMap(\.words)
    if status.asideWaiting > 0 { words.append(AsideWords.waiting(status.asideWaiting)) }
    // What follows names laptops and hamlets.
    guard seesLaptops else { return words }
    words += status.incidents.map { $0.words(label: nil) }
    words += (status.replaced + status.heardAgain).filter { !$0.fate.isSettled }
      .compactMap { $0.fate.line(of: $0.label) }
    words += status.linkTroubles.map(\.words)
    let told = Set(words)
    words += health.concerns.map(\.words).filter { !told.contains($0) }
    return words
  }

  private var checkPart: HTML {
    let check = request.centre.storeCheck
    return HTML.group {
      element("p", ["role": "status"]) { standing(of: check.progress) }
      if !check.findings.isEmpty {
        element("ul", ["class": "plain"]) {
          for finding in check.findings.prefix(20) {
            element("li") { StateMark.attention.html(finding.text(in: language)) }
          }
        }
      }
      if case .running = check.progress {
        element("p") {
          element("a", ["href": "\(Self.path)#check"]) { HealthWords.look.text(in: language) }
        }
      } else {
        PageForm(
          action: Self.checkPath, formToken: request.formToken, submit: HealthWords.start
        ).html(language) {
          PageField(
            "depth", HealthWords.depth,
            .choice([("quick", HealthWords.quick), ("deep", HealthWords.deep)]), value: "quick"
          ).html(language)
        }
      }
    }
  }

  private func standing(of progress: StoreCheck.Progress) -> HTML {
    switch progress {
    case .running(let done, let total):
      let percent = total > 0 ? 100 * done / total : 0
      return HTML.group {
        element(
          "progress",
          [
            "max": "100", "value": "\(percent)",
            "aria-label": HealthWords.check.text(in: language),
          ])
        " " + HealthWords.running(percent).text(in: language)
      }
    case .failed(let code):
      return StateMark.attention.html(HealthWords.failed(code).text(in: language))
    case .idle:
      guard let last = health.lastCheck else {
        return StateMark.missing.html(
          (HealthWords.lastCheck + BilingualText(same: ": ") + HealthWords.neverChecked)
            .text(in: language))
      }
      let isSound = StoreCheckNote.isSound(last)
      return HTML.group {
        (isSound ? StateMark.good : .attention).html(
          (isSound ? HealthWords.sound : HealthWords.bad(last.detail)).text(in: language))
        " "
        element("span", ["class": "detail"]) {
          (HealthWords.lastCheck + BilingualText(same: ": ") + HealthWords.depth(last.subject))
            .text(in: language) + ", " + Format.dateTime(LocalDateTime(time: last.at))
        }
      }
    }
  }

  private var erasures: PageTable {
    let today = request.today
    return PageTable(
      HealthWords.erasures,
      columns: [
        .text(HealthWords.person), .text(HealthWords.asked), .text(HealthWords.answerBy),
        .text(HealthWords.doneBy), .text(HealthWords.waitsFor),
      ],
      rows: health.erasures.map { erasure in
        let done = Format.date(erasure.doneBy)
        return PageTable.Row([
          element("code") { erasure.code }, .text(Format.date(erasure.asked)),
          .text(Format.date(erasure.answerBy)),
          erasure.doneBy < today
            ? StateMark.attention.html("\(done), " + HealthWords.overdue.text(in: language))
            : .text(done),
          .text((erasure.outstanding + erasure.doubtful).joined(separator: ", ")),
        ])
      }, empty: HealthWords.noErasure)
  }

  /// The way to show personal values before every laptop was heard; nothing while they are shown.
  private var unlockPart: HTML {
    guard seesLaptops, health.status.sealedValuesLock?.isLocked ?? false else { return .empty }
    return PageForm(
      action: Self.unlockPath, formToken: request.formToken, submit: HealthWords.unlock
    ).html(language) {
      element("p") { HealthWords.unlocking.text(in: language) }
    }
  }

  /// Shows personal values by a person's word; values that are shown already stay so.
  private static func unlock(_ request: PageRequest) throws -> HTTPResponse {
    guard try request.reached().isEverything else {
      throw AccountError.reachTooSmall(request.account?.name.text ?? "")
    }
    let lock = try request.centre.inspect { try SealedValuesLock($0.store) }
    if lock?.isLocked ?? false {
      try request.centre.perform { records, _ in try records.store.unlockSealedValues() }
    }
    return .seeOther(path)
  }

  /// Starts a check; sent while one goes on, it starts none.
  private static func check(_ request: PageRequest) throws -> HTTPResponse {
    _ = request.centre.storeCheck.start(
      request.form["depth"] == "deep" ? .deep : .quick, of: request.centre,
      by: try request.actor)
    return .seeOther("\(path)#check")
  }
}
