import Replica
import SyncProtocol

/// A review as people see it: which record and field, what was written, why it does not stand.
package struct RecordReview: Hashable, Sendable {
  /// The review's row.
  package let id: RowID
  /// The number that people type.
  package let number: Int64
  /// The row that was written.
  package let row: RowID
  /// What kind of record it is.
  package let recordWords: BilingualText
  /// The record's code.
  package let codeText: String
  /// The table's stable name; nil for a table of a later version.
  package let table: String?
  /// The field's stable name; nil for a whole operation.
  package let fieldName: String?
  /// Whether the record as a whole is judged, because the judged entry made it.
  package let concernsRecord: Bool
  /// What people call the field, or "everything".
  package let fieldWords: BilingualText
  /// What was written; nil where the log no longer says, for removals and whole operations.
  package let valueWords: BilingualText?
  /// The reason's code.
  package let reason: String
  /// Which rule; empty when there is nothing to add.
  package let detail: String
  /// Why, in words.
  package let reasonWords: BilingualText
  /// How it stands.
  package let state: Review.State?
  /// Who ruled; nil while nobody has.
  package let ruledBy: String?
  /// When they ruled; nil while nobody has.
  package let ruledAt: LocalDateTime?
  /// What they said.
  package let note: String?
  /// A rejection that the people of this laptop still have to read.
  package let isUnread: Bool
  /// The member who wrote it.
  package let author: String?
  /// The laptop that wrote it.
  package let replica: ReplicaID

  /// What became of it, in words.
  package var stateWords: BilingualText {
    guard reason == Objection.Reason.sentBack.rawValue, state == .admitted else {
      return ReviewWords.state(state)
    }
    return ruledBy == nil ? ReviewWords.sentBackWithdrawn : ReviewWords.sentBack
  }
}

extension FieldStore {
  /// Reviews in words, by number.
  ///
  /// - Parameters:
  ///   - openOnly: leaves out those on which somebody has ruled.
  ///   - replica: only of what this laptop wrote.
  package func reviews(
    openOnly: Bool = true, of replica: ReplicaID? = nil
  ) throws -> [RecordReview] {
    try store.reviews(openOnly: openOnly, of: replica).map(describe)
  }

  /// Reviews of what was written on this laptop, also under an earlier number, by number.
  ///
  /// - Parameter openOnly: leaves out those that need no ruling any more.
  package func ownReviews(openOnly: Bool = false) throws -> [RecordReview] {
    try store.ownReviews(openOnly: openOnly).map(describe)
  }

  /// What people have made of entries of this laptop since some rulings were known.
  package func rulings(since known: Set<RulingMark>) throws -> [RecordReview] {
    try store.ownReviews().filter { review in
      try store.rulingMark(of: review).map { !known.contains($0) } ?? false
    }.map(describe)
  }

  /// The rulings of people on entries of this laptop.
  package func knownRulings() throws -> Set<RulingMark> {
    Set(try store.ownReviews().compactMap { try store.rulingMark(of: $0) })
  }

  /// Notes that the people of this laptop have read a ruling, so that it need not be shown again.
  ///
  /// - Throws: `FieldError.reviewStillOpen` while no person has ruled, `.reviewCorrected` where nobody
  ///   has to any more.
  package func noteRead(_ review: RecordReview) throws {
    guard review.state != .corrected else { throw FieldError.reviewCorrected(review.number) }
    guard let stored = try store.review(review.id), try store.noteRead(stored) else {
      throw FieldError.reviewStillOpen(review.number)
    }
  }

  /// The ruling by which a record is rejected as a whole; nil where none is.
  package func rejection(of row: RowID, in table: TableDefinition) throws -> RecordReview? {
    try store.reviews(of: row, in: table.id).first { $0.concernsRow && $0.state == .rejected }
      .map(describe)
  }

  /// The review that a typed number means, or its row after `#`.
  /// - Throws: `FieldError.noSuchReview`, `.severalReviews`.
  package func review(named text: String) throws -> RecordReview {
    let shown = String(text.prefix(40))
    let found: [Review]
    if text.hasPrefix("#") {
      found =
        try Int64(text.dropFirst()).flatMap(RowID.init(rawValue:))
        .flatMap { try store.review($0) }.map { [$0] } ?? []
    } else {
      guard let number = Int64(text) else { throw FieldError.noSuchReview(shown) }
      found = try store.reviews(numbered: number)
    }
    guard let first = found.first else { throw FieldError.noSuchReview(shown) }
    guard found.count == 1 else { throw FieldError.severalReviews(found.map(\.id)) }
    return try describe(first)
  }

  /// Rules on a review.
  ///
  /// - Parameters:
  ///   - edited: the value to stand in place of what was written, as typed; nil for none.
  ///   - admits: lets it stand; otherwise it is rejected, and `edited` has no meaning.
  /// - Throws: `FieldError.reviewNotEditable`, `.invalid` for a value that the rules do not take.
  package func rule(
    on review: RecordReview, admits: Bool, edited: String?, by person: String, note: String?,
    clock: ClockReading, isDryRun: Bool
  ) throws -> (outcome: RulingOutcome, review: RecordReview) {
    var ruling = admits ? Ruling.admit : .reject
    if admits, let edited { ruling = .admitEdited(try value(edited, for: review, clock)) }
    do {
      let outcome = try search.keepingStep {
        try store.rule(
          on: review.id, ruling, by: person, note: note, clock: clock, isDryRun: isDryRun)
      }
      if case .admitEdited(let value) = ruling, !isDryRun {
        try mendWarnings(of: review, now: value, clock)
      }
      search.refresh([review.row])
      return (outcome, try describe(outcome.review))
    } catch ReplicaError.reviewOfRow {
      throw FieldError.reviewNotEditable
    }
  }

