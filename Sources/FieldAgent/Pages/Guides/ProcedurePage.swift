import FieldWork
import Pages
import SyncProtocol
import Web

/// A procedure: what the national portal said of it and when, and what the centre wrote down to
/// bring. What is not known says so.
struct ProcedurePage {
  static let routes = [
    LaptopRoute(.get, "\(GuidePage.path)/:code") { request in
      guard let procedure = Procedures.procedure(code: request.parameters["code"]) else {
        return .seeOther(GuidePage.path)
      }
      let page = try ProcedurePage(procedure, request)
      return try request.page(
        BilingualText(vi: "Thủ tục \(procedure.code)", en: "Procedure \(procedure.code)")
      ) { try page.content() }
    }
  ]

  /// Days after which the facts of the portal are called old: half a year.
  private static let oldDays = 183
  static let notOnFile = BilingualText(
    vi: "không có trong dữ liệu của máy này", en: "not on file")

  private let procedure: Procedure
  private let request: LaptopRequest
  private let language: Language
  private let today: LocalDate

  private init(_ procedure: Procedure, _ request: LaptopRequest) throws {
    self.procedure = procedure
    self.request = request
    language = request.language
    today = try request.knowledge().today
  }

  private func content() throws -> HTML {
    let checklist = try Checklist(of: procedure.code, on: today, request.reader)
    return HTML.group {
      panel {
        element("p", ["class": "subject"]) { element("strong") { procedure.name(language) } }
        age
        facts(lines, language)
        if let address = procedure.sourceURL {
          element("p") {
            // Another site's address is told, not opened: this laptop may have no network.
            element("span", ["class": "detail"]) {
              language.text("Trang của thủ tục trên cổng: ", "Its page on the portal: ")
            }
            element("span", ["class": "address"]) { address }
          }
        }
      }
      panel(id: "checklist", language.text("Giấy tờ cần mang", "What to bring")) {
        checklist.html(language)
      }
      element("p") { link(GuidePage.path, language.text("‹ Tra cứu khác", "‹ Look up another")) }
    }
  }

  /// How old the facts are; more than half a year is a warning.
  private var age: HTML {
    let isOld = procedure.asOf.days(until: today) > Self.oldDays
    return element("p") {
      (isOld ? StateMark.attention : .neutral).html(
        language.text(
          "Thông tin tính đến \(procedure.asOfLabel)" + (isOld ? ": đã cũ, hãy hỏi lại." : "."),
          "As of \(procedure.asOfLabel)" + (isOld ? ": that is old, ask again." : ".")))
      element("span", ["class": "detail"]) { " " + Procedure.source }
    }
  }

  private var lines: [(label: BilingualText, value: String?)] {
    let unknown = Self.notOnFile.text(in: language)
    func channels(_ list: [ProcedureChannel]) -> String {
      list.map { $0.label(language) }.joined(separator: ", ")
    }
    let times = procedure.times.map { "\($0.value.label(language)) (\(channels($0.channels)))" }
    let fees = procedure.fees.map { "\($0.value) (\(channels($0.channels)))" }
    return [
      (FieldLabel.words(of: "sector"), procedure.sector),
      (
        BilingualText(vi: "Số giấy tờ", en: "Documents"),
        procedure.documentCount.map(String.init) ?? unknown
      ),
      (
        FieldLabel.words(of: "fee"), fees.isEmpty ? unknown : fees.joined(separator: "; ")
      ),
      (
        FieldLabel.words(of: "time_limit"),
        times.isEmpty ? unknown : times.joined(separator: "; ")
      ),
      (
        BilingualText(vi: "Cách nộp", en: "Channels"),
        procedure.channels.isEmpty ? unknown : channels(procedure.channels)
      ),
      (
        BilingualText(vi: "Dịch vụ công", en: "Online service"),
        procedure.serviceLevel.label(language)
      ),
      (BilingualText(vi: "Cơ quan", en: "Agency"), procedure.agency),
    ]
  }
}
