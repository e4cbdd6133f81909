import SyncProtocol

/// Sex, as papers state it.
package enum Sex: Int64, RecordEnumeration {
  /// Male.
  case male = 1
  /// Female.
  case female = 2

  /// The stable name.
  package var name: String { self == .male ? "male" : "female" }

  /// What people read.
  package var words: BilingualText {
    self == .male ? BilingualText(vi: "nam", en: "male") : BilingualText(vi: "nữ", en: "female")
  }
}

/// A person of a household.
package struct Resident: FieldRecord {
  /// The synced table.
  package static let table = ResidentTable.definition
  /// `R-…`.
  package static let kind: RecordCode.Kind? = .resident
  /// The columns read; the hash of the id stays in the store.
  package static let columns = """
    household, full_name, sort_name, birth_year, birth_month, birth_day, sex, phone, id_last4,
    note, void_reason
    """

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The household.
  package let household: RowID?
  /// Full name, family name first.
  package let fullName: String?
  /// Sort name, where the rule for Vietnamese names is wrong.
  package let sortName: String?
  /// Year of birth.
  package let birthYear: Int?
  /// Month of birth, often unknown.
  package let birthMonth: Int?
  /// Day of birth, often unknown.
  package let birthDay: Int?
  /// Sex.
  package let sex: Sex?
  /// Canonical telephone number; a family may share one.
  package let phone: String?
  /// The last four digits of the personal id.
  package let idLast4: String?
  /// Free text.
  package let note: String?
  /// Why a person voided it; nil while it stands.
  package let voidReason: String?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    household = try row.reference()
    fullName = try row.text()
    sortName = try row.text()
    birthYear = try row.number()
    birthMonth = try row.number()
    birthDay = try row.number()
    sex = try row.choice()
    phone = try row.text()
    idLast4 = try row.text()
    note = try row.text()
    voidReason = try row.text()
  }
}

/// A resident as typed; nil is "not given", an empty text empties the field.
package struct ResidentDraft: Sendable {
  /// The household; needed for a new resident.
  package var household: RowID?
  /// Full name; needed for a new resident. One word is enough.
  package var fullName: String?
  /// Sort name, where the rule for Vietnamese names is wrong.
  package var sortName: String?
  /// Year of birth, or a whole date, which fills month and day too.
  package var birth: String?
  /// A name of `Sex`.
  package var sex: String?
  /// Telephone.
  package var phone: String?
  /// The 12-digit personal id: hashed at once, only its last four digits stay readable.
  package var personalID: String?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    household: RowID? = nil, fullName: String? = nil, sortName: String? = nil,
    birth: String? = nil, sex: String? = nil, phone: String? = nil, personalID: String? = nil,
    note: String? = nil
  ) {
    self.household = household
    self.fullName = fullName
    self.sortName = sortName
    self.birth = birth
    self.sex = sex
    self.phone = phone
    self.personalID = personalID
    self.note = note
  }

  func check(_ checker: inout DraftChecker, today: LocalDate) -> PersonalID? {
    checker.text(fullName, ResidentTable.fullName, required: true)
    checker.text(sortName, ResidentTable.sortName)
    checkBirth(&checker, today: today)
    checker.choice(sex, ResidentTable.sex, Sex.self)
    checker.phone(phone, ResidentTable.phone)
    checker.text(note, ResidentTable.note, limit: TextLimit.note, allowsLines: true)
    guard let personalID else { return nil }
    if personalID.allSatisfy(\.isWhitespace) {
      guard !checker.isNew else { return nil }
      checker.set(ResidentTable.idHash, .unset)
      checker.set(ResidentTable.idLast4, .unset)
      return nil
    }
    do {
      let number = try PersonalID(personalID, today: today)
      checker.set(ResidentTable.idLast4, .text(number.lastFour))
      return number
    } catch {
      checker.complain(ResidentTable.idLast4, .input(error))
      return nil
    }
  }

  /// An unknown day or month of birth is normal: 1950, 3/1950 and 18/03/1950 are all right.
  private func checkBirth(_ checker: inout DraftChecker, today: LocalDate) {
    guard let birth else { return }
    let fields = [ResidentTable.birthYear, ResidentTable.birthMonth, ResidentTable.birthDay]
    let parts = birth.filter { !$0.isWhitespace }
      .split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    if parts.count == 1, parts[0].isEmpty {
      if !checker.isNew { for field in fields { checker.set(field, .unset) } }
      return
    }
    guard (1...3).contains(parts.count),
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { 48...57 ~= $0 } })
    else { return checker.complain(ResidentTable.birthYear, .input(.dateUnreadable)) }
    var numbers = parts.compactMap { Int($0) }
    if parts[0].utf8.count != 4 { numbers.reverse() }
    guard (parts[0].utf8.count == 4 ? parts[0] : parts[parts.count - 1]).utf8.count == 4 else {
      return checker.complain(ResidentTable.birthYear, .input(.dateTwoDigitYear))
    }
    guard (1880...today.year).contains(numbers[0]) else {
      return checker.complain(
        ResidentTable.birthYear, .numberOutOfRange(low: 1880, high: today.year))
    }
    let month = numbers.count > 1 ? numbers[1] : 1
    let day = numbers.count > 2 ? numbers[2] : 1
    guard let date = LocalDate(year: numbers[0], month: month, day: day), date <= today else {
      return checker.complain(ResidentTable.birthYear, .birthDateImpossible)
    }
    for (position, field) in fields.enumerated() {
      if position < numbers.count {
        checker.set(field, .integer(Int64(numbers[position])))
      } else if !checker.isNew {
        checker.set(field, .unset)
      }
    }
  }
}

extension Resident {
  /// What is known of the day of birth, as people type it: 1950, 3/1950 or 18/3/1950.
  package var birthText: String? {
    birthYear.map { year in
      ([birthDay, birthMonth].compactMap { $0.map { String($0) } } + [String(year)])
        .joined(separator: "/")
    }
  }
}
