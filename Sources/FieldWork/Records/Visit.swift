import SyncProtocol

/// What came of knocking at a door; refusals and nobody at home are results too.
package enum VisitOutcome: Int64, RecordEnumeration {
  /// Somebody was met.
  case met = 1
  /// Nobody was at home.
  case nobodyHome = 2
  /// The household refused.
  case refused = 3
  /// The household has moved away.
  case movedAway = 4
  /// The household was not found.
  case notFound = 5
  /// The household asked to come back on a day.
  case comeBack = 6

  /// The stable name.
  package var name: String {
    switch self {
    case .met: "met"
    case .nobodyHome: "nobody-home"
    case .refused: "refused"
    case .movedAway: "moved-away"
    case .notFound: "not-found"
    case .comeBack: "come-back"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .met: BilingualText(vi: "đã gặp", en: "met")
    case .nobodyHome: BilingualText(vi: "không có ai ở nhà", en: "nobody home")
    case .refused: BilingualText(vi: "từ chối", en: "refused")
    case .movedAway: BilingualText(vi: "đã chuyển đi", en: "moved away")
    case .notFound: BilingualText(vi: "không tìm thấy hộ", en: "not found")
    case .comeBack: BilingualText(vi: "hẹn quay lại", en: "come back on")
    }
  }
}

/// Where the date of a visit comes from.
package enum DateSource: Int64, RecordEnumeration {
  /// Taken from the laptop's clock.
  case clock = 1
  /// Typed by a person.
  case typed = 2

  /// The stable name.
  package var name: String { self == .clock ? "clock" : "typed" }

  /// What people read.
  package var words: BilingualText {
    self == .clock
      ? BilingualText(vi: "theo đồng hồ máy", en: "from the clock")
      : BilingualText(vi: "do người nhập", en: "typed")
  }
}

/// Warnings that stay on a visit.
package struct VisitWarnings: OptionSet, Hashable, Sendable {
  /// The sum of bits as stored.
  package let rawValue: Int64

  /// Wraps a stored sum; bits of later versions are kept.
  package init(rawValue: Int64) { self.rawValue = rawValue }

  /// The date lies after the day on which it was written.
  package static let dateInFuture = VisitWarnings(rawValue: 1)
  /// The clock was unchecked when it was written.
  package static let clockUnchecked = VisitWarnings(rawValue: 2)
  /// The date lies more than a year before the day on which it was written.
  package static let dateLongAgo = VisitWarnings(rawValue: 4)

  /// Days after which a typed date is asked about: a year, and the 29th of February.
  static let longAgoDays = 366

  /// What is to be said of a date that is written on a day.
  static func of(_ date: Int64, writtenOn today: LocalDate) -> VisitWarnings {
    let today = Int64(today.daysSince1970)
    if date > today { return .dateInFuture }
    return date < today - Int64(longAgoDays) ? .dateLongAgo : []
  }

  private static let known: [(warning: VisitWarnings, name: String, words: BilingualText)] = [
    (
      .dateInFuture, "date-in-future",
      BilingualText(vi: "ngày ở tương lai", en: "date in the future")
    ),
    (
      .clockUnchecked, "clock-unchecked",
      BilingualText(vi: "đồng hồ chưa đối chiếu", en: "clock unchecked")
    ),
    (
      .dateLongAgo, "date-long-ago",
      BilingualText(vi: "ngày cách hơn một năm", en: "date more than a year back")
    ),
  ]

  /// The stable names of the warnings that are set.
  package var names: [String] { Self.known.filter { contains($0.warning) }.map(\.name) }

  /// What people read of the warnings that are set, each once.
  package var words: [BilingualText] {
    Self.known.filter { contains($0.warning) }.map(\.words)
  }
}

/// One attempt at one household on one day.
package struct Visit: FieldRecord {
  /// The synced table.
  package static let table = VisitTable.definition
  /// `V-…`.
  package static let kind: RecordCode.Kind? = .visit
  /// The columns read.
  package static let columns = """
    household, date, date_source, start_minute, minutes, outcome, return_date, team, note,
    void_reason, warnings, session, campaign, channel
    """

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The household.
  package let household: RowID?
  /// The local date: the date under which it counts.
  package let date: LocalDate?
  /// Where the date comes from.
  package let dateSource: DateSource?
  /// Minutes since midnight when it began.
  package let startMinute: Int?
  /// Minutes it took.
  package let minutes: Int?
  /// What came of it.
  package let outcome: VisitOutcome?
  /// The day to come back on.
  package let returnDate: LocalDate?
  /// The team it counts for.
  package let team: RowID?
  /// Free text.
  package let note: String?
  /// Why a person voided it; nil while it counts.
  package let voidReason: String?
  /// Warnings that stay.
  package let warnings: VisitWarnings
  /// The session it was part of.
  package let session: RowID?
  /// The campaign it was part of.
  package let campaign: RowID?
  /// Where it took place: a number of `ChoiceList.visitChannel`.
  package let channel: Int64?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    household = try row.reference()
    date = try row.date()
    dateSource = try row.choice()
    startMinute = try row.number()
    minutes = try row.number()
    outcome = try row.choice()
    returnDate = try row.date()
    team = try row.reference()
    note = try row.text()
    voidReason = try row.text()
    warnings = VisitWarnings(rawValue: try row.integer() ?? 0)
    session = try row.reference()
    campaign = try row.reference()
    channel = try row.integer()
  }
}

