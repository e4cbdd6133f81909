import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `laptop found`: takes back that a laptop was declared lost.
struct LaptopFoundCommand: Command {
  let context: CommandContext

  let name = ["laptop", "found"]
  let abstract = BilingualText(
    vi: "máy báo mất nay đã tìm thấy", en: "a laptop that was declared lost is back")
  let arguments: [Argument] = [
    .positional(
      "laptop", BilingualText(vi: "tên hoặc số máy", en: "label or number"), maximumBytes: 400),
    .option(
      "by", "NAME", BilingualText(vi: "ai xác nhận", en: "who answers for it"), isRequired: true,
      maximumBytes: 200),
    .flag(
      "admit",
      BilingualText(
        vi: "chấp nhận luôn những gì máy gửi trong lúc báo mất",
        en: "also admit what it sent while it was declared lost")),
    .flag("yes", BilingualText(vi: "ghi thật", en: "do it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptop = try GrantChanges.laptop(invocation.requiredText("laptop"), in: centre)
    guard try centre.inspect({ try $0.store.lostLaptops() })[laptop.replica] != nil else {
      throw Failure(
        code: "laptop-not-lost", exitCode: .userError,
        words: BilingualText(
          vi: "“\(laptop.label)” không bị báo mất; chưa đổi gì.",
          en: "“\(laptop.label)” is not declared lost; nothing was changed."))
    }
    let isDryRun = !invocation.flag("yes")
    let person = invocation.requiredText("by")
    let late = try centre.lateReviews(of: laptop.replica)
    let isAdmitted = invocation.flag("admit")
    let changes =
      isDryRun
      ? try centre.declareFound(laptop.replica, isDryRun: true)
      : try centre.takeBack(laptop.replica, admits: isAdmitted, by: person).changes
    if !console.isJSON { say(laptop, late.count, isDryRun, isAdmitted, console) }
    return GrantChanges.answer(
      changes, isDryRun: isDryRun, console,
      members: [
        .init("late_entries", .integer(Int64(late.count))),
        .init("admitted", .bool(isAdmitted && !isDryRun)),
      ])
  }

  private func say(
    _ laptop: Peer, _ late: Int, _ isDryRun: Bool, _ isAdmitted: Bool, _ console: Console
  ) {
    console.say(
      isDryRun
        ? BilingualText(
          vi: "Mới chỉ xem thử: “\(laptop.label)” sẽ không còn bị coi là mất. Ghi thật: thêm --yes",
          en: "This was a preview: “\(laptop.label)” would no longer be lost. To do it add --yes")
        : BilingualText(
          vi: "“\(laptop.label)” không còn bị coi là mất; việc nó ghi từ nay được tính như mọi "
            + "máy.",
          en: "“\(laptop.label)” is lost no more; what it writes from now on counts like any "
            + "laptop's."))
    guard late > 0 else { return }
    switch (isDryRun, isAdmitted) {
    case (true, true):
      console.say(
        BilingualText(
          vi: "\(late) mục nó gửi trong lúc báo mất sẽ được chấp nhận.",
          en: "\(counted(late, "entry", "entries")) of the time it was lost would be admitted."))
    case (false, true):
      console.say(
        BilingualText(
          vi: "\(late) mục nó gửi trong lúc báo mất đã được chấp nhận và tính.",
          en: "Admitted, and counted: \(counted(late, "entry", "entries")) of the time it was "
            + "lost."))
    case (_, false):
      console.say(
        BilingualText(
          vi: "\(late) mục nó gửi trong lúc báo mất vẫn chờ quyết định: camtay-server review list; "
            + "hoặc chấp nhận cả bằng --admit.",
          en: "Still waiting for a ruling: \(counted(late, "entry", "entries")) of the time it was "
            + "lost: camtay-server review list; or admit them all with --admit."))
    }
  }
}
