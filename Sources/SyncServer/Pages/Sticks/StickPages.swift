import Documents
import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// What laptops without a network sent by stick: the files are looked at first, a button takes them in,
/// and each pack that came stands in a list from which it can be undone.
enum StickPages {
  static let path = "/sticks"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true) { try page($0) }
    ] + StickIntakePage.routes + StickPackPage.routes
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  /// A pack that was taken in, and whose it is.
  struct Line: Sendable {
    let pack: CarriedPack
    let laptop: String
    /// The laptop that brought it; nil where a person took it in.
    let courier: String?

    /// Who took it in, or which laptop brought it.
    var by: String? { courier ?? (pack.account.isEmpty ? nil : pack.account) }

    var code: String { BundleUndoCommand.text(pack) }
    var address: String { "\(StickPackPage.path)/\(Hexadecimal.encode(pack.pack))" }
  }

  /// - Parameter problem: why nothing was looked at.
  static func page(_ request: PageRequest, problem: BilingualText? = nil) throws -> HTTPResponse {
    let language = request.language
    let lines = try lines(request)
    let list = list(language)
    let choice = list.choice(request.http.method.changesState ? NamedValues() : request.http.query)
    var frame = request.frame(StickWords.title)
    frame.lead = StickWords.lead
    frame.path = path
    return .html(
      frame.page {
        panel(StickWords.files.text(in: language)) { upload(request, problem) }
        panel(StickWords.sticks.text(in: language)) { sticks(request) }
        panel(id: "packs") {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func upload(_ request: PageRequest, _ problem: BilingualText?) -> HTML {
    var form = PageForm(
      action: StickIntakePage.previewPath, formToken: request.formToken, submit: StickWords.look,
      problem: problem)
    form.carriesFile = true
    return form.html(request.language) {
      SentBundles.field(StickSource.filesName).html(request.language)
    }
  }

  /// One button for each stick of the machine; the files stay where they are.
  private static func sticks(_ request: PageRequest) -> HTML {
    let language = request.language
    let sticks = StickSource.sticks
    guard !sticks.isEmpty else {
      return element("p", ["class": "empty"]) { StickWords.noSticks.text(in: language) }
    }
    return HTML.group {
      for stick in sticks {
        let facts = try? StickFolder(in: stick, creating: false).facts()
        element("p") {
          element("strong") { stick }
          element("span", ["class": "detail"]) {
            (facts?.words ?? StickWords.noBundles).text(in: language)
          }
        }
        if facts != nil {
          PageForm(
            action: StickIntakePage.previewPath, formToken: request.formToken,
            submit: StickWords.look
          ).html(language) { hidden(StickSource.stickName, stick) }
        }
      }
    }
  }

  private static func lines(_ request: PageRequest) throws -> [Line] {
    let laptops = try ReachedLaptops(request)
    let (packs, couriers) = try request.centre.inspect {
      (try $0.store.carriedPacks(), try CourierBook($0.store).couriers())
    }
    return packs.filter { laptops.holds($0.replica) }.map { pack in
      Line(
        pack: pack, laptop: laptops.label(pack.replica),
        courier: couriers[pack.pack].map { courier in
          let label = laptops.holds(courier) ? "“\(laptops.label(courier))”" : ""
          return StickWords.brought(label).text(in: request.language)
        })
    }
  }

  /// One of them by its number in hexadecimal; nil where it is not here or not within reach.
  static func line(_ typed: String, _ request: PageRequest) throws -> Line? {
    try lines(request).first { Hexadecimal.encode($0.pack.pack) == typed }
  }

  private static func list(_ language: Language) -> PageList<Line> {
    func minute(_ time: Timestamp) -> SpreadsheetValue {
      .minute(LocalDateTime(time: time).minutesSince1970)
    }
    return PageList(
      path, StickWords.packs,
      columns: [
        .init(
          "pack", StickWords.pack,
          cell: { line in element("a", ["href": line.address]) { line.code } },
          value: { .text($0.code) }),
        .init("laptop", LaptopWords.laptop, orderedBy: \.laptop) { .text($0.laptop) },
        .init("number", StickWords.number) { .integer(Int64(clamping: $0.pack.number)) },
        .init("packed", StickWords.packed, orderedBy: { $0.pack.packed.rawValue }) {
          minute($0.pack.packed)
        },
        .init("taken", StickWords.taken, orderedBy: { $0.pack.taken.rawValue }) {
          minute($0.pack.taken)
        },
        .init("by", StickWords.by) {
          $0.by.map { .text($0) } ?? .empty
        },
        .init("new", StickWords.newOperations, orderedBy: \.pack.newOperations) {
          .integer($0.pack.newOperations)
        },
        .init("undone", StickWords.undone) { $0.pack.undone.map(minute) ?? .empty },
      ],
      filters: [
        .init("q", LaptopWords.laptop) { line, typed in
          SearchFold.base(line.laptop).contains(SearchFold.base(typed))
        },
        .init(
          "state", LaptopWords.state,
          [("standing", StickWords.standing), ("undone", StickWords.isUndone)]
        ) { line, state in (line.pack.undone != nil) == (state == "undone") },
      ], empty: StickWords.none)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    try ListFile(list(request.language), format, name: "goi-usb").answer(
      request, rows: try lines(request))
  }
}
