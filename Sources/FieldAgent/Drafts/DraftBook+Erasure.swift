import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Forms about somebody who was erased: what was typed there goes with everything else about them. And
/// forms of records that are not here any more: what they were filled in with goes with the record.
extension DraftBook {
  /// Destroys what was typed about people and households that were erased, with the keys that sealed
  /// it. Of a visit to a household that stands, the assists of whoever was erased go and the rest
  /// stays, with how many went. Doing it twice is harmless; on disk when it returns.
  package func forgetErased(at time: Timestamp) throws {
    let store = records.store
    let hasErasures = try store.hasErasures()
    for draft in try all() {
      if hasErasures, try subjects(of: draft).contains(where: store.isErased) {
        try forget(draft, at: time)
      } else if hasErasures, let rest = try draft.withoutAssists(of: store.isErased) {
        try reseal(rest)
      } else if hasErasures, try isNameErased(draft), let rest = draft.withoutRecordedName {
        try reseal(rest)
      } else if draft.kind.isChange, draft.saved == nil, let table = draft.kind.recordTable,
        let subject = draft.subject, try !records.reader.exists(table, subject),
        let rest = draft.withoutRecord
      {
        try reseal(rest)
      }
    }
    try dropKeys(isErasure: true)
  }

  /// Whether a form changes a household whose name was erased with somebody it was called after.
  private func isNameErased(_ draft: PageDraft) throws -> Bool {
    guard draft.kind.isChange, draft.kind.recordTable?.id == HouseholdTable.definition.id,
      let household = draft.subject
    else { return false }
    let heads = try records.store.row(HouseholdTable.definition.id, household)?
      .heads(of: HouseholdTable.name.id)
    return heads?.contains { $0.value.kind == .erased } ?? false
  }

  /// Whether a form was begun under an address, and destroyed because whom it was about was erased.
  package func isForgotten(_ id: String, of member: RowID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM draft_forgotten WHERE id = ? AND member = ?", .text(id),
      .integer(member.rawValue)) > 0
  }

  private func forget(_ draft: PageDraft, at time: Timestamp) throws {
    try records.watch.quietly {
      try connection.transaction(.immediate) {
        try connection.execute("DELETE FROM draft WHERE id = ?", .text(draft.id))
        try connection.execute(
          "INSERT OR REPLACE INTO draft_forgotten (id, member, time) VALUES (?, ?, ?)",
          .text(draft.id), .integer(draft.member.rawValue), .integer(time.rawValue))
      }
    }
  }

  /// Keeps a draft under a new key, so that what was taken out of it is lost with the former one.
  private func reseal(_ rest: PageDraft) throws {
    var rest = rest
    rest.sealing += 1
    try records.watch.quietly {
      try connection.execute(
        "UPDATE draft SET revision = ?, content = ?, sealing = ? WHERE id = ?",
        .integer(Int64(rest.revision)), .blob(try sealed(rest)), .integer(Int64(rest.sealing)),
        .text(rest.id))
    }
  }

  /// Gives up the keys of drafts that are not kept any more.
  ///
  /// - Parameter isErasure: whether no byte of them may be left.
  func dropKeys(isErasure: Bool = false) throws {
    let keyring = records.store.keyring
    let needed = Set(
      try connection.rows("SELECT id, sealing FROM draft") {
        PageDraft.place(try $0.text(at: 0), sealing: Int(clamping: try $0.integer(at: 1)))
      })
    let left = try keyring.localPlaces().filter {
      $0.hasPrefix(PageDraft.placePrefix) && !needed.contains($0)
    }
    try isErasure ? keyring.destroyLocally(left) : keyring.forgetLocally(left)
  }

  /// The rows that a draft is about: its own, those that one leads to, and whoever is named in a field
  /// by code. A visit's assists are told apart.
  private func subjects(of draft: PageDraft) throws -> Set<RowID> {
    var rows: [(TableDefinition, RowID)] = []
    if let table = draft.kind.subjectTable, let subject = draft.subject {
      rows.append((table, subject))
    }
    if let saved = draft.saved, let table = draft.kind.recordTable {
      rows.append((table, saved))
      if draft.kind.holdsAssists {
        rows += try records.reader.assists(visit: saved).map { (AssistTable.definition, $0.id) }
      }
    }
    for field in draft.fields where !(draft.kind.holdsAssists && field.name.hasPrefix("assist-")) {
      if let code = try? RecordCode(parsing: field.value) {
        rows += try records.reader.rows(of: code).map { (code.kind.table, $0) }
      } else if field.name.hasSuffix("-resident"), let resident = RowID(typed: field.value) {
        rows.append((ResidentTable.definition, resident))
      }
    }
    return try rows.reduce(into: []) { subjects, row in
      try subjects.formUnion(records.store.subjects(of: row.1, in: row.0))
    }
  }
}

