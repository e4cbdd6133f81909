import FieldWork
import Replica

/// The words of newer programs on the page of sticks.
enum UpdatePageWords {
  static let title = BilingualText(vi: "Chương trình CamTay", en: "The program CamTay")
  static let lead = BilingualText(
    vi: "Máy này đang dùng phiên bản \(FieldAgent.version). Bản mới do trung tâm ký, đến bằng USB "
      + "hoặc qua mạng; bản đang dùng được giữ lại, dữ liệu không bị đổi.",
    en: "This laptop runs version \(FieldAgent.version). A newer one is signed by the centre and "
      + "comes by stick or network; the one in use is kept, and no record is changed.")
  static let fetch = BilingualText(
    vi: "Lấy bản mới từ trung tâm qua mạng", en: "Get a newer one from the centre by network")
  static let updateFolder = BilingualText(
    vi: "Cập nhật chương trình từ thư mục này", en: "Update the program from this folder")

  static func update(_ update: ProgramUpdate, _ stick: String) -> BilingualText {
    BilingualText(
      vi: "Cập nhật lên phiên bản \(update.version.text) từ \(stick)",
      en: "Update to version \(update.version.text) from \(stick)")
  }

  static func goBack(_ version: ProgramNumber) -> BilingualText {
    BilingualText(
      vi: "Dùng lại phiên bản cũ (\(version.text))",
      en: "Go back to the version before (\(version.text))")
  }

  static func writing(_ kilobytes: Int, of total: Int) -> BilingualText {
    BilingualText(
      vi: "Đang cập nhật chương trình: \(kilobytes) trên \(total) kB.",
      en: "Updating the program: \(kilobytes) of \(total) kB.")
  }
}
