import FieldWork
import Pages
import Web

// How a form is drawn.
extension DraftPages {
  /// The page of a form, with its problems where there are any.
  static func page(
    _ draft: PageDraft, _ request: LaptopRequest, status: Int = 200,
    problems: FormProblems = FormProblems(), _ questions: OpenQuestions = .none,
    _ clashes: [PageDraft.Clash] = []
  ) throws -> HTTPResponse {
    // What this tab typed is shown, beside what the other one wrote.
    let shown = draft.showing(clashes)
    let form = try form(shown, request)
    let language = request.language
    let listed = questions.problems.with(problems)
    return try request.page(form.title, heading: form.heading, status: status) {
      try HTML.group {
        if !listed.isEmpty {
          problemList(listed, try form.reminders(), language)
        } else if let notice = request.memory.takeNotice() {
          notice.html(language)
        }
        try element(
          "form",
          [
            "class": "form wide", "method": "post", "action": path(draft),
            "data-draft": "\(path(draft))/fields", "id": "draft", "novalidate": "",
          ]
        ) {
          PageFrame.tokenField(request.formToken)
          hidden("seen", String(draft.revision))
          // The first button is the one that Enter presses: half a form is not a record.
          element(
            "button",
            [
              "type": "submit", "name": "action", "value": keepAction, "class": "first",
              "tabindex": "-1", "aria-hidden": "true",
            ]
          ) { language.text("Giữ lại", "Keep") }
          if let standing = try StandingAgain(draft, request) { standing.html(language) }
          try questions.html(request.reader, language)
          try form.fields(problems, language)
          element("div", ["class": "actions"]) {
            element(
              "button",
              [
                "type": "submit", "name": "action", "value": "save", "accesskey": "s",
                "data-save": "", "aria-keyshortcuts": "Control+Enter",
              ]
            ) { form.submit.text(in: language) }
            for onward in form.onward {
              element(
                "button",
                ["type": "submit", "name": "action", "value": onward.action, "class": "quiet"]
              ) { onward.words.text(in: language) }
            }
            element(
              "button", ["type": "submit", "name": "action", "value": "later", "class": "quiet"]
            ) { language.text("Để sau", "Later") }
          }
          element(
            "p",
            [
              "id": "draft-state", "class": "draft-state", "role": "status",
              "data-writing": language.text("Đang giữ…", "Keeping…"),
              "data-failed": language.text(
                "Chưa giữ được trên đĩa; đang thử lại. Đừng tắt trang này.",
                "Not kept on disk yet; trying again. Do not close this page."),
              "data-long": language.text(
                "Chưa giữ được: có ô quá dài, hoặc biểu mẫu có quá nhiều ô. Hãy bớt đi.",
                "Not kept: a field is far too long, or there are too many. Make it shorter."),
              "data-410": ForgottenDraft.words.text(in: language),
              "data-locked": language.text(
                "Máy đã khóa. Những gì đã giữ vẫn còn; bấm Lưu rồi mở khóa để gửi phần còn lại.",
                "The laptop is locked. What was kept is safe; press Save and unlock for the rest."),
              "data-clash": language.text(
                "Một cửa sổ khác hay máy khác đã sửa cùng một ô; cả hai đều còn. Bấm Lưu để xem.",
                "Another window or laptop has changed the same field; both are kept. Press Save."),
            ]
          ) { draft.isChanged ? DraftWords.kept(draft, language) : "" }
        }
        wayToDiscard(draft, request)
      }
    }
  }

  /// The way to throw a draft away: it is opened first, since what was typed is gone for good, and
  /// one press beside the button that saves must not do it.
  static func wayToDiscard(_ draft: PageDraft, _ request: LaptopRequest) -> HTML {
    element("details", ["class": "discard"]) {
      element("summary") { request.language.text("Bỏ bản nháp…", "Throw the draft away…") }
      element("p") {
        request.language.text(
          "Những gì đã gõ trong biểu mẫu này sẽ mất và không lấy lại được. Bản ghi đã lưu còn nguyên.",
          "What was typed into this form is gone for good. Saved records stay as they are.")
      }
      actionForm(
        "\(path(draft))/discard",
        BilingualText(vi: "Bỏ hẳn bản nháp này", en: "Throw this draft away for good"), request,
        isQuiet: true)
    }
  }

  private static func problemList(
    _ problems: FormProblems, _ reminders: FormProblems, _ language: Language
  ) -> HTML {
    element(
      "div",
      [
        "class": "message bad", "role": "alert", "tabindex": "-1", "id": problemsPart,
        "data-mended": language.text(
          "Các ô báo lỗi đã được sửa. Bấm Lưu để máy xem lại.",
          "What was wrong was changed. Press Save to have it checked."),
      ]
    ) {
      element("p") {
        language.text(
          "Chưa lưu thành bản ghi. Những gì bạn đã gõ vẫn được giữ. Còn thiếu hoặc cần sửa:",
          "Not saved as a record yet. What you typed is kept. Missing, or to be mended:")
      }
      lines(problems, language)
      if !reminders.isEmpty {
        element("p") {
          language.text("Có thể bổ sung sau khi lưu:", "May be given after saving:")
        }
        lines(reminders, language)
      }
    }
  }

  private static func lines(_ problems: FormProblems, _ language: Language) -> HTML {
    element("ul") {
      for problem in problems.items {
        element("li") {
          element("a", ["href": "#\(problem.field)"]) {
            problem.label.text(in: language) + ": " + problem.words.text(in: language)
          }
        }
      }
    }
  }
}
