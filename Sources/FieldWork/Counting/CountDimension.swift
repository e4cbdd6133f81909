import SyncProtocol

/// Where a kind of counted record has the value of a dimension.
enum CountColumn: Sendable {
  /// An expression over the record: `v` is a visit, `a` an assist beside its visit `v`, `s` a
  /// submission.
  case sql(String)
  /// A column of the household that was visited: asked for record by record, or read of all
  /// households before, where a count sweeps.
  case ofHousehold(String)
  /// The elements of a set of the record; it stands in the group of each.
  case set(FieldDefinition)

  /// The expression; nil for a set.
  var expression: String? {
    switch self {
    case .sql(let expression): expression
    case .ofHousehold(let column): CountDimension.ofHousehold(column)
    case .set: nil
    }
  }
}

/// What a count is divided or filtered by.
///
/// A dimension is data: where records have its value, what that value stands for in the answer, and
/// by which rule of the forms people type and read it. `allCases` is the whole list.
package struct CountDimension: CaseIterable, Hashable, Sendable {
  /// The stable name, for commands, `--json` and files.
  package let key: String
  /// What people read.
  package let words: BilingualText
  /// A field that holds its values, with the rule by which they are typed and shown.
  let model: FormField
  /// What a value that was read stands for.
  let meaning: CountMeaning
  private let columns: [CountedKind: CountColumn]

  init(
    _ key: String, vi vietnamese: String, en english: String, _ field: FieldDefinition,
    _ rule: FormRule, as meaning: CountMeaning = .itself, at columns: [CountedKind: CountColumn]
  ) {
    self.key = key
    words = BilingualText(vi: vietnamese, en: english)
    model = FormField(field, key, rule)
    self.meaning = meaning
    self.columns = columns
  }

  /// Where a kind of record has its value; nil where such a record has none, which is not 0.
  func column(of kind: CountedKind) -> CountColumn? { columns[kind] }

  /// Whether an assist stands where its visit does.
  var isOfVisit: Bool {
    switch (column(of: .visit), column(of: .assist)) {
    case (.sql(let visit), .sql(let assist)), (.ofHousehold(let visit), .ofHousehold(let assist)):
      visit == assist
    default: false
    }
  }

  /// Whether it divides by time; a period, not a filter, keeps such groups.
  package var isSpan: Bool { if case .span = meaning { true } else { false } }

  /// Whether places bear on it, so that the day of their borders matters.
  package var isOfPlaces: Bool {
    switch meaning {
    case .hamlet, .unit: true
    case .itself, .procedure, .sector, .span: false
    }
  }

  /// Two dimensions are the same when their names are.
  package static func == (left: CountDimension, right: CountDimension) -> Bool {
    left.key == right.key
  }

  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// The dimension of a name.
  package init?(named key: String) {
    guard let dimension = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = dimension
  }

  /// Reads `team,service`; nil when a name is unknown or stands twice.
  package static func parse(list text: String) -> [CountDimension]? {
    guard text.utf8.count <= 200 else { return nil }
    var dimensions: [CountDimension] = []
    for name in text.split(separator: ",") {
      guard let dimension = CountDimension(named: String(name.filter { !$0.isWhitespace })),
        !dimensions.contains(dimension)
      else { return nil }
      dimensions.append(dimension)
    }
    return dimensions
  }
}

extension CountDimension {
  /// All dimensions, in the order in which people read them.
  package static let allCases: [CountDimension] =
    [
      unit, hamlet, team, member, session, sessionKind, campaign, channel, householdKind,
      visitOutcome, service,
      procedure, sector, mode, outcome, blockedReason, aloneNow, language, submissionChannel,
      serviceLevel,
    ] + spans

  /// The commune in which it happened, as of a day.
  package static let unit = CountDimension(
    "unit", vi: "xã, phường", en: "unit", PlaceTable.communeCode, .commune, as: .unit, at: place)

  /// The hamlet in which it happened, as of a day.
  package static let hamlet = CountDimension(
    "hamlet", vi: "thôn, tổ dân phố", en: "hamlet", HouseholdTable.place, .record(.place),
    as: .hamlet,
    at: place)

  /// The team it counts for.
  package static let team = CountDimension(
    "team", vi: "tổ", en: "team", VisitTable.team, .record(.team),
    at: [
      .visit: .sql("v.team"), .assist: .sql("v.team"), .submission: .sql("s.team"),
      .feedback: .sql(ofFeedback("team")), .member: .sql("m.team"),
      .task: .sql("k.team"),
    ])

  /// Members who took part; two at one sitting are both credited, so members' numbers may add up
  /// to more than the total.
  package static let member = CountDimension(
    "member", vi: "thành viên", en: "member", VisitTable.participants, .record(.member),
    at: [
      .visit: .set(VisitTable.participants), .assist: .set(AssistTable.participants),
      .member: .sql("m.rid"), .task: .sql("k.owner"),
    ])

