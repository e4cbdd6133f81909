import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Which program laptops are given, and which ones run what.
///
/// A program is taken in at the centre's own machine alone, by a command: it runs on every laptop, so an
/// account whose password somebody learned must not be enough.
enum UpdatePage {
  static let path = "/updates"

  static let routes = [PageRoute(.get, path, access: .administrator, handler: page)]

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let update = try CentreUpdate(request.centre).word()
    let reports = try request.centre.inspect { try LaptopReport.gather($0.store) }
    var frame = request.frame(UpdatePageWords.title)
    frame.lead = UpdatePageWords.lead
    return .html(
      frame.page {
        panel(id: "given", UpdatePageWords.given.text(in: language)) {
          given(update, language)
          element("p", ["class": "table-note"]) { UpdatePageWords.how.text(in: language) }
        }
        panel(id: "laptops") { table(reports, update, language).html(language) }
      })
  }

  private static func given(_ update: ProgramUpdate?, _ language: Language) -> HTML {
    guard let update else {
      return element("p", ["class": "empty"]) { UpdatePageWords.none.text(in: language) }
    }
    let megabytes = Int64((update.byteCount + 999_999) / 1_000_000)
    let digest = Hexadecimal.encode(update.digest)
    return factList(
      [
        (UpdatePageWords.version, .text(update.version.text)),
        (UpdatePageWords.size, .text("\(Format.integer(megabytes, language)) MB")),
        (UpdatePageWords.machine, .text(update.machine)),
        (
          UpdatePageWords.takenIn,
          .text(Format.dateTime(LocalDateTime(time: update.madeAt)))
        ),
        (UpdatePageWords.digest, element("code", ["class": "digest"]) { digest }),
      ], language)
  }

  /// The laptops that work, by what they reported last.
  private static func table(
    _ reports: [LaptopReport], _ update: ProgramUpdate?, _ language: Language
  ) -> PageTable {
    let working = reports.filter { !($0.fate?.isSettled ?? false) }
    let byVersion = Dictionary(grouping: working) { $0.software ?? "" }
    let lines = byVersion.map { (software: $0.key, count: $0.value.count) }.sorted { left, right in
      switch (number(of: left.software), number(of: right.software)) {
      case (let left?, let right?) where left != right: right < left
      case (.some, nil): true
      case (nil, .some): false
      default: left.software < right.software
      }
    }
    return PageTable(
      UpdatePageWords.laptops,
      columns: [.text(UpdatePageWords.version), .number(UpdatePageWords.count)],
      rows: lines.map { line in
        PageTable.Row([
          words(line.software, update, language),
          .text(Format.integer(Int64(line.count), language)),
        ])
      },
      empty: LaptopWords.none,
      note: UpdatePageWords.reported)
  }

  private static func words(
    _ software: String, _ update: ProgramUpdate?, _ language: Language
  ) -> HTML {
    guard !software.isEmpty else {
      return StateMark.neutral.html(UpdatePageWords.unknown.text(in: language))
    }
    guard let update, let number = number(of: software), number < update.version else {
      return .text(software)
    }
    return HTML.group {
      software
      element("span", ["class": "detail"]) {
        StateMark.attention.html(UpdatePageWords.older.text(in: language))
      }
    }
  }

  /// The version that a laptop's words end with.
  private static func number(of software: String) -> ProgramNumber? {
    software.split(whereSeparator: \.isWhitespace).lazy.compactMap { ProgramNumber(String($0)) }
      .first
  }
}