extension PageDraft {
  static let placePrefix = "draft "

  /// Where a draft is sealed for: each sealing has a key of its own.
  static func place(_ id: String, sealing: Int) -> String {
    sealing == 0 ? "\(placePrefix)\(id)" : "\(placePrefix)\(id) \(sealing)"
  }

  /// The fields in which something stands that somebody typed, and the form was not filled in with.
  var typedFields: [Field] {
    fields.filter { field in
      field.name != QuestionAnswers.field
        && !field.value.allSatisfy(\.isWhitespace) && (!kind.startsFilled || field.isChanged)
    }
  }

  /// The draft without what it was filled in with from its record; nil where it is without already.
  var withoutRecord: PageDraft? {
    var rest = self
    rest.fields = typedFields.map {
      Field(name: $0.name, value: $0.value, revision: max($0.revision, 2))
    }
    guard rest.fields != fields else { return nil }
    rest.revision = max(revision + 1, 2)
    return rest
  }

  /// The draft without the name that its record had; what somebody typed in its place stays. Nil where
  /// it is without already.
  var withoutRecordedName: PageDraft? {
    let name = HouseholdTable.name.name
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    var rest = self
    rest.fields.removeAll { $0.name == name }
    if typedFields.contains(where: { $0.name == name }) {
      rest.fields.append(Field(name: name, value: field.value, revision: max(field.revision, 2)))
    }
    guard rest.fields != fields else { return nil }
    rest.revision = max(revision + 1, 2)
    return rest
  }

  /// The draft without the assists of some residents; nil where it has none of theirs.
  func withoutAssists(of isGone: (RowID) throws -> Bool) throws -> PageDraft? {
    guard kind.holdsAssists, saved == nil else { return nil }
    let gone = try fields.compactMap { field -> Substring? in
      guard field.name.hasPrefix("assist-"), field.name.hasSuffix("-resident") else { return nil }
      let values = [field.value, field.former, field.base, field.rival?.value]
      let isTheirs = try values.compactMap { $0.flatMap(RowID.init(typed:)) }.contains(
        where: isGone)
      return isTheirs ? field.name.dropLast("resident".count) : nil
    }
    guard !gone.isEmpty else { return nil }
    var rest = self
    rest.revision += 1
    let before = self[AssistRows.erasedField].flatMap { Int($0) } ?? 0
    rest.fields.removeAll { $0.name == AssistRows.erasedField }
    rest.fields.append(
      Field(
        name: AssistRows.erasedField, value: String(before + gone.count), revision: rest.revision))
    for prefix in gone {
      rest.fields.removeAll { $0.name.hasPrefix(prefix) }
      rest.fields.append(Field(name: "\(prefix)removed", value: "1", revision: rest.revision))
    }
    return rest
  }
}

extension RowID {
  /// The row of a choice that stands in a form.
  fileprivate init?(typed: String) {
    guard let number = Int64(typed), let row = RowID(rawValue: number) else { return nil }
    self = row
  }
}
