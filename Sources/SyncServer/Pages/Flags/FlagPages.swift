import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The flagged visits of a period, and what each rule looks at.
enum FlagPages {
  static let path = "/flags"
  static let title = BilingualText(vi: "Cờ", en: "Flags")
  static let flag = BilingualText(vi: "Cờ", en: "Flag")

  static let routes = [
    PageRoute(.get, path, access: .coordinator, isNoted: true, handler: page)
  ]

  /// The rules with how many visits of a period each of them flags; every number leads to its visits.
  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let query = request.http.query
    var filters: [String: String] = [:]
    for name in ["from", "to"] { filters[name] = query[name] }
    let period = try ReviewQuery.period(filters, today: request.today)
    let sheet = try request.centre.flags(period)
    let counts = try request.centre.inspect { records in
      try Self.counts(sheet, records, reached)
    }
    var frame = request.frame(title)
    frame.lead = reached.words
    return .html(
      frame.page {
        panel(lead: lead(period).text(in: language)) {
          element("form", ["method": "get", "action": path, "class": "filters"]) {
            PageField("from", ReviewPageWords.from, value: filters["from"] ?? "").html(language)
            PageField("to", ReviewPageWords.to, value: filters["to"] ?? "").html(language)
            element("button", ["type": "submit", "class": "quiet"]) {
              language.text("Xem", "Show")
            }
          }
          if sheet.visitCount == nil {
            element("p", ["class": "empty"]) { ReviewPageWords.tooMany.text(in: language) }
          } else {
            table(counts, period, language)
          }
        }
        element("p") {
          element("a", ["href": ReviewPages.path]) { ReviewPageWords.all.text(in: language) }
        }
      })
  }

  /// How many visits within reach each rule flags.
  static func counts(
    _ sheet: FlagSheet, _ records: FieldStore, _ reached: ReachedWork
  ) throws -> [FlagKind: Int] {
    var counts: [FlagKind: Int] = [:]
    for (visit, flags) in sheet.flags {
      if !reached.isEverything {
        let scope = try records.store.rowWithScope(VisitTable.definition.id, visit)?.1
        guard let scope, reached.holds(scope: scope) else { continue }
      }
      for flag in flags { counts[flag.kind, default: 0] += 1 }
    }
    return counts
  }

  private static func table(
    _ counts: [FlagKind: Int], _ period: Period, _ language: Language
  ) -> HTML {
    PageTable(
      title,
      columns: [
        .text(flag), .number(BilingualText(vi: "Lượt thăm", en: "Visits")),
        .text(BilingualText(vi: "Vì sao", en: "Why")),
        .text(BilingualText(vi: "Nên xem gì", en: "What to look at")),
      ],
      rows: FlagKind.allCases.map { kind in
        let count = counts[kind] ?? 0
        let address =
          "\(ReviewPages.path)?flag=\(kind.rawValue)&from=\(period.from.iso)&to=\(period.to.iso)"
        return PageTable.Row([
          .text(kind.words.text(in: language)),
          count == 0
            ? .text("0")
            : element("a", ["href": address]) { Format.integer(Int64(count), language) },
          .text(kind.reason.text(in: language)), .text(kind.advice.text(in: language)),
        ])
      }, empty: BilingualText(same: "")
    ).html(language)
  }

  /// The flags of one visit, each with why it is flagged and what to look at.
  static func advice(_ flags: [Flag], _ language: Language) -> HTML {
    panel(title.text(in: language)) {
      element("ul", ["class": "plain"]) {
        for flag in flags {
          element("li") {
            StateMark.attention.html(words(flag).text(in: language))
            element("span", ["class": "detail"]) {
              flag.kind.reason.text(in: language) + ". " + flag.kind.advice.text(in: language)
            }
          }
        }
      }
    }
  }

  /// The flags of one visit as marks.
  static func marks(_ flags: [Flag], _ language: Language) -> HTML {
    guard !flags.isEmpty else { return .text("—") }
    return HTML.group {
      for flag in flags {
        element("div") { StateMark.attention.html(words(flag).text(in: language)) }
      }
    }
  }

  /// A flag with the number that its rule found.
  static func words(_ flag: Flag) -> BilingualText {
    guard let number = flag.number else { return flag.kind.words }
    let detail: BilingualText =
      switch flag.kind {
      case .tooFast: BilingualText(vi: "\(number) phút", en: "\(number) min")
      case .futureDate: BilingualText(vi: "\(number) ngày", en: "\(number) d")
      case .nobodyHome: BilingualText(same: "\(number) %")
      case .tooMany, .sameEvidence, .copiedText, .oddHours: BilingualText(same: "\(number)")
      }
    return flag.kind.words + BilingualText(same: " (") + detail + BilingualText(same: ")")
  }

  private static func lead(_ period: Period) -> BilingualText {
    let (from, to) = (Format.date(period.from), Format.date(period.to))
    return BilingualText(
      vi: "Lượt thăm từ \(from) đến \(to). Cờ là gợi ý nên xem, không phải lỗi và không phải lời "
        + "buộc tội; nó không đổi số liệu nào.",
      en: "Visits from \(from) to \(to). A flag says where to look; it is no mistake, accuses "
        + "nobody, and changes no number.")
  }
}
