import CommandLine
import FieldWork
import Replica

/// What people type and what files of text hold.
enum TextTargets {
  static let all = [json, csv, typed, words, arguments]

  /// JSON of a settings file.
  static let json = FuzzTarget(
    "json", maximumBytes: 1 << 20,
    seeds: {
      [
        #"{"version":1,"centre":{"url":"https://a","pin":"b"},"member":"7"}"#,
        #"[1,-2,3.5e-7,true,false,null,"\u00e9\ud83d\ude00\n"]"#, "[[[[[[]]]]]]",
      ].map { Array($0.utf8) }
    }
  ) { bytes in
    let value = try JSONValue(parsing: bytes)
    for text in [value.compactText, value.indentedText] {
      // Writing a text may take more bytes than reading it did.
      guard let again = try? JSONValue(parsing: Array(text.utf8), maximumBytes: 64 << 20) else {
        throw BrokenProperty("what is written as JSON reads again")
      }
      try require(again == value, "JSON reads as it was written")
    }
  }

  /// Directories that come as CSV.
  static let csv = FuzzTarget(
    "csv", maximumBytes: CSVTable.byteLimit,
    seeds: {
      [
        "commune_code,name,kind\n17713,Xóm 1,xóm\n", "a;b\r\n\"x\"\"y\";2\r\r\n",
        "\u{FEFF}a,b\n\"1\n2\",3",
      ].map { Array($0.utf8) }
    }
  ) { bytes in
    let table = try CSVTable(bytes)
    for row in [table.header] + table.rows {
      try require(row.cells.count <= CSVTable.cellLimit, "a row has few cells")
    }
  }

  /// One word or number that somebody types into a command or a form.
  static let typed = FuzzTarget(
    "typed", maximumBytes: 64 << 10,
    seeds: {
      [
        "18/11/2026", "2026-W47", "2026-01-01..2026-03-31", "2026-Q4", "nine-months",
        "5 ngày làm việc",
        "0912 345 678", "+84912345678", "001199012345", "H-3K9QZ-1A7-C", "18/11/2026 08:30",
        "team,service", "xom 1", "Nguyễn Văn An", "nguyeenx vawn an", "-9223372036854775808",
      ].map { Array($0.utf8) }
    }
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let today = LocalDate(daysSince1970: 20_775)
    if let date = try? Format.parseDate(text) {
      try require(try Format.parseDate(Format.date(date)) == date, "a date reads as it is written")
    }
    if let period = try? Period.parse(text, today: today) {
      _ = period.label(.english)
      _ = period.contains(today)
    }
    if let term = try? Term.parse(text) { _ = term.label(.vietnamese) }
    if let moment = try? LocalDateTime.parse(text) { _ = Format.dayOrTime(moment) }
    _ = LocalDate(iso: text)
    _ = LocalDateTime(iso: text)
    if let phone = try? PhoneNumber(text) {
      try require(
        try PhoneNumber(phone.canonical) == phone && PhoneNumber(phone.description) == phone,
        "a telephone number reads as it is written")
    }
    if let id = try? PersonalID(text, today: today) {
      _ = (id.birthYear, id.sex, id.provinceCode, id.lastFour)
    }
    if let code = try? RecordCode(parsing: text) {
      try require(try RecordCode(parsing: code.text) == code, "a code reads as it is written")
    }
    if let number = Int64(text) {
      let date = LocalDate(milliseconds: number)
      _ = Format.date(date.adding(days: Int(truncatingIfNeeded: number)))
      _ = Format.date(date.adding(months: Int(truncatingIfNeeded: number)))
      _ = Format.dateTime(LocalDateTime(milliseconds: number))
      _ = (Format.integer(number), Format.money(number, .english))
    }
    _ = CountDimension.parse(list: text)
    _ = BlockedReason.parse(text)
  }

  /// Names and free text: how they are normalised, ordered, found and checked.
  static let words = FuzzTarget(
    "words", maximumBytes: 64 << 10,
    seeds: {
      [
        "Nguyễn Văn Đức", "nguyeenx vawn dduwcs", "e\u{301}\u{323}", "thẻ 001199012345",
        "\u{202E}x",
      ]
      .map { Array($0.utf8) }
    }
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let normal = try? NormalizedText(text, limit: 200) {
      try require(
        try NormalizedText(normal.value, limit: 200).value.utf8.elementsEqual(normal.value.utf8),
        "normalising twice changes nothing more")
    }
    _ = NormalizedText.composed(text)
    _ = PersonalID.seemsToStand(in: text)
    _ = VietnameseCollation.sortKey(text)
    _ = PersonNameOrder.sortKey(fullName: text)
    _ = (SearchFold.exact(text), SearchFold.toneless(text), SearchFold.base(text))
    _ = Telex.word(bytes)
    _ = (displayWidth(text), printable(text))
    guard bytes.count < 2_000 else { return }
    var index = SearchIndex()
    index.add(id: 1, fields: [text])
    _ = index.search(text)
    if bytes.count < 100 { _ = PlaceSearch.find(text, limit: 3) }
  }

  /// Arguments of a program, separated by zero bytes.
  static let arguments = FuzzTarget(
    "arguments", maximumBytes: 64 << 10,
    seeds: {
      [
        "show\0--number\05\0x", "show\0--choice=b\0--text\0--json", "help\0show",
        "--lang\0en\0shwo",
      ]
      .map { Array($0.utf8) }
    }
  ) { bytes in
    let words = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    let output = ConsoleOutput(
      standardOutput: { _ in .written }, standardError: { _ in .written }, errorIsTerminal: true)
    for locale in ["vi_VN.UTF-8", "en"] {
      _ = commands.run(words, locale: locale, output: output)
    }
  }

  private static let commands = CommandSet(
    program: "fuzz", version: "0", abstract: BilingualText(same: "fuzz"),
    commands: [Show(), ShowMore()])
}

private struct Show: Command {
  let name = ["show"]
  let abstract = BilingualText(same: "show")
  let arguments: [Argument] = [
    .option("number", "N", BilingualText(same: "n"), kind: .integer(-5...1_000)),
    .option("choice", "C", BilingualText(same: "c"), kind: .choice(["a", "b"])),
    .repeatedOption("text", "T", BilingualText(same: "t")),
    .flag("quiet", BilingualText(same: "q")),
    .positional("rest", BilingualText(same: "r"), isRequired: false, repeats: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    _ = (invocation.integer("number"), invocation.flag("quiet"))
    console.listing(
      Table(
        [.text(BilingualText(same: "x"))], invocation.texts("text").map { [$0] },
        empty: BilingualText(same: "-")),
      json: .array(invocation.texts("rest").map { .text($0) }))
    return .done
  }
}

private struct ShowMore: Command {
  let name = ["show", "more"]
  let abstract = BilingualText(same: "show more")
  let arguments: [Argument] = [.positional("one", BilingualText(same: "1"))]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    console.write(invocation.requiredText("one"))
    return .done
  }
}
