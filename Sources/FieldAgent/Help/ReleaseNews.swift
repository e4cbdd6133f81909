import FieldWork

/// What is new for a volunteer, version by version, the newest last. A version without an entry
/// changed nothing that they have to know.
struct ReleaseNews: Sendable {
  /// One change: what it is called, and how it is used.
  struct Card: Sendable {
    let title: BilingualText
    let words: BilingualText
  }

  let version: String
  let cards: [Card]

  /// Every version that has something to tell.
  static let all = [
    ReleaseNews(
      version: "0.1.0",
      cards: [
        Card(
          title: BilingualText(vi: "Che màn hình", en: "Covering the screen"),
          words: BilingualText(
            vi: "Có người đứng cạnh? Bấm “Che” hoặc Alt+H: tên và mã ẩn ngay, bấm lần nữa thì "
              + "hiện.",
            en: "Somebody beside you? Press “Cover” or Alt+H: names and codes are hidden at once, "
              + "and shown again by the same key.")),
        Card(
          title: BilingualText(vi: "Chữ to, nét đậm", en: "Larger and stronger text"),
          words: BilingualText(
            vi: "Trang Cài đặt ở cuối mỗi trang: ngôn ngữ, cỡ chữ, độ tương phản, riêng cho bạn.",
            en: "Settings, at the foot of each page: language, size, contrast, for you alone.")),
        Card(
          title: BilingualText(vi: "Mỗi người một tài khoản", en: "An account for each"),
          words: BilingualText(
            vi: "Khác › Tài khoản: thêm đồng đội, đổi mật khẩu. Quên mật khẩu thì bấm “Quên mật "
              + "khẩu” "
              + "ở trang mở khóa.",
            en: "More › Accounts: add a colleague, change the password. A forgotten one: “Forgot "
              + "the "
              + "password” on the page to unlock.")),
        Card(
          title: BilingualText(vi: "Trợ giúp và báo lỗi", en: "Help and reporting problems"),
          words: BilingualText(
            vi: "Ở cuối mỗi trang, không cần mạng. Tệp báo lỗi không có tên ai và không tự gửi đi.",
            en: "At the foot of each page, without a network. The report names nobody and is not "
              + "sent by itself.")),
      ])
  ]

  /// What came after a version that was seen; everything where that version is not known.
  static func after(_ seen: String?) -> [ReleaseNews] {
    guard let seen, let index = all.firstIndex(where: { $0.version == seen }) else { return all }
    return Array(all[(index + 1)...])
  }
}
