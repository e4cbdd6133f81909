import FieldWork
import Replica
import SQLite
import SyncProtocol

/// What was said of two assists that may be one.
struct AssistRuling: Sendable, Equatable {
  /// Whether they are one; raw values stand in the store.
  enum Kind: String, Sendable {
    case one
    case two
    /// What was said was taken back.
    case open
  }

  let kind: Kind
  /// The one that counts on, where they are one.
  let kept: RowID?
}

/// Two assists, whichever is named first.
struct AssistCouple: Hashable, Sendable {
  let one: RowID
  let other: RowID

  init(_ one: RowID, _ other: RowID) {
    self.one = min(one, other)
    self.other = max(one, other)
  }
}

/// What was said of which assists: only added to.
struct AssistRulingBook {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func add(
    _ ruling: AssistRuling, of couple: AssistCouple, by account: String?, at time: Timestamp
  ) throws {
    try connection.execute(
      """
      INSERT INTO assist_ruling (one, other, ruling, kept, account, at) VALUES (?, ?, ?, ?, ?, ?)
      """, .integer(couple.one.rawValue), .integer(couple.other.rawValue),
      .text(ruling.kind.rawValue), SQLValue(ruling.kept?.rawValue),
      account.map { .text($0) } ?? .null, .integer(time.rawValue))
  }

  /// What holds of every couple of which something does.
  func standing() throws -> [AssistCouple: AssistRuling] {
    let rows = try connection.rows(
      "SELECT one, other, ruling, kept FROM assist_ruling ORDER BY id"
    ) {
      (
        RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1)),
        AssistRuling.Kind(rawValue: try $0.text(at: 2)),
        try $0.optionalInteger(at: 3).flatMap(RowID.init(rawValue:))
      )
    }
    var standing: [AssistCouple: AssistRuling] = [:]
    for case (let one?, let other?, let kind?, let kept) in rows {
      standing[AssistCouple(one, other)] =
        kind == .open ? nil : AssistRuling(kind: kind, kept: kept)
    }
    return standing
  }
}

/// What a coordinator does with two assists that may be one; pages and commands do the same.
enum AssistPairAct: Sendable, Equatable {
  /// They are one, and this one counts on: the other one is voided, with the reason.
  case keep(RowID)
  /// They are two; nobody asks again.
  case apart
  /// Takes back what was said, and the void with it.
  case undo

  /// Does it and notes it, or neither.
  ///
  /// - Throws: `FieldError.nothingToChange` where the same, or nothing, was said before; what `void`
  ///   and `restore` throw.
  func perform(
    on couple: AssistCouple, _ records: FieldStore, in language: Language, member: RowID?,
    _ actor: AuditActor, _ clock: ClockReading
  ) throws {
    let book = AssistRulingBook(records.store.connection)
    let standing = try book.standing()[couple]
    try change(couple, standing, records, in: language, member: member, clock)
    let ruling: AssistRuling =
      switch self {
      case .keep(let kept): AssistRuling(kind: .one, kept: kept)
      case .apart: AssistRuling(kind: .two, kept: nil)
      case .undo: AssistRuling(kind: .open, kept: nil)
      }
    try book.add(ruling, of: couple, by: actor.account, at: clock.wall)
    let codes = try [couple.one, couple.other].map {
      try records.reader.codeText(of: $0, in: AssistTable.definition)
    }
    try AuditLog(records.store.connection).note(
      AuditEvent(
        .assistsRuled, codes.joined(separator: " "), detail: "ruling=\(ruling.kind.rawValue)"),
      by: actor, at: clock.wall)
  }

  /// What it does to the counts; nothing is written.
  func effect(
    on couple: AssistCouple, _ standing: AssistRuling?, _ records: FieldStore,
    in language: Language, _ clock: ClockReading
  ) throws -> VoidEffect? {
    switch self {
    case .apart: return nil
    case .keep(let kept):
      let dropped = Self.dropped(couple, kept)
      return try records.voidEffect(
        .assist, dropped, reason: try Self.reason(kept, records, language), author: nil,
        clock: clock)
    case .undo:
      guard let kept = standing?.kept else { return nil }
      let dropped = Self.dropped(couple, kept)
      guard try records.reader.record(Assist.self, dropped)?.voidReason != nil else { return nil }
      return try records.voidEffect(.assist, dropped, reason: nil, author: nil, clock: clock)
    }
  }

  private func change(
    _ couple: AssistCouple, _ standing: AssistRuling?, _ records: FieldStore,
    in language: Language, member: RowID?, _ clock: ClockReading
  ) throws {
    switch self {
    case .keep(let kept):
      guard standing == nil else { throw FieldError.nothingToChange }
      try records.void(
        .assist, Self.dropped(couple, kept), reason: try Self.reason(kept, records, language),
        author: member, clock: clock)
    case .apart:
      guard standing == nil else { throw FieldError.nothingToChange }
    case .undo:
      guard let standing else { throw FieldError.nothingToChange }
      guard let kept = standing.kept else { return }
      let dropped = Self.dropped(couple, kept)
      // Somebody may have brought it back by another way.
      if try records.reader.record(Assist.self, dropped)?.voidReason != nil {
        try records.restore(.assist, dropped, author: member, clock: clock)
      }
    }
  }

  private static func dropped(_ couple: AssistCouple, _ kept: RowID) -> RowID {
    couple.one == kept ? couple.other : couple.one
  }

  private static func reason(
    _ kept: RowID, _ records: FieldStore, _ language: Language
  ) throws -> String {
    let code = try records.reader.codeText(of: kept, in: AssistTable.definition)
    return language.text("Ghi trùng với \(code)", "Written down twice, as \(code)")
  }
}
