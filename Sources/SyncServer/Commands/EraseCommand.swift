import CommandLine
import FieldWork
import Listings
import Replica

/// `erase CODE`: destroys what is known of a person, or of a household and its residents.
struct EraseCommand: Command {
  let context: CommandContext

  let name = ["erase"]
  let abstract = BilingualText(
    vi: "xóa thông tin cá nhân của một người hoặc một hộ",
    en: "erase what is known of a person or a household")
  let arguments: [Argument] = [
    .positional("code", BilingualText(vi: "mã R-… hoặc H-…", en: "a code R-… or H-…")),
    .option(
      "reason", "REASON",
      BilingualText(
        vi: "lý do: request, consent-withdrawn, retention, mistake",
        en: "why: request, consent-withdrawn, retention, mistake")),
    .option(
      "requested", "DATE",
      BilingualText(vi: "ngày yêu cầu (hôm nay)", en: "day it was asked for (today)")),
    .flag(
      "dry-run",
      BilingualText(vi: "chỉ cho xem, không xóa gì", en: "only show what would be erased")),
    .flag("yes", BilingualText(vi: "xóa thật, không lấy lại được", en: "erase for good")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let reason = try reason(invocation)
    let requested = try invocation.text("requested").map(Format.parseDate) ?? context.today
    let isReal = invocation.flag("yes") && !invocation.flag("dry-run")
    let centre = try context.centre(invocation)
    let plan = try centre.inspect {
      try $0.erasurePlan(for: invocation.text("code") ?? "")
    }
    if isReal && !plan.isDone {
      try centre.perform { records, clock in
        try records.erase(
          plan, reason: reason, requested: requested, author: nil, clock: clock)
      }
    }
    if console.isJSON {
      console.json(json(plan, reason, requested, isReal: isReal))
    } else {
      say(plan, isReal: isReal, console)
    }
    return .done
  }

  private func reason(_ invocation: Invocation) throws -> ErasureReason {
    guard let text = invocation.text("reason") else { return .request }
    guard let reason = ErasureReason.choices.first(where: { $0.rawValue == text }) else {
      let choices = ErasureReason.choices.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        code: "reason-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Không có lý do “\(text)”; chưa xóa gì. Chọn một trong: \(choices)",
          en: "There is no reason “\(text)”; nothing was erased. Choose one of: \(choices)"))
    }
    return reason
  }

  private func say(_ plan: ErasurePlan, isReal: Bool, _ console: Console) {
    let language = console.language
    func labels(_ fields: [String]) -> String {
      fields.isEmpty
        ? "–" : fields.map { FieldLabel.words(of: $0).text(in: language) }.joined(separator: ", ")
    }
    // Which of them nobody can read takes room only where there are any.
    let hasUnreadable = plan.lines.contains { !$0.unreadable.isEmpty }
    let table = Table(
      [
        .text(BilingualText(vi: "Bản ghi", en: "Record")),
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Các mục bị xóa", en: "Fields erased")),
      ]
        + (hasUnreadable
          ? [.text(BilingualText(vi: "Không đọc được ở đây", en: "Not readable here"))] : []),
      plan.lines.map { line in
        [line.kind.text(in: language), line.code, labels(line.fields)]
          + (hasUnreadable ? [labels(line.unreadable)] : [])
      },
      empty: BilingualText(vi: "Không còn gì để xóa.", en: "Nothing is left to erase."))
    console.write(table.text(in: console.language))
    if hasUnreadable {
      console.say(
        BilingualText(
          vi: "Mục không đọc được ở đây: khóa của nó chưa về hoặc đang bị khóa; nó cũng bị xóa, ở "
            + "mọi máy.",
          en: "What is not readable here: its key has not come, or is locked; it is erased as "
            + "well, on every laptop."))
    }
    let laptops = plan.laptops.map(\.label).joined(separator: ", ")
    console.say(
      BilingualText(
        vi: "Máy đang giữ: \(laptops.isEmpty ? "không có" : laptops). "
          + "Số liệu đã tính và nhật ký vẫn giữ nguyên.",
        en: "Held by: \(laptops.isEmpty ? "no laptop" : laptops). "
          + "What was counted stays counted, and the log still verifies."))
    for name in plan.names { console.say(name.words) }
    for person in plan.elsewhere {
      console.say(
        BilingualText(
          vi: "\(person.code) nay ở hộ \(person.household) mà cũng bị xóa, vì là cùng một người "
            + "hoặc "
            + "còn được ghi ở hộ này. Nếu không đúng, hãy gỡ trước: resident unlink, hoặc "
            + "conflicts resolve.",
          en: "\(person.code) is of \(person.household) and is erased too, as the same person or "
            + "as "
            + "still recorded here. Where that is wrong, part them first: resident unlink, or "
            + "conflicts resolve."))
    }
    guard !plan.isDone else {
      console.say(
        BilingualText(
          vi: "\(plan.code) đã được xóa từ trước; không làm gì thêm. Máy nào đã xóa xong: "
            + "camtay-server erase list",
          en: "\(plan.code) was erased before; nothing more was done. Which laptops have "
            + "confirmed: camtay-server erase list"))
      return
    }
    console.say(
      isReal
        ? BilingualText(
          vi: "Đã xóa ở trung tâm. Mỗi máy xóa ở lần gửi nhận tới; xem: camtay-server erase list",
          en: "Erased at the centre. Each laptop erases in its next round; see: "
            + "camtay-server erase list")
        : BilingualText(
          vi: "Mới chỉ xem thử: chưa xóa gì. Xóa thật và không lấy lại được: thêm --yes",
          en: "This was a preview: nothing was erased. To erase for good add --yes"))
  }

  private func json(
    _ plan: ErasurePlan, _ reason: ErasureReason, _ requested: LocalDate, isReal: Bool
  ) -> JSONValue {
    [
      "code": .text(plan.code), "dry_run": .bool(!isReal), "reason": .text(reason.rawValue),
      "requested": .text(requested.iso),
      "records": .array(
        plan.lines.map {
          [
            "code": .text($0.code), "fields": .array($0.fields.map { .text($0) }),
            "unreadable": .array($0.unreadable.map { .text($0) }),
          ]
        }),
      "household_names": .array(
        plan.names.map { ["code": .text($0.code), "what": .text($0.kind.rawValue)] }),
      "laptops": .array(plan.laptops.map { .text($0.label) }),
    ]
  }
}
