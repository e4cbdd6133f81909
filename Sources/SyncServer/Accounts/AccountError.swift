import FieldWork

/// Why nothing was done with an account.
package enum AccountError: CentreProblem, Equatable {
  /// The name of an account breaks its rule.
  case badName(String)
  /// The name is taken.
  case exists(String)
  /// There is no such account.
  case unknown(String)
  /// An account needs a role.
  case noRole
  /// A team lead needs a team.
  case roleNeedsTeam
  /// A volunteer's account needs its member.
  case roleNeedsMember
  /// This role cannot be kept to a unit.
  case roleHoldsEverywhere(Role)
  /// Nobody would be left who can see to accounts.
  case lastAdministrator
  /// A chosen password is too short or repeats a few characters.
  case weakPassword
  /// A chosen password holds the name of its account.
  case passwordHoldsName
  /// A chosen password is longer than can be taken.
  case longPassword
  /// A chosen password is the present one.
  case samePassword
  /// The two new passwords differ.
  case notRepeated
  /// The present password was typed wrong, so nothing was changed.
  case wrongPassword
  /// Name or password is wrong: which one is not said.
  case wrongSignIn
  /// Somebody else made the password, which therefore proves nobody.
  case passwordNotChosen(String)
  /// The account was closed, or wrong tries locked it.
  case notOpen(String)
  /// The account's role does not let it do this.
  case notAllowed(String)
  /// Commands show the whole centre, which is more than the account reaches.
  case reachTooSmall(String)

  /// The stable code.
  package var code: String {
    switch self {
    case .badName: "account-name-invalid"
    case .exists: "account-exists"
    case .unknown: "account-unknown"
    case .noRole: "account-without-role"
    case .roleNeedsTeam: "role-needs-team"
    case .roleNeedsMember: "role-needs-member"
    case .roleHoldsEverywhere: "role-holds-everywhere"
    case .lastAdministrator: "last-administrator"
    case .weakPassword: "password-weak"
    case .passwordHoldsName: "password-holds-name"
    case .longPassword: "password-long"
    case .samePassword: "password-same"
    case .notRepeated: "password-not-repeated"
    case .wrongPassword: "password-wrong"
    case .wrongSignIn: "sign-in-wrong"
    case .passwordNotChosen: "password-not-chosen"
    case .notOpen: "account-not-open"
    case .notAllowed: "role-not-allowed"
    case .reachTooSmall: "reach-too-small"
    }
  }

  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .lastAdministrator: .refusedForSafety
    case .wrongPassword, .wrongSignIn, .passwordNotChosen, .notOpen, .notAllowed, .reachTooSmall:
      .notAllowed
    default: .userError
    }
  }

  /// What happened, what is safe and what to do next.
  package var words: BilingualText {
    switch self {
    case .badName(let name):
      BilingualText(
        vi: "Tên “\(name)” không dùng được: cần 1 đến 40 chữ cái không dấu, chữ số, - . _, bắt đầu "
          + "bằng chữ hoặc số",
        en: "The name “\(name)” will not do: 1 to 40 plain letters, digits, - . _, beginning with "
          + "a letter or digit")
    case .exists(let name):
      BilingualText(
        vi: "Đã có tài khoản “\(name)”; không có gì bị thay đổi. Nếu vừa thêm mà chưa kịp ghi mật "
          + "khẩu, hãy cấp mật khẩu mới cho tài khoản này.",
        en: "There is an account “\(name)” already; nothing was changed. If it was added just now "
          + "and its password was not written down, make a new password for it.")
    case .unknown(let name):
      BilingualText(
        vi: "Không có tài khoản “\(name)”. Xem: camtay-server account list",
        en: "There is no account “\(name)”. See: camtay-server account list")
    case .noRole:
      BilingualText(
        vi: "Tài khoản cần ít nhất một vai trò; chưa đổi gì.",
        en: "An account needs one role at least; nothing was changed.")
    case .roleNeedsTeam:
      BilingualText(
        vi: "Tài khoản của tổ trưởng cần có tổ; chưa đổi gì.",
        en: "A team lead's account needs a team; nothing was changed.")
    case .roleNeedsMember:
      BilingualText(
        vi: "Tài khoản của thành viên tổ cần ghi đó là thành viên nào; chưa đổi gì.",
        en: "A volunteer's account must say which member it is; nothing was changed.")
    case .roleHoldsEverywhere(let role):
      BilingualText(
        vi: "Vai trò “\(role.words.vietnamese)” là của cả trung tâm, không giới hạn theo xã được: "
          + "bỏ xã, hoặc lập hai tài khoản. Chưa đổi gì.",
        en: "The role “\(role.words.english)” is the whole centre's and cannot be kept to a unit: "
          + "leave the unit out, or make two accounts. Nothing was changed.")
    case .lastAdministrator:
      BilingualText(
        vi: "Đây là quản trị tài khoản cuối cùng; chưa đổi gì. Hãy giao vai trò này cho tài khoản "
          + "khác trước.",
        en: "This is the last administrator; nothing was changed. Give the role to another "
          + "account first.")
    case .weakPassword:
      BilingualText(
        vi: "Mật khẩu mới cần ít nhất \(Password.minimumCharacters) ký tự, không lặp vài ký tự và "
          + "không đếm liền như 12345678; một câu ngắn dễ nhớ là tốt nhất. Mật khẩu cũ vẫn dùng được.",
        en:
          "A new password needs \(Password.minimumCharacters) characters at least, more than a "
          + "few different ones, and not counted up like 12345678; a short sentence is best. "
          + "The old password still holds.")
    case .passwordHoldsName:
      BilingualText(
        vi: "Mật khẩu mới không được chứa tên tài khoản. Mật khẩu cũ vẫn dùng được.",
        en: "A new password must not hold the account's name. The old password still holds.")
    case .longPassword:
      BilingualText(
        vi: "Mật khẩu dài quá \(Password.maximumBytes) byte. Mật khẩu cũ vẫn dùng được.",
        en: "The password is longer than \(Password.maximumBytes) bytes. The old password still "
          + "holds.")
    case .samePassword:
      BilingualText(
        vi: "Mật khẩu mới phải khác mật khẩu hiện nay, vì người cấp còn biết mật khẩu ấy. Mật khẩu "
          + "cũ vẫn dùng được.",
        en: "The new password must be another one: whoever made the present one knows it. The old "
          + "password still holds.")
    case .notRepeated:
      BilingualText(
        vi: "Hai lần gõ mật khẩu mới không giống nhau. Mật khẩu cũ vẫn dùng được.",
        en: "The two new passwords differ. The old password still holds.")
    case .wrongPassword:
      BilingualText(
        vi: "Mật khẩu hiện nay không đúng; chưa đổi gì. Hãy gõ lại.",
        en: "The present password is wrong; nothing was changed. Type it again.")
    case .wrongSignIn:
      BilingualText(
        vi:
          "Tên hoặc mật khẩu không đúng. Hãy gõ lại. Sai \(AccountBook.triesUntilLocked) lần liền thì "
          + "tài khoản bị khóa và không tự mở: nhờ quản trị tài khoản mở lại hay cấp mật khẩu khác, "
          + "hoặc người giữ máy chủ chạy: camtay-server account unlock TÊN",
        en:
          "The name or the password is wrong. Type them again. \(AccountBook.triesUntilLocked) wrong "
          + "tries in a row lock an account, and it does not open by itself: ask an administrator to "
          + "open it or for another password, or whoever keeps the server runs: camtay-server account "
          + "unlock NAME")
    case .passwordNotChosen(let name):
      BilingualText(
        vi: "Mật khẩu của tài khoản “\(name)” do người khác cấp. Hãy đăng nhập vào các trang và tự "
          + "chọn mật khẩu trước. Chưa có gì bị thay đổi.",
        en: "Somebody else made the password of the account “\(name)”. Sign in to the pages and "
          + "choose another one first. Nothing was changed.")
    case .notOpen(let name):
      BilingualText(
        vi: "Tài khoản “\(name)” đã đóng, hoặc bị khóa vì gõ sai mật khẩu quá nhiều lần. Nhờ quản "
          + "trị tài khoản mở lại, hoặc người giữ máy chủ chạy: camtay-server account unlock "
          + name,
        en: "The account “\(name)” is closed, or locked after too many wrong passwords. An "
          + "administrator can open it, or whoever keeps the server runs: camtay-server account "
          + "unlock \(name)")
    case .notAllowed(let name):
      BilingualText(
        vi: "Tài khoản “\(name)” không được làm việc này. Chưa có gì bị thay đổi.",
        en: "The account “\(name)” may not do this. Nothing was changed.")
    case .reachTooSmall(let name):
      BilingualText(
        vi: "Lệnh này cho thấy cả trung tâm, còn tài khoản “\(name)” chỉ có một phần: hãy dùng các "
          + "trang. Chưa có gì bị thay đổi.",
        en: "This command shows the whole centre, and the account “\(name)” reaches a part of it: "
          + "use the pages. Nothing was changed.")
    }
  }
}
