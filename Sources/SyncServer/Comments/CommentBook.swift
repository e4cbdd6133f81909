import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Something that was said of a record, as the centre keeps it.
struct Comment: Sendable {
  let id: Int64
  /// The record's code.
  let code: String
  /// The record's scope: whose reach it is within.
  let scope: ScopeID
  /// The task by which its author's laptop has it; nil for one to the coordinator.
  let task: RowID?
  /// What is said to the coordinator; the task has what is said to the author.
  let text: String
  let account: String
  let at: Timestamp
  /// What the coordinator answered last; nil before.
  let answer: String?
}

/// What was said of records, to their authors and to the coordinator: only added to.
struct CommentBook {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Keeps a comment; returns its number.
  func add(
    code: String, scope: ScopeID, task: RowID?, text: String, by account: String, at: Timestamp
  ) throws -> Int64 {
    let id = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM comment")
    try connection.execute(
      "INSERT INTO comment (id, code, scope, task, text, account, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
      .integer(id), .text(code), .integer(Int64(scope.rawValue)),
      task.map { .integer($0.rawValue) } ?? .null, .text(text), .text(account),
      .integer(at.rawValue))
    return id
  }

  /// Whether somebody said the same of the same record before: a form that was sent twice.
  func holds(code: String, text: String, by account: String) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM comment WHERE code = ? AND text = ? AND account = ?", .text(code),
      .text(text), .text(account)) > 0
  }

  /// Adds what the coordinator answers.
  func answer(_ comment: Int64, _ text: String, by account: String, at: Timestamp) throws {
    try connection.execute(
      "INSERT INTO comment_answer (comment, text, account, at) VALUES (?, ?, ?, ?)",
      .integer(comment), .text(text), .text(account), .integer(at.rawValue))
  }

  /// All comments, the latest first.
  func comments() throws -> [Comment] {
    try connection.rows(
      """
      SELECT id, code, scope, task, text, account, at,
        (SELECT a.text FROM comment_answer AS a WHERE a.comment = comment.id
         ORDER BY a.id DESC LIMIT 1)
      FROM comment ORDER BY id DESC
      """
    ) { row -> Comment? in
      guard let scope = ScopeID(rawValue: try row.integer(at: 2)) else { return nil }
      return Comment(
        id: try row.integer(at: 0), code: try row.text(at: 1), scope: scope,
        task: try row.optionalInteger(at: 3).flatMap(RowID.init(rawValue:)),
        text: try row.text(at: 4), account: try row.text(at: 5),
        at: Timestamp(rawValue: try row.integer(at: 6)), answer: try row.optionalText(at: 7))
    }.compactMap(\.self)
  }
}
