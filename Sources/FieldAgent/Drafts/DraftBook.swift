import FieldWork
import Replica
import SQLite
import SyncProtocol

/// The drafts of a laptop: on disk, and sealed, before a page answers.
package struct DraftBook {
  /// Milliseconds for which a draft that was saved is known, so that a form that is sent twice leads
  /// to the one record: two days.
  private static let memoryMilliseconds: Int64 = 2 * 86_400_000

  let records: FieldStore
  var connection: Connection { records.store.connection }

  /// The drafts beside the records of one store.
  package init(_ records: FieldStore) { self.records = records }

  /// A new, empty draft; the one that the member has open already for the same is gone on with.
  ///
  /// - Parameter isSame: whether an open draft of the kind and subject is for the same.
  /// - Throws: `ReplicaError.subjectErased`.
  package func begin(
    _ kind: PageDraft.Kind, about subject: RowID?, by member: RowID, at time: Timestamp,
    random: inout some RandomNumberGenerator, isSame: (PageDraft) -> Bool = { _ in true }
  ) throws -> PageDraft {
    if let subject, try records.store.isErased(subject) {
      throw ReplicaError.subjectErased(subject)
    }
    let present = try open(by: member)
    let same = present.filter { $0.kind == kind && $0.subject == subject && isSame($0) }
    if let open = same.first(where: \.isChanged) ?? same.first { return open }
    let id = Hexadecimal.encode(random.bytes(16))
    let draft = PageDraft(
      id: id, member: member, kind: kind, subject: subject, revision: 0, changed: time,
      saved: nil, fields: [])
    try records.watch.quietly {
      try connection.execute(
        "DELETE FROM draft WHERE saved IS NOT NULL AND changed < ?",
        .integer(time.rawValue - Self.memoryMilliseconds))
      // Forms that were filled in and only looked at; one of today may still be typed into.
      for old in present where old.kind.startsFilled && !old.isChanged {
        try connection.execute(
          "DELETE FROM draft WHERE id = ? AND changed < ?", .text(old.id),
          .integer(time.rawValue - Self.memoryMilliseconds))
      }
      try connection.execute(
        """
        INSERT INTO draft (id, member, kind, subject, revision, changed, content)
        VALUES (?, ?, ?, ?, 0, ?, ?)
        """, .text(id), .integer(member.rawValue), .text(kind.rawValue),
        subject.map { .integer($0.rawValue) } ?? .null, .integer(time.rawValue),
        .blob(try sealed(draft)))
      try connection.execute(
        "DELETE FROM draft_forgotten WHERE time < ?",
        .integer(time.rawValue - Self.memoryMilliseconds))
    }
    try dropKeys()
    return draft
  }

  /// The draft of an address; nil when it is another member's, was thrown away, or never was.
  package func find(_ id: String, of member: RowID) throws -> PageDraft? {
    try drafts("id = ? AND member = ?", .text(id), .integer(member.rawValue)).first
  }

  /// What a member has begun and not saved, the latest first.
  package func open(by member: RowID) throws -> [PageDraft] {
    try drafts(
      "member = ? AND saved IS NULL ORDER BY changed DESC, id", .integer(member.rawValue))
  }

  /// Writes what a tab sends, and says what clashes with another tab's.
  /// - Throws: `PageDraft.TooManyFields`: nothing was written.
  package func write(
    _ typed: [(name: String, value: String)], to draft: PageDraft, seen: Int,
    held: Set<String> = [], isWhole: Bool = true, at time: Timestamp
  ) throws -> (draft: PageDraft, clashes: [PageDraft.Clash]) {
    var written = draft
    let clashes = try written.take(
      typed, seen: seen, held: held, isWhole: isWhole, at: time)
    try keep(written, in: draft)
    return (written, clashes)
  }

  /// Lets a form follow its record, or fills it in where it is empty; see `PageDraft.follow`.
  package func follow(
    _ recorded: [(name: String, value: String)], sets: Set<String>, _ draft: PageDraft,
    at time: Timestamp
  ) throws -> PageDraft {
    var followed = draft
    followed.follow(recorded, sets: sets, at: time)
    try keep(followed, in: draft)
    return followed
  }

  private func keep(_ written: PageDraft, in draft: PageDraft) throws {
    guard written != draft else { return }
    try records.watch.quietly {
      try connection.execute(
        "UPDATE draft SET revision = ?, changed = ?, content = ? WHERE id = ? AND saved IS NULL",
        .integer(Int64(written.revision)), .integer(written.changed.rawValue),
        .blob(try sealed(written)), .text(draft.id))
    }
  }

  /// Notes the row that a draft became; part of the act that writes the row. Of its content only a
  /// print of each field stays, by which a tab that comes later is told what it typed otherwise.
  package func finish(_ draft: PageDraft, as row: RowID) throws {
    let printed = draft.printed(as: row)
    try connection.execute(
      "UPDATE draft SET saved = ?, content = ? WHERE id = ?", .integer(row.rawValue),
      .blob(try sealed(printed)), .text(draft.id))
  }

  /// Throws a draft away.
  package func discard(_ draft: PageDraft) throws {
    try records.watch.quietly {
      try connection.execute(
        "DELETE FROM draft WHERE id = ? AND saved IS NULL", .text(draft.id))
    }
    try dropKeys()
  }

  func sealed(_ draft: PageDraft) throws -> [UInt8] {
    try records.store.keyring.sealLocally(
      draft.content, at: PageDraft.place(draft.id, sealing: draft.sealing))
  }

  /// Every draft of everybody that can be read, saved ones too.
  func all() throws -> [PageDraft] { try drafts("TRUE") }

  private func drafts(_ condition: String, _ bindings: SQLValue...) throws -> [PageDraft] {
    let rows = try connection.rows(
      """
      SELECT id, member, kind, subject, revision, changed, saved, content, sealing FROM draft
      WHERE \(condition)
      """, bindings: bindings
    ) { row -> PageDraft? in
      let id = try row.text(at: 0)
      let sealing = Int(clamping: try row.integer(at: 8))
      guard let kind = PageDraft.Kind(rawValue: try row.text(at: 2)),
        let member = RowID(rawValue: try row.integer(at: 1)),
        // A draft of another store key, as after a restore without keys, cannot be shown.
        let content = try? records.store.keyring.openLocally(
          try row.bytes(at: 7), at: PageDraft.place(id, sealing: sealing)),
        let fields = PageDraft.fields(of: content)
      else { return nil }
      var draft = PageDraft(
        id: id, member: member, kind: kind,
        subject: try row.optionalInteger(at: 3).flatMap(RowID.init(rawValue:)),
        revision: Int(clamping: try row.integer(at: 4)),
        changed: Timestamp(rawValue: try row.integer(at: 5)),
        saved: try row.optionalInteger(at: 6).flatMap(RowID.init(rawValue:)), fields: fields)
      draft.sealing = sealing
      return draft
    }
    return rows.compactMap(\.self)
  }
}
