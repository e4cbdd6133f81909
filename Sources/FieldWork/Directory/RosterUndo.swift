import Replica
import SQLite
import SyncProtocol

/// What an import of hamlets, teams and members made.
enum RosterRow {
  /// Notes that an import made a row, in the act's own transaction, by the clock that rounds of laptops
  /// are noted by.
  static func note(_ row: RowID, _ number: Int64, at time: Timestamp, _ act: Act) throws {
    try act.connection.execute(
      "INSERT INTO fieldwork_roster_row (rid, import, time) VALUES (?, ?, ?)",
      .integer(row.rawValue), .integer(number), .integer(time.rawValue))
  }
}

/// What one import of hamlets, teams and members made here.
package struct ImportedRoster: Hashable, Sendable {
  /// Its number, from 1.
  package let number: Int64
  /// When it was written.
  package let time: Timestamp
  /// Hamlets that it made.
  package let hamlets: Int
  /// Teams that it made.
  package let teams: Int
  /// Members that it made.
  package let members: Int
  /// How many of all these nobody has removed.
  package let standing: Int
}

/// What taking an import of hamlets, teams and members back would do. What it changed in records that
/// were there before stays as it is.
package struct RosterUndo: Sendable {
  /// Why a record stays.
  package enum Reason: String, Sendable, CaseIterable {
    /// Something that was recorded names it, or a laptop or an account is theirs.
    case used
    /// Somebody has changed it since.
    case changed
    /// A laptop may hold its households, or has it already.
    case onLaptops = "on-laptops"

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .used:
        BilingualText(
          vi: "đã có bản ghi, máy hoặc tài khoản dùng đến",
          en: "a record, a laptop or an account uses it")
      case .changed: BilingualText(vi: "đã được sửa", en: "was changed")
      case .onLaptops:
        BilingualText(
          vi: "đã có máy giữ: bớt địa bàn của máy trước",
          en: "a laptop holds it: take it from the laptop first")
      }
    }
  }

  /// Its number.
  package let number: Int64
  /// When it was written.
  package let time: Timestamp
  /// Hamlets that are removed.
  package fileprivate(set) var hamlets: [RowID] = []
  /// Teams that are removed.
  package fileprivate(set) var teams: [RowID] = []
  /// Members who are removed.
  package fileprivate(set) var members: [RowID] = []
  /// Teams and members that laptops know already: nobody can tell who works with them out there, so
  /// they end on the day.
  package fileprivate(set) var ending: [RowID] = []
  /// Records that stay, by code.
  package fileprivate(set) var staying: [(code: String, reason: Reason)] = []
  fileprivate var endingTeams: [RowID] = []
  fileprivate var endingMembers: [RowID] = []

  /// Whether there is nothing to do.
  package var isEmpty: Bool {
    hamlets.isEmpty && teams.isEmpty && members.isEmpty && ending.isEmpty
  }

  /// All that would change.
  package var rows: [RowID] { hamlets + teams + members + ending }
}

extension RecordReader {
  /// The number of the next import.
  func nextRosterNumber() throws -> Int64 {
    try connection.integer("SELECT coalesce(max(import), 0) + 1 FROM fieldwork_roster_row")
  }

  /// The imports of hamlets, teams and members that made something, the latest first.
  package func importedRosters() throws -> [ImportedRoster] {
    let numbers = try connection.rows(
      "SELECT import, min(time) FROM fieldwork_roster_row GROUP BY import ORDER BY import DESC"
    ) { (try $0.integer(at: 0), Timestamp(rawValue: try $0.integer(at: 1))) }
    return try numbers.map { number, time in
      let counts = try RosterTable.allCases.map { table in
        (
          all: try rosterRows(table, of: number, standingOnly: false).count,
          standing: try rosterRows(table, of: number, standingOnly: true).count
        )
      }
      return ImportedRoster(
        number: number, time: time, hamlets: counts[0].all, teams: counts[1].all,
        members: counts[2].all, standing: counts.reduce(0) { $0 + $1.standing })
    }
  }

  /// The rows of a table that an import made.
  fileprivate func rosterRows(
    _ table: RosterTable, of number: Int64, standingOnly: Bool
  ) throws -> [RowID] {
    try connection.rows(
      """
      SELECT t.rid FROM fieldwork_roster_row AS r JOIN "\(table.definition.name)" AS t
        ON t.rid = r.rid
      WHERE r.import = ? \(standingOnly ? "AND t.hidden IS NULL" : "") ORDER BY t.rid
      """, .integer(number)
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }

  /// Those of some rows that any record names, in whichever field, but for records of some rows.
  fileprivate func named(
    among rows: [RowID], by tables: [TableDefinition], except going: Set<RowID>
  ) throws -> Set<RowID> {
    guard let first = rows.min(), let last = rows.max() else { return [] }
    let bounds = [SQLValue.integer(first.rawValue), .integer(last.rawValue)]
    let wanted = Set(rows)
    var found: Set<RowID> = []
    func take(_ sql: String) throws {
      let pairs = try connection.rows(sql, bindings: bounds) {
        (RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1)))
      }
      for case (let by?, let row?) in pairs where wanted.contains(row) && !going.contains(by) {
        found.insert(row)
      }
    }
    for table in tables {
      for field in table.fields where field.isReference {
        if field.id.kind == .set {
          try take(
            """
            SELECT row, value FROM head WHERE table_id = \(table.id.rawValue)
              AND field = \(field.id.rawValue) AND value BETWEEN ? AND ?
            """)
        } else {
          try take(
            """
            SELECT rid, "\(field.name)" FROM "\(table.name)"
            WHERE hidden IS NULL AND "\(field.name)" BETWEEN ? AND ?
            """)
        }
      }
    }
    return found
  }
}

