import FieldWork
import Listings
import Replica

/// The words of the pages about sticks.
enum StickPageWords {
  static let lead = BilingualText(
    vi: "Không có mạng thì việc của bạn đi bằng USB: ai mang cũng được, chỉ trung tâm mở được. Mọi "
      + "bản ghi vẫn ở máy này đến khi trung tâm xác nhận.",
    en: "Without a network your work goes by stick: anybody may carry it, and only the centre can "
      + "open it. Every record stays on this laptop until the centre confirms it.")

  static func standing(_ records: Int, bytes: Int) -> BilingualText {
    guard records > 0 else {
      return BilingualText(
        vi:
          "Không có bản ghi nào chờ nộp. Ghi ra USB vẫn báo cho trung tâm biết máy này hoạt động.",
        en: "No record waits to be handed over. Packing still tells the centre of this laptop.")
    }
    let size = kilobytes(bytes)
    return BilingualText(
      vi: "\(records) bản ghi chưa được trung tâm xác nhận; cần khoảng \(size) kB trên USB.",
      en: "\(counted(records, "record", "records")) not confirmed by the centre; about \(size) kB "
        + "on a stick.")
  }

  static func underWay(_ carried: CarriedRecords) -> BilingualText {
    BilingualText(vi: "Trong đó ", en: "Of these, ") + carried.words
      + BilingualText(
        vi: ". Ghi lần nữa thì gói mới có tất cả.", en: ". Packed again, the new pack has all.")
  }

  // Where.

  static let mounted = BilingualText(vi: "USB đang cắm", en: "Sticks in this laptop")
  static let noSticks = BilingualText(
    vi: "Chưa thấy USB nào. Hãy cắm USB, đợi nó hiện ra rồi bấm “Xem lại”.",
    en: "No stick is to be seen. Put one in, wait until it shows, and press “Look again”.")
  static let room = BilingualText(vi: "Dung lượng", en: "Room")
  static let again = BilingualText(vi: "Xem lại", en: "Look again")
  static let noAnswer = BilingualText(vi: "không trả lời", en: "does not answer")
  static let readOnly = BilingualText(
    vi: "Chỉ đọc: nhận được, không ghi được. Hãy gạt khóa ghi trên USB nếu có.",
    en: "Read-only: it can be taken in from, not written. Move its write lock if it has one.")

  static func full(_ needed: Int) -> BilingualText {
    BilingualText(
      vi: "Không đủ chỗ: cần khoảng \(kilobytes(needed)) kB. Hãy xóa bớt tệp khác trên USB.",
      en: "Too full: about \(kilobytes(needed)) kB are needed. Delete other files from it.")
  }

  static func pack(_ name: String) -> BilingualText {
    BilingualText(vi: "Ghi ra “\(name)”", en: "Pack for “\(name)”")
  }

  static func take(_ name: String) -> BilingualText {
    BilingualText(vi: "Chỉ nhận từ “\(name)”", en: "Only take in from “\(name)”")
  }

  static let other = BilingualText(vi: "Thư mục khác", en: "Another folder")
  static let otherLead = BilingualText(
    vi: "Khi USB không hiện ở trên, hoặc khi chép qua một thư mục.",
    en: "Where a stick does not show above, or a folder is copied.")
  static let folder = BilingualText(vi: "Thư mục", en: "Folder")
  static let folderHint = BilingualText(
    vi: "đường dẫn đầy đủ, ví dụ /media/an/USB", en: "its whole path, such as /media/an/USB")
  static let folderNeeded = BilingualText(
    vi: "Hãy gõ đường dẫn đầy đủ của thư mục, bắt đầu bằng dấu /.",
    en: "Type the whole path of the folder, which begins with a slash.")
  static let packFolder = BilingualText(vi: "Ghi ra thư mục này", en: "Pack into this folder")
  static let takeFolder = BilingualText(
    vi: "Chỉ nhận từ thư mục này", en: "Only take in from this folder")

  static let browser = BilingualText(vi: "Qua trình duyệt", en: "By the browser")
  static let browserLead = BilingualText(
    vi: "Khi USB cắm ở máy khác: tải gói về và chép đi, rồi nhận tệp trả lời ở đây.",
    en: "Where the stick is in another machine: download the pack, copy it over, and take the "
      + "return's files in here.")
  static let makeFiles = BilingualText(vi: "Tạo gói để tải về", en: "Make a pack to download")
  static let takeFiles = BilingualText(vi: "Nhận các tệp này", en: "Take these files in")

