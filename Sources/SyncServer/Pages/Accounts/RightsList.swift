import CommandLine
import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A person or program with rights at the centre, as lists show it.
protocol RightsHolder: Sendable {
  /// What it is called.
  var name: AccountName { get }
  /// What it may do.
  var rights: AccountRights { get }
  /// When it was made.
  var created: Timestamp { get }
}

extension Account: RightsHolder {}
extension ProgramToken: RightsHolder {}

/// What the lists of accounts and of tokens have in common, on pages and in commands.
struct RightsList<Holder: RightsHolder>: Sendable {
  /// All of them.
  let holders: [Holder]
  private let nameWords: BilingualText
  private let reaches: [AccountName: BilingualText]

  /// Reads over whose work each may speak.
  init(_ holders: [Holder], _ nameWords: BilingualText, _ centre: Centre) throws {
    self.holders = holders
    self.nameWords = nameWords
    reaches = try centre.read { reader in
      try Dictionary(
        holders.map { ($0.name, try reader.words(of: $0.rights)) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private static func roles(_ holder: Holder, _ language: Language) -> String {
    holder.rights.roles.map { $0.words.text(in: language) }.joined(separator: ", ")
  }

  private func reach(_ holder: Holder, _ language: Language) -> String {
    reaches[holder.name]?.text(in: language) ?? ""
  }

  /// The columns of a page: name, roles, reach, when it was made; a name leads below `path`.
  func columns(_ path: String, _ language: Language) -> [PageList<Holder>.Column] {
    [
      .init(
        "name", nameWords, orderedBy: \.name.text,
        cell: { holder in
          element("a", ["href": "\(path)/\(holder.name.text)"]) { holder.name.text }
        }, value: { .text($0.name.text) }),
      .init("roles", AccountWords.roles) { .text(Self.roles($0, language)) },
      .init("reach", AccountWords.reach) { holder in
        let words = reach(holder, language)
        return words.isEmpty ? .empty : .text(words)
      },
      .init("made", AccountWords.made, orderedBy: \.created) { holder in
        .minute(LocalDateTime(time: holder.created).minutesSince1970)
      },
    ]
  }

  /// The same columns of a command's table.
  var tableColumns: [Table.Column] {
    [
      .text(nameWords), .text(AccountWords.roles), .text(AccountWords.reach),
      .text(AccountWords.made),
    ]
  }

  /// What stands in them.
  func cells(_ holder: Holder, _ language: Language) -> [String] {
    [
      holder.name.text, Self.roles(holder, language), reach(holder, language),
      Format.date(LocalDateTime(time: holder.created).date),
    ]
  }

  /// The same for programs, the name under a key of its own.
  static func json(_ holder: Holder, name key: String) -> [JSONValue.Member] {
    let rights = holder.rights
    return [
      .init(key, .text(holder.name.text)),
      .init("roles", .array(rights.roles.map { .text($0.rawValue) })),
      .init("unit", .text(orNull: rights.unit)),
      .init("team", .text(orNull: rights.team.map { String($0.rawValue) })),
      .init("member", .text(orNull: rights.member.map { String($0.rawValue) })),
      .init("created", .text(LocalDateTime(time: holder.created).iso)),
    ]
  }
}
