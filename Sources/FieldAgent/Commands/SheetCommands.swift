import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `sheet list`: the day sheets of this laptop.
struct SheetList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["sheet", "list"]
  let abstract = BilingualText(
    vi: "các tờ ngày đã in và số dòng còn mở", en: "printed day sheets and their open lines")
  let arguments: [Argument] = []

  /// The most sheets that are listed.
  private static let limit = 200

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let book = PrintoutBook(laptop.records)
    let sheets = try book.sheets(limit: Self.limit).map { ($0, open: try book.open($0).count) }
    console.listing(
      Table(
        [
          .number(BilingualText(vi: "Tờ", en: "Sheet")),
          .text(BilingualText(vi: "In lúc", en: "Printed")),
          .number(BilingualText(vi: "Số dòng", en: "Lines")),
          .number(BilingualText(vi: "Còn mở", en: "Open")),
        ],
        sheets.map { sheet, open in
          [
            "\(sheet.number)",
            Format.dateTime(LocalDateTime(milliseconds: sheet.made.rawValue)), "\(sheet.lines)",
            "\(open)",
          ]
        },
        empty: BilingualText(
          vi: "Chưa in tờ nào trên máy này.", en: "No sheet was printed on this laptop yet.")),
      json: [
        "sheets": .array(
          sheets.map { sheet, open in
            [
              "number": .integer(Int64(sheet.number)), "lines": .integer(Int64(sheet.lines)),
              "open": .integer(Int64(open)),
              "printed": .text(LocalDateTime(milliseconds: sheet.made.rawValue).iso),
            ]
          })
      ])
    return .done
  }
}

/// `sheet show`: what became of each line of a day sheet.
struct SheetShow: LaptopCommand {
  let surroundings: Surroundings
  let name = ["sheet", "show"]
  let abstract = BilingualText(
    vi: "từng dòng của một tờ ngày: còn mở, đã nhập, đã gạch",
    en: "each line of a day sheet: open, entered or struck out")
  let arguments: [Argument] = [
    .positional("number", BilingualText(vi: "số của tờ", en: "number of the sheet"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let book = PrintoutBook(laptop.records)
    guard let number = Int(invocation.requiredText("number")), let sheet = try book.find(number),
      sheet.lines > 0
    else { throw SheetFailure.noSuchNumber }
    let used = Dictionary(try book.used(number).map { ($0.line, $0) }) { first, _ in first }
    let lines = try (1...sheet.lines).map { line -> (code: String, state: State, visit: Visit?) in
      guard let entry = used[line] else { return (sheet.code(line).text, .open, nil) }
      let visit = try entry.visit.flatMap { try laptop.records.reader.record(Visit.self, $0) }
      return (sheet.code(line).text, visit == nil ? .struck : .entered, visit)
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Tình trạng", en: "State")),
          .text(BilingualText(vi: "Lượt thăm", en: "Visit")),
          .text(BilingualText(vi: "Xảy ra lúc", en: "Happened")),
          .text(BilingualText(vi: "Nhập lúc", en: "Entered")),
        ],
        lines.map { line in
          [
            line.code, line.state.words(of: line.visit).text(in: console.language),
            line.visit?.codeText ?? "", line.visit.map(VisitTimes.happened) ?? "",
            line.visit.flatMap(VisitTimes.entered) ?? "",
          ]
        }, empty: BilingualText(same: "")),
      json: [
        "number": .integer(Int64(number)),
        "lines": .array(
          lines.map { line in
            [
              "code": .text(line.code), "state": .text(line.state.rawValue),
              "visit": .text(orNull: line.visit?.codeText),
              "voided": .bool(line.visit?.voidReason != nil),
              "date": .text(orNull: line.visit?.date?.iso),
              "start": .text(
                orNull: line.visit?.startMinute.map { Format.time(minuteOfDay: $0) }),
              "entered": .text(
                orNull: line.visit?.header.createdAt.map {
                  LocalDateTime(milliseconds: $0.rawValue).iso
                }),
            ]
          }),
      ])
    return .done
  }

  /// What became of a line.
  private enum State: String {
    case open, entered, struck

    func words(of visit: Visit?) -> BilingualText {
      switch self {
      case .open: BilingualText(vi: "còn mở", en: "open")
      case .struck: BilingualText(vi: "gạch bỏ trên giấy", en: "struck out")
      case .entered:
        visit?.voidReason == nil
          ? BilingualText(vi: "đã nhập", en: "entered")
          : BilingualText(vi: "đã nhập, đã hủy: nhập lại được", en: "voided: can be entered anew")
      }
    }
  }
}

/// What is said of sheets and printouts that are not as they were typed.
enum SheetFailure {
  static let noSuchNumber = Failure(
    "no-such-paper", .userError,
    BilingualText(
      vi: "Máy này chưa in tờ nào như vậy có số đó; không ghi gì. Hãy xem “camtay sheet list”.",
      en: "This laptop has printed no such paper with that number; nothing was written. See "
        + "“camtay sheet list”."))
  static let lines = Failure(
    "sheet-lines", .userError,
    BilingualText(
      vi: "Một tờ có 15 hoặc 30 dòng; chưa đánh số tờ nào.",
      en: "A sheet has 15 or 30 lines; none was numbered."))
  static let nobody = Failure(
    "walking-list-empty", .userError,
    BilingualText(
      vi: "Không có hộ nào trong danh sách này trên máy này; không ghi gì.",
      en: "No household of this list is on this laptop; nothing was written."))
  static let sheetNeeded = Failure(
    "sheet-missing", .userError,
    BilingualText(
      vi: "--line cần thêm --sheet SỐ, là số của tờ; chưa ghi gì.",
      en: "--line needs --sheet N, the number of the sheet, too; nothing was written."))
  static let dayNeeded = Failure("day-on-paper", .userError, SheetEntry.dayNeeded)

  /// A code that is not that of an open line.
  static func code(_ problem: SheetCode.Problem) -> Failure {
    Failure("sheet-code", .userError, problem.words)
  }

  /// A line that is a visit already.
  static func entered(_ code: SheetCode, as visit: String) -> Failure {
    Failure(
      "line-entered", .refusedForSafety,
      SheetEntry.enteredAlready(code)
        + BilingualText(vi: " Lượt thăm của dòng: \(visit).", en: " Its visit is \(visit)."))
  }
}
