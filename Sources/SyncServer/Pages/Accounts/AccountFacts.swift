import FieldWork
import Pages
import Web

/// What an account may do, and how it stands, as a list of facts.
struct AccountFacts {
  private let account: Account
  private let reach: BilingualText

  init(_ account: Account, reach: BilingualText) {
    self.account = account
    self.reach = reach
  }

  func html(_ language: Language) -> HTML {
    let roles = HTML.group {
      for role in account.rights.roles {
        element("p") {
          PageTable.cell(
            AccountWords.capitalised(role.words).text(in: language),
            detail: role.meaning.text(in: language))
        }
      }
    }
    return factList(
      [
        (AccountWords.name, .text(account.name.text)), (AccountWords.roles, roles),
        (
          AccountWords.reach, reach.vietnamese.isEmpty ? nil : .text(reach.text(in: language))
        ),
        (
          AccountWords.passwordSet,
          .text(Format.dateTime(LocalDateTime(time: account.changed)))
        ), (AccountWords.state, Self.state(account, language)),
      ], language)
  }

  /// How an account stands, with its mark.
  static func state(_ account: Account, _ language: Language) -> HTML {
    let mark: StateMark =
      if account.closed != nil {
        .neutral
      } else if account.locked != nil {
        .missing
      } else {
        account.mustChoosePassword ? .attention : .good
      }
    return mark.html(account.stateWords.text(in: language))
  }
}
