import Replica
import SQLite
import SyncProtocol

/// A month that was closed: its numbers as they were reported, which no later arrival changes.
package struct MonthClosing: Hashable, Sendable {
  /// What stood open when it was closed.
  package struct Checklist: Hashable, Sendable {
    /// Laptops that were to report.
    package var laptops: Int
    /// Those of them that had.
    package var reported: Int
    /// Fields with several values on which nobody had decided.
    package var conflicts: Int
    /// Batches that waited for others.
    package var held: Int
    /// Reviews that waited for a ruling.
    package var reviews: Int
    /// Visits of the month that nobody had looked at, which keeps nobody from closing it; nil where
    /// they were not counted.
    package var unseen: Int?
    /// Pairs of people, households and assists that may be one, likewise.
    package var doubles: Int?

    /// Describes what stands open.
    package init(
      laptops: Int, reported: Int, conflicts: Int, held: Int, reviews: Int, unseen: Int? = nil,
      doubles: Int? = nil
    ) {
      self.unseen = unseen
      self.doubles = doubles
      self.laptops = laptops
      self.reported = reported
      self.conflicts = conflicts
      self.held = held
      self.reviews = reviews
    }

    /// Whether nothing does.
    package var isClear: Bool {
      laptops > 0 && reported == laptops && conflicts == 0 && held == 0 && reviews == 0
    }
  }

  /// The row.
  package let id: RowID
  /// The month.
  package let month: Period
  /// National code of the unit; nil for all that the centre holds.
  package let unit: String?
  /// When it was closed.
  package let closedAt: Timestamp?
  /// Who closed it.
  package let closedBy: String?
  /// What stood open then.
  package let checklist: Checklist
  /// What was said about it.
  package let note: String?
  /// Why it was opened again; nil while it stands.
  package let reopenReason: String?
  /// Who opened it again.
  package let reopenedBy: String?

  /// Whether it stands.
  package var isStanding: Bool { reopenReason == nil }
}

/// What changed in a closed month since it was last reported.
package struct MonthAdjustment: Hashable, Sendable {
  /// A group whose numbers changed.
  package struct Change: Hashable, Sendable {
    /// The group.
    package let line: ClosedFigures.Line
    /// As reported.
    package let reported: CountNumbers
    /// As counted now.
    package let now: CountNumbers
  }

  /// The closing.
  package let closing: MonthClosing
  /// The whole month and then every group that changed; empty where nothing did.
  package let changes: [Change]

  /// The whole month, where it changed.
  package var total: Change? { changes.first { $0.line.dimension == ClosedFigures.total } }
  /// The true dates of what changed.
  package var days: [Change] { changes.filter { $0.line.dimension == CountDimension.day.key } }
}

