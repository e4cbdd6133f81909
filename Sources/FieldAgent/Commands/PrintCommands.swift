import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol
import Web

/// What the commands that write paper have in common.
private enum PrintArguments {
  static let file = Argument.positional(
    "file", BilingualText(vi: "tệp HTML để in bằng trình duyệt", en: "HTML file for a browser"))
  static let force = Argument.flag(
    "force", BilingualText(vi: "thay tệp đang có", en: "replace a file that is there"))
  static let number = Argument.option(
    "number", "N",
    BilingualText(vi: "in lại tờ có số này", en: "print the one with this number again"))

  /// Options of which each says by itself what is printed: with two of them one would be passed over.
  /// - Throws: `UsageError`.
  static func checkOne(of options: String..., in invocation: Invocation) throws {
    let given = options.filter { invocation.text($0) != nil }
    guard given.count > 1, let last = given.last else { return }
    let all = options.map { "--\($0)" }.joined(separator: ", ")
    throw UsageError([
      .invalidValue(
        argument: "--\(last)", value: invocation.text(last) ?? "",
        reason: BilingualText(
          vi: "chỉ dùng một trong các tùy chọn \(all)", en: "use only one of \(all)"))
    ])
  }

  /// Writes the file, and says what is in it and how it is printed.
  ///
  /// - Parameter whenWritten: as `PaperFile.write` has it.
  static func write(
    _ paper: HTML, titled title: BilingualText, number: Int? = nil, onPaper size: String,
    _ invocation: Invocation, _ console: Console, whenWritten: () throws -> Void = {}
  ) throws {
    let path = invocation.requiredText("file")
    try PaperFile.write(
      paper, titled: title, in: console.language, to: path, replaces: invocation.flag("force"),
      whenWritten: whenWritten)
    guard !console.isJSON else {
      return console.json([
        "file": .text(path), "title": .text(title.text(in: console.language)),
        "number": .integer(orNull: number.map { Int64($0) }), "paper": .text(size),
        "personal_data": .bool(true),
      ])
    }
    console.say(
      title
        + BilingualText(
          vi: ": đã ghi vào \(path). Mở bằng trình duyệt và in khổ \(size).",
          en: ": written to \(path). Open it in a browser and print it on \(size)."))
    console.note(PaperFile.words)
  }

  /// Writes a new printout, or one again that has its number. A new one takes its number when it is
  /// on disk: what cannot be written would be missing from the row.
  /// - Throws: `Failure` where no such paper has the number.
  static func print(
    _ invocation: Invocation, _ console: Console, _ laptop: Laptop, ofSheets: Bool,
    _ kind: () throws -> Printout.Kind
  ) throws {
    let book = PrintoutBook(laptop.records)
    var isNew = false
    let printout: Printout
    if let text = invocation.text("number") {
      guard let number = Int(text), let found = try book.find(number),
        (found.lines > 0) == ofSheets
      else { throw SheetFailure.noSuchNumber }
      printout = found
    } else {
      try PaperFile.check(
        invocation.requiredText("file"), replaces: invocation.flag("force"))
      let member = try laptop.member(named: invocation.member)
      printout = try book.next(try kind(), by: member, at: laptop.clock().wall)
      isNew = true
    }
    let page = try PrintoutPage(printout, laptop.paper(in: console.language, at: laptop.clock()))
    try write(
      page.paper(), titled: page.title, number: printout.number, onPaper: "A4", invocation, console
    ) {
      if isNew { try book.keep(printout) }
    }
  }
}

/// `print slip`: what residents keep of a visit, a sheet for each of them.
struct PrintSlip: LaptopCommand {
  let surroundings: Surroundings
  let name = ["print", "slip"]
  let abstract = BilingualText(
    vi: "ghi phiếu A5 của một người, hay mỗi người của lượt thăm một tờ, ra tệp để in",
    en: "write the A5 slip of a person, or a sheet for each one of a visit, to a file to print")
  let arguments: [Argument] = [
    .positional(
      "code",
      BilingualText(
        vi: "mã lượt thăm (mỗi người một tờ), hoặc mã lượt hỗ trợ hay hồ sơ của một người",
        en: "code of a visit (a sheet for each person), or of one person's assist or dossier")),
    PrintArguments.file,
    .option(
      "words", "LANG",
      BilingualText(
        vi: "chữ trên phiếu: vi (nếu không nói gì) hoặc en",
        en: "words on the slip: vi (unless told otherwise) or en"),
      kind: .choice(Language.allCases.map(\.rawValue))),
    PrintArguments.force,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let slips = try slips(of: invocation.requiredText("code"), laptop.records.reader)
    guard let first = slips.first else { throw AgentError.noSlip }
    let words = invocation.text("words").flatMap(Language.init(rawValue:)) ?? .vietnamese
    let paper = laptop.paper(in: words, at: laptop.clock())
    try PrintArguments.write(
      HTML.group { for slip in slips { try slip.paper(paper) } },
      titled: first.title, onPaper: "A5", invocation, console)
    return .done
  }

