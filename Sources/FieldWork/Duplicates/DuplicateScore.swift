/// How likely two records are one person, with what speaks for and against it.
///
/// Each reason weighs as many bits as it makes the case more or less likely: a name that one in a
/// thousand bears weighs ten. Two records of a register that agree in nothing are one person only by
/// a chance of one in its size, which the sum has to make up for. (The decision rule of Fellegi and
/// Sunter, 1969, in half bits, so that every machine gives the same order.)
package struct DuplicateScore: Hashable, Sendable {
  /// What speaks for and against, the strongest first.
  package let reasons: [DuplicateReason]
  /// Half bits above even odds; negative below.
  let halfBits: Int

  /// From 0 to 100; 50 where it is as likely as not.
  package var points: Int { min(max(50 + halfBits, 0), 100) }

  /// Whether a person should look at it.
  package var isCandidate: Bool { halfBits >= 0 }
}

/// What of a whole register bears on the weight of a reason.
struct RegisterFrequencies: Sendable {
  private(set) var people = 0
  private var bearersByName: [UInt64: Int] = [:]
  private var holdersByPhone: [String: Int] = [:]
  private var hamlets: Set<Int64> = []

  init(_ profiles: [PersonProfile]) { for profile in profiles { add(profile) } }

  mutating func add(_ profile: PersonProfile) {
    people += 1
    if let name = profile.name { bearersByName[name.unordered, default: 0] += 1 }
    if let phone = profile.phone { holdersByPhone[phone, default: 0] += 1 }
    if let place = profile.place { hamlets.insert(place.rawValue) }
  }

  /// A small register is a part of a larger people.
  private var population: Int { max(people, 1_024) }

  func bearers(_ name: PersonName) -> Int { max(bearersByName[name.unordered] ?? 0, 1) }
  func holders(_ phone: String) -> Int { holdersByPhone[phone] ?? 0 }

  /// What it takes to pick one of a register's people who bear a name.
  func halfBits(ofBearers bearers: Int) -> Int { Self.logarithm(population / max(bearers, 2)) }

  /// What it says to live in one hamlet, which neighbours of one name do too.
  var hamletHalfBits: Int { min(Self.logarithm(hamlets.count), 10) }

  /// What has to be made up for: the register's size, and that one in 16 is recorded twice.
  var priorHalfBits: Int { Self.logarithm(population) + 8 }

  /// Twice the logarithm to the base of two, in whole numbers.
  static func logarithm(_ number: Int) -> Int {
    let bounded = min(max(number, 1), 1 << 30)
    return Int.bitWidth - 1 - (bounded * bounded).leadingZeroBitCount
  }
}

extension DuplicateScore {
  /// Compares two people of a register; nil when neither name nor id agrees.
  init?(_ one: PersonProfile, _ other: PersonProfile, in register: RegisterFrequencies) {
    var found: [(reason: DuplicateReason, halfBits: Int)] = []
    let isSameID = one.idHash != nil && one.idHash == other.idHash
    var agreement: PersonName.Agreement?
    if let name = one.name, let otherName = other.name {
      agreement = name.agreement(with: otherName)
      if let agreement {
        let bearers = max(register.bearers(name), register.bearers(otherName))
        let weight = register.halfBits(ofBearers: bearers) - agreement.discount
        found.append((.name(agreement, bearers: bearers), max(weight, 2)))
      }
    }
    guard isSameID || agreement != nil else { return nil }
    if isSameID {
      found.append((.sameID, 80))
    } else if one.idHash != nil, other.idHash != nil {
      found.append((.otherID, -60))
    }
    if let birth = Self.birth(one, other) { found.append(birth) }
    if let sex = one.sex, let otherSex = other.sex, sex != otherSex {
      found.append((.otherSex, -24))
    }
    let isSameHousehold = one.household != nil && one.household == other.household
    if let phone = one.phone, phone == other.phone {
      let isShared = isSameHousehold || register.holders(phone) > 2
      found.append(isShared ? (.sharedPhone, isSameHousehold ? 2 : 10) : (.samePhone, 24))
    }
    if isSameHousehold {
      found.append((.sameHousehold, 22))
    } else if let place = one.place, place == other.place, register.hamletHalfBits > 0 {
      found.append((.sameHamlet, register.hamletHalfBits))
    }
    self.init(found, against: register.priorHalfBits)
  }

  /// Adds up what was found; `prior` is what it takes to make the case even. The order of equal
  /// weights is that in which they were found.
  init(_ found: [(reason: DuplicateReason, halfBits: Int)], against prior: Int) {
    let sorted = found.enumerated().sorted {
      ($1.element.halfBits.magnitude, $0.offset) < ($0.element.halfBits.magnitude, $1.offset)
    }
    self.init(
      reasons: sorted.map(\.element.reason),
      halfBits: found.reduce(0) { $0 + $1.halfBits } - prior)
  }

  private static func birth(
    _ one: PersonProfile, _ other: PersonProfile
  ) -> (reason: DuplicateReason, halfBits: Int)? {
    guard let year = one.birthYear, let otherYear = other.birthYear else { return nil }
    guard year == otherYear else {
      guard abs(year - otherYear) == 1 else { return (.otherBirthYear, -20) }
      let isSameDay = one.birthDay != nil && one.birthDay == other.birthDay
      // People who count years the old way are off by one.
      return isSameDay && one.birthMonth == other.birthMonth
        ? (.birthYearBeside, 12) : (.otherBirthYear, -2)
    }
    guard let month = one.birthMonth, let otherMonth = other.birthMonth else {
      return (.sameBirthYear, 12)
    }
    guard let day = one.birthDay, let otherDay = other.birthDay else {
      return month == otherMonth ? (.sameBirthYear, 14) : (.otherBirthDay, -4)
    }
    if day == otherDay, month == otherMonth {
      // Where the day is not known, offices write 1 January.
      return day == 1 && month == 1 ? (.sameBirthYear, 12) : (.sameBirthDate, 28)
    }
    if day == otherMonth, month == otherDay { return (.swappedBirthDate, 18) }
    // 1 January says no more than the year.
    if (day, month) == (1, 1) || (otherDay, otherMonth) == (1, 1) { return (.sameBirthYear, 10) }
    return (.otherBirthDay, day == otherDay || month == otherMonth ? -2 : -8)
  }
}

extension PersonName.Agreement {
  /// Half bits by which it weighs less than the same name.
  var discount: Int {
    switch self {
    case .same: 0
    case .unmarked: 2
    case .otherMarks: 10
    case .otherOrder: 6
    case .oneLetter: 10
    }
  }
}
