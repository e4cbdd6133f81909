import CommandLine
import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// What bundles would bring, taking them in, and the returns for the laptops they came from.
enum StickIntakePage {
  static let previewPath = "\(StickPages.path)/preview"
  private static let returnPath = "\(StickPages.path)/returns"
  private static let filePattern = "\(StickPages.path)/files/:tray/:name"
  private static let laptopName = "laptop"

  static let routes = [
    PageRoute(
      .post, previewPath, access: .coordinator, bodyLimit: StickSource.maximumBytes + (1 << 20),
      isNoted: false
    ) { try look($0, isDryRun: true) },
    PageRoute(.post, StickPages.path, access: .coordinator, isNoted: false) {
      try look($0, isDryRun: false)
    },
    PageRoute(.post, returnPath, access: .coordinator, isNoted: false, handler: returns),
    PageRoute(.get, filePattern, access: .coordinator, isNoted: true, handler: file),
  ]

  // MARK: Bundles for the centre

  private static func look(_ request: PageRequest, isDryRun: Bool) throws -> HTTPResponse {
    let language = request.language
    guard let source = StickSource(request) else {
      return try StickPages.page(request, problem: StickWords.nothingChosen)
    }
    if let problem = source.sent?.problem {
      return try StickPages.page(request, problem: problem)
    }
    let desk = BundleDesk(centre: request.centre, actor: try request.actor)
    let stick: BundleDesk.Stick
    do {
      stick = try desk.takeIn(from: try source.folder(), named: source.name, isDryRun: isDryRun)
    } catch let problem as StickProblem {
      return try StickPages.page(request, problem: problem.words)
    }
    let labels = try ReachedLaptops(request)
    var frame = request.frame(isDryRun ? StickWords.previewTitle : StickWords.takenTitle)
    frame.path = StickPages.path
    return .html(
      frame.page {
        panel {
          if isDryRun {
            element("p") { StickWords.preview.text(in: language) }
          } else {
            element("p", ["class": "message good", "role": "status"]) {
              StickWords.takenIn(stick.taken).text(in: language)
            }
          }
          table(stick, labels, isDryRun: isDryRun, language)
          rest(stick, source, language)
          if isDryRun, stick.taken > 0 {
            PageForm(
              action: StickPages.path, formToken: request.formToken, submit: StickWords.takeIn
            ).html(language) { source.fields }
          }
        }
        if !isDryRun { returnForm(stick, source, labels, request) }
        element("p") {
          element("a", ["href": StickPages.path]) { StickWords.back.text(in: language) }
        }
      })
  }

  private static func table(
    _ stick: BundleDesk.Stick, _ labels: ReachedLaptops, isDryRun: Bool, _ language: Language
  ) -> HTML {
    PageTable(
      StickWords.bundles,
      columns: [.text(StickWords.bundle), .text(LaptopWords.state), .text(StickWords.what)],
      rows: stick.items.map { item in
        let replica = item.intake?.replica ?? item.contents?.sender.replica
        let isToldOf = replica.map(labels.holds) ?? true
        let origin = isToldOf ? BundleWords.origin(item) : StickWords.beyondReach
        guard let intake = item.intake else {
          let words = [item.failure?.words, BundleWords.aside(item)].compactMap(\.self)
          return PageTable.Row([
            .text(origin.text(in: language)),
            StateMark.attention.html(StickWords.notTaken.text(in: language)),
            .text(words.map { $0.text(in: language) }.joined(separator: " ")),
          ])
        }
        return PageTable.Row([
          .text(origin.text(in: language)),
          StateMark.good.html(
            (isDryRun ? StickWords.whole : StickWords.isTaken).text(in: language)),
          HTML.group {
            BundleWords.intake(intake, isDryRun: isDryRun).text(in: language)
            if isToldOf, let receipt = item.receipt {
              element("span", ["class": "detail"]) {
                PaperReceiptWords.line(intake.label, intake.number, receipt).text(in: language)
              }
            }
          },
        ])
      }, empty: stick.others > 0 ? BundleWords.nothingForUs(stick.others) : BundleWords.nothing
    ).html(language)
  }

