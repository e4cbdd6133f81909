import Replica

/// What people are told of sticks and the bundles on them.
extension StickProblem {
  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .noSuchFolder, .notAFolder, .noBundles: .userError
    case .tooManyFiles, .notAnOrdinaryFile: .refusedForSafety
    case .readOnly, .notAllowed, .full, .pulledOut, .unreadable, .readsBackOtherwise, .failed:
      .disk
    }
  }

  /// What happened, what is safe and what to do next.
  package var words: BilingualText { happened + Self.safe + next }

  /// The same where bundles of the stick were taken in before it failed.
  package func words(havingTaken count: Int) -> BilingualText {
    guard count > 0 else { return words }
    return happened
      + BilingualText(
        vi: " \(count) gói đã nhận trước đó vẫn còn nguyên; các gói sau chưa được nhận. ",
        en: " What was taken in before stands (bundles: \(count)); those behind were not taken in. "
      )
      + next
  }

  private static let safe = BilingualText(
    vi: " Dữ liệu trên máy này không mất gì và không bị thay đổi. ",
    en: " Nothing on this machine was lost or changed. ")

  private var happened: BilingualText {
    switch self {
    case .noSuchFolder(let path):
      BilingualText(vi: "Không có thư mục \(path).", en: "There is no folder \(path).")
    case .notAFolder(let path):
      BilingualText(vi: "\(path) không phải là thư mục.", en: "\(path) is no folder.")
    case .noBundles(let path):
      BilingualText(
        vi: "Trong \(path) không có thư mục “camtay”: đây không phải USB đã dùng để gửi nhận.",
        en: "There is no folder “camtay” in \(path): this stick was not used to hand over.")
    case .tooManyFiles(let path):
      BilingualText(
        vi: "Trong \(path) có quá nhiều tệp nên chương trình không xem.",
        en: "There are too many files in \(path) to look through.")
    case .readOnly:
      BilingualText(vi: "USB chỉ cho đọc, không ghi được.", en: "The stick is read-only.")
    case .notAllowed(let path):
      BilingualText(
        vi: "Bạn không có quyền dùng \(path).", en: "You have no permission to use \(path).")
    case .full(let wanted, let free):
      BilingualText(vi: "USB đã đầy", en: "The stick is full") + Self.room(wanted, free)
    case .pulledOut:
      BilingualText(
        vi: "USB đã bị rút ra giữa chừng, hoặc không trả lời nữa.",
        en: "The stick was pulled out in the middle, or does not answer any more.")
    case .unreadable(let name):
      BilingualText(
        vi: "USB không đọc được tệp \(name).", en: "The stick does not give out the file \(name).")
    case .readsBackOtherwise(let name):
      BilingualText(
        vi: "Đọc lại tệp \(name) thì khác với những gì vừa ghi: USB này bị hỏng.",
        en: "The file \(name) reads back otherwise than it was written: this stick is faulty.")
    case .notAnOrdinaryFile(let name):
      BilingualText(
        vi: "\(name) trên USB không phải tệp bình thường nên không được mở.",
        en: "\(name) on the stick is no ordinary file and was not opened.")
    case .failed(let reason):
      BilingualText(
        vi: "Hệ thống báo lỗi \(reason) khi dùng USB.",
        en: "The system reports error \(reason) on the stick.")
    }
  }

  private var next: BilingualText {
    switch self {
    case .noSuchFolder, .notAFolder:
      BilingualText(
        vi: "Hãy cắm USB, đợi nó hiện ra rồi chỉ đúng thư mục của nó.",
        en: "Put the stick in, wait until it shows, and name its folder.")
    case .noBundles:
      BilingualText(
        vi: "Hãy kiểm tra có đúng USB không.", en: "See whether it is the right stick.")
    case .tooManyFiles:
      BilingualText(
        vi: "Hãy dùng một USB khác, hoặc chuyển bớt tệp khỏi thư mục “camtay”.",
        en: "Use another stick, or move files out of its folder “camtay”.")
    case .readOnly:
      BilingualText(
        vi: "Hãy gạt khóa ghi trên USB nếu có, hoặc dùng USB khác.",
        en: "Move the write lock of the stick if it has one, or use another.")
    case .notAllowed:
      BilingualText(
        vi: "Hãy tháo USB rồi cắm lại bằng tài khoản đang dùng.",
        en: "Unmount the stick and put it in again as the user who works here.")
    case .full:
      BilingualText(
        vi: "Hãy xóa bớt tệp khác trên USB hoặc dùng USB khác, rồi làm lại.",
        en: "Delete other files from the stick or use another one, and try again.")
    case .pulledOut:
      BilingualText(
        vi: "Hãy cắm lại rồi làm lại từ đầu; phần ghi dở sẽ được dọn.",
        en: "Put it in again and start over; what was half written is cleaned up.")
    case .unreadable, .readsBackOtherwise, .failed:
      BilingualText(
        vi: "Hãy thử lại; nếu vẫn vậy, hãy dùng USB khác.",
        en: "Try again; if it stays so, use another stick.")
    case .notAnOrdinaryFile:
      BilingualText(
        vi: "Hãy đổi tên hoặc xóa nó khỏi USB.", en: "Rename it or take it off the stick.")
    }
  }

  private static func room(_ wanted: UInt64?, _ free: UInt64?) -> BilingualText {
    func megabytes(_ bytes: UInt64) -> UInt64 { (bytes + 999_999) / 1_000_000 }
    guard let wanted, let free else { return BilingualText(same: ".") }
    return BilingualText(
      vi: ": cần \(megabytes(wanted)) MB, chỉ còn \(free / 1_000_000) MB.",
      en: ": \(megabytes(wanted)) MB are needed and \(free / 1_000_000) MB are free.")
  }
}

