import FieldWork
import Pages
import Web

/// The ways that the top of a page has no room for: the teams and their work, and what keeps the
/// centre running.
enum MorePage {
  static let path = "/more"
  static let title = BilingualText(vi: "Khác", en: "More")

  static let routes = [PageRoute(.get, path, access: .signedIn, handler: page)]

  /// A way with who may go it and what it is for.
  typealias Way = (access: Access, link: PageFrame.Link, words: BilingualText)

  private static let teams: [Way] = [
    (.coordinator, PageFrame.Link(FindPage.path, FindWords.title), FindWords.meaning),
    (
      .coordinator, PageFrame.Link(RosterPage.path, RosterWords.title),
      BilingualText(
        vi: "tổ nào ở thôn nào, mấy thành viên, máy nào, gửi lần cuối khi nào, còn thiếu gì; thêm "
          + "tổ",
        en: "which team in which hamlet, its members, laptops and last report, what it lacks; add "
          + "a team")
    ),
    (.coordinator, PageFrame.Link(StickPages.path, StickWords.title), StickWords.meaning),
    (
      .coordinator, PageFrame.Link(ImportPages.path, ImportWords.title),
      BilingualText(
        vi: "tệp thôn, thành viên, hộ: xem trước sẽ ghi gì, ghi, lấy lại cả lần nhập",
        en: "files of hamlets, members, households: what they would write, write it, take it back")
    ),
    (
      .coordinator, PageFrame.Link(PeoplePages.path, PeopleWords.title),
      BilingualText(
        vi: "ai trong tổ nào, máy nào, tài khoản nào, còn thiếu gì; rời tổ, chuyển tổ",
        en: "who is in which team, with which laptop and account, and what they lack; leaving, "
          + "changing the team")
    ),
    (
      .coordinator, PageFrame.Link(CampaignPages.path, CampaignWords.title),
      BilingualText(
        vi: "danh sách hộ, tiến độ theo thôn so với số ngày đã qua, danh sách đi thăm để in",
        en: "lists of households, progress by hamlet against the days gone, walking lists to print")
    ),
    (
      .coordinator, PageFrame.Link(SessionPages.path, SessionWords.title),
      BilingualText(
        vi: "ngày thứ Bảy, điểm hỗ trợ, tập huấn: hồ sơ, lượt hỗ trợ, người dự, số đếm",
        en: "Saturdays, support points, trainings: dossiers, assists, attendance, tallies")
    ),
    (
      .coordinator, PageFrame.Link(TaskPages.path, TaskWords.title),
      BilingualText(
        vi: "việc theo ngày và tuần: ai làm, hạn, quá hạn, im ắng; điều gì cản trở",
        en: "tasks by day and week: owner, due, overdue, untouched; what stands in the way")
    ),
  ]

  private static let upkeep: [Way] = [
    (
      .coordinator, PageFrame.Link(CataloguePages.path, CatalogueWords.title),
      BilingualText(
        vi: "chỉ tiêu, chỉ số, ngày nghỉ, thủ tục, giấy tờ, dịch vụ: xem, thêm, sửa, nhập từ tệp",
        en: "targets, indicators, days off, procedures, papers, services: see, add, change, take in"
      )
    ),
    (
      .coordinator, PageFrame.Link(ErasurePages.path, ErasureWords.title),
      BilingualText(
        vi: "xóa thông tin của một người hoặc một hộ, và máy nào đã xóa xong",
        en: "erase what is known of a person or household, and which laptops have done so")
    ),
    (
      .coordinator, PageFrame.Link(ResetCodePage.path, ResetCodeWords.title),
      BilingualText(
        vi: "mã đặt lại mật khẩu cho một máy trong một ngày",
        en: "the code that resets a laptop's password for one day")
    ),
    (
      .coordinator, PageFrame.Link(GapPages.path, GapWords.title),
      BilingualText(
        vi: "gói chưa về mà gói khác đang chờ, gói giữ riêng chưa được tính: xem, quyết định",
        en: "batches that others wait for and batches that do not count yet: look and decide")
    ),
  ]

