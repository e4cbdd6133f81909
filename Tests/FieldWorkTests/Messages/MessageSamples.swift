import Replica
import SyncProtocol

@testable import FieldWork

/// One value of every case that has words for people; a test holds that none is missing.
enum MessageSamples {
  static let inputProblems: [InputProblem] = [
    .textEmpty, .textTooLong(limit: 3), .textControlCharacter, .dateUnreadable, .dateTwoDigitYear,
    .dateImpossible, .hourUnreadable, .periodUnreadable, .periodBackwards, .termUnreadable,
    .numberUnreadable, .numberGrouping, .numberNegative, .numberTooLarge,
    .personalIDNotDigits, .personalIDLength(found: 3), .personalIDOldCard,
    .personalIDProvince("000"), .personalIDFuture(year: 2100), .phoneNotDigits,
    .phoneLength(found: 3), .phonePrefix("011"), .phoneOldMobile(suggestion: "0321234567"),
  ]

  static let codeErrors: [RecordCodeError] = [
    .empty, .unknownKind("Q"), .tooShort(missing: 2), .tooLong,
    .badCharacter(position: 3, character: "?"), .checkMismatch, .outOfRange,
  ]

  static let fieldProblems: [FieldProblem.Kind] = [
    .missing, .input(.textEmpty), .unknownChoice(typed: "x", choices: ["a", "b"]),
    .personalIDInText, .namesPeople, .numberOutOfRange(low: 1, high: 2), .timeUnreadable,
    .moreThanTheWhole,
    .momentUnreadable(typed: "8h", .dateUnreadable),
    .momentUnreadable(typed: "31/02/2026 8h", .dateImpossible),
    .unknownProcedure("x"), .unknownService("x"), .unknownCommune("x"), .blockedReasonNeeded,
    .blockedReasonWithoutBlock, .evidenceTextNeeded, .evidenceKindNeeded, .returnDateNeeded,
    .returnDateBeforeVisit, .birthDateImpossible, .noSuchRecord, .dateMustBeTyped(.unchecked),
    .hourNeeded(beside: moment), .appointmentBeforeReceipt, .eventBeforeReceipt(received: moment),
    .paidMoreThanFee,
    .oneOfNeeded(fields: ["session", "submission"]), .notForThisKind, .before(field: "date"),
    .voidedReference, .reference(.notFound("x")), .fixedAtCreation, .alreadyRecorded(code: "W"),
    .notASaturday, .codeUnreadable, .languageUnreadable, .moreDigitisedThanFiles, .consentNeeded,
  ]

  static let tableProblems: [CSVTable.Problem] = [
    .tooLarge, .notUTF8(line: 1), .zeroByte(line: 1), .unclosedQuote(line: 1),
    .textAfterQuote(line: 1), .tooManyRows,
    .tooManyCells(line: 1), .cellTooLong(line: 1), .empty,
  ]

  static let directoryProblems: [DirectoryProblem.Kind] = [
    .unreadable(.empty), .missingColumn("x"), .cellCount(expected: 1, found: 2),
    .cell(column: "x", .missing), .foreignCommune("x"), .duplicate(ofLine: 1), .unknownHamlet("x"),
    .ambiguousHamlet("x"),
  ]

  private static let candidates = rows.map {
    RecordCandidate($0, BilingualText(vi: "hộ mẫu", en: "a home"))
  }

  static let fieldErrors: [FieldError] = [
    .invalid(fieldProblems.map { FieldProblem("name", $0) }), .badCode(typed: "x", .empty),
    .otherKind(typed: "x", expected: .visit), .notFound("x"), .hidden("x"),
    .noSuchRecord("visit"),
    .severalRecords(code: "x", candidates), .unknownPlace("x"), .severalPlaces("x", codes: ["P"]),
    .placeWithoutScope, .placeNotHeld, .placeLeaving, .unknownMember("x"),
    .severalMembers("x", codes: ["M"]),
    .memberNeeded, .memberWithoutTeam, .voided("visit"), .notVoided("visit"),
    .statusCannotFollow(.done, after: .refused), .personalIDKeyMissing, .nothingToChange,
    .directory(directoryProblems.map { DirectoryProblem(.members, line: 2, $0) }), .notTheCentre,
    .list(listProblems.map { ListProblem(2, $0) }), .notImported("H"),
    .linkToItself, .notLinked, .linkedByMove, .noSuchReview("7"), .severalReviews(rows),
    .reviewNotEditable, .reviewStillOpen(1), .reviewCorrected(1),
    .reform(reformProblems.map { ReformProblem(line: 2, $0) }),
    .unknownUnit("x"), .unitNotThen("x", moment.date, others: ["y"]),
    .hamletNotThen("x", moment.date),
    .noSuchReform(1), .reformUndone(1), .reformBuiltUpon(1, by: [3, 2]),
    .closing(.notOver(october)),
  ]

  private static let october = month("2026-10")

  static let closingProblems: [ClosingProblem] = [
    .noMonth(october), .notOver(october), .closedAlready(october), .openItems(october),
    .notClosed(october), .changedMeanwhile(october),
  ]

  static let rateUnknowns: [RateUnknown] = [
    .notRecorded(source: BilingualText(vi: "nơi khác", en: "elsewhere")), .notRecorded(source: nil),
    .filter([.member]), .notCounted, .noCatalogue(moment.date), .mismatch, .noRatings, .notReported,
  ]