extension StickFacts {
  /// File system, free room, and whether nothing can be written, on one line.
  package var words: BilingualText {
    let type = fileSystem.map { "\($0) · " } ?? ""
    let free = freeBytes.map { "\($0 / 1_000_000) MB" } ?? "—"
    let words = BilingualText(vi: "\(type)còn trống \(free)", en: "\(type)free: \(free)")
    guard isReadOnly else { return words }
    return words + BilingualText(vi: " · chỉ đọc", en: " · read only")
  }
}

extension BundleProblem {
  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .damaged: .damagedInput
    case .otherVersion, .otherKind: .refusedForSafety
    case .notForUs, .unknownSender: .notAllowed
    }
  }

  /// What is wrong, what is safe and what to do next.
  package var words: BilingualText {
    switch self {
    case .otherVersion:
      BilingualText(
        vi:
          "Gói do phiên bản khác của chương trình ghi; chưa nhận gì. Gói còn nguyên trên USB: hãy "
          + "cập nhật chương trình rồi nhận lại.",
        en: "Another version of the program wrote this bundle; nothing was taken in. It stays on "
          + "the stick: update the program and take it in again.")
    case .otherKind:
      BilingualText(
        vi: "Gói thuộc loại mà chương trình này không nhận; chưa nhận gì. Gói còn nguyên trên USB: "
          + "hãy cập nhật chương trình rồi nhận lại.",
        en: "The bundle is of a kind that this program does not take; nothing was taken in. It "
          + "stays on the stick: update the program and take it in again.")
    case .notForUs:
      BilingualText(
        vi: "Gói gửi cho người khác; không mở được ở đây và được để nguyên trên USB.",
        en: "The bundle is for somebody else; it cannot be opened here and was left as it is.")
    case .unknownSender:
      BilingualText(
        vi: "Gói không do máy nào của trung tâm này ký; không nhận gì. Hãy hỏi USB từ đâu đến.",
        en: "No machine of this centre signed the bundle; nothing was taken in. Ask where the "
          + "stick comes from.")
    case .damaged(let damage): damage.words
    }
  }
}

extension BundleDamage {
  /// What of the bundle is wrong, part by part, and what to ask for.
  package var words: BilingualText {
    let parts = [
      manifestWords,
      Self.list(missing, parts, vi: "Thiếu phần", en: "Missing: part"),
      Self.list(damaged, parts, vi: "Hỏng phần", en: "Damaged: part"),
      Self.list(foreign, parts, vi: "Của gói khác: phần", en: "Of another bundle: part"),
    ].compactMap(\.self)
    return parts.reduce(BilingualText(same: "")) { $0 + $1 + BilingualText(same: " ") }
      + BilingualText(
        vi: "Không nhận gì từ gói này; các gói khác không bị ảnh hưởng. Máy đã ghi gói vẫn giữ mọi "
          + "bản ghi: hãy xin ghi lại gói.",
        en: "Nothing of this bundle was taken in; others are not affected. The machine that wrote "
          + "it still has every record: ask for it to be packed again.")
  }

  private var manifestWords: BilingualText? {
    switch manifest {
    case .sound: nil
    case .missing:
      BilingualText(
        vi: "Gói chưa ghi xong: USB bị rút ra giữa chừng, hoặc thiếu tệp cuối.",
        en: "The bundle was never finished: the stick was pulled out in the middle, or its last "
          + "file is gone.")
    case .damaged:
      BilingualText(
        vi: "Tệp mục lục của gói bị hỏng.", en: "The bundle's table of contents is damaged.")
    }
  }

  private static func list(
    _ numbers: [Int], _ total: Int?, vi: String, en: String
  ) -> BilingualText? {
    guard !numbers.isEmpty else { return nil }
    let list = numbers.prefix(20).map(String.init).joined(separator: ", ")
    return BilingualText(
      vi: "\(vi) \(list)\(total.map { " trong \($0) phần" } ?? "").",
      en: "\(en) \(list)\(total.map { " of \($0)" } ?? "").")
  }
}
