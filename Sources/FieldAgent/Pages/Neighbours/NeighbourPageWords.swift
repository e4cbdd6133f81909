import FieldWork
import Listings
import Replica

/// What the pages say of a colleague's laptop.
enum NeighbourPageWords {
  static let lead = BilingualText(
    vi: "Hai máy đưa cho nhau những gì mỗi máy còn thiếu ở các thôn cùng phụ trách: hộ, lượt thăm, "
      + "hồ sơ, cả việc chưa gửi về trung tâm. Không cần Internet, không cần trung tâm.",
    en:
      "Two laptops give each other what each lacks of the hamlets that both may hold: households, "
      + "visits, dossiers, also what was not handed over yet. No internet and no centre is needed.")
  static let network = BilingualText(
    vi: "Cả hai phải ở cùng một mạng, ví dụ cùng điểm phát sóng của một điện thoại.",
    en: "Both must be on one network, such as the hotspot of one phone.")
  static let waitHeading = BilingualText(vi: "Máy này đợi", en: "This laptop waits")
  static let waitLead = BilingualText(
    vi: "Máy này hiện sáu số và địa chỉ; đồng nghiệp gõ chúng vào máy của họ.",
    en: "This laptop shows six digits and an address; your colleague types them on theirs.")
  static let wait = BilingualText(vi: "Bắt đầu đợi", en: "Begin to wait")
  static let joinHeading = BilingualText(
    vi: "Máy của đồng nghiệp đang đợi", en: "The colleague's laptop waits")
  static let joinLead = BilingualText(
    vi: "Gõ vào đây những gì máy kia hiện.", en: "Type here what the other laptop shows.")
  static let address = BilingualText(vi: "Địa chỉ", en: "Address")
  static let addressHint = BilingualText(
    vi: "Ví dụ 192.168.43.7:8766.", en: "Such as 192.168.43.7:8766.")
  static let addressNeeded = BilingualText(
    vi: "Gõ địa chỉ mà máy kia hiện, ví dụ 192.168.43.7:8766.",
    en: "Type the address that the other laptop shows, such as 192.168.43.7:8766.")
  static let or = BilingualText(vi: " hoặc ", en: " or ")
  static let notHandingOver = BilingualText(
    vi: "Trao đổi không thay cho gửi: việc của bạn vẫn phải gửi về trung tâm như thường.",
    en: "It does not take the place of sending: your work still has to be handed over as usual.")
  static let code = BilingualText(vi: "Sáu số", en: "Six digits")
  static let codeHint = BilingualText(vi: "Ví dụ 123 456.", en: "Such as 123 456.")
  static let codeNeeded = BilingualText(
    vi: "Gõ đúng sáu chữ số mà máy kia hiện.", en: "Type exactly the six digits it shows.")
  static let join = BilingualText(vi: "Trao đổi", en: "Exchange")
  static let underWay = BilingualText(
    vi: "Đang trao đổi với một máy khác: xem",
    en: "An exchange with another laptop is under way: look")
  static let beginning = BilingualText(vi: "Đang chuẩn bị…", en: "Getting ready…")
  static let typeThere = BilingualText(
    vi: "Trên máy kia, mở “Máy bên cạnh” và gõ:",
    en: "On the other laptop, open “A colleague's laptop” and type:")
  static let exchanged = BilingualText(vi: "Đã trao đổi", en: "What was exchanged")
  static let stop = BilingualText(vi: "Dừng lại", en: "Stop")
  static let lookAgain = BilingualText(vi: "Xem lại", en: "Look again")
  static let back = BilingualText(vi: "Trao đổi lần nữa", en: "Exchange once more")

  /// When the last exchange was.
  static func lastTime(_ time: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "Lần trao đổi trước (\(Format.dateTime(time)))",
      en: "The last exchange (\(Format.dateTime(time)))")
  }

  /// How long it is waited.
  static func waitsFor(minutes: Int) -> BilingualText {
    BilingualText(
      vi: "Đợi tối đa \(minutes) phút. Sáu số chỉ dùng được một lần; gõ sai ba lần thì thôi đợi.",
      en: "It waits for \(minutes) minutes at most. The digits are good for one time; after three "
        + "wrong ones it waits no more.")
  }

  /// How far the two are.
  static func meeting(_ report: MeetingReport) -> BilingualText {
    BilingualText(
      vi: "Đang trao đổi: đã nhận \(report.takenOperations), đã đưa \(report.givenOperations) thay "
        + "đổi. Nếu đứt giữa chừng thì những gì đã sang vẫn còn.",
      en: "Exchanging: took \(report.takenOperations), gave "
        + "\(counted(report.givenOperations, "change", "changes")). If it breaks off, what has come "
        + "across stays.")
  }
}
