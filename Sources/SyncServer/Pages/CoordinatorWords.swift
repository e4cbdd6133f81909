import FieldWork

/// The words of the coordinator's page.
enum CoordinatorWords {
  static let title = BilingualText(vi: "Số liệu toàn đơn vị", en: "Numbers of the whole unit")
  static let partTitle = BilingualText(
    vi: "Số liệu trong phạm vi của bạn", en: "Numbers within your reach")
  static let contents = BilingualText(vi: "Trong trang này", en: "On this page")
  static let visits = BilingualText(vi: "Lượt thăm hộ", en: "Visits")
  static let assists = BilingualText(vi: "Lượt hỗ trợ", en: "Assists")
  static let counted = BilingualText(vi: "Hỗ trợ được tính", en: "Assists counted")
  static let provisional = BilingualText(vi: "Tạm tính", en: "Provisional")
  static let residents = BilingualText(vi: "Người dân được hỗ trợ", en: "Residents assisted")
  static let distinct = BilingualText(
    vi: "mỗi người tính một lần", en: "each person counted once")
  static let residentsShort = BilingualText(vi: "Người dân", en: "Residents")
  static let submissions = BilingualText(vi: "Hồ sơ đã nộp", en: "Dossiers filed")
  static let submissionsShort = BilingualText(vi: "Hồ sơ", en: "Dossiers")
  static let total = BilingualText(vi: "Tổng", en: "Total")
  static let byTeam = BilingualText(vi: "Theo tổ", en: "By team")
  static let team = BilingualText(vi: "Tổ", en: "Team")
  static let reported = BilingualText(vi: "Máy đã báo cáo", en: "Laptops reported")
  static let byService = BilingualText(vi: "Theo thủ tục, dịch vụ", en: "By procedure or service")
  static let service = BilingualText(vi: "Thủ tục, dịch vụ", en: "Procedure or service")
  static let notCounted = BilingualText(
    vi: "Vì sao chưa được tính", en: "Why assists are not counted")
  static let reason = BilingualText(vi: "Lý do", en: "Reason")
  static let laptops = BilingualText(vi: "Các máy", en: "Laptops")
  static let laptop = BilingualText(vi: "Máy", en: "Laptop")
  static let conflicts = BilingualText(vi: "Mâu thuẫn", en: "Conflicts")
  static let incidents = BilingualText(vi: "Cần xem lại", en: "To be looked at")
  static let refusals = BilingualText(vi: "Dữ liệu bị từ chối", en: "Refused data")
  static let when = BilingualText(vi: "Lúc", en: "When")
  static let foreign = BilingualText(vi: "(máy lạ)", en: "(no laptop of ours)")
  static let noLaptop = BilingualText(vi: "tổ chưa có máy", en: "no laptop")
  static let undated = BilingualText(
    vi: "Lượt thăm chưa về trung tâm hoặc chưa có ngày: không thuộc kỳ nào.",
    en: "The visit is not here yet or has no date: in no period.")
  static let noTeams = BilingualText(
    vi: "Chưa có tổ nào. Hãy nhập danh sách ở Khác › Nhập danh sách.",
    en: "There is no team yet. Bring the list in at More › Taking in lists.")
  static let noAssists = BilingualText(
    vi: "Không có lượt hỗ trợ nào trong kỳ này.", en: "No assist in this period.")
  static let allCounted = BilingualText(
    vi: "Mọi lượt hỗ trợ trong kỳ đều được tính.", en: "Every assist of the period is counted.")
  static let noReport = BilingualText(
    vi: "Chưa máy nào báo cáo; điều này khác với 0.",
    en: "No laptop has reported yet; that is not the same as 0.")
  static let someMissing = BilingualText(
    vi: " Có máy chưa báo cáo, nên đây chưa phải kết luận.",
    en: " Some laptops have not reported, so this is not final.")
  static let noRefusals = BilingualText(
    vi: "Trung tâm chưa từ chối dữ liệu nào.", en: "The centre has refused nothing.")
  static let refusalsOfAll = BilingualText(
    vi: "Chỉ người xem cả trung tâm thấy các lần từ chối: không ai biết gói bị từ chối là việc của "
      + "nơi nào.",
    en: "Whoever sees the whole centre alone sees what was refused: nobody can tell whose work a "
      + "refused batch would have been.")
  static let allRefusals = BilingualText(vi: "Xem mọi lần từ chối", en: "All refusals")
  static let teamNote = BilingualText(
    vi: "Một người dân được nhiều tổ hỗ trợ chỉ tính một lần ở dòng cuối, nên dòng cuối có thể nhỏ "
      + "hơn tổng của cột. Dấu — là chưa biết, không phải 0.",
    en: "A resident assisted by several teams counts once in the last row, which may therefore be "
      + "less than the column's sum. A dash means not known, not 0.")
  static let serviceNote = BilingualText(
    vi: "Một người dân được hỗ trợ nhiều thủ tục có mặt ở nhiều dòng. Lượt thăm không chia theo "
      + "thủ tục.",
    en: "A resident assisted with several services stands in several rows. Visits have no service.")

  static func asOf(_ time: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "tính đến \(Format.dateTime(time))", en: "as of \(Format.dateTime(time))")
  }

  static func provisional(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "được tính; thêm \(Format.integer(Int64(count))) tạm tính",
      en: "counted; another \(Format.integer(Int64(count), .english)) provisional")
  }

  static func further(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Còn \(count) thủ tục ít lượt hơn không liệt kê ở đây.",
      en: "\(count) more with fewer assists are not listed.")
  }

  static func refusalNote(_ shown: Int, of count: Int) -> BilingualText {
    let safe = BilingualText(
      vi: "Không mất gì: dữ liệu vẫn còn trên máy đã gửi.",
      en: "Nothing is lost: the data are still on the laptop.")
    if shown == count { return safe }
    return BilingualText(
      vi: "\(shown) lần gần nhất trong \(count). ", en: "The latest \(shown) of \(count). ") + safe
  }

  static func noneReported(_ laptops: Int) -> BilingualText {
    BilingualText(vi: "chưa báo cáo (0/\(laptops))", en: "not reported (0 of \(laptops))")
  }

  static func reported(_ reported: Int, of laptops: Int) -> BilingualText {
    BilingualText(vi: "\(reported)/\(laptops) máy", en: "\(reported) of \(laptops)")
  }

  static func count(_ words: BilingualText, _ count: Int) -> BilingualText {
    words + BilingualText(same: " (\(count))")
  }

  static func capitalised(_ text: BilingualText) -> BilingualText {
    func capitalise(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return BilingualText(vi: capitalise(text.vietnamese), en: capitalise(text.english))
  }
}
