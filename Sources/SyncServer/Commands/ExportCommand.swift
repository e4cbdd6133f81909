import CommandLine
import FieldWork

/// `export LIST --file FILE --purpose TEXT`: the files with names of the page “Files with names”, which
/// say what they are for, as the log does.
struct ExportCommand: Command {
  let context: CommandContext

  let name = ["export"]
  let abstract = BilingualText(
    vi: "xuất tệp có tên: các hộ, người dân, hồ sơ, VNeID, phản ánh; cần nêu mục đích",
    en: "take out a file with names: households, residents, dossiers, VNeID, feedback; "
      + "a purpose is needed")
  let arguments: [Argument] = [
    .positional(
      "list",
      BilingualText(
        vi: "danh sách: \(ExportKind.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "one of \(ExportKind.allCases.map(\.rawValue).joined(separator: ", "))"),
      kind: .choice(ExportKind.allCases.map(\.rawValue))),
    FileTarget.argument(isRequired: true),
    .option(
      "purpose", "TEXT",
      BilingualText(
        vi: "tệp dùng để làm gì, từ \(ExportWords.minimum) chữ; nhật ký giữ",
        en: "what it is for, \(ExportWords.minimum) characters at least; the log keeps it"),
      isRequired: true),
    .option(
      "place", "PLACE",
      BilingualText(
        vi: "chỉ thôn này (tên hoặc mã) hoặc xã này (5 chữ số)",
        en: "only this hamlet (name or code) or commune (5 digits)")),
    .flag(
      "merge",
      BilingualText(
        vi: "để trộn thư: CSV, mỗi dòng một thư", en: "for mail merge: CSV, a letter a row")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    guard let kind = ExportKind(rawValue: invocation.requiredText("list")),
      let target = try FileTarget(invocation)
    else { return .userError }
    let isMerge = invocation.flag("merge")
    guard !isMerge || target.format == .csv else {
      throw Failure(
        code: "merge-is-csv", exitCode: .userError,
        words: BilingualText(
          vi: "Tệp trộn thư là CSV; chưa xuất gì. Hãy đặt đuôi tệp là .csv.",
          en: "A file for mail merge is CSV; nothing was taken out. Let its name end with .csv."))
    }
    let export = try NamedExport(
      kind, from: invocation.text("place") ?? "", for: invocation.requiredText("purpose"),
      as: isMerge ? nil : target.format)
    let centre = try context.centre(invocation)
    let taker = try context.taker(centre, invocation, console)
    try target.save(try export.file(for: taker, within: .everything), console)
    return .done
  }
}
