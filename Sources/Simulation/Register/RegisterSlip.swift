import FieldWork
import Foundation
import Randomness

/// How the second record of a person comes to differ from the first.
package enum RegisterSlip: String, CaseIterable, Sendable {
  /// The name was typed without any marks.
  case noMarks = "no-marks"
  /// d in the place of đ, all other marks as they are.
  case plainD = "plain-d"
  /// òa in the place of oà, or the other way round.
  case toneElsewhere = "tone-elsewhere"
  /// One syllable has another tone.
  case otherTone = "other-tone"
  /// One letter is missing.
  case lostLetter = "lost-letter"
  /// Day and month of birth were exchanged.
  case dayForMonth = "day-for-month"
  /// Only the year of birth was told.
  case yearOnly = "year-only"
  /// The year of birth is off by one, as it is where people count years the old way.
  case yearBeside = "year-beside"
  /// Another telephone.
  case otherPhone = "other-phone"
  /// No telephone was told.
  case noPhone = "no-phone"
  /// No personal id was shown.
  case noID = "no-id"
  /// The person lives in another household, mostly in another hamlet.
  case movedAway = "moved-away"

  /// How often it happens, of a hundred second records.
  private var share: Int {
    switch self {
    case .noMarks: 25
    case .plainD, .toneElsewhere: 40
    case .otherTone: 8
    case .lostLetter: 8
    case .dayForMonth: 10
    case .yearOnly: 12
    case .yearBeside: 3
    case .otherPhone: 20
    case .noPhone: 20
    case .noID: 60
    case .movedAway: 20
    }
  }

  /// The slips of a second record, at least one.
  static func draw(for person: GeneratedRegister.Person, _ random: inout Draw) -> [RegisterSlip] {
    while true {
      let slips = allCases.filter { $0.applies(to: person) && random.chance($0.share) }
      if !slips.isEmpty { return slips }
    }
  }

  private func applies(to person: GeneratedRegister.Person) -> Bool {
    switch self {
    case .plainD: person.fullName.contains { "đĐ".contains($0) }
    case .toneElsewhere: Self.otherPlacement(of: person.fullName) != person.fullName
    case .dayForMonth:
      (person.birthDay ?? 13) <= 12 && person.birthDay != person.birthMonth
    case .otherPhone, .noPhone: person.phone != nil
    case .noID: person.personalID != nil
    case .noMarks, .otherTone, .lostLetter, .yearOnly, .yearBeside, .movedAway: true
    }
  }

  /// Changes a record; moving is the register's.
  func apply(to person: inout GeneratedRegister.Person, _ random: inout Draw) {
    switch self {
    case .noMarks: person.fullName = SearchFold.base(person.fullName).capitalized
    case .plainD:
      person.fullName = String(
        person.fullName.map { $0 == "đ" ? "d" : $0 == "Đ" ? "D" : $0 })
    case .toneElsewhere: person.fullName = Self.otherPlacement(of: person.fullName)
    case .otherTone: person.fullName = Self.withOtherTone(person.fullName)
    case .lostLetter:
      var letters = Array(person.fullName)
      let inner = letters.indices.dropFirst().filter { letters[$0] != " " }
      letters.remove(at: inner[Int.random(in: 0..<inner.count, using: &random)])
      person.fullName = String(letters)
    case .dayForMonth: swap(&person.birthDay, &person.birthMonth)
    case .yearOnly: (person.birthMonth, person.birthDay) = (nil, nil)
    case .yearBeside: person.birthYear -= 1
    case .otherPhone: person.phone = random.phone()
    case .noPhone: person.phone = nil
    case .noID: person.personalID = nil
    case .movedAway: break
    }
  }

  private static let placements = [
    ("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"), ("uý", "úy"), ("uỳ", "ùy"), ("oè", "òe"),
  ]

  private static func otherPlacement(of name: String) -> String {
    for (new, old) in placements {
      for (one, other) in [(new, old), (old, new)] {
        if let place = name.range(of: one) {
          return name.replacingCharacters(in: place, with: other)
        }
      }
    }
    return name
  }

  private static let tones = [
    ("ị", "i"), ("ă", "â"), ("ù", "ú"), ("ũ", "ủ"), ("ấ", "ầ"), ("ả", "á"), ("ạ", "à"), ("ề", "ế"),
    ("ễ", "ể"), ("ồ", "ố"), ("ơ", "ô"), ("à", "á"), ("ọ", "ò"), ("a", "à"), ("u", "ú"),
  ]

  private static func withOtherTone(_ name: String) -> String {
    for (one, other) in tones {
      if let place = name.range(of: one, options: .backwards) {
        return name.replacingCharacters(in: place, with: other)
      }
    }
    return name
  }
}

/// What a register draws.
struct Draw: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> UInt64 { generator.next() }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func phone() -> String {
    let prefixes = ["032", "033", "035", "039", "079", "086", "090", "091", "096", "097", "098"]
    let digits = (0..<7).map { _ in String(Int.random(in: 0...9, using: &self)) }
    return prefixes[Int.random(in: 0..<prefixes.count, using: &self)] + digits.joined()
  }

  /// Papers leave the day open, mostly those of old people; some offices then wrote 1 January.
  mutating func birthDay(of person: inout GeneratedRegister.Person) {
    let knows = person.birthYear > 1970 ? 88 : 60
    guard chance(knows) else {
      if chance(20) { (person.birthMonth, person.birthDay) = (1, 1) }
      return
    }
    person.birthMonth = Int.random(in: 1...12, using: &self)
    if chance(96) { person.birthDay = Int.random(in: 1...28, using: &self) }
  }

  /// Twelve digits that agree with year and sex.
  mutating func personalID(of person: GeneratedRegister.Person) -> String {
    let century = (person.birthYear / 100 - 19) * 2 + (person.sex == .female ? 1 : 0)
    let year = person.birthYear % 100
    let tail = 1_000_000 + Int.random(in: 0..<1_000_000, using: &self)
    return "040\(century)" + (year < 10 ? "0\(year)" : "\(year)") + String(tail).dropFirst()
  }

  /// So many different numbers below `count`, in the order drawn.
  mutating func sample(_ wanted: Int, of count: Int) -> [Int] {
    var numbers = Array(0..<count)
    for place in 0..<min(wanted, count) {
      numbers.swapAt(place, Int.random(in: place..<count, using: &self))
    }
    return Array(numbers.prefix(wanted))
  }
}