  /// The service session it was part of.
  package static let session = CountDimension(
    "session", vi: "buổi phục vụ", en: "session", VisitTable.session, .record(.session),
    at: [
      .visit: .sql("v.session"), .assist: .sql("v.session"),
      .submission: .sql(sessionOfDossier), .feedback: .sql(ofFeedback("session")),
    ])

  /// What that session was: a Saturday for the people, a support point.
  package static let sessionKind = CountDimension(
    "session-kind", vi: "loại buổi phục vụ", en: "kind of session", SessionTable.kind,
    .choice(.sessionKind),
    at: [
      .visit: .sql(kind(ofSession: "v.session")), .assist: .sql(kind(ofSession: "v.session")),
      .submission: .sql(kind(ofSession: sessionOfDossier)),
      .feedback: .sql(kind(ofSession: ofFeedback("session"))),
    ])

  /// The campaign it was part of, by itself or by its session.
  package static let campaign = CountDimension(
    "campaign", vi: "đợt cao điểm", en: "campaign", VisitTable.campaign, .record(.campaign),
    at: [
      .visit: .sql(campaignOfVisit), .assist: .sql(campaignOfVisit),
      .submission: .sql(
        """
        coalesce((SELECT c.campaign FROM session AS c WHERE c.rid = s.session),
          \(ofAssistedVisit(campaignOfVisit)))
        """),
    ])

  /// Where residents were helped: at home, at a desk, at a support point, by telephone.
  package static let channel = CountDimension(
    "channel", vi: "nơi hỗ trợ", en: "place of help", VisitTable.channel, .choice(.visitChannel),
    at: [
      .visit: .sql("v.channel"), .assist: .sql("v.channel"),
      .submission: .sql(ofAssistedVisit("v.channel")),
    ])

  /// Family, household business, shop or organisation.
  package static let householdKind = CountDimension(
    "household-kind", vi: "loại hộ", en: "kind of household", HouseholdTable.kind,
    .choice(ChoiceList(HouseholdKind.self)),
    at: [
      .visit: .ofHousehold("kind"), .assist: .ofHousehold("kind"),
      .submission: .sql(ofDossiersHousehold("kind")), .household: .sql("h.kind"),
    ])

  /// What came of the visit.
  package static let visitOutcome = CountDimension(
    "visit-outcome", vi: "kết quả lượt thăm", en: "outcome of the visit", VisitTable.outcome,
    .choice(ChoiceList(VisitOutcome.self)),
    at: [.visit: .sql("v.outcome"), .assist: .sql("v.outcome")])

  /// Procedure or service.
  package static let service = CountDimension(
    "service", vi: "thủ tục, dịch vụ", en: "service", AssistTable.service, .service, at: code)

  /// Procedure; what is another service has none.
  package static let procedure = CountDimension(
    "procedure", vi: "thủ tục hành chính", en: "procedure", SubmissionTable.procedure, .service,
    as: .procedure, at: code)

  /// The sector of the procedure or service.
  package static let sector = CountDimension(
    "sector", vi: "lĩnh vực", en: "sector", ServiceTable.sector, .text(200), as: .sector, at: code)

  /// How residents were helped.
  package static let mode = CountDimension(
    "mode", vi: "cách hỗ trợ", en: "mode", AssistTable.mode, .choice(ChoiceList(AssistMode.self)),
    at: [.assist: .sql("a.mode")])

  /// What came of the assist.
  package static let outcome = CountDimension(
    "outcome", vi: "kết quả", en: "outcome", AssistTable.outcome,
    .choice(ChoiceList(AssistOutcome.self)), at: [.assist: .sql("a.outcome")])

  /// Why it was blocked.
  package static let blockedReason = CountDimension(
    "blocked-reason", vi: "lý do vướng", en: "blocked reason", AssistTable.blockedReason,
    .blockedReason, at: [.assist: .sql("a.blocked_reason")])

  /// Whether the resident can do it alone next time, as members wrote it down.
  package static let aloneNow = CountDimension(
    "alone-now", vi: "lần sau tự làm được", en: "alone next time", AssistTable.aloneNow, .yesOrNo,
    at: [.assist: .sql("a.alone_now")])

  /// The language spoken, as BCP 47 writes it.
  package static let language = CountDimension(
    "language", vi: "ngôn ngữ", en: "language", AssistTable.language, .language,
    at: [.assist: .sql("a.language")])

  /// How a dossier was filed.
  package static let submissionChannel = CountDimension(
    "submission-channel", vi: "cách nộp hồ sơ", en: "channel of filing", SubmissionTable.channel,
    .choice(ChoiceList(SubmissionChannel.self)), at: [.submission: .sql("s.channel")])

