import SyncProtocol

@testable import FieldWork

/// Records to be written for a random test of rates, as plain numbers: a rate can be worked out from
/// them without any store. Days are those of March 2026; 32 is 1 April.
struct RatePlan {
  /// What became of a dossier, and on which day.
  enum Ending {
    case none
    case accepted(Int)
    case done(Int)
    case refused(Int)
    case waitsForPapers(Int)
  }

  struct Dossier {
    var code: String
    var received: Int
    var channel: Int
    var fee: Int?
    var paid: Int?
    var files: Int?
    var digitised: Int?
    var electronic: Bool?
    /// The day of the appointment; nil where the procedure has no limit.
    var appointment: Int?
    var ending: Ending
    var isHelped: Bool
    /// The category of who was helped at home; nil elsewhere.
    var homeCategory: Int?
    var isVoided: Bool
  }

  struct Person {
    var birthYear: Int?
    /// VNeID and signature as seen, with the day.
    var identity: [(day: Int, level: Int)]
    var signature: [(day: Int, level: Int)]
  }

  struct Home {
    var cashless: [(day: Int, service: Int, isCashless: Bool)]
    var connection: [(day: Int, level: Int)]
  }

  struct Opinion {
    var day: Int
    var rating: Int
    var hasText: Bool
    var answered: Int?
  }

  /// Procedures with a limit, whose fee is not on file; and one without a limit.
  static let codes: [String] = {
    let plain = Procedures.all.filter { procedure in
      SubmissionChannel.allCases.allSatisfy {
        SubmissionTerms.fee(of: procedure, by: $0.procedureChannel) == nil
      }
    }
    let limited = plain.filter { $0.term != nil }
    return [ServiceLevel.full, .partial, .notOnline].flatMap { level in
      limited.filter { $0.serviceLevel == level }.prefix(2).map(\.code)
    } + plain.filter { $0.term == nil }.prefix(1).map(\.code)
  }()

  static func hasLimit(_ code: String) -> Bool { Procedures.procedure(code: code)?.term != nil }

  var dossiers: [Dossier] = []
  var people: [Person] = []
  var homes: [Home] = []
  var opinions: [Opinion] = []
  /// Of three members the scores of trainings: before and after, either of which may be missing.
  var trainings: [(member: Int, day: Int, before: Int?, after: Int?)] = []
  var outcomes: [String] = []

  init(_ random: inout SeededGenerator) {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func day(_ range: ClosedRange<Int> = 1...31) -> Int { Int.random(in: range, using: &random) }
    for _ in 0..<60 {
      let code = Self.codes.randomElement(using: &random) ?? ""
      let received = day(-20...36)
      let files = chance(70) ? Int.random(in: 1...5, using: &random) : nil
      let fee = chance(75) ? (chance(70) ? 20_000 : 0) : nil
      let ending: Ending =
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4: .done(received + day(0...20))
        case 5: .refused(received + day(0...5))
        case 6: .accepted(received + day(0...3))
        case 7: .waitsForPapers(received + day(0...5))
        default: .none
        }
      let isHelped = chance(50)
      dossiers.append(
        Dossier(
          code: code, received: received, channel: Int.random(in: 1...3, using: &random), fee: fee,
          paid: fee.map { fee in chance(70) ? (chance(60) ? fee : 0) : nil } ?? nil, files: files,
          digitised: files.map { files in
            chance(80) ? Int.random(in: 0...files, using: &random) : nil
          } ?? nil, electronic: chance(60) ? chance(70) : nil,
          appointment: Self.hasLimit(code) ? received + day(0...15) : nil, ending: ending,
          isHelped: isHelped,
          homeCategory: isHelped && chance(40) ? Int.random(in: 1...4, using: &random) : nil,
          isVoided: chance(10)))
    }
    for _ in 0..<14 {
      func seen() -> [(day: Int, level: Int)] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
          (day(20...40), Int.random(in: 0...2, using: &random))
        }
      }
      people.append(
        Person(
          birthYear: chance(85) ? Int.random(in: 1990...2020, using: &random) : nil,
          identity: seen(), signature: seen()))
    }
    for _ in 0..<8 {
      homes.append(
        Home(
          cashless: (0..<5).map { _ in
            (day(20...40), Int.random(in: 1...8, using: &random), chance(50))
          },
          connection: (0..<Int.random(in: 0...2, using: &random)).map { _ in
            (day(20...40), Int.random(in: 0...3, using: &random))
          }))
    }
    for _ in 0..<16 {
      let asked = day(-5...36)
      opinions.append(
        Opinion(
          day: asked, rating: Int.random(in: 1...5, using: &random), hasText: chance(60),
          answered: chance(60) ? min(asked + day(0...35), 50) : nil))
    }
    for number in 0..<5 {
      trainings.append(
        (
          Int.random(in: 0...2, using: &random), day(-5...36) / 5 * 5 + number % 5,
          chance(80) ? day(0...100) : nil, chance(80) ? day(0...100) : nil
        ))
    }
    outcomes = (0..<20).map { _ in
      ["completed", "submitted", "blocked", "advised", "refused"].randomElement(using: &random)
        ?? ""
    }
  }

  /// The day as people type it.
  static func text(_ day: Int) -> String {
    // Counted from 29 February's place: February 2026 has 28 days.
    if day < 1 { return "\(day + 28)/02/2026" }
    return day <= 31 ? "\(day)/03/2026" : "\(day - 31)/04/2026"
  }

  /// Whether offices work: Sundays of March 2026 are 1, 8, 15…; Tết is off from 16 to 20 February.
  static func isWorked(_ day: Int) -> Bool {
    let weekday = (day - 1 + 700) % 7
    return weekday != 0 && weekday != 6 && !(-12 ... -8).contains(day)
  }

  /// Working days after one day through another.
  static func workingDays(after first: Int, through last: Int) -> Int {
    first < last ? ((first + 1)...last).count(where: isWorked) : 0
  }
}
