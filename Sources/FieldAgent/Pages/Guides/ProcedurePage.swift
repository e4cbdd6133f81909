import FieldWork
import Pages
import SyncProtocol
import Web

/// A procedure or service: what the national portal said of it and when, what holds in the commune,
/// and what the centre wrote down to bring. What is not known says so.
struct ProcedurePage {
  static let routes = [
    LaptopRoute(.get, "\(GuidePage.path)/:code") { request in
      let today = try request.knowledge().today
      let units = try request.laptop.records.ownUnits(on: today)
      guard
        let guide = try request.reader.guide(
          to: request.parameters["code"], of: units, on: today)
      else { return .seeOther(GuidePage.path) }
      let page = ProcedurePage(guide: guide, today: today, language: request.language)
      return try request.page(
        guide.entry.isProcedure
          ? BilingualText(vi: "Thủ tục \(guide.entry.code)", en: "Procedure \(guide.entry.code)")
          : BilingualText(vi: "Dịch vụ \(guide.entry.code)", en: "Service \(guide.entry.code)")
      ) { page.content() }
    }
  ]

  /// Days after which the facts of the portal are called old: half a year.
  private static let oldDays = 183

  private let guide: ServiceGuide
  private let today: LocalDate
  private let language: Language

  private func content() -> HTML {
    HTML.group {
      panel {
        element("p", ["class": "subject"]) {
          element("strong") { guide.entry.name.text(in: language) }
        }
        if let lapse = guide.lapse {
          element("p") { StateMark.attention.html(lapse.sentence.text(in: language)) }
        }
        if let dispute = guide.dispute {
          element("p") { StateMark.attention.html(dispute.text(in: language)) }
        }
        if let procedure = guide.shipped { age(of: procedure) }
        facts(
          guide.lines.map {
            (label: $0.label, value: ($0.value ?? ServiceGuide.notOnFile).text(in: language))
          }, language)
        if guide.hasTimeLimit {
          element("p", ["class": "detail"]) { AppointmentWords.limit.text(in: language) }
        }
        if let address = guide.shipped?.sourceURL {
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
        guide.checklist.html(language)
      }
      element("p") { link(GuidePage.path, language.text("‹ Tra cứu khác", "‹ Look up another")) }
    }
  }

  /// How old the facts are; more than half a year is a warning.
  private func age(of procedure: Procedure) -> HTML {
    let isOld = procedure.asOf.days(until: today) > Self.oldDays
    return element("p") {
      (isOld ? StateMark.attention : .neutral).html(
        language.text(
          "Thông tin tính đến \(procedure.asOfLabel)" + (isOld ? ": đã cũ, hãy hỏi lại." : "."),
          "As of \(procedure.asOfLabel)" + (isOld ? ": that is old, ask again." : ".")))
      element("span", ["class": "detail"]) { " " + Procedure.source }
    }
  }
}
