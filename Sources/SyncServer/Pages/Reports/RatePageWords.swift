import FieldWork

/// The words of the pages of rates and indicators.
enum RatePageWords {
  static let indicators = BilingualText(vi: "Bộ chỉ số", en: "Indicators")
  static let rates = BilingualText(vi: "Các tỷ lệ", en: "Rates")
  static let targets = BilingualText(vi: "Chỉ tiêu", en: "Targets")
  static let records = BilingualText(
    vi: "Các bản ghi của một tỷ lệ", en: "The records of a rate")
  static let back = BilingualText(vi: "‹ Trở lại", en: "‹ Back")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let group = BilingualText(vi: "Nhóm", en: "Group")
  static let name = BilingualText(vi: "Nội dung", en: "What")
  static let value = BilingualText(vi: "Giá trị", en: "Value")
  static let numerator = BilingualText(vi: "Tử số", en: "Numerator")
  static let denominator = BilingualText(vi: "Mẫu số", en: "Denominator")
  static let threshold = BilingualText(vi: "Ngưỡng điểm tối đa", en: "Threshold")
  static let score = BilingualText(vi: "Điểm", en: "Score")
  static let maximum = BilingualText(vi: "Điểm tối đa", en: "Maximum")
  static let knownPoints = BilingualText(vi: "Tối đa của phần biết được", en: "Known maximum")
  static let unknownPoints = BilingualText(
    vi: "Điểm chưa biết hoặc không chấm", en: "Points unknown or not scored")
  static let neverNought = BilingualText(
    vi: "chưa biết không phải là 0; nguồn của từng số ở cột ghi chú",
    en: "unknown is not 0; the notes say who has the figure")
  static let note = BilingualText(vi: "Ghi chú", en: "Note")
  static let asOf = BilingualText(vi: "Tính đến", en: "As of")
  static let level = BilingualText(vi: "Chấm điểm cho", en: "Who is scored")
  static let all = BilingualText(vi: "tất cả", en: "all")
  static let none = BilingualText(vi: "Chưa có dòng nào.", en: "There is no line yet.")
  static let unrecorded = BilingualText(vi: "không ghi rõ", en: "not recorded")
  static let part = BilingualText(vi: "Cách tính", en: "How it counts")
  static let counted = BilingualText(vi: "tính vào tử số", en: "counts above the line")
  static let lowering = BilingualText(
    vi: "chỉ tính vào mẫu số", en: "counts below the line alone")
  static let isScored = BilingualText(vi: "Chấm điểm", en: "Scored")
  static let scored = BilingualText(vi: "có điểm", en: "has a score")
  static let unscored = BilingualText(
    vi: "chưa biết hoặc không chấm", en: "unknown or not scored")
  static let place = BilingualText(vi: "Nơi", en: "Where")
  static let division = BilingualText(vi: "Chia theo", en: "By")
  static let undivided = BilingualText(vi: "không chia", en: "nothing")
  static let rate = BilingualText(vi: "Tỷ lệ", en: "Rate")
  static let laptops = BilingualText(vi: "Máy đã báo cáo", en: "Laptops that reported")
  static let tooManyParts = BilingualText(
    vi:
      "Có quá nhiều phần để đếm cùng lúc (trên \(RateCount.maximumParts)): hãy chọn một xã, phường, "
      + "hoặc chia theo xã, phường.",
    en: "There are too many parts to count at once (over \(RateCount.maximumParts)): choose one "
      + "commune, or divide by commune.")
  static let dividedNote = BilingualText(
    vi: "Nơi hay tổ chưa máy nào báo cáo ghi “?”: chưa biết, không phải 0.",
    en: "Where no laptop of a place or team has reported stands “?”: unknown, which is not 0.")
  static let aim = BilingualText(vi: "Phải đạt", en: "Aim")
  static let verdict = BilingualText(vi: "Kết quả", en: "Result")

  static func undivided(_ rates: [Rate]) -> BilingualText {
    func names(_ language: Language) -> String {
      rates.map { $0.words.text(in: language) }.joined(separator: ", ")
    }
    return BilingualText(
      vi: "Không chia được như thế: \(names(.vietnamese)).",
      en: "Not told apart like this: \(names(.english)).")
  }

  static func of(_ points: String) -> BilingualText {
    BilingualText(vi: "trên \(points) điểm", en: "of \(points) points")
  }

  static func words(_ level: IndicatorScores.Level) -> BilingualText {
    switch level {
    case .commune: BilingualText(vi: "xã, phường", en: "a commune")
    case .province: BilingualText(vi: "tỉnh", en: "a province")
    }
  }

  static func set(_ set: IndicatorSet) -> BilingualText {
    BilingualText(
      vi: "Bộ chỉ số \(set.code) \(set.edition), từ \(Format.date(set.validFrom)): "
        + "\(set.source.vietnamese)",
      en: "Set \(set.code) \(set.edition), since \(Format.date(set.validFrom)): "
        + "\(set.source.english)")
  }
}
