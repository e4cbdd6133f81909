import FieldWork
import Listings

/// The words of the trainer's page.
enum TrainerWords {
  static let title = BilingualText(vi: "Dành cho tập huấn", en: "For the trainer")
  static let lead = BilingualText(
    vi: "Không có tên người trên trang này; nhóm dưới 5 người không nêu số.",
    en: "No person is named on this page; groups under 5 people show no number.")
  static let recorded = BilingualText(vi: "Lượt hỗ trợ đã ghi", en: "Assists recorded")
  static let byOutcome = BilingualText(vi: "Theo kết quả", en: "By outcome")
  static let outcome = BilingualText(vi: "Kết quả", en: "Outcome")
  static let byMode = BilingualText(vi: "Theo cách hỗ trợ", en: "By mode")
  static let mode = BilingualText(vi: "Cách hỗ trợ", en: "Mode")
  static let few = BilingualText(vi: "ít", en: "few")
  static let hiddenNote = BilingualText(
    vi: "“ít”: nhóm nhỏ, hoặc nếu nêu số sẽ tính ra được nhóm nhỏ.",
    en: "“few”: a small group, or one whose number would give a small group away.")
  static let blockedBoard = BilingualText(
    vi: "Vì sao bị vướng: cần dạy gì tiếp", en: "Why help was blocked: what to teach next")
  static let blockedTable = BilingualText(
    vi: "Lượt bị vướng theo lý do", en: "Blocked assists by reason")
  static let blockedReason = BilingualText(vi: "Lý do vướng", en: "Reason")
  static let fewBlocked = BilingualText(
    vi: "Quá ít lượt bị vướng trong kỳ để nêu lý do; hãy chọn kỳ dài hơn.",
    en: "Too few were blocked in this period to tell why; choose a longer one.")
  static let noneBlocked = BilingualText(
    vi: "Không lượt nào bị vướng trong kỳ này.", en: "No assist was blocked in this period.")
  static let noLeadingReason = BilingualText(
    vi: "Chưa lý do nào có đủ lượt để nêu riêng.",
    en: "No single reason is frequent enough to tell.")

  static func leading(_ reason: BilingualText, _ count: Int, of total: Int) -> BilingualText {
    BilingualText(
      vi: "Nhiều nhất: \(reason.vietnamese), \(Format.integer(Int64(count))) trong "
        + "\(Format.integer(Int64(total))) lượt bị vướng.",
      en: "Most often: \(reason.english), \(Format.integer(Int64(count), .english)) of "
        + "\(Format.integer(Int64(total), .english)) blocked assists.")
  }

  static let otherAccount = BilingualText(vi: "tài khoản khác", en: "another account")
  static let show = BilingualText(vi: "Xem", en: "Show")
  static let back = BilingualText(vi: "‹ Về trang tập huấn", en: "‹ Back to the trainer's page")
  static let onlyTold = BilingualText(
    vi: "Bấm vào một số để mở đúng các bản ghi của nó, không có tên ai.",
    en: "Press a number to open exactly its records, which name nobody.")
  static let ways = BilingualText(vi: "Xem sâu hơn", en: "Look closer")
  static let boardByPlace = BilingualText(
    vi: "Vướng mắc theo nơi", en: "Why help was blocked, by place")
  static let modeShift = BilingualText(
    vi: "Cách hỗ trợ chuyển dần ra sao", en: "How the modes of help shift")

  // Targets.

  static let targets = BilingualText(vi: "Chỉ tiêu và nhịp", en: "Targets and pace")
  static let reachedShare = BilingualText(vi: "Đã đạt", en: "Reached")
  static let askedShare = BilingualText(vi: "Đến nay phải", en: "Asked by now")
  static let noTargets = BilingualText(
    vi: "Chưa có chỉ tiêu nào cho kỳ này. Điều phối viên đặt chỉ tiêu ở Khác › Danh mục, chỉ tiêu, "
      + "ngày nghỉ.",
    en: "No target is set for this period. A coordinator sets one at More › Catalogue and targets.")
  static let targetNote = BilingualText(
    vi: "Phần đã đạt làm tròn từng bước lớn, để không trừ ra được một nhóm nhỏ; chỉ tiêu dưới 25, "
      + "kỳ không trọn tuần, tháng và nhóm nhỏ chỉ nêu đạt hay chưa. ",
    en: "What is reached is rounded in coarse steps, so that no small group can be subtracted; of "
      + "targets below 25, of days that are no whole weeks or months, and of small groups only "
      + "whether they are reached is told. ")

