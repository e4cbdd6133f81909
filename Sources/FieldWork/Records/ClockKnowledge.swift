import Replica
import SQLite
import SyncProtocol

/// What a store knows about the present when it dates a record.
package struct ClockKnowledge: Hashable, Sendable {
  /// The best guess of this minute, local time.
  package let now: LocalDateTime
  /// The day against which a date counts as in the future.
  package let today: LocalDate
  /// Why the clock cannot date a record; nil when it can.
  package let doubt: ClockDoubt?
  /// Whether the clock was checked against the centre's time since the last start.
  package let isChecked: Bool

  /// The day on which the reference data of this program was gathered: a clock that shows an
  /// earlier day is wrong.
  package static let programDate = LocalDate(daysSince1970: 20_652)

  /// What is known at a minute.
  package init(now: LocalDateTime, today: LocalDate, doubt: ClockDoubt?, isChecked: Bool) {
    self.now = now
    self.today = today
    self.doubt = doubt
    self.isChecked = isChecked
  }
}

extension FieldStore {
  /// What is known about the present.
  ///
  /// The newest record is this store's own: another laptop's fast clock must not oblige everybody
  /// to type dates.
  package func knowledge(of clock: ClockReading) throws -> ClockKnowledge {
    let corrected = try store.correctedNow(clock)
    let now = LocalDateTime(milliseconds: corrected.time.rawValue)
    var today = now.date
    if !corrected.isChecked {
      let signed = corrected.lastSigned.map { LocalDate(milliseconds: $0.rawValue) }
      today = max(today, signed ?? .earliest, ClockKnowledge.programDate)
    }
    var doubt: ClockDoubt? = corrected.isChecked ? nil : .unchecked
    if doubt == nil, let newest = try newestOwnRecord(), newest > corrected.time {
      // Where the centre took its time back, that is why.
      let isExplained = try store.takenBackThrough().map { newest <= $0 } ?? false
      if !isExplained { doubt = .olderThanNewestRecord }
    }
    return ClockKnowledge(now: now, today: today, doubt: doubt, isChecked: corrected.isChecked)
  }

  /// The time of this store's newest visit, assist, submission or household.
  private func newestOwnRecord() throws -> Timestamp? {
    let first = Int64(store.identity.replica.rawValue) << 39
    let range = [SQLValue.integer(first), .integer(first + (1 << 39 - 1))]
    let newest = try store.connection.row(
      """
      SELECT max(newest) FROM (
        SELECT max(time) AS newest FROM household WHERE rid BETWEEN ?1 AND ?2
        UNION ALL SELECT max(time) FROM resident WHERE rid BETWEEN ?1 AND ?2
        UNION ALL SELECT max(time) FROM visit WHERE rid BETWEEN ?1 AND ?2
        UNION ALL SELECT max(time) FROM assist WHERE rid BETWEEN ?1 AND ?2
        UNION ALL SELECT max(time) FROM submission WHERE rid BETWEEN ?1 AND ?2)
      """, bindings: range
    ) { try $0.optionalInteger(at: 0) }
    return (newest ?? nil).map { Timestamp(rawValue: $0) }
  }

  /// Reads a moment as typed, or takes it from the clock when it can be trusted.
  ///
  /// A typed day without a time of day stays that: its hour is not known.
  func moment(
    _ raw: String?, _ field: FieldDefinition, _ knowledge: ClockKnowledge,
    _ checker: inout DraftChecker
  ) -> LocalDateTime? {
    guard let raw, !raw.allSatisfy(\.isWhitespace) else {
      if let doubt = knowledge.doubt {
        checker.complain(field, .dateMustBeTyped(doubt))
        return nil
      }
      return knowledge.now
    }
    do {
      return try LocalDateTime.parse(raw)
    } catch {
      checker.complainOfMoment(raw, field, error)
      return nil
    }
  }
}
