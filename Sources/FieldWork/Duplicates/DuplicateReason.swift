/// Something that speaks for or against two records being one person.
package enum DuplicateReason: Hashable, Sendable {
  /// The same personal id.
  case sameID
  /// The names agree in this way; how many of the register have the name.
  case name(PersonName.Agreement, bearers: Int)
  /// The same day of birth.
  case sameBirthDate
  /// Day and month of birth are exchanged.
  case swappedBirthDate
  /// The same day of another year, before or after.
  case birthYearBeside
  /// The same year of birth.
  case sameBirthYear
  /// A telephone that nobody else has.
  case samePhone
  /// A telephone that a family shares.
  case sharedPhone
  /// The same household.
  case sameHousehold
  /// The same hamlet.
  case sameHamlet
  /// The same address within the hamlet.
  case sameAddress
  /// Two personal ids.
  case otherID
  /// Man and woman.
  case otherSex
  /// Years of birth that differ.
  case otherBirthYear
  /// The same year, another day.
  case otherBirthDay
  /// Two telephones.
  case otherPhone
  /// Two addresses within the hamlet.
  case otherAddress

  /// The stable name.
  package var code: String {
    switch self {
    case .sameID: "same-id"
    case .name(let agreement, _): "name-\(agreement.rawValue)"
    case .sameBirthDate: "same-birth-date"
    case .swappedBirthDate: "swapped-birth-date"
    case .birthYearBeside: "birth-year-beside"
    case .sameBirthYear: "same-birth-year"
    case .samePhone: "same-phone"
    case .sharedPhone: "shared-phone"
    case .sameHousehold: "same-household"
    case .sameHamlet: "same-hamlet"
    case .otherID: "other-id"
    case .otherSex: "other-sex"
    case .otherBirthYear: "other-birth-year"
    case .otherBirthDay: "other-birth-day"
    case .sameAddress: "same-address"
    case .otherPhone: "other-phone"
    case .otherAddress: "other-address"
    }
  }

  /// Whether it speaks against.
  package var isAgainst: Bool {
    switch self {
    case .otherID, .otherSex, .otherBirthYear, .otherBirthDay, .otherPhone, .otherAddress: true
    default: false
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .sameID: BilingualText(vi: "cùng số định danh", en: "same personal id")
    case .name(let agreement, let bearers):
      agreement.words
        + (bearers > 3
          ? BilingualText(vi: " (\(bearers) người mang)", en: " (\(bearers) bear it)")
          : BilingualText(same: ""))
    case .sameBirthDate: BilingualText(vi: "cùng ngày sinh", en: "same day of birth")
    case .swappedBirthDate:
      BilingualText(
        vi: "cùng ngày sinh nếu đổi chỗ ngày và tháng",
        en: "same day of birth with day and month exchanged")
    case .birthYearBeside:
      BilingualText(
        vi: "cùng ngày sinh, năm lệch một", en: "same day of birth, the year off by one")
    case .sameBirthYear: BilingualText(vi: "cùng năm sinh", en: "same year of birth")
    case .samePhone: BilingualText(vi: "cùng điện thoại", en: "same telephone")
    case .sharedPhone:
      BilingualText(vi: "cùng điện thoại dùng chung", en: "same shared telephone")
    case .sameHousehold: BilingualText(vi: "cùng hộ", en: "same household")
    case .sameHamlet: BilingualText(vi: "cùng thôn", en: "same hamlet")
    case .otherID: BilingualText(vi: "KHÁC số định danh", en: "OTHER personal id")
    case .otherSex: BilingualText(vi: "KHÁC giới tính", en: "OTHER sex")
    case .otherBirthYear: BilingualText(vi: "KHÁC năm sinh", en: "OTHER year of birth")
    case .otherBirthDay: BilingualText(vi: "KHÁC ngày sinh", en: "OTHER day of birth")
    case .sameAddress: BilingualText(vi: "cùng địa chỉ", en: "same address")
    case .otherPhone: BilingualText(vi: "KHÁC điện thoại", en: "OTHER telephone")
    case .otherAddress: BilingualText(vi: "KHÁC địa chỉ", en: "OTHER address")
    }
  }
}

extension PersonName.Agreement {
  /// What people read.
  package var words: BilingualText {
    switch self {
    case .same: BilingualText(vi: "cùng tên", en: "same name")
    case .unmarked:
      BilingualText(vi: "cùng tên, một bên không dấu", en: "same name, once without marks")
    case .otherMarks: BilingualText(vi: "tên khác dấu", en: "name with other marks")
    case .otherOrder: BilingualText(vi: "tên đảo thứ tự", en: "name in another order")
    case .oneLetter: BilingualText(vi: "tên khác một chữ", en: "name off by one letter")
    }
  }
}
