import CommandLine
import FieldWork
import Listings
import Replica

/// What `review show`, `review admit` and `review reject` have in common.
enum ReviewArguments {
  static let number = Argument.positional(
    "number", BilingualText(vi: "số của lượt xem xét", en: "number of the review"), maximumBytes: 40
  )
  static let note = Argument.option(
    "note", "TEXT",
    BilingualText(vi: "lời giải thích cho người ghi", en: "what to tell the author"),
    maximumBytes: 2_000)
  static let person = Argument.option(
    "by", "NAME", BilingualText(vi: "ai quyết định", en: "who decides"), isRequired: true,
    maximumBytes: 200)
  static let dryRun = Argument.flag(
    "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen"))

  /// Rules, and says what came of it.
  static func rule(
    _ context: CommandContext, admits: Bool, edited: String?, _ invocation: Invocation,
    _ console: Console
  ) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let language = console.language
    let (ruled, shown) = try context.centre(invocation).change { field, clock in
      let ruled = try field.rule(
        on: try field.review(named: invocation.requiredText("number")), admits: admits,
        edited: edited, by: invocation.requiredText("by"), note: invocation.text("note"),
        clock: clock, isDryRun: isDryRun)
      // What a preview would show was taken back with it.
      return (ruled, isDryRun ? nil : try ReviewDetails.shown(ruled.review, field))
    }
    let conflicts = ruled.outcome.conflictCount
    let exit = conflicts > 0 ? ExitCode.needsAttention : .done
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "review": ReviewListing.json(ruled.review, language),
        "counts": .bool(ruled.outcome.isShown),
        "operations": .integer(Int64(ruled.outcome.operationCount)),
        "conflicts": .integer(Int64(conflicts)),
        "conflict_code": conflicts > 0 ? .text(ruled.review.codeText) : .null,
      ])
      return exit
    }
    let review = ruled.review
    let head =
      isDryRun
      ? BilingualText(vi: "Sẽ là: ", en: "Would be: ") : BilingualText(vi: "Đã ghi: ", en: "Done: ")
    console.say(
      BilingualText(
        vi: "\(head.vietnamese)\(review.codeText), \(review.fieldWords.vietnamese): "
          + "\(review.stateWords.vietnamese). Mọi máy giữ bản ghi này sẽ nhận ở lần gửi nhận tới.",
        en: "\(head.english)\(review.codeText), \(review.fieldWords.english): "
          + "\(review.stateWords.english). Every laptop that holds the record hears it in its next "
          + "sync."))
    console.say(standing(ruled.outcome, ruled.review, shown))
    if conflicts > 0 {
      let command = "camtay-server conflicts show \(review.codeText)"
      console.say(
        BilingualText(
          vi: "\(review.codeText) có \(conflicts) chỗ mang nhiều giá trị: điều đã ghi và giá trị "
            + "ghi sau đó cùng đứng cho đến khi có người quyết định. Không mất gì. Xem và chọn: "
            + command,
          en: "\(review.codeText) has \(counted(conflicts, "conflict", "conflicts")): what was "
            + "written and what was written since both stand until somebody decides. Nothing is "
            + "lost. See them and choose: \(command)"))
    }
    return exit
  }

  /// Whether the record counts afterwards, and with what.
  private static func standing(
    _ outcome: RulingOutcome, _ review: RecordReview, _ shown: BilingualText?
  ) -> BilingualText {
    guard outcome.isShown else {
      return BilingualText(
        vi: "\(review.codeText) không được hiện và không được tính.",
        en: "\(review.codeText) is not shown and does not count.")
    }
    let value =
      shown.map { BilingualText(same: ", ") + review.fieldWords + BilingualText(same: ": ") + $0 }
      ?? BilingualText(same: "")
    return BilingualText(
      vi: "\(review.codeText) được hiện và được tính", en: "\(review.codeText) is shown and counts")
      + value + BilingualText(same: ".")
  }
}

/// `review show NUMBER`: one review with everything that is known about it.
struct ReviewShowCommand: Command {
  let context: CommandContext

  let name = ["review", "show"]
  let abstract = BilingualText(vi: "một lượt xem xét", en: "one review")
  let arguments = [ReviewArguments.number]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let details = try context.centre(invocation).inspect {
      try ReviewDetails(
        try $0.review(named: invocation.requiredText("number")), $0, for: .coordinator)
    }
    details.write(to: console)
    return details.exitCode
  }
}

/// `review admit NUMBER`: lets what was written stand, or another value in its place.
struct ReviewAdmitCommand: Command {
  let context: CommandContext

  let name = ["review", "admit"]
  let abstract = BilingualText(
    vi: "chấp nhận điều đã ghi, hoặc ghi giá trị khác thay vào",
    en: "let what was written stand, or another value in its place")
  let arguments = [
    ReviewArguments.number, ReviewArguments.person, ReviewArguments.note, ReviewArguments.dryRun,
    .option(
      "value", "VALUE",
      BilingualText(vi: "giá trị thay vào", en: "the value to stand in its place"),
      maximumBytes: 8_000),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try ReviewArguments.rule(
      context, admits: true, edited: invocation.text("value"), invocation, console)
  }
}

/// `review reject NUMBER`: confirms that what was written does not stand.
struct ReviewRejectCommand: Command {
  let context: CommandContext

  let name = ["review", "reject"]
  let abstract = BilingualText(
    vi: "giữ nguyên việc không chấp nhận", en: "confirm that what was written does not stand")
  let arguments = [
    ReviewArguments.number, ReviewArguments.person, ReviewArguments.note, ReviewArguments.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try ReviewArguments.rule(context, admits: false, edited: nil, invocation, console)
  }
}
