import Replica
import SyncProtocol

/// What a meeting came to, as one of its laptops says it.
package struct NeighbourOutcome: Sendable, Equatable {
  /// What people call the other laptop.
  package var neighbour: String
  /// What was given and taken.
  package var report: MeetingReport
  /// The hamlets whose households both may hold, by what people call them.
  package var hamlets: [String]
  /// What people call the areas of which this laptop lacks what only the centre can give; empty for
  /// the common lists.
  package var lackingHere: [String]
  /// The same of the other laptop.
  package var lackingThere: [String]
}

/// Why a meeting did not go to its end, with what it had done by then.
package struct NeighbourBreak: Error, Sendable {
  /// Why.
  package let reason: any Error
  /// What was done; nil where the two had not met yet.
  package let outcome: NeighbourOutcome?
}

extension Laptop {
  /// What a meeting came to; nil before the two knew each other.
  func outcome(of meeting: NeighbourMeeting) throws -> NeighbourOutcome? {
    guard let neighbour = meeting.neighbour else { return nil }
    let report = meeting.report
    return NeighbourOutcome(
      neighbour: neighbour.label, report: report,
      hamlets: try report.common.filter(isOfHouseholds).map(label),
      lackingHere: try report.lackingHere.sorted().map(label),
      lackingThere: try report.lackingThere.sorted().map(label))
  }

  private func isOfHouseholds(_ scope: ScopeID) throws -> Bool {
    try store.connection.integer(
      "SELECT count(*) FROM scope WHERE rid = ? AND kind = 1", .integer(scope.rawValue)) > 0
  }

  private func label(of scope: ScopeID) throws -> String {
    scope == .everyone ? "" : try HandBackWarning.label(of: scope, self)
  }
}
