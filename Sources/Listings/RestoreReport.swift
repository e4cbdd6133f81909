import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Which backup was restored, how old it is, and what of it was accepted although it is damaged.
package struct RestoreReport: Sendable {
  private let path: String
  private let madeAt: Timestamp?
  private let now: Timestamp
  private let damage: BackupDamage
  private let oldStore: String?

  /// Gathers what both programs tell after a restore.
  package init(
    of path: String, madeAt: Timestamp?, now: Timestamp, accepted: [Verification.Finding],
    oldStore: String?
  ) {
    self.path = path
    self.madeAt = madeAt
    self.now = now
    damage = BackupDamage(path: path, findings: accepted)
    self.oldStore = oldStore
  }

  /// Needs attention where damage was accepted.
  package var exitCode: ExitCode { damage.findings.isEmpty ? .done : .needsAttention }

  /// The members of a JSON report, beside those of the program.
  package var members: [JSONValue.Member] {
    [
      .init("old_store", .text(orNull: oldStore)), .init("backup", .text(path)),
      .init("backup_made", .text(orNull: made?.iso)),
      .init(
        "accepted_damage",
        .array(
          damage.counts.map { ["code": .text($0.code), "count": .integer(Int64($0.count))] })),
    ]
  }

  /// Names the backup and its age.
  package func sayBackup(to console: Console) {
    guard let made else {
      return console.say(
        BilingualText(
          vi: "Bản sao lưu: \(path), không rõ ngày; đã kiểm tra toàn bộ.",
          en: "The backup: \(path), of an unknown date; all of it was verified."))
    }
    let time = Format.dateTime(made)
    console.say(
      BilingualText(
        vi: "Bản sao lưu: \(path), lúc \(time) (\(age.vietnamese)); đã kiểm tra toàn bộ.",
        en: "The backup: \(path), of \(time) (\(age.english)); all of it was verified."))
  }

  /// What was accepted, and where the old data are.
  package func sayRest(to console: Console) {
    if !damage.findings.isEmpty {
      let words = damage.words
      console.note(
        BilingualText(
          vi: "Đã nhận bản sao lưu hỏng: \(words.vietnamese). Hãy cho mọi máy gửi nhận, rồi chạy "
            + "“verify --deep”. Đừng hủy bản sao lưu nào.",
          en: "A damaged backup was accepted: \(words.english). Let every machine sync, then run "
            + "“verify --deep”. Destroy no backup."))
    }
    if let oldStore {
      console.say(
        BilingualText(
          vi: "Dữ liệu cũ còn ở \(oldStore).", en: "The old data are kept in \(oldStore)."))
    }
  }

  private var made: LocalDateTime? {
    madeAt.map { LocalDateTime(milliseconds: $0.rawValue) }
  }

  /// In hours below two days, else in days; a date to come has a wrong clock behind it.
  private var age: BilingualText {
    let (milliseconds, overflow) = now.rawValue.subtractingReportingOverflow(
      madeAt?.rawValue ?? now.rawValue)
    guard !overflow, milliseconds >= 0 else {
      return BilingualText(
        vi: "sau giờ của máy này: hãy xem lại đồng hồ", en: "later than this clock: look at it")
    }
    let hours = milliseconds / 3_600_000
    if hours < 1 { return BilingualText(vi: "chưa đầy một giờ trước", en: "less than an hour old") }
    if hours < 48 {
      return BilingualText(vi: "\(hours) giờ trước", en: counted(hours, "hour", "hours") + " old")
    }
    return BilingualText(vi: "\(hours / 24) ngày trước", en: "\(hours / 24) days old")
  }
}
