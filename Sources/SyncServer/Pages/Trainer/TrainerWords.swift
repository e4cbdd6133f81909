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
  /// In place of a number or a word that is not told. It does not say whether the group itself is small:
  /// of two that are hidden together, that would tell how many are in the small one.
  static let hidden = BilingualText(vi: "ẩn", en: "hidden")
  static let hiddenNote = BilingualText(
    vi:
      "“ẩn”: che để bảo vệ một nhóm nhỏ; chính số ấy có thể không nhỏ. “≥”: chỉ cộng các tháng có nêu số.",
    en: "“hidden”: to protect a small group; the number itself need not be small. “≥”: of "
      + "the months that show a number alone.")
  static let bandNote =
    BilingualText(
      vi: "Tuần chỉ nêu khoảng số: tuần vắt qua hai tháng, số đúng sẽ làm lộ vài ngày ít người. ",
      en:
        "Weeks are told in bands alone: they lie across months, and exact numbers would tell of a "
        + "few days. ") + hiddenNote
  static let otherReasons = BilingualText(vi: "các lý do khác", en: "other reasons")
  static let otherReasonsNote = BilingualText(
    vi: "“các lý do khác”: gộp những lý do không nêu riêng được, để bảo vệ nhóm nhỏ.",
    en: "“other reasons”: those that cannot be told one by one, which protects small groups.")
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

  /// The reasons that were given most often, and how often each; nil where none is told by itself.
  static func leaders(_ reasons: [TrainerRow]) -> (reasons: [BilingualText], count: Int)? {
    let told = reasons.filter { $0.key != nil }
    guard let most = told.compactMap(\.assists.least).max(), most > 0 else { return nil }
    return (told.filter { $0.assists.least == most }.map(\.label), most)
  }

  /// The first few of some names in a row.
  static func joined(_ names: [BilingualText]) -> BilingualText {
    let limit = 4
    func joined(_ language: Language) -> String {
      let further = names.count - limit
      let last = language.text(" và ", " and ")
      let words = names.prefix(limit).map { $0.text(in: language) }
      guard further <= 0 else {
        return words.joined(separator: ", ") + last
          + language.text("\(further) nữa", "\(further) more")
      }
      return words.count < 2
        ? words.joined() : words.dropLast().joined(separator: ", ") + last + words[words.count - 1]
    }
    return BilingualText(vi: joined(.vietnamese), en: joined(.english))
  }

  static func leading(
    _ reasons: [BilingualText], _ count: Int, of total: Int
  ) -> BilingualText {
    let isShared = reasons.count > 1
    return BilingualText(
      vi: "Nhiều nhất: \(joined(reasons).vietnamese), \(isShared ? "mỗi lý do " : "")"
        + "\(Format.integer(Int64(count))) trong \(Format.integer(Int64(total))) lượt bị vướng.",
      en: "Most often: \(joined(reasons).english), \(isShared ? "each " : "")"
        + "\(Format.integer(Int64(count), .english)) of "
        + "\(Format.integer(Int64(total), .english)) blocked assists.")
  }

  static let ofCounted = BilingualText(
    vi: "người khác nhau, chỉ của lượt được tính; “đã ghi” gồm mọi lượt",
    en: "distinct, of counted assists alone; “recorded” has all")

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

  /// In place of a team's targets: those of others are not its own, and are there all the same.
  static func noTargets(beside others: Int) -> BilingualText {
    guard others > 0 else { return noTargets }
    return BilingualText(
      vi: "Tổ không có chỉ tiêu riêng trong kỳ này; \(others) chỉ tiêu chung hoặc của nơi khác ở "
        + "trang tập huấn.",
      en:
        "The team has no target of its own in this period; \(counted(others, "target", "targets")) "
        + "of everybody or of others stand on the trainer's page.")
  }

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
  static let change = BilingualText(vi: "So kỳ trước", en: "Against period before")
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
      TrainerCells.text(number, language)
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
