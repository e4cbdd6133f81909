import FieldWork
import Listings
import Replica
import SyncProtocol

/// Everything that needs a look, from the checks that `verify`, `status` and the page about the
/// centre's health make, each in words that say what to do.
struct CentreDiagnosis: Sendable {
  /// Days without a backup off this machine after which somebody is asked for one.
  private static let backupDays = 7

  /// What needs somebody first, then what is only to be known.
  let concerns: [CentreConcern]
  /// Batches that were read.
  let batchCount: Int

  /// Whether somebody has to act.
  var needsAttention: Bool { concerns.contains(where: \.needsAttention) }

  /// Examines a centre; the log keeps that its store was checked.
  init(
    _ centre: Centre, _ depth: Verification.Depth, by actor: AuditActor, on today: LocalDate
  ) throws {
    let verification = try centre.check(depth, by: actor)
    let health = try centre.health()
    let all =
      Self.damage(verification) + Self.log(health, try centre.laptops())
      + Self.laptops(health, try Self.proofs(centre)) + Self.waiting(health.status)
      + Self.backups(health, try HandBackLines.all(centre), on: today)
      + Self.erasures(health, on: today) + health.concerns
    concerns = all.filter(\.needsAttention) + all.filter { !$0.needsAttention }
    batchCount = verification.batchCount
  }

  private static func concern(
    _ code: String, _ words: BilingualText, _ details: [String: String] = [:],
    isNews: Bool = false
  ) -> CentreConcern {
    CentreConcern(code: code, details: details, words: words, needsAttention: !isNews)
  }

  private static func number(
    _ code: String, _ number: Int64, _ words: (Int64) -> BilingualText
  ) -> [CentreConcern] {
    number > 0 ? [concern(code, words(number), ["count": "\(number)"])] : []
  }

  /// What the store itself says of its bytes.
  private static func damage(_ verification: Verification) -> [CentreConcern] {
    verification.findings.map { finding in
      concern(
        finding.code,
        finding.words
          + BilingualText(
            vi: " Đừng xóa gì; dừng serve, chép thư mục dữ liệu ra chỗ khác, rồi: camtay-server "
              + "verify --deep",
            en: " Delete nothing; stop serve, copy the data folder elsewhere, then: camtay-server "
              + "verify --deep"))
    }
  }

  /// What a person has to look at in the log.
  private static func log(_ health: CentreHealth, _ laptops: [Peer]) -> [CentreConcern] {
    let status = health.status
    return status.incidents.map { incident in
      concern(
        "log-\(incident.kind.rawValue)",
        incident.words(label: laptops.first { $0.replica == incident.replica }?.label),
        ["replica": "\(incident.replica.rawValue)"])
    }
      + number("aside-waiting", Int64(status.asideWaiting)) { AsideWords.waiting(Int($0)) }
      + number("own-incidents", health.ownIncidents, HealthWords.incidents).map { own in
        // Mended already: they tell that something was, not that something is to be done.
        concern(own.code, own.words, own.details, isNews: true)
      }
      + status.restores.compactMap { note in
        note.words.map { concern("restored", $0, isNews: note.isSettled) }
      } + status.linkTroubles.map { concern("link-trouble", $0.words) }
      + [status.sealedValuesLock.map { concern("values-locked", $0.words, isNews: !$0.isLocked) }]
      .compactMap(\.self)
      + (status.missingKeys > 0
        ? [
          concern(
            "missing-keys", VerificationReport.words(missingKeys: status.missingKeys),
            ["count": "\(status.missingKeys)"], isNews: true)
        ] : [])
  }

  /// The laptops: those that are silent, differ, are old, or were replaced.
  private static func laptops(
    _ health: CentreHealth, _ proofs: PeerProofListing
  ) -> [CentreConcern] {
    let isDifferent = proofs.hasDifference || proofs.hasStopped
    return number("laptops-silent", Int64(health.metrics.silent), DiagnosisWords.silent)
      + (isDifferent ? proofs.lines.map { concern("laptop-differs", $0) } : [])
      + (health.status.replaced + health.status.heardAgain).compactMap { laptop in
        laptop.fate.line(of: laptop.label).map {
          concern(
            "laptop-fate", $0, ["laptop": laptop.label], isNews: laptop.fate.isSettled)
        }
      }
      + (health.olderLaptops.isEmpty
        ? []
        : [
          concern(
            "laptops-older",
            HealthWords.older
              + BilingualText(same: ": \(health.olderLaptops.joined(separator: ", "))"),
            isNews: true)
        ])
  }

  private static func proofs(_ centre: Centre) throws -> PeerProofListing {
    let fates = try centre.laptopFates()
    // Of a laptop that reports no more there is nothing to compare.
    return PeerProofListing(
      try centre.inspect { try $0.store.peerProofs() }.filter {
        !(fates[$0.replica]?.isSilent ?? false)
      },
      try centre.laptops(), try centre.inspect { try CentreShortfall($0.store) })
  }

