import CommandLine
import FieldWork
import SyncProtocol

/// What an import of households would do, or has done.
package struct HouseholdListReport: Sendable {
  let plan: HouseholdListPlan
  /// Nil for a preview.
  let result: HouseholdListResult?
  let page: ListPage

  /// 0 when everything is in order, 2 when somebody has to look at a line.
  package var exitCode: ExitCode { plan.needsAttention ? .needsAttention : .done }

  /// Problems that are told before the rest is only counted; `--json` has them all.
  private static let problemLimit = 100

  /// Says it.
  package func write(to console: Console) {
    guard !console.isJSON else { return console.json(json(in: console.language)) }
    sayFile(console)
    sayRecords(console)
    sayDoubts(console)
    for problem in plan.problems.prefix(Self.problemLimit) { console.note(problem.words) }
    if plan.problems.count > Self.problemLimit {
      let more = plan.problems.count - Self.problemLimit
      console.note(
        BilingualText(
          vi: "… và \(more) điều nữa; xem hết: --json.", en: "… and \(more) more; see --json."))
    }
    sayNumbers(console)
    sayEnd(console)
  }

  private func sayFile(_ console: Console) {
    let language = console.language
    let headers = plan.headers.filter { !$0.header.isEmpty }.map { header, column in
      let words = column?.words.text(in: language) ?? language.text("bỏ qua", "left out")
      return "\(header) → \(words)"
    }
    let separator = plan.separator == "\t" ? "tab" : "“\(plan.separator)”"
    console.say(
      BilingualText(
        vi: "Tệp: \(plan.encoding); ngăn cách bằng \(separator). Các cột: "
          + headers.joined(separator: "; ") + ".",
        en: "File: \(plan.encoding); separated by \(separator). Columns: "
          + headers.joined(separator: "; ") + "."))
    if let font = plan.font {
      console.say(
        BilingualText(
          vi: "Chữ trong tệp theo kiểu \(font.name) và đã được đổi sang Unicode: hãy xem kỹ tên "
            + "ở dưới trước khi ghi.",
          en: "The letters were \(font.name) and were converted to Unicode: look at the names "
            + "below before you write them."))
    }
  }

  private func sayRecords(_ console: Console) {
    let language = console.language
    let part = page.part(of: plan.households)
    console.table(
      [
        .number(BilingualText(vi: "Dòng", en: "Line")),
        .text(BilingualText(vi: "Thôn", en: "Hamlet")),
        .text(BilingualText(vi: "Hộ", en: "Household")),
        .text(BilingualText(vi: "Người", en: "People")),
        .text(BilingualText(vi: "Việc", en: "What happens")),
      ],
      part.elements.map { household in
        [
          String(household.line), household.hamlet ?? "–", household.draft.name ?? "–",
          Self.names(of: household), household.action.words.text(in: language),
        ]
      },
      empty: BilingualText(vi: "Tệp không có hộ nào.", en: "The file has no household."))
    if let words = part.words { console.say(words) }
  }

  private static func names(of household: HouseholdListPlan.Household) -> String {
    let names = household.people.prefix(3).map { $0.draft.fullName ?? "–" }
    let more = household.people.count - names.count
    return names.joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
  }

  private func sayDoubts(_ console: Console) {
    let language = console.language
    let doubts = plan.doubts
    guard !doubts.isEmpty else { return }
    console.table(
      [
        .number(BilingualText(vi: "Dòng", en: "Line")),
        .text(BilingualText(vi: "Trong tệp", en: "In the file")),
        .number(BilingualText(vi: "Điểm", en: "Score")),
        .text(BilingualText(vi: "Có thể là", en: "May be")),
        .text(BilingualText(vi: "Lý do", en: "Reasons")),
      ],
      doubts.prefix(Self.problemLimit).map { doubt in
        [
          String(doubt.line), doubt.name, String(doubt.candidate.score.points),
          doubt.candidate.line(in: language), doubt.candidate.score.words(in: language),
        ]
      },
      empty: BilingualText(same: ""))
    console.note(
      BilingualText(
        vi: "Những dòng trên chưa được ghi vì có thể đã có. Nếu đúng là bản ghi đó: --same "
          + "DÒNG=MÃ. Nếu là mới: --new DÒNG, hoặc --all-new cho tất cả.",
        en: "These lines are not written, for they may be on record. If they are: --same "
          + "LINE=CODE. If they are new: --new LINE, or --all-new for all of them."))
  }

  private func sayNumbers(_ console: Console) {
    for line in plan.numberLines { console.say(line) }
  }

  private func sayEnd(_ console: Console) {
    guard let result else {
      return console.say(
        plan.isEmpty
          ? BilingualText(
            vi: "Mới chỉ xem thử: chưa ghi gì, và không có gì mới để ghi.",
            en: "This was a preview: nothing was written, and there is nothing new to write.")
          : BilingualText(
            vi: "Mới chỉ xem thử: chưa ghi gì. Ghi phần mới: thêm --apply. Sửa tệp rồi nhập lại "
              + "không ghi trùng những gì đã có.",
            en: "This was a preview: nothing was written. To write what is new add --apply. The "
              + "mended file can be imported again: what is on record is not written twice."))
    }
    guard let code = result.code else {
      return console.say(
        BilingualText(
          vi: "Không có gì mới; chưa ghi gì.", en: "Nothing was new; nothing was written."))
    }
    console.say(
      BilingualText(
        vi: "Đã ghi \(result.households) hộ, \(result.residents) người. Lấy lại cả lần nhập này: "
          + "import undo \(code)",
        en: "Written: \(counted(result.households, "household", "households")), "
          + "\(counted(result.residents, "person", "people")). To take the "
          + "whole import back: import undo \(code)"))
  }
}

