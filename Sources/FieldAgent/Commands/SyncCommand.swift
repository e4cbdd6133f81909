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
    let warnings =
      try news.warnings(laptop, report, backup: startOver?.backup) + StoppedWarning.all(laptop)
      + HandBackWarning.all(laptop) + AreaWarning.all(laptop, laptop.store.handOverStatus())
    if console.isJSON {
      console.json(
        json(report, doubtfulDates, warnings, console.language, backup: startOver?.backup))
    } else {
      if let startOver, !startOver.isNeeded { console.note(StartOver.notNeeded) }
      say(report, console)
      for warning in warnings { console.note(warning.words) }
      if let words = DateDoubtWarning.words(doubtfulDates) { console.note(words) }
    }
    return report.needsAttention ? .needsAttention : .done
  }

  /// Another process syncs this very home.
  private static var underWay: Failure {
    Failure(
      "sync-under-way", .refusedForSafety,
      BilingualText(
        vi:
          "Một lần gửi nhận khác của máy này đang chạy; lần này không làm gì và không mất gì. Vẫn "
          + "ghi tiếp được. Hãy đợi nó xong rồi xem “camtay status”.",
        en: "Another sync of this laptop is under way; this one did nothing and nothing is lost. "
          + "You can go on recording. Wait for it to end, then look at “camtay status”."))
  }

  private func json(
    _ report: SyncReport, _ doubtfulDates: Int, _ warnings: [(code: String, words: BilingualText)],
    _ language: Language, backup: String?
  ) -> JSONValue {
    let outcome = report.outcome
    let differing = outcome.differingScopes.map { JSONValue.text(String($0.rawValue)) }
    let members: [JSONValue.Member] = [
      .init("rounds", .integer(Int64(report.rounds))),
      .init("handed_over_operations", .integer(report.handedOver)),
      .init("confirmed_batches", .integer(Int64(outcome.confirmedBatches))),
      .init("held_batches", .integer(Int64(outcome.heldBatches))),
      .init("refusals", .array(outcome.refusals.map { .text($0) })),
      .init(
        "blocked_scopes",
        .array(
          outcome.blockedScopes.sorted { $0.key < $1.key }.map {
            ["scope": .text(String($0.key.rawValue)), "reason": .text($0.value)]
          })),
      .init("reissued_operations", .integer(Int64(outcome.reissuedOperations))),
      .init("received_batches", .integer(Int64(outcome.receivedBatches))),
      .init("received_operations", .integer(Int64(outcome.receivedOperations))),
      .init("equal_scopes", .integer(Int64(outcome.equalScopes))),
      .init("differing_scopes", .array(differing)),
      .init(
        "repaired_scopes",
        .array(outcome.repairedScopes.map { .text(String($0.rawValue)) })),
      .init("snapshot_bytes", .integer(Int64(outcome.snapshotBytes))),
      .init(
        "scopes_let_go", .array(outcome.scopesLetGo.map { .text(String($0.rawValue)) })),
      .init("clock_error_milliseconds", .integer(orNull: outcome.clockErrorMilliseconds)),
      .init("doubtful_dates", .integer(Int64(doubtfulDates))),
      .init(
        "warnings",
        .array(
          warnings.map {
            ["code": .text($0.code), "message": .text($0.words.text(in: language))]
          })),
      .init(
        "scopes_given_up", .array(outcome.scopesGivenUp.map { .text(String($0.rawValue)) })),
      .init("backup", .text(orNull: backup)), .init("status", report.status.json),
    ]
    return .object(members)
  }

  private func say(_ report: SyncReport, _ console: Console) {
    let outcome = report.outcome
    console.say(
      BilingualText(
        vi: "Trung tâm xác nhận \(outcome.confirmedBatches) gói "
          + "(\(report.handedOver) thao tác); nhận về \(outcome.receivedBatches) gói "
          + "(\(outcome.receivedOperations) thao tác).",
        en: "The centre confirmed \(counted(outcome.confirmedBatches, "batch", "batches")) "
          + "(\(counted(report.handedOver, "operation", "operations"))); received "
          + "\(counted(outcome.receivedBatches, "batch", "batches")) "
          + "(\(counted(outcome.receivedOperations, "operation", "operations")))."))
    console.say(report.status.words)
    if !outcome.scopesLetGo.isEmpty {
      console.say(
        BilingualText(
          vi: "Đã trả lại \(outcome.scopesLetGo.count) địa bàn; mọi dữ liệu của chúng đã ở trung "
            + "tâm và trong bản sao lưu.",
          en: "\(counted(outcome.scopesLetGo.count, "area was", "areas were")) handed back; all "
            + "their data are at the centre and in its backup."))
    }
    if outcome.differingScopes.isEmpty, outcome.equalScopes > 0 {
      console.say(
        BilingualText(
          vi: "Mã kiểm của \(outcome.equalScopes) vùng dữ liệu khớp với trung tâm.",
          en:
            "The digests of \(counted(outcome.equalScopes, "scope", "scopes")) agree with the centre's."
        ))
    }
    if !outcome.repairedScopes.isEmpty {
      console.note(
        BilingualText(
          vi: "\(outcome.repairedScopes.count) vùng dữ liệu từng khác trung tâm và đã được sửa; "
            + "phần chưa gửi vẫn giữ nguyên. Xem “camtay incident list”.",
          en: "\(counted(outcome.repairedScopes.count, "scope", "scopes")) differed from the "
            + "centre's and were mended; unsent work was kept. See “camtay incident list”."))
    }
    if !outcome.differingScopes.isEmpty {
      console.note(
        BilingualText(
          vi: "Mã kiểm của \(outcome.differingScopes.count) vùng dữ liệu khác trung tâm; "
            + "có thể thiếu bản ghi. Đừng xóa gì; hãy chạy “camtay verify” và báo điều phối viên.",
          en:
            "The digests of \(counted(outcome.differingScopes.count, "scope", "scopes")) differ from the centre's; "
            + "records may be missing. Delete nothing; run “camtay verify” and tell the coordinator."
        ))
    }
    if outcome.reissuedOperations > 0 {
      console.note(
        BilingualText(
          vi: "Một bản sao của máy này đã ghi trùng số; \(outcome.reissuedOperations) thao tác đã "
            + "được ghi lại dưới số mới, không mất gì. Xem “camtay status”.",
          en:
            "A copy of this laptop used the same numbers; "
            + "\(counted(outcome.reissuedOperations, "operation was", "operations were")) written again under new ones and nothing is lost. See “camtay status”."
        ))
    }
    if outcome.heldBatches > 0 {
      console.note(
        BilingualText(
          vi: "\(outcome.heldBatches) gói nằm chờ ở trung tâm vì còn thiếu phần trước nó.",
          en: "\(counted(outcome.heldBatches, "batch waits", "batches wait")) at the centre for "
            + "a part before it that has not come there."))
    }
    for (scope, reason) in outcome.blockedScopes.sorted(by: { $0.key < $1.key }) {
      // Told among the warnings, as `status` tells it.
      if reason == ReplicaError.centreLacksRecords(scope).code { continue }
      console.note(
        BilingualText(
          vi:
            "Một vùng dữ liệu chưa nhận hết từ trung tâm (\(reason)); phần đã nhận vẫn còn và lần "
            + "gửi sau sẽ hỏi lại. Nếu còn lặp lại, hãy báo điều phối viên.",
          en: "One scope could not be received to its end (\(reason)); what came stands, and the "
            + "next sync asks again. If it stays, tell the coordinator."))
    }
    for reason in outcome.refusals {
      console.note(
        BilingualText(
          vi: "Một gói bị từ chối (\(reason)); nó vẫn còn trong máy này. Hãy báo điều phối viên.",
          en: "A batch was refused (\(reason)); it is still on this laptop. "
            + "Tell the coordinator."))
    }
    if let error = outcome.clockErrorMilliseconds, let words = ClockWarning.words(error) {
      console.note(words)
    }
  }
}
