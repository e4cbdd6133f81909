import CommandLine
import FieldWork
import Listings
import Replica

/// `status`: how far this laptop's work has come, and what somebody should look at.
struct Status: LaptopCommand {
  let surroundings: Surroundings
  let name = ["status"]
  let abstract = BilingualText(
    vi: "đã ghi, đã gửi, đã gộp đến đâu", en: "how far this laptop's work has come")
  let arguments: [Argument] = []

  /// Milliseconds without a hand-over after which a warning is shown: 7 days.
  private static let silentMilliseconds: Int64 = 7 * 86_400_000

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let status = try laptop.store.handOverStatus()
    let conflictCount = try laptop.store.conflictCount()
    let incidentCount = try laptop.store.incidentCount()
    let proofs = ProofListing(
      try laptop.store.scopeProofs(), labels: try laptop.records.reader.scopeLabels())
    var warnings = try warnings(laptop, status, conflictCount)
    warnings += try AreaWarning.all(laptop, status)
    if incidentCount > 0 { warnings.append(Self.incidentWarning(incidentCount)) }
    let member = try laptop.configuration.member.flatMap {
      try laptop.records.reader.record(Member.self, $0)
    }
    if console.isJSON {
      let members = status.json.objectValue ?? []
      console.json(
        .object(
          members + [
            .init("home", .text(laptop.home.path)),
            .init("label", .text(laptop.store.identity.certificate.label)),
            .init("replica", .integer(Int64(laptop.store.identity.replica.rawValue))),
            .init("centre", .text(orNull: laptop.configuration.centreURL)),
            .init("member", .text(orNull: member?.codeText)),
            .init("conflicts", .integer(Int64(conflictCount))),
            .init("incidents", .integer(incidentCount)), .init("scopes", proofs.json),
            .init("clock_checked", .bool(try laptop.store.correctedNow(laptop.clock()).isChecked)),
            .init(
              "free_disk_bytes",
              .integer(orNull: surroundings.freeDiskBytes(of: laptop.home).map(Int64.init))),
            .init(
              "warnings",
              .array(
                warnings.map {
                  ["code": .text($0.code), "message": .text($0.words.text(in: console.language))]
                })),
          ]))
    } else {
      console.say(status.handOverWords)
      console.say(status.words)
      let name = member?.fullName ?? "–"
      console.say(
        BilingualText(
          vi: "Máy: \(laptop.store.identity.certificate.label) · người ghi: \(name)",
          en: "Laptop: \(laptop.store.identity.certificate.label) · recording: \(name)"))
      for line in proofs.lines { console.say(line) }
      for warning in warnings { console.say(warning.words) }
    }
    return warnings.contains { Self.attention.contains($0.code) } ? .needsAttention : .done
  }

  /// The warnings that somebody has to act on; the listings of what they name end the same way.
  private static let attention: Set<String> = [
    "centre-lacks-records", "commune-area-missing", "conflicts", "copied", "dates-doubtful",
    "declared-lost", "digest-differs", DiskRoom.code, "enrol-again", "held",
    "laptop-declared-lost", "no-area", "rejected", "review", "scope-leaving", "scope-overdue",
  ]

  private static func incidentWarning(_ count: Int64) -> (code: String, words: BilingualText) {
    (
      "incidents",
      BilingualText(
        vi: "\(count) sự cố dữ liệu đã ghi lại; không mất gì. Xem “camtay incident list” và báo "
          + "người phụ trách phần mềm.",
        en: "\(counted(count, "incident was", "incidents were")) recorded; nothing is lost. See "
          + "“camtay incident list” and tell whoever looks after the software.")
    )
  }

  private func warnings(
    _ laptop: Laptop, _ status: HandOverStatus, _ conflictCount: Int
  ) throws -> [(code: String, words: BilingualText)] {
    var warnings: [(code: String, words: BilingualText)] = []
    let clock = laptop.clock()
    let corrected = try laptop.store.correctedNow(clock)
    if let offset = corrected.offsetMilliseconds, let words = ClockWarning.words(-offset) {
      warnings.append(("clock-off", words))
    }
    if !corrected.isChecked {
      warnings.append(
        (
          "clock-unchecked",
          BilingualText(
            vi: "Đồng hồ chưa được đối chiếu từ lúc bật máy: khi ghi lượt thăm phải gõ ngày.",
            en: "The clock is unchecked since the start: dates of visits must be typed.")
        ))
    }
    warnings += try StandingWarning.all(laptop, status, at: corrected.time)
    if let words = DateDoubtWarning.words(try laptop.records.dateDoubts().count) {
      warnings.append(("dates-doubtful", words))
    }
    if status.needsAttention > 0 {
      warnings.append(("held", HeldWarning.words(status.needsAttention)))
    }
    if let last = status.lastRound,
      corrected.time.rawValue - last.rawValue > Self.silentMilliseconds
    {
      let days = (corrected.time.rawValue - last.rawValue) / 86_400_000
      warnings.append(
        (
          "silent",
          BilingualText(
            vi: "Đã \(days) ngày chưa gửi; hãy chạy “camtay sync” khi có mạng.",
            en:
              "Nothing was handed over for \(counted(days, "day", "days")); run “camtay sync” "
              + "with a network."
          )
        ))
    }
    if let free = surroundings.freeDiskBytes(of: laptop.home), DiskRoom.isLow(free) {
      warnings.append((DiskRoom.code, DiskRoom.words(free)))
    }
    let reviewCount = try laptop.store.ownReviews(openOnly: true).count
    if reviewCount > 0 {
      warnings.append(
        (
          "review",
          BilingualText(
            vi: "\(reviewCount) điều máy này ghi chưa được chấp nhận; xem “camtay review list”.",
            en: "\(counted(reviewCount, "entry", "entries")) of this laptop not accepted; see "
              + "“camtay review list”.")
        ))
    }
    let rejections = Rejections(try laptop.store.unreadRejections())
    if !rejections.isEmpty {
      warnings.append(
        (
          "rejected",
          BilingualText(vi: "Điều phối viên đã quyết định: ", en: "The coordinator ruled: ")
            + rejections.words
            + BilingualText(vi: "; xem “camtay review list”.", en: "; see “camtay review list”.")
        ))
    }
    if conflictCount > 0 {
      warnings.append(
        (
          "conflicts",
          BilingualText(
            vi: "\(conflictCount) chỗ có hai giá trị khác nhau; xem “camtay conflicts”.",
            en: "\(counted(conflictCount, "conflict", "conflicts")); see “camtay conflicts”.")
        ))
    }
    return warnings
  }
}
