import CommandLine
import Listings
import Replica

/// `laptop replaced OLD --by NEW`: a laptop that reports no more because another took its place.
struct LaptopReplacedCommand: Command {
  let context: CommandContext

  let name = ["laptop", "replaced"]
  let abstract = BilingualText(
    vi: "máy cũ đã được thay bằng máy khác hoặc số mới",
    en: "say that another laptop, or number, took a laptop's place")
  let arguments: [Argument] = [
    .positional(
      "laptop", BilingualText(vi: "máy cũ, tên hoặc số", en: "the old one, label or number"),
      maximumBytes: 400),
    .option(
      "by", "LAPTOP",
      BilingualText(vi: "máy thay, tên hoặc số", en: "the new one, label or number"),
      isRequired: true, maximumBytes: 400),
    .flag("yes", BilingualText(vi: "ghi thật", en: "note it")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let former = try GrantChanges.laptop(invocation.requiredText("laptop"), in: centre)
    let laptop = try GrantChanges.laptop(invocation.requiredText("by"), in: centre)
    guard former.replica != laptop.replica else {
      throw Failure(
        code: "laptop-replaces-itself", exitCode: .userError,
        words: BilingualText(
          vi: "Một máy không thay cho chính nó; chưa ghi gì.",
          en: "A laptop cannot take its own place; nothing was noted."))
    }
    let isReal = invocation.flag("yes")
    if isReal { try centre.replace(former.replica, by: laptop.replica) }
    let fate = try centre.laptopFates()[former.replica]
    if console.isJSON {
      console.json([
        "dry_run": .bool(!isReal), "laptop": .text(former.label), "by": .text(laptop.label),
        "settled": .bool(isReal && fate?.isSettled ?? false),
      ])
    } else if isReal {
      let line = fate?.line(of: former.label)
      if let line { console.say(line) }
    } else {
      console.say(
        BilingualText(
          vi:
            "Mới chỉ xem thử: “\(former.label)” sẽ không bị coi là im lặng nữa khi dữ liệu của nó "
            + "đã về đủ; thay bằng “\(laptop.label)”. Ghi thật: thêm --yes",
          en: "This was a preview: “\(former.label)” would no longer be counted as silent once its "
            + "data are here; “\(laptop.label)” takes its place. To note it add --yes"))
    }
    return .done
  }
}
