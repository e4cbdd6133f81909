import FieldWork
import SyncProtocol

/// Scores before and after trainings, added up where a training alone has too few learners to tell: by
/// what it was about, and in all.
///
/// Trainings make up topics and topics make up the whole; what is hidden in each step is several, with
/// enough learners together, so that nothing follows from what is shown beside it.
struct TrainingScores: Sendable {
  /// Scores added up.
  struct Sum: Sendable {
    /// Learners with both scores.
    var tested = 0
    var before: Int64 = 0
    var after: Int64 = 0

    /// Nothing yet.
    init() {}

    /// Those of one training.
    init(_ session: TrainingSession) { add(session) }

    fileprivate mutating func add(_ session: TrainingSession) {
      tested += session.tested
      before += session.before
      after += session.after
    }
  }

  /// The trainings about one thing.
  struct Topic: Sendable {
    /// As it was typed first; for coordinators alone.
    let name: String
    /// The days of its trainings, the earliest first.
    let days: [LocalDate]
    /// Nil where it is not told.
    let sum: Sum?
  }

  /// Topics with scores, by their first day.
  let topics: [Topic]
  /// All of them; nil where it is not told.
  let all: Sum?
  private let told: Set<RowID>

  /// Whether the scores of a training are told by themselves.
  func tells(_ session: TrainingSession) -> Bool { told.contains(session.id) }

  init(
    _ sessions: [TrainingSession], threshold: Int = SuppressedCount.standardThreshold
  ) {
    func sum(_ sessions: [TrainingSession]) -> Sum {
      sessions.reduce(into: Sum()) { $0.add($1) }
    }
    let tested = sessions.filter { $0.tested > 0 }
    let groups = Dictionary(grouping: tested) { SearchFold.base(Self.name(of: $0)) }.values
      .map { $0.sorted { ($0.date, $0.id) < ($1.date, $1.id) } }
      .sorted { ($0[0].date, $0[0].id) < ($1[0].date, $1[0].id) }
    let whole = sum(tested)
    let isTold = whole.tested >= threshold
    let hidden = SuppressedCount.hidden(groups.map { sum($0).tested }, threshold: threshold)
    var told: Set<RowID> = []
    topics = groups.enumerated().map { place, own in
      let isShown = isTold && !hidden.contains(place)
      if isShown {
        let small = SuppressedCount.hidden(own.map(\.tested), threshold: threshold)
        told.formUnion(own.indices.filter { !small.contains($0) }.map { own[$0].id })
      }
      return Topic(
        name: Self.name(of: own[0]), days: own.map(\.date), sum: isShown ? sum(own) : nil)
    }
    all = isTold ? whole : nil
    self.told = told
  }

  private static func name(of session: TrainingSession) -> String {
    session.topic ?? session.name ?? ""
  }
}
