import FieldWork
import Replica
import SQLite
import SyncProtocol

/// Which visits a coordinator looked at and found right. It changes no count and is the centre's own:
/// laptops hear of what they have to mend, not of what is right.
struct VisitApprovals {
  /// That a visit was found right.
  struct Approval: Sendable, Equatable {
    /// How the visit stood then; it may have been written to since.
    var state: String
    /// By whose account.
    var account: String
    /// When.
    var at: Timestamp
    /// With which others, for the way back.
    var act: Int64
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The number of the next act, of one visit or of many.
  func nextAct() throws -> Int64 {
    try connection.integer("SELECT coalesce(max(act), 0) + 1 FROM visit_approval")
  }

  /// Notes that a visit was found right as it stands.
  func note(_ visit: RowID, _ approval: Approval) throws {
    try connection.execute(
      "INSERT OR REPLACE INTO visit_approval (visit, state, account, at, act) VALUES (?, ?, ?, ?, ?)",
      .integer(visit.rawValue), .text(approval.state), .text(approval.account),
      .integer(approval.at.rawValue), .integer(approval.act))
  }

  /// What was noted of a visit; nil where nothing was.
  func find(_ visit: RowID) throws -> Approval? {
    try connection.row(
      "SELECT state, account, at, act FROM visit_approval WHERE visit = ?",
      .integer(visit.rawValue)
    ) {
      Approval(
        state: try $0.text(at: 0), account: try $0.text(at: 1),
        at: Timestamp(rawValue: try $0.integer(at: 2)), act: try $0.integer(at: 3))
    }
  }

  /// Forgets what was noted of a visit.
  func forget(_ visit: RowID) throws {
    try connection.execute(
      "DELETE FROM visit_approval WHERE visit = ?", .integer(visit.rawValue))
  }

  /// What changes with every approval and with every one that is taken back.
  func mark() throws -> [Int64] {
    try connection.row("SELECT count(*), coalesce(max(act), 0) FROM visit_approval") {
      [try $0.integer(at: 0), try $0.integer(at: 1)]
    } ?? []
  }

  /// The visits that were found right and may have been written to since, with how they stood.
  func statesToCompare() throws -> [(visit: RowID, state: String)] {
    try connection.rows(
      """
      SELECT a.visit, a.state FROM visit_arrival AS w
      CROSS JOIN visit_approval AS a ON a.visit = w.visit WHERE w.approval = 2 ORDER BY w.visit
      """
    ) { (RowID(rawValue: try $0.integer(at: 0)), try $0.text(at: 1)) }
    .compactMap { row, state in row.map { ($0, state) } }
  }

  /// The visits of one act.
  func visits(of act: Int64) throws -> [RowID] {
    try connection.rows(
      "SELECT visit FROM visit_approval WHERE act = ? ORDER BY visit", .integer(act)
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }
}

/// How a visit stands with the coordinators; raw values stand in addresses.
enum ReviewState: String, CaseIterable, Sendable {
  /// Nobody has said anything of it.
  case new
  /// Its author is asked to look at it again.
  case sentBack = "sent-back"
  /// It was sent back and written to since.
  case mended
  /// Somebody found it right.
  case approved
  /// Somebody found it right, and it was written to since.
  case changed
  /// Somebody rejected it; it is in no count.
  case rejected
  /// Whoever recorded it voided it, and nobody has said anything of it.
  case voided

  /// Whether somebody found it right, now or once.
  var isApproval: Bool { self == .approved || self == .changed }

  /// What people call it.
  var words: BilingualText {
    switch self {
    case .new: BilingualText(vi: "chưa xem", en: "not looked at")
    case .sentBack: BilingualText(vi: "đã trả lại, chờ sửa", en: "sent back")
    case .mended: BilingualText(vi: "đã sửa, chờ xem lại", en: "mended, to be looked at")
    case .approved: BilingualText(vi: "đã duyệt", en: "approved")
    case .changed: BilingualText(vi: "đổi sau khi duyệt", en: "changed since approved")
    case .rejected: BilingualText(vi: "không chấp nhận", en: "rejected")
    case .voided: BilingualText(vi: "người ghi đã hủy", en: "voided by its author")
    }
  }
}

/// How one visit stands, and who said so.
struct ReviewStanding: Sendable {
  let state: ReviewState
  /// Who said so.
  let account: String?
  /// What they told its author.
  let comment: String?
  /// When they said so.
  let at: LocalDateTime?
  /// The approval that stands.
  let approval: VisitApprovals.Approval?
  /// Names what a form was made from: another one means that somebody was there before, or that the
  /// visit was written to.
  let fingerprint: String
}

/// What coordinators said of visits, read once for many of them.
struct ReviewStandings {
  private let records: FieldStore
  private let approvals: VisitApprovals
  /// Those that are sent back.
  let sentBack: [RowID: SentBackVisit]
  /// Those that are rejected.
  let rejected: [RowID: RecordReview]

  init(_ records: FieldStore) throws {
    self.records = records
    approvals = VisitApprovals(records.store.connection)
    sentBack = Dictionary(
      try records.sentBackVisits(ownOnly: false).map { ($0.visit, $0) },
      uniquingKeysWith: { _, later in later })
    rejected = try records.rejectedVisits()
  }

  /// The visits that were written to since they were found right.
  func changedSinceApproval() throws -> Set<RowID> {
    Set(
      try approvals.statesToCompare().filter { try records.sittingState($0.visit) != $0.state }
        .map(\.visit))
  }

  /// How one visit stands.
  func standing(of visit: RowID) throws -> ReviewStanding {
    let stands = try records.sittingState(visit)
    func standing(_ state: ReviewState, _ review: RecordReview) -> ReviewStanding {
      ReviewStanding(
        state: state, account: review.ruledBy, comment: review.note, at: review.ruledAt,
        approval: nil,
        fingerprint: "\(stands) \(state.rawValue) \(review.ruledAt?.iso ?? "") "
          + "\(review.ruledBy ?? "")")
    }
    if let review = rejected[visit] { return standing(.rejected, review) }
    if let sent = sentBack[visit] {
      return standing(sent.isMended ? .mended : .sentBack, sent.review)
    }
    let approval = try approvals.find(visit)
    let state =
      try approval.map { $0.state == stands ? ReviewState.approved : .changed }
      ?? (records.reader.record(Visit.self, visit)?.voidReason == nil ? .new : .voided)
    return ReviewStanding(
      state: state, account: approval?.account, comment: nil,
      at: approval.map { LocalDateTime(time: $0.at) }, approval: approval,
      fingerprint: "\(stands) \(state.rawValue) \(approval?.act ?? 0)")
  }
}
