import FieldWork
import Pages
import SyncProtocol
import Web

/// The desk of a service session, on its page: people are found and visits begun from it, what
/// nobody is named for is counted by one press, and the totals of the session stand below.
struct SessionDesk {
  static let routes = [
    LaptopRoute(.post, "/sessions/:code/work") { request in
      try atStanding(request) { session in
        request.memory.session = (session.header.id, try request.knowledge().today)
        return .seeOther(path(session))
      }
    },
    LaptopRoute(.post, "/sessions/:code/tallies") { request in
      try atStanding(request) { session in
        answer(try DeskTally(session, request).press(), session, at: "desk-tallies", request)
      }
    },
    LaptopRoute(.post, "/sessions/:code/here") { request in
      try atStanding(request) { session in
        answer(try SessionDesk(session, request).noteHere(), session, at: "here", request)
      }
    },
  ]

  /// Works at a session that stands; at one that was voided since its page was made nothing is counted
  /// or recorded any more, and that is said.
  private static func atStanding(
    _ request: LaptopRequest, _ body: (FormRecord) throws -> HTTPResponse
  ) throws -> HTTPResponse {
    let session = try record(request)
    guard session.isVoided else { return try body(session) }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Chưa ghi gì: buổi này đã bị hủy sau khi trang được mở. Nếu hủy nhầm, hãy thôi hủy ở "
            + "đây rồi bấm lại.",
          en:
            "Nothing was recorded: this session was voided after the page was opened. If that was "
            + "a mistake, take the void back here, then press again."), isGood: false))
    return .seeOther(path(session))
  }

  /// Stays where the button was pressed; what went wrong is told at the top of the page.
  private static func answer(
    _ notice: PageNotice, _ session: FormRecord, at part: String, _ request: LaptopRequest
  ) -> HTTPResponse {
    request.memory.say(notice)
    return .seeOther(path(session) + (notice.isGood ? "#\(part)" : ""))
  }

  /// The page of a session.
  static func path(_ session: FormRecord) -> String { "/sessions/\(session.header.codeText)" }

  private static func record(_ request: LaptopRequest) throws -> FormRecord {
    let id = try request.reader.resolveOne(request.parameters["code"], as: .session)
    guard let session = try request.reader.formRecord(RecordForms.session, id) else {
      throw FieldError.noSuchRecord("session")
    }
    return session
  }

  /// The most visits that are listed.
  private static let listLimit = 30

  private let session: FormRecord
  private let request: LaptopRequest
  private var language: Language { request.language }

  init(_ session: FormRecord, _ request: LaptopRequest) {
    self.session = session
    self.request = request
  }

  func html() throws -> HTML {
    let isAtDesk = try DeskLine.session(request)?.header.id == session.header.id
    return try HTML.group {
      if !session.isVoided {
        if isAtDesk {
          try DeskLine.html(request)
          FindPage.searchForm("", request, isFocused: false)
        } else {
          element("div", ["class": "big-actions"]) {
            actionForm(
              "\(Self.path(session))/work",
              BilingualText(vi: "Làm việc ở buổi này", en: "Work at this session"), request)
          }
        }
        try DeskTally(session, request).html()
        try here()
      }
      try totals()
      try visits()
    }
  }

  // Totals by the one counting function.

  private func totals() throws -> HTML {
    let all = try Period(from: .earliest, to: .latest)
    let numbers = try request.reader.count(
      CountQuery(all, where: [.session: [.row(session.header.id)]])
    ).total
    func figure(
      _ label: BilingualText, _ number: CountedNumber, details: [BilingualText] = []
    ) -> PageFigure {
      PageFigure(label, number.text(of: numbers, in: language), details: details)
    }
    let heading = language.text("Cả buổi, trên máy này", "The session, on this laptop")
    return panel(id: "totals", heading) {
      PageFigure.row(
        [
          figure(BilingualText(vi: "Lượt thăm", en: "Visits"), .visits),
          figure(
            BilingualText(vi: "Lượt hỗ trợ được tính", en: "Counted assists"),
            .counted,
            details: [
              BilingualText(
                vi: "tạm tính: \(numbers.provisionalAssists)",
                en: "provisional: \(numbers.provisionalAssists)")
            ]),
          figure(BilingualText(vi: "Người được hỗ trợ", en: "Residents"), .residents),
          figure(BilingualText(vi: "Hồ sơ đã nộp", en: "Dossiers filed"), .submissions),
        ], language)
    }
  }

  private func visits() throws -> HTML {
    let visits = try request.reader.visits(
      session: session.header.id, page: RecordPage(limit: Self.listLimit))
    return try panel(id: "visits") {
      PageTable(
        BilingualText(
          vi: "Lượt thăm của buổi, mới trước", en: "Visits of the session, latest first"),
        columns: [
          .text(FieldLabel.words(of: "household")), .text(FieldLabel.words(of: "start_minute")),
          .text(FieldLabel.words(of: "outcome")),
          .number(BilingualText(vi: "Lượt hỗ trợ", en: "Assists")),
          .text(FieldLabel.words(of: "code")),
        ],
        rows: try visits.map { visit in
          let household = try visit.household.flatMap {
            try request.reader.record(Household.self, $0)
          }
          return PageTable.Row([
            household.map { link("/households/\($0.codeText)", $0.name ?? $0.codeText) }
              ?? .text("—"),
            .text(visit.startMinute.map { Format.time(minuteOfDay: $0) } ?? ""),
            .text(visit.outcome?.words.text(in: language) ?? ""),
            PageTable.number(try request.reader.assists(visit: visit.id).count, language),
            recordLink(visit.codeText),
          ])
        },
        empty: BilingualText(
          vi: "Chưa có lượt thăm nào. Bấm “Làm việc ở buổi này”, rồi tìm người đến bàn.",
          en: "No visit yet. Press “Work at this session”, then find who has come."),
        note: visits.count == Self.listLimit
          ? BilingualText(
            vi: "\(Self.listLimit) lượt mới nhất.", en: "The latest \(Self.listLimit).") : nil
      ).html(language)
    }
  }

  // Who of the team was there.

  private func attendances() throws -> [FormRecord] {
    var filter = FormFilter()
    filter.values = [(AttendanceTable.session, .integer(session.header.id.rawValue))]
    return try request.reader.formRecords(RecordForms.attendance, filter)
  }

  private func here() throws -> HTML {
    let present = Set(
      try attendances().compactMap { $0[AttendanceTable.member]?.value?.integer })
    let absent = try VisitFields.members(request).filter { !present.contains($0.id.rawValue) }
    guard !absent.isEmpty else { return .empty }
    return panel(id: "here", language.text("Ai có mặt", "Who is here")) {
      element("p", ["class": "panel-lead"]) {
        language.text(
          "Một lần bấm ghi một người của tổ là có mặt.",
          "One press records that a member of the team is here.")
      }
      element("div", ["class": "row-actions"]) {
        for member in absent {
          actionForm(
            "\(Self.path(session))/here",
            BilingualText(same: member.fullName ?? member.codeText), request, isQuiet: true,
            fields: [("member", member.codeText), ("role", isTraining ? "learner" : "trainer")])
        }
      }
    }
  }

  /// At a training the team learns; elsewhere it teaches.
  private var isTraining: Bool { session[SessionTable.kind]?.value?.integer == 4 }

  /// Notes that somebody is here; pressing twice notes them once.
  private func noteHere() throws -> PageNotice {
    let draft = FormDraft(
      RecordForms.attendance,
      [
        "session": session.header.codeText, "member": request.form["member"] ?? "",
        "role": request.form["role"] ?? "",
      ])
    do {
      let saved = try request.laptop.writing { records, clock in
        try records.add(RecordForms.attendance, draft, author: request.member, clock: clock)
      }
      return PageNotice(
        BilingualText(
          vi: "Đã ghi có mặt: \(saved.codeText).", en: "Recorded as here: \(saved.codeText)."))
    } catch FieldError.invalid(let problems) {
      let words = problems.map(\.words).reduce(BilingualText(same: "")) { all, next in
        all + BilingualText(same: all.vietnamese.isEmpty ? "" : " ") + next
      }
      return PageNotice(words, isGood: false)
    }
  }
}