/// The tables of a roster, in the order in which they name each other.
private enum RosterTable: CaseIterable {
  case place
  case team
  case member

  var definition: TableDefinition {
    switch self {
    case .place: PlaceTable.definition
    case .team: TeamTable.definition
    case .member: MemberTable.definition
    }
  }
}

extension FieldDefinition {
  /// Whether it can hold the row of a hamlet, a team or a member.
  fileprivate var isReference: Bool {
    [
      "place", "team", "member", "owner", "observed_by", "participants", "staff",
    ].contains(name)
  }
}

extension FieldStore {
  /// Says what taking back an import of hamlets, teams and members would do: what others use stays,
  /// what laptops know already ends on the day.
  ///
  /// - Parameter isUsed: whether something beside the records uses a row, such as an account.
  /// - Throws: `FieldError.notFound` for a number that there is not.
  package func previewRosterUndo(
    _ number: Int64, isUsed: (RowID) throws -> Bool
  ) throws -> RosterUndo {
    guard let roster = try reader.importedRosters().first(where: { $0.number == number }) else {
      throw FieldError.notFound("\(number)")
    }
    var undo = RosterUndo(number: number, time: roster.time)
    let peers = try store.peers()
    let isKnown = peers.contains { $0.lastRound.map { $0 >= roster.time } ?? false }
    let given = Set(peers.flatMap { [$0.team, $0.member] }.compactMap(\.self))
    var going: Set<RowID> = []
    // Members first: a team of which everybody goes can go as well, and then its hamlet.
    for table in RosterTable.allCases.reversed() {
      let rows = try reader.rosterRows(table, of: number, standingOnly: true)
      let named = try reader.named(among: rows, by: store.schema.tables, except: going)
      for row in rows {
        let isInUse = try named.contains(row) || given.contains(row) || isUsed(row)
        if let reason = try reasonToStay(row, table, isInUse: isInUse, isKnown: isKnown) {
          undo.staying.append((try reader.codeText(of: row, in: table.definition), reason))
          continue
        }
        let ends = isKnown && table != .place
        switch table {
        case .place: undo.hamlets.append(row)
        case .team where ends: undo.endingTeams.append(row)
        case .team: undo.teams.append(row)
        case .member where ends: undo.endingMembers.append(row)
        case .member: undo.members.append(row)
        }
        going.insert(row)
      }
    }
    undo.ending = undo.endingTeams + undo.endingMembers
    return undo
  }

  private func reasonToStay(
    _ row: RowID, _ table: RosterTable, isInUse: Bool, isKnown: Bool
  ) throws -> RosterUndo.Reason? {
    if isInUse { return .used }
    if try store.row(table.definition.id, row)?.heads.contains(where: { $0.dot != row }) ?? false {
      return .changed
    }
    guard table == .place else { return nil }
    let scope = try reader.record(Place.self, row)?.householdScope
    let isHeld = try scope.map { scope in
      try reader.connection.integer(
        "SELECT EXISTS (SELECT 1 FROM scope_grant WHERE scope = ?)", .integer(scope.rawValue)) == 1
    }
    return isKnown || isHeld ?? false ? .onLaptops : nil
  }

  /// Takes back what an import of hamlets, teams and members made.
  ///
  /// - Parameter today: the day on which ends what laptops know already.
  /// - Throws: `FieldError.notTheCentre`.
  package func applyRosterUndo(
    _ undo: RosterUndo, today: LocalDate, author: RowID?, clock: ClockReading
  ) throws {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    func last(_ first: LocalDate?) -> Value {
      .integer(Int64(max(first ?? today, today).daysSince1970))
    }
    let steps: [(Act) throws -> Void] =
      undo.members.map { row in { try $0.delete(MemberTable.definition, row) } }
      + undo.endingMembers.map { row in
        { [reader] act in
          let from = try reader.record(Member.self, row)?.from
          try act.write(MemberTable.definition, row, [(MemberTable.to, last(from))])
        }
      }
      + undo.teams.map { row in { try $0.delete(TeamTable.definition, row) } }
      + undo.endingTeams.map { row in
        { [reader] act in
          let from = try reader.record(Team.self, row)?.validFrom
          try act.write(TeamTable.definition, row, [(TeamTable.validTo, last(from))])
        }
      }
      + undo.hamlets.map { row in { try $0.delete(PlaceTable.definition, row) } }
    for start in stride(from: 0, to: steps.count, by: 200) {
      try commit(author: author, clock: clock) { act in
        for step in steps[start..<min(start + 200, steps.count)] { try step(act) }
      }
    }
    search.invalidate()
  }
}