  /// What waits for a person.
  private static func waiting(_ status: CentreStatus) -> [CentreConcern] {
    number("held-batches", status.heldBatches, DiagnosisWords.held)
      + number("refusals", status.refusals, DiagnosisWords.refused)
      + number("conflicts", status.conflicts, DiagnosisWords.conflicts)
      + number("open-reviews", status.openReviews, DiagnosisWords.reviews)
  }

  private static func backups(
    _ health: CentreHealth, _ handBacks: [BilingualText], on today: LocalDate
  ) -> [CentreConcern] {
    let last = health.status.lastBackup.map(LocalDateTime.init(time:))
    var concerns: [CentreConcern] = []
    if let last {
      if last.date.days(until: today) > backupDays {
        concerns.append(
          concern("backup-old", DiagnosisWords.backup(last), ["last_backup": last.iso]))
      }
    } else {
      concerns.append(concern("no-backup", DiagnosisWords.noBackup))
    }
    switch health.drills.first?.result {
    case nil where health.drills.isEmpty:
      concerns.append(concern("no-drill", HealthWords.noDrill, isNews: true))
    case let result? where !result.isGood:
      concerns.append(concern("drill-failed", DiagnosisWords.drill(result)))
    default: break
    }
    return concerns + handBacks.map { concern("hand-back-waits", $0, isNews: true) }
  }

  private static func erasures(
    _ health: CentreHealth, on today: LocalDate
  ) -> [CentreConcern] {
    health.erasures.map { erasure in
      concern(
        "erasure-waits", DiagnosisWords.erasure(erasure),
        ["record": erasure.code, "done_by": erasure.doneBy.iso],
        isNews: erasure.doneBy >= today)
    }
  }
}

/// The words of a diagnosis.
private enum DiagnosisWords {
  static let noBackup =
    HealthWords.backupMissing
    + BilingualText(
      vi: " Hãy chạy: camtay-server backup TỆP --off-machine",
      en: " Run: camtay-server backup FILE --off-machine")

  static func backup(_ last: LocalDateTime) -> BilingualText {
    BilingualText(
      vi:
        "Bản sao lưu ngoài máy gần nhất đã cũ (\(Format.dateTime(last))). Hãy chạy: camtay-server "
        + "backup TỆP --off-machine",
      en: "The last backup off this machine is old (\(Format.dateTime(last))). Run: camtay-server "
        + "backup FILE --off-machine")
  }

  static func drill(_ result: RestoreDrill.Result) -> BilingualText {
    BilingualText(
      vi: "Lần diễn tập khôi phục gần nhất: \(result.words.vietnamese). Hãy sao lưu lại rồi thử: "
        + "camtay-server drill TỆP",
      en: "The last restore drill: \(result.words.english). Make another backup, then try it: "
        + "camtay-server drill FILE")
  }

  static func silent(_ count: Int64) -> BilingualText {
    let days = LaptopStanding.silentDays
    return BilingualText(
      vi: "\(count) máy im lặng quá \(days) ngày hoặc chưa gửi lần nào; việc làm trên đó chưa có "
        + "trong số liệu. Xem máy nào rồi gọi người giữ: camtay-server laptops",
      en: "\(counted(count, "laptop is", "laptops are")) silent for over \(days) days, or never "
        + "reported; their work is in no number. See which and call who holds them: camtay-server "
        + "laptops")
  }

  static func held(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "\(count) gói chờ gói khác về trước; không mất gì. Xem còn thiếu gì: camtay-server gap "
        + "list",
      en: "\(counted(count, "batch waits", "batches wait")) for others to come first; nothing is "
        + "lost. See what is missing: camtay-server gap list")
  }

  static func refused(_ count: Int64) -> BilingualText {
    BilingualText(
      vi:
        "\(count) gói bị từ chối; dữ liệu vẫn còn trên máy đã gửi. Xem lý do ở trang Hộp đến hoặc: "
        + "camtay-server inbox",
      en:
        "\(counted(count, "batch was", "batches were")) refused; the data are still on the laptop "
        + "that sent them. See why on the page Inbox, or: camtay-server inbox")
  }

  static func conflicts(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "\(count) chỗ ghi khác nhau chưa ai chọn: camtay-server conflicts list",
      en: "Fields with several values that nobody has chosen between: \(count). camtay-server "
        + "conflicts list")
  }

  static func reviews(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "\(count) điều trung tâm chưa nhận, chờ quyết định: camtay-server review list",
      en: "Writes that were not accepted and await a ruling: \(count). camtay-server review list")
  }

  static func erasure(_ erasure: CentreHealth.Erasure) -> BilingualText {
    let waiting = (erasure.outstanding + erasure.doubtful).joined(separator: ", ")
    let day = Format.date(erasure.doneBy)
    return BilingualText(
      vi:
        "Lần xóa \(erasure.code) phải xong trước \(day), còn chờ máy: \(waiting). Nhắc các máy ấy "
        + "gửi nhận: camtay-server erase list",
      en: "The erasure of \(erasure.code) is to be done by \(day) and waits for: \(waiting). Have "
        + "these laptops sync: camtay-server erase list")
  }
}
