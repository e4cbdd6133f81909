import FieldWork
import SyncProtocol

/// What a printed code asks to be rated: a session or support point, a dossier, or the work in a
/// hamlet.
struct FeedbackSubject: Sendable {
  /// The kinds that have sheets.
  static let kinds: [RecordCode.Kind] = [.session, .submission, .place]

  let kind: RecordCode.Kind
  let row: RowID
  /// Where feedback about it lies.
  let scope: ScopeID
  let codeText: String
  /// What anybody may read: no name of a resident, no text that somebody typed.
  let words: BilingualText
  /// What a team called it, for coordinators alone.
  let name: String?

  /// The option of the form of feedback that names it.
  var option: String {
    switch kind {
    case .session: "session"
    case .submission: "submission"
    default: "place"
    }
  }

  /// Whether its code is on one slip in one hand: then it serves once.
  var servesOnce: Bool { kind == .submission }

  /// Finds what a typed or scanned code means; nil where nothing stands under it, or nothing that is
  /// rated.
  init?(_ typed: String, _ reader: RecordReader, on day: LocalDate) throws {
    guard let code = try? RecordCode(parsing: typed), Self.kinds.contains(code.kind),
      let row = try reader.rows(of: code).first,
      try reader.voidReason(code.kind.table, row) == nil
    else { return nil }
    kind = code.kind
    self.row = row
    codeText = code.text
    switch code.kind {
    case .session:
      guard let session = try reader.formRecord(RecordForms.session, row) else { return nil }
      scope = session.header.scope
      let kindWords = session[SessionTable.kind]?.value?.integer
        .flatMap { ChoiceList.sessionKind[$0]?.words }
      let date = session[SessionTable.date]?.value?.integer
        .map { Format.date(LocalDate(daysSince1970: Int(clamping: $0))) }
      let place = try session[SessionTable.place]?.value?.integer.flatMap(RowID.init(rawValue:))
        .flatMap { try reader.record(Place.self, $0)?.name }
      words = FeedbackWords.joined([
        kindWords.map(CoordinatorWords.capitalised), place.map { BilingualText(same: $0) },
        date.map { BilingualText(same: $0) },
      ])
      name = session[SessionTable.name]?.value?.text
    case .submission:
      guard let scope = try reader.scope(of: row, in: SubmissionTable.definition) else {
        return nil
      }
      self.scope = scope
      words = BilingualText(
        vi: "Hồ sơ \(code.text)", en: "Dossier \(code.text)")
      name = nil
    default:
      guard let place = try reader.record(Place.self, row), let scope = place.householdScope,
        place.validTo.map({ $0 >= day }) ?? true
      else { return nil }
      self.scope = scope
      words = BilingualText(
        vi: "Tổ công nghệ số cộng đồng · \(place.name ?? code.text)",
        en: "Community digital team · \(place.name ?? code.text)")
      name = nil
    }
  }
}
