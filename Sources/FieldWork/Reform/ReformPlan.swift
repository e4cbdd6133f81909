import Replica
import SyncProtocol

/// What a reform would do: shown first, then carried out.
package struct ReformPlan: Hashable, Sendable {
  /// A unit that changes: one act.
  package struct UnitChange: Hashable, Sendable {
    /// The old code.
    package let code: String
    /// Its name before.
    package let name: String
    /// Where each of its scopes goes; a scope through which the border runs goes several ways.
    package var moves: [Move] = []
    /// Scopes of households of which the file does not say where they go.
    package var undecided: [ScopeID] = []
    /// The unit that takes all that is not told apart; nil where the unit was split.
    package var successor: String?
  }

  /// A scope that comes under other units.
  package struct Move: Hashable, Sendable {
    /// The scope.
    package let scope: ScopeID
    /// The codes it comes under, ascending; none where nobody says.
    package let to: [String]
  }

  /// A hamlet that changes its name, becomes part of another, or is split: one act.
  package struct HamletChange: Hashable, Sendable {
    /// The old rows; several where it had become one of several.
    package let rows: [RowID]
    /// Its name before.
    package let name: String
    /// What it is.
    package let kind: PlaceKind?
    /// What it becomes.
    package let becomes: [NewHamlet]
    /// Whether nobody can tell which of its households live in which part.
    package var isSplit: Bool { becomes.count > 1 }
  }

  /// A hamlet from the day on.
  package struct NewHamlet: Hashable, Sendable {
    /// The unit it lies in.
    package let code: String
    /// Its name.
    package let name: String
    /// Whether only a part of the old hamlet goes there.
    package let isPart: Bool
  }

  /// A unit that begins: it gets a scope for its own teams, which carries its name.
  package struct NewUnit: Hashable, Sendable {
    /// Its code.
    package let code: String
    /// Its name.
    package let name: String
  }

  /// What the change touches.
  package struct Effects: Hashable, Sendable {
    /// Scopes of households.
    package var scopes = 0
    /// Standing households in them.
    package var households = 0
    /// Teams that serve them.
    package var teams = 0
    /// Laptops that hold any of them.
    package var laptops = 0
    /// What laptops gain and lose.
    package var grants: [GrantChange] = []
    /// Households of split hamlets, of which the file does not say on which side they live.
    package var undecidedHouseholds: [RowID] = []
  }

  /// The first day of the new state.
  package let day: LocalDate
  /// Units that change, in the order of the file.
  package var units: [UnitChange] = []
  /// Hamlets that change, in the order of the file.
  package var hamlets: [HamletChange] = []
  /// Units that begin, by code.
  package var newUnits: [NewUnit] = []
  /// Rows about units or hamlets of which this centre has nothing, or where all is as it should be.
  package var skipped: [ReformRow] = []
  /// What it touches.
  package var effects = Effects()

  /// Whether there is nothing to do.
  package var isEmpty: Bool { units.isEmpty && hamlets.isEmpty }

  /// The scopes of which the file does not say where they go.
  package var undecidedScopes: [ScopeID] { units.flatMap(\.undecided) }
}
