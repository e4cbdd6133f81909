import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `gap declare BATCH`: says that nobody has a missing batch any more, so that others stop waiting.
struct GapDeclareCommand: Command {
  let context: CommandContext

  let name = ["gap", "declare"]
  let abstract = BilingualText(
    vi: "khai báo một gói đã mất hẳn", en: "declare a missing batch lost for good")
  let arguments: [Argument] = [
    .positional(
      "batch", BilingualText(vi: "gói, như trong gap list", en: "the batch, as gap list shows it"),
      maximumBytes: 64),
    .option(
      "by", "NAME", BilingualText(vi: "ai khai báo", en: "who declares it"), isRequired: true,
      maximumBytes: 200),
    .option(
      "note", "TEXT", BilingualText(vi: "vì sao mất", en: "how it was lost"), maximumBytes: 2_000),
    .flag(
      "anyway",
      BilingualText(
        vi: "cả khi còn máy có thể mang gói ấy về sau khi khôi phục",
        en: "also while laptops may still bring it back after a restore")),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không ghi gì", en: "only show what would happen")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let person = invocation.requiredText("by")
    guard person.contains(where: \.isLetter) else { throw Self.nobody }
    let centre = try context.centre(invocation)
    let carriers = try Self.carriers(centre)
    if let carriers, !isDryRun, !invocation.flag("anyway") {
      throw Failure(
        code: "laptops-awaited", exitCode: .refusedForSafety,
        words: BilingualText(vi: "Chưa khai báo gì. ", en: "Nothing was declared. ") + carriers
          + BilingualText(
            vi: " Nếu chắc không máy nào còn gói ấy: thêm --anyway",
            en: " If no laptop has it for certain: add --anyway"))
    }
    let merged = try centre.change { field, clock in
      let hold = try GapArguments.hold(
        invocation.requiredText("batch"), among: try field.store.holds())
      return try field.store.declareLost(
        hold.missing.hash, by: person, note: invocation.text("note"),
        clock: clock, isDryRun: isDryRun)
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "merged_batches": .integer(Int64(merged)),
        "laptops_awaited": .bool(carriers != nil),
      ])
    } else if isDryRun {
      console.say(
        BilingualText(
          vi: "Chưa đổi gì. Nếu khai báo mất, \(merged) gói đang chờ sẽ được gộp.",
          en: "Nothing was changed. Declaring it lost would merge "
            + "\(counted(Int64(merged), "waiting batch", "waiting batches"))."))
      if let carriers { console.note(carriers) }
    } else {
      console.say(
        BilingualText(
          vi: "Đã khai báo mất; đã gộp \(merged) gói đang chờ. Nếu sau này gói đó tới, nội dung "
            + "được ghi lại thay người đã ghi, và nằm trong “review list --all”.",
          en:
            "Declared lost; \(counted(Int64(merged), "waiting batch was", "waiting batches were")) "
            + "merged. Should the batch come after "
            + "all, what it says is written anew for its authors and stands in “review list "
            + "--all”."))
    }
    return isDryRun && carriers != nil ? .needsAttention : .done
  }

  /// Who may still have what is missing, since the centre was set back; nil where all are back.
  static func carriers(_ centre: Centre) throws -> BilingualText? {
    let fates = try centre.laptopFates()
    let setbacks = try centre.inspect { try CentreShortfall($0.store).setbacks }
    let labels = try centre.laptops().filter { laptop in
      setbacks[laptop.replica] != nil && !(fates[laptop.replica]?.isSilent ?? false)
    }.map(\.label)
    guard !labels.isEmpty else { return nil }
    let names = labels.joined(separator: ", ")
    return BilingualText(
      vi: "Từ khi trung tâm dùng bản cũ, còn máy có thể mang phần thiếu về: \(names). Hãy để các "
        + "máy ấy gửi nhận trước.",
      en: "Since the centre was set back, laptops may still bring back what is missing: \(names). "
        + "Let them sync first.")
  }

  private static var nobody: Failure {
    Failure(
      code: "person-needed", exitCode: .userError,
      words: BilingualText(
        vi: "--by cần tên người khai báo; chưa đổi gì.",
        en: "--by needs the name of whoever declares it; nothing was changed."))
  }
}
