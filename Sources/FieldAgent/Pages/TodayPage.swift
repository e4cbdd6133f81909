import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// Where a day begins: what is begun and not saved, whom to visit, what waits, what to look at.
struct TodayPage {
  static let path = "/today"
  static let title = BilingualText(vi: "Hôm nay", en: "Today")

  static let routes = [
    LaptopRoute(.get, path) { request in
      let page = TodayPage(request)
      return try request.page(title) { try page.content() }
    }
  ]

  /// The most lines of each list; the rest is said in words.
  private static let listLimit = 30
  private static let taskLimit = 5

  private let request: LaptopRequest
  private let language: Language

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  private func content() throws -> HTML {
    let today = try request.knowledge().today
    return try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      try DeskLine.html(request)
      try BegunList(request).html()
      try NewsPanel.html(request)
      actions
      try concerns()
      try tasks(today)
      try planned(today)
      try waiting()
    }
  }

  private var actions: HTML {
    element("div", ["class": "big-actions"]) {
      link(
        FindPage.path,
        language.text("Tìm hộ để ghi lượt thăm", "Find a household to record a visit"),
        isButton: true, accessKey: "f")
      link(SendPage.path, language.text("Gửi về trung tâm", "Send to the centre"), isButton: true)
      link(StickPage.path, StickPage.title.text(in: language))
      link(VisitListPage.path, VisitListPage.title.text(in: language))
      link(DeskPage.path, DeskPage.title.text(in: language))
    }
  }

  private func concerns() throws -> HTML {
    let concerns = try LaptopWarning.all(request.laptop, request.clock, on: .pages)
    guard !concerns.isEmpty else { return .empty }
    return panel(id: "concerns", language.text("Cần xem", "To look at")) {
      element("ul", ["class": "plain"]) {
        for concern in concerns {
          element("li") {
            StateMark.attention.html(concern.words.text(in: language))
            if let path = concern.path { link(path, language.text("Xem", "Look")) }
          }
        }
      }
    }
  }

  /// The household that a task is about.
  private func subject(of task: FormRecord) throws -> HTML {
    let row = task[TaskTable.household]?.value?.integer.flatMap(RowID.init(rawValue:))
    guard let household = try row.flatMap({ try request.reader.record(Household.self, $0) }) else {
      return .empty
    }
    return element("span", ["class": "detail"]) {
      " "
      link("/households/\(household.codeText)", household.name ?? household.codeText)
      " "
    }
  }

  /// What is to be done within a week, or is overdue.
  private func tasks(_ today: LocalDate) throws -> HTML {
    let tasks = try request.reader.openTasks(
      of: request.member, through: today.adding(days: 7))
    guard !tasks.isEmpty else { return .empty }
    return try panel(id: "tasks", language.text("Việc phải làm", "Tasks")) {
      try element("ul", ["class": "plain"]) {
        for task in tasks.prefix(Self.taskLimit) {
          let due = task[TaskTable.dueDate]?.value?.integer.map {
            LocalDate(daysSince1970: Int(clamping: $0))
          }
          try element("li") {
            link(
              RecordPath.of(task.header.codeText) ?? Self.path,
              try request.reader.title(of: task).text(in: language))
            try subject(of: task)
            if let due {
              (due < today ? StateMark.attention : .neutral).html(
                due < today
                  ? language.text(
                    "quá hạn từ \(Format.date(due))", "overdue since \(Format.date(due))")
                  : language.text("hạn \(Format.date(due))", "due \(Format.date(due))"))
            }
          }
        }
      }
      if tasks.count > Self.taskLimit {
        element("p") {
          link(
            RecordListPage.path(RecordForms.task),
            language.text("Xem cả \(tasks.count) việc", "See all \(tasks.count) tasks"))
        }
      }
    }
  }

  private func planned(_ today: LocalDate) throws -> HTML {
    let team = try request.reader.existing(Member.self, request.member).team
    let visits = try request.reader.plannedVisits(
      team: team, through: today.adding(days: 7), asOf: today,
      page: RecordPage(limit: Self.listLimit + 1))
    let rows = try visits.prefix(Self.listLimit).map { visit -> PageTable.Row in
      let household = try visit.household.flatMap { try request.reader.record(Household.self, $0) }
      let hamlet = try household?.place.flatMap { try request.reader.record(Place.self, $0)?.name }
      let due = visit.returnDate ?? today
      let state: HTML =
        due < today
        ? StateMark.attention.html(language.text("quá ngày hẹn", "overdue"))
        : StateMark.neutral.html(
          due == today ? language.text("hôm nay", "today") : language.text("sắp tới", "to come"))
      return PageTable.Row([
        .text(Format.date(due)),
        household.map {
          link("/households/\($0.codeText)", $0.name ?? $0.codeText)
        } ?? .text(visit.codeText), .text(hamlet ?? ""), .text(household?.address ?? ""), state,
      ])
    }
    return panel(id: "planned") {
      PageTable(
        BilingualText(vi: "Hẹn quay lại trong 7 ngày tới", en: "To come back within 7 days"),
        columns: [
          .text(BilingualText(vi: "Ngày hẹn", en: "Day")),
          .text(BilingualText(vi: "Hộ", en: "Household")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Địa chỉ", en: "Address")),
          .text(BilingualText(vi: "Tình trạng", en: "State")),
        ], rows: Array(rows),
        empty: BilingualText(
          vi: "Chưa hẹn quay lại hộ nào. Khi ghi lượt thăm, chọn “hẹn quay lại” để hộ hiện ở đây.",
          en: "No household expects you. A visit with “come back on” puts one here."),
        note: visits.count > Self.listLimit
          ? BilingualText(
            vi: "Còn nữa: chỉ hiện \(Self.listLimit) hộ đầu.",
            en: "There are more: the first \(Self.listLimit) are shown.") : nil
      ).html(language)
      element("p") {
        link(
          PlannedPage.path,
          language.text("Mọi ngày hẹn, theo thôn", "Every planned visit, by hamlet"))
      }
    }
  }

  private func waiting() throws -> HTML {
    let knowledge = try request.knowledge()
    let waiting = try request.records.waitingSubmissions(asOf: knowledge.now)
    guard !waiting.isEmpty else { return .empty }
    return panel(id: "waiting", language.text("Hồ sơ đang chờ kết quả", "Dossiers that wait")) {
      WaitingPage.summary(waiting, on: knowledge.today).html(language)
      element("p") { link(WaitingPage.path, language.text("Xem từng hồ sơ", "See each of them")) }
    }
  }
}
