import SQLite
import SyncProtocol

extension Store {
  /// About how many bytes of streams a pack would have now: to see before it is begun whether there is
  /// room for it.
  package func expectedPackBytes() throws -> Int {
    let batches = try connection.integer(
      "SELECT coalesce(sum(length(encoded)), 0) FROM batch WHERE \(LogCondition.offered)")
    let status = try handOverStatus()
    let open = max(0, status.written - status.closed)
    return Int(clamping: batches) + Int(clamping: open) * Self.openOperationBytes
      + (try grantedScopes().count + 1) * Self.scopeBytes + Self.streamOverhead
  }

  /// What an operation takes that is in no batch yet, a long text aside.
  private static let openOperationBytes = 128
  /// What the place in a scope's log takes.
  private static let scopeBytes = 64
  /// Certificates and what a laptop says of itself.
  private static let streamOverhead = 2 << 10
}

extension BundleContents {
  /// What is said of a pack in its manifest.
  package init(of round: PackedRound, by identity: Identity) {
    self.init(
      kind: .handOver, sender: identity.certificate, number: round.number, madeAt: round.packed,
      streams: round.streams,
      lines: round.contents.map {
        Line(scope: $0.scope, batches: Int64($0.batches), operations: $0.operations)
      })
  }

  /// What is said of a return in its manifest.
  package init(of answer: CarriedReturn, at time: Timestamp, by identity: Identity) {
    self.init(
      kind: .answer, sender: identity.certificate, number: answer.number, madeAt: time,
      streams: answer.streams,
      lines: answer.scopes.map { Line(scope: $0, batches: 0, operations: 0) })
  }
}

extension FoundBundle {
  /// What a whole bundle says of itself, where it is of the kind that is taken here: from a laptop at
  /// the centre, from the centre at a laptop.
  ///
  /// - Throws: `BundleProblem`, which says why nothing of it is taken.
  package func contents(of kind: BundleContents.Kind) throws(BundleProblem) -> BundleContents {
    switch state {
    case .whole(let contents):
      guard contents.kind == kind else { throw .otherKind(contents.kind.rawValue) }
      let role: Certificate.Role = kind == .answer ? .centre : .laptop
      guard contents.sender.role == role else { throw .unknownSender }
      return contents
    case .forAnother: throw .notForUs
    case .unusable(let problem, _): throw problem
    }
  }

  /// What can be said of it, also where it is not whole.
  package var told: BundleContents? {
    switch state {
    case .whole(let contents): contents
    case .unusable(_, let contents): contents
    case .forAnother: nil
    }
  }
}