extension RecordReader {
  /// All closings, in the order in which they were made; also those that were opened again.
  package func closings() throws -> [MonthClosing] {
    try connection.rows(
      """
      SELECT rid, time, period, unit, closed_by, laptops, reported, conflicts, held, reviews, note,
        reopen_reason, reopened_by, unseen, doubles
      FROM closing WHERE hidden IS NULL ORDER BY time, rid
      """
    ) { statement -> MonthClosing? in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return nil }
      let time = try row.integer().map { Timestamp(rawValue: $0) }
      guard let text = try row.text(),
        let month = try? Period.parse(text, today: .earliest), month.kind == .month
      else { return nil }
      let unit = try row.text()
      let closedBy = try row.text()
      func number() throws -> Int { Int(clamping: max(0, try row.integer() ?? 0)) }
      var checklist = MonthClosing.Checklist(
        laptops: try number(), reported: try number(), conflicts: try number(),
        held: try number(), reviews: try number())
      let (note, reason, reopener) = (try row.text(), try row.text(), try row.text())
      checklist.unseen = try row.integer().map { Int(clamping: max(0, $0)) }
      checklist.doubles = try row.integer().map { Int(clamping: max(0, $0)) }
      return MonthClosing(
        id: id, month: month, unit: unit, closedAt: time, closedBy: closedBy,
        checklist: checklist, note: note, reopenReason: reason, reopenedBy: reopener)
    }.compactMap { $0 }
  }

  /// The standing closing whose days hold one of a period, for a unit or for everything.
  package func closing(overlapping period: Period, unit: String?) throws -> MonthClosing? {
    try closings().first {
      $0.isStanding && $0.unit == unit && $0.month.from <= period.to && period.from <= $0.month.to
    }
  }

  /// The standing closing of a month.
  /// - Throws: `FieldError.closing(.notClosed)`.
  package func standingClosing(of month: Period, unit: String?) throws -> MonthClosing {
    let closing = try closings().last {
      $0.isStanding && $0.month == month && $0.unit == unit
    }
    guard let closing else { throw FieldError.closing(.notClosed(month)) }
    return closing
  }

  /// That the month of a day on which something happened in a unit is closed.
  func closingWarnings(
    on day: LocalDate?, in unit: () throws -> String?
  ) throws -> [RecordWarning] {
    guard let day else { return [] }
    let closed = try closings().filter { $0.isStanding && $0.month.contains(day) }
    guard !closed.isEmpty else { return [] }
    let unit = try unit()
    return closed.first { $0.unit == nil || $0.unit == unit }.map { [.monthClosed($0.month)] } ?? []
  }

  /// The figures as they were last reported: those of the closing, and what later closings said.
  package func reportedFigures(of closing: MonthClosing) throws -> ClosedFigures {
    var figures = ClosedFigures()
    figures.overlay(try self.figures(of: closing.id), of: closing.month)
    // What was opened again says what it said; later closings report against its successor.
    guard closing.isStanding else { return figures }
    let all = try closings()
    guard let place = all.firstIndex(where: { $0.id == closing.id }) else { return figures }
    for later in all[(place + 1)...] where later.isStanding && later.unit == closing.unit {
      figures.overlay(try self.figures(of: later.id), of: closing.month)
    }
    return figures
  }

  func figures(of closing: RowID) throws -> ClosedFigures {
    let elements = try connection.rows(
      """
      SELECT DISTINCT value FROM head
      WHERE row = ? AND table_id = ? AND field = ? AND typeof(value) = 'text'
      """, .integer(closing.rawValue), .integer(Int64(ClosingTable.definition.id.rawValue)),
      .integer(Int64(ClosingTable.figures.id.rawValue))
    ) { try $0.text(at: 0) }
    return ClosedFigures(elements: elements)
  }

  /// What changed in standing closed months since they were last reported; those that did not
  /// change have no changes.
  ///
  /// - Parameters:
  ///   - unit: whose closings; nil for those of everything.
  ///   - dimensions: along which groups are compared; the total always is.
  package func adjustments(
    unit: String?, by dimensions: [CountDimension] = [.day]
  ) throws -> [MonthAdjustment] {
    try closings().filter { $0.isStanding && $0.unit == unit }.map {
      try adjustment(of: $0, by: dimensions)
    }
  }

  /// What changed in a closed month since it was last reported.
  package func adjustment(
    of closing: MonthClosing, by dimensions: [CountDimension] = ClosedFigures.dimensions
  ) throws -> MonthAdjustment {
    let reported = try reportedFigures(of: closing)
    var changed = ClosedFigures()
    changed.add(
      try counts(of: closing.month, unit: closing.unit, by: dimensions), of: closing.month,
      besides: reported)
    var changes: [MonthAdjustment.Change] = []
    for line in changed.numbers.keys.sorted(by: ClosedFigures.precedes) {
      changes.append(
        MonthAdjustment.Change(
          line: line, reported: reported.numbers[line] ?? CountNumbers.none,
          now: changed.numbers[line] ?? CountNumbers.none))
    }
    return MonthAdjustment(closing: closing, changes: changes)
  }

  /// The numbers of a whole month as counted now.
  package func numbers(of month: Period, unit: String?) throws -> CountNumbers {
    try count(of: month, unit: unit).total
  }

  /// The count of a whole month.
  func count(of month: Period, unit: String?) throws -> Count {
    let territory = try unit.map { try self.territory(ofUnit: $0, on: month.to) }
    return try count(CountQuery(month, territory: territory))
  }

  /// The counts of a month, one along each dimension.
  func counts(
    of month: Period, unit: String?, by dimensions: [CountDimension]
  ) throws -> [Count] {
    let territory = try unit.map { try self.territory(ofUnit: $0, on: month.to) }
    return try counts(CountQuery(month, territory: territory), by: dimensions.map { [$0] })
  }
}