  static let reformProblems: [ReformProblem.Kind] = [
    .directory(.missingColumn("x")), .noRows, .daysDoNotMeet(last: moment.date, first: moment.date),
    .otherDay(moment.date, moment.date), .nameOfAnother(code: "x", typed: "y", known: "z"),
    .duplicate(ofLine: 1), .unknownUnit("x"), .newNameNeeded("x"), .wholeAndMore(line: 1),
    .unknownHamlet("x"), .hamletToJoin("x"), .severalHamlets("x"),
  ]

  static let conflictErrors: [ConflictError] = [
    .noSuchField("x", names: ["phone"]), .fieldNeeded(names: ["phone", "name"]), .nothingToDecide,
    .decided(field: name, value: other, by: other, at: moment), .notDeletedAndEdited,
    .noSuchValue(typed: "9", count: 2), .noSuchWrite(typed: "9"),
    .decisionNeeded(deletedAndEdited: true), .decisionNeeded(deletedAndEdited: false),
    .voidDecisionNeeded, .decisionTwice, .centreOnly(field: name), .notRewritable(field: name),
    .notReadableYet(field: name, isLocked: true), .notReadableYet(field: name, isLocked: false),
  ]

  static let warnings: [RecordWarning] =
    [
      .dateInFuture(moment.date), .dateLongAgo(moment.date), .clockUnchecked,
      .possibleDuplicates(rows), .possibleDuplicates(rows + rows), .evidenceMissing,
      .returnDateFar(LocalDate(daysSince1970: 22_281)),
      .versionOfSameDay(1), .versionOfSameDay(2),
      .calendarIncomplete, .noTimeLimit, .hamletNotThen("x", moment.date, then: nil),
      .hamletNotThen("x", moment.date, then: "y"), .unitNotThen("x", moment.date),
      .beforeTeam(moment.date, began: moment.date), .afterTeam(moment.date, ended: moment.date),
      .monthClosed(october), .idContradictsBirthYear, .idContradictsSex, .dossierCodeUsed(rows),
      .dossierCodeUsed(rows + rows), .dossierOfAnother(rows), .dossierOfAnother(rows + rows),
      .assistOfAnother(rows[0]),
      .dossierOfAnotherDay(rows, moment.date), .dossierOfAnotherDay(rows + rows, moment.date),
      .notInForce(name, on: moment.date, .ended(moment.date)),
      .notInForce(name, on: moment.date, .notBefore(moment.date)),
      .notInForce(name, on: moment.date, .elsewhere), .detailsMissing([name, other]),
      .campaignVoided("x"), .campaignUnknown("G"), .unlikeDossierCode("x"),
    ] + [Term(12, .workingDays)].compactMap { $0 }.map(RecordWarning.localLimitLonger)

  static let dayQuestions = [
    VisitDateQuestion(date: moment.date, daysBack: 10, closedMonth: nil),
    VisitDateQuestion(date: moment.date, daysBack: 9, closedMonth: nil, isClockChecked: false),
    VisitDateQuestion(date: moment.date, daysBack: 1, closedMonth: october),
    VisitDateQuestion(date: moment.date, daysBack: -1, closedMonth: nil),
  ]
  static let duplicateReasons: [DuplicateReason] =
    PersonName.Agreement.allCases.flatMap { agreement in
      [.name(agreement, bearers: 1), .name(agreement, bearers: 9)]
    } + [
      .sameID, .sameBirthDate, .swappedBirthDate, .birthYearBeside, .sameBirthYear, .samePhone,
      .sharedPhone, .sameHousehold, .sameHamlet, .sameAddress, .otherID, .otherSex,
      .otherBirthYear, .otherBirthDay, .otherPhone, .otherAddress,
    ]

  static let fileProblems = FileText.Problem.allCases

  static let listProblems: [ListProblem.Kind] =
    fileProblems.map { .unreadable($0) } + [
      .notATable(.empty), .headerMissing, .columnTwice(.phone, headers: ["SDT", "Mobile"]),
      .columnUnknown("x"), .hamletMissing, .householdMissing,
      .tooManyCells(expected: 2, found: 3), .field(FieldProblem("phone", .missing)),
      .place(.unknownPlace("x")), .lettersLost(.name), .noHouseholdYet, .nothingToDecide,
      .wrongRecord("H"),
    ]

  static let deadlines: [SubmissionDeadline] = [
    .none, .paused(since: moment), .judged(.onTime, due: moment), .ended(moment),
  ]

  static let punctualities: [Punctuality] = [
    .early(workingDays: 0), .early(workingDays: 1), .early(workingDays: 2), .onTime,
    .late(workingDays: 0), .late(workingDays: 2), .open(workingDaysLeft: 0), .dueToday,
    .open(workingDaysLeft: 1), .overdue(workingDays: 0), .overdue(workingDays: 2),
  ]

  static let timeDoubts: [TimeDoubt] = [
    .tooLate(known: Timestamp(rawValue: 0)), .tooEarly(known: Timestamp(rawValue: 0)), .unchecked,
  ]

  private static let moment = LocalDateTime(day("2026-11-18"), minuteOfDay: 540)
  private static let rows = [RowID(rawValue: 5)].compactMap { $0 }
  private static let name = BilingualText(vi: "Tên", en: "Name")
  private static let other = BilingualText(vi: "(trống)", en: "(empty)")
}
