import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// Moving real work out of practice: choose visits, see what would be written and who may be there
/// already, confirm.
struct PracticeMovePage {
  static let path = "\(PracticePage.path)/move"
  private static let reviewPath = "\(path)/review"
  private static let title = BilingualText(
    vi: "Chuyển việc thật khỏi luyện tập", en: "Move real work out of practice")
  /// Visits that are listed, and that are moved at once.
  private static let maximumVisits = 200
  private static let maximumMoved = 50
  /// The field with the code of a visit.
  private static let visitField = "visit"

  static let routes = [
    LaptopRoute(.get, path) { request in
      try answer(request) { try $0.list() }
    },
    LaptopRoute(.get, reviewPath) { request in
      try answer(request) { try $0.review(request.http.query.all(visitField)) }
    },
    LaptopRoute(.post, path) { request in
      try answer(request) { try $0.moveChosen() }
    },
  ]

  private let request: LaptopRequest
  private let language: Language
  private let move: PracticeMove

  private static func answer(
    _ request: LaptopRequest, _ body: (PracticeMovePage) throws -> HTTPResponse
  ) throws -> HTTPResponse {
    do {
      return try request.bench.practise(beside: request.laptop) { practice in
        try body(
          PracticeMovePage(
            request: request, language: request.language,
            move: try PracticeMove(from: practice, to: request.laptop)))
      }
    } catch AgentError.noPractice {
      return .seeOther(PracticePage.path)
    }
  }

  // MARK: - Choosing

  private func list() throws -> HTTPResponse {
    let visits = try move.visits()
    let typed = visits.filter { $0.refusal != .invented }
    let rows = try typed.prefix(Self.maximumVisits).map { try row($0.visit, $0.refusal) }
    let played = visits.count - typed.count
    return try request.page(Self.title) {
      HTML.group {
        if let notice = request.memory.takeNotice() { notice.html(language) }
        element("form", ["method": "get", "action": Self.reviewPath]) {
          panel {
            PageTable(
              BilingualText(vi: "Lượt thăm ghi khi luyện tập", en: "Visits typed in practice"),
              columns: [
                .text(BilingualText(vi: "Chọn", en: "Choose")),
                .text(FieldLabel.words(of: "date")), .text(FieldLabel.words(of: "household")),
                .text(FieldLabel.words(of: "outcome")),
                .number(BilingualText(vi: "Lượt hỗ trợ", en: "Assists")),
              ], rows: rows,
              empty: BilingualText(
                vi: "Không có lượt thăm nào chuyển được: những gì đã tập đều ở các hộ bịa.",
                en: "There is no visit to move: all that was practised is about made-up households."
              ),
              note: played == 0
                ? nil
                : BilingualText(
                  vi: "\(played) lượt thăm ở hộ bịa không có ở đây: hộ bịa không chuyển được.",
                  en: "\(counted(played, "visit", "visits")) to made-up households are not listed: "
                    + "those cannot be moved.")
            ).html(language)
            if typed.contains(where: { $0.refusal == nil }) {
              element("div", ["class": "actions"]) {
                element("button", ["type": "submit"]) {
                  language.text("Xem trước khi chuyển", "See what would be written")
                }
              }
            }
          }
        }
      }
    }
  }

  private func row(_ visit: Visit, _ refusal: PracticeMove.Refusal?) throws -> PageTable.Row {
    let reader = move.practice.records.reader
    let household = try visit.household.flatMap { try reader.record(Household.self, $0) }
    let name = household?.name ?? household?.codeText ?? ""
    let date = visit.date.map(Format.date) ?? ""
    let choice: HTML =
      refusal.map { words(of: $0) }
      ?? element(
        "input",
        [
          "type": "checkbox", "name": Self.visitField, "value": visit.codeText,
          "aria-label": "\(date) \(name)",
        ])
    return PageTable.Row([
      choice, .text(date), .text(name), .text(visit.outcome?.words.text(in: language) ?? ""),
      .text(Format.integer(Int64(try reader.assists(visit: visit.id).count), language)),
    ])
  }

