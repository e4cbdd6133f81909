import SQLite
import SyncProtocol

/// A training of the log: when, about what, how many learned there, and their scores.
package struct TrainingSession: Sendable, Hashable {
  /// The row.
  package let id: RowID
  /// Its code.
  package let codeText: String
  /// Its day.
  package let date: LocalDate
  /// What it was called.
  package let name: String?
  /// What it was about.
  package let topic: String?
  /// The hamlet where it was.
  package let place: RowID?
  /// The teams whose members learned there, with how many.
  package let learners: [RowID: Int]
  /// Learners with a score before and one after.
  package let tested: Int
  /// Their scores before, added up.
  package let before: Int64
  /// Their scores after, added up.
  package let after: Int64

  /// Learners of all teams.
  package var learnerCount: Int { learners.values.reduce(0, +) }
}

extension RecordReader {
  /// The trainings of a period, the latest first.
  ///
  /// - Parameter keeps: of which teams learners are counted; a training without any of them and of
  ///   no such team is left out.
  package func trainingSessions(
    in period: Period, where keeps: (RowID?) -> Bool = { _ in true }
  ) throws -> [TrainingSession] {
    struct Attended {
      var learners: [RowID: Int] = [:]
      var tested = 0
      var before: Int64 = 0
      var after: Int64 = 0
    }
    var attended: [RowID: Attended] = [:]
    try forEachLearner(in: period) { learner in
      guard let team = learner.team, keeps(team) else { return }
      attended[learner.session, default: Attended()].learners[team, default: 0] += 1
      guard let before = learner.before, let after = learner.after else { return }
      attended[learner.session]?.tested += 1
      attended[learner.session]?.before += before
      attended[learner.session]?.after += after
    }
    return try connection.rows(
      """
      SELECT rid, date, name, topic, place, team FROM session
      WHERE hidden IS NULL AND void_reason IS NULL AND kind = ? AND date BETWEEN ? AND ?
      ORDER BY date DESC, rid DESC
      """, .integer(Self.trainingKind), .integer(Int64(period.from.daysSince1970)),
      .integer(Int64(period.to.daysSince1970))
    ) { statement -> TrainingSession? in
      var row = ColumnReader(statement)
      guard let id = try row.reference(), let date = try row.date() else { return nil }
      let (name, topic) = (try row.text(), try row.text())
      let (place, team) = (try row.reference(), try row.reference())
      let own = attended[id] ?? Attended()
      guard !own.learners.isEmpty || keeps(team) else { return nil }
      return TrainingSession(
        id: id, codeText: try codeText(of: id, in: SessionTable.definition), date: date,
        name: name, topic: topic, place: place, learners: own.learners, tested: own.tested,
        before: own.before, after: own.after)
    }.compactMap(\.self)
  }

  /// The members who learned at a training of a period, with the last day that they did and where.
  package func trainedMembers(
    in period: Period
  ) throws -> [RowID: (last: LocalDate, sessions: [RowID])] {
    var found: [RowID: (last: LocalDate, sessions: [RowID])] = [:]
    try forEachLearner(in: period) { learner in
      let known = found[learner.member] ?? (learner.date, [])
      found[learner.member] = (max(known.last, learner.date), known.sessions + [learner.session])
    }
    return found
  }

  private struct Learner {
    let session: RowID
    let member: RowID
    let team: RowID?
    let date: LocalDate
    let before: Int64?
    let after: Int64?
  }

  /// One member at one training, however often it was noted.
  private func forEachLearner(in period: Period, _ body: (Learner) throws -> Void) throws {
    try connection.withStatement(
      """
      SELECT t.session, t.member, m.team, c.date, max(t.score_before), max(t.score_after)
      FROM attendance AS t JOIN session AS c ON c.rid = t.session
        LEFT JOIN member AS m ON m.rid = t.member
      WHERE t.hidden IS NULL AND t.void_reason IS NULL AND c.hidden IS NULL
        AND c.void_reason IS NULL AND c.kind = ?1 AND t.role = ?2 AND c.date BETWEEN ?3 AND ?4
      GROUP BY t.session, t.member ORDER BY c.date, t.session, t.member
      """
    ) { statement in
      try statement.bind(all: [
        .integer(Self.trainingKind), .integer(Self.learnerRole),
        .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)),
      ])
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let session = try row.reference(), let member = try row.reference() else { continue }
        let team = try row.reference()
        guard let date = try row.date() else { continue }
        try body(
          Learner(
            session: session, member: member, team: team, date: date, before: try row.integer(),
            after: try row.integer()))
      }
    }
  }
}
