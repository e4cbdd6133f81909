import FieldWork
import Replica
import SQLite
import SyncProtocol

/// The numbered paper of a laptop and what became of the lines on it; stays on this laptop.
struct PrintoutBook {
  private let records: FieldStore
  private var connection: Connection { records.store.connection }

  init(_ records: FieldStore) { self.records = records }

  /// The number that the next printout gets; paper of practice has numbers that real paper never has,
  /// so that a line of the one is never taken for a line of the other.
  func nextNumber() throws -> Int {
    let last = Int(clamping: try connection.integer("SELECT ifnull(max(number), 0) FROM printout"))
    return max(last, try isPractice ? SheetCode.practiceSheets : 0) + 1
  }

  /// Whether it is that of a practice: there alone rows stand for others.
  private var isPractice: Bool {
    get throws { try connection.integer("SELECT EXISTS (SELECT 1 FROM practice_source)") == 1 }
  }

  /// Numbers a printout.
  ///
  /// - Parameter number: what `nextNumber` said when the page was made: a button that is pressed
  ///   twice leads to the one printout.
  func add(
    _ kind: Printout.Kind, number: Int, by member: RowID, at time: Timestamp
  ) throws -> Printout {
    if let standing = try find(number), standing.kind == kind { return standing }
    let printout = try next(kind, by: member, at: time)
    try keep(printout)
    return printout
  }

  /// What the next printout would be; its number is taken only when it is kept.
  func next(_ kind: Printout.Kind, by member: RowID, at time: Timestamp) throws -> Printout {
    Printout(
      number: try nextNumber(), kind: kind, member: member, made: time,
      replica: records.store.identity.signer.replica.rawValue)
  }