  /// How much of the procedure was offered online when a dossier was filed.
  package static let serviceLevel = CountDimension(
    "service-level", vi: "mức dịch vụ công", en: "service level", SubmissionTable.serviceLevel,
    .choice(ChoiceList(StoredServiceLevel.self)), at: [.submission: .sql("s.service_level")])

  /// The day of the visit, or of filing.
  package static let day = span("day", .day, vi: "ngày", en: "day")
  /// The ISO week.
  package static let week = span("week", .week, vi: "tuần", en: "week")
  /// The month.
  package static let month = span("month", .month, vi: "tháng", en: "month")
  /// The quarter.
  package static let quarter = span("quarter", .quarter, vi: "quý", en: "quarter")
  /// The half of the year.
  package static let halfYear = span("half-year", .halfYear, vi: "nửa năm", en: "half-year")
  /// The first nine months of the year; what comes after them is in no group.
  package static let nineMonths = span(
    "nine-months", .nineMonths, vi: "chín tháng", en: "nine months")
  /// The year.
  package static let year = span("year", .year, vi: "năm", en: "year")

  /// The spans of a kind of period; nil for periods of any two days.
  package static func spans(of kind: Period.Kind) -> CountDimension? {
    spans.first { if case .span(kind) = $0.meaning { true } else { false } }
  }

  /// Whether an assist was blocked, 1 or 0. It serves grids alone: nobody asks for it by name.
  package static let isBlocked = CountDimension(
    "is-blocked", vi: "bị vướng", en: "blocked", AssistTable.outcome,
    .choice(ChoiceList(AssistOutcome.self)),
    at: [.assist: .sql("a.outcome IS \(AssistOutcome.blocked.rawValue)")])

  private static let spans = [day, week, month, quarter, halfYear, nineMonths, year]

  private static func span(
    _ key: String, _ kind: Period.Kind, vi vietnamese: String, en english: String
  ) -> CountDimension {
    CountDimension(
      key, vi: vietnamese, en: english, VisitTable.date, .day, as: .span(kind),
      at: [.visit: .sql("v.date"), .assist: .sql("v.date"), .submission: .sql("s.date")])
  }

  private static let place: [CountedKind: CountColumn] = [
    .visit: .ofHousehold("place"), .assist: .ofHousehold("place"),
    .submission: .sql(ofDossiersHousehold("place")), .household: .sql("h.place"),
    .feedback: .sql(ofFeedback("place")),
    .member: .sql("(SELECT t.place FROM team AS t WHERE t.rid = m.team)"),
    .task: .sql("(SELECT t.place FROM team AS t WHERE t.rid = k.team)"),
  ]

  private static let code: [CountedKind: CountColumn] = [
    .assist: .sql("a.service"), .submission: .sql("s.procedure"),
    .feedback: .sql(ofFeedback("code")),
  ]

  private static let campaignOfVisit =
    "coalesce(v.campaign, (SELECT c.campaign FROM session AS c WHERE c.rid = v.session))"

  /// A column of the household that was visited.
  fileprivate static func ofHousehold(_ column: String) -> String {
    "(SELECT h.\(column) FROM household AS h WHERE h.rid = v.household)"
  }

  /// A column of the household that a dossier's resident lives in; without a resident, of the one
  /// that was visited.
  private static func ofDossiersHousehold(_ column: String) -> String {
    """
    coalesce(
      (SELECT h.\(column) FROM resident AS r JOIN household AS h ON h.rid = r.household
       WHERE r.rid = s.resident), \(ofAssistedVisit(ofHousehold(column))))
    """
  }

  private static let sessionOfDossier = "coalesce(s.session, \(ofAssistedVisit("v.session")))"

  private static func kind(ofSession session: String) -> String {
    "(SELECT c.kind FROM session AS c WHERE c.rid = \(session))"
  }

  /// Something of what feedback is about: the dossier, else the assist, else the session.
  private static func ofFeedback(_ wanted: String) -> String {
    let (dossier, assist, session) =
      switch wanted {
      case "team": ("s.team", "v.team", "c.team")
      case "place": (ofDossiersHousehold("place"), ofHousehold("place"), "c.place")
      case "code": ("s.procedure", "a.service", "NULL")
      default: (sessionOfDossier, "v.session", "c.rid")
      }
    return """
      coalesce(
        (SELECT \(dossier) FROM submission AS s WHERE s.rid = f.submission),
        (SELECT \(assist) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
         WHERE a.rid = f.assist),
        (SELECT \(session) FROM session AS c WHERE c.rid = f.session))
      """
  }

  /// Something of the visit at which a dossier came out of an assist.
  private static func ofAssistedVisit(_ expression: String) -> String {
    """
    (SELECT \(expression) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
     WHERE a.rid = s.assist)
    """
  }
}
