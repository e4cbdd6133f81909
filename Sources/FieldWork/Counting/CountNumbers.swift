/// The numbers of a period or group: four kinds that are never mixed.
package struct CountNumbers: Hashable, Sendable {
  /// Attempts at households; nil where a visit has no such property, which is not 0.
  package var visits: Int?
  /// Assists that count.
  package var countedAssists = 0
  /// Assists that are saved and would count once something is mended.
  package var provisionalAssists = 0
  /// Assists that do not count.
  package var otherAssists = 0
  /// Distinct residents with at least one counted assist: persons, however many rows they have.
  package var residents = 0
  /// The same at most: more than `residents` where it is disputed who is the same person.
  package var residentsAtMost = 0
  /// Counted assists of residents who wished no record of themselves; in no resident's number.
  package var anonymousAssists = 0
  /// Dossiers filed; nil where a dossier has no such property, which is not 0.
  package var submissions: Int?
  /// Assists that a person voided, or whose visit was; among the others above.
  package var voidedAssists = 0
  /// Assists that stand and name no resident, whatever they count as.
  package var unnamedAssists = 0
  /// Distinct residents with any assist that stands: how big the group is, for suppression.
  package var involvedResidents = 0

  /// Nothing counted yet.
  package init() {}

  /// All assists, whatever they count as.
  package var assists: Int { countedAssists + provisionalAssists + otherAssists }
  /// All assists that nobody voided, whatever came of them.
  package var standingAssists: Int { assists - voidedAssists }
}
