import CommandLine
import FieldWork
import Replica

/// `update [DIR]`: puts the newer program in place that the centre signed, from a stick or the network.
struct UpdateCommand: LaptopCommand {
  let surroundings: Surroundings
  let desktop: Desktop
  let name = ["update"]
  let abstract = BilingualText(
    vi: "cập nhật chương trình từ USB, hoặc từ trung tâm khi không chỉ thư mục",
    en: "update the program from a stick, or from the centre where no folder is named")
  let arguments: [Argument] = [
    .positional(
      "dir", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
      isRequired: false, maximumBytes: 4_096),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không đổi gì", en: "only show what is there")),
    .flag(
      "undo",
      BilingualText(
        vi: "dùng lại chương trình trước lần cập nhật", en: "go back to the program before")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    let install = try ProgramInstall(desktop, laptop.home)
    if invocation.flag("undo") {
      try install.undo()
      tell(nil, isDryRun: false, UpdateWords.undone(on: .commands), console)
      return .done
    }
    let newer = try NewerProgram(for: laptop, in: invocation.text("dir"))
    let update = newer.update
    if invocation.flag("dry-run") {
      tell(update, isDryRun: true, UpdateWords.there(update), console)
      return .done
    }
    var progress = console.progress(
      BilingualText(vi: "Đang cập nhật", en: "Updating"), total: Int64(newer.totalBytes))
    defer { progress.finish() }
    try newer.put(in: install, of: laptop) { progress.advance(to: Int64($0)) }
    progress.finish()
    let words = UpdateWords.installed(update, install.previous, on: .commands)
    tell(update, isDryRun: false, words, console)
    return .done
  }

  private func tell(
    _ update: ProgramUpdate?, isDryRun: Bool, _ words: BilingualText, _ console: Console
  ) {
    guard console.isJSON else { return console.say(words) }
    console.json([
      "dry_run": .bool(isDryRun), "running": .text(FieldAgent.version),
      "version": .text(orNull: update?.version.text),
      "bytes": .integer(orNull: update.map { Int64($0.byteCount) }), "undone": .bool(update == nil),
    ])
  }
}
