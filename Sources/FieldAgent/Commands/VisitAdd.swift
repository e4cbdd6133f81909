import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What can be typed about a visit, the same for `add` and `edit`.
enum VisitArguments {
  static let fields: [Argument] = [
    .option(
      "outcome", "OUTCOME",
      BilingualText(
        vi: "kết quả: \(VisitOutcome.names.joined(separator: ", "))",
        en: "one of \(VisitOutcome.names.joined(separator: ", "))")),
    .option(
      "date", "DATE", BilingualText(vi: "ngày thăm, như 18/11/2026", en: "day, such as 18/11/2026")),
    .option(
      "start", "TIME", BilingualText(vi: "giờ bắt đầu, như 08:30", en: "begin, such as 08:30")),
    .option("minutes", "N", BilingualText(vi: "số phút", en: "minutes it took")),
    .option("return", "DATE", BilingualText(vi: "ngày hẹn quay lại", en: "day to come back on")),
    .repeatedOption(
      "with", "MEMBER", BilingualText(vi: "người cùng đi (mỗi người một lần)", en: "who took part")),
    .option("session", "CODE", BilingualText(vi: "thuộc buổi phục vụ", en: "part of a session")),
    .option("campaign", "CODE", BilingualText(vi: "thuộc đợt cao điểm", en: "part of a campaign")),
    .option(
      "channel", "CHANNEL",
      BilingualText(
        vi: "nơi gặp: \(ChoiceList.visitChannel.names.joined(separator: ", "))",
        en: "one of \(ChoiceList.visitChannel.names.joined(separator: ", "))")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  static func draft(
    _ invocation: Invocation, _ recording: inout Recording, household: RowID?
  ) throws -> VisitDraft {
    VisitDraft(
      household: household, date: invocation.text("date"), start: invocation.text("start"),
      minutes: invocation.text("minutes"), outcome: invocation.text("outcome"),
      returnDate: invocation.text("return"),
      participants: try recording.members(invocation.texts("with")),
      session: try recording.reference(invocation.text("session"), .session),
      campaign: try recording.reference(invocation.text("campaign"), .campaign),
      channel: invocation.text("channel"),
      note: invocation.text("note"))
  }
}

/// `visit add`.
struct VisitAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["visit", "add"]
  let abstract = BilingualText(vi: "ghi một lượt thăm hộ", en: "record a visit")
  let arguments =
    [
      Argument.option(
        "household", "CODE", BilingualText(vi: "mã hộ", en: "code of the household")),
      .option(
        "sheet", "CODE",
        BilingualText(
          vi: "nhập từ giấy: mã in ở đầu dòng, hoặc số của tờ cùng --line",
          en: "enter it from paper: the code of the line, or the sheet's number with --line")),
      .option("line", "N", BilingualText(vi: "dòng trên tờ đó", en: "line on that sheet")),
    ] + VisitArguments.fields
    + [FormQuestion.Kind.day, .secondVisit, .moments].map(\.argument)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let household = try recording.reference(invocation.text("household"), .household)
    let moved = try household.flatMap {
      try recording.laptop.records.reader.moved($0, .household)
    }
    if let moved, let code = moved.code { throw Self.failure(movedTo: code) }
    let draft = try VisitArguments.draft(invocation, &recording, household: household)
    let line = try line(invocation, recording.laptop)
    let exit = try recording.save(
      .visit, asking: try questions(draft, line, recording)
    ) { records, author, clock in
      guard let line else { return try records.addVisit(draft, author: author, clock: clock) }
      // The day was copied from the paper, which is entered later.
      return try PrintoutBook(records).addVisit(draft, from: line, author: author, clock: clock)
    }
    if moved != nil, !console.isJSON {
      console.note(
        BilingualText(
          vi: "Hộ này đã chuyển đến nơi máy này không giữ. Lượt thăm được lưu ở nơi cũ; nếu thăm ở "
            + "nơi mới, hãy để tổ ở đó ghi và hủy lượt này.",
          en: "This household has moved to a place that this laptop does not hold. The visit is "
            + "saved at the old one; if it took place at the new one, let its team record it and "
            + "void this."))
    }
    return exit
  }

  private func questions(
    _ draft: VisitDraft, _ line: SheetCode?, _ recording: Recording
  ) throws -> [FormQuestion] {
    let source = recording.questionSource
    let day = try draft.date ?? Format.date(source.knowledge().today)
    let sheet = try line.flatMap { try PrintoutBook(source.records).find($0.sheet) }
    return [
      .day(day, visitTo: draft.household, sheetOf: sheet?.day, source),
      .secondVisit(day, to: draft.household, .inCommand, source),
      .moments(source) {
        TypedMoment.ofVisit(date: day, start: draft.start, minutes: draft.minutes, $0)
      },
    ]
  }

  /// The line of paper that is entered; nil for a visit without paper.
  private func line(_ invocation: Invocation, _ laptop: Laptop) throws -> SheetCode? {
    guard let sheet = invocation.text("sheet") else {
      // Saved without its paper, the line would stay open and be entered a second time.
      guard invocation.text("line") == nil else { throw SheetFailure.sheetNeeded }
      return nil
    }
    do {
      let found = try PrintoutBook(laptop.records).line(
        sheet: sheet, line: invocation.text("line").map { Int($0) ?? 0 })
      if let visit = found.visit {
        throw SheetFailure.entered(
          found.code,
          as: try laptop.records.reader.codeText(of: visit, in: VisitTable.definition))
      }
      guard !(invocation.text("date") ?? "").allSatisfy(\.isWhitespace) else {
        throw SheetFailure.dayNeeded
      }
      return found.code
    } catch let problem as SheetCode.Problem {
      throw SheetFailure.code(problem)
    }
  }

  /// A visit belongs to the household as it is now.
  private static func failure(movedTo code: String) -> Failure {
    Failure(
      "household-moved", .userError,
      BilingualText(
        vi: "Hộ này đã chuyển đi; chưa lưu gì. Mã của hộ ở nơi mới: \(code). Hãy ghi lại với "
          + "--household \(code).",
        en: "This household has moved; nothing was saved. At its new place its code is \(code): "
          + "say --household \(code)."))
  }
}
