import CommandLine
import FieldWork
import Listings
import Replica

/// What is said of a sync, by network or by stick.
extension SyncReport {
  /// What programs are told.
  ///
  /// - Parameter backup: the file that was made before areas were given up; nil where none was.
  func members(
    _ doubtfulDates: Int, _ warnings: [(code: String, words: BilingualText)],
    _ language: Language, backup: String?
  ) -> [JSONValue.Member] {
    let differing = outcome.differingScopes.map { JSONValue.text(String($0.rawValue)) }
    return [
      .init("rounds", .integer(Int64(rounds))),
      .init("handed_over_operations", .integer(handedOver)),
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
      .init("backup", .text(orNull: backup)), .init("status", status.json),
    ]
  }

  /// What a person is told.
  func say(_ console: Console) {
    console.say(
      BilingualText(
        vi: "Trung tâm xác nhận \(outcome.confirmedBatches) gói "
          + "(\(handedOver) thao tác); nhận về \(outcome.receivedBatches) gói "
          + "(\(outcome.receivedOperations) thao tác).",
        en: "The centre confirmed \(counted(outcome.confirmedBatches, "batch", "batches")) "
          + "(\(counted(handedOver, "operation", "operations"))); received "
          + "\(counted(outcome.receivedBatches, "batch", "batches")) "
          + "(\(counted(outcome.receivedOperations, "operation", "operations")))."))
    console.say(status.words)
    if let words = handedBack { console.say(words) }
    if outcome.differingScopes.isEmpty, outcome.equalScopes > 0 {
      console.say(
        BilingualText(
          vi: "Mã kiểm của \(outcome.equalScopes) vùng dữ liệu khớp với trung tâm.",
          en:
            "The digests of \(counted(outcome.equalScopes, "scope", "scopes")) agree with the centre's."
        ))
    }
    for words in notes(on: .commands) { console.note(words) }
    if let error = outcome.clockErrorMilliseconds, let words = ClockWarning.words(error) {
      console.note(words)
    }
  }

  /// What was exchanged, in changes.
  var exchanged: BilingualText {
    BilingualText(
      vi: "trung tâm nhận \(handedOver) thay đổi của máy này; máy này nhận "
        + "\(outcome.receivedOperations) thay đổi của nơi khác.",
      en: "the centre took \(counted(handedOver, "change", "changes")) of this laptop; this laptop "
        + "took \(counted(outcome.receivedOperations, "change", "changes")) of others.")
  }

  /// The areas that the laptop has handed back; nil where there is none.
  var handedBack: BilingualText? {
    guard !outcome.scopesLetGo.isEmpty else { return nil }
    return BilingualText(
      vi: "Đã trả lại \(outcome.scopesLetGo.count) địa bàn; mọi dữ liệu của chúng đã ở trung tâm "
        + "và trong bản sao lưu.",
      en: "\(counted(outcome.scopesLetGo.count, "area was", "areas were")) handed back; all their "
        + "data are at the centre and in its backup.")
  }

  /// What somebody should know of it besides.
  func notes(on surface: Surface) -> [BilingualText] {
    var notes: [BilingualText] = []
    if !outcome.repairedScopes.isEmpty {
      notes.append(
        BilingualText(
          vi: "\(outcome.repairedScopes.count) vùng dữ liệu từng khác trung tâm và đã được sửa; "
            + "phần chưa gửi vẫn giữ nguyên.",
          en: "\(counted(outcome.repairedScopes.count, "scope", "scopes")) differed from the "
            + "centre's and were mended; unsent work was kept.")
          + surface.next(
            command: BilingualText(
              vi: " Xem “camtay incident list”.", en: " See “camtay incident list”."),
            page: BilingualText(
              vi: " Trang Báo lỗi ghi lại việc này.", en: " The page Report a problem has it.")))
    }
    if !outcome.differingScopes.isEmpty {
      notes.append(
        BilingualText(
          vi: "Mã kiểm của \(outcome.differingScopes.count) vùng dữ liệu khác trung tâm; "
            + "có thể thiếu bản ghi. Đừng xóa gì; hãy ",
          en:
            "The digests of \(counted(outcome.differingScopes.count, "scope", "scopes")) differ "
            + "from the centre's; records may be missing. Delete nothing; ")
          + surface.next(
            command: BilingualText(vi: "chạy “camtay verify” và ", en: "run “camtay verify” and "),
            page: BilingualText(same: ""))
          + BilingualText(vi: "báo điều phối viên.", en: "tell the coordinator."))
    }
    if outcome.reissuedOperations > 0 {
      notes.append(
        BilingualText(
          vi: "Một bản sao của máy này đã ghi trùng số; \(outcome.reissuedOperations) thao tác đã "
            + "được ghi lại dưới số mới, không mất gì.",
          en:
            "A copy of this laptop used the same numbers; "
            + "\(counted(outcome.reissuedOperations, "operation was", "operations were")) written "
            + "again under new ones and nothing is lost.")
          + surface.next(
            command: BilingualText(vi: " Xem “camtay status”.", en: " See “camtay status”."),
            page: BilingualText(
              vi: " Xem trang Hôm nay.", en: " See the page Today.")))
    }
    if outcome.heldBatches > 0 {
      notes.append(
        BilingualText(
          vi: "\(outcome.heldBatches) gói nằm chờ ở trung tâm vì còn thiếu phần trước nó.",
          en: "\(counted(outcome.heldBatches, "batch waits", "batches wait")) at the centre for "
            + "a part before it that has not come there."))
    }
    for (scope, reason) in outcome.blockedScopes.sorted(by: { $0.key < $1.key }) {
      // Told among the warnings, as `status` tells it.
      if reason == ReplicaError.centreLacksRecords(scope).code { continue }
      notes.append(
        ReplicaError.words(ofBlocked: reason, scope)
          ?? BilingualText(
            vi:
              "Một vùng dữ liệu chưa nhận hết từ trung tâm (\(reason)); phần đã nhận vẫn còn và lần "
              + "gửi sau sẽ hỏi lại. Nếu còn lặp lại, hãy báo điều phối viên.",
            en: "One scope could not be received to its end (\(reason)); what came stands, and the "
              + "next sync asks again. If it stays, tell the coordinator."))
    }
    for reason in outcome.refusals {
      notes.append(
        BilingualText(
          vi: "Một gói bị từ chối (\(reason)); nó vẫn còn trong máy này. Hãy báo điều phối viên.",
          en: "A batch was refused (\(reason)); it is still on this laptop. "
            + "Tell the coordinator."))
    }
    return notes
  }
}
