import CommandLine
import FieldWork

extension FailureCatalogue {
  /// Failures of local accounts.
  static func failure(_ error: AccountError, on surface: Surface = .commands) -> Failure {
    let failure = happened(error)
    guard let next = next(error, surface) else { return failure }
    return Failure(
      code: failure.code, exitCode: failure.exitCode,
      words: failure.words + BilingualText(same: " ") + next)
  }

  /// What to do next where that differs between a terminal and a page.
  private static func next(_ error: AccountError, _ surface: Surface) -> BilingualText? {
    switch error {
    case .wrongPassword:
      surface.next(
        command: BilingualText(
          vi: "Quên mật khẩu thì chạy: camtay user reset",
          en: "A forgotten password: camtay user reset"),
        page: BilingualText(
          vi: "Quên mật khẩu thì khóa máy rồi bấm “Quên mật khẩu”.",
          en: "A forgotten password: lock the laptop and press “Forgot the password”."))
    case .alreadyThere:
      surface.next(
        command: BilingualText(
          vi: "Đổi mật khẩu bằng: camtay user password",
          en: "Another password is set by: camtay user password"),
        page: BilingualText(
          vi: "Người ấy tự đổi mật khẩu ở trang Tài khoản.",
          en: "They set another password themselves on the page Accounts."))
    case .unknown:
      surface.next(
        command: BilingualText(vi: "Xem: camtay user list", en: "See: camtay user list"),
        page: BilingualText(
          vi: "Xem danh sách ở trang Tài khoản.", en: "See the list on the page Accounts."))
    case .tooMany:
      surface.next(
        command: BilingualText(
          vi: "Hãy bỏ tài khoản không còn dùng: camtay user remove",
          en: "Remove one that is no longer used: camtay user remove"),
        page: BilingualText(
          vi: "Hãy bỏ tài khoản không còn dùng ở trang Tài khoản.",
          en: "Remove one that is no longer used on the page Accounts."))
    case .lastAccount:
      surface.next(
        command: BilingualText(
          vi: "Nếu vẫn muốn vậy, hãy thêm --without-password.",
          en: "If that is wanted, add --without-password."),
        page: BilingualText(
          vi: "Hãy thêm tài khoản của người khác trước.",
          en: "Add somebody else's account first."))
    case .noAccounts:
      surface.next(
        command: BilingualText(vi: "Thêm bằng: camtay user add", en: "Add one by: camtay user add"),
        page: BilingualText(
          vi: "Hãy mở lại trang này để thêm.", en: "Open this page again to add one."))
    case .wrongResetCode:
      surface.next(
        command: BilingualText(
          vi: "Hãy chạy “camtay user reset”, đọc lại cho điều phối viên rồi xin mã của đúng ngày "
            + "đó.",
          en: "Run “camtay user reset”, read it out again and ask for the code of that very day."),
        page: BilingualText(
          vi: "Hãy đọc lại từng dòng ở trang này cho điều phối viên rồi xin mã của đúng ngày đó.",
          en: "Read the lines of this page out again and ask for the code of that very day."))
    case .tooShort, .tooLong, .notRepeated, .newPasswordNeeded, .severalAccounts, .notOfTeam,
      .noResetPoint:
      nil
    }
  }

