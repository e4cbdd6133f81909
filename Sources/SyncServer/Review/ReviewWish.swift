import FieldWork
import Pages
import SyncProtocol

/// What a list of the review is asked for, read from its filters.
struct ReviewWish: Sendable {
  /// Which states a list has.
  enum States: Sendable, Equatable {
    /// Whatever awaits a look: unless something else is asked for, nothing open is left out.
    case waiting
    /// Whatever there is.
    case all
    /// One state.
    case only(ReviewState)
  }

  /// Visits that no days find, or that nobody looks for among them; raw values stand in addresses.
  enum Dating: String, CaseIterable, Sendable {
    /// Without a day.
    case undated
    /// Dated after today.
    case later

    /// What people call it.
    var words: BilingualText {
      switch self {
      case .undated: BilingualText(vi: "không ghi ngày thăm", en: "without a day")
      case .later: BilingualText(vi: "ghi ngày sau hôm nay", en: "dated after today")
      }
    }
  }

  /// How the filter names every state.
  static let allStatesName = "all"

  /// As `ListChoice` has them.
  let filters: [String: String]
  /// The states.
  let states: States
  /// The first and the last day of the visits; nil for no bound.
  let days: (from: LocalDate?, to: LocalDate?)
  /// Whether only visits without a usual day are meant.
  let dating: Dating?
  /// Since when it came in, as the inbox tells it.
  let arrived: InboxStart?
  /// The laptop on which it was recorded.
  let laptop: ReplicaID?

  init(_ filters: [String: String], now: LocalDateTime) {
    self.filters = filters
    let state = filters["state"]
    states =
      state == Self.allStatesName
      ? .all : state.flatMap(ReviewState.init(rawValue:)).map { .only($0) } ?? .waiting
    func day(_ name: String) -> LocalDate? {
      filters[name].flatMap { PageList<RowID>.Filter.day($0) }
    }
    let (from, to) = (day("from"), day("to"))
    if let from, let to, from > to { days = (to, from) } else { days = (from, to) }
    dating = filters["dated"].flatMap(Dating.init(rawValue:))
    arrived = InboxStart(filters, now: now)
    laptop = filters["laptop"].flatMap { UInt32($0) }.flatMap(ReplicaID.init(rawValue:))
  }

  /// Whether the days of the visits are asked for.
  var hasDays: Bool { days.from != nil || days.to != nil || dating != nil }

  /// Whether anything but the state and the days leaves visits out.
  var hasOthers: Bool {
    filters.keys.contains { !["state", "from", "to", "dated"].contains($0) }
  }

  /// The days among which flags are looked for: those that are asked for, as far as there are visits.
  func flagged(_ reader: RecordReader, today: LocalDate) throws -> Period {
    let known = try reader.visitDays()
    let from = days.from ?? known?.from ?? min(today, days.to ?? today)
    let to = days.to ?? known?.to ?? max(today, from)
    return try Period(from: min(from, to), to: max(from, to))
  }

  /// The days of the visits in words.
  var daysWords: BilingualText {
    let (from, to) = (days.from.map(Format.date), days.to.map(Format.date))
    return switch (from, to) {
    case (nil, nil): BilingualText(vi: "mọi ngày", en: "any day")
    case (let from?, nil): BilingualText(vi: "từ \(from)", en: "since \(from)")
    case (nil, let to?): BilingualText(vi: "đến \(to)", en: "until \(to)")
    case (let from?, let to?): BilingualText(vi: "\(from)–\(to)", en: "\(from)–\(to)")
    }
  }
}
