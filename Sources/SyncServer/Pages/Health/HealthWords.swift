import FieldWork

/// The words of the page about the centre's health.
enum HealthWords {
  static let unlock = BilingualText(
    vi: "Hiện thông tin cá nhân ngay", en: "Show personal values now")
  static let unlocking = BilingualText(
    vi:
      "Người đã được xóa sau bản sao lưu có thể hiện lại tới khi các máy gửi nhận. Ai bấm thì chịu "
      + "trách nhiệm; nhật ký ghi lại.",
    en:
      "Who was erased after the backup may be shown again until the laptops sync. Whoever presses "
      + "answers for it; the log keeps it.")
  static let title = BilingualText(vi: "Sức khỏe của trung tâm", en: "Health of the centre")
  static let disk = BilingualText(vi: "Đĩa còn trống", en: "Disk free")
  static let lastBackup = BilingualText(
    vi: "Bản sao lưu ngoài máy gần nhất", en: "Last backup off this machine")
  static let noBackup = BilingualText(
    vi: "chưa có. Hãy chạy: camtay-server backup TỆP --off-machine",
    en: "none yet. Run: camtay-server backup FILE --off-machine")
  static let silent = BilingualText(vi: "Máy im lặng", en: "Silent laptops")
  static let held = BilingualText(vi: "Gói đang chờ gói khác", en: "Batches held")
  static let reviews = BilingualText(vi: "Chờ xem xét", en: "Under review")
  static let conflicts = BilingualText(vi: "Chỗ ghi khác nhau", en: "Conflicts")
  static let refusals = BilingualText(vi: "Gói đã từ chối", en: "Batches refused")
  static let queue = BilingualText(vi: "Hàng đợi gửi nhận", en: "Queue of rounds")
  static let rate = BilingualText(vi: "Gói nhận trong giờ qua", en: "Batches taken in this hour")
  static let day = BilingualText(vi: "Trong 24 giờ qua", en: "In the last 24 hours")
  static let merged = BilingualText(vi: "Từ đầu đến nay", en: "Since the beginning")
  static let clock = BilingualText(vi: "Đồng hồ", en: "Clock")
  static let clockRight = BilingualText(vi: "không có gì đáng ngờ", en: "nothing speaks against it")
  static let clockWrong = BilingualText(vi: "đáng ngờ: xem dưới", en: "to be doubted: see below")
  static let version = BilingualText(vi: "Phiên bản chương trình", en: "Program")
  static let schema = BilingualText(vi: "Phiên bản dữ liệu", en: "Version of the data")
  static let older = BilingualText(
    vi: "Máy dùng phiên bản dữ liệu cũ hơn", en: "Laptops with an older one")
  static let concerns = BilingualText(vi: "Cần xem", en: "To look at")
  static let nothing = BilingualText(
    vi: "Ngoài các số ở trên, không có gì phải xem lúc này.",
    en: "Besides the numbers above, nothing needs a look just now.")
  static let backupMissing = BilingualText(
    vi: "Chưa có bản sao lưu ngoài máy: hỏng đĩa là mất những gì các máy đã quên.",
    en: "There is no off-machine backup: a broken disk would lose what laptops have let go.")
  static let erasures = BilingualText(vi: "Lần xóa còn chờ máy", en: "Erasures that wait")
  static let noErasure = BilingualText(
    vi: "Không lần xóa nào còn chờ máy.", en: "No erasure waits for a laptop.")
  static let person = BilingualText(vi: "Ai", en: "Who")
  static let asked = BilingualText(vi: "Yêu cầu ngày", en: "Asked for")
  static let answerBy = BilingualText(vi: "Trả lời trước", en: "To be answered by")
  static let doneBy = BilingualText(vi: "Xong trước", en: "To be done by")
  static let waitsFor = BilingualText(vi: "Còn chờ máy", en: "Waits for")
  static let overdue = BilingualText(vi: "quá hạn", en: "overdue")
  static let check = BilingualText(vi: "Kiểm tra dữ liệu", en: "Check of the data")
  static let checkLead = BilingualText(
    vi: "Đọc lại mọi gói và mọi dòng, như lệnh verify. Các máy vẫn gửi nhận được trong lúc ấy.",
    en: "Reads every batch and every row, as the command verify does. Laptops sync meanwhile.")
  static let start = BilingualText(vi: "Kiểm tra bây giờ", en: "Check now")
  static let depth = BilingualText(vi: "Kiểm tra", en: "How deep")
  static let quick = BilingualText(vi: "nhanh: tệp, chuỗi, tổng", en: "quick: file, chains, sums")
  static let deep = BilingualText(
    vi: "kỹ: cả chữ ký và từng thao tác", en: "deep: every signature and operation too")
  static let lastCheck = BilingualText(vi: "Lần kiểm tra gần nhất", en: "Last check")
  static let neverChecked = BilingualText(vi: "chưa kiểm tra lần nào", en: "never checked")
  static let sound = BilingualText(vi: "Tốt: mọi thứ đều khớp.", en: "Sound: everything agrees.")
  static let look = BilingualText(vi: "Xem tiến độ", en: "See how far it is")
  static let drill = BilingualText(vi: "Diễn tập khôi phục", en: "Restore drill")
  static let drillAt = BilingualText(vi: "Lúc", en: "When")
  static let drillBy = BilingualText(vi: "Ai", en: "Who")
  static let drillFile = BilingualText(vi: "Bản sao lưu", en: "Backup")
  static let drillResult = BilingualText(vi: "Kết quả", en: "Result")
  static let noDrill = BilingualText(
    vi: "Chưa có lần diễn tập nào. Hãy chạy: camtay-server drill TỆP",
    en: "There was no drill yet. Run: camtay-server drill FILE")
  static let drillWords = BilingualText(
    vi: "Mỗi bản sao lưu được đọc lại ngay khi làm. Thử một bản: camtay-server drill TỆP. Đã khôi "
      + "phục thử ở máy khác thì ghi lại: camtay-server drill TỆP --elsewhere restored (hoặc "
      + "failed)",
    en: "Each backup is read back as it is made. To try one: camtay-server drill FILE. After a "
      + "restore on another machine: camtay-server drill FILE --elsewhere restored (or failed)")