  // What was not understood.

  static let nothingChosen = BilingualText(
    vi: "Chưa làm gì: hãy bấm một trong các nút ở dưới.",
    en: "Nothing was done: press one of the buttons below.")
  static let stickGone = BilingualText(
    vi: "Chưa làm gì: không còn thấy USB đó. Dữ liệu vẫn ở máy này. Hãy cắm lại rồi bấm “Xem lại”.",
    en:
      "Nothing was done: that stick is not to be seen any more. Your data are on this laptop. Put "
      + "it in again and press “Look again”.")
  static let noFiles = BilingualText(
    vi: "Chưa nhận gì: hãy chọn các tệp của gói.",
    en: "Nothing was taken in: choose the files of the bundles.")

  // While it is done.

  static let underWay = BilingualText(
    vi: "Đang làm việc với USB: xem đến đâu rồi", en: "A stick is at work: see how far it is")

  static func lastTime(_ time: LocalDateTime) -> BilingualText {
    let time = Format.dateTime(time)
    return BilingualText(vi: "Xem lại lần vừa làm (\(time))", en: "The last time (\(time))")
  }

  static func progress(
    _ progress: StickWork.Progress, _ order: StickWork.Order
  ) -> BilingualText {
    let done: BilingualText
    switch progress {
    case .waiting: done = BilingualText(vi: "Đang bắt đầu…", en: "Beginning…")
    case .reading(let count, let total):
      done = BilingualText(
        vi: "Đang đọc: \(count) trên \(total) gói.", en: "Reading: \(count) of \(total) bundles.")
    case .writing(let bytes, let total):
      done =
        if case .update = order.act {
          UpdatePageWords.writing(kilobytes(bytes), of: kilobytes(max(bytes, total)))
        } else if case .network = order.place {
          CourierPageWords.sending(kilobytes(bytes), of: kilobytes(max(bytes, total)))
        } else {
          BilingualText(
            vi: "Đang ghi: \(kilobytes(bytes)) trên khoảng \(kilobytes(max(bytes, total))) kB.",
            en: "Writing: \(kilobytes(bytes)) of about \(kilobytes(max(bytes, total))) kB.")
        }
    }
    guard case .folder = order.place else { return done }
    return done + BilingualText(vi: " Đừng rút USB.", en: " Do not remove the stick.")
  }

  static let lookAgain = BilingualText(vi: "Xem đã xong chưa", en: "See whether it has ended")
  static let back = BilingualText(vi: "‹ Về trang USB", en: "‹ Back to the sticks")

  // What became of it.

  static let packed = BilingualText(vi: "Đã ghi ra", en: "Packed")
  static let taken = BilingualText(vi: "Đã nhận vào", en: "Taken in")
  static let nothingForUs = BilingualText(
    vi: "Chưa có trả lời nào của trung tâm cho máy này.",
    en: "There was no answer of the centre for this laptop.")

  static func readyToTakeAway(_ round: PackedRound, records: Int) -> BilingualText {
    guard round.batches > 0 else {
      return BilingualText(
        vi: "Gói số \(round.number) đã sẵn sàng; nó chỉ báo cho trung tâm biết máy này hoạt động.",
        en: "Pack number \(round.number) is ready; it only tells the centre of this laptop.")
    }
    return BilingualText(
      vi: "Gói số \(round.number) đã sẵn sàng: \(records) bản ghi. Chúng vẫn ở trong máy đến khi "
        + "trung tâm xác nhận.",
      en: "Pack number \(round.number) is ready: \(counted(records, "record", "records")). They "
        + "stay on this laptop until the centre confirms them.")
  }

  static let takeAway = BilingualText(
    vi: "Tải từng tệp và chép vào thư mục camtay của USB, giữ nguyên tên.",
    en: "Download each file and copy it into the folder camtay of a stick under the same name.")

  static func moreFiles(_ count: Int) -> BilingualText {
    BilingualText(vi: "và \(count) tệp nữa.", en: "and \(count) more.")
  }

  static func brought(_ report: SyncReport, _ records: Int) -> BilingualText {
    BilingualText(
      vi: "Trung tâm xác nhận \(records) bản ghi: ",
      en: "The centre confirmed \(counted(records, "record", "records")): ") + report.exchanged
  }

  static func others(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) gói của người khác được để nguyên.",
      en: "\(counted(count, "bundle", "bundles")) for others, left as they are.")
  }

  private static func kilobytes(_ bytes: Int) -> Int { (bytes + 999) / 1_000 }
}