  /// Everybody's of a visit; that of the one person whom an assist or dossier was for.
  private func slips(of code: String, _ reader: RecordReader) throws -> [ResidentSlip] {
    switch (try? RecordCode(parsing: code))?.kind {
    case .assist:
      let assist = try reader.existing(Assist.self, reader.resolveOne(code, as: .assist))
      return [try ResidentSlip.of(assist, reader)].compactMap(\.self)
    case .submission:
      let id = try reader.resolveOne(code, as: .submission)
      let dossier = try reader.existing(Submission.self, id)
      return [try ResidentSlip.of(dossier, reader)].compactMap(\.self)
    default:
      let id = try reader.resolveOne(code, as: .visit)
      return try ResidentSlip.all(of: reader.existing(Visit.self, id), reader)
    }
  }
}

/// `print day-sheet`: lines with codes of their own, for a day without the laptop.
struct PrintDaySheet: LaptopCommand {
  let surroundings: Surroundings
  let name = ["print", "day-sheet"]
  let abstract = BilingualText(
    vi: "đánh số một tờ ngày và ghi ra tệp để in", en: "number a day sheet and write it to a file")
  let arguments: [Argument] = [
    PrintArguments.file,
    .option("lines", "N", BilingualText(vi: "số dòng: 15 hoặc 30", en: "lines: 15 or 30")),
    PrintArguments.number, PrintArguments.force,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try PrintArguments.checkOne(of: "lines", "number", in: invocation)
    let lines = invocation.text("lines").map { Int($0) ?? 0 } ?? SheetListPage.lineChoices[0]
    guard SheetListPage.lineChoices.contains(lines) else { throw SheetFailure.lines }
    let laptop = try laptop(invocation, console)
    try PrintArguments.print(invocation, console, laptop, ofSheets: true) {
      .daySheet(lines: lines)
    }
    return .done
  }
}

/// `print walking-list`: households to walk to, with boxes to fill in.
struct PrintWalkingList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["print", "walking-list"]
  let abstract = BilingualText(
    vi: "đánh số một danh sách đi hộ và ghi ra tệp để in",
    en: "number a walking list and write it to a file")
  let arguments: [Argument] = [
    PrintArguments.file,
    .option("campaign", "CODE", BilingualText(vi: "theo đợt", en: "of a campaign")),
    .option("place", "PLACE", BilingualText(vi: "cả thôn", en: "of a whole hamlet")),
    PrintArguments.number, PrintArguments.force,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try PrintArguments.checkOne(of: "campaign", "place", "number", in: invocation)
    let laptop = try laptop(invocation, console)
    try PrintArguments.print(invocation, console, laptop, ofSheets: false) {
      let source = try source(invocation, laptop)
      let list = try laptop.records.reader.walkingList(source, asOf: laptop.today())
      guard !list.stops.isEmpty else { throw SheetFailure.nobody }
      return .walkingList(source)
    }
    return .done
  }

  /// Whose households: those of a campaign or hamlet, else those that expect the member's team.
  private func source(
    _ invocation: Invocation, _ laptop: Laptop
  ) throws -> WalkingList.Source {
    let reader = laptop.records.reader
    if let code = invocation.text("campaign") {
      return .campaign(try reader.resolveOne(code, as: .campaign))
    }
    if let place = invocation.text("place") {
      return .hamlet(try reader.findPlace(place, held: laptop.store.grantedScopes()).id)
    }
    let member = try laptop.member(named: invocation.member)
    return .planned(team: try reader.existing(Member.self, member).team)
  }
}
