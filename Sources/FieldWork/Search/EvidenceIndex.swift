import Replica
import SQLite
import SyncProtocol

/// The codes of dossiers and the numbers of receipts that assists and dossiers name, to find them by.
///
/// Sealed values have no equality that SQL could see, and opening each for one question takes seconds
/// at half a million rows. Prints of every code and of its end stay in memory, 48 bytes a row; whatever
/// a print finds is read again from its row, so that a code that has changed since, or another one with
/// the same print, is never taken for it.
struct EvidenceIndex {
  private typealias Entry = (print: Int, row: Int64)

  /// How a code is met by what somebody typed.
  enum Match {
    /// It is the whole code, with its separators or without.
    case whole
    /// It is the end of the code.
    case end
  }

  /// The lengths of ends that have a print; a longer one is looked for by the longest below it.
  static let endLengths = [4, 6]
  /// The most rows that are read for one end: the numbers of dossiers begin anew every day.
  private static let readLimit = 400

  /// By print, then row.
  private var entries: [Entry] = []
  /// What came since those were sorted.
  private var recent: [Entry] = []

  /// Reads the codes of a store.
  init(_ reader: RecordReader) throws {
    try reader.keyring.reading {
      try read(
        reader, SubmissionTable.definition,
        "SELECT rid, dossier_code FROM submission WHERE dossier_code IS NOT NULL AND hidden IS NULL"
      )
      try read(
        reader, AssistTable.definition,
        """
        SELECT rid, evidence FROM assist
        WHERE evidence IS NOT NULL AND hidden IS NULL
          AND evidence_kind IN (\(EvidenceKind.numbered.map { String($0.rawValue) }
            .joined(separator: ", ")))
        """)
    }
    entries.sort { $0 < $1 }
  }

  private mutating func read(
    _ reader: RecordReader, _ table: TableDefinition, _ sql: String
  ) throws {
    let opener = ValueOpener(reader.keyring, table)
    try reader.connection.withStatement(sql) { statement in
      while try statement.step() {
        let rid = try statement.integer(at: 0)
        guard let row = RowID(rawValue: rid),
          let code = try opener.open(statement, at: 1, of: row).value?.text
        else { continue }
        entries += Self.prints(of: code).map { ($0, rid) }
      }
    }
  }

  /// Takes over what a row that was just written names.
  mutating func add(_ code: String, of row: RowID) {
    recent += Self.prints(of: code).map { ($0, row.rawValue) }
  }

  /// The rows that may name a code, or one with such an end, ascending; of many the latest.
  func rows(naming typed: String, _ match: Match) -> [RowID] {
    let key = Self.key(typed)
    let end = Self.endLengths.last { $0 <= key.count }
    guard match == .whole || end != nil else { return [] }
    let print = Self.print(of: match == .whole ? key : String(key.suffix(end ?? 0)), match)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].print < print { low = middle + 1 } else { high = middle }
    }
    let known = entries[low...].prefix { $0.print == print }
    let found = known.map(\.row) + recent.filter { $0.print == print }.map(\.row)
    return Set(found).sorted().suffix(Self.readLimit).compactMap(RowID.init(rawValue:))
  }

  /// A code as it is looked for: its letters and digits, in capitals. Portals write dots and hyphens that
  /// people leave out.
  static func key(_ code: String) -> String {
    code.uppercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Whether a code is met by what was typed.
  static func meets(_ code: String, _ typed: String, _ match: Match) -> Bool {
    switch match {
    case .whole: key(code) == key(typed)
    case .end: key(code).hasSuffix(key(typed)) && !key(typed).isEmpty
    }
  }

  private static func prints(of code: String) -> [Int] {
    let key = key(code)
    return [print(of: key, .whole)]
      + endLengths.filter { $0 <= key.count }.map { print(of: String(key.suffix($0)), .end) }
  }

  /// It is never kept longer than the program runs, and may be another one each time.
  private static func print(of key: String, _ match: Match) -> Int {
    var hasher = Hasher()
    hasher.combine(match)
    hasher.combine(key)
    return hasher.finalize()
  }
}

extension RecordReader {
  /// Whether a standing assist or dossier names a code as that of its dossier or receipt, with or
  /// without its separators and in capitals or small letters, or its end; nil where it does not, or is
  /// neither.
  func evidence(
    _ row: RowID, names code: String, _ match: EvidenceIndex.Match
  ) throws -> RecordCode.Kind? {
    func isSame(_ known: String?) -> Bool {
      known.map { EvidenceIndex.meets($0, code, match) } ?? false
    }
    if let dossier = try record(Submission.self, row) {
      return dossier.voidReason == nil && isSame(dossier.dossierCode) ? .submission : nil
    }
    guard let assist = try record(Assist.self, row), assist.voidReason == nil,
      assist.evidenceKind.map(EvidenceKind.numbered.contains) == true
    else { return nil }
    return isSame(assist.evidence) ? .assist : nil
  }

  /// Whoever a record is about: the resident whom it names, else the household, else that of the
  /// visit, assist or dossier it belongs to; nil where it is about nobody.
  func subject(of row: RowID, _ table: TableDefinition) throws -> RowID? {
    for (column, owner) in Self.owners where table.fields.contains(where: { $0.name == column }) {
      let value = try connection.row(
        "SELECT \"\(column)\" FROM \"\(table.name)\" WHERE rid = ?", .integer(row.rawValue)
      ) { try $0.optionalInteger(at: 0) }
      guard let id = (value ?? nil).flatMap(RowID.init(rawValue:)) else { continue }
      switch owner {
      case .household, .resident: return try present(id, owner)
      default: if let subject = try subject(of: id, owner.table) { return subject }
      }
    }
    return nil
  }

  /// What a record may belong to, whoever is nearest first; each stands below those before it, so that
  /// no chain of them comes back to where it began.
  private static let owners: [(column: String, kind: RecordCode.Kind)] = [
    ("resident", .resident), ("household", .household), ("visit", .visit), ("assist", .assist),
    ("submission", .submission),
  ]
}
