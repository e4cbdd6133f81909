import Replica
import SQLite
import SyncProtocol
import Testing

@testable import FieldWork

/// Every text exists in both languages, and programs know every error by a code of its own.
@Suite struct PersonMessageTests {
  private let row = RowID(rawValue: 5)

  private func isComplete(_ text: BilingualText) -> Bool {
    [text.vietnamese, text.english].allSatisfy { !$0.isEmpty && !$0.contains("Optional(") }
  }

  private var problems: [FieldProblem.Kind] {
    [
      .missing, .input(.textEmpty), .unknownChoice(typed: "x", choices: ["a", "b"]),
      .personalIDInText, .numberUnreadable, .numberOutOfRange(low: 1, high: 2), .timeUnreadable,
      .unknownProcedure("x"), .unknownService("x"), .unknownCommune("x"), .blockedReasonNeeded,
      .blockedReasonWithoutBlock, .evidenceTextNeeded, .evidenceKindNeeded, .returnDateNeeded,
      .returnDateBeforeVisit, .birthDateImpossible, .noSuchRecord, .dateMustBeTyped(.unchecked),
      .appointmentBeforeReceipt,
    ]
  }

  private var directoryProblems: [DirectoryProblem.Kind] {
    [
      .unreadable(.empty), .missingColumn("x"), .cellCount(expected: 1, found: 2),
      .cell(column: "x", .missing), .foreignCommune("x"), .duplicate(ofLine: 1),
      .unknownHamlet("x"), .ambiguousHamlet("x"),
    ]
  }

  private var errors: [FieldError] {
    let rows = [row].compactMap { $0 }
    return [
      .invalid(problems.map { FieldProblem("name", $0) }),
      .badCode(typed: "x", .empty), .otherKind(typed: "x", expected: .visit), .notFound("x"),
      .noSuchRecord("visit"),
      .severalRecords(
        code: "x", rows.map { RecordCandidate($0, BilingualText(same: "An")) }), .hidden("x"),
      .unknownPlace("x"),
      .severalPlaces("x", codes: ["P"]), .placeWithoutScope, .placeNotHeld, .unknownMember("x"),
      .severalMembers("x", codes: ["M"]), .memberNeeded, .memberWithoutTeam, .voided("visit"),
      .notVoided("visit"), .statusCannotFollow(.done, after: .refused), .personalIDKeyMissing,
      .directory(directoryProblems.map { DirectoryProblem(.members, line: 2, $0) }),
      .notTheCentre,
    ]
  }

  @Test func `every error has a code of its own and both texts`() throws {
    #expect(Set(errors.map(\.code)).count == errors.count)
    for error in errors {
      let message = try #require(PersonMessage(error))
      #expect(isComplete(message.words), "\(error.code)")
      #expect(message.code == error.code)
      #expect(message.category == error.category)
    }
    #expect(Set(problems.map(\.code)).count == problems.count)
    for problem in problems { #expect(isComplete(problem.words), "\(problem.code)") }
    for problem in directoryProblems { #expect(isComplete(problem.words)) }
    for doubt in ClockDoubt.allCases { #expect(isComplete(doubt.words)) }
    for problem in [
      CSVTable.Problem.tooLarge, .notUTF8(line: 1), .unclosedQuote(line: 1),
      .textAfterQuote(line: 1), .tooManyRows, .tooManyCells(line: 1), .cellTooLong(line: 1), .empty,
    ] { #expect(isComplete(problem.words)) }
  }

  @Test func `every state has both texts`() throws {
    let now = LocalDateTime(day("2026-11-18"), minuteOfDay: 0)
    for deadline in [
      SubmissionDeadline.none, .open(due: now, workingDaysLeft: 0),
      .open(due: now, workingDaysLeft: 2), .overdue(due: now, workingDays: 0),
      .overdue(due: now, workingDays: 1), .paused(since: now), .early(due: now, workingDays: 0),
      .early(due: now, workingDays: 1), .onTime(due: now), .late(due: now, workingDays: 0),
      .late(due: now, workingDays: 3), .ended(now),
    ] { #expect(isComplete(deadline.words)) }
    for warning in [
      RecordWarning.dateInFuture(day("2026-11-18")), .clockUnchecked,
      .possibleDuplicates([row].compactMap { $0 }), .evidenceMissing, .calendarIncomplete,
      .noTimeLimit,
    ] {
      #expect(isComplete(warning.words))
      #expect(!warning.code.isEmpty)
    }
    for reason in CountReason.allCases {
      #expect(isComplete(CountVerdict.provisional(reason).words))
      #expect(isComplete(CountVerdict.notCounted(reason).words))
    }
    for dimension in CountDimension.allCases { #expect(isComplete(dimension.words)) }
    for service in FieldService.allCases { #expect(isComplete(service.words)) }
    for reason in BlockedReason.allCases { #expect(isComplete(reason.words)) }
    for kind in RecordCode.Kind.allCases { #expect(isComplete(kind.words)) }
  }

  @Test func `every field of the registry has a label`() {
    for table in Schema.current.tables {
      for field in table.fields {
        #expect(FieldLabel.labels[field.name] != nil, "\(table.name).\(field.name)")
      }
    }
  }

  @Test func `errors of the store below say what is safe`() throws {
    let full = try #require(PersonMessage(SQLError(code: .full, message: "")))
    #expect(full.category == .disk)
    #expect(full.words.english.contains("safe"))
    let newer = try #require(PersonMessage(ReplicaError.storeIsNewer))
    #expect(newer.category == .refusedForSafety)
    #expect(newer.code == "store-newer")
    let damaged = try #require(PersonMessage(SQLError(code: .corrupt, message: "")))
    #expect(damaged.category == .damagedInput)
    #expect(PersonMessage(InputProblem.textEmpty)?.category == .userError)
    #expect(PersonMessage(RecordCodeError.empty)?.code == "record-code-empty")
    struct Foreign: Error {}
    #expect(PersonMessage(Foreign()) == nil)
  }

  @Test func `a list of problems is one line each, with the field's label`() {
    let error = FieldError.invalid([
      FieldProblem("phone", .input(.phoneLength(found: 2))), FieldProblem("name", .missing),
    ])
    #expect(error.words.vietnamese.split(separator: "\n").count == 3)
    #expect(error.words.vietnamese.contains("Điện thoại: "))
    #expect(error.words.english.hasSuffix("Name: is needed."))
  }
}