/// A line of which somebody has to decide, with one of those whom it may mean.
package struct ListDoubt: Sendable {
  /// The line in the file.
  package let line: Int
  /// Whom the file names there.
  package let name: String
  /// One of those who may be meant.
  package let candidate: HouseholdListPlan.Candidate
}

extension HouseholdListPlan {
  /// How many households and people happen to what, in words.
  package var numberLines: [BilingualText] {
    let kinds = [
      (BilingualText(vi: "Hộ", en: "Households"), householdNumbers),
      (BilingualText(vi: "Người", en: "People"), peopleNumbers),
    ]
    let lines = kinds.map { label, numbers in
      BilingualText(
        vi: "\(label.vietnamese): \(numbers.added) mới, \(numbers.kept) đã có, "
          + "\(numbers.waiting) chờ quyết định, \(numbers.leftOut) để lại vì có lỗi.",
        en: "\(label.english): \(numbers.added) new, \(numbers.kept) on record, "
          + "\(numbers.waiting) waiting for a decision, \(numbers.leftOut) left out for "
          + "problems.")
    }
    guard unplacedLines > 0 else { return lines }
    return lines + [
      BilingualText(
        vi: "Còn \(unplacedLines) dòng để lại cả dòng vì có lỗi, không tính ở trên.",
        en: "\(counted(unplacedLines, "more line was", "more lines were")) left out as a whole "
          + "for problems, not counted above.")
    ]
  }

  /// Every doubt that a decision is needed for.
  package var doubts: [ListDoubt] {
    households.flatMap { household -> [ListDoubt] in
      if case .doubt(let candidates) = household.action {
        return candidates.map {
          ListDoubt(line: household.line, name: household.draft.name ?? "–", candidate: $0)
        }
      }
      guard !household.holdsPeopleBack else { return [] }
      return household.people.flatMap { person -> [ListDoubt] in
        guard case .doubt(let candidates) = person.action else { return [] }
        return candidates.map {
          ListDoubt(line: person.line, name: person.draft.fullName ?? "–", candidate: $0)
        }
      }
    }
  }
}

extension HouseholdListPlan.Action {
  /// The stable name.
  var name: String {
    switch self {
    case .add: "add"
    case .keep: "keep"
    case .doubt: "decide"
    case .leaveOut: "leave-out"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .add: BilingualText(vi: "mới", en: "new")
    case .keep: BilingualText(vi: "đã có", en: "on record")
    case .doubt: BilingualText(vi: "chờ quyết định", en: "decide")
    case .leaveOut: BilingualText(vi: "để lại, có lỗi", en: "left out")
    }
  }
}

extension HouseholdListPlan.Candidate {
  /// The code of the record that may be meant; nil for another line of the file.
  package var code: String? {
    switch self {
    case .household(let candidate): candidate.household.codeText
    case .resident(let candidate, _): candidate.resident.codeText
    case .line: nil
    }
  }

  /// How likely, and why.
  package var score: DuplicateScore {
    switch self {
    case .household(let candidate): candidate.score
    case .resident(_, let score), .line(_, let score): score
    }
  }

  /// Enough to tell it from others.
  package func line(in language: Language) -> String {
    switch self {
    case .household(let candidate): candidate.line(in: language)
    case .resident(let candidate, _): candidate.line(in: language)
    case .line(let line, _): language.text("dòng \(line)", "line \(line)")
    }
  }
}

extension HouseholdListReport {
  fileprivate func json(in language: Language) -> JSONValue {
    [
      "dry_run": .bool(result == nil), "encoding": .text(plan.encoding),
      "converted_from": .text(orNull: plan.font?.rawValue),
      "separator": .text(String(plan.separator)),
      "columns": .array(
        plan.headers.map {
          ["header": .text($0.header), "field": .text(orNull: $0.column?.rawValue)]
        }),
      "households": Self.json(plan.householdNumbers), "people": Self.json(plan.peopleNumbers),
      "lines_left_out": .integer(Int64(plan.unplacedLines)),
      "lines": .array(
        page.part(of: plan.households).elements.map { household in
          [
            "line": .integer(Int64(household.line)), "hamlet": .text(orNull: household.hamlet),
            "name": .text(orNull: household.draft.name), "action": .text(household.action.name),
            "people": .array(
              household.people.map { person in
                [
                  "line": .integer(Int64(person.line)),
                  "full_name": .text(orNull: person.draft.fullName),
                  "action": .text(person.action.name),
                ]
              }),
          ]
        }),
      "doubts": .array(
        plan.doubts.map { doubt in
          [
            "line": .integer(Int64(doubt.line)),
            "may_be": .text(doubt.candidate.line(in: language)),
            "score": .integer(Int64(doubt.candidate.score.points)),
            "reasons": doubt.candidate.score.json(in: language),
          ]
        }),
      "problems": .array(
        plan.problems.map { problem in
          [
            "line": .integer(Int64(problem.line)), "code": .text(problem.code),
            "message": .text(problem.kind.words.text(in: language)),
          ]
        }),
      "written": result.map {
        [
          "households": .integer(Int64($0.households)), "residents": .integer(Int64($0.residents)),
          "undo": .text(orNull: $0.code),
        ]
      } ?? .null,
    ]
  }

  private static func json(_ numbers: HouseholdListPlan.Numbers) -> JSONValue {
    [
      "new": .integer(Int64(numbers.added)), "on_record": .integer(Int64(numbers.kept)),
      "waiting": .integer(Int64(numbers.waiting)), "left_out": .integer(Int64(numbers.leftOut)),
    ]
  }
}
