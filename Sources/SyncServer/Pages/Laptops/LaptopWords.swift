import FieldWork
import Listings
import Replica

/// The words of the laptops' pages.
enum LaptopWords {
  static let title = BilingualText(vi: "Các máy", en: "Laptops")
  static let laptop = BilingualText(vi: "Máy", en: "Laptop")
  static let team = BilingualText(vi: "Tổ", en: "Team")
  static let holder = BilingualText(vi: "Người giữ", en: "Holder")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let text = BilingualText(vi: "Tên máy, người giữ", en: "Label, holder")
  static let lastRound = BilingualText(vi: "Lần gửi nhận cuối", en: "Last round")
  static let reportedThrough = BilingualText(vi: "Đã báo cáo đến", en: "Reported through")
  static let silentDays = BilingualText(vi: "Số ngày im lặng", en: "Days silent")
  static let unsent = BilingualText(vi: "Chưa gửi", en: "Unsent")
  static let missing = BilingualText(vi: "Còn thiếu", en: "Missing")
  static let missingCount = BilingualText(vi: "Số gói thiếu", en: "Missing batches")
  static let clock = BilingualText(vi: "Đồng hồ", en: "Clock")
  static let clockSeconds = BilingualText(vi: "Đồng hồ chậm (giây)", en: "Clock slow by (s)")
  static let version = BilingualText(vi: "Phiên bản", en: "Version")
  static let disk = BilingualText(vi: "Đĩa còn trống", en: "Disk free")
  static let diskMegabytes = BilingualText(vi: "Đĩa còn trống (MB)", en: "Disk free (MB)")
  static let enrolled = BilingualText(vi: "Ghi danh lúc", en: "Enrolled")
  static let number = BilingualText(vi: "Số máy", en: "Number")
  static let noTeam = BilingualText(vi: "(chưa thuộc tổ nào)", en: "(no team)")
  static let noHolder = BilingualText(vi: "(chưa ghi người giữ)", en: "(no holder named)")
  static let neverCame = BilingualText(vi: "chưa gửi nhận lần nào", en: "no round yet")
  static let neverReported = BilingualText(vi: "chưa bao giờ báo cáo", en: "never reported")
  static let clockRight = BilingualText(vi: "đúng", en: "right")
  static let copied = BilingualText(
    vi: "dữ liệu bị chép: ghi danh lại", en: "data were copied: enrol anew")
  static let setback = BilingualText(
    vi: "chưa bù lại phần trung tâm đã mất", en: "has not brought back what the centre lost")
  static let none = BilingualText(
    vi: "Chưa cấp máy nào. Hãy mở Các máy › Cấp mã cho máy mới, hoặc: camtay-server enroll-code",
    en: "No laptop has been enrolled. Open Laptops › Let a laptop in, or: camtay-server "
      + "enroll-code")
  static let noneInReach = BilingualText(
    vi: "Trong phạm vi của bạn chưa có máy nào.", en: "There is no laptop within your reach.")
  static let allWell = BilingualText(
    vi: "Không máy nào cần người xem lúc này.", en: "No laptop needs somebody just now.")
  static let behind = BilingualText(
    vi: "Chưa báo cáo đến hết ngày", en: "Has not reported through")
  static let all = BilingualText(vi: "Xem mọi máy", en: "All laptops")

  static func state(_ state: LaptopState) -> BilingualText {
    switch state {
    case .needsSomebody: BilingualText(vi: "cần người xem", en: "needs somebody")
    case .neverReported: neverReported
    case .silent:
      BilingualText(
        vi: "im lặng quá \(LaptopStanding.silentDays) ngày",
        en: "silent for more than \(LaptopStanding.silentDays) days")
    case .unheard:
      BilingualText(
        vi: "im lặng hoặc chưa bao giờ báo cáo", en: "silent, or never reported")
    case .wrongClock: BilingualText(vi: "đồng hồ sai", en: "clock wrong")
    case .gap: BilingualText(vi: "thiếu gói dữ liệu", en: "batches missing")
    case .lost: BilingualText(vi: "đã báo mất", en: "declared lost")
    case .replaced: BilingualText(vi: "đã được thay", en: "replaced")
    }
  }

