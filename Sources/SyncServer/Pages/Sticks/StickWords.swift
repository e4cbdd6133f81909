import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol

/// The words of bundles that came by stick.
enum StickWords {
  static let title = BilingualText(vi: "Gói từ USB", en: "Sticks")
  static let lead = BilingualText(
    vi:
      "Việc của máy không có mạng, do người mang về. Xem trước gói có gì, rồi mới nhận; nhận nhiều "
      + "lần cũng chỉ tính một lần.",
    en:
      "The work of laptops without a network, carried by hand. Look at what a bundle brings before "
      + "it is taken in; taken in again it counts once.")
  static let meaning = BilingualText(
    vi: "nhận gói của máy không có mạng, ghi gói trả lời, hủy một gói đã nhận",
    en: "take in bundles of laptops without a network, make their returns, undo a bundle")

  // Where they lie.

  static let files = BilingualText(vi: "Chọn tệp trên máy này", en: "Choose files of this computer")
  static let look = BilingualText(vi: "Xem gói có gì", en: "Look at the bundles")
  static let sticks = BilingualText(
    vi: "USB cắm ở máy chủ", en: "Sticks in the centre's machine")
  static let noSticks = BilingualText(
    vi: "Máy chủ không có USB nào.", en: "There is no stick in the centre's machine.")
  static let noBundles = BilingualText(
    vi: "không có thư mục camtay", en: "has no folder camtay")
  static let nothingChosen = BilingualText(
    vi: "Chưa xem gì: hãy chọn các tệp của gói, hoặc chọn lại nếu đã quá mười phút.",
    en: "Nothing was looked at: choose the files of the bundles, again if ten minutes have passed.")

  // What they bring.

  static let previewTitle = BilingualText(
    vi: "Gói từ USB: xem trước", en: "Sticks: what they would bring")
  static let takenTitle = BilingualText(vi: "Gói từ USB: đã nhận", en: "Sticks: taken in")
  static let preview = BilingualText(
    vi: "Mới chỉ xem thử: chưa nhận gì.", en: "This is a preview: nothing was taken in.")
  static let bundles = BilingualText(vi: "Các gói", en: "Bundles")
  static let bundle = BilingualText(vi: "Gói", en: "Bundle")
  static let what = BilingualText(vi: "Có gì", en: "What it brings")
  static let whole = BilingualText(vi: "nguyên vẹn", en: "whole")
  static let isTaken = BilingualText(vi: "đã nhận", en: "taken in")
  static let notTaken = BilingualText(vi: "không nhận được", en: "not taken in")
  static let beyondReach = BilingualText(
    vi: "Gói của máy ngoài phạm vi của bạn", en: "A bundle of a laptop beyond your reach")
  static let takeIn = BilingualText(vi: "Nhận vào", en: "Take them in")

