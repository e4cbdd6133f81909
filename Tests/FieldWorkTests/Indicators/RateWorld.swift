import SyncProtocol
import Testing

@testable import FieldWork

/// Records that rates are counted over, written as a laptop writes them.
extension FieldWorld {
  /// A dossier of a resident, by default online and received on a Monday in March 2026.
  func dossier(
    _ resident: RowID?, _ procedure: String = "1.000080", channel: String = "online",
    received: String = "02/03/2026 08:00", appointment: String? = nil, assist: RowID? = nil,
    session: RowID? = nil, fee: Int? = nil, paid: Int? = nil,
    _ change: (inout SubmissionDraft) -> Void = { _ in }
  ) throws -> RowID {
    var draft = SubmissionDraft(
      assist: assist, resident: resident, procedure: procedure, channel: channel,
      received: received, appointment: appointment, fee: fee.map(String.init),
      paidOnline: paid.map(String.init), session: session)
    change(&draft)
    return try laptop.addSubmission(draft, author: try member(), clock: clock()).id
  }

  @discardableResult
  func event(_ status: String, _ occurred: String, of dossier: RowID) throws -> RowID {
    try laptop.addSubmissionEvent(
      SubmissionEventDraft(status: status, occurred: occurred), to: dossier,
      author: try member(), clock: clock()
    ).id
  }

  /// A record that a form describes.
  @discardableResult
  func add(
    _ form: RecordForm, _ texts: [String: String], lists: [String: [String]] = [:]
  ) throws -> RowID {
    let store = form.isOfCentre ? centre : laptop
    return try store.add(
      form, FormDraft(form, texts, lists: lists), author: form.isOfCentre ? nil : try member(),
      clock: clock()
    ).id
  }

  func code(_ id: RowID, _ kind: RecordCode.Kind) throws -> String {
    try laptop.reader.codeText(of: id, in: kind.table)
  }

  /// A book of the first laptop about a period, as of its end or a moment before it.
  func book(
    _ period: String, where filters: [CountDimension: Set<CountKey>] = [:],
    now: LocalDateTime = LocalDateTime(.latest, minuteOfDay: 0), at store: FieldStore? = nil
  ) -> MeasureBook {
    MeasureBook(
      CountQuery(month(period), where: filters), (store ?? laptop).reader, now: now)
  }
}

extension MeasureBook {
  /// What a rate is: `3/4`, `3/4+1` with what nobody recorded, `5` of a number, `?` for unknown.
  func text(_ key: String) throws -> String {
    guard let rate = Rate(named: key) else { return "no such rate" }
    guard let value = try value(of: rate.form).value else { return "?" }
    let rest = value.unrecorded > 0 ? "+\(value.unrecorded)" : ""
    return "\(value.numerator)" + (value.denominator.map { "/\($0)" } ?? "") + rest
  }

  /// What people read for a share.
  func percent(_ key: String) throws -> String? {
    guard let rate = Rate(named: key) else { return nil }
    return try value(of: rate.form).value?.ratio.map {
      Format.percent(hundredths: $0.hundredthsOfPercent)
    }
  }
}
