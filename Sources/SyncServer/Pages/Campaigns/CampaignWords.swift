import FieldWork

/// The words of the pages about campaigns.
enum CampaignWords {
  static let title = BilingualText(vi: "Đợt cao điểm", en: "Campaigns")
  static let name = BilingualText(vi: "Đợt", en: "Campaign")
  static let from = BilingualText(vi: "Từ ngày", en: "From")
  static let to = BilingualText(vi: "Đến hết ngày", en: "Until")
  static let place = BilingualText(vi: "Nơi", en: "Where")
  static let everywhere = BilingualText(vi: "mọi nơi", en: "everywhere")
  static let listed = BilingualText(vi: "Hộ trong danh sách", en: "Households listed")
  static let visited = BilingualText(vi: "Đã thăm", en: "Visited")
  static let notListed = BilingualText(vi: "Ngoài danh sách", en: "Not listed")
  static let open = BilingualText(vi: "Chưa thăm", en: "Not visited")
  static let share = BilingualText(vi: "Tỷ lệ", en: "Share")
  static let days = BilingualText(vi: "Số ngày đã qua", en: "Days gone")
  static let new = BilingualText(vi: "Thêm đợt cao điểm", en: "Add a campaign")
  static let all = BilingualText(vi: "Mọi đợt", en: "All campaigns")
  static let byHamlet = BilingualText(vi: "Tiến độ theo thôn", en: "Progress by hamlet")
  static let hamlet = BilingualText(vi: "Thôn", en: "Hamlet")
  static let noHamlet = BilingualText(vi: "(chưa ghi thôn)", en: "(no hamlet)")
  static let total = BilingualText(vi: "Cộng", en: "Total")
  static let walk = BilingualText(vi: "Danh sách đi thăm", en: "Walking list")
  static let print = BilingualText(vi: "Mở để in", en: "To print")
  static let households = BilingualText(vi: "Các hộ của đợt", en: "Households of the campaign")
  static let household = BilingualText(vi: "Hộ", en: "Household")
  static let address = BilingualText(vi: "Địa chỉ", en: "Address")
  static let outcome = BilingualText(vi: "Kết quả lần cuối", en: "Last outcome")
  static let day = BilingualText(vi: "Ngày thăm", en: "Day of the visit")
  static let code = BilingualText(vi: "Mã hộ", en: "Code")
  static let targets = BilingualText(vi: "Danh sách hộ", en: "List of households")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let back = BilingualText(vi: "Trở lại đợt này", en: "Back to the campaign")
  static let none = BilingualText(
    vi: "Chưa có đợt nào. Hãy bấm “Thêm đợt cao điểm”.",
    en: "There is no campaign yet. Press “Add a campaign”.")
  static let noneInReach = BilingualText(
    vi: "Trong phạm vi của bạn chưa có đợt nào.", en: "There is no campaign within your reach.")
  static let noHousehold = BilingualText(
    vi: "Đợt này chưa có hộ nào trong danh sách: chưa tính được tiến độ.",
    en: "No household is on its list yet: there is no progress to tell.")

  static func state(_ state: CampaignStanding.State) -> BilingualText {
    switch state {
    case .awaited: BilingualText(vi: "chưa bắt đầu", en: "not begun")
    case .running: BilingualText(vi: "đang diễn ra", en: "running")
    case .over: BilingualText(vi: "đã kết thúc", en: "over")
    case .voided: BilingualText(vi: "đã hủy", en: "voided")
    }
  }

  /// How it goes against its days, in a sentence.
  static func pace(_ standing: CampaignStanding, on day: LocalDate) -> BilingualText? {
    guard standing.state(on: day) == .running, standing.listed > 0,
      let days = standing.days(on: day)
    else { return nil }
    let expected = standing.listed * days.gone / max(1, days.all)
    let (vi, en) = (
      Format.integer(Int64(expected)), Format.integer(Int64(expected), .english)
    )
    return standing.visited >= expected
      ? BilingualText(
        vi: "Kịp tiến độ: theo số ngày đã qua cần \(vi) hộ.",
        en: "On pace: by the days gone it takes \(en) households.")
      : BilingualText(
        vi: "Chậm: theo số ngày đã qua cần \(vi) hộ.",
        en: "Behind: by the days gone it takes \(en) households.")
  }
}
