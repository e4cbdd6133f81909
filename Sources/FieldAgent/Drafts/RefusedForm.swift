/// A draft that could not be saved, and why: the page of its form tells it as long as it is true.
struct RefusedForm: Sendable {
  /// The draft.
  let draft: String
  /// Its revision when it was refused; what is typed later is not judged yet.
  let revision: Int
  /// The status of the page that says so.
  let status: Int
  /// What was wrong.
  let problems: FormProblems
  /// What was asked, which is told as long as it is open, whatever else is typed.
  let asked: QuestionAnswers
  /// The fields in which two tabs met, as the tab that was refused has them.
  let clashes: [PageDraft.Clash]

  init(
    _ draft: PageDraft, status: Int, problems: FormProblems,
    asked: QuestionAnswers = QuestionAnswers(), clashes: [PageDraft.Clash] = []
  ) {
    self.draft = draft.id
    revision = draft.revision
    self.status = status
    self.problems = problems
    self.asked = asked
    self.clashes = clashes
  }

  /// What of it is still to be told of the draft as it is by now: a field that was typed anew is not
  /// known to be wrong.
  func remaining(in draft: PageDraft) -> RefusedForm? {
    func isUntouched(_ name: String) -> Bool {
      draft.field(name).map { $0.revision <= revision } ?? (draft.revision <= revision)
    }
    let problems = problems.filter(isUntouched)
    guard !problems.isEmpty else { return nil }
    return RefusedForm(
      draft, status: status, problems: problems, asked: asked,
      clashes: clashes.filter { isUntouched($0.name) })
  }
}
