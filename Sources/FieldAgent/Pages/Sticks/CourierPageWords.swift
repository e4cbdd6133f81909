import FieldWork

/// The words of what the page about sticks says of carrying for others.
enum CourierPageWords {
  static let title = BilingualText(vi: "Mang giúp người khác", en: "Carried for others")
  static let lead = BilingualText(
    vi: "Máy bạn mang gói của máy khác về trung tâm và mang trả lời về, bằng USB hay qua mạng, mà "
      + "không đọc được gì trong đó.",
    en: "Your laptop carries bundles of others to the centre, and the answers back, by stick or "
      + "network, and can read nothing of them.")
  static let send = BilingualText(
    vi: "Gửi gói mang giúp về trung tâm", en: "Send on what is carried")
  static let forget = BilingualText(
    vi: "Thôi mang những gói đã có trên đó", en: "Carry no longer what is there then")
  static let carryFolder = BilingualText(
    vi: "Mang giúp gói của người khác trong thư mục này",
    en: "Take along what is for others in this folder")
  static let giveFolder = BilingualText(
    vi: "Chép gói mang giúp vào thư mục này", en: "Put what is carried into this folder")

  static func carry(_ name: String) -> BilingualText {
    BilingualText(
      vi: "Mang giúp gói của người khác trên “\(name)”",
      en: "Take along what is for others on “\(name)”")
  }

  static func give(_ name: String) -> BilingualText {
    BilingualText(
      vi: "Chép gói mang giúp ra “\(name)”", en: "Put what is carried onto “\(name)”")
  }

  static func sending(_ kilobytes: Int, of total: Int) -> BilingualText {
    BilingualText(
      vi: "Đang gửi gói mang giúp: \(kilobytes) trên khoảng \(total) kB.",
      en: "Sending on what is carried: \(kilobytes) of about \(total) kB.")
  }
}
