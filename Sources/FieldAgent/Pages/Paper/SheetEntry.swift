import FieldWork
import Pages
import SyncProtocol
import Web

/// One line of a day sheet as it is typed.
struct SheetEntry {
  /// Why it is not saved: all problems at once, and what else a person needs to go on.
  struct Trouble: Error {
    var problems = FormProblems()
    /// The visit that the line was entered as before.
    var first: String?
    /// Households that the typed words may mean.
    var households: [(code: String, words: String)] = []
    /// What is asked about the visit.
    var questions = OpenQuestions.none
  }

  private static let choiceLimit = 20

  let request: LaptopRequest
  /// What was typed: sent just now, or by a line that was refused.
  let typed: NamedValues

  init(_ request: LaptopRequest) {
    self.request = request
    typed = request.refusedPress?.form ?? request.form
  }

  /// Saves the line that was typed, or leads to the form of a visit with its assists.
  ///
  /// - Throws: `Trouble`.
  func enter(on sheet: Printout) throws -> HTTPResponse {
    try told {
      let (code, household) = try resolve(on: sheet)
      if isWithAssists { return try goOn(code, household) }
      let saved = try save(code, household, on: sheet)
      request.memory.say(saved.notice)
      return .seeOther(saved.path)
    }
  }

  /// What keeps a refused line from being saved by now; nil where nothing does, or none was refused.
  func trouble(on sheet: Printout) throws -> Trouble? {
    guard request.refusedPress != nil else { return nil }
    do {
      try request.records.trying {
        try told {
          let (code, household) = try resolve(on: sheet)
          if !isWithAssists { _ = try save(code, household, on: sheet) }
        }
      }
    } catch let trouble as Trouble {
      return trouble
    } catch is FieldStore.TriedOut {}
    return nil
  }

  /// Whether its assists are typed too.
  private var isWithAssists: Bool { typed["action"] == "assists" }

