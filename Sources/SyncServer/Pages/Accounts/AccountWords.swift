import FieldWork
import SyncProtocol

/// The words of accounts, on pages and in commands.
enum AccountWords {
  static let title = BilingualText(vi: "Tài khoản", en: "Accounts")
  static let add = BilingualText(vi: "Thêm tài khoản", en: "Add an account")
  static let name = BilingualText(vi: "Tên tài khoản", en: "Account")
  static let nameRule = BilingualText(
    vi: "chữ không dấu, chữ số, - . _", en: "plain letters, digits, - . _")
  static let saved = BilingualText(
    vi: "Đã lưu và ghi vào nhật ký.", en: "Saved, and noted in the log.")
  static let roles = BilingualText(vi: "Vai trò", en: "Roles")
  static let reach = BilingualText(vi: "Phạm vi", en: "Reach")
  static let unit = BilingualText(vi: "Xã, phường (mã 5 chữ số)", en: "Unit (code of 5 digits)")
  static let team = BilingualText(vi: "Tổ (mã hoặc tên)", en: "Team (code or name)")
  static let member = BilingualText(
    vi: "Là thành viên (mã hoặc họ tên)", en: "Is the member (code or full name)")
  static let passwordSet = BilingualText(vi: "Mật khẩu đặt lúc", en: "Password set")
  static let made = BilingualText(vi: "Tạo lúc", en: "Made")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let open = BilingualText(vi: "đang dùng", en: "in use")
  static let none = BilingualText(vi: "Chưa có tài khoản nào.", en: "There is no account yet.")

  /// The password of an account, which is shown once.
  static func password(_ password: String, of name: String) -> BilingualText {
    BilingualText(
      vi: "Mật khẩu của \(name) (chỉ hiện một lần này, hãy trao tận tay): \(password)",
      en: "The password of \(name) (shown this once, hand it over in person): \(password)")
  }

  static func capitalised(_ words: BilingualText) -> BilingualText {
    CoordinatorWords.capitalised(words)
  }
}

extension Account {
  /// Open, closed, locked, or not taken over by its person yet.
  var stateWords: BilingualText {
    func since(_ time: Timestamp) -> BilingualText {
      BilingualText(same: Format.dateTime(LocalDateTime(time: time)))
    }
    if let closed { return BilingualText(vi: "đã đóng lúc ", en: "closed since ") + since(closed) }
    if let locked {
      return BilingualText(
        vi: "bị khoá vì gõ sai mật khẩu lúc ", en: "locked by wrong passwords since ")
        + since(locked)
    }
    return mustChoosePassword
      ? BilingualText(vi: "chưa tự chọn mật khẩu", en: "has not chosen a password yet")
      : AccountWords.open
  }
}
