import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What the commands about closed months have in common.
enum ClosingArguments {
  static let month = Argument.positional(
    "month", BilingualText(vi: "tháng, như 2026-10", en: "the month, such as 2026-10"),
    maximumBytes: 60)
  static let unit = Argument.option(
    "unit", "CODE", BilingualText(vi: "chỉ của xã này (mã)", en: "of this unit alone (code)"),
    maximumBytes: 5)
  static let cutOff = Argument.option(
    "cut-off", "DAY",
    BilingualText(vi: "tháng báo cáo chốt vào ngày này", en: "reporting months end on this day"),
    kind: .integer(Int64(Period.cutOffDays.lowerBound)...Int64(Period.cutOffDays.upperBound)))
  static let person = Argument.option(
    "by", "NAME", BilingualText(vi: "ai chốt hoặc mở lại", en: "who closes or opens it"),
    isRequired: true, maximumBytes: 200)

  static func month(_ invocation: Invocation, today: LocalDate) throws -> Period {
    let suffix = invocation.integer("cut-off").map { "@\($0)" } ?? ""
    return try Period.parse(invocation.requiredText("month") + suffix, today: today)
  }
}

/// `close month MONTH`: shows what stands open and what would be reported; `--apply` closes it.
struct CloseMonthCommand: Command {
  let context: CommandContext

  let name = ["close", "month"]
  let abstract = BilingualText(vi: "chốt số liệu một tháng", en: "close a month")
  let arguments: [Argument] = [
    ClosingArguments.month, ClosingArguments.unit, ClosingArguments.cutOff,
    ClosingArguments.person,
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "a note"), maximumBytes: 2_000),
    .flag(
      "anyway",
      BilingualText(vi: "chốt dù còn việc chưa xong", en: "also while something stands open")),
    FormCommands.apply,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let month = try ClosingArguments.month(invocation, today: context.today)
    let unit = invocation.text("unit")
    let isApplied = invocation.flag("apply")
    let outlook =
      try isApplied
      ? centre.close(
        month, unit: unit, today: context.today,
        ClosingAct(
          person: invocation.requiredText("by"), note: invocation.text("note"),
          mayBeIncomplete: invocation.flag("anyway"), seen: nil,
          actor: CommandGuard.actor(invocation)))
      : centre.closing(of: month, unit: unit, today: context.today)
    let (plan, replaced) = (outlook.plan, outlook.replaced)
    let coverage = outlook.coverage
    let listing = try CoverageListing(coverage, centre)
    let open = try OpenWork.before(
      closing: month, unit, centre, now: context.now, within: .everything)
    if console.isJSON {
      console.json([
        "applied": .bool(isApplied), "month": .text(month.description),
        "unit": .text(orNull: unit), "checklist": ClosingReport.json(plan.checklist),
        "not_looked_at": open.json,
        "missing": .array(coverage.missing.map { .text($0.label) }), "coverage": listing.json,
        "total": LabelledCount.json(plan.total),
        "adjustments": .array(plan.adjustments.map(ClosingReport.json)),
        "replaces": .array(replaced.map { $0.later.map(ClosingReport.json) } ?? []),
      ])
    } else {
      say(plan, listing, open, isApplied: isApplied, console)
      if let replaced {
        for words in ClosingReport.words(replacing: replaced) { console.say(words) }
      }
    }
    return isApplied || plan.checklist.isClear ? .done : .needsAttention
  }

  private func say(
    _ plan: ClosingPlan, _ coverage: CoverageListing, _ open: OpenWork, isApplied: Bool,
    _ console: Console
  ) {
    console.write(plan.month.label(console.language) + "\n")
    for words in ClosingReport.words(plan.checklist) { console.say(words) }
    for words in open.lines { console.say(words) }
    for words in coverage.missing { console.say(words) }
    LabelledCount.say(plan.total, reasons: plan.reasons, console)
    for adjustment in plan.adjustments {
      for words in ClosingReport.words(adjustment) { console.say(words) }
    }
    console.say(
      isApplied
        ? BilingualText(
          vi: "Đã chốt. Số liệu về sau của tháng này hiện ở phần điều chỉnh.",
          en: "Closed. What comes later for this month shows as an adjustment.")
        : BilingualText(
          vi: "Mới chỉ xem thử: chưa chốt gì. Để chốt thật, thêm --apply.",
          en: "This was a preview: nothing was closed. To close the month, add --apply."))
  }
}

