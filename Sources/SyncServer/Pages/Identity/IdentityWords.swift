import FieldWork
import Listings

/// The words of the pages of who still lacks VNeID.
enum IdentityWords {
  static let title = BilingualText(vi: "VNeID: còn thiếu", en: "VNeID: still missing")
  static let lead = BilingualText(
    vi: "Người trưởng thành chưa biết là có VNeID mức 2, theo lần hỏi gần nhất của tổ: chưa có, "
      + "mới "
      + "mức 1, hoặc chưa ai hỏi. Người không ghi năm sinh đứng riêng: không biết có phải người "
      + "trưởng thành.",
    en: "Adults who are not known to have VNeID level 2, by what a team last asked: none, level 1 "
      + "alone, or nobody asked. People without a year of birth stand apart: nobody knows whether "
      + "they are of age.")
  static let byHamlet = BilingualText(vi: "Theo thôn, tổ dân phố", en: "By hamlet")
  static let hamlet = BilingualText(vi: "Thôn, tổ dân phố", en: "Hamlet")
  static let commune = BilingualText(vi: "Xã, phường", en: "Commune")
  static let adults = BilingualText(vi: "Người trưởng thành", en: "Adults")
  static let level2 = BilingualText(vi: "Có mức 2", en: "Level 2")
  static let share = BilingualText(vi: "Tỷ lệ", en: "Share")
  static let missing = BilingualText(vi: "Còn thiếu", en: "Missing")
  static let level1 = BilingualText(vi: "Mới mức 1", en: "Level 1 alone")
  static let without = BilingualText(vi: "Chưa có", en: "None")
  static let notAsked = BilingualText(vi: "Chưa hỏi", en: "Not asked")
  static let ageUnknown = BilingualText(vi: "Không rõ tuổi", en: "Age unknown")
  static let none = BilingualText(
    vi: "Chưa có hộ nào có người trong phạm vi của bạn.",
    en: "There is no household with residents within your reach yet.")
  static let noHamlet = BilingualText(vi: "(không rõ thôn)", en: "(no hamlet)")
  static let unit = BilingualText(vi: "Mã xã, phường", en: "Code of the commune")
  static let unitHint = BilingualText(
    vi: "để trống là cả phạm vi của bạn", en: "empty for all within your reach")
  static let show = BilingualText(vi: "Xem", en: "Show")
  static let chooseUnit = BilingualText(
    vi: "Cả tỉnh có quá nhiều người để mở cùng lúc; hãy chọn một xã, phường theo mã.",
    en: "The whole province has too many people to open at once; choose a commune by its code.")
  static let name = BilingualText(vi: "Họ và tên", en: "Name")
  static let born = BilingualText(vi: "Sinh", en: "Born")
  static let household = BilingualText(vi: "Hộ", en: "Household")
  static let address = BilingualText(vi: "Địa chỉ", en: "Address")
  static let level = BilingualText(vi: "VNeID", en: "VNeID")
  static let phone = BilingualText(vi: "Điện thoại", en: "Telephone")
  static let nobody = BilingualText(
    vi: "Không ai ở đây còn thiếu VNeID mức 2, hoặc chưa ghi người dân nào.",
    en: "Nobody here lacks VNeID level 2, or no resident is recorded yet.")
  static let print = BilingualText(
    vi: "Danh sách đi hộ để in "
      + "(A4)", en: "Walking list to print (A4)")
  static let back = BilingualText(vi: "‹ Mọi thôn", en: "‹ All hamlets")
  static let number = BilingualText(vi: "Số", en: "No.")
  static let done = BilingualText(vi: "Mức 2 ☐", en: "Level 2 ☐")
  static let note = BilingualText(vi: "Ngày, ghi chú", en: "Day, note")
  static let keep = BilingualText(
    vi: "In bằng Ctrl+P, khổ A4 ngang. Giấy này có tên người dân: giữ kín, và hủy khi đã nhập "
      + "xong.",
    en: "Print it with Ctrl+P on A4 landscape. This paper names residents: keep it to yourself, "
      + "and "
      + "destroy it once it is entered.")

  static func withheld(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) người không nêu tên ở đây vì đã từ chối cho lưu thông tin hoặc liên hệ lại, "
        + "hoặc "
        + "đã được xóa.",
      en:
        "\(counted(count, "person is", "people are")) not named here: they refused that details are kept or to be "
        + "contacted, or were erased.")
  }

  static func title(of hamlet: String) -> BilingualText {
    BilingualText(vi: "VNeID còn thiếu: \(hamlet)", en: "VNeID still missing: \(hamlet)")
  }

  static let people = BilingualText(
    vi: "Người dân theo mức VNeID", en: "Residents by VNeID level")
  static let part = BilingualText(vi: "Nhóm", en: "Group")
  static let age = BilingualText(vi: "Tuổi", en: "Age")
  static let notNamed = BilingualText(vi: "(không nêu tên)", en: "(not named)")
  static let unnamed = BilingualText(
    vi: "Người đã từ chối cho lưu thông tin hoặc liên hệ lại, hoặc đã được xóa, vẫn có một dòng "
      + "nhưng không nêu tên. Tệp tải về không có tên ai; cần tên thì vào trang Xuất tệp có tên.",
    en: "Who refused that details are kept or to be contacted, or was erased, has a line without "
      + "a name. Files name nobody; for names there is the page Files with names.")

  /// A level, or that nobody asked.
  static func words(ofLevel level: Int64?) -> BilingualText {
    level.flatMap { ChoiceList.observationLevels[1]?[$0]?.words } ?? notAsked
  }
}

extension IdentityPart {
  /// What people call it.
  var words: BilingualText {
    switch self {
    case .adults: IdentityWords.adults
    case .level2: IdentityWords.level2
    case .missing: IdentityWords.missing
    case .level1: IdentityWords.level1
    case .without: IdentityWords.without
    case .notAsked: IdentityWords.notAsked
    case .ageUnknown: IdentityWords.ageUnknown
    }
  }
}
