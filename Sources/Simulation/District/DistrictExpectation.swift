import CommandLine
import FieldWork

/// What must be counted in a district: questions to the centre's commands with the exact answers,
/// worked out from the plan alone and written beside the stores as `expected.json`.
///
/// Its keys: `format`; `place`, `seed`, `laptops`, `days`, `from`, `to`; `troubles`, how many of each
/// there are; `conflicts`, the fields with two values; `open_twins`, the names of persons who are
/// registered twice and of whom nobody has said so; `questions`, of which each has the `arguments` of
/// `camtay-server`, the `dimensions` of its groups, the `total` with the member of the answer in
/// which that stands, the `groups` by their `keys`, `reasons`,
/// `undated_assists`, and the laptops that are `missing`; `listings`, of which each has the `noun` of a
/// listing, the member `plural` that holds its records, their `total`, and in `groups` what they come
/// to by their member `key`: their number, or the sum of their member `value`.
package struct DistrictExpectation: Sendable, Hashable {
  /// The name and version of the form.
  package static let format = "camtay-district-1"
  /// The name of the file.
  package static let fileName = "expected.json"

  /// What the plan was made of.
  package let heading: [String: String]
  /// How many troubles of each kind there are.
  package let troubles: [String: Int]
  /// Fields with two values of which nobody has decided.
  package var conflicts: Int
  /// The names of persons who have two records, of which the centre has said nothing.
  package var openTwins: [String]
  /// The questions with their answers.
  package var questions: [DistrictQuestion]
  /// The listings with what they must hold.
  package var listings: [DistrictListing]

  /// Works everything out.
  package init(_ plan: DistrictPlan) {
    let order = plan.order
    heading = [
      "place": order.place, "seed": String(order.seed), "laptops": String(order.laptops),
      "days": String(order.days), "from": order.start.iso, "to": order.end.iso,
    ]
    troubles = plan.troubles
    let truth = DistrictTruth(plan, at: .max)
    conflicts = truth.conflicts
    openTwins = truth.openTwins.map { plan.people[$0.other].name }.sorted()
    questions = []
    listings = DistrictListing.all(truth)
    askAll(plan, truth)
    // What a closing said stands; every later one reports what earlier months have become.
    guard let last = plan.closings.last else { return }
    let latest = DistrictTruth(plan, at: last.moment)
    for closing in plan.closings {
      let closed = DistrictTruth(plan, at: closing.moment)
      for (key, truth) in [("reported", closed), ("last_reported", latest)] {
        var question = DistrictQuestion(
          ["close", "show", closing.month.description],
          total: truth.numbers { closing.month.contains($0) })
        question.totalKey = key
        questions.append(question)
      }
    }
  }

  private mutating func askAll(_ plan: DistrictPlan, _ truth: DistrictTruth) {
    let order = plan.order
    let period = ["count", "--from", order.start.iso, "--to", order.end.iso]
    let isInside = { (date: LocalDate) in order.start <= date && date <= order.end }
    let total = truth.numbers(isInside)
    var whole = DistrictQuestion(period, total: total)
    whole.reasons = truth.reasons(isInside)
    whole.undatedAssists = truth.assists.count { $0.visit.date == nil && !$0.isVoidedItself }
    whole.missing = plan.silentLaptops.sorted()
    questions.append(whole)
    for day in [order.end, order.start] {
      let dimensions = DistrictDimension.all(plan, on: day, isSettled: true)
      let lists =
        day == order.end ? Self.groupings : [["unit"], ["hamlet"], ["unit", "month"]]
      let asOf = day == order.end ? [] : ["--as-of", day.iso]
      for list in lists {
        var question = DistrictQuestion(
          period + ["--by", list.joined(separator: ",")] + asOf, total: total)
        question.dimensions = list
        question.groups = truth.groups(by: list.compactMap { dimensions[$0] }, isInside)
        questions.append(question)
      }
      let places = DistrictPlaces(plan, on: day, isSettled: true)
      let merged = day == order.end ? plan.reform.merged?.from : nil
      for (number, commune) in order.communes.enumerated() where number != merged {
        questions.append(
          DistrictQuestion(
            period + ["--unit", commune.code, "--as-of", day.iso],
            total: truth.numbers(isInside) { places.commune(of: $0) == commune.code }))
      }
    }
  }

  private static let groupings = [
    ["day"], ["week"], ["month"], ["unit"], ["hamlet"], ["team"], ["member"], ["service"],
    ["mode"], ["outcome"], ["blocked-reason"], ["visit-outcome"], ["channel"],
    ["household-kind"], ["submission-channel"], ["mode", "outcome"], ["team", "month"],
    ["unit", "month"], ["campaign"], ["language"], ["session-kind"], ["campaign", "outcome"],
  ]
}

