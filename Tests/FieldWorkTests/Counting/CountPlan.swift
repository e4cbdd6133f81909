import Replica
import SyncProtocol

@testable import FieldWork

/// What teams of two hamlets did, drawn from a seed, as plain values; and what it counts as, added
/// up from those values without a store.
struct CountPlan {
  struct Household {
    var hamlet: Int
    var kind: String
    var residents: Int
  }

  struct Session {
    var hamlet: Int
    var isOfCampaign: Bool
  }

  struct Visit {
    var household: Int
    var date: LocalDate
    var outcome: String
    /// Of the hamlet's members.
    var members: [Int]
    var session: Int?
    var isOfCampaign: Bool
    var channel: String?
    var isVoided: Bool
    var assists: [Assist]
  }

  struct Assist {
    var resident: Int?
    var service: String
    var mode: String
    var outcome: String
    var hasEvidence: Bool
    var language: String?
    /// What a member wrote down of the next time.
    var aloneNow: String?
    var isVoided: Bool
    /// The day on which a dossier was filed, and how.
    var dossier: (date: LocalDate, channel: String)?
    /// Whether the dossier was filed whatever becomes of the assist and its visit.
    var keepsDossier: Bool
  }

  static let hamlets = ["Xóm 1", "Bản Mường"]
  static let members = [["Nguyễn Văn An", "Trần Thị Bình"], ["Lò Văn Cường"]]
  static let sectors = ["1.001193": "Hộ tịch", "1.000894": "Hộ tịch"]

  var households: [Household] = []
  var sessions: [Session] = []
  var visits: [Visit] = []
  /// Pairs of residents of one household that are one person.
  var samePersons: [(household: Int, one: Int, other: Int)] = []

  init(_ random: inout SeededGenerator) {
    func any<Element>(_ list: [Element]) -> Element {
      list[Int.random(in: 0..<list.count, using: &random)]
    }
    func maybe(_ chance: Int) -> Bool { Int.random(in: 0..<chance, using: &random) == 0 }
    for _ in 0..<5 {
      households.append(
        Household(
          hamlet: any([0, 1]), kind: any(HouseholdKind.names),
          residents: Int.random(in: 1...3, using: &random)))
    }
    for hamlet in [0, 0, 1] { sessions.append(Session(hamlet: hamlet, isOfCampaign: maybe(2))) }
    for household in households.indices where households[household].residents > 1 && maybe(2) {
      samePersons.append((household, 0, 1))
    }
    for _ in 0..<14 {
      let household = any(Array(households.indices))
      let hamlet = households[household].hamlet
      let ofHamlet = sessions.indices.filter { sessions[$0].hamlet == hamlet }
      visits.append(
        Visit(
          household: household, date: Self.date(&random), outcome: any(["met", "nobody-home"]),
          members: maybe(2) ? Array(Self.members[hamlet].indices) : [0],
          session: ofHamlet.isEmpty || maybe(2) ? nil : any(ofHamlet), isOfCampaign: maybe(4),
          channel: maybe(3) ? nil : any(ChoiceList.visitChannel.names), isVoided: maybe(8),
          assists: (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let service = any(["1.001193", "1.000894", "vneid"])
            return Assist(
              resident: maybe(4)
                ? nil : Int.random(in: 0..<households[household].residents, using: &random),
              service: service, mode: any(AssistMode.names), outcome: any(AssistOutcome.names),
              hasEvidence: !maybe(4), language: maybe(3) ? nil : any(["vi", "tai", "hmn"]),
              aloneNow: maybe(3) ? nil : any(["yes", "no"]), isVoided: maybe(8),
              dossier: service == "vneid" || maybe(2)
                ? nil : (Self.date(&random), any(["direct", "online"])),
              keepsDossier: maybe(2))
          }))
    }
  }

  private static func date(_ random: inout SeededGenerator) -> LocalDate {
    day("2026-09-20").adding(days: Int.random(in: 0...58, using: &random))
  }

  /// The numbers of a group that the plan adds up to.
  struct Numbers: Equatable {
    var visits: Int? = nil
    var counted = 0
    var provisional = 0
    var residents = 0
    var submissions: Int? = nil
  }

  /// What a group is called, in the order of the dimensions.
  typealias Names = [String]