/// A visit as typed; nil is "not given", an empty text empties the field.
package struct VisitDraft: Sendable {
  /// The household; needed for a new visit and fixed from then on.
  package var household: RowID?
  /// The day; from the clock when not given and the clock can be trusted.
  package var date: String?
  /// When it began, as 08:30.
  package var start: String?
  /// Minutes it took.
  package var minutes: String?
  /// A name of `VisitOutcome`; needed for a new visit.
  package var outcome: String?
  /// The day to come back on.
  package var returnDate: String?
  /// The members who took part beside the recording member, who is always one of them.
  package var participants: [RowID]?
  /// The session it was part of.
  package var session: RowID?
  /// Whether an edit takes the visit out of its session.
  package var removesSession = false
  /// The campaign it was part of.
  package var campaign: RowID?
  /// Where it took place: home, desk, support-point, phone.
  package var channel: String?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    household: RowID? = nil, date: String? = nil, start: String? = nil, minutes: String? = nil,
    outcome: String? = nil, returnDate: String? = nil, participants: [RowID]? = nil,
    session: RowID? = nil, campaign: RowID? = nil, channel: String? = nil, note: String? = nil
  ) {
    self.household = household
    self.date = date
    self.start = start
    self.minutes = minutes
    self.outcome = outcome
    self.returnDate = returnDate
    self.participants = participants
    self.session = session
    self.campaign = campaign
    self.channel = channel
    self.note = note
  }

  func check(_ checker: inout DraftChecker, _ knowledge: ClockKnowledge) {
    checkDate(&checker, knowledge)
    checker.timeOfDay(start, VisitTable.startMinute)
    checker.number(minutes, VisitTable.minutes, 0...1_440)
    checker.choice(outcome, VisitTable.outcome, VisitOutcome.self, required: true)
    checker.date(returnDate, VisitTable.returnDate)
    checker.choice(channel, VisitTable.channel, .visitChannel)
    checker.text(note, VisitTable.note, limit: TextLimit.note, allowsLines: true)
    guard outcome != nil || returnDate != nil || date != nil else { return }
    let returnDay = checker.result(VisitTable.returnDate).integer
    if checker.result(VisitTable.outcome).integer == VisitOutcome.comeBack.rawValue,
      returnDay == nil, !checker.problems.contains(where: { $0.field == "return_date" })
    {
      checker.complain(VisitTable.returnDate, .returnDateNeeded)
    }
    if let returnDay, let day = checker.result(VisitTable.date).integer, returnDay < day {
      checker.complain(VisitTable.returnDate, .returnDateBeforeVisit)
    }
  }

  /// Typed dates stand as typed, with warnings; the clock's day is taken only from a clock that
  /// can be trusted.
  private func checkDate(_ checker: inout DraftChecker, _ knowledge: ClockKnowledge) {
    var warnings: VisitWarnings = []
    if let date, !date.allSatisfy(\.isWhitespace) {
      checker.date(date, VisitTable.date)
      checker.set(VisitTable.dateSource, .integer(DateSource.typed.rawValue))
      if let day = checker.result(VisitTable.date).integer {
        warnings.formUnion(VisitWarnings.of(day, writtenOn: knowledge.today))
      }
    } else if !checker.isNew {
      if date != nil { checker.complain(VisitTable.date, .missing) }
      return
    } else if let doubt = knowledge.doubt {
      checker.complain(VisitTable.date, .dateMustBeTyped(doubt))
    } else {
      checker.set(VisitTable.date, .integer(Int64(knowledge.today.daysSince1970)))
      checker.set(VisitTable.dateSource, .integer(DateSource.clock.rawValue))
    }
    if !knowledge.isChecked { warnings.insert(.clockUnchecked) }
    if !warnings.isEmpty || !checker.isNew {
      checker.set(
        VisitTable.warnings, warnings.isEmpty ? .unset : .integer(warnings.rawValue))
    }
  }
}
