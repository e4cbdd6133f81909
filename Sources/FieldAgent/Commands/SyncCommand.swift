import CommandLine
import FieldWork
import Listings
import Replica

/// `sync`: hands over what was written and takes in what others wrote, until both are quiet.
struct SyncCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["sync"]
  let abstract = BilingualText(
    vi: "gửi và nhận với trung tâm", en: "send to and receive from the centre")
  let arguments: [Argument] = [
    .flag(
      "start-over",
      BilingualText(
        vi: "bỏ những bản ghi chỉ còn trên máy này mà trung tâm được khôi phục không có: cho xem "
          + "trước, rồi tự sao lưu khi thêm --yes",
        en: "give up records that are only on this laptop and that a restored centre lacks: shows "
          + "them first, and makes a backup by itself with --yes")),
    .flag("yes", BilingualText(vi: "bỏ thật, với --start-over", en: "do it, with --start-over")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw Self.underWay }
    defer { withExtendedLifetime(turn) {} }
    let link = try CentreClient(laptop.configuration)
    var startOver: StartOver?
    if invocation.flag("start-over") {
      startOver = try StartOver(laptop)
      if let startOver, startOver.isNeeded {
        guard invocation.flag("yes") else {
          startOver.write(to: console)
          return .needsAttention
        }
        try startOver.begin(laptop, console)
      }
    }
    let before = try laptop.store.handOverStatus()
    let news = try SyncNews(before: laptop)
    var progress = console.progress(
      BilingualText(vi: "Đang gửi", en: "Sending"), total: before.notHandedOver)
    defer { progress.finish() }
    let rounds = SyncRounds(laptop, over: link) { seconds in
      console.note(
        BilingualText(
          vi: "Trung tâm đang bận và chưa nhận gì; đợi \(seconds) giây rồi gửi lại.",
          en: "The centre is busy and took nothing yet; waiting "
            + "\(counted(seconds, "second", "seconds")) to send again."))
      SyncRounds.wait(seconds: seconds)
    }
    let report: SyncReport
    defer {
      // Practice forgets whoever the centre erased; where it is in use, or cannot be opened, it
      // follows when it is used next.
      if (try? PracticeHome.owesErasures(laptop)) == true {
        _ = try? PracticeHome(of: laptop.home).open(under: laptop, surroundings)
      }
    }
    do {
      report = try rounds.run { progress.advance(to: max(0, $0.received - before.received)) }
    } catch {
      progress.finish()
      // The areas may be given up already: whoever is told of a full disk must hear of that too.
      if let backup = startOver?.backup { console.note(StartOver.cutOff(backup)) }
      throw error
    }
    progress.finish()
    laptop.records.search.invalidate()
    _ = try laptop.store.compactIfWorthwhile(atLeast: Compact.worthwhileBytes)
    let doubtfulDates = try laptop.records.dateDoubts().count
    let carrying = try Courier.load(of: laptop)
    let warnings =
      try news.warnings(laptop, report, backup: startOver?.backup) + StoppedWarning.all(laptop)
      + HandBackWarning.all(laptop) + AreaWarning.all(laptop, laptop.store.handOverStatus())
    if console.isJSON {
      console.json(
        .object(
          report.members(doubtfulDates, warnings, console.language, backup: startOver?.backup)))
    } else {
      if let startOver, !startOver.isNeeded { console.note(StartOver.notNeeded) }
      report.say(console)
      if let words = CourierWords.reminder(carrying, on: .commands) { console.say(words) }
      for warning in warnings { console.note(warning.words) }
      if let words = DateDoubtWarning.words(doubtfulDates) { console.note(words) }
    }
    return report.needsAttention ? .needsAttention : .done
  }

  /// Another process syncs this very home.
  static var underWay: Failure {
    Failure(
      "sync-under-way", .refusedForSafety,
      BilingualText(
        vi:
          "Một lần gửi nhận khác của máy này đang chạy; lần này không làm gì và không mất gì. Vẫn "
          + "ghi tiếp được. Hãy đợi nó xong rồi xem “camtay status”.",
        en: "Another sync of this laptop is under way; this one did nothing and nothing is lost. "
          + "You can go on recording. Wait for it to end, then look at “camtay status”."))
  }
}