  /// How deep a check was, by its name in the log.
  static func depth(_ name: String) -> BilingualText { name == "deep" ? deep : quick }

  static func running(_ percent: Int64) -> BilingualText {
    BilingualText(vi: "Đang kiểm tra: \(percent) %", en: "Checking: \(percent)%")
  }

  static func failed(_ code: String) -> BilingualText {
    BilingualText(
      vi: "Lần kiểm tra vừa rồi không xong (\(code)); dữ liệu vẫn nguyên. Hãy thử lại.",
      en: "The last check was not finished (\(code)); the data are as they were. Try again.")
  }

  static func bad(_ detail: String) -> BilingualText {
    BilingualText(
      vi: "Có chỗ không khớp (\(detail)). Đừng xóa gì; hãy sao lưu thư mục dữ liệu rồi chạy: "
        + "camtay-server verify",
      en:
        "Something does not agree (\(detail)). Delete nothing; back up the data folder, then run: "
        + "camtay-server verify")
  }

  static func queue(_ rounds: Int, _ bytes: Int, _ language: Language) -> String {
    let (rounds, kilobytes) = (
      Format.integer(Int64(rounds), language), Format.integer(Int64(bytes / 1_000), language)
    )
    return language.text("\(rounds) lần gửi, \(kilobytes) kB", "\(rounds) rounds, \(kilobytes) kB")
  }

  static func incidents(_ count: Int64) -> BilingualText {
    BilingualText(
      vi: "\(count) lần dữ liệu của trung tâm sai và đã sửa",
      en: "Incidents of the centre itself: \(count)")
  }
}
