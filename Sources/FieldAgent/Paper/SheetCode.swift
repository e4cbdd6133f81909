import FieldWork
import Replica

/// The code of one line of a day sheet, such as `42XFG-7-03-C`: the laptop that reserved it, the
/// number of the sheet, the line and a check character.
///
/// The check character is that of record codes: one wrong character or two that changed places are
/// found, so that a slip of the pen never becomes another line.
struct SheetCode: Hashable, Sendable {
  /// The laptop, by the number it had when the sheet was printed.
  let replica: UInt32
  /// The number of the sheet.
  let sheet: Int
  /// The line on it, from 1.
  let line: Int

  /// The most lines of a sheet; two digits name them.
  static let maximumLine = 99
  /// The greatest number of a sheet.
  static let maximumSheet = 999_999
  /// Sheets that are printed in practice have greater numbers.
  static let practiceSheets = 900_000

  /// Whether it was printed in practice.
  var isOfPractice: Bool { sheet > Self.practiceSheets }

  /// What is wrong with a typed code.
  enum Problem: Error, Equatable, Sendable {
    case empty
    case badCharacter(position: Int)
    /// Another number of characters than such a code has.
    case wrongLength
    /// A character is wrong, or two changed places.
    case mistyped
    /// Another laptop reserved it.
    case otherLaptop
    /// It was printed in practice, and is typed into real work.
    case ofPractice
    /// It is real, and is typed in practice.
    case ofRealWork
    /// The short code is also that of an open line of another sheet.
    case alsoOnSheet(Int)
    /// This laptop has printed no such line.
    case unknown
  }

  init(replica: UInt32, sheet: Int, line: Int) {
    self.replica = replica
    self.sheet = sheet
    self.line = line
  }

  /// The code in groups, as it is printed.
  var text: String { "\(laptopText)-\(sheet)-\(shortText)" }

  /// What tells the lines of one sheet apart.
  var shortText: String {
    let check = Crockford.alphabet[Int(CheckCharacter.value(of: digits))]
    return "\(Self.twoDigits(line))-\(String(decoding: [check], as: UTF8.self))"
  }

  private var laptopText: String {
    String(decoding: digits.prefix(5).map { Crockford.alphabet[Int($0)] }, as: UTF8.self)
  }

  private var digits: [UInt8] {
    (0..<5).map { UInt8(replica >> (20 - 5 * $0) & 31) }
      + (String(sheet) + Self.twoDigits(line)).utf8.map { $0 - UInt8(ascii: "0") }
  }

  private static func twoDigits(_ line: Int) -> String { line < 10 ? "0\(line)" : String(line) }

  /// Whether only the last two groups of a code were typed, which do not name its sheet.
  static func isShort(_ text: String) -> Bool {
    text.count { !RecordCode.isSeparator($0) } == 3
  }

  /// Reads a code as people type it: any case, with or without hyphens and blanks, O for 0 and I or
  /// L for 1.
  ///
  /// - Parameter sheet: the sheet that somebody has before them, of which the last two groups will
  ///   do.
  init(parsing text: String, on sheet: Printout?) throws(Problem) {
    var digits: [UInt8] = []
    for (index, character) in text.enumerated() where !RecordCode.isSeparator(character) {
      guard digits.count < 16, let ascii = character.asciiValue,
        let digit = Crockford.digit(ascii)
      else { throw .badCharacter(position: index + 1) }
      digits.append(digit)
    }
    guard let check = digits.popLast() else { throw .empty }
    if digits.count == 2, let sheet {
      digits =
        SheetCode(replica: sheet.replica, sheet: sheet.number, line: 0).digits.dropLast(2)
        + digits
    }
    guard (8...13).contains(digits.count) else { throw .wrongLength }
    guard check == CheckCharacter.value(of: digits) else { throw .mistyped }
    let numbers = digits.dropFirst(5)
    guard numbers.allSatisfy({ $0 < 10 }), numbers.first != 0 else { throw .unknown }
    replica = digits.prefix(5).reduce(0) { $0 << 5 | UInt32($1) }
    self.sheet = numbers.dropLast(2).reduce(0) { $0 * 10 + Int($1) }
    line = numbers.suffix(2).reduce(0) { $0 * 10 + Int($1) }
  }
}

extension SheetCode.Problem {
  /// What to say of it.
  var words: BilingualText {
    switch self {
    case .empty:
      BilingualText(
        vi: "Hãy gõ mã in ở đầu dòng.", en: "Type the code printed at the beginning of the line.")
    case .badCharacter(let position):
      BilingualText(
        vi:
          "Ký tự thứ \(position) không có trong mã nào. Hãy xem lại mã trên giấy (tắt bộ gõ tiếng "
          + "Việt).",
        en: "Character \(position) is in no code. Look at the paper again (with the Vietnamese "
          + "keyboard off).")
    case .wrongLength:
      BilingualText(
        vi: "Mã thiếu hoặc thừa ký tự: cả mã như 42XFG-7-03-C, hoặc hai nhóm cuối như 03-C.",
        en: "Too few or too many characters: the whole code as in 42XFG-7-03-C, or its last two "
          + "groups as in 03-C.")
    case .mistyped:
      BilingualText(
        vi: "Mã không đúng: gõ nhầm một ký tự, hoặc mã của tờ khác. Hãy xem lại mã trên giấy.",
        en: "This is no code: a character is mistyped, or it is of another sheet. Look at the "
          + "paper again.")
    case .alsoOnSheet(let other):
      BilingualText(
        vi:
          "Tờ số \(other) cũng có một dòng mở với mã ngắn này: hãy gõ cả mã in ở đầu dòng, để không "
          + "nhập nhầm tờ.",
        en:
          "An open line of sheet no. \(other) has this short code too: type the whole code at the "
          + "beginning of the line, so that no line of the wrong sheet is entered.")
    case .otherLaptop:
      BilingualText(
        vi: "Tờ này do máy khác in: hãy nhập nó trên máy đó, để không ai nhập hai lần.",
        en: "Another laptop printed this sheet: enter it there, so that nothing is entered twice.")
    case .ofPractice:
      BilingualText(
        vi:
          "Tờ này in khi luyện tập: không nhập vào việc thật. Nếu trên đó là việc thật, hãy ghi bằng "
          + "biểu mẫu lượt thăm và ghi ngày xảy ra.",
        en:
          "This sheet was printed in practice and is not entered into real work. If what is on it "
          + "is real, use the form of a visit and type the day on which it happened.")
    case .ofRealWork:
      BilingualText(
        vi: "Đây là tờ của việc thật: hãy thôi luyện tập rồi nhập nó, để không mất.",
        en: "This sheet is of real work: leave practice, then enter it, or it is lost.")
    case .unknown:
      BilingualText(
        vi: "Máy này chưa in tờ nào có mã đó. Nếu máy đã phục hồi từ bản sao lưu cũ, hãy ghi bằng "
          + "biểu mẫu lượt thăm và ghi ngày xảy ra.",
        en: "This laptop has printed no sheet with that code. If it was restored from an older "
          + "backup, use the form of a visit and type the day on which it happened.")
    }
  }
}
