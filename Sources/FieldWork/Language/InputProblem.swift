/// What is wrong with something that a person typed, with a stable code and a text in both languages.
///
/// Forms and commands collect these and show all of them at once. No case carries a personal id
/// number, so a problem may be logged.
package enum InputProblem: Error, Equatable, Sendable {
  case textEmpty
  case textTooLong(limit: Int)
  case textControlCharacter
  case dateUnreadable
  case dateTwoDigitYear
  case dateImpossible
  case hourUnreadable
  case periodUnreadable
  case periodBackwards
  case termUnreadable
  case numberUnreadable
  case numberGrouping
  case numberNegative
  case numberTooLarge
  case personalIDNotDigits
  case personalIDLength(found: Int)
  case personalIDOldCard
  case personalIDProvince(String)
  case personalIDFuture(year: Int)
  case phoneNotDigits
  case phoneLength(found: Int)
  case phonePrefix(String)
  case phoneOldMobile(suggestion: String)

  /// The name by which programs and tests know the problem; never changes.
  package var code: String {
    switch self {
    case .textEmpty: "text-empty"
    case .textTooLong: "text-too-long"
    case .textControlCharacter: "text-control-character"
    case .dateUnreadable: "date-unreadable"
    case .dateTwoDigitYear: "date-two-digit-year"
    case .dateImpossible: "date-impossible"
    case .hourUnreadable: "hour-unreadable"
    case .periodUnreadable: "period-unreadable"
    case .periodBackwards: "period-backwards"
    case .termUnreadable: "term-unreadable"
    case .numberUnreadable: "number-unreadable"
    case .numberGrouping: "number-grouping"
    case .numberNegative: "number-negative"
    case .numberTooLarge: "number-too-large"
    case .personalIDNotDigits: "personal-id-not-digits"
    case .personalIDLength: "personal-id-length"
    case .personalIDOldCard: "personal-id-old-card"
    case .personalIDProvince: "personal-id-province"
    case .personalIDFuture: "personal-id-future"
    case .phoneNotDigits: "phone-not-digits"
    case .phoneLength: "phone-length"
    case .phonePrefix: "phone-prefix"
    case .phoneOldMobile: "phone-old-mobile"
    }
  }

  /// The sentence for people: what is wrong and what to type instead.
  package func message(in language: Language) -> String {
    let (vietnamese, english) = texts
    return language.text(vietnamese, english)
  }

  private var texts: (vietnamese: String, english: String) {
    switch self {
    case .textEmpty: ("Chưa nhập gì ở đây.", "Nothing was typed here.")
    case .textTooLong(let limit):
      ("Dài quá: tối đa \(limit) ký tự.", "Too long: at most \(limit) characters.")
    case .textControlCharacter:
      (
        "Có ký tự điều khiển không nhìn thấy; hãy gõ lại thay vì dán.",
        "It holds an invisible control character; type it instead of pasting."
      )
    case .dateUnreadable:
      (
        "Không đọc được ngày; hãy nhập như 18/11/2026.",
        "This date cannot be read; type it like 18/11/2026."
      )
    case .dateTwoDigitYear:
      (
        "Năm phải đủ bốn chữ số, như 18/11/2026.",
        "The year needs all four digits, like 18/11/2026."
      )
    case .dateImpossible:
      ("Không có ngày này trong lịch.", "There is no such day in the calendar.")
    case .hourUnreadable:
      (
        "Đọc được ngày, chưa đọc được giờ; hãy nhập giờ như 08:30, 8h30 hoặc 8 giờ 30; không rõ giờ "
          + "thì chỉ nhập ngày.",
        "The day can be read, the time cannot: type it like 08:30 or 8h30, or the day alone where "
          + "the hour is not known."
      )
    case .periodUnreadable:
      (
        "Không đọc được kỳ; hãy nhập như 2026-11, 2026-Q4 hoặc 2026-01-01..2026-03-31.",
        "This period cannot be read; type it like 2026-11, 2026-Q4 or 2026-01-01..2026-03-31."
      )
    case .periodBackwards:
      ("Ngày cuối đứng trước ngày đầu.", "The last day is before the first.")
    case .termUnreadable:
      (
        "Không đọc được thời hạn; hãy nhập như 5 ngày làm việc, 15 ngày, 8 giờ hoặc 2 tháng.",
        "This term cannot be read; type it like 5 working days, 15 days, 8 hours or 2 months."
      )
    case .numberUnreadable:
      (
        "Không đọc được; hãy nhập số nguyên như 1234 hoặc 1.234.",
        "This cannot be read; type a whole number like 1234."
      )
    case .numberGrouping:
      (
        "Dấu chấm hoặc dấu phẩy ở đây có thể hiểu hai cách; hãy nhập như 50.000 hoặc 50000.",
        "The point or comma can mean two things here; type it without, like 50000."
      )
    case .numberNegative:
      ("Số này không được âm.", "This number cannot be negative.")
    case .numberTooLarge: ("Số này quá lớn.", "This number is too large.")
    case .personalIDNotDigits:
      ("Số định danh chỉ gồm chữ số.", "A personal id number has digits only.")
    case .personalIDLength(let found):
      (
        "Số định danh có 12 chữ số; ở đây có \(found).",
        "A personal id number has 12 digits; here are \(found)."
      )
    case .personalIDOldCard:
      (
        "Đây là số chứng minh nhân dân cũ 9 chữ số; hãy dùng số định danh 12 chữ số.",
        "This is the number of an old 9-digit card; use the 12-digit number."
      )
    case .personalIDProvince(let code):
      (
        "Không có tỉnh hoặc nước nào mang mã \(code) (ba chữ số đầu).",
        "No province or country has the code \(code) (the first three digits)."
      )
    case .personalIDFuture(let year):
      (
        "Theo số này người đó sinh năm \(year), sau hôm nay.",
        "By this number the person was born in \(year), after today."
      )
    case .phoneNotDigits:
      ("Số điện thoại chỉ gồm chữ số.", "A phone number has digits only.")
    case .phoneLength(let found):
      (
        "Số điện thoại có 10 chữ số (cố định 10 hoặc 11); ở đây có \(found).",
        "A phone number has 10 digits (fixed lines 10 or 11); here are \(found)."
      )
    case .phonePrefix(let prefix):
      ("Không có đầu số \(prefix).", "No phone number begins with \(prefix).")
    case .phoneOldMobile(let suggestion):
      (
        "Đầu số 11 chữ số đã đổi năm 2018; số mới là \(suggestion).",
        "Mobile numbers of 11 digits changed in 2018; the new number is \(suggestion)."
      )
    }
  }
}