  private func words(of refusal: PracticeMove.Refusal) -> HTML {
    HTML.group {
      if case .moved(let code) = refusal {
        StateMark.good.html(refusal.words.text(in: language))
        " "
        recordLink(code)
      } else {
        StateMark.attention.html(refusal.words.text(in: language))
      }
    }
  }

  // MARK: - Reviewing

  private func rows(of codes: [String]) throws -> [RowID] {
    var rows: [RowID] = []
    for code in codes.prefix(Self.maximumMoved) {
      let row = try move.practice.records.reader.resolveOne(code, as: .visit)
      if !rows.contains(row) { rows.append(row) }
    }
    return rows
  }

  private func review(_ codes: [String]) throws -> HTTPResponse {
    guard !codes.isEmpty else {
      request.memory.say(
        PageNotice(
          BilingualText(vi: "Hãy chọn ít nhất một lượt thăm.", en: "Choose at least one visit."),
          isGood: false))
      return .seeOther(Self.path)
    }
    let plan = try move.plan(try rows(of: codes))
    let refused = request.refusedPress
    let choices = choices(of: plan, in: refused?.form ?? NamedValues())
    let problem = refused?.problem
    let written = try wouldBeWritten(plan, choices)
    return try request.page(Self.title, status: problem == nil ? 200 : 422) {
      HTML.group {
        for refused in plan.refused {
          element("p", ["class": "message warn"]) {
            "\(refused.code) "
            words(of: refused.refusal)
          }
        }
        if plan.journeys.isEmpty {
          element("p") { link(Self.path, language.text("Chọn lại", "Choose again")) }
        } else {
          panel {
            element("p", ["class": "message warn"]) {
              plan.words.text(in: language)
            }
            PageForm(
              action: Self.path, formToken: request.formToken,
              submit: BilingualText(vi: "Chuyển sang việc thật", en: "Move to real work"),
              problem: problem
            ).html(language) {
              for journey in plan.journeys {
                hidden(Self.visitField, journey.visit.codeText)
              }
              for subject in plan.subjects { decision(subject, choices) }
              for session in plan.sessionChoices { decision(session, choices) }
              written
            }
          }
        }
      }
    }
  }

  /// The page that shows what would be written of some visits.
  private static func reviewPath(of codes: [String]) -> String {
    let items = codes.prefix(maximumMoved).map { NamedValues.Item(name: visitField, value: $0) }
    return "\(reviewPath)?\(NamedValues(items).encoded)"
  }

  /// What was chosen by hand.
  private func choices(of plan: PracticeMove.Plan, in form: NamedValues) -> PracticeChoices {
    var choices = PracticeChoices()
    for code in plan.subjects.map(\.code) + plan.sessionChoices.map(\.code) {
      if let choice = form[code], !choice.isEmpty { choices.typed[code] = choice }
    }
    return choices
  }

  /// Who somebody is: chosen by hand where somebody like them is there.
  private func decision(_ subject: PracticeMove.Subject, _ choices: PracticeChoices) -> HTML {
    let label =
      (subject.household == nil
        ? BilingualText(vi: "Hộ ", en: "Household ") : BilingualText(vi: "Người ", en: "Person "))
      + BilingualText(same: subject.name)
    if let moved = subject.moved {
      return element("p") {
        label.text(in: language) + language.text(" – đã chuyển: ", " – moved before: ")
        recordLink(moved.code)
      }
    }
    guard !subject.candidates.isEmpty else {
      return element("p") {
        label.text(in: language)
          + language.text(
            " – chưa có trong việc thật: ghi mới", " – not in the real store: a new record")
      }
    }
    return PageField(
      subject.code, label,
      .choice(
        [
          ("", BilingualText(vi: "– là ai trong việc thật? –", en: "– who in the real store? –")),
          (
            PracticeChoices.new,
            BilingualText(vi: "không ai trong số này: ghi mới", en: "none of these: a new record")
          ),
        ] + subject.candidates.map { ($0.code, BilingualText(same: "\($0.words) · \($0.code)")) }),
      value: choices.typed[subject.code] ?? "",
      hint: BilingualText(
        vi: "đã có \(subject.candidates.count) bản ghi giống trong việc thật",
        en: counted(subject.candidates.count, "similar record is", "similar records are")
          + " in the real store"),
      isRequired: true
    ).html(language)
  }

