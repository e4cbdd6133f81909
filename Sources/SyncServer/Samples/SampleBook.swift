import FieldWork
import Replica
import SQLite
import SyncProtocol

/// What was found of a line of a sample; raw values stand in the table and in forms.
enum SampleVerdict: String, CaseIterable, Sendable {
  /// What the record says is so.
  case right
  /// It is not.
  case wrong
  /// Nobody could tell.
  case unclear

  /// For people.
  var words: BilingualText {
    switch self {
    case .right: BilingualText(vi: "đúng", en: "right")
    case .wrong: BilingualText(vi: "sai", en: "wrong")
    case .unclear: BilingualText(vi: "không rõ", en: "cannot tell")
    }
  }
}

/// A sample that was drawn.
struct Sample: Sendable {
  let id: Int64
  /// What it was drawn by.
  let seed: Int64
  /// Of each member at most.
  let perMember: Int
  let period: Period
  /// The unit that it was drawn from; nil for the whole centre.
  let unit: String?
  let account: String
  let at: Timestamp
  let lines: Int
}

/// The samples, and what was found of them: the centre's own, never changed, only added to.
struct SampleBook {
  /// What was found of a line, the last time that somebody said so.
  struct Finding: Sendable, Equatable {
    let verdict: SampleVerdict
    let note: String
    let account: String
  }

  /// Characters of a note at most.
  static let noteLimit = 200

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Keeps a sample; returns its number. The same one that was drawn before is not kept twice.
  func add(
    _ drawn: AssistSample, seed: Int64, perMember: Int, period: Period, unit: String?,
    by account: String, at: Timestamp
  ) throws -> Int64 {
    let assists = drawn.lines.map(\.assist)
    let alike = try samples().first {
      $0.seed == seed && $0.perMember == perMember && $0.unit == unit
        && $0.period.from == period.from && $0.period.to == period.to
    }
    if let alike, try lines(of: alike.id).map(\.assist) == assists { return alike.id }
    let id = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM sample")
    try connection.execute(
      """
      INSERT INTO sample (id, seed, per_member, from_day, to_day, unit, account, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, .integer(id), .integer(seed), .integer(Int64(perMember)),
      .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)),
      unit.map { .text($0) } ?? .null, .text(account), .integer(at.rawValue))
    for (place, line) in drawn.lines.enumerated() {
      try connection.execute(
        "INSERT INTO sample_line (sample, place, assist, member) VALUES (?, ?, ?, ?)",
        .integer(id), .integer(Int64(place + 1)), .integer(line.assist.rawValue),
        .integer(line.member.rawValue))
    }
    return id
  }

  /// All samples, the latest first.
  func samples() throws -> [Sample] {
    try connection.rows(
      """
      SELECT id, seed, per_member, from_day, to_day, unit, account, at,
        (SELECT count(*) FROM sample_line WHERE sample = sample.id)
      FROM sample ORDER BY id DESC
      """
    ) { row -> Sample? in
      let from = LocalDate(daysSince1970: Int(clamping: try row.integer(at: 3)))
      let to = LocalDate(daysSince1970: Int(clamping: try row.integer(at: 4)))
      guard let period = Self.period(from, to) else { return nil }
      return Sample(
        id: try row.integer(at: 0), seed: try row.integer(at: 1),
        perMember: Int(clamping: try row.integer(at: 2)), period: period,
        unit: try row.optionalText(at: 5), account: try row.text(at: 6),
        at: Timestamp(rawValue: try row.integer(at: 7)),
        lines: Int(clamping: try row.integer(at: 8)))
    }.compactMap(\.self)
  }

  /// The lines of a sample in their order.
  func lines(of sample: Int64) throws -> [AssistSample.Line] {
    try connection.rows(
      "SELECT assist, member FROM sample_line WHERE sample = ? ORDER BY place", .integer(sample)
    ) { row -> AssistSample.Line? in
      guard let assist = RowID(rawValue: try row.integer(at: 0)),
        let member = RowID(rawValue: try row.integer(at: 1))
      else { return nil }
      return AssistSample.Line(assist: assist, member: member)
    }.compactMap(\.self)
  }

  /// What was found last, by the number of the line, from 1 on.
  func findings(of sample: Int64) throws -> [Int: Finding] {
    var findings: [Int: Finding] = [:]
    let rows = try connection.rows(
      "SELECT place, verdict, note, account FROM sample_finding WHERE sample = ? ORDER BY id",
      .integer(sample)
    ) { row in
      (
        Int(clamping: try row.integer(at: 0)), SampleVerdict(rawValue: try row.text(at: 1)),
        try row.text(at: 2), try row.text(at: 3)
      )
    }
    for (place, verdict, note, account) in rows {
      guard let verdict else { continue }
      findings[place] = Finding(verdict: verdict, note: note, account: account)
    }
    return findings
  }

  /// Adds what was found of a line; nothing where the same was said before.
  /// - Returns: whether anything was added.
  func find(
    _ verdict: SampleVerdict, note: String, at place: Int, of sample: Int64, by account: String,
    at time: Timestamp
  ) throws -> Bool {
    if let known = try findings(of: sample)[place], known.verdict == verdict, known.note == note {
      return false
    }
    try connection.execute(
      """
      INSERT INTO sample_finding (sample, place, verdict, note, account, at)
      VALUES (?, ?, ?, ?, ?, ?)
      """, .integer(sample), .integer(Int64(place)), .text(verdict.rawValue), .text(note),
      .text(account), .integer(time.rawValue))
    return true
  }

  private static func period(_ from: LocalDate, _ to: LocalDate) -> Period? {
    Period.Kind.allCases.lazy.compactMap { Period($0, holding: from) }
      .first { $0.from == from && $0.to == to } ?? (try? Period(from: from, to: to))
  }
}
