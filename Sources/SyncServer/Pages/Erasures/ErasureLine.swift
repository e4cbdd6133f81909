import FieldWork
import Pages
import Replica
import SyncProtocol

/// An erasure with who has carried it out and when it must be done.
struct ErasureLine: Sendable {
  /// How far it is; raw values stand in addresses.
  enum Status: String, CaseIterable, Sendable {
    /// Laptops have yet to confirm, and there is time.
    case waiting
    /// Laptops have yet to confirm after the day.
    case overdue
    /// Somebody has to see to a copy of a laptop's data.
    case doubtful
    /// Every laptop that can has confirmed.
    case done

    /// What people read.
    var words: BilingualText {
      switch self {
      case .waiting: BilingualText(vi: "chờ máy xác nhận", en: "laptops have yet to confirm")
      case .overdue: BilingualText(vi: "quá hạn xác nhận", en: "overdue")
      case .doubtful: BilingualText(vi: "không chắc, cần xem", en: "cannot tell, look")
      case .done: BilingualText(vi: "đã xong", en: "done")
      }
    }

    /// The same as a shape.
    var mark: StateMark {
      switch self {
      case .waiting: .neutral
      case .overdue: .missing
      case .doubtful: .attention
      case .done: .good
      }
    }
  }

  let subject: ErasedSubject
  let state: ErasureState
  let progress: ErasureProgress

  /// The code of who was erased.
  var code: String { subject.code }
  /// The day on which it was asked for; nil where nobody said.
  var requested: LocalDate? { state.requested.map { LocalDate(daysSince1970: Int(clamping: $0)) } }
  /// The day by which every laptop should have confirmed.
  let due: LocalDate
  /// Why, in words.
  var reason: BilingualText? {
    state.reason.map { ErasureReason(rawValue: $0)?.words ?? BilingualText(same: $0) }
  }

  /// How far it is on a day.
  func status(on day: LocalDate) -> Status {
    if !progress.labels(.outstanding).isEmpty {
      return due < day ? .overdue : .waiting
    }
    return progress.labels(.doubtful(.copied)).isEmpty ? .done : .doubtful
  }

  /// Every erasure within reach, the latest first.
  static func gather(_ request: PageRequest) throws -> [ErasureLine] {
    let reached = try request.reached()
    let place = request.centre.settings.place.code
    return try request.centre.inspect { records in
      let calendar = try records.reader.calendars().calendar(of: place)
      return try ErasureProgress.all(records.store).compactMap { state, progress in
        let subject = try records.subject(of: state)
        if !reached.isEverything {
          guard let row = subject.row,
            let found = try records.store.rowWithScope(row.table.id, row.id),
            reached.holds(scope: found.1)
          else { return nil }
        }
        return ErasureLine(
          subject: subject, state: state, progress: progress,
          due: calendar.day(
            CentreHealth.erasureDays.done,
            after: state.requested.map { LocalDate(daysSince1970: Int(clamping: $0)) }
              ?? LocalDateTime(time: state.ordered).date))
      }.sorted { $0.state.ordered > $1.state.ordered }
    }
  }
}