extension DistrictTruth.Assist {
  /// Whether it was taken back itself, whatever became of its visit.
  var isVoidedItself: Bool { verdict == .other("voided") }
}

extension DistrictTruth {
  /// The numbers of a period.
  func numbers(_ isInside: (LocalDate) -> Bool) -> DistrictNumbers {
    numbers(isInside) { _ in true }
  }

  /// The numbers of a period of the households that are meant.
  func numbers(
    _ isInside: (LocalDate) -> Bool, where isMeant: @escaping (_ household: Int) -> Bool
  ) -> DistrictNumbers {
    let all = DistrictDimension(
      name: "", visit: { isMeant($0.plan.household) ? [""] : [] },
      assist: { isMeant($0.visit.plan.household) ? [""] : [] },
      submission: { isMeant($0.visit.household) ? [""] : [] })
    return groups(by: [all], isInside)[[""]]
      ?? Cell().numbers(DistrictPersons(links), hasVisits: true, hasSubmissions: true)
  }

  /// How many assists of a period do not count, or not yet, by reason.
  func reasons(_ isInside: (LocalDate) -> Bool) -> [String: Int] {
    var reasons: [String: Int] = [:]
    for assist in assists where assist.visit.date.map(isInside) ?? false {
      switch assist.verdict {
      case .counted: break
      case .provisional(let reason), .other(let reason): reasons[reason, default: 0] += 1
      }
    }
    return reasons
  }

  /// The numbers of a period, group by group.
  func groups(
    by dimensions: [DistrictDimension], _ isInside: (LocalDate) -> Bool
  ) -> [[String]: DistrictNumbers] {
    var cells: [[String]: Cell] = [:]
    let hasVisits = dimensions.allSatisfy { $0.visit != nil }
    let hasSubmissions = dimensions.allSatisfy { $0.submission != nil }
    if hasVisits {
      for visit in visits where visit.date.map(isInside) ?? false {
        for key in Self.keys(dimensions.map { $0.visit?(visit) ?? [] }) {
          cells[key, default: Cell()].visits += 1
        }
      }
    }
    if dimensions.allSatisfy({ $0.assist != nil }) {
      for assist in assists where assist.visit.date.map(isInside) ?? false {
        for key in Self.keys(dimensions.map { $0.assist?(assist) ?? [] }) {
          cells[key, default: Cell()].add(assist)
        }
      }
    }
    if hasSubmissions {
      for submission in submissions where isInside(submission.date) {
        for key in Self.keys(dimensions.map { $0.submission?(submission) ?? [] }) {
          cells[key, default: Cell()].submissions += 1
        }
      }
    }
    let persons = DistrictPersons(links)
    return cells.mapValues {
      $0.numbers(persons, hasVisits: hasVisits, hasSubmissions: hasSubmissions)
    }
  }

  /// All combinations of one key for each dimension.
  private static func keys(_ lists: [[String]]) -> [[String]] {
    lists.reduce([[]]) { keys, list in keys.flatMap { key in list.map { key + [$0] } } }
  }

  /// A group while it is added up.
  private struct Cell {
    var visits = 0
    var counted = 0
    var provisional = 0
    var other = 0
    var anonymous = 0
    var submissions = 0
    var people: Set<Int> = []

    mutating func add(_ assist: Assist) {
      switch assist.verdict {
      case .counted:
        counted += 1
        if let person = assist.plan.person { people.insert(person) } else { anonymous += 1 }
      case .provisional: provisional += 1
      case .other: other += 1
      }
    }

    func numbers(
      _ persons: DistrictPersons, hasVisits: Bool, hasSubmissions: Bool
    ) -> DistrictNumbers {
      let residents = persons.count(people)
      return DistrictNumbers(byName: [
        "visits": hasVisits ? visits : nil, "residents": residents.atLeast,
        "residents_at_most": residents.atMost, "counted_assists": counted,
        "provisional_assists": provisional, "other_assists": other,
        "anonymous_assists": anonymous, "submissions": hasSubmissions ? submissions : nil,
      ])
    }
  }
}