  private static func rest(
    _ stick: BundleDesk.Stick, _ source: StickSource, _ language: Language
  ) -> HTML {
    let lines =
      (stick.stopped.map { [$0.words(havingTaken: stick.taken)] } ?? [])
      + (stick.items.isEmpty ? [] : BundleWords.rest(stick))
      + (source.sent?.foreignWords.map { [$0] } ?? [])
    return HTML.group {
      for line in lines { element("p", ["class": "table-note"]) { line.text(in: language) } }
    }
  }

  // MARK: Returns

  private static func returnForm(
    _ stick: BundleDesk.Stick, _ source: StickSource, _ labels: ReachedLaptops,
    _ request: PageRequest
  ) -> HTML {
    let language = request.language
    let heard = Set(stick.items.compactMap(\.intake?.replica)).filter(labels.holds).sorted()
    guard !heard.isEmpty else { return .empty }
    return panel(
      StickWords.returns.text(in: language), lead: StickWords.returnLead.text(in: language)
    ) {
      PageForm(
        action: returnPath, formToken: request.formToken,
        submit: source.stick == nil ? StickWords.makeReturns : StickWords.writeReturns
      ).html(language) {
        if let path = source.stick { hidden(StickSource.stickName, path) }
        for replica in heard {
          let id = "\(laptopName)-\(replica.rawValue)"
          element("div", ["class": "check"]) {
            element(
              "input",
              [
                "type": "checkbox", "id": id, "name": laptopName, "value": "\(replica.rawValue)",
                "checked": "",
              ])
            element("label", ["for": id]) { labels.label(replica) }
          }
        }
      }
    }
  }

  /// Makes a return for each laptop that was chosen: onto the stick they came from, or as files that
  /// the browser takes away.
  private static func returns(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let labels = try ReachedLaptops(request)
    let wanted = Set(request.form.all(laptopName).compactMap { UInt32($0) })
    let laptops = try request.centre.laptops().filter {
      wanted.contains($0.replica.rawValue) && labels.holds($0.replica)
    }
    guard !laptops.isEmpty else {
      return try StickPages.page(request, problem: StickWords.noLaptop)
    }
    let stick = request.form[StickSource.stickName].flatMap { path in
      StickSource.sticks.first { $0 == path }
    }
    let desk = BundleDesk(centre: request.centre, actor: try request.actor)
    let memory = MemoryFolder(atMost: StickSource.maximumBytes)
    var written: [BundleDesk.Return] = []
    var program: BilingualText?
    do {
      for laptop in laptops {
        written.append(
          try stick.map { try desk.writeReturn(for: laptop, to: $0) }
            ?? desk.writeReturn(for: laptop, to: memory))
      }
      program = try stick.flatMap { try CentreUpdate(request.centre).words(puttingOnto: $0) }
    } catch let problem as StickProblem {
      return try StickPages.page(request, problem: problem.words)
    }
    let ticket =
      stick == nil
      ? request.centre.bundleTrays.keep(memory.files, for: request.account?.name.text ?? "") : nil
    var frame = request.frame(StickWords.returns)
    frame.path = StickPages.path
    return .html(
      frame.page {
        panel {
          for answer in written {
            element("p", ["class": "message good", "role": "status"]) {
              StickWords.written(answer).text(in: language)
            }
          }
          if let ticket {
            element("p") { StickWords.takeAway.text(in: language) }
            element("ul") {
              for name in memory.files.keys.sorted() {
                element("li") {
                  element("a", ["href": "\(StickPages.path)/files/\(ticket)/\(name)"]) { name }
                }
              }
            }
          } else {
            if let program { element("p") { program.text(in: language) } }
            element("p") { StickWords.removable.text(in: language) }
          }
        }
        element("p") {
          element("a", ["href": StickPages.path]) { StickWords.back.text(in: language) }
        }
      })
  }

  /// A file of returns, for whoever made them.
  private static func file(_ request: PageRequest) throws -> HTTPResponse {
    let ticket = String(request.parameters["tray"].prefix(40))
    let name = String(request.parameters["name"].prefix(20))
    guard
      let files = request.centre.bundleTrays.value(ticket, of: request.account?.name.text ?? ""),
      let bytes = files[name]
    else { throw FieldError.notFound(name) }
    return .download(bytes, type: "application/octet-stream", fileName: name)
  }
}
