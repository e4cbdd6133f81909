import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// A day sheet that is entered: a form of one line, what is still open, and what became of the rest.
///
/// What is typed is on the paper too, so that the form keeps nothing; its code sees to it that a
/// line that is sent twice is one visit.
struct SheetPage {
  private static let pattern = "/sheets/:number"

  static let routes = [
    LaptopRoute(.get, pattern) { request in
      try with(request) { try $0.answer() }
    },
    LaptopRoute(.post, "\(pattern)/lines") { request in
      try with(request) { try $0.enter() }
    },
    LaptopRoute(.post, "\(pattern)/strike") { request in
      try with(request) { try $0.strike() }
    },
  ]

  static func path(_ sheet: Printout) -> String { path(number: sheet.number) }
  static func path(number: Int) -> String { "\(SheetListPage.path)/\(number)" }

  private let sheet: Printout
  private let request: LaptopRequest
  private let language: Language
  private let book: PrintoutBook

  private static func with(
    _ request: LaptopRequest, _ body: (SheetPage) throws -> HTTPResponse
  ) throws -> HTTPResponse {
    let book = PrintoutBook(request.records)
    guard let number = Int(request.parameters["number"]), let sheet = try book.find(number),
      sheet.lines > 0
    else {
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Máy này chưa in tờ ngày nào có số đó.",
            en: "This laptop has printed no day sheet with that number."), isGood: false))
      return .seeOther(SheetListPage.path)
    }
    return try body(
      SheetPage(sheet: sheet, request: request, language: request.language, book: book))
  }

  /// Saves a line, or leads to the form of a visit with its assists; the next line follows at once.
  private func enter() throws -> HTTPResponse {
    do {
      return try SheetEntry(request).enter(on: sheet)
    } catch is SheetEntry.Trouble {
      return request.refused(
        at: Self.path(sheet), field: DraftPages.problemsPart, SheetEntry.Trouble.head)
    }
  }

  private func strike() throws -> HTTPResponse {
    guard let line = request.form["line"].flatMap({ Int($0) }),
      (1...max(1, sheet.lines)).contains(line)
    else { return .seeOther(Self.path(sheet)) }
    guard try book.strike(line, of: sheet) else {
      let code = sheet.code(line).text
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Dòng \(code) đã được nhập hoặc gạch bỏ trước đó; không có gì thay đổi.",
            en: "The line \(code) was entered or struck out before; nothing was changed."),
          isGood: false))
      return .seeOther(Self.path(sheet))
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Dòng \(sheet.code(line).text) đã gạch bỏ. Gõ mã của nó thì vẫn nhập được.",
          en:
            "The line \(sheet.code(line).text) is struck out. Type its code to enter it after all."
        )))
    return .seeOther(Self.path(sheet))
  }

  private func answer() throws -> HTTPResponse {
    let entry = SheetEntry(request)
    let trouble = try entry.trouble(on: sheet)
    let title = BilingualText(
      vi: "Nhập tờ ngày số \(sheet.number)", en: "Enter day sheet no. \(sheet.number)")
    let used = try book.used(sheet.number)
    let open = try book.open(sheet)
    let hasMore = try !open.isEmpty || used.contains { try isEnteredAnew($0) }
    // The day of the line before is most often that of the next.
    let day = try used.compactMap(\.visit).last.flatMap {
      try request.reader.record(Visit.self, $0)?.date
    }
    return try request.page(title, status: trouble == nil ? 200 : 422) {
      try HTML.group {
        if let notice = request.memory.takeNotice() { notice.html(language) }
        if let trouble { trouble.html(language) }
        if open.isEmpty && trouble == nil {
          element("p", ["class": "message good"]) {
            language.text(
              "Tờ này đã nhập hết: có thể hủy giấy. Số liệu nằm trên máy này, gửi về ở lần gửi tới.",
              "This sheet is entered: the paper can be destroyed. Everything is on this laptop and "
                + "goes out with the next hand-over.")
          }
        }
        if hasMore || trouble != nil {
          try entry.form(
            action: "\(Self.path(sheet))/lines", next: open.first.map { sheet.code($0) },
            day: day, trouble, language)
        }
        element("p") {
          link(
            PrintoutPage.path(sheet),
            language.text("Xem và in lại tờ này", "See and print it again"))
        }
        openLines(open)
        try entered(used)
      }
    }
  }

  /// Whether a line that is no longer open is entered when somebody types its code.
  private func isEnteredAnew(_ line: SheetLine) throws -> Bool {
    guard let visit = line.visit else { return true }
    return try request.reader.record(Visit.self, visit)?.voidReason != nil
  }

  private func openLines(_ open: [Int]) -> HTML {
    guard !open.isEmpty else { return .empty }
    return panel(
      id: "open",
      language.text("Còn mở: \(open.count) dòng", "Open: \(counted(open.count, "line", "lines"))"),
      lead: language.text(
        "Dòng để trống hay gạch trên giấy thì gạch bỏ ở đây, để tờ này khép lại.",
        "Strike out here what is empty or struck out on the paper, so that the sheet is done.")
    ) {
      element("ul", ["class": "plain sheet-lines"]) {
        for line in open {
          element("li") {
            element("span", ["class": "code"]) { sheet.code(line).text }
            actionForm(
              "\(Self.path(sheet))/strike",
              BilingualText(
                vi: "Gạch bỏ \(sheet.code(line).shortText)",
                en: "Strike out \(sheet.code(line).shortText)"), request, isQuiet: true,
              fields: [("line", String(line))])
          }
        }
      }
    }
  }

  private func entered(_ used: [SheetLine]) throws -> HTML {
    guard !used.isEmpty else { return .empty }
    return try panel(id: "entered") {
      PageTable(
        BilingualText(vi: "Đã nhập", en: "Entered"),
        columns: [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(FieldLabel.words(of: "visit")),
          .text(FieldLabel.words(of: "household")),
          .text(BilingualText(vi: "Xảy ra lúc", en: "Happened")),
          .text(BilingualText(vi: "Nhập lúc", en: "Entered")),
        ],
        rows: try used.map { line in
          let visit = try line.visit.flatMap { try request.reader.record(Visit.self, $0) }
          let household = try visit?.household.flatMap {
            try request.reader.record(Household.self, $0)
          }
          return PageTable.Row([
            .text(sheet.code(line.line).text),
            visit.map(self.visit) ?? .text(language.text("gạch bỏ trên giấy", "struck out")),
            .text(household?.name ?? ""),
            .text(visit.map(VisitTimes.happened) ?? ""),
            .text(visit.flatMap(VisitTimes.entered) ?? ""),
          ])
        }, empty: BilingualText(same: "")
      ).html(language)
    }
  }

  /// What a line became, and that it can be entered anew where that was voided.
  private func visit(_ visit: Visit) -> HTML {
    HTML.group {
      recordLink(visit.codeText)
      if let reason = visit.voidReason {
        StateMark.attention.html(language.text("đã hủy: \(reason)", "voided: \(reason)"))
        element("span", ["class": "detail"]) {
          language.text("gõ mã của dòng để nhập lại", "type the line's code to enter it anew")
        }
      }
    }
  }
}

/// The two times of a visit: when it took place, and when it came into the laptop.
enum VisitTimes {
  /// Day and time as they were given.
  static func happened(_ visit: Visit) -> String {
    [
      visit.date.map(Format.date), visit.startMinute.map { Format.time(minuteOfDay: $0) },
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// When it was recorded, by the laptop's clock as far as that was known.
  static func entered(_ visit: Visit) -> String? {
    visit.header.createdAt.map { Format.dateTime(LocalDateTime(milliseconds: $0.rawValue)) }
  }
}
