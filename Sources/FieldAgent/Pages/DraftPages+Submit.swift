import FieldWork
import Pages
import SyncProtocol
import Web

// How a form is sent, asked about and saved.
extension DraftPages {
  /// The whole form: every field is written before anything else is tried.
  static func submit(_ request: LaptopRequest) throws -> HTTPResponse {
    try withDraft(request) { draft in
      request.memory.forgetRefusal(of: draft)
      let (written, clashes) = try write(draft, request)
      let action = request.form["action"] ?? "save"
      let form = try form(written, request)
      if action == "later" { return .seeOther(form.back) }
      if action == keepAction {
        request.memory.say(DraftWords.notSaved(by: form.submit))
        return .seeOther(path(written))
      }
      if let answer = try StandingAgain.answer(to: action, written, request) { return answer }
      if !isSaving(action) {
        let (reshaped, _) = try request.drafts.write(
          StandingAgain.fields(by: action) ?? form.reshaped(by: action), to: written,
          seen: written.revision, at: request.clock.wall)
        let anchor = try self.form(reshaped, request).anchor(after: action)
        return .seeOther("\(path(reshaped))#\(anchor)")
      }
      guard clashes.isEmpty else {
        return refuse(
          written, request, status: 409, problems: try DraftWords.problems(of: clashes, form),
          clashes)
      }
      if let voided = try OrphanDraft.voided(written, request) {
        return try OrphanDraft(written, request, voided).page()
      }
      if let standing = try StandingAgain(written, request) {
        return refuse(written, request, status: 409, problems: standing.problems)
      }
      let answered = try answered(written, by: action, request)
      let asked = try self.form(answered, request)
      let questions = try OpenQuestions(asked.questions(), answers: answered.answers)
      do {
        let saved = try save(asked, questions, request)
        request.memory.say(saved.notice)
        if let onward = asked.onward.first(where: { $0.action == action }) {
          return try onward.begin(saved.row)
        }
        return .seeOther(saved.path)
      } catch let problems as FormProblems {
        return refuse(
          answered, request, status: 422,
          problems: ResidentForm.withTypedNumber(problems, request), asked: questions.subjects)
      }
    }
  }

  /// Saves a form about which nothing is asked any more.
  ///
  /// - Throws: `FormProblems`, what is wrong with it: where something is asked, none where that is all.
  private static func save(
    _ form: any DraftForm, _ questions: OpenQuestions, _ request: LaptopRequest
  ) throws -> SavedDraft {
    guard !questions.isEmpty else { return try form.save() }
    do {
      return try request.records.trying(form.save)
    } catch is FieldStore.TriedOut {
      throw FormProblems()
    }
  }

  /// What somebody was asked about a form and has not answered yet.
  static func asked(
    _ asked: QuestionAnswers, _ form: any DraftForm, _ draft: PageDraft
  ) throws -> OpenQuestions {
    guard !asked.items.isEmpty else { return .none }
    return try OpenQuestions(form.questions(), answers: draft.answers).asked(in: asked)
  }

  /// Leads back to a form that could not be saved. Its page says why and nothing is sent again by going
  /// back, by loading it anew or in another language.
  static func refuse(
    _ draft: PageDraft, _ request: LaptopRequest, status: Int, problems: FormProblems,
    asked: QuestionAnswers = QuestionAnswers(), _ clashes: [PageDraft.Clash] = []
  ) -> HTTPResponse {
    request.memory.refuse(
      RefusedForm(draft, status: status, problems: problems, asked: asked, clashes: clashes))
    return .seeOther("\(path(draft))#\(problemsPart)")
  }

  /// Where a form says why it was not saved.
  static let problemsPart = "problems"

  /// Whether a button of a form saves it; whatever else it does stands after "save-" in its action.
  static func isSaving(_ action: String) -> Bool {
    action == "save" || action.hasPrefix("save-")
  }

  /// A draft with the answer that a button which saves gives to a question of its form.
  private static func answered(
    _ draft: PageDraft, by action: String, _ request: LaptopRequest
  ) throws -> PageDraft {
    guard let answers = draft.answers.adding(action) else { return draft }
    return try request.drafts.write(
      [(QuestionAnswers.field, answers.text)], to: draft, seen: draft.revision,
      at: request.clock.wall
    ).draft
  }
}
