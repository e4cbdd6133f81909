import SyncProtocol

/// What a reform changed, step by step: enough to see whether it stands as it was written, and to
/// take it back by later operations.
package struct ReformTrace: Hashable, Sendable {
  /// What happened to a row of the map, a place or a rule of grants. Raw values are stored.
  package enum Kind: Int64, Sendable, CaseIterable {
    /// An entry of the map of units got a last day.
    case entryEnded = 1
    /// An entry that would never have been valid was deleted.
    case entryDeleted = 2
    /// An entry was added.
    case entryAdded = 3
    /// A place got a last day.
    case placeEnded = 4
    /// A place was added.
    case placeAdded = 5
    /// A rule of grants got an end.
    case ruleEnded = 6
    /// A rule of grants was added.
    case ruleAdded = 7
    /// A place that was left, valid on no day, from a reform that was taken back, began again.
    case placeResumed = 8
  }

  /// One change.
  package struct Step: Hashable, Sendable {
    /// What happened.
    package var kind: Kind
    /// The row, or the number of the rule.
    package var row: Int64
    /// Its end before; a day, for rules milliseconds; nil without end.
    package var before: Int64?
    /// Its end after.
    package var after: Int64?

    /// Gathers the parts.
    package init(_ kind: Kind, _ row: Int64, before: Int64? = nil, after: Int64? = nil) {
      self.kind = kind
      self.row = row
      self.before = before
      self.after = after
    }
  }

  /// The first day of the new state, since 1970.
  package var day: Int64
  /// The changes, by kind and row.
  package var steps: [Step]

  /// Gathers the parts.
  package init(day: Int64, steps: [Step]) {
    self.day = day
    self.steps = steps
  }
}

/// What a reform may change, by row: its end, nil without one.
struct ReformState {
  var entries: [Int64: Int64?] = [:]
  var places: [Int64: Int64?] = [:]
  var rules: [Int64: Int64?] = [:]

  /// The steps from one state to the next.
  func steps(to next: ReformState) -> [ReformTrace.Step] {
    func changes(
      _ old: [Int64: Int64?], _ new: [Int64: Int64?], ended: ReformTrace.Kind,
      added: ReformTrace.Kind, deleted: ReformTrace.Kind? = nil,
      resumed: ReformTrace.Kind? = nil
    ) -> [ReformTrace.Step] {
      var steps: [ReformTrace.Step] = []
      for row in Set(old.keys).union(new.keys).sorted() {
        switch (old[row], new[row]) {
        case (let before?, let after?) where before != after:
          let kind = before != nil && after == nil ? resumed ?? ended : ended
          steps.append(.init(kind, row, before: before, after: after))
        case (nil, let after?): steps.append(.init(added, row, after: after))
        case (let before?, nil):
          if let deleted { steps.append(.init(deleted, row, before: before)) }
        default: break
        }
      }
      return steps
    }
    return changes(
      entries, next.entries, ended: .entryEnded, added: .entryAdded, deleted: .entryDeleted)
      + changes(
        places, next.places, ended: .placeEnded, added: .placeAdded, resumed: .placeResumed)
      + changes(rules, next.rules, ended: .ruleEnded, added: .ruleAdded)
  }
}
