/// A way to hand in a dossier.
package enum ProcedureChannel: String, Sendable, CaseIterable {
  case direct, online, post

  init?(letter: Character) {
    switch letter {
    case "D": self = .direct
    case "O": self = .online
    case "P": self = .post
    default: return nil
    }
  }

  /// The channel's name for people.
  package func label(_ language: Language = .vietnamese) -> String {
    switch self {
    case .direct: language.text("trực tiếp", "in person")
    case .online: language.text("trực tuyến", "online")
    case .post: language.text("bưu chính công ích", "public post")
    }
  }
}

/// How much of a procedure is offered online.
package enum ServiceLevel: String, Sendable, CaseIterable {
  case full, partial, notOnline
  /// The portal says fully online but lists no online channel.
  case fullWithoutOnlineChannel

  init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "F"): self = .full
    case UInt8(ascii: "P"): self = .partial
    case UInt8(ascii: "Q"): self = .fullWithoutOnlineChannel
    default: self = .notOnline
    }
  }

  /// The level's name for people.
  package func label(_ language: Language = .vietnamese) -> String {
    switch self {
    case .full: language.text("toàn trình", "fully online")
    case .partial: language.text("một phần", "partly online")
    case .notOnline: language.text("không trực tuyến", "not online")
    case .fullWithoutOnlineChannel:
      language.text(
        "toàn trình (cổng không ghi kênh trực tuyến)",
        "fully online (the portal lists no online channel)")
    }
  }
}

/// An administrative procedure that a commune handles, as the national portal showed it.
///
/// Limits and fees change: a submission copies what was valid at its time.
package struct Procedure: Hashable, Sendable {
  /// A time limit or a fee with the channels it is for.
  package struct ByChannel<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The ways to hand in that the value is for; never empty.
    package let channels: [ProcedureChannel]
    /// The time limit or the fee.
    package let value: Value
  }

  /// How long the portal says it takes.
  package enum Time: Hashable, Sendable {
    case term(Term)
    case years(Int)
    /// A number whose unit the portal does not name, so it is not known.
    case unknownUnit(Int)
    case text(String)

    /// The time in words.
    package func label(_ language: Language = .vietnamese) -> String {
      switch self {
      case .term(let term): term.label(language)
      case .years(let count): "\(count) " + language.text("năm", count == 1 ? "year" : "years")
      case .unknownUnit(let count):
        "\(count) " + language.text("(cổng không ghi đơn vị)", "(the portal names no unit)")
      case .text(let text): text
      }
    }
  }

  /// The national code, such as 1.013962.
  package let code: String
  /// The Vietnamese name, as the portal words it.
  package let name: String
  /// English; nil outside the field catalogue.
  package let nameEnglish: String?
  /// The field of administration in Vietnamese: Hộ tịch.
  package let sector: String
  /// The authority that published the procedure; empty when not on file.
  package let publisher: String
  /// The levels of government that handle it, in the portal's words: Cấp tỉnh, Cấp xã.
  package let implementationLevel: String
  /// The ways to hand in that the portal lists.
  package let channels: [ProcedureChannel]
  /// How long it takes by channel, all cases in the portal's order; empty when not on file.
  package let times: [ByChannel<Time>]
  /// As the portal words them; amounts are mostly đồng, some are not. Empty means not on file.
  package let fees: [ByChannel<String>]
  /// How much of it is offered online, as the portal says.
  package let serviceLevel: ServiceLevel
  /// Documents of the dossier over all cases; nil when not on file.
  package let documentCount: Int?
  /// The shortest and longest of its cases in working days; nil when not known.
  package let workingDays: ClosedRange<Int>?
  /// Place in the catalogue of what teams meet most, from 1; nil outside it.
  package let catalogueOrdinal: Int?
  /// Who carries it out, in the portal's words; empty when not on file.
  package let agency: String
  /// Its page on the portal; nil outside the field catalogue.
  package let sourceURL: String?
  /// When the facts were taken from the portal; the first of the month when only that is known.
  package let asOf: LocalDate
  /// Whether only the month of `asOf` is known, not the day.
  package let isAsOfWholeMonth: Bool

  /// Where the facts come from.
  package static let source = "Cổng Dịch vụ công quốc gia, dichvucong.gov.vn"

  /// The name in the language, Vietnamese where there is no other.
  package func name(_ language: Language) -> String {
    language == .english ? nameEnglish ?? name : name
  }

  /// The date of the facts for people: 18/07/2026 or 07/2026.
  package var asOfLabel: String {
    isAsOfWholeMonth ? String(Format.date(asOf).dropFirst(3)) : Format.date(asOf)
  }

  /// The longest term that is certain, to count a deadline by; nil when the portal names none.
  package var term: Term? {
    if let workingDays { return Term(workingDays.upperBound, .workingDays) }
    let terms = times.compactMap { if case .term(let term) = $0.value { term } else { nil } }
    let ranking: [Term.Unit] = [.months, .calendarDays, .workingDays, .hours]
    for unit in ranking {
      if let longest = terms.filter({ $0.unit == unit }).max(by: { $0.count < $1.count }) {
        return longest
      }
    }
    return nil
  }
}
