import FieldWork
import Listings
import Replica

/// Something about this laptop that its user should look at: what it is, what is safe, and the next
/// step as it is done where it is read. `status` and the pages say the same, with the same codes.
struct LaptopWarning: Sendable {
  /// The stable name of the reason.
  let code: String
  /// What is so, what is safe, what to do next.
  let words: BilingualText
  /// The page on which something can be done about it; nil where that is elsewhere.
  let path: String?

  /// Milliseconds without a hand-over after which a warning is shown: 7 days.
  private static let silentMilliseconds: Int64 = 7 * 86_400_000

  /// All of them, what presses most first; none of practice, which hands nothing over.
  static func all(
    _ laptop: Laptop, _ clock: ClockReading, on surface: Surface
  ) throws -> [LaptopWarning] {
    if laptop.isPractice { return [] }
    let corrected = try laptop.store.correctedNow(clock)
    let standing = try laptop.standing()
    let status = standing.status
    var list = List(surface: surface)
    list.add("clock-off", corrected.offsetMilliseconds.flatMap { ClockWarning.words(-$0) })
    if !corrected.isChecked { list.add("clock-unchecked", uncheckedClock(surface), SendPage.path) }
    for warning in try StandingWarning.all(laptop, status, at: corrected.time, on: surface)
      + AreaWarning.all(laptop, status, on: surface)
    {
      list.add(warning.code, warning.words, surface.page(of: warning.code))
    }
    addFixes(standing, &list)
    if status.needsAttention > 0 {
      list.add("held", HeldWarning.words(status.needsAttention), SendPage.path)
    }
    if let last = status.lastRound,
      corrected.time.rawValue - last.rawValue > silentMilliseconds
    {
      list.add(
        "silent", silent((corrected.time.rawValue - last.rawValue) / 86_400_000, surface),
        SendPage.path)
    }
    if let free = laptop.report.freeDiskBytes, DiskRoom.isLow(free) {
      list.add(DiskRoom.code, DiskRoom.words(free))
    }
    if standing.incidents > 0 {
      list.add("incidents", Self.incidents(standing.incidents, surface), ProblemPage.path)
    }
    return list.warnings
  }

  private struct List {
    let surface: Surface
    var warnings: [LaptopWarning] = []

    mutating func add(_ code: String, _ words: BilingualText?, _ path: String? = nil) {
      if let words { warnings.append(LaptopWarning(code: code, words: words, path: path)) }
    }

    /// What the page of fixes lists.
    mutating func addFix(
      _ code: String, part: String, _ happened: BilingualText, command: String
    ) {
      let next = surface.next(
        command: BilingualText(vi: " Xem “\(command)”.", en: " See “\(command)”."),
        page: BilingualText(
          vi: " Xem trang Cần sửa.", en: " See the page Needs fix."))
      add(code, happened + next, "\(FixPage.path)#\(part)")
    }
  }

  private static func addFixes(_ standing: StoreStanding, _ list: inout List) {
    let (reviews, rejections) = (standing.reviews, standing.rejections)
    let conflicts = standing.conflicts
    if standing.sentBack > 0 {
      list.addFix(
        "sent-back", part: "sent-back",
        BilingualText(
          vi: "Điều phối viên trả lại \(standing.sentBack) lượt thăm để sửa hay giải thích; chúng "
            + "vẫn được tính.",
          en: "The coordinator sent back \(counted(standing.sentBack, "visit", "visits")) to mend "
            + "or explain; they go on counting."), command: "camtay review list --all")
    }
    if reviews > 0 {
      list.addFix(
        "review", part: "reviews",
        BilingualText(
          vi: "\(reviews) điều máy này ghi chưa được trung tâm chấp nhận; không mất gì.",
          en: "\(counted(reviews, "entry", "entries")) of this laptop not accepted by the centre; "
            + "nothing is lost."), command: "camtay review list")
    }
    if !rejections.isEmpty {
      list.addFix(
        "rejected", part: "reviews",
        BilingualText(vi: "Điều phối viên đã quyết định: ", en: "The coordinator ruled: ")
          + rejections.words + BilingualText(same: "."), command: "camtay review list")
    }
    if conflicts > 0 {
      list.addFix(
        "conflicts", part: "conflicts",
        BilingualText(
          vi: "\(conflicts) chỗ có hai giá trị khác nhau; không mất giá trị nào.",
          en: "\(counted(conflicts, "conflict", "conflicts")): a field has two values, and none is "
            + "lost."), command: "camtay conflicts")
    }
    if let words = DateDoubtWarning.happened(standing.dates) {
      list.addFix(
        "dates-doubtful", part: "dates", words, command: "camtay visit check-dates")
    }
  }

  private static func uncheckedClock(_ surface: Surface) -> BilingualText {
    BilingualText(
      vi: "Đồng hồ chưa được đối chiếu từ lúc bật máy: khi ghi lượt thăm phải gõ ngày. Khi có "
        + "mạng, "
        + "hãy \(surface.sync.vietnamese).",
      en: "The clock is unchecked since the start: dates of visits must be typed. With a network, "
        + "\(surface.sync.english).")
  }

  private static func silent(_ days: Int64, _ surface: Surface) -> BilingualText {
    BilingualText(
      vi: "Đã \(days) ngày chưa gửi; khi có mạng, hãy \(surface.sync.vietnamese).",
      en: "Nothing was handed over for \(counted(days, "day", "days")); with a network, "
        + "\(surface.sync.english).")
  }

  private static func incidents(_ count: Int64, _ surface: Surface) -> BilingualText {
    BilingualText(
      vi: "\(count) sự cố dữ liệu đã ghi lại; không mất gì. ",
      en: "\(counted(count, "incident was", "incidents were")) recorded; nothing is lost. ")
      + surface.next(
        command: BilingualText(
          vi: "Xem “camtay incident list” và báo người phụ trách phần mềm.",
          en: "See “camtay incident list” and tell whoever looks after the software."),
        page: BilingualText(
          vi: "Mở trang Báo lỗi để lưu tệp chẩn đoán gửi người phụ trách phần mềm.",
          en: "On the page Report a problem, save the file for whoever looks after the software."))
  }
}

extension Surface {
  /// The page on which something can be done about a standing warning.
  fileprivate func page(of code: String) -> String? {
    switch code {
    case "values-locked", "laptop-declared-lost", "declared-lost", "scope-leaving",
      "scope-overdue", "no-area":
      SendPage.path
    default: nil
    }
  }
}