  /// The values of a kind of record along a dimension; nil where such a record has none.
  private func names(
    _ dimension: CountDimension, _ visit: Visit, _ assist: Assist?, isDossier: Bool = false,
    cutOff: Int?
  ) -> [String]? {
    let household = households[visit.household]
    let sessionCampaign = visit.session.map { sessions[$0].isOfCampaign } ?? false
    let date = isDossier ? assist?.dossier?.date ?? visit.date : visit.date
    switch dimension.key {
    case "unit": return ["17713"]
    case "hamlet": return [Self.hamlets[household.hamlet]]
    case "team": return ["Tổ \(Self.hamlets[household.hamlet])"]
    case "member":
      return isDossier ? nil : visit.members.map { Self.members[household.hamlet][$0] }
    case "session": return [visit.session.map { "session \($0)" } ?? "none"]
    case "session-kind": return [visit.session == nil ? "none" : "saturday"]
    case "campaign": return [visit.isOfCampaign || sessionCampaign ? "campaign" : "none"]
    case "channel": return [visit.channel ?? "none"]
    case "household-kind": return [household.kind]
    case "visit-outcome": return isDossier ? nil : [visit.outcome]
    case "service": return assist.map { [$0.service] }
    case "procedure": return assist.map { [$0.service == "vneid" ? "none" : $0.service] }
    case "sector": return assist.map { [Self.sectors[$0.service] ?? "none"] }
    case "mode": return isDossier ? nil : assist.map { [$0.mode] }
    case "outcome": return isDossier ? nil : assist.map { [$0.outcome] }
    case "blocked-reason":
      return isDossier ? nil : assist.map { [$0.outcome == "blocked" ? "no-network" : "none"] }
    case "language": return isDossier ? nil : assist.map { [$0.language ?? "none"] }
    case "alone-now": return isDossier ? nil : assist.map { [$0.aloneNow ?? "none"] }
    case "submission-channel": return isDossier ? [assist?.dossier?.channel ?? "none"] : nil
    case "service-level": return isDossier ? ["any"] : nil
    default:
      let (year, month, dayOfMonth) = date.components
      let number = year * 12 + month - 1 + (cutOff.map { dayOfMonth > $0 ? 1 : 0 } ?? 0)
      let start: (Int) -> String = { index in
        let first = LocalDate(year: index / 12, month: index % 12 + 1, day: 1) ?? .latest
        return (cutOff.map { first.adding(months: -1).adding(days: $0) } ?? first).iso
      }
      switch dimension.key {
      case "day": return [date.iso]
      case "week": return [date.adding(days: 1 - date.weekday).iso]
      case "month": return [start(number)]
      case "quarter": return [start(number / 3 * 3)]
      case "half-year": return [start(number / 6 * 6)]
      case "nine-months": return [number % 12 < 9 ? start(number / 12 * 12) : "none"]
      default: return [start(number / 12 * 12)]
      }
    }
  }

  /// Counts what the plan holds of a period, by dimensions and filters.
  func count(
    _ period: Period, _ dimensions: [CountDimension],
    where filters: [(dimension: CountDimension, names: Set<String>)] = []
  ) -> (total: Numbers, groups: [Names: Numbers]) {
    var total = Numbers()
    var groups: [Names: Numbers] = [:]
    var persons: [Names: Set<[Int]>] = [:]
    func add(
      _ visit: Visit, _ assist: Assist?, isDossier: Bool, person: [Int]? = nil,
      _ change: (inout Numbers) -> Void
    ) {
      func values(_ dimension: CountDimension) -> [String]? {
        names(dimension, visit, assist, isDossier: isDossier, cutOff: period.cutOff)
      }
      for filter in filters {
        guard let own = values(filter.dimension), !filter.names.isDisjoint(with: own) else {
          return
        }
      }
      change(&total)
      if let person { persons[[], default: []].insert(person) }
      var paths: [Names] = [[]]
      for dimension in dimensions {
        guard let own = values(dimension) else { return }
        let wanted = filters.first { $0.dimension == dimension }?.names
        let kept = own.filter { wanted?.contains($0) ?? true }
        paths = paths.flatMap { path in kept.map { path + [$0] } }
      }
      for path in paths where !path.isEmpty {
        change(&groups[path, default: Numbers()])
        if let person { persons[path, default: []].insert(person) }
      }
    }
    for visit in visits {
      if period.contains(visit.date), !visit.isVoided {
        add(visit, nil, isDossier: false) { $0.visits = ($0.visits ?? 0) + 1 }
      }
      for assist in visit.assists {
        if period.contains(visit.date) {
          let stands = !visit.isVoided && !assist.isVoided
          let isDone = stands && ["completed", "submitted"].contains(assist.outcome)
          let person = assist.resident.map { resident in
            let isTwin = samePersons.contains {
              $0.household == visit.household && $0.other == resident
            }
            return [visit.household, isTwin ? 0 : resident]
          }
          add(
            visit, assist, isDossier: false, person: isDone && assist.hasEvidence ? person : nil
          ) {
            $0.counted += isDone && assist.hasEvidence ? 1 : 0
            $0.provisional += isDone && !assist.hasEvidence ? 1 : 0
          }
        }
        let isVoided = visit.isVoided || assist.isVoided
        if let dossier = assist.dossier, period.contains(dossier.date),
          !isVoided || assist.keepsDossier
        {
          add(visit, assist, isDossier: true) { $0.submissions = ($0.submissions ?? 0) + 1 }
        }
      }
    }
    total.residents = persons[[]]?.count ?? 0
    for path in groups.keys { groups[path]?.residents = persons[path]?.count ?? 0 }
    return (total, groups)
  }
}