  static func reported(_ through: LocalDateTime) -> BilingualText {
    BilingualText(same: Format.dateTime(through))
  }

  static func silent(_ days: Int, since through: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "\(days) ngày chưa báo cáo (từ \(Format.dateTime(through)))",
      en: "no report for \(counted(days, "day", "days")) (since \(Format.dateTime(through)))")
  }

  static func lastRound(_ round: LocalDateTime?) -> BilingualText {
    guard let round else { return neverCame }
    let time = Format.dateTime(round)
    return BilingualText(vi: "lần cuối \(time)", en: "last round \(time)")
  }

  /// What of its own is missing, as places in its chains, and what it waits for.
  static func missing(_ standing: LaptopStanding) -> BilingualText? {
    var parts: [BilingualText] = []
    if !standing.missing.isEmpty {
      let places = ranges(standing.missing)
      parts.append(BilingualText(vi: "thiếu gói \(places)", en: "missing \(places)"))
    }
    if !standing.awaited.isEmpty {
      let count = standing.awaited.count
      parts.append(
        BilingualText(
          vi: "chờ \(count) gói của máy khác",
          en: "waits for \(count) of other laptops"))
    }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
  }

  /// `3–5, 8`: the places of batches, each area's by themselves.
  private static func ranges(_ holds: [Hold]) -> String {
    Dictionary(grouping: holds, by: \.scope).sorted { $0.key < $1.key }.map { _, holds in
      var ranges: [ClosedRange<UInt64>] = []
      for place in Set(holds.map(\.missing.sequence)).sorted() {
        if let last = ranges.last, place - last.upperBound == 1 {
          ranges[ranges.count - 1] = last.lowerBound...place
        } else {
          ranges.append(place...place)
        }
      }
      return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        .joined(separator: ", ")
    }.joined(separator: "; ")
  }

  static func counts(_ count: Int, needing: Int) -> BilingualText {
    let (vi, en) = (Format.integer(Int64(count)), Format.integer(Int64(count), .english))
    return BilingualText(
      vi: "\(vi) máy; \(needing) máy cần người xem.",
      en:
        "\(en) laptop\(count == 1 ? "" : "s"); \(needing) need\(needing == 1 ? "s" : "") somebody.")
  }

  static func further(_ count: Int) -> BilingualText {
    BilingualText(vi: "Còn \(count) máy cần người xem.", en: "\(count) more need somebody.")
  }

  /// How far its clock is off; nil while that is not known.
  static func clock(_ standing: LaptopStanding) -> BilingualText? {
    guard standing.report.clockOffsetMilliseconds != nil else { return nil }
    guard let offset = standing.wrongClock else { return clockRight }
    return clock(isSlow: offset > 0, duration(offset.magnitude))
  }

  private static func clock(isSlow: Bool, _ duration: BilingualText) -> BilingualText {
    isSlow
      ? BilingualText(vi: "chậm ", en: "") + duration + BilingualText(vi: "", en: " slow")
      : BilingualText(vi: "nhanh ", en: "") + duration + BilingualText(vi: "", en: " fast")
  }

  static func free(_ bytes: Int64) -> BilingualText {
    let megabytes = Format.integer(bytes / 1_000_000)
    let english = Format.integer(bytes / 1_000_000, .english)
    return BilingualText(vi: "trống \(megabytes) MB", en: "\(english) MB free")
  }

  /// A span in its largest unit; nobody needs the seconds of a clock that is days off.
  static func duration(_ milliseconds: UInt64) -> BilingualText {
    let minutes = milliseconds / 60_000
    let units: [(minutes: UInt64, vi: String, en: String)] = [
      (525_600, "năm", "year"), (1440, "ngày", "day"), (60, "giờ", "hour"), (1, "phút", "minute"),
    ]
    for unit in units where minutes >= unit.minutes {
      let count = minutes / unit.minutes
      return BilingualText(
        vi: "\(count) \(unit.vi)", en: "\(count) \(unit.en)\(count == 1 ? "" : "s")")
    }
    return BilingualText(vi: "dưới 1 phút", en: "under a minute")
  }
}