  private static func happened(_ error: AccountError) -> Failure {
    switch error {
    case .tooShort:
      make(
        error.code, .userError,
        vi: "Mật khẩu cần ít nhất \(AccountPassword.minimumCharacters) ký tự; chưa thay đổi gì. "
          + "Hãy chọn vài từ dễ nhớ.",
        en: "A password needs at least \(AccountPassword.minimumCharacters) characters; nothing "
          + "was changed. Choose a few words that are easy to remember.")
    case .tooLong:
      make(
        error.code, .userError,
        vi: "Mật khẩu dài quá \(AccountPassword.maximumBytes) byte; chưa thay đổi gì. "
          + "Hãy chọn mật khẩu ngắn hơn.",
        en: "The password is longer than \(AccountPassword.maximumBytes) bytes; nothing was "
          + "changed. Choose a shorter one.")
    case .wrongPassword:
      make(
        error.code, .notAllowed,
        vi: "Mật khẩu không đúng; chưa xem và chưa ghi gì. Hãy xem lại chữ hoa, chữ thường và bộ "
          + "gõ tiếng Việt rồi gõ lại.",
        en: "The password is wrong; nothing was read or written. Look at capital letters and the "
          + "Vietnamese keyboard and type it again.")
    case .alreadyThere(let name):
      make(
        error.code, .userError,
        vi: "\(name) đã có tài khoản trên máy này; chưa thay đổi gì.",
        en: "\(name) has an account on this laptop already; nothing was changed.")
    case .notRepeated:
      make(
        error.code, .userError,
        vi: "Hai lần gõ mật khẩu mới không giống nhau; chưa thay đổi gì. Hãy làm lại.",
        en: "The new password was typed differently the second time; nothing was changed. "
          + "Try again.")
    case .newPasswordNeeded:
      make(
        error.code, .notAllowed,
        vi: "Cần mật khẩu mới mà không có ai ở cửa sổ dòng lệnh để gõ; chưa thay đổi gì. "
          + "Hãy chạy trong cửa sổ dòng lệnh, hoặc thêm --new-password-file TỆP.",
        en: "A new password is needed and nobody sits at a terminal to type it; nothing was "
          + "changed. Run it in a terminal, or add --new-password-file FILE.")
    case .severalAccounts(let names):
      make(
        error.code, .userError,
        vi: "Máy này có nhiều tài khoản; chưa xem và chưa ghi gì. Hãy nói dùng tài khoản của ai "
          + "bằng --as: \(names.joined(separator: ", ")).",
        en: "This laptop has several accounts; nothing was read or written. Say whose to use by "
          + "--as: \(names.joined(separator: ", ")).")
    case .unknown(let name):
      make(
        error.code, .userError,
        vi: "\(name) không có tài khoản trên máy này; chưa thay đổi gì.",
        en: "\(name) has no account on this laptop; nothing was changed.")
    case .notOfTeam:
      make(
        error.code, .notAllowed,
        vi: "Người này không thuộc tổ của bạn; chưa thay đổi gì. Hãy chọn trong danh sách.",
        en: "This person is not of your team; nothing was changed. Choose from the list.")
    case .tooMany:
      make(
        error.code, .refusedForSafety,
        vi: "Máy này đã có \(AccountsFile.maximumCount) tài khoản; chưa thay đổi gì.",
        en: "This laptop has \(AccountsFile.maximumCount) accounts already; nothing was changed.")
    case .lastAccount(let name):
      make(
        error.code, .refusedForSafety,
        vi: "\(name) là tài khoản cuối cùng: bỏ nó thì ai cầm máy cũng mở được dữ liệu của người "
          + "dân mà không cần mật khẩu. Chưa thay đổi gì.",
        en: "\(name) is the last account: without it anybody who holds the laptop opens residents' "
          + "data without a password. Nothing was changed.")
    case .noAccounts:
      make(
        error.code, .userError,
        vi: "Máy này chưa có tài khoản nào, nên mở không cần mật khẩu; chưa thay đổi gì.",
        en: "This laptop has no accounts, so it opens without a password; nothing was changed.")
    case .wrongResetCode(let day):
      make(
        error.code, .notAllowed,
        vi: "Mã không mở được máy này: mã của máy khác, của ngày khác, hoặc đã dùng rồi. "
          + "Chưa thay đổi gì. Máy này đang ở ngày \(Format.date(day)); mỗi mã dùng một lần.",
        en: "The code does not open this laptop: it is another laptop's, another day's, or was "
          + "used. Nothing was changed. This laptop's date is \(Format.date(day)), and a code "
          + "serves once.")
    case .noResetPoint:
      make(
        error.code, .needsAttention,
        vi: "Máy này chưa có đường lấy lại mật khẩu; chưa thay đổi gì. Hãy mở máy bằng mật khẩu "
          + "của một tài khoản khác, hoặc phục hồi từ bản sao lưu.",
        en: "This laptop has no way back from a forgotten password yet; nothing was changed. "
          + "Unlock it by another account's password, or restore a backup.")
    }
  }
}