  /// Which of several sessions it is; to go without one is an answer too.
  private func decision(
    _ session: PracticeMove.SessionChoice, _ choices: PracticeChoices
  ) -> HTML {
    PageField(
      session.code, BilingualText(vi: "Buổi \(session.code)", en: "Session \(session.code)"),
      .choice(
        [
          (
            "",
            BilingualText(
              vi: "– là buổi nào trong việc thật? –", en: "– which in the real store? –")
          ),
          (
            PracticeChoices.none,
            BilingualText(vi: "không thuộc buổi nào", en: "without a session")
          ),
        ]
          + session.candidates.map { candidate in
            let words = [candidate.words, candidate.code].filter { !$0.isEmpty }
            return (candidate.code, BilingualText(same: words.joined(separator: " · ")))
          }),
      value: choices.typed[session.code] ?? "",
      hint: BilingualText(
        vi: "việc thật có \(session.candidates.count) buổi cùng loại, ngày và thôn",
        en: "real work has \(session.candidates.count) of the same kind, day and hamlet"),
      isRequired: true
    ).html(language)
  }

  /// What goes, visit by visit, beside the households and residents.
  private func wouldBeWritten(
    _ plan: PracticeMove.Plan, _ choices: PracticeChoices
  ) throws -> HTML {
    let reader = move.practice.records.reader
    return try HTML.group {
      element("h2") { language.text("Sẽ ghi vào việc thật", "What would be written") }
      try element("ul", ["class": "plain"]) {
        for journey in plan.journeys {
          let household = try journey.visit.household.flatMap {
            try reader.record(Household.self, $0)
          }
          try element("li") {
            language.text("Lượt thăm ", "Visit ")
              + [
                journey.visit.date.map(Format.date), household?.name,
                journey.visit.outcome?.words.text(in: language),
              ].compactMap(\.self).joined(separator: " · ")
            try element("ul", ["class": "plain"]) {
              for assist in journey.assists {
                try element("li") {
                  [
                    try assist.service.map { try reader.serviceName(of: $0).text(in: language) },
                    assist.outcome?.words.text(in: language),
                  ].compactMap(\.self).joined(separator: " · ")
                }
              }
              for submission in journey.submissions {
                element("li") {
                  language.text("Hồ sơ ", "Dossier ")
                    + (submission.dossierCode ?? submission.codeText)
                }
              }
            }
          }
        }
        for record in plan.records {
          try element("li") {
            record.form.words.text(in: language).capitalizedHead + ": "
              + (try reader.title(of: record).text(in: language))
          }
        }
      }
    }
  }

  // MARK: - Moving

  private func moveChosen() throws -> HTTPResponse {
    let codes = request.form.all(Self.visitField)
    guard !codes.isEmpty else { return .seeOther(Self.path) }
    let plan = try move.plan(try rows(of: codes))
    guard !plan.journeys.isEmpty else {
      // Sent twice: it was moved by the first.
      return .seeOther(Self.reviewPath(of: codes))
    }
    let choices = choices(of: plan, in: request.form)
    func again(_ problem: BilingualText) -> HTTPResponse {
      request.refused(at: Self.reviewPath(of: codes), problem)
    }
    do {
      let moved = try move.write(plan, choices, mover: request.member)
      request.memory.say(
        PageNotice(
          BilingualText(
            vi:
              "Đã chuyển sang việc thật: \(moved.joined(separator: ", ")). Chưa gửi về trung tâm.",
            en:
              "Moved to real work: \(moved.joined(separator: ", ")). It is not sent to the centre "
              + "yet.")))
      return .seeOther(Self.path)
    } catch is PracticeChoices.Undecided {
      return again(PracticeWords.undecided)
    } catch let refusal as RecordTransfer.Refusal {
      return again(refusal.words)
    } catch let refusal as PracticeMove.Refusal {
      return again(refusal.words)
    }
  }
}
