import SyncProtocol

/// What an import of the directory would do: shown first, then applied.
package struct DirectoryPlan: Equatable, Sendable {
  /// What happens to a row.
  package enum Action: Equatable, Sendable {
    /// It is new.
    case add
    /// It is there and gets other values.
    case change(RowID)
    /// It is there as it stands in the file.
    case keep(RowID)

    /// The row, when it is there.
    package var row: RowID? {
      switch self {
      case .add: nil
      case .change(let row), .keep(let row): row
      }
    }
  }

  /// A hamlet of the file, or one that members.csv names and the store knows.
  package struct Hamlet: Equatable, Sendable {
    /// What happens to it.
    package var action: Action
    /// The commune.
    package let communeCode: String
    /// Its name.
    package let name: String
    /// What it is.
    package let kind: PlaceKind
  }

  /// A team of the file.
  package struct Team: Equatable, Sendable {
    /// What happens to it.
    package var action: Action
    /// The hamlet, by its place in `hamlets`.
    package let hamlet: Int
    /// Its name.
    package let name: String
  }

  /// A member of the file.
  package struct Member: Equatable, Sendable {
    /// What happens to them.
    package var action: Action
    /// The team, by its place in `teams`.
    package let team: Int
    /// Full name.
    package let fullName: String
    /// Role within the team.
    package let role: String?
    /// The organisation that sent them.
    package let organisation: String?
    /// Telephone.
    package let phone: String?
    /// First day of membership.
    package let from: LocalDate?
  }

  /// Hamlets, in the order of the file.
  package var hamlets: [Hamlet] = []
  /// Teams, in the order in which the file first names them.
  package var teams: [Team] = []
  /// Members, in the order of the file.
  package var members: [Member] = []
  /// Communes for which a scope is opened.
  package var newCommunes: [String] = []

  /// How many hamlets, teams and members are new, changed and left as they are.
  package var summary: BilingualText {
    let lines = [
      (BilingualText(vi: "Thôn, tổ dân phố", en: "Hamlets"), hamlets.map(\.action)),
      (BilingualText(vi: "Tổ", en: "Teams"), teams.map(\.action)),
      (BilingualText(vi: "Thành viên", en: "Members"), members.map(\.action)),
    ]
    let texts = lines.map { label, actions in
      let new = actions.count { $0 == .add }
      let changed = actions.count { if case .change = $0 { true } else { false } }
      let kept = actions.count - new - changed
      return BilingualText(
        vi: "\(label.vietnamese): \(new) mới, \(changed) sửa, \(kept) giữ nguyên",
        en: "\(label.english): \(new) new, \(changed) changed, \(kept) unchanged")
    }
    return BilingualText(
      vi: texts.map(\.vietnamese).joined(separator: "\n"),
      en: texts.map(\.english).joined(separator: "\n"))
  }

  /// Whether applying it would write anything.
  package var isEmpty: Bool {
    let actions = hamlets.map(\.action) + teams.map(\.action) + members.map(\.action)
    return newCommunes.isEmpty && actions.allSatisfy { if case .keep = $0 { true } else { false } }
  }
}
