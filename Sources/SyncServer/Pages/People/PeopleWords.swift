import FieldWork

/// The words of the pages about members.
enum PeopleWords {
  static let title = BilingualText(vi: "Thành viên", en: "People")
  static let name = BilingualText(vi: "Họ và tên", en: "Name")
  static let code = BilingualText(vi: "Mã", en: "Code")
  static let nameOrCode = BilingualText(vi: "Tên hoặc mã", en: "Name or code")
  static let role = BilingualText(vi: "Vai trò", en: "Role")
  static let organisation = BilingualText(vi: "Cơ quan, đoàn thể", en: "Organisation")
  static let hamlet = BilingualText(vi: "Thôn", en: "Hamlet")
  static let unit = BilingualText(vi: "Xã, phường", en: "Commune or ward")
  static let account = BilingualText(vi: "Tài khoản", en: "Account")
  static let lastVisit = BilingualText(vi: "Lượt thăm cuối", en: "Last visit")
  static let trained = BilingualText(vi: "Tập huấn gần nhất", en: "Last training")
  static let phone = BilingualText(vi: "Điện thoại", en: "Telephone")
  static let from = BilingualText(vi: "Từ ngày", en: "From")
  static let to = BilingualText(vi: "Đến hết ngày", en: "Until")
  static let lacks = BilingualText(vi: "Còn thiếu", en: "Without")
  static let all = BilingualText(vi: "Mọi thành viên", en: "All people")
  static let none = BilingualText(
    vi: "Chưa có thành viên nào. Hãy nhập danh sách ở Khác › Nhập danh sách.",
    en: "There is no member yet. Bring the list in at More › Taking in lists.")
  static let noneInReach = BilingualText(
    vi: "Trong phạm vi của bạn chưa có thành viên nào.",
    en: "There is no member within your reach.")
  static let noLaptop = BilingualText(vi: "Chưa giao máy nào.", en: "No laptop was given to them.")
  static let openTasks = BilingualText(vi: "Việc chưa xong", en: "Open tasks")
  static let noTasks = BilingualText(vi: "Không có việc nào chưa xong.", en: "No task is open.")
  static let trainings = BilingualText(vi: "Các buổi đã dự", en: "Sessions attended")
  static let lost = BilingualText(vi: "Báo mất máy này", en: "Declare it lost")

  static func state(_ state: PersonStanding.State) -> BilingualText {
    switch state {
    case .here: BilingualText(vi: "đang tham gia", en: "in the team")
    case .awaited: BilingualText(vi: "chưa tới ngày vào tổ", en: "not yet in the team")
    case .left: BilingualText(vi: "đã rời tổ", en: "has left")
    }
  }

  static func lack(_ lack: PersonStanding.Lack) -> BilingualText {
    switch lack {
    case .laptop: BilingualText(vi: "chưa có máy", en: "no laptop")
    case .account: BilingualText(vi: "chưa có tài khoản", en: "no account")
    case .training:
      BilingualText(vi: "năm nay chưa tập huấn", en: "no training this year")
    case .visit:
      BilingualText(
        vi: "\(PersonStanding.quietDays) ngày không có lượt thăm",
        en: "no visit for \(PersonStanding.quietDays) days")
    }
  }
}