  static func takenIn(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Đã nhận \(count) gói. Mỗi gói được nhận trọn vẹn hoặc không nhận gì.",
      en: "Bundles taken in: \(count). Each is taken in whole or not at all.")
  }

  // Returns.

  static let returns = BilingualText(vi: "Gói trả lời", en: "Returns")
  static let returnLead = BilingualText(
    vi: "Biên nhận, quyết định, dữ liệu mới cho từng máy; chỉ máy ấy đọc được.",
    en: "Receipts, rulings and what is new for each laptop; only that laptop reads it.")
  static let makeReturns = BilingualText(vi: "Tạo gói trả lời", en: "Make the returns")
  static let writeReturns = BilingualText(
    vi: "Ghi gói trả lời vào USB này", en: "Write the returns to this stick")
  static let noLaptop = BilingualText(
    vi: "Chưa ghi gì: hãy chọn ít nhất một máy.", en: "Nothing was written: choose a laptop.")
  static let takeAway = BilingualText(
    vi: "Tải từng tệp và chép vào thư mục camtay của USB, giữ nguyên tên. Tệp chỉ ở đây mười phút.",
    en: "Download each file and copy it into the folder camtay of the stick under the same name. "
      + "They are kept here for ten minutes.")
  static let removable = BilingualText(vi: "Có thể rút USB.", en: "You can remove the stick.")

  static func written(_ answer: BundleDesk.Return) -> BilingualText {
    let size = (answer.written.byteCount + 999) / 1_000
    return BilingualText(
      vi:
        "Gói trả lời số \(answer.answer.number) cho “\(answer.laptop.label)” (\(size) kB) đã xong, "
        + "đã đọc lại và so khớp.",
      en:
        "Return number \(answer.answer.number) for “\(answer.laptop.label)” (\(size) kB) is ready, "
        + "read back and compared.")
  }

  // Packs that were taken in.

  static let packs = BilingualText(vi: "Các gói đã nhận", en: "Packs that were taken in")
  static let pack = BilingualText(vi: "Gói", en: "Pack")
  static let number = BilingualText(vi: "Gói số", en: "Number")
  static let packed = BilingualText(vi: "Ghi lúc", en: "Packed")
  static let taken = BilingualText(vi: "Nhận lúc", en: "Taken in")
  static let by = BilingualText(vi: "Người làm", en: "By")
  /// That another laptop carried it; its name is empty for whoever may not know of it.
  static func brought(_ courier: String) -> BilingualText {
    courier.isEmpty
      ? BilingualText(vi: "máy khác mang giúp", en: "brought by another laptop")
      : BilingualText(vi: "\(courier) mang giúp", en: "brought by \(courier)")
  }

  static let newOperations = BilingualText(vi: "Thao tác mới", en: "New operations")
  static let undone = BilingualText(vi: "Đã hủy lúc", en: "Undone")
  static let standing = BilingualText(vi: "đang tính", en: "counts")
  static let isUndone = BilingualText(vi: "đã hủy", en: "undone")
  static let none = BilingualText(
    vi: "Chưa nhận gói nào từ USB.", en: "No pack was taken in from a stick yet.")
  static let undo = BilingualText(vi: "Hủy gói này", en: "Undo this pack")
  static let redo = BilingualText(vi: "Nhận lại gói này", en: "Admit this pack again")
  static let changed = BilingualText(
    vi: "Đã làm xong; không có gì bị xóa.", en: "Done; nothing was deleted.")
  static let otherwise = BilingualText(
    vi: "Chưa đổi gì: ai đó vừa làm việc này. Hãy xem lại.",
    en: "Nothing was changed: somebody was there before. Look again.")
  static let why = BilingualText(vi: "Vì sao", en: "Why")
  static let whyHint = BilingualText(
    vi: "người ghi sẽ đọc được trên máy của họ", en: "the authors read it on their laptop")
  static let noteTooLong = BilingualText(
    vi: "Chưa đổi gì: lời ghi dài quá.", en: "Nothing was changed: the note is too long.")
  static let back = BilingualText(vi: "‹ Về các gói từ USB", en: "‹ Back to the sticks")

  static func effect(_ change: CarriedUndo, isUndone: Bool) -> BilingualText {
    let waiting =
      change.waitingBatches > 0
      ? BilingualText(
        vi: " \(change.waitingBatches) phần còn chờ cũng theo quyết định này khi gộp được.",
        en: " The same holds for parts that still wait: \(change.waitingBatches).")
      : BilingualText(same: "")
    let words =
      isUndone
      ? BilingualText(
        vi: "\(change.operations) thao tác sẽ được tính lại.",
        en: "Operations that count again: \(change.operations).")
      : BilingualText(
        vi:
          "\(change.operations) thao tác gói này mang về sẽ không được tính nữa. Không xóa gì; lấy "
          + "lại được bất cứ lúc nào.",
        en:
          "Operations that this pack brought and that count no more: \(change.operations). Nothing "
          + "is deleted; it can be taken back at any time.")
    return words + waiting
  }
}