  private func told<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as FieldError {
      var trouble = Trouble()
      trouble.problems.add("household", label: FieldLabel.words(of: "household"), error.words)
      throw trouble
    }
  }

  /// The line and the household that were typed.
  /// - Throws: `Trouble` with what is wrong with the other fields too.
  private func resolve(on sheet: Printout) throws -> (code: SheetCode, household: Household) {
    var trouble = Trouble()
    let code = try line(on: sheet, &trouble)
    let household = try household(&trouble)
    if let code, let household { return (code, household) }
    if !isWithAssists {
      try check(&trouble.problems)
    }
    throw trouble
  }

  private func line(on sheet: Printout, _ trouble: inout Trouble) throws -> SheetCode? {
    let label = Self.codeLabel
    do {
      let found = try PrintoutBook(request.records).line(typed: typed["code"] ?? "", on: sheet)
      guard let visit = found.visit else { return found.code }
      trouble.first = try request.reader.record(Visit.self, visit)?.codeText
      trouble.problems.add(
        "code", label: label,
        Self.enteredAlready(found.code))
    } catch let problem as SheetCode.Problem {
      trouble.problems.add("code", label: label, problem.words)
    }
    return nil
  }

  /// The household that a code or words mean; several are offered.
  private func household(_ trouble: inout Trouble) throws -> Household? {
    let label = FieldLabel.words(of: "household")
    let words = typed["household"] ?? ""
    if let choice = typed["choice"], !choice.isEmpty, typed["asked"] == words {
      let row = try request.reader.resolveOne(choice, as: .household)
      return standing(try request.reader.existing(Household.self, row), &trouble)
    }
    guard !words.allSatisfy(\.isWhitespace) else {
      trouble.problems.add("household", label: label, FieldProblem.Kind.missing.words)
      return nil
    }
    let lines = try request.laptop.find(words, limit: Self.choiceLimit).lines
    var found: [(household: Household, hamlet: String?)] = []
    var isPlain = true
    for line in lines {
      let household: Household? =
        switch line.found {
        case .household(let household): household
        case .resident(let resident):
          try resident.household.flatMap { try request.reader.record(Household.self, $0) }
        }
      if let household, !found.contains(where: { $0.household.id == household.id }) {
        found.append((household, line.hamlet))
        isPlain = isPlain && Self.isPlain(words, line, household)
      }
    }
    if found.count == 1, isPlain, let household = found.first?.household {
      return standing(household, &trouble)
    }
    trouble.households = found.map { household, hamlet in
      (
        household.codeText,
        [household.name ?? household.codeText, hamlet ?? "", household.address ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " · ")
      )
    }
    if found.isEmpty {
      trouble.problems.add(
        "household", label: label,
        BilingualText(
          vi: "Không có hộ nào khớp trên máy này. Thử ít chữ hơn, hoặc thêm hộ ở trang Tìm hộ "
            + "trước.",
          en:
            "No household on this laptop matches. Try fewer words, or add it on the page Find first."
        ))
    } else {
      trouble.problems.add(
        "choice", label: Self.choiceLabel,
        found.count == 1
          ? BilingualText(
            vi: "Chữ đã gõ chưa đủ để biết chắc là hộ này: hãy chọn nếu đúng.",
            en: "What was typed does not tell this household for certain: choose it if it is.")
          : BilingualText(
            vi: "Có \(found.count) hộ khớp: hãy chọn một.",
            en: "\(found.count) households match: choose one."))
    }
    return nil
  }

  /// Whether typed words tell the one household that they found for certain: its code, a telephone
  /// number or whole words of what is written of it, and more than a letter.
  private static func isPlain(
    _ words: String, _ line: RecordSearch.Line, _ household: Household
  ) -> Bool {
    guard line.level != nil else { return true }
    let typed = SearchFold.words(words).map(\.base)
    guard typed.reduce(0, { $0 + $1.count }) > 1 else { return false }
    if typed.reduce(0, { $0 + $1.count }) >= Self.telephoneDigits,
      SearchFold.words(words).allSatisfy(\.isNumber)
    {
      return true
    }
    var written = [household.name, household.address, line.hamlet]
    if case .resident(let resident) = line.found { written.append(resident.fullName) }
    let known = Set(written.compactMap(\.self).flatMap { SearchFold.words($0).map(\.base) })
    return typed.allSatisfy(known.contains)
  }

  private static let telephoneDigits = 9

  /// The household, unless it was voided: no visit can be written for it.
  private func standing(_ household: Household, _ trouble: inout Trouble) -> Household? {
    guard let reason = household.voidReason else { return household }
    trouble.problems.add(
      "household", label: FieldLabel.words(of: "household"),
      BilingualText(
        vi:
          "Hộ \(household.codeText) đã bị hủy (\(reason)). Hãy tìm hộ đúng bằng tên, hoặc thôi hủy "
          + "hộ đó trước.",
        en: "The household \(household.codeText) was voided (\(reason)). Find the right one by its "
          + "name, or take that void back first."))
    return nil
  }

  private func visitDraft(_ household: RowID?) -> VisitDraft {
    VisitDraft(
      household: household, date: typed["date"], start: typed["start"],
      minutes: typed["minutes"], outcome: typed["outcome"], returnDate: typed["return_date"],
      note: typed["note"])
  }

  /// What is said of a line that is a visit already.
  static func enteredAlready(_ code: SheetCode) -> BilingualText {
    BilingualText(
      vi: "Dòng \(code.text) đã nhập rồi; không nhập lần nữa.",
      en: "The line \(code.text) is entered already; it is not entered again.")
  }

  /// The clock tells when a line is entered, never when it happened.
  static func checkDate(_ date: String?, _ problems: inout FormProblems) {
    if (date ?? "").allSatisfy(\.isWhitespace) {
      problems.add(
        "date", label: FieldLabel.words(of: "date"),
        dayNeeded)
    }
  }

  /// That the day of entering is not the day on which it happened.
  static let dayNeeded = BilingualText(
    vi: "Hãy gõ ngày ghi trên giấy: ngày nhập máy không thay được.",
    en: "Type the day on the paper: the day of entering does not stand for it.")

  /// What is wrong with the fields of the visit while its household is not known.
  private func check(_ problems: inout FormProblems) throws {
    Self.checkDate(typed["date"], &problems)
    do {
      _ = try request.laptop.writing { records, clock in
        try records.addVisit(visitDraft(nil), author: request.member, clock: clock)
      }
    } catch FieldError.invalid(let found) {
      problems.add(
        found.filter { !["household", "date"].contains($0.field) || problems[$0.field] == nil }
          .filter { $0.field != "household" }, VisitFields.formName)
    }
  }

  /// What somebody has said yes to, also by the button that was pressed.
  var answers: QuestionAnswers {
    let kept = QuestionAnswers(typed[QuestionAnswers.field])
    return kept.adding(typed["action"] ?? "") ?? kept
  }

  /// What is asked about the visit of a line.
  private func questions(
    _ household: RowID, on sheet: Printout
  ) throws -> OpenQuestions {
    let source = request.questionSource
    let day = typed["date"]
    return try OpenQuestions(
      [
        .day(day, visitTo: household, sheetOf: sheet.day, source),
        .secondVisit(day, to: household, .onPaper, source),
        .moments(source) {
          TypedMoment.ofVisit(date: day, start: typed["start"], minutes: typed["minutes"], $0)
        },
      ], answers: answers)
  }

  /// Writes the visit and notes its line, in one act.
  func save(
    _ code: SheetCode, _ household: Household, on sheet: Printout
  ) throws -> SavedDraft {
    var problems = FormProblems()
    Self.checkDate(typed["date"], &problems)
    let questions = try questions(household.id, on: sheet)
    guard problems.isEmpty, questions.isEmpty else {
      try check(&problems)
      throw Trouble(problems: questions.problems.with(problems), questions: questions)
    }
    do {
      let saved = try request.laptop.writing { records, clock in
        try PrintoutBook(records).addVisit(
          visitDraft(household.id), from: code, author: request.member, clock: clock)
      }
      return SavedDraft(
        row: saved.id, path: SheetPage.path(number: code.sheet),
        notice: Self.notice(code, saved, household, warnings: saved.warnings.map(\.words)))
    } catch FieldError.invalid(let found) {
      problems.add(found, VisitFields.formName)
      throw Trouble(problems: problems)
    }
  }

  static func notice(
    _ code: SheetCode, _ saved: SavedRecord, _ household: Household, warnings: [BilingualText]
  ) -> PageNotice {
    let name = household.name ?? household.codeText
    return PageNotice(
      BilingualText(
        vi:
          "Đã lưu dòng \(code.text) thành lượt thăm \(saved.codeText), hộ \(name). Dòng tiếp theo?",
        en: "The line \(code.text) is saved as visit \(saved.codeText) to \(name). The next line?"),
      warnings: warnings)
  }

  /// Leads to the form of a visit with its assists, with everything that was typed.
  private func goOn(_ code: SheetCode, _ household: Household) throws -> HTTPResponse {
    let names = ["date", "start", "minutes", "outcome", "return_date", "note"]
    let fields = names.map { (name: $0, value: typed[$0] ?? "") }
    return try DraftPages.begin(
      .visit, about: household.id, request, with: [("paper", code.text)] + fields,
      isSame: { $0["paper"] == code.text },
      goingOn: { open in
        // Where the line says something else than the form, both are shown.
        _ = try request.drafts.write(
          fields.filter { !$0.value.allSatisfy(\.isWhitespace) }, to: open, seen: 0,
          isWhole: false, at: request.clock.wall)
      })
  }
}
