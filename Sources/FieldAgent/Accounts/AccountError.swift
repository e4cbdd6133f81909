import FieldWork

/// What local accounts can refuse. Codes are stable.
package enum AccountError: Error, Equatable, Sendable {
  /// A chosen password has fewer characters than `AccountPassword.minimumCharacters`.
  case tooShort
  /// A chosen password has more bytes than `AccountPassword.maximumBytes`.
  case tooLong
  /// The typed password is not the account's.
  case wrongPassword
  /// The member has an account on this laptop.
  case alreadyThere(name: String)
  /// The new password was typed differently the second time.
  case notRepeated
  /// A new password is needed, and nobody sits at a terminal to type it.
  case newPasswordNeeded
  /// It was not said whose password opens the laptop, and several can.
  case severalAccounts(names: [String])
  /// Nobody of this name has an account on this laptop.
  case unknown(name: String)
  /// The member is not of the team whose page was used, or is no member.
  case notOfTeam
  /// There are as many accounts as a laptop keeps.
  case tooMany
  /// Without its last account the laptop would open without a password.
  case lastAccount(name: String)
  /// The laptop has no accounts, so there is no password to change or to forget.
  case noAccounts
  /// The reset code is not this laptop's of this day, or has served already.
  case wrongResetCode(day: LocalDate)
  /// The laptop has no way back by a code: it was never opened since it got its accounts.
  case noResetPoint

  /// The stable code.
  package var code: String {
    switch self {
    case .tooShort: "password-too-short"
    case .tooLong: "password-too-long"
    case .wrongPassword: "password-wrong"
    case .alreadyThere: "account-exists"
    case .notRepeated: "password-not-repeated"
    case .newPasswordNeeded: "password-needed"
    case .severalAccounts: "accounts-several"
    case .unknown: "account-unknown"
    case .notOfTeam: "member-not-of-team"
    case .tooMany: "accounts-too-many"
    case .lastAccount: "account-last"
    case .noAccounts: "no-accounts"
    case .wrongResetCode: "reset-code-wrong"
    case .noResetPoint: "reset-point-missing"
    }
  }
}
