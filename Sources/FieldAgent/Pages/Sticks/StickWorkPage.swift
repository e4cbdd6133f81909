import FieldWork
import Listings
import Pages
import Replica
import Web

/// What is done with a stick, while it is done and afterwards: what was taken in, what was written, and
/// whether the stick may be removed.
struct StickWorkPage {
  static let path = "\(StickPage.path)/progress"
  private static let livePath = "\(path)/live"
  private static let filePattern = "\(StickPage.path)/files/:name"
  /// The most file names that are shown; the rest is said in words.
  private static let shownFiles = 12

  static let routes = [
    LaptopRoute(.get, path) { request in
      if case .none = request.work.sticks.state { return .seeOther(StickPage.path) }
      let page = StickWorkPage(request)
      return try request.page(StickPage.title) {
        element("div", ["id": "carrying", "data-live": page.isRunning ? livePath : nil]) {
          page.inner()
        }
        page.ways()
      }
    },
    LaptopRoute(.get, livePath, isByPerson: false) { .html(StickWorkPage($0).inner()) },
    LaptopRoute(.get, filePattern, handler: file),
  ]

  private let request: LaptopRequest
  private let language: Language
  private let state: StickWork.State

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
    state = request.work.sticks.state
  }

  private var isRunning: Bool { if case .running = state { true } else { false } }

  /// The way here, where there is something to see.
  static func way(_ request: LaptopRequest) -> HTML {
    switch request.work.sticks.state {
    case .none: .empty
    case .running:
      element("p", ["class": "message", "role": "status"]) {
        link(path, StickPageWords.underWay.text(in: request.language))
      }
    case .done(_, let time):
      element("p") { link(path, StickPageWords.lastTime(time).text(in: request.language)) }
    }
  }

  private func inner() -> HTML {
    switch state {
    case .none: .empty
    case .running(let order, let progress):
      element("p", ["class": "message", "role": "status"]) {
        StickPageWords.progress(progress, order).text(in: language)
      }
    case .done(let outcome, let time):
      HTML.group {
        element("p", ["class": "detail"]) { Format.dateTime(time) }
        if let problem = outcome.problem {
          element("div", ["class": "message bad", "role": "alert"]) {
            StateMark.attention.html(problem.text(in: language))
          }
        }
        if let program = outcome.program {
          element("div", ["class": "message good", "id": "program", "role": "status"]) {
            StateMark.good.html(program.text(in: language))
          }
        }
        if let carrying = outcome.carrying { carried(carrying, outcome) }
        if let packing = outcome.packing { packed(packing, outcome) }
        taken(outcome)
      }
    }
  }

  // MARK: Both halves

  private func packed(_ packing: StickPacking.Result, _ outcome: StickWork.Outcome) -> HTML {
    let isTakenAway = !outcome.files.isEmpty
    let outlook = packing.outlook
    let names = packing.written.files
    return panel(id: "packed", StickPageWords.packed.text(in: language)) {
      element("div", ["class": "message good", "role": "status"]) {
        StateMark.good.html(
          (isTakenAway
            ? StickPageWords.readyToTakeAway(packing.round, records: outlook.records)
            : PackWords.written(packing.round, records: outlook.records)).text(in: language))
        if !isTakenAway {
          element("p") { PackWords.readBack(packing.written, in: outlook.path).text(in: language) }
          if !outlook.isOwnDisk {
            element("p") { element("strong") { PackWords.removable.text(in: language) } }
          }
        }
      }
      if outlook.isOwnDisk, !isTakenAway { warning(PackWords.ownDisk) }
      if packing.round.isLocked { warning(PackWords.locked(on: .pages)) }
      if outlook.cleanedFiles > 0 {
        element("p") { PackWords.cleaned(outlook.cleanedFiles).text(in: language) }
      }
      if isTakenAway { element("p") { StickPageWords.takeAway.text(in: language) } }
      element("ul", ["class": "plain"]) {
        for name in names.prefix(isTakenAway ? names.count : Self.shownFiles) {
          element("li") {
            if isTakenAway {
              element("a", ["href": "\(StickPage.path)/files/\(name)", "download": name]) { name }
            } else {
              name
            }
          }
        }
      }
      if !isTakenAway, names.count > Self.shownFiles {
        element("p") {
          StickPageWords.moreFiles(names.count - Self.shownFiles).text(in: language)
        }
      }
    }
  }

  private func carried(_ carrying: StickWork.Carrying, _ outcome: StickWork.Outcome) -> HTML {
    panel(id: "carried", CourierPageWords.title.text(in: language)) {
      let isGood = outcome.problem == nil && carrying.troubles.isEmpty
      element("div", ["class": isGood ? "message good" : "message", "role": "status"]) {
        (isGood ? StateMark.good : .neutral).html(carrying.words.text(in: language))
      }
      for words in carrying.troubles { warning(words) }
      if let next = carrying.next { element("p") { next.text(in: language) } }
      if carrying.load.bundles > 0 {
        element("p") { CourierWords.load(carrying.load).text(in: language) }
      }
    }
  }

  private func taken(_ outcome: StickWork.Outcome) -> HTML {
    guard let reading = outcome.reading else { return .empty }
    return panel(id: "taken", StickPageWords.taken.text(in: language)) {
      if reading.bundles.isEmpty, outcome.order.packs {
        element("p") { StickPageWords.nothingForUs.text(in: language) }
      }
      element("ul", ["class": "plain"]) {
        for bundle in reading.bundles {
          element("li") {
            (bundle.isTaken ? StateMark.good : .attention).html(
              bundle.words(isDryRun: false).text(in: language))
          }
        }
      }
      if let report = outcome.report {
        element("p") { StickPageWords.brought(report, outcome.confirmedRecords).text(in: language) }
        if let words = report.handedBack { element("p") { words.text(in: language) } }
        for words in report.notes(on: .pages) { warning(words) }
      }
      if reading.others > 0 {
        element("p") { StickPageWords.others(reading.others).text(in: language) }
      }
    }
  }

  private func warning(_ words: BilingualText) -> HTML {
    element("div", ["class": "message warn"]) { StateMark.attention.html(words.text(in: language)) }
  }

  /// Where somebody goes from here; without a script also to what has become of it.
  private func ways() -> HTML {
    HTML.group {
      if isRunning {
        element("p", ["data-unscripted": ""]) {
          link(Self.path, StickPageWords.lookAgain.text(in: language))
        }
      }
      element("p") { link(StickPage.path, StickPageWords.back.text(in: language)) }
      element("p") { link(TodayPage.path, TodayPage.title.text(in: language)) }
    }
  }

  /// A file of the pack that was made last for the browser.
  private static func file(_ request: LaptopRequest) throws -> HTTPResponse {
    let name = String(request.parameters["name"].prefix(20))
    guard case .done(let outcome, _) = request.work.sticks.state, let bytes = outcome.files[name]
    else {
      throw FieldError.notFound(name)
    }
    return .download(bytes, type: "application/octet-stream", fileName: name)
  }
}