/// `close reopen MONTH`: opens a closed month again, with a reason that everybody can read.
struct CloseReopenCommand: Command {
  let context: CommandContext

  let name = ["close", "reopen"]
  let abstract = BilingualText(vi: "mở lại tháng đã chốt", en: "open a closed month again")
  let arguments: [Argument] = [
    ClosingArguments.month, ClosingArguments.unit, ClosingArguments.cutOff,
    ClosingArguments.person,
    .option(
      "reason", "TEXT", BilingualText(vi: "lý do", en: "why"), isRequired: true, maximumBytes: 2_000
    ),
    FormCommands.apply,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let month = try ClosingArguments.month(invocation, today: context.today)
    let unit = invocation.text("unit")
    let isApplied = invocation.flag("apply")
    let centre = try context.centre(invocation)
    let closing =
      try isApplied
      ? centre.reopen(
        month, unit: unit, reason: invocation.requiredText("reason"),
        by: invocation.requiredText("by"), CommandGuard.actor(invocation))
      : centre.read { try $0.standingClosing(of: month, unit: unit) }
    if console.isJSON {
      console.json([
        "applied": .bool(isApplied), "month": .text(closing.month.description),
        "id": .text(String(closing.id.rawValue)),
      ])
    } else if isApplied {
      console.say(
        BilingualText(
          vi: "Đã mở lại \(month.label(.vietnamese)). Số liệu đã chốt vẫn được giữ: close list.",
          en: "\(month.label(.english)) is open again. What was closed is kept: close list."))
    } else {
      console.say(
        BilingualText(
          vi: "Mới chỉ xem thử: chưa mở lại gì. Để mở lại, thêm --apply.",
          en: "This was a preview: nothing was opened. To open the month again, add --apply."))
    }
    return .done
  }
}

/// `close list`: every closing, also those that were opened again.
struct CloseListCommand: Command {
  let context: CommandContext

  let name = ["close", "list"]
  let abstract = BilingualText(vi: "các tháng đã chốt", en: "closed months")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    ClosingReport.write(try context.centre(invocation).read { try $0.closings() }, to: console)
    return .done
  }
}

/// `close show MONTH`: the numbers as they were closed, and what came late since.
struct CloseShowCommand: Command {
  let context: CommandContext

  let name = ["close", "show"]
  let abstract = BilingualText(
    vi: "số liệu đã chốt của một tháng và phần điều chỉnh",
    en: "a closed month's numbers and what came late")
  let arguments: [Argument] = [
    ClosingArguments.month, ClosingArguments.unit, ClosingArguments.cutOff,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let month = try ClosingArguments.month(invocation, today: context.today)
    let (record, adjustment) = try context.centre(invocation).read { reader in
      let closing = try reader.standingClosing(of: month, unit: invocation.text("unit"))
      return (try reader.record(of: closing), try reader.adjustment(of: closing))
    }
    if console.isJSON {
      console.json([
        "closing": ClosingReport.json(record.closing),
        "reported": record.total.map(LabelledCount.json) ?? .null,
        "carried": .array(record.carried.map(ClosingReport.json)),
        "reported_later": .array(record.later.map(ClosingReport.json)),
        "last_reported": record.lastReported.map(LabelledCount.json) ?? .null,
        "adjustment": ClosingReport.json(adjustment),
      ])
      return .done
    }
    ClosingReport.write([record.closing], to: console)
    if let total = record.total { LabelledCount.say(total, reasons: [], console) }
    for words in ClosingReport.words(record) { console.say(words) }
    if let last = record.lastReported, last != record.total {
      console.say(
        BilingualText(
          vi: "Theo báo cáo gần nhất, cả tháng là:", en: "As last reported, the whole month is:"))
      LabelledCount.say(last, reasons: [], console)
    }
    for words in ClosingReport.words(adjustment) { console.say(words) }
    if adjustment.changes.isEmpty {
      console.say(
        record.later.isEmpty
          ? BilingualText(
            vi: "Từ đó đến nay không có gì thay đổi.", en: "Nothing has changed since.")
          : BilingualText(
            vi: "Ngoài phần đã báo cáo ở trên không có gì thay đổi.",
            en: "Nothing has changed beside what was reported above."))
    }
    return .done
  }
}
