import FieldWork
import Listings
import Replica

/// Something about this laptop that its user should look at: what it is, and the next step.
struct LaptopConcern: Sendable {
  /// The stable name of the reason.
  let code: String
  /// What is so, and what is safe.
  let words: BilingualText
  /// The page on which something can be done about it; nil where that is elsewhere.
  let path: String?

  /// Milliseconds without a hand-over after which a warning is shown: 7 days.
  private static let silentMilliseconds: Int64 = 7 * 86_400_000

  /// What the page of fixes lists.
  private static func addFixes(
    _ standing: StoreStanding, _ add: (String, String?, BilingualText?) -> Void
  ) {
    let (reviews, rejections) = (standing.reviews, standing.rejections)
    let (conflicts, dates) = (standing.conflicts, standing.dates)
    if reviews > 0 {
      add(
        "review", "\(FixPage.path)#reviews",
        BilingualText(
          vi: "\(reviews) điều máy này ghi chưa được trung tâm chấp nhận. Không mất gì.",
          en: "The centre did not accept \(counted(reviews, "entry", "entries")) of this laptop. "
            + "Nothing is lost."))
    }
    if rejections > 0 {
      add(
        "rejected", "\(FixPage.path)#reviews",
        BilingualText(
          vi: "\(rejections) điều đã ghi bị bác bỏ, kèm lời giải thích; hãy đọc.",
          en: "\(counted(rejections, "entry was", "entries were")) rejected, with a comment to "
            + "read."))
    }
    if conflicts > 0 {
      add(
        "conflicts", "\(FixPage.path)#conflicts",
        BilingualText(
          vi: "\(conflicts) chỗ có hai giá trị khác nhau; ai biết thì chọn.",
          en: "\(counted(conflicts, "field has", "fields have")) two values; whoever knows may "
            + "choose."))
    }
    if dates > 0 {
      add(
        "dates", "\(FixPage.path)#dates",
        BilingualText(
          vi: "\(dates) lượt thăm có ngày đáng ngờ vì đồng hồ từng sai.",
          en: "\(counted(dates, "visit has a doubtful date", "visits have doubtful dates")): the "
            + "clock was wrong."))
    }
  }

  /// All of them, what presses most first.
  static func all(_ laptop: Laptop, _ clock: ClockReading) throws -> [LaptopConcern] {
    let corrected = try laptop.store.correctedNow(clock)
    var concerns: [LaptopConcern] = []
    func add(_ code: String, _ path: String? = nil, _ words: BilingualText?) {
      if let words { concerns.append(LaptopConcern(code: code, words: words, path: path)) }
    }
    add(
      "clock-off", nil,
      corrected.offsetMilliseconds.flatMap { ClockWarning.words(-$0) })
    if !corrected.isChecked {
      add(
        "clock-unchecked", SendPage.path,
        BilingualText(
          vi: "Đồng hồ chưa được đối chiếu từ lúc bật máy: khi ghi lượt thăm phải gõ ngày.",
          en: "The clock is unchecked since the start: dates of visits must be typed."))
    }
    let standing = try laptop.standing()
    let status = standing.status
    let warnings =
      try StandingWarning.all(laptop, status, at: corrected.time)
      + AreaWarning.all(laptop, status)
    for warning in warnings { add(warning.code, nil, warning.words) }
    addFixes(standing, add)
    if status.needsAttention > 0 {
      add("held", SendPage.path, HeldWarning.words(status.needsAttention))
    }
    if let last = status.lastRound,
      corrected.time.rawValue - last.rawValue > silentMilliseconds
    {
      let days = (corrected.time.rawValue - last.rawValue) / 86_400_000
      add(
        "silent", SendPage.path,
        BilingualText(
          vi: "Đã \(days) ngày chưa gửi. Khi có mạng, hãy mở trang Gửi.",
          en: "Nothing was handed over for \(counted(days, "day", "days")). With a network, open "
            + "the page Send."))
    }
    if let free = laptop.report.freeDiskBytes, DiskRoom.isLow(free) {
      add(DiskRoom.code, nil, DiskRoom.words(free))
    }
    return concerns
  }
}
