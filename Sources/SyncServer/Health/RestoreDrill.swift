import FieldWork
import Listings
import Replica
import SyncProtocol

/// A try whether the centre can be restored from a backup, as the log keeps it: who, when, from which
/// file, and what came of it.
struct RestoreDrill: Sendable, Equatable {
  /// What came of it; raw values stand in the log.
  enum Result: String, CaseIterable, Sendable {
    /// The file was read back here and has everything that is here.
    case sound
    /// It was read back here, and lacks what came since.
    case older
    /// It could not be read back here.
    case damaged
    /// It was restored on another machine.
    case restored
    /// It could not be restored on another machine.
    case failed

    /// Whether the centre could come back from the file.
    var isGood: Bool { self == .sound || self == .older || self == .restored }

    var words: BilingualText {
      switch self {
      case .sound:
        BilingualText(
          vi: "đọc lại được, đủ mọi thứ đang có", en: "read back, has everything that is here")
      case .older:
        BilingualText(
          vi: "đọc lại được, thiếu phần đến sau", en: "read back, lacks what came since")
      case .damaged: BilingualText(vi: "không đọc lại được", en: "cannot be read back")
      case .restored:
        BilingualText(vi: "khôi phục được ở máy khác", en: "restored on another machine")
      case .failed:
        BilingualText(
          vi: "không khôi phục được ở máy khác", en: "could not be restored on another machine")
      }
    }
  }

  /// When, by the centre's clock.
  let at: Timestamp
  /// The account; nil for the keeper of the machine.
  let account: String?
  /// The name of the file, without its folder.
  let file: String
  /// What came of it; nil for a result that this version does not know.
  let result: Result?

  /// The line of the log.
  static func event(_ path: String, _ result: Result) -> AuditEvent {
    AuditEvent(
      .restoreDrilled, path.split(separator: "/").last.map(String.init) ?? path,
      detail: "result=\(result.rawValue)")
  }

  init(_ entry: AuditEntry) {
    at = entry.at
    account = entry.account
    file = entry.subject
    result = Result(rawValue: String(entry.detail.trimmingPrefix("result=")))
  }
}

extension Centre {
  /// The last drills, the latest first.
  func drills(limit: Int) throws -> [RestoreDrill] {
    var wanted = AuditLog.Wanted()
    wanted.act = AuditEvent.Act.restoreDrilled.rawValue
    return try read { try AuditLog($0.connection).entries(wanted, limit: limit).entries }
      .map(RestoreDrill.init)
  }
}