  private static let paper: [Way] = [
    (
      .coordinator, PageFrame.Link(FeedbackPages.path, FeedbackWords.title),
      BilingualText(
        vi: "đánh giá, góp ý, hạn trả lời, ai trả lời; in phiếu có mã QR",
        en: "ratings, what people say, when an answer is due and who gives it; sheets with QR codes"
      )
    ),
    (
      .coordinator, PageFrame.Link(IdentityPages.path, IdentityWords.title),
      BilingualText(
        vi: "bao nhiêu người, ở thôn nào, là ai; danh sách đi hộ để in",
        en: "how many, in which hamlet, who they are; walking lists to print")
    ),
    (
      .coordinator, PageFrame.Link(SignedReportPage.path, SignedWords.open),
      BilingualText(
        vi: "số liệu của tháng, quý, nửa năm trên giấy A4, có chỗ ký",
        en: "the numbers of a month, quarter or half-year on A4, with room to sign")
    ),
    (
      .coordinator, PageFrame.Link(ExportPages.path, ExportWords.title),
      BilingualText(
        vi: "danh sách có tên và tệp trộn thư, cho một mục đích mà nhật ký giữ lại",
        en: "lists with names and files for mail merge, for a purpose that the log keeps")
    ),
  ]

  private static let keeping: [Way] = [
    (
      .keeping, PageFrame.Link(HealthPage.path, HealthWords.title),
      BilingualText(
        vi: "đĩa, sao lưu, hàng đợi, đồng hồ, lần xóa còn chờ; kiểm tra dữ liệu",
        en: "disk, backups, queue, clock, erasures that wait; a check of the data")
    ),
    (
      .administrator, PageFrame.Link(UpdatePage.path, UpdatePageWords.title),
      UpdatePageWords.meaning
    ),
    (
      .administrator, PageFrame.Link(AccountPages.path, AccountWords.title),
      BilingualText(
        vi: "ai được đăng nhập, với vai trò nào, trong phạm vi nào; thêm, đóng, cấp lại mật khẩu",
        en: "who may sign in, in which roles and over whose work; add, close, give another password"
      )
    ),
    (
      .administrator, PageFrame.Link(TokenPages.path, TokenWords.title),
      BilingualText(
        vi: "phần mềm nào được đọc số liệu nào; cấp và đóng mã",
        en: "which programs may read which numbers; make and close tokens")
    ),
    (
      .auditor, PageFrame.Link(AuditPage.path, AuditWords.title),
      BilingualText(
        vi: "ai đã xem, xuất, sửa gì, và nhật ký còn nguyên vẹn không",
        en: "who saw, exported and changed what, and whether the log is whole")
    ),
  ]

  private static let groups = [
    (title: BilingualText(vi: "Tổ và việc của tổ", en: "The teams and their work"), ways: teams),
    (title: BilingualText(vi: "Danh mục và dữ liệu", en: "Catalogue and data"), ways: upkeep),
    (title: BilingualText(vi: "Góp ý và giấy tờ", en: "Feedback and paper"), ways: paper),
    (title: BilingualText(vi: "Giữ trung tâm chạy", en: "Keeping the centre"), ways: keeping),
  ]

  /// Whether a page is one of those that it leads to.
  static func holds(_ path: String) -> Bool {
    groups.contains { $0.ways.contains { $0.link.path == path } }
  }

  /// The ways of somebody with these rights.
  static func ways(of rights: AccountRights) -> [Way] {
    groups.flatMap(\.ways).filter { $0.access.allows(rights) }
  }

  private static func page(_ request: PageRequest) -> HTTPResponse {
    let language = request.language
    return request.page(title) {
      for group in groups {
        let ways = group.ways.filter { $0.access.allows(request.account?.rights) }
        if !ways.isEmpty {
          panel(group.title.text(in: language)) {
            element("dl", ["class": "facts"]) {
              for way in ways {
                element("dt") {
                  element("a", ["href": way.link.path]) { way.link.text.text(in: language) }
                }
                element("dd") { way.words.text(in: language) }
              }
            }
          }
        }
      }
    }
  }
}
