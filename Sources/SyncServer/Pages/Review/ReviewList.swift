import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The list of the review: its filters, its columns and its orders.
enum ReviewList {
  /// The list as an address has it, without what it can be set to.
  static var plain: PageList<ReviewLine> {
    PageList(
      ReviewPages.path, ReviewPageWords.title, columns: columns(.vietnamese, nil),
      filters: filters(ReviewChoices()), empty: ReviewPageWords.none)
  }

  /// - Parameter choice: what the list was asked for; a visit that is opened from it keeps that, to
  ///   lead on to the next one.
  static func list(
    _ choices: ReviewChoices, _ language: Language, asked choice: ListChoice? = nil
  ) -> PageList<ReviewLine> {
    PageList(
      ReviewPages.path, ReviewPageWords.title, columns: columns(language, choice),
      filters: filters(choices), empty: ReviewPageWords.none,
      style: { line in
        line.standing.state == .mended || !line.flags.isEmpty ? "row-attention" : nil
      })
  }

  /// What comes first, as an address says it.
  static func order(_ choice: ListChoice) -> ReviewQuery.Order {
    switch choice.order {
    case dayName: choice.isDescending ? .latestDay : .earliestDay
    case arrivalName: choice.isDescending ? .latestArrival : .earliestArrival
    default: .latestArrival
    }
  }

  private static let arrivalName = "arrived"
  private static let dayName = "date"

  private static func filters(_ choices: ReviewChoices) -> [PageList<ReviewLine>.Filter] {
    // The store leaves out what does not pass: there may be hundreds of thousands.
    func passes(_: ReviewLine, _: String) -> Bool { true }
    return [
      .init(
        "state", LaptopWords.state,
        [(ReviewWish.allStatesName, ReviewPageWords.anyState)]
          + ReviewState.allCases.map { ($0.rawValue, $0.words) },
        unset: ReviewPageWords.waiting, keeps: passes),
      .init(
        "flag", FlagPages.flag,
        [
          (ReviewQuery.anyFlagName, ReviewPageWords.anyFlag),
          (ReviewQuery.unflaggedName, ReviewPageWords.noFlag),
        ] + FlagKind.allCases.map { ($0.rawValue, $0.words) }, keeps: passes),
      .init(day: "since", ReviewPageWords.arrivedSince) { _, _ in true },
      .init(
        "hour", InboxWords.hour,
        (0...23).map { (value: "\($0)", words: BilingualText(same: "\($0):00")) }, keeps: passes),
      .init("laptop", LaptopWords.laptop, choices.laptops, keeps: passes),
      .init(day: "from", ReviewPageWords.from) { _, _ in true },
      .init(day: "to", ReviewPageWords.to) { _, _ in true },
      .init(
        "dated", ReviewPageWords.dating,
        ReviewWish.Dating.allCases.map { ($0.rawValue, $0.words) }, keeps: passes),
      .init("place", ConflictWords.place, choices.places, keeps: passes),
      .init("team", LaptopWords.team, choices.teams, keeps: passes),
      .init("member", ReviewPageWords.member, choices.members, keeps: passes),
      .init("service", ReviewPageWords.service, keeps: passes),
    ]
  }

  private static func columns(
    _ language: Language, _ choice: ListChoice?
  ) -> [PageList<ReviewLine>.Column] {
    typealias Column = PageList<ReviewLine>.Column
    return [
      Column(
        "visit", ReviewPageWords.visit,
        cell: { line in
          HTML.group {
            element("a", ["href": choice?.address(line.address) ?? line.address]) { line.code }
            element("span", ["class": "detail"]) { line.household ?? "—" }
          }
        }, value: { .text($0.code) }),
      Column(
        arrivalName, ReviewPageWords.arrived, orderedBy: { $0.arrived.minutesSince1970 },
        cell: { line in
          HTML.group {
            Format.dateTime(line.arrived)
            element("span", ["class": "detail"]) { line.laptop.text(in: language) }
          }
        }, value: { .minute($0.arrived.minutesSince1970) }),
      Column(
        "laptop", LaptopWords.laptop, isOnlyInFiles: true,
        value: { .text($0.laptop.text(in: language)) }),
      Column(
        dayName, FieldLabel.words(of: "date"), orderedBy: { $0.date?.daysSince1970 ?? .min },
        value: { $0.date.map { .day($0.daysSince1970) } ?? .empty }),
      Column("place", ConflictWords.place, value: { .text($0.hamlet) }),
      Column(
        "members", ReviewPageWords.member,
        value: { $0.members.isEmpty ? .empty : .text($0.members.joined(separator: ", ")) }),
      Column(
        "outcome", FieldLabel.words(of: "outcome"),
        value: { $0.outcome.map { .text($0.words.text(in: language)) } ?? .empty }),
      Column(
        "assists", ReviewPageWords.assists,
        cell: { line in .text("\(line.counted)/\(line.assists)") },
        value: { .integer(Int64($0.counted)) }),
      Column(
        "all-assists", ReviewPageWords.allAssists, isOnlyInFiles: true,
        value: { .integer(Int64($0.assists)) }),
      Column(
        "flags", FlagPages.title, cell: { FlagPages.marks($0.flags, language) },
        value: { line in
          line.flags.isEmpty
            ? .empty
            : .text(line.flags.map { $0.kind.words.text(in: language) }.joined(separator: "; "))
        }),
      Column(
        "state", LaptopWords.state, cell: { ReviewPageWords.mark($0.standing, language) },
        value: { .text($0.standing.state.words.text(in: language)) }),
    ]
  }
}
