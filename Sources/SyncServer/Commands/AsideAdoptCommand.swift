import CommandLine
import FieldWork
import Listings
import Replica

/// `aside adopt BATCH`: the centre writes what nobody writes again, in the name of its author.
struct AsideAdoptCommand: Command {
  let context: CommandContext

  static let batch = Argument.positional(
    "batch",
    BilingualText(vi: "gói, như trong aside list", en: "the batch, as aside list shows it"),
    maximumBytes: 64)

  let name = ["aside", "adopt"]
  let abstract = BilingualText(
    vi: "nhận một gói được giữ riêng mà không còn ai ghi lại",
    en: "adopt a batch kept aside that nobody writes again")
  let arguments: [Argument] = [
    batch,
    ReviewArguments.person,
    .option("note", "TEXT", BilingualText(vi: "vì sao", en: "why"), maximumBytes: 2_000),
    .flag(
      "anyway",
      BilingualText(
        vi: "cả khi máy có thể còn tự ghi lại", en: "also while its laptop may write it again")),
    ReviewArguments.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let person = invocation.requiredText("by")
    guard person.contains(where: \.isLetter) else { throw Self.nobody }
    let centre = try context.centre(invocation)
    let item = try AsideSurvey(centre).item(named: invocation.requiredText("batch"))
    if item.outlook == .awaited, !isDryRun, !invocation.flag("anyway") {
      throw Self.awaited(item.label)
    }
    guard try centre.inspect({ try SealedValuesLock($0.store) }) == nil else { throw Self.locked }
    let outcome = try centre.change { field, clock in
      try field.store.adoptAside(
        item.batch.hash, by: person, note: invocation.text("note"), clock: clock,
        isDryRun: isDryRun)
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "operations": .integer(Int64(outcome.operations)),
        "objected": .integer(Int64(outcome.objected)),
        "unreadable": .integer(Int64(outcome.unreadable)),
        "author_awaited": .bool(item.outlook == .awaited),
      ])
    } else {
      for line in Self.lines(outcome, isDryRun: isDryRun) { console.say(line) }
      if isDryRun, item.outlook == .awaited { console.note(Self.awaited(item.label).words) }
    }
    return outcome.objected + outcome.unreadable > 0 || isDryRun && item.outlook == .awaited
      ? .needsAttention : .done
  }

  static func lines(
    _ outcome: AsideAdoptionOutcome, isDryRun: Bool
  ) -> [BilingualText] {
    guard outcome.operations > 0 else {
      return [
        BilingualText(
          vi: "Không có gì để nhận: mọi điều trong gói đã có ở trung tâm.",
          en: "Nothing to adopt: all that it says stands at the centre already.")
      ]
    }
    let count = Int64(outcome.operations)
    var lines = [
      isDryRun
        ? BilingualText(
          vi: "Chưa đổi gì. Nếu nhận, trung tâm ghi lại \(count) thao tác thay người đã ghi.",
          en: "Nothing was changed. Adopting it, the centre would write "
            + "\(counted(count, "operation", "operations")) again for whoever wrote them.")
        : BilingualText(
          vi: "Đã nhận: trung tâm ghi lại \(count) thao tác thay người đã ghi, giữ giờ và máy gốc. "
            + "Mọi máy sẽ nhận ở lần gửi nhận tới; quyết định nằm trong “review list --all”.",
          en: "Adopted: the centre wrote \(counted(count, "operation", "operations")) again for "
            + "whoever wrote them, with their time and laptop. Every laptop hears it in its next "
            + "sync; the decision stands in “review list --all”.")
    ]
    if outcome.objected > 0 {
      lines.append(
        BilingualText(
          vi:
            "\(outcome.objected) thao tác không đúng quy định, chưa được tính: xem “review list”.",
          en: "Against a rule, and not counted: \(outcome.objected); see “review list”."))
    }
    if outcome.unreadable > 0 {
      lines.append(
        BilingualText(
          vi: "\(outcome.unreadable) giá trị mã hóa không đọc được vì khóa của chúng không có ở "
            + "trung tâm. Gói gốc vẫn được giữ nguyên; hãy hỏi người dùng máy và ghi lại những giá "
            + "trị ấy.",
          en: "Encrypted values that cannot be read, for their keys are not at the centre: "
            + "\(outcome.unreadable). The batch itself stays kept; ask whoever used the laptop, and "
            + "record these values again."))
    }
    return lines
  }

  private static func awaited(_ label: String) -> Failure {
    Failure(
      code: "author-awaited", exitCode: .refusedForSafety,
      words: BilingualText(
        vi: "\(label) chưa gửi nhận xong từ khi gói này tới, có thể còn tự ghi lại; chưa nhận gì. "
          + "Hãy để máy gửi nhận trước. Nếu chắc không còn ai có phần này: thêm --anyway",
        en: "\(label) has not handed everything over since this batch came and may still write it "
          + "again; nothing was adopted. Let it sync first. If nobody has it for certain: add "
          + "--anyway"))
  }

  private static var locked: Failure {
    Failure(
      code: "values-locked", exitCode: .refusedForSafety,
      words: BilingualText(
        vi: "Thông tin cá nhân ở trung tâm đang khóa từ lần phục hồi, chưa ghi lại được; chưa nhận "
          + "gì. Hãy mở khóa trước: camtay-server keyring unlock",
        en: "Personal values here are locked since a restore and cannot be written again yet; "
          + "nothing was adopted. Unlock them first: camtay-server keyring unlock"))
  }

  private static var nobody: Failure {
    Failure(
      code: "person-needed", exitCode: .userError,
      words: BilingualText(
        vi: "--by cần tên người quyết định; chưa nhận gì.",
        en: "--by needs the name of whoever decides; nothing was adopted."))
  }
}
