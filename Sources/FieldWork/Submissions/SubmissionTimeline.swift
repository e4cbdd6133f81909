import SyncProtocol

/// A dossier's status, folded from its events: the same on every replica that holds the same events.
///
/// Events are taken in order of (occurred at, rank of the status, dot) through the transition table.
/// An event that does not fit is kept and shown, and changes nothing; a final status therefore
/// stays, unless an event names the one that brought it as superseded.
package struct SubmissionTimeline: Hashable, Sendable {
  /// One event and what became of it.
  package struct Step: Hashable, Sendable {
    /// The event.
    package let event: SubmissionEvent
    /// The status before it.
    package let before: SubmissionStatus?
    /// False when it was voided, superseded, or cannot follow what came before.
    package let isInForce: Bool
  }

  /// Every event, in the order of the fold.
  package let steps: [Step]
  /// The status now; nil while nothing was heard since filing.
  package let status: SubmissionStatus?

  /// Folds events, which may come in any order.
  package init(_ events: [SubmissionEvent]) {
    let standing = events.filter { $0.voidReason == nil }
    let superseded = Set(standing.compactMap(\.supersedes))
    let ordered = events.sorted { left, right in
      let leftKey = (
        left.occurred?.storedMinute ?? .min, left.status?.rank ?? -1, left.id.rawValue
      )
      let rightKey = (
        right.occurred?.storedMinute ?? .min, right.status?.rank ?? -1, right.id.rawValue
      )
      return leftKey < rightKey
    }
    var status: SubmissionStatus?
    var steps: [Step] = []
    for event in ordered {
      let next = event.status
      let isInForce =
        event.voidReason == nil && !superseded.contains(event.id) && event.occurred != nil
        && (next?.canFollow(status) ?? false)
      steps.append(Step(event: event, before: status, isInForce: isInForce))
      if isInForce { status = next }
    }
    self.steps = steps
    self.status = status
  }

  /// The way as it was known at a moment, without what happened later.
  package func asOf(_ now: LocalDateTime) -> SubmissionTimeline {
    SubmissionTimeline(steps.map(\.event).filter { $0.occurred.map { $0 <= now } ?? true })
  }

  /// When the result was ready: the first of done and returned in force.
  package var finished: LocalDateTime? {
    steps.first {
      $0.isInForce && ($0.event.status == .done || $0.event.status == .resultReturned)
    }?.event.occurred
  }

  /// When the dossier ended without a result.
  package var ended: LocalDateTime? {
    steps.first {
      guard $0.isInForce, let status = $0.event.status else { return false }
      return status == .refused || status == .withdrawn || status == .stopped
    }?.event.occurred
  }

  /// The requests to complete the dossier, each with its answer: the next event in force.
  package var supplements: [Deadline.Supplement] {
    let inForce = steps.filter(\.isInForce).map(\.event)
    return inForce.enumerated().compactMap { index, event in
      guard event.status == .supplementRequested, let requested = event.occurred else {
        return nil
      }
      guard index + 1 < inForce.count, let next = inForce[index + 1].occurred else {
        return Deadline.Supplement(requested: requested)
      }
      let status = inForce[index + 1].status
      return Deadline.Supplement(
        requested: requested,
        answer: status == .stopped || status == .refused ? .unanswered(next) : .completed(next))
    }
  }
}
