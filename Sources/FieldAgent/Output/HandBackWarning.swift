import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What a person should know of areas that are being handed back.
enum HandBackWarning {
  /// One warning for each area, and one when the laptop has to be enrolled anew.
  static func all(
    _ laptop: Laptop, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    let now = try laptop.store.correctedNow(laptop.clock()).time
    var warnings = try laptop.store.scopesBeingHandedBack().map { leaving in
      (
        code: leaving.deadline < now ? "scope-overdue" : "scope-leaving",
        words: words(
          leaving, try label(of: leaving.scope, laptop), isOverdue: leaving.deadline < now, surface)
      )
    }
    if try laptop.store.shouldEnrolAgain {
      warnings.append(
        (
          "enrol-again",
          BilingualText(
            vi:
              "Một địa bàn đã được xuất ra tệp vì quá hạn. Hãy nộp tệp đó cho điều phối viên, rồi "
              + "ghi danh lại máy này bằng mã mới; dữ liệu khác trên máy vẫn còn.",
            en: "An area was exported to a file because its deadline had passed. Bring the file to "
              + "the coordinator and enrol this laptop anew with a new code; other data are safe.")
        ))
    }
    return warnings
  }

  /// What people call a scope.
  static func label(of scope: ScopeID, _ laptop: Laptop) throws -> String {
    let label =
      try laptop.store.connection.row(
        "SELECT label FROM scope WHERE rid = ?", .integer(scope.rawValue)
      ) { try $0.optionalText(at: 0) } ?? nil
    return label ?? "#\(scope.rawValue)"
  }

  private static func words(
    _ leaving: ScopeHandBack, _ label: String, isOverdue: Bool, _ surface: Surface
  ) -> BilingualText {
    let deadline = Format.date(LocalDateTime(milliseconds: leaving.deadline.rawValue).date)
    if isOverdue, !leaving.isSettled {
      return BilingualText(
        vi:
          "“\(label)” đã quá hạn trả lại (\(deadline)), còn \(leaving.unconfirmedOperations) thao "
          + "tác chưa gửi. Hãy \(surface.sync.vietnamese); nếu không thể có mạng: "
          + "camtay scope export \(leaving.scope.rawValue)",
        en: "“\(label)” should have been handed back by \(deadline); "
          + "\(counted(leaving.unconfirmedOperations, "operation is", "operations are")) unsent. "
          + "\(surface.syncFirst), or without "
          + "any network: camtay scope export \(leaving.scope.rawValue)")
    }
    if !leaving.isSettled {
      return BilingualText(
        vi: "“\(label)” đang được trả lại, hạn \(deadline): còn \(leaving.unconfirmedOperations) "
          + "thao tác phải gửi. Hãy \(surface.sync.vietnamese).",
        en: "“\(label)” is being handed back by \(deadline): "
          + "\(counted(leaving.unconfirmedOperations, "operation is", "operations are")) still to "
          + "be "
          + "sent. \(surface.syncFirst).")
    }
    return BilingualText(
      vi:
        "“\(label)” đang được trả lại, hạn \(deadline): đã gửi hết, còn chờ trung tâm sao lưu. "
        + "Không "
        + "ghi thêm được; hãy \(surface.sync.vietnamese) lần nữa khi có mạng.",
      en: "“\(label)” is being handed back by \(deadline): everything is sent, and the centre's "
        + "backup is waited for. Nothing more can be recorded there; \(surface.sync.english) once "
        + "more "
        + "when there is a network.")
  }
}
