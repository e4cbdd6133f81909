import FieldWork
import Listings

/// The words of reports.
enum ReportWords {
  static func ignored(_ items: [String]) -> BilingualText {
    let list = items.joined(separator: ", ")
    return BilingualText(
      vi: "Ở đây không hiểu \(list) trong địa chỉ: số dưới đây chưa lọc, chưa chia theo đó.",
      en: "Nobody understands \(list) of the address here: the numbers below are not filtered or "
        + "divided by it.")
  }

  static let title = BilingualText(vi: "Báo cáo", en: "Reports")
  static let lead = BilingualText(
    vi: "Bốn số không bao giờ cộng với nhau: lượt thăm, lượt hỗ trợ, người được hỗ trợ, hồ sơ. "
      + "Bấm vào một số để mở đúng các bản ghi của nó.",
    en:
      "Four numbers that are never added up: visits, assists, residents, dossiers. Press a number "
      + "to open exactly its records.")
  static let by = BilingualText(vi: "Chia theo", en: "By")
  static let then = BilingualText(vi: "rồi theo", en: "then by")
  static let undivided = BilingualText(vi: "không chia", en: "not divided")
  static let borders = BilingualText(vi: "Địa giới ngày", en: "Borders of")
  static let dayPattern = BilingualText(vi: "nn/tt/nnnn", en: "dd/mm/yyyy")
  static let show = BilingualText(vi: "Xem báo cáo", en: "Show the report")
  static let only = BilingualText(vi: "Chỉ gồm", en: "Only")
  static let drop = BilingualText(vi: "bỏ", en: "leave out")
  static let table = BilingualText(vi: "Số liệu của kỳ", en: "The numbers of the period")
  static let notCounted = BilingualText(vi: "Không tính", en: "Not counted")
  static let share = BilingualText(vi: "Tỉ lệ được tính", en: "Share counted")
  static let total = BilingualText(vi: "Cả kỳ", en: "The whole period")
  static let source = BilingualText(vi: "Nguồn", en: "Source")
  static let sourceText = BilingualText(
    vi: "sổ của trung tâm: những gì các máy đã gửi và được nhận",
    en: "the centre's store: what laptops handed over and was accepted")
  static let period = BilingualText(vi: "Kỳ số liệu", en: "Period")
  static let coverage = BilingualText(vi: "Máy đã báo cáo", en: "Laptops that have reported")
  static let reach = BilingualText(vi: "Phạm vi", en: "Reach")
  static let held = BilingualText(vi: "Chờ quyết định", en: "Held")
  static let records = BilingualText(vi: "Các bản ghi của một số", en: "The records of a number")
  static let number = BilingualText(vi: "Số", en: "Number")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let day = BilingualText(vi: "Ngày", en: "Day")
  static let hamlet = BilingualText(vi: "Thôn, tổ dân phố", en: "Hamlet")
  static let why = BilingualText(vi: "Tính hay không", en: "Counts or not")
  static let outcome = BilingualText(vi: "Kết quả lượt thăm", en: "Outcome of the visit")
  static let procedure = BilingualText(vi: "Thủ tục", en: "Procedure")
  static let firstDay = BilingualText(vi: "Ngày đầu", en: "First day")
  static let lastDay = BilingualText(vi: "Ngày cuối", en: "Last day")
  static let countedAssists = BilingualText(vi: "Lượt được tính", en: "Counted assists")
  static let back = BilingualText(vi: "‹ Về báo cáo", en: "‹ Back to the report")
  static let noNames = BilingualText(
    vi: "Danh sách không có tên ai; mã bản ghi là đủ để tìm lại trên máy của tổ.",
    en: "The list names nobody; the code is enough to find a record on the team's laptop.")
  static let range = BilingualText(
    vi: "Số người là một khoảng vì có người vừa được ghi là một, vừa được ghi là hai; mỗi người "
      + "có một dòng ở đây.",
    en: "The number is a range, because somebody is said to be one person and to be two; here each "
      + "has one line.")
  static let note = BilingualText(
    vi: "Một người dân chỉ tính một lần ở dòng cuối dù có mặt ở nhiều dòng, nên dòng cuối có thể "
      + "nhỏ hơn tổng của cột. Dấu — là không có hoặc chưa biết số ấy, không phải 0.",
    en: "A resident counts once in the last row however many rows they stand in, so that it may be "
      + "less than the column's sum. A dash means that there is no such number or that it is not "
      + "known, not 0.")
  static let members = BilingualText(
    vi: " Hai thành viên cùng làm một lượt đều được ghi công, nên cột có thể lớn hơn dòng cuối.",
    en: " Two members at one sitting are both credited, so that a column may exceed the last row.")
  static let nothing = BilingualText(
    vi: "Không có bản ghi nào trong kỳ này.", en: "There is no record in this period.")
  static let noRecords = BilingualText(
    vi: "Không có bản ghi nào như vậy trong phạm vi của bạn.",
    en: "There is no such record within your reach.")
  static let rejected = BilingualText(vi: "Không chấp nhận", en: "Rejected")

  /// Says what is in no file because coordinators rejected it.
  static func leftOut(_ rejected: (kind: CountedKind, count: Int)) -> BilingualText {
    rejected.kind == .visit
      ? BilingualText(
        vi: "\(rejected.count) lượt thăm điều phối viên không chấp nhận: không được tính, không có "
          + "trong tệp xuất.",
        en:
          "\(counted(rejected.count, "visit", "visits")) that the coordinator rejected: in no count and no file."
      )
      : BilingualText(
        vi:
          "\(rejected.count) lượt hỗ trợ của lượt thăm điều phối viên không chấp nhận: không được "
          + "tính, không có trong tệp xuất.",
        en: "\(rejected.count) assists at visits that the coordinator rejected: in no count and no "
          + "file.")
  }

  static func words(of number: CountedNumber) -> BilingualText {
    switch number {
    case .visits: CoordinatorWords.visits
    case .residents: CoordinatorWords.residentsShort
    case .counted: CoordinatorWords.counted
    case .provisional: CoordinatorWords.provisional
    case .notCounted: notCounted
    case .recorded: TrainerWords.recorded
    case .submissions: CoordinatorWords.submissionsShort
    case .undated:
      BilingualText(
        vi: "Lượt hỗ trợ không thuộc kỳ nào", en: "Assists in no period")
    }
  }
}
