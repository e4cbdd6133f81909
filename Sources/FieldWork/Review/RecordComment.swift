import Replica
import SyncProtocol

/// What somebody says of a visit or an assist to whoever recorded it: a task of theirs, which reaches
/// the laptop like every other one, stands there until it is done, and whose note is the answer.
package struct RecordComment: Sendable, Hashable {
  /// Characters that are said at most.
  package static let limit = 140

  /// What is said, as its author's laptop shows it.
  package let text: String
  /// How it stands there: a number of `ChoiceList.taskStatus`.
  package let status: Int64
  /// What was answered; nil before.
  package let answer: String?

  /// Whether the title of a task is that of a comment.
  static func isTitle(_ title: String) -> Bool {
    [mark.vietnamese, mark.english, earlierMark].contains(where: title.contains)
  }

  /// What stands behind every comment, and behind no task that a form made.
  private static let mark = BilingualText(vi: "(trả lời ở ", en: "(answer in ")
  /// The English one of comments that are there since before answers were read through.
  private static let earlierMark = "(answer under "
}

extension FieldStore {
  /// Says something of a visit or an assist to the first member who took part in it; to the team where
  /// nobody is named. It is to be answered within a week. Centre only.
  ///
  /// - Parameter language: that of whoever writes; what stands around the text is kept with it.
  /// - Returns: the task.
  /// - Throws: `FieldError.invalid` for an empty or too long text, or one with a personal id;
  ///   `.noSuchRecord` for a record of another kind or one that is not here.
  package func addComment(
    on record: LocatedRow, _ text: String, in language: Language, clock: ClockReading
  ) throws -> RowID {
    let said = try Self.checkComment(on: text)
    let assist =
      record.table.id == AssistTable.definition.id
      ? try reader.record(Assist.self, record.row) : nil
    let visitRow = record.table.id == VisitTable.definition.id ? record.row : assist?.visit
    guard let visit = try visitRow.flatMap({ try reader.record(Visit.self, $0) }) else {
      throw FieldError.noSuchRecord(record.table.name)
    }
    var members = try assist.map { try reader.participants(of: $0) } ?? []
    if members.isEmpty { members = try reader.participants(of: visit) }
    let code = try reader.codeText(of: record.row, in: record.table)
    let today = try knowledge(of: clock).today
    var texts = [
      "title": language.text(
        "Về \(code): \(said) (trả lời ở Ghi chú; đừng nêu tên, số)",
        "About \(code): \(said) (answer in Note: no names, numbers)"),
      "due": Format.date(today.adding(days: 7)),
    ]
    if let household = visit.household { texts["household"] = "#\(household.rawValue)" }
    if let member = members.first { texts["owner"] = "#\(member.rawValue)" }
    if let team = visit.team { texts["team"] = "#\(team.rawValue)" }
    return try add(
      RecordForms.task, FormDraft(RecordForms.task, texts), author: nil, clock: clock
    ).id
  }
}

extension FieldStore {
  /// Checks what is said of a record, or answered; returns it as it is kept.
  /// - Throws: `FieldError.invalid` for an empty or too long text, or one with a personal id.
  @discardableResult package static func checkComment(on text: String) throws -> String {
    // Named as the forms name it, whatever record keeps it.
    try checkText(text, as: FeedbackTable.comment, limit: RecordComment.limit)
  }

  /// Checks a text that has to be there, as a field's words name it; returns it as it is kept.
  /// - Throws: `FieldError.invalid` for an empty or too long text, or one with a personal id.
  @discardableResult package static func checkText(
    _ text: String, as field: FieldDefinition, limit: Int
  ) throws -> String {
    var checker = DraftChecker()
    checker.text(text, field, limit: limit, allowsLines: limit == TextLimit.note, required: true)
    try checker.finish()
    return checker.result(field).text ?? text
  }
}

extension RecordReader {
  /// How a comment stands; nil where its task is not here any more or was voided.
  package func comment(_ task: RowID) throws -> RecordComment? {
    guard let record = try formRecord(RecordForms.task, task), !record.isVoided else { return nil }
    let answer = record[TaskTable.note]?.value?.text ?? ""
    return RecordComment(
      text: record[TaskTable.title]?.value?.text ?? "—",
      status: record[TaskTable.status]?.value?.integer ?? 1, answer: answer.isEmpty ? nil : answer)
  }

  /// A text without the names of the people that it may speak of: those of the household that a task
  /// is about, and the members of its team.
  package func withoutNames(_ text: String, of task: RowID) throws -> String {
    let stored = try formRecord(RecordForms.task, task)
    func row(_ field: FieldDefinition) -> RowID? {
      stored?[field]?.value?.integer.flatMap(RowID.init(rawValue:))
    }
    let household = row(TaskTable.household)
    var names = try row(TaskTable.team).map { try members(team: $0).compactMap(\.fullName) } ?? []
    if let household {
      names += try residents(household: household, includingMoved: true, page: .all)
        .compactMap(\.fullName)
      names += [try record(Household.self, household)?.name].compactMap(\.self)
    }
    var text = text
    for name in Set(names).sorted(by: { ($1.count, $0) < ($0.count, $1) }) where !name.isEmpty {
      text = text.replacing(name, with: "•••")
    }
    return text.withoutNumbersOfPeople.withoutAddressedNames
  }
}

extension String {
  private static let mask = "•••"

  /// The text without what telephone numbers and personal ids look like: eight digits and more, in
  /// whichever groups. Codes of records have letters between, and days fewer digits.
  fileprivate var withoutNumbersOfPeople: String {
    replacing(/\+?[0-9](?:[ .\-]?[0-9]){7,}/) { found in
      let digits = String(found.output).filter(\.isNumber)
      // A day with its year is no number of anybody.
      let isDay = found.output.wholeMatch(of: /[0-9]{1,2}[.\-][0-9]{1,2}[.\-][0-9]{4}/) != nil
      return isDay || digits.count < 8 ? String(found.output) : Self.mask
    }
  }

  /// The text without names that follow how people are addressed, such as bà Nguyễn Thị Hoa: they need
  /// not be of the household that the work was for.
  fileprivate var withoutAddressedNames: String {
    let pattern =
      /(^|[^\p{L}])([Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Ee]m|[Dd]ì|[Cc]ậu|[Mm]r|[Mm]rs|[Mm]s)((?:[ .]+\p{Lu}\p{L}*)+)/
    return replacing(pattern) { "\($0.output.1)\($0.output.2) \(Self.mask)" }
  }
}
