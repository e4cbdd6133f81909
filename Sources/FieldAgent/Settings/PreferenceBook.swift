import CommandLine
import FieldWork
import Pages
import Replica
import Synchronization
import SyncProtocol
import Web

/// What one account chose for its pages, and which news it has seen.
struct Preferences: Equatable, Sendable {
  /// The language of its pages; nil until one was chosen.
  var language: Language?
  /// How large and how strong its pages are.
  var display = PageDisplay()
  /// The version whose news were shown and put away; nil before the first.
  var newsSeen: String?
  /// Whether the three steps of a first day still stand on its first page.
  var isNew = false
}

/// preferences.json: what the accounts of a laptop chose. It holds nothing of residents and is plain,
/// because the page to unlock is drawn by it too.
///
/// A file that is damaged or of a later version is as none: nobody is kept from work by a colour.
struct PreferenceBook {
  static let fileName = "preferences.json"
  private static let version: Int64 = 1
  /// Two pages that answer at once write one after the other.
  private static let turn = Mutex(())

  let home: HomeFolder

  init(_ home: HomeFolder) { self.home = home }

  /// What an account chose; the standard before.
  func preferences(of member: RowID) -> Preferences {
    all().first { $0.member == member }?.preferences ?? Preferences()
  }

  /// Changes what an account chose; on disk when this returns.
  /// - Throws: `HomeError`.
  func change(_ member: RowID, _ change: (inout Preferences) -> Void) throws {
    try Self.turn.withLock { _ in
      var entries = all()
      let index =
        entries.firstIndex { $0.member == member }
        ?? {
          entries.append((member, Preferences()))
          return entries.count - 1
        }()
      let before = entries[index].preferences
      change(&entries[index].preferences)
      guard entries[index].preferences != before else { return }
      // The oldest give way: as many accounts as a laptop keeps have room.
      try write(Array(entries.suffix(AccountsFile.maximumCount)))
    }
  }

  /// Notes what a new account begins with: its first steps, and the language in which it was made.
  /// - Throws: `HomeError`.
  func welcome(_ member: RowID, _ language: Language?) throws {
    try change(member) { preferences in
      preferences = Preferences(
        language: language, newsSeen: FieldAgent.version, isNew: true)
    }
  }

  private typealias Entry = (member: RowID, preferences: Preferences)

  private func all() -> [Entry] {
    guard let bytes = try? home.read(Self.fileName), let json = try? JSONValue(parsing: bytes),
      json["version"]?.integerValue == Self.version
    else { return [] }
    return (json["accounts"]?.arrayValue ?? []).prefix(AccountsFile.maximumCount).compactMap {
      guard let member = $0["member"]?.textValue.flatMap({ Int64($0) }).flatMap(RowID.init) else {
        return nil
      }
      return (member, Preferences($0))
    }
  }

  private func write(_ entries: [Entry]) throws {
    let accounts = entries.map { entry in
      JSONValue.object(
        [JSONValue.Member("member", .text(String(entry.member.rawValue)))]
          + entry.preferences.members)
    }
    let json: JSONValue = ["version": .integer(Self.version), "accounts": .array(accounts)]
    try home.write(Self.fileName, Array((json.indentedText + "\n").utf8))
  }
}

extension Preferences {
  fileprivate init(_ json: JSONValue) {
    language = json["language"]?.textValue.flatMap(Language.init(rawValue:))
    display = PageDisplay(
      size: json["text_size"]?.textValue.flatMap(PageDisplay.TextSize.init(rawValue:)) ?? .normal,
      contrast: json["contrast"]?.textValue.flatMap(PageDisplay.Contrast.init(rawValue:))
        ?? .normal)
    newsSeen = json["news_seen"]?.textValue
    isNew = json["is_new"] == .bool(true)
  }

  fileprivate var members: [JSONValue.Member] {
    [
      .init("language", .text(orNull: language?.rawValue)),
      .init("text_size", .text(display.size.rawValue)),
      .init("contrast", .text(display.contrast.rawValue)),
      .init("news_seen", .text(orNull: newsSeen)), .init("is_new", .bool(isNew)),
    ]
  }

  /// Lets a browser draw its pages as this account chose; a language that it never chose stays.
  func remember(in response: inout HTTPResponse) {
    response.headers.append("Set-Cookie", display.cookie)
    if let language { response.headers.append("Set-Cookie", PageLanguage.cookie(language)) }
  }
}
