import FieldWork

/// Why nothing was done with a token, or nothing was answered to it.
package enum TokenError: CentreProblem, Equatable {
  /// The name is taken; closed tokens keep theirs, since the log names them by it.
  case exists(String)
  /// There is no such token.
  case unknown(String)
  /// A program showed no token, or one that does not hold.
  case notShown
  /// The token's role does not let a program read this.
  case notAllowed(String)

  /// The stable code.
  package var code: String {
    switch self {
    case .exists: "token-exists"
    case .unknown: "token-unknown"
    case .notShown: "token-missing"
    case .notAllowed: "role-not-allowed"
    }
  }

  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .exists, .unknown: .userError
    case .notShown, .notAllowed: .notAllowed
    }
  }

  /// What happened, what is safe and what to do next.
  package var words: BilingualText {
    switch self {
    case .exists(let name):
      BilingualText(
        vi: "Đã có mã truy cập tên “\(name)”, kể cả khi đã đóng; không có gì bị thay đổi. Hãy chọn "
          + "tên khác.",
        en: "There is a token “\(name)” already, be it a closed one; nothing was changed. Choose "
          + "another name.")
    case .unknown(let name):
      BilingualText(
        vi: "Không có mã truy cập tên “\(name)”. Xem: camtay-server token list",
        en: "There is no token “\(name)”. See: camtay-server token list")
    case .notShown:
      BilingualText(
        vi:
          "Cần mã truy cập còn hiệu lực trong “Authorization: Bearer …”; quản trị tài khoản cấp mã "
          + "ở trang /tokens. Không có gì được đọc.",
        en: "A token that holds is needed in “Authorization: Bearer …”; an administrator makes one "
          + "on the page /tokens. Nothing was read.")
    case .notAllowed(let name):
      BilingualText(
        vi: "Mã truy cập “\(name)” không có vai trò đọc được phần này. Không có gì được đọc.",
        en: "The token “\(name)” has no role that may read this. Nothing was read.")
    }
  }
}
