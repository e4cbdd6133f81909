import CommandLine
import FieldWork
import Replica

/// `close summary MONTH --to FILE`: the signed summary of a closed month, as the page gives it.
struct CloseSummaryCommand: Command {
  let context: CommandContext

  let name = ["close", "summary"]
  let abstract = BilingualText(
    vi: "bản tóm tắt có chữ ký của tháng đã chốt", en: "the signed summary of a closed month")
  let arguments: [Argument] = [
    ClosingArguments.month, ClosingArguments.unit, ClosingArguments.cutOff,
    .option(
      "to", "FILE", BilingualText(vi: "ghi vào tệp này", en: "write it to this file"),
      isRequired: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let month = try ClosingArguments.month(invocation, today: context.today)
    let path = invocation.requiredText("to")
    let summary = try context.centre(invocation).closingSummary(
      of: month, unit: invocation.text("unit"),
      now: LocalDateTime(milliseconds: context.surroundings.clock().wall.rawValue), console.language
    )
    try HomeFolder.write(path: path, summary.bytes)
    console.say(
      BilingualText(
        vi: "Đã ghi \(path). Kiểm tra: camtay-server close verify \(path)",
        en: "Written: \(path). To check it: camtay-server close verify \(path)"))
    return .done
  }
}

/// `close verify FILE`: whether a summary is whole and this centre's.
struct CloseVerifyCommand: Command {
  let context: CommandContext

  let name = ["close", "verify"]
  let abstract = BilingualText(
    vi: "bản tóm tắt có đúng của trung tâm này và còn nguyên không",
    en: "whether a summary is this centre's and unchanged")
  let arguments: [Argument] = [
    .positional("file", BilingualText(vi: "tệp tóm tắt", en: "the summary's file"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let path = invocation.requiredText("file")
    let bytes = try HomeFolder.readNamed(path, maximumBytes: ClosingSummary.maximumBytes)
    let isSigned = try context.centre(invocation).hasSigned(summary: bytes)
    if console.isJSON {
      console.json(["signed": .bool(isSigned)])
    } else {
      console.say(
        isSigned
          ? BilingualText(
            vi: "Đúng: trung tâm này đã ký tệp, và tệp còn nguyên.",
            en: "It is: this centre signed the file, and it is unchanged.")
          : BilingualText(
            vi:
              "Không đúng: tệp đã bị sửa, bị cắt, hoặc không phải của trung tâm này. Hãy tải lại từ "
              + "trang Chốt tháng.",
            en: "It is not: the file was changed or cut, or is not this centre's. Download it anew "
              + "from the page Months."))
    }
    return isSigned ? .done : .damagedInput
  }
}
