import FieldWork

/// The words of the page about newer programs.
enum UpdatePageWords {
  static let title = BilingualText(vi: "Chương trình của các máy", en: "The laptops' program")
  static let lead = BilingualText(
    vi: "Bản mới mà trung tâm đã ký cho các máy, và máy nào đang dùng bản nào",
    en: "The newer program that the centre signed for laptops, and which ones run what")
  static let meaning = BilingualText(
    vi: "bản mới đã ký cho các máy, bao nhiêu máy đang dùng bản nào",
    en: "the newer program signed for laptops, and how many run which version")
  static let given = BilingualText(vi: "Bản mới cho các máy", en: "The newer program for laptops")
  static let none = BilingualText(
    vi: "Chưa có bản mới nào: các máy dùng bản đã cài.",
    en: "There is no newer one: laptops run what was installed.")
  static let how = BilingualText(
    vi:
      "Nhận bản mới chỉ ở máy của trung tâm, vì nó sẽ chạy trên mọi máy: camtay-server update add "
      + "TỆP --version V. Máy lấy bản mới qua mạng hoặc bằng USB, ở trang Ghi ra USB › Chương "
      + "trình CamTay; khi ghi gói trả lời ra USB, bản mới được ghi kèm.",
    en: "A newer one is taken in at the centre's own machine alone, for it runs on every laptop: "
      + "camtay-server update add FILE --version V. Laptops get it by network or stick, on Pack "
      + "for USB › The program CamTay; it is put onto sticks beside their returns.")
  static let version = BilingualText(vi: "Phiên bản", en: "Version")
  static let size = BilingualText(vi: "Dung lượng", en: "Size")
  static let machine = BilingualText(vi: "Loại máy", en: "Kind of machine")
  static let takenIn = BilingualText(vi: "Nhận và ký lúc", en: "Taken in and signed")
  static let digest = BilingualText(vi: "Mã tóm lược của tệp", en: "Digest of the file")
  static let laptops = BilingualText(
    vi: "Các máy theo phiên bản", en: "Laptops by version")
  static let count = BilingualText(vi: "Số máy", en: "Laptops")
  static let unknown = BilingualText(
    vi: "chưa biết: máy chưa gửi lần nào", en: "unknown: not heard of yet")
  static let older = BilingualText(vi: "cũ hơn bản mới", en: "older than the newer one")
  static let reported = BilingualText(
    vi: "Theo lần gửi gần nhất của mỗi máy; máy báo mất, đã thay hoặc đã trả không tính.",
    en: "By what each laptop reported last; lost, replaced and returned ones are left out.")
}