  static func moreTargets(_ limit: Int) -> BilingualText {
    BilingualText(
      vi: "Chỉ gồm \(limit) chỉ tiêu đầu; hãy chọn kỳ ngắn hơn.",
      en: "Only the first \(limit) targets; choose a shorter period.")
  }

  static func words(_ standing: TargetPace.Standing) -> BilingualText {
    switch standing {
    case .reached: BilingualText(vi: "đạt", en: "reached")
    case .onPace: BilingualText(vi: "đúng nhịp", en: "on pace")
    case .behind: BilingualText(vi: "chậm nhịp", en: "behind")
    case .unknown: BilingualText(vi: "chưa rõ", en: "not known")
    }
  }

  static func reached(_ pace: TargetPace, _ target: TargetProgress) -> BilingualText {
    if pace.isSmall { return BilingualText(vi: "không nêu", en: "not told") }
    guard let percent = pace.percent else { return BilingualText(same: "—") }
    return target.form?.isShare ?? false
      ? BilingualText(vi: "khoảng \(percent) %", en: "about \(percent) %")
      : BilingualText(
        vi: "khoảng \(percent) % chỉ tiêu", en: "about \(percent) % of the target")
  }

  static func days(_ days: Int, of all: Int) -> BilingualText {
    BilingualText(
      vi: "đã qua \(days)/\(all) ngày", en: "\(days) of \(counted(all, "day", "days")) over")
  }

  // Comparison.

  static let previous = BilingualText(vi: "Kỳ trước", en: "Period before")
  static let change = BilingualText(vi: "So kỳ trước", en: "Against it")
  static let fromMedian = BilingualText(vi: "So trung vị các tổ", en: "Against the median")

  static func comparisonNote(_ previous: Period) -> BilingualText {
    BilingualText(
      vi: "Kỳ trước: \(previous.label(.vietnamese)). Kỳ chưa hết thì so với phần kỳ trước ứng với "
        + "số ngày đã qua. Trung vị chỉ tính các tổ có nêu số. ",
      en: "Period before: \(previous.label(.english)). A period that is not over is compared with "
        + "the part of it that the days so far would ask. The median is of the teams that show a "
        + "number. ")
  }

  static func byNow(_ asked: Int, _ days: Int, of all: Int) -> BilingualText {
    BilingualText(
      vi: "\(days)/\(all) ngày: \(Format.integer(Int64(asked)))",
      en: "\(days) of \(all) days: \(Format.integer(Int64(asked), .english))")
  }

  static func before(_ period: Period, _ number: SuppressedNumber) -> BilingualText {
    func told(_ language: Language) -> String {
      number == .hidden ? few.text(in: language) : number.text(in: language)
    }
    return BilingualText(
      vi: "kỳ trước (\(period.label(.vietnamese))): \(told(.vietnamese))",
      en: "period before (\(period.label(.english))): \(told(.english))")
  }

  static func median(_ halves: Int, of teams: Int) -> BilingualText {
    BilingualText(
      vi: "trung vị \(teams) tổ: \(half(halves, .vietnamese))",
      en: "median of \(teams) team\(teams == 1 ? "" : "s"): \(half(halves, .english))")
  }

  /// A difference with its sign.
  static func difference(_ value: Int) -> BilingualText {
    func told(_ language: Language) -> String {
      (value > 0 ? "+" : value < 0 ? "−" : "±")
        + Format.integer(Int64(value.magnitude), language)
    }
    return BilingualText(vi: told(.vietnamese), en: told(.english))
  }

  /// A difference in halves with its sign.
  static func halves(_ value: Int) -> BilingualText {
    func told(_ language: Language) -> String {
      (value > 0 ? "+" : value < 0 ? "−" : "±") + half(abs(value), language)
    }
    return BilingualText(vi: told(.vietnamese), en: told(.english))
  }

  private static func half(_ halves: Int, _ language: Language) -> String {
    let whole = Format.integer(Int64(halves / 2), language)
    return halves.isMultiple(of: 2) ? whole : whole + language.text(",5", ".5")
  }
}
