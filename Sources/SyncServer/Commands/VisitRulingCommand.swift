import CommandLine
import FieldWork
import Listings
import Replica

/// `visit approve`, `visit send-back`, `visit reject`, `visit undo`: what the review's page of a visit
/// does.
struct VisitRulingCommand: Command {
  let context: CommandContext
  let ruling: VisitRuling

  private static let commentName = "comment"

  /// All of them.
  static func all(_ context: CommandContext) -> [any Command] {
    VisitRuling.allCases.map { VisitRulingCommand(context: context, ruling: $0) }
  }

  var name: [String] { ["visit", ruling.rawValue] }

  var abstract: BilingualText {
    switch ruling {
    case .approve:
      BilingualText(vi: "duyệt một lượt thăm", en: "say of a visit that it is right")
    case .sendBack:
      BilingualText(
        vi: "trả một lượt thăm lại cho người ghi để sửa, kèm lời nhắn",
        en: "send a visit back to its author, with what to mend")
    case .reject:
      BilingualText(
        vi: "không chấp nhận một lượt thăm: khỏi mọi số liệu, kèm lý do",
        en: "reject a visit, which takes it out of every count, with the reason")
    case .undo:
      BilingualText(
        vi: "thôi điều đã quyết về một lượt thăm", en: "take back what was said of a visit")
    }
  }

  var arguments: [Argument] {
    [.positional("code", BilingualText(vi: "mã lượt thăm", en: "code of the visit"))]
      + (ruling.commentLabel.map {
        [.option(Self.commentName, "TEXT", $0, isRequired: true, maximumBytes: 8_000)]
      } ?? [])
      + [ReviewArguments.person, ReviewArguments.dryRun]
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let actor = try CommandGuard.actor(invocation)
    let comment = ruling.commentLabel.flatMap { _ in invocation.text(Self.commentName) } ?? ""
    let (code, former, effect) = try context.centre(invocation).change { records, clock in
      let file = try VisitFile(
        invocation.requiredText("code"), records, .everything, today: context.today)
      guard ruling.applies(to: file.standing.state) else { throw Self.nothingToDo(file) }
      if !isDryRun {
        try ruling.say(
          of: file, records, comment: comment, by: invocation.requiredText("by"), actor, clock)
      }
      return (file.code, file.standing.state, ruling.effect(on: file))
    }
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "visit": .text(code), "ruling": .text(ruling.rawValue),
        "former_state": .text(former.rawValue), "effect": .text(effect.text(in: console.language)),
      ])
      return .done
    }
    let head =
      isDryRun
      ? BilingualText(vi: "Chỉ xem, chưa ghi gì", en: "A preview, nothing was written")
      : BilingualText(vi: "Đã ghi", en: "Done")
    console.say(
      head + BilingualText(same: ": \(code) · ") + ruling.words + BilingualText(same: ". ") + effect
    )
    return .done
  }

  private static func nothingToDo(_ file: VisitFile) -> Failure {
    let state = file.standing.state.words
    return Failure(
      code: "visit-stands-otherwise", exitCode: .userError,
      words: BilingualText(
        vi:
          "Chưa ghi gì: \(file.code) đang ở tình trạng “\(state.vietnamese)”, không làm được việc "
          + "này. Xem: visit list.",
        en:
          "Nothing was written: \(file.code) is “\(state.english)”, of which this cannot be said. "
          + "See visit list."))
  }
}
