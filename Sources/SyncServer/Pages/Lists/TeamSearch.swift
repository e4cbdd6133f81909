import FieldWork
import Pages
import SyncProtocol
import Web

/// Finding a team in a list of many by a part of its name.
enum TeamSearch {
  /// Teams that are seen at once, without searching.
  private static let seenAtOnce = 12

  /// A filter by name, where there are more teams than one looks through.
  static func filters<Row>(
    _ labels: [BilingualText], name: @escaping (Row) -> BilingualText
  ) -> [PageList<Row>.Filter] {
    guard labels.count > seenAtOnce else { return [] }
    return [
      PageList<Row>.Filter("q", CoordinatorWords.team) { row, typed in
        let wanted = SearchFold.base(typed)
        return [name(row).vietnamese, name(row).english].contains {
          SearchFold.base($0).contains(wanted)
        }
      }
    ]
  }
}

/// The team that a page's own form asks for, among those within reach; chosen, or typed where there
/// are many.
struct AskedTeam {
  /// The team; nil for all, and where what was typed is none or may be several.
  let team: RowID?
  /// What it is called.
  let words: BilingualText?
  private let name: String
  private let choices: NamedChoices
  /// Its value, or what was typed in its place.
  private let kept: String

  init(_ request: PageRequest, _ name: String, within reached: ReachedWork) throws {
    self.name = name
    choices = NamedChoices(try request.teams(within: reached))
    let typed = String((request.http.query[name] ?? "").prefix(Self.maximumCharacters))
    if case .one(let value) = choices.meaning(of: typed) {
      kept = value
      team = Int64(value).flatMap(RowID.init(rawValue:))
      words = choices.words(of: value)
    } else {
      kept = typed
      team = nil
      words = nil
    }
  }

  private static let maximumCharacters = 100

  /// How many there are to choose among.
  var count: Int { choices.all.count }

  /// The field of the form.
  func field(_ language: Language) -> HTML {
    choices.field(
      name, CoordinatorWords.team, kept: choices.isTyped || team != nil ? kept : "",
      everything: RatePageWords.all, language
    ).html(language)
  }

  /// The teams that something typed may mean, below the form.
  ///
  /// - Parameter address: where the page shows a team.
  func matches(_ language: Language, address: (_ value: String) -> String) -> HTML {
    choices.matches(kept, CoordinatorWords.team, language, address: address)
  }
}
