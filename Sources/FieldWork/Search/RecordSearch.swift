import SQLite
import SyncProtocol

/// Finds households and residents by name, telephone, last four digits of the id, address or code, and
/// by the code of anything that is about them: a visit, a dossier, a receipt.
///
/// The index lives in memory only, is built at the first search and again when anything but the
/// calls of this room has changed the store; personal data never reach a file of their own.
package final class RecordSearch {
  /// Something found.
  package enum Found: Hashable, Sendable {
    /// A household.
    case household(Household)
    /// A resident.
    case resident(Resident)
  }

  /// A line of the result: enough to tell same-name people apart.
  package struct Line: Hashable, Sendable {
    /// What was found.
    package let found: Found
    /// The hamlet's name.
    package let hamlet: String?
    /// The household's address.
    package let address: String?
    /// The head of the household.
    package let householdName: String?
    /// Year of birth; nil for households.
    package let birthYear: Int?
    /// The latest visit to the household.
    package let lastVisit: LocalDate?
    /// How the weakest word was met; nil when a code named the record.
    package let level: SearchIndex.Level?
    /// Code of the record by which it was found, where what was typed names that and not itself: a
    /// dossier by its code at the portal, an assist by its receipt, a visit by its own code.
    package let through: String?
  }

  /// What a query meets.
  private struct Hit {
    let row: RowID
    var level: SearchIndex.Level?
    var through: String?
  }

  private let reader: RecordReader
  private let watch: StoreWatch
  private var index: SearchIndex?
  private var evidence: EvidenceIndex?
  /// Whether a write of this room goes on that keeps the index in step.
  private var isInStep = false
  /// Where the writes stood when what is in memory was in step with the store.
  private var stamp: StoreWatch.Mark?
  /// How often rows were taken over into the index.
  private(set) var refreshes = 0

  init(_ reader: RecordReader, _ watch: StoreWatch) {
    self.reader = reader
    self.watch = watch
  }

  /// The best lines for a query, at most `limit`; voided records are left out.
  package func find(_ query: String, limit: Int = 20) throws -> [Line] {
    try hits(for: query, limit: limit).prefix(limit).compactMap(line)
  }

  /// A part of all lines for a query, the best first, and how many there are.
  package func find(
    _ query: String, limit: Int, offset: Int
  ) throws -> (lines: [Line], total: Int) {
    let hits = try hits(for: query, limit: .max)
    return (try hits.dropFirst(offset).prefix(limit).compactMap(line), hits.count)
  }

  /// The same for whoever is looked for by the hamlet too: those who live there come first.
  ///
  /// - Returns: the lines, how many there are in all, and how many of these live there.
  package func find(
    _ query: String, livingIn hamlets: Set<RowID>, limit: Int, offset: Int
  ) throws -> (lines: [Line], total: Int, there: Int) {
    let hits = try hits(for: query, limit: .max)
    let there = try hits.filter { try hamlet(of: $0.row).map(hamlets.contains) ?? false }
    let rows = Set(there.map(\.row))
    let ordered = there + hits.filter { !rows.contains($0.row) }
    return (
      try ordered.dropFirst(offset).prefix(limit).compactMap(line), hits.count, there.count
    )
  }

  /// The hamlet of a household, or of a resident's.
  private func hamlet(of row: RowID) throws -> RowID? {
    try reader.connection.row(
      """
      SELECT place FROM household
      WHERE rid = ?1 OR rid = (SELECT household FROM resident WHERE rid = ?1)
      """, .integer(row.rawValue)
    ) { try $0.optionalInteger(at: 0) }?.flatMap(RowID.init(rawValue:))
  }

  private func hits(for query: String, limit: Int) throws -> [Hit] {
    if let code = try? RecordCode(parsing: query), let hits = try hits(for: code) { return hits }
    let query = String(query.prefix(400))
    let met = try freshIndex().search(query, limit: limit).compactMap { hit in
      RowID(rawValue: hit.id).map { Hit(row: $0, level: hit.level) }
    }
    let proved =
      Self.mayBeEvidence(query, isFound: !met.isEmpty) ? try hits(forEvidence: query, .whole) : []
    let ended =
      proved.isEmpty && Self.mayBeEnd(query, isFound: !met.isEmpty)
      ? try hits(forEvidence: query, .end) : []
    func isNew(_ hit: Hit, beside others: [Hit]) -> Bool {
      !others.contains { $0.row == hit.row }
    }
    let first = proved + met.filter { isNew($0, beside: proved) }
    return first + ended.filter { isNew($0, beside: first) }
  }

  /// What a record's code means, each where it lives on: a code of before a move finds what it became,
  /// and a code of anything else whoever that is about. Nil where it is about nobody.
  private func hits(for code: RecordCode) throws -> [Hit]? {
    var hits: [Hit] = []
    for row in try reader.rows(of: code) {
      let isItself = code.kind == .household || code.kind == .resident
      let subject =
        try isItself ? reader.present(row, code.kind) : reader.subject(of: row, code.kind.table)
      guard let subject, !hits.contains(where: { $0.row == subject }) else { continue }
      hits.append(Hit(row: subject, through: isItself ? nil : code.text))
    }
    return hits.isEmpty && code.kind != .household && code.kind != .resident ? nil : hits
  }

  /// Whether words are looked up as the code of a dossier or receipt too. Of names and addresses few
  /// hold four digits, and whoever is found by a telephone number is not looked for by a receipt.
  private static func mayBeEvidence(_ query: String, isFound: Bool) -> Bool {
    let digits = query.count(where: \.isNumber)
    return isFound ? digits >= 4 && query.contains(where: \.isLetter) : digits > 0
  }

  /// Whether words are looked up as the end of such a code too: the last digits, which people read out,
  /// besides whoever has them in an id or telephone; anything longer where nobody is found.
  private static func mayBeEnd(_ query: String, isFound: Bool) -> Bool {
    let key = EvidenceIndex.key(query)
    guard key.count >= shortestEnd, key.count(where: \.isNumber) >= shortestEnd else {
      return false
    }
    return !isFound || (key.count <= longestSpokenEnd && key.allSatisfy(\.isNumber))
  }

  /// Fewer characters end too many codes.
  private static let shortestEnd = EvidenceIndex.endLengths[0]
  /// More digits are a telephone number before they are anything else.
  private static let longestSpokenEnd = 6

  /// Whoever the assists and dossiers are about that name a code.
  private func hits(forEvidence code: String, _ match: EvidenceIndex.Match) throws -> [Hit] {
    var hits: [Hit] = []
    for row in try freshEvidence().rows(naming: code, match) {
      guard let kind = try reader.evidence(row, names: code, match),
        let subject = try reader.subject(of: row, kind.table)
      else { continue }
      let through = try reader.codeText(of: row, in: kind.table)
      if let known = hits.firstIndex(where: { $0.row == subject }) {
        // The dossier itself rather than the assist that it came out of.
        if kind == .submission { hits[known].through = through }
      } else {
        hits.append(Hit(row: subject, through: through))
      }
    }
    return hits
  }

  /// Builds the index while nobody waits for it; nothing where it is in step with the store.
  package func prepare() throws {
    _ = try freshIndex()
    _ = try freshEvidence()
  }

  /// Forgets the index; the next search builds it anew. For after a sync round or an import.
  package func invalidate() {
    index = nil
    evidence = nil
    stamp = nil
  }

  /// Runs a write; when the index was in step before, it stays so but for the rows that the caller
  /// names to `refresh` next. For writes of this room.
  package func keepingStep<Result>(_ write: () throws -> Result) throws -> Result {
    guard let stamp, try watch.mark() == stamp else { return try write() }
    isInStep = true
    defer { isInStep = false }
    let result = Swift.Result { try write() }
    // Another connection may have written meanwhile: its mark is left as it was. What failed was
    // rolled back.
    self.stamp = StoreWatch.Mark(others: stamp.others, own: try watch.mark().own)
    return try result.get()
  }

  /// Takes over rows that this room has just written.
  func refresh(_ rows: [RowID]) {
    guard index != nil || evidence != nil else { return }
    refreshes += 1
    do {
      for row in rows { try add(row) }
    } catch {
      // The rows are on disk; the next search builds the index from there.
      invalidate()
    }
  }

  /// Takes over the code of a dossier or receipt that a row which was just written names.
  func refresh(_ row: RowID, naming code: String?) {
    if let code { evidence?.add(code, of: row) }
  }

  /// Forgets what is no longer in step with the store.
  private func keepUp() throws {
    let now = try watch.mark()
    if stamp != now { invalidate() }
    stamp = now
  }

  /// The rows that may name a code as that of a dossier or receipt, also while a write goes on.
  func rows(naming code: String) throws -> [RowID] {
    try freshEvidence().rows(naming: code, .whole)
  }

  private func freshEvidence() throws -> EvidenceIndex {
    // Within a write of this room its rows are named to `refresh`: nothing else can have come.
    if !isInStep { try keepUp() }
    if let evidence { return evidence }
    let built = try EvidenceIndex(reader)
    evidence = built
    return built
  }

  private func freshIndex() throws -> SearchIndex {
    try keepUp()
    if let index { return index }
    var built = SearchIndex()
    try reader.keyring.reading {
      try forEachDocument(nil) { built.add(id: $0, fields: $1, precedence: $2) }
    }
    index = built
    return built
  }

  private func add(_ row: RowID) throws {
    refresh(row, naming: try reader.record(Submission.self, row)?.dossierCode)
    refresh(row, naming: try reader.record(Assist.self, row)?.evidence)
    index?.remove(id: row.rawValue)
    for kind in [RecordCode.Kind.household, .resident]
    where try reader.exists(kind.table, row) && reader.present(row, kind) != row { return }
    var documents: [(Int64, [String], Int32)] = []
    try forEachDocument(row) { documents.append(($0, $1, $2)) }
    for (id, fields, precedence) in documents {
      index?.add(id: id, fields: fields, precedence: precedence)
    }
  }

  /// Residents come before households among equally good hits.
  private func forEachDocument(
    _ row: RowID?, _ body: (Int64, [String], Int32) -> Void
  ) throws {
    let gone = try row == nil ? reader.livingOnHere() : []
    let standing: (Int64, [String], Int32) -> Void = { id, fields, precedence in
      if !gone.contains(id) { body(id, fields, precedence) }
    }
    let wanted = row == nil ? "" : "AND rid = ?"
    let bindings = row.map { [SQLValue.integer($0.rawValue)] } ?? []
    try documents(
      HouseholdTable.definition,
      """
      SELECT rid, name, address, phone FROM household
      WHERE hidden IS NULL AND void_reason IS NULL \(wanted) ORDER BY rid
      """, bindings, precedence: 1, standing)
    try documents(
      ResidentTable.definition,
      """
      SELECT rid, full_name, phone, id_last4 FROM resident
      WHERE hidden IS NULL AND void_reason IS NULL \(wanted) ORDER BY rid
      """, bindings, precedence: 0, standing)
  }

  /// What cannot be read cannot be found.
  private func documents(
    _ table: TableDefinition, _ sql: String, _ bindings: [SQLValue], precedence: Int32,
    _ body: (Int64, [String], Int32) -> Void
  ) throws {
    let opener = ValueOpener(reader.keyring, table)
    try reader.connection.withStatement(sql) { statement in
      try statement.bind(all: bindings)
      while try statement.step() {
        let rid = try statement.integer(at: 0)
        guard let row = RowID(rawValue: rid) else { continue }
        let fields = try (1...3).compactMap {
          try opener.open(statement, at: $0, of: row).value?.text
        }
        body(rid, fields, precedence)
      }
    }
  }

  private func line(_ hit: Hit) throws -> Line? {
    if let resident = try reader.record(Resident.self, hit.row) {
      let household = try resident.household.flatMap {
        try reader.record(Household.self, $0)
      }
      return try line(hit, .resident(resident), household, resident.birthYear)
    }
    guard let household = try reader.record(Household.self, hit.row) else { return nil }
    return try line(hit, .household(household), household, nil)
  }

  private func line(
    _ hit: Hit, _ found: Found, _ household: Household?, _ birthYear: Int?
  ) throws -> Line {
    let hamlet = try household?.place.flatMap { try reader.record(Place.self, $0)?.name }
    return Line(
      found: found, hamlet: hamlet, address: household?.address, householdName: household?.name,
      birthYear: birthYear, lastVisit: try household.flatMap { try reader.lastVisit(to: $0.id) },
      level: hit.level, through: hit.through)
  }
}