  /// What was said of a visit's date is said anew of the date that a person ruled in its place.
  private func mendWarnings(
    of review: RecordReview, now value: Value, _ clock: ClockReading
  ) throws {
    guard review.table == VisitTable.definition.name, review.fieldName == VisitTable.date.name,
      let day = value.integer, let visit = try reader.record(Visit.self, review.row)
    else { return }
    let today = try knowledge(of: clock).today
    let warnings = visit.warnings.subtracting([.dateInFuture, .dateLongAgo])
      .union(.of(day, writtenOn: today))
    guard warnings != visit.warnings else { return }
    try commit(author: nil, clock: clock) { act in
      try act.write(
        VisitTable.definition, review.row,
        [(VisitTable.warnings, warnings.isEmpty ? .unset : .integer(warnings.rawValue))])
    }
  }

  /// Reads a typed value for the judged field; the domain's rules hold for coordinators too.
  private func value(
    _ text: String, for review: RecordReview, _ clock: ClockReading
  ) throws -> Value {
    guard let stored = try store.review(review.id), !stored.concernsRow,
      let table = store.schema[stored.table], let field = stored.field.flatMap({ table[$0] }),
      field.id.kind?.hasColumn == true
    else { throw FieldError.reviewNotEditable }
    if [.bytes, .sealed, .erased].contains(field.type) { throw FieldError.reviewNotEditable }
    let value = try typed(
      text, field, of: table, today: LocalDateTime(milliseconds: clock.wall.rawValue).date)
    let operation = Operation(
      dot: stored.dot, table: table.id, row: stored.row, author: nil, time: clock.wall,
      writes: [FieldWrite(field.id, value)])
    let objections = try FieldWorkJudge().objections(
      to: JudgedOperation(
        operation: operation, table: table, now: clock.wall, isFromLaterVersion: false,
        isInDirectory: store.isInDirectory))
    guard objections.isEmpty else { throw Self.unreadable(field) }
    return value
  }

  /// Reads a value as the record's own form does. The number of a choice will do as well as its name;
  /// days and times are never typed as numbers.
  private func typed(
    _ text: String, _ field: FieldDefinition, of table: TableDefinition, today: LocalDate
  ) throws -> Value {
    do {
      return try TypedValue.parse(text, field, of: table, reader, today: today)
    } catch let error as FieldError {
      guard case .invalid(let problems) = error,
        problems.allSatisfy({ if case .unknownChoice = $0.kind { true } else { false } }),
        field.type == .integer, let number = Int64(text)
      else { throw error }
      return .integer(number)
    }
  }

  private static func unreadable(_ field: FieldDefinition) -> FieldError {
    .invalid([FieldProblem(field.name, .input(.numberUnreadable))])
  }

  /// What an edit that is judged as a whole wrote, field by field; nil where the log no longer says.
  private func writesWords(of review: Review) throws -> BilingualText? {
    guard let table = store.schema[review.table] else { return nil }
    let words = try store.judgedWrites(of: review).compactMap { write -> BilingualText? in
      guard let value = write.value, let field = table[write.field] else { return nil }
      let label = FieldLabel.words(of: field, in: table)
      return try label + BilingualText(same: ": ") + reader.words(of: value, in: field, of: table)
    }
    guard let first = words.first else { return nil }
    return words.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
  }

  /// The visit that is sent back; nil for every other review. One write of it or of an assist of it
  /// carries the message, which is about the visit all the same.
  private func sentBackVisit(_ review: Review) throws -> RowID? {
    guard review.reason == Objection.Reason.sentBack.rawValue, review.state == .admitted else {
      return nil
    }
    return try visit(of: review)
  }

  private func describe(_ judged: Review) throws -> RecordReview {
    var review = judged
    let sentBack = try sentBackVisit(judged)
    if let sentBack { (review.table, review.row) = (VisitTable.definition.id, sentBack) }
    let concernsRecord = sentBack != nil || review.dot == review.row
    let isEdit = review.field == nil && !concernsRecord
    let table = store.schema[review.table]
    let field = review.field.flatMap { table?[$0] }
    let value = try store.judgedValue(of: judged)
    return RecordReview(
      id: review.id, number: review.number, row: review.row,
      recordWords: table.map { TableWords.words(of: $0.name) }
        ?? BilingualText(same: "#\(review.table.rawValue)"),
      codeText: try table.map { try reader.codeText(of: review.row, in: $0) }
        ?? "#\(review.row.rawValue)",
      table: table?.name, fieldName: ReviewWords.name(of: review.field, in: table),
      concernsRecord: concernsRecord,
      fieldWords: isEdit
        ? ReviewWords.wholeEdit : ReviewWords.label(of: review.field, in: table),
      valueWords: try value.flatMap { value in
        try field.flatMap { field in
          try table.map { try reader.words(of: value, in: field, of: $0) }
        }
      } ?? (isEdit ? writesWords(of: judged) : nil),
      reason: review.reason, detail: review.detail,
      reasonWords: ReviewWords.reason(review.reason, detail: review.detail), state: review.state,
      ruledBy: review.ruledBy,
      ruledAt: try store.rulingMark(of: review).map {
        LocalDateTime(milliseconds: $0.time.rawValue)
      },
      note: review.note, isUnread: try store.isUnreadRejection(review),
      author: try review.author.flatMap { try reader.record(Member.self, $0)?.fullName },
      replica: try store.laptop(of: review.dot))
  }
}