  /// Takes the number of a printout.
  func keep(_ printout: Printout) throws {
    let (kind, member, time) = (printout.kind, printout.member, printout.made)
    try records.search.keepingStep {
      try connection.execute(
        """
        INSERT INTO printout (number, kind, subject, lines, member, made, replica)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, .integer(Int64(printout.number)), .text(kind.name),
        kind.subject.map { .integer($0.rawValue) } ?? .null, .integer(Int64(printout.lines)),
        .integer(member.rawValue), .integer(time.rawValue), .integer(Int64(printout.replica)))
    }
  }

  /// A printout; nil where none has the number.
  func find(_ number: Int) throws -> Printout? {
    try printouts("number = ?", .integer(Int64(number))).first
  }

  /// The day sheets, the latest first.
  func sheets(limit: Int) throws -> [Printout] {
    try printouts("lines > 0 ORDER BY number DESC LIMIT ?", .integer(Int64(limit)))
  }

  /// The lines of a sheet that were entered or struck out.
  func used(_ sheet: Int) throws -> [SheetLine] {
    try connection.rows(
      "SELECT line, visit FROM sheet_line WHERE sheet = ? ORDER BY line", .integer(Int64(sheet))
    ) { row in
      SheetLine(
        line: Int(clamping: try row.integer(at: 0)),
        visit: try row.optionalInteger(at: 1).flatMap(RowID.init(rawValue:)))
    }
  }

  /// The lines of a sheet that nobody has entered or struck out.
  func open(_ sheet: Printout) throws -> [Int] {
    let used = Set(try used(sheet.number).map(\.line))
    return (1...max(1, sheet.lines)).filter { !used.contains($0) && $0 <= sheet.lines }
  }

  /// The line that a typed code names on paper of this laptop, with the visit it was entered as; a
  /// line whose visit was voided can be entered again.
  ///
  /// - Parameter sheet: the sheet that somebody has before them; without one a short code has to be that
  ///   of a single sheet.
  func line(
    typed: String, on sheet: Printout?
  ) throws -> (code: SheetCode, visit: RowID?) {
    let code = try SheetCode(parsing: typed, on: sheet ?? sheetOf(shortCode: typed))
    if SheetCode.isShort(typed), let other = try otherSheet(with: code) {
      throw SheetCode.Problem.alsoOnSheet(other.number)
    }
    guard let printout = try find(code.sheet), printout.replica == code.replica else {
      if try isPractice != code.isOfPractice {
        throw code.isOfPractice ? SheetCode.Problem.ofPractice : .ofRealWork
      }
      let own = try printouts("replica = ? LIMIT 1", .integer(Int64(code.replica)))
      let isOurs = code.replica == records.store.identity.signer.replica.rawValue || !own.isEmpty
      throw isOurs ? SheetCode.Problem.unknown : SheetCode.Problem.otherLaptop
    }
    guard 1...max(1, printout.lines) ~= code.line, printout.lines > 0 else {
      throw SheetCode.Problem.unknown
    }
    let visit = try used(code.sheet).first { $0.line == code.line }?.visit
    let isVoided =
      try visit.flatMap { try records.reader.record(Visit.self, $0) }?.voidReason != nil
    return (code, isVoided ? nil : visit)
  }

  /// The day on which the sheet of a line was printed; nil for a code that no sheet here has.
  func day(ofLine typed: String) -> LocalDate? {
    guard let line = try? line(typed: typed, on: nil) else { return nil }
    return (try? find(line.code.sheet))?.map(\.day)
  }

  /// The latest sheet with a line of a short code, those on which it is open before others; nil for a
  /// whole code.
  ///
  /// - Throws: `SheetCode.Problem.unknown` where nothing was printed.
  private func sheetOf(shortCode typed: String) throws -> Printout? {
    guard SheetCode.isShort(typed) else { return nil }
    let found = try sheets(limit: Self.comparedSheets).compactMap { sheet in
      (try? SheetCode(parsing: typed, on: sheet)).flatMap { code in
        1...max(1, sheet.lines) ~= code.line ? (sheet: sheet, line: code.line) : nil
      }
    }
    let open = try found.first { try self.open($0.sheet).contains($0.line) }
    if let first = open ?? found.first { return first.sheet }
    // On any other sheet its check character is as wrong.
    guard let latest = try sheets(limit: 1).first else { throw SheetCode.Problem.unknown }
    return latest
  }

  /// Another sheet of which an open line has the same short code, so that whoever types it may have that
  /// one before them.
  private func otherSheet(with code: SheetCode) throws -> Printout? {
    try sheets(limit: Self.comparedSheets).first { other in
      let its = other.code(code.line)
      guard its != code, its.shortText == code.shortText else { return false }
      return try open(other).contains(code.line)
    }
  }

  /// The latest sheets among which a short code has to be the only one: more than a laptop has paper
  /// for that is still to be entered.
  private static let comparedSheets = 1_000

  /// Notes that a line became a visit; part of the act that writes the visit. A voided visit that it
  /// was before is remembered.
  func enter(_ code: SheetCode, as visit: RowID) throws {
    try connection.execute(
      """
      INSERT OR REPLACE INTO sheet_line_former (visit, sheet, line)
      SELECT visit, sheet, line FROM sheet_line
      WHERE sheet = ? AND line = ? AND visit IS NOT NULL AND visit <> ?
      """, .integer(Int64(code.sheet)), .integer(Int64(code.line)), .integer(visit.rawValue))
    try connection.execute(
      "INSERT OR REPLACE INTO sheet_line (sheet, line, visit) VALUES (?, ?, ?)",
      .integer(Int64(code.sheet)), .integer(Int64(code.line)), .integer(visit.rawValue))
  }

  /// Writes a visit that was on a line of paper, and notes its line, in one act. The draft says when it
  /// happened; when it came into the laptop the record says itself.
  func addVisit(
    _ draft: VisitDraft, from code: SheetCode, author: RowID, clock: ClockReading
  ) throws -> SavedRecord {
    try records.together(author: author, clock: clock) {
      let saved = try records.addVisit(draft, author: author, clock: clock)
      try enter(code, as: saved.id)
      return saved
    }
  }

  /// The open line that is named by its whole code, or by the number of its sheet and its own.
  ///
  /// - Throws: `SheetCode.Problem`.
  func line(sheet text: String, line: Int?) throws -> (code: SheetCode, visit: RowID?) {
    guard let line else { return try self.line(typed: text, on: nil) }
    guard let number = Int(text), let sheet = try find(number), 1...max(1, sheet.lines) ~= line
    else { throw SheetCode.Problem.unknown }
    return try self.line(typed: sheet.code(line).text, on: sheet)
  }

  /// Takes the void of a record back, and gives a visit the line of paper back that it was.
  ///
  /// - Throws: `FieldError.notVoided`, `AgentError.lineEnteredAgain`.
  func restore(
    _ kind: RecordCode.Kind, _ id: RowID, author: RowID, clock: ClockReading
  ) throws {
    try records.together(author: author, clock: clock) {
      try records.restore(kind, id, author: author, clock: clock)
      if kind == .visit { try giveBack(to: id) }
    }
  }

  /// Lets a voided visit have its line back, where that was entered again meanwhile; part of the act
  /// that takes the void back.
  ///
  /// - Throws: `AgentError.lineEnteredAgain` where what the line has become stands: one line on paper
  ///   is one visit.
  private func giveBack(to visit: RowID) throws {
    guard let (sheet, line) = try formerLine(of: visit) else { return }
    try connection.execute(
      "INSERT OR REPLACE INTO sheet_line (sheet, line, visit) VALUES (?, ?, ?)",
      .integer(sheet), .integer(line), .integer(visit.rawValue))
  }

  /// The line of paper that a voided visit was, and gets back with its void; nil where it has it still,
  /// or never had one.
  ///
  /// - Throws: `AgentError.lineEnteredAgain`, as taking the void back does.
  @discardableResult
  func formerLine(of visit: RowID) throws -> (sheet: Int64, line: Int64)? {
    let found = try connection.row(
      """
      SELECT f.sheet, f.line, l.visit FROM sheet_line_former AS f
      JOIN sheet_line AS l ON l.sheet = f.sheet AND l.line = f.line WHERE f.visit = ?
      """, .integer(visit.rawValue)
    ) { row in
      (
        try row.integer(at: 0), try row.integer(at: 1),
        try row.optionalInteger(at: 2).flatMap(RowID.init(rawValue:))
      )
    }
    guard let (sheet, line, present) = found, present != visit else { return nil }
    if let present, let standing = try records.reader.record(Visit.self, present),
      standing.voidReason == nil
    {
      throw AgentError.lineEnteredAgain(
        visit: try records.reader.codeText(of: visit, in: VisitTable.definition),
        present: standing.codeText)
    }
    return (sheet, line)
  }

  /// Notes that an open line was struck out on the paper; it can still be entered.
  func strike(_ line: Int, of sheet: Printout) throws -> Bool {
    guard try open(sheet).contains(line) else { return false }
    try records.search.keepingStep {
      try connection.execute(
        "INSERT INTO sheet_line (sheet, line, visit) VALUES (?, ?, NULL)",
        .integer(Int64(sheet.number)), .integer(Int64(line)))
    }
    return true
  }

  /// The code of the line that a visit was entered from; nil for one without paper.
  ///
  /// - Parameter withFormer: whether also a line counts that was entered again since the visit was
  ///   voided.
  func code(of visit: RowID, withFormer: Bool = false) throws -> SheetCode? {
    let former =
      withFormer ? " UNION ALL SELECT sheet, line FROM sheet_line_former WHERE visit = ?1" : ""
    let found = try connection.row(
      "SELECT sheet, line FROM sheet_line WHERE visit = ?1\(former) LIMIT 1",
      .integer(visit.rawValue)
    ) { (Int(clamping: try $0.integer(at: 0)), Int(clamping: try $0.integer(at: 1))) }
    guard let (sheet, line) = found else { return nil }
    return try find(sheet)?.code(line)
  }

  private func printouts(_ condition: String, _ bindings: SQLValue...) throws -> [Printout] {
    let rows = try connection.rows(
      """
      SELECT number, kind, subject, lines, member, made, replica FROM printout
      WHERE \(condition)
      """, bindings: bindings
    ) { row -> Printout? in
      let subject = try row.optionalInteger(at: 2).flatMap(RowID.init(rawValue:))
      guard let member = RowID(rawValue: try row.integer(at: 4)),
        let kind = Printout.Kind(
          name: try row.text(at: 1), subject: subject, lines: Int(clamping: try row.integer(at: 3)))
      else { return nil }
      return Printout(
        number: Int(clamping: try row.integer(at: 0)), kind: kind, member: member,
        made: Timestamp(rawValue: try row.integer(at: 5)),
        replica: UInt32(clamping: try row.integer(at: 6)))
    }
    return rows.compactMap(\.self)
  }
}

extension Printout.Kind {
  fileprivate var name: String {
    switch self {
    case .daySheet: "day-sheet"
    case .walkingList(.campaign): "campaign"
    case .walkingList(.hamlet): "hamlet"
    case .walkingList(.planned): "planned"
    }
  }

  fileprivate var subject: RowID? {
    switch self {
    case .daySheet: nil
    case .walkingList(.campaign(let row)), .walkingList(.hamlet(let row)): row
    case .walkingList(.planned(let team)): team
    }
  }

  fileprivate init?(name: String, subject: RowID?, lines: Int) {
    switch (name, subject) {
    case ("day-sheet", _): self = .daySheet(lines: lines)
    case ("campaign", let row?): self = .walkingList(.campaign(row))
    case ("hamlet", let row?): self = .walkingList(.hamlet(row))
    case ("planned", let team): self = .walkingList(.planned(team: team))
    default: return nil
    }
  }
}
