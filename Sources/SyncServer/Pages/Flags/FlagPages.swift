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

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: page)
    ] + FlagFile.routes

  /// How many visits one rule flags.
  struct Count: Sendable, Equatable {
    /// Those that await a look.
    var waiting = 0
    /// In any state.
    var all = 0
  }

  /// The rules with how many visits each of them flags, of every day unless days are asked for; every
  /// number leads to its visits.
  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let query = request.http.query
    var filters: [String: String] = [:]
    for name in ["from", "to"] { filters[name] = query[name].flatMap { $0.isEmpty ? nil : $0 } }
    let (counts, finding) = try request.centre.inspect {
      try Self.counts(filters, request.centre, $0, reached, now: request.now)
    }
    let wish = ReviewWish(filters, now: request.now)
    var frame = request.frame(title)
    frame.lead = reached.words
    var response = HTTPResponse.html(
      frame.page {
        panel(lead: lead(wish).text(in: language)) {
          element("form", ["method": "get", "action": path, "class": "filters"]) {
            PageField("from", ReviewPageWords.from, value: filters["from"] ?? "").html(language)
            PageField("to", ReviewPageWords.to, value: filters["to"] ?? "").html(language)
            element("button", ["type": "submit", "class": "quiet"]) {
              language.text("Xem", "Show")
            }
          }
          if !finding.isLooking {
            table(counts, wish, language)
            if !counts.isEmpty { FlagFile.links(filters, language) }
          }
          if let note = finding.note {
            element("p", ["class": finding.isLooking ? "empty" : "table-note"]) {
              note.text(in: language)
            }
          }
        }
        element("p") {
          element("a", ["href": ReviewPages.path]) { ReviewPageWords.all.text(in: language) }
        }
      })
    // The page comes back by itself, also without a script.
    if finding.isLooking { response.headers.set("Refresh", "5") }
    return response
  }

  /// How many visits within reach each rule flags, as the lists have them, and what is known of flags.
  private static func counts(
    _ filters: [String: String], _ centre: Centre, _ records: FieldStore, _ reached: ReachedWork,
    now: LocalDateTime
  ) throws -> ([FlagKind: Count], FlagFinding) {
    var filters = filters
    filters["flag"] = ReviewQuery.anyFlagName
    var counts: [FlagKind: Count] = [:]
    var finding = FlagFinding.looking
    for (state, count) in [
      (nil, \Count.waiting), (ReviewWish.allStatesName, \Count.all),
    ] as [(String?, WritableKeyPath<Count, Int>)] {
      filters["state"] = state
      let found = try ReviewPages.find(filters, centre, records, reached, now: now)
      finding = found.flags
      let visits = try found.query.visits(
        records.store.connection, .earliestDay, limit: .max, offset: 0)
      for flag in visits.flatMap(finding.flags(of:)) {
        counts[flag.kind, default: Count()][keyPath: count] += 1
      }
    }
    return (counts, finding)
  }

  private static func table(
    _ counts: [FlagKind: Count], _ wish: ReviewWish, _ language: Language
  ) -> HTML {
    func way(_ count: Int, _ kind: FlagKind, _ state: String?) -> HTML {
      guard count > 0 else { return .text("0") }
      var items = [NamedValues.Item(name: "flag", value: kind.rawValue)]
      if let state { items.append(NamedValues.Item(name: "state", value: state)) }
      for (name, day) in [("from", wish.days.from), ("to", wish.days.to)] {
        if let day { items.append(NamedValues.Item(name: name, value: day.iso)) }
      }
      return element("a", ["href": "\(ReviewPages.path)?\(NamedValues(items).encoded)"]) {
        Format.integer(Int64(count), language)
      }
    }
    return PageTable(
      title,
      columns: [
        .text(flag), .number(BilingualText(vi: "Lượt chờ xem", en: "Visits awaiting a look")),
        .number(BilingualText(vi: "Mọi lượt", en: "All visits")),
        .text(BilingualText(vi: "Vì sao", en: "Why")),
        .text(BilingualText(vi: "Nên xem gì", en: "What to look at")),
      ],
      rows: FlagKind.allCases.map { kind in
        let count = counts[kind] ?? Count()
        return PageTable.Row([
          .text(kind.words.text(in: language)), way(count.waiting, kind, nil),
          way(count.all, kind, ReviewWish.allStatesName),
          .text(kind.reason.text(in: language)), .text(kind.advice.text(in: language)),
        ])
      }, empty: BilingualText(same: "")
    ).html(language)
  }

  /// The flags of one visit, each with why it is flagged and what to look at.
  ///
  /// - Parameter note: what is not known of them yet.
  static func advice(_ flags: [Flag], note: BilingualText?, _ language: Language) -> HTML {
    guard !flags.isEmpty || note != nil else { return .empty }
    return panel(title.text(in: language)) {
      if let note { element("p", ["class": "table-note"]) { note.text(in: language) } }
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

  private static func lead(_ wish: ReviewWish) -> BilingualText {
    BilingualText(vi: "Lượt thăm ", en: "Visits of ") + wish.daysWords
      + BilingualText(
        vi: ". Cờ là gợi ý nên xem, không phải lỗi và không phải lời buộc tội; nó không đổi số "
          + "liệu nào.",
        en: ". A flag says where to look; it is no mistake, accuses nobody, and changes no number.")
  }
}
