import FieldWork
import Pages
import SyncProtocol
import Web

/// Numbered paper as it leaves the printer: A4, its number at the head of every page, the page and
/// how many there are at the foot. Nobody's telephone and no number of papers is on it.
struct PrintoutPage {
  static let routes = [
    LaptopRoute(.get, "/prints/:number") { request in
      guard let number = Int(request.parameters["number"]),
        let printout = try PrintoutBook(request.records).find(number)
      else {
        request.memory.say(
          PageNotice(
            BilingualText(
              vi: "Máy này chưa in tờ nào có số đó.",
              en: "This laptop has printed nothing with that number."), isGood: false))
        return .seeOther(SheetListPage.path)
      }
      let page = try PrintoutPage(printout, request.paper)
      return try request.page(page.title) { try page.content() }
    }
  ]

  static func path(_ printout: Printout) -> String { "/prints/\(printout.number)" }

  private let printout: Printout
  private let request: PaperSource
  private let language: Language
  private let member: Member

  init(_ printout: Printout, _ request: PaperSource) throws {
    self.printout = printout
    self.request = request
    language = request.language
    member = try request.reader.existing(Member.self, printout.member)
  }

  var title: BilingualText {
    let number = printout.number
    return switch printout.kind {
    case .daySheet: BilingualText(vi: "Tờ ngày số \(number)", en: "Day sheet no. \(number)")
    case .walkingList:
      BilingualText(vi: "Danh sách đi hộ số \(number)", en: "Walking list no. \(number)")
    }
  }

  private func content() throws -> HTML {
    try HTML.group {
      element("div", ["class": "not-printed row-actions"]) {
        element("p") {
          language.text(
            "In bằng Ctrl+P, khổ A4. Giấy này có tên người dân: giữ kín, và hủy khi đã nhập xong.",
            "Print it with Ctrl+P on A4. This paper names residents: keep it to yourself, and "
              + "destroy it once it is entered.")
        }
        switch printout.kind {
        case .daySheet:
          link(
            SheetPage.path(printout), language.text("Nhập tờ này vào máy", "Enter this sheet"),
            isButton: true)
        case .walkingList: link(WalkPage.path, WalkPage.title.text(in: language))
        }
      }
      try paper()
    }
  }

  /// What leaves the printer.
  func paper() throws -> HTML {
    switch printout.kind {
    case .daySheet: sheet()
    case .walkingList(let source): try walkingList(source)
    }
  }

  /// A region that the keyboard scrolls where a narrow window cuts the paper.
  private var scrolling: HTMLAttributes {
    [
      "class": "table-scroll", "role": "region", "tabindex": "0",
      "aria-label": title.text(in: language),
    ]
  }

  /// The head of every page: a table repeats its head where it goes on.
  private func head(_ details: [String], columns: [BilingualText]) -> HTML {
    element("thead") {
      element("tr") {
        element("th", ["scope": "colgroup", "colspan": "\(columns.count)", "class": "paper-head"]) {
          element("strong") { title.text(in: language) }
          let made = LocalDateTime(milliseconds: printout.made.rawValue)
          let parts =
            details + [
              member.fullName ?? member.codeText, Format.dateTime(made),
              "\(FieldAgent.program) \(FieldAgent.version)",
            ]
          element("span") { parts.filter { !$0.isEmpty }.joined(separator: " · ") }
        }
      }
      element("tr") {
        for column in columns { element("th", ["scope": "col"]) { column.text(in: language) } }
      }
    }
  }

  private func walkingList(_ source: WalkingList.Source) throws -> HTML {
    let list = try request.reader.walkingList(source, asOf: request.knowledge().today)
    let services = try services(of: source)
    let columns = [
      BilingualText(vi: "Số", en: "No."), BilingualText(vi: "Địa chỉ", en: "Address"),
      BilingualText(vi: "Hộ", en: "Household"), BilingualText(vi: "Việc cần làm", en: "To do"),
      BilingualText(vi: "Giờ", en: "Time"), BilingualText(vi: "Kết quả", en: "Outcome"),
      BilingualText(vi: "Hẹn lại", en: "Come back"), BilingualText(vi: "Ghi chú", en: "Note"),
    ]
    let name = try WalkPage.name(of: source, request.reader).text(in: language)
    let isOfHamlet = if case .hamlet = source { true } else { false }
    return HTML.group {
      WalkTable.cutNote(list, language)
      if !services.isEmpty {
        element("p", ["class": "paper-note"]) {
          language.text("Việc của đợt: ", "What the campaign is about: ")
            + services.joined(separator: "; ")
        }
      }
      element("div", scrolling) {
        element("table", ["class": "paper walk", "aria-label": title.text(in: language)]) {
          head([name], columns: columns)
          element("tbody") {
            for (index, stop) in list.stops.enumerated() {
              element("tr") {
                element("td", ["class": "number"]) { index + 1 }
                element("td") {
                  stop.household.address ?? "—"
                  if !isOfHamlet { element("span", ["class": "detail"]) { stop.hamlet } }
                }
                element("td") { stop.household.name ?? "" }
                element("td") { errand(stop) }
                for _ in 0..<4 { element("td") }
              }
            }
          }
        }
      }
    }
  }

  private func errand(_ stop: WalkingList.Stop) -> String {
    if let day = stop.returnDate { return WalkTable.due(day, language) }
    if stop.isVisited { return language.text("đã thăm", "visited") }
    return stop.lastVisit == nil ? language.text("chưa thăm", "never visited") : ""
  }

  private func services(of source: WalkingList.Source) throws -> [String] {
    guard case .campaign(let row) = source,
      let campaign = try request.reader.formRecord(RecordForms.campaign, row)
    else { return [] }
    return try (campaign.elements[CampaignTable.services.id] ?? []).compactMap(\.text)
      .map { try request.reader.serviceName(of: $0).text(in: language) }
  }

  private func sheet() -> HTML {
    let columns = [
      BilingualText(vi: "Mã", en: "Code"), BilingualText(vi: "Giờ", en: "Time"),
      BilingualText(vi: "Thôn, địa chỉ, chủ hộ", en: "Hamlet, address, household"),
      BilingualText(vi: "Kết quả", en: "Outcome"),
      BilingualText(vi: "Ai · việc gì · mã hồ sơ", en: "Who · what · dossier code"),
      BilingualText(vi: "Hẹn lại", en: "Come back"),
    ]
    return HTML.group {
      element("p", ["class": "paper-note"]) {
        language.text(
          "Ngày: ____ /____ /________   Mỗi lượt thăm một dòng; ghi giờ bắt đầu. Kết quả: G đã gặp, "
            + "V không ai ở nhà, T từ chối, C đã chuyển đi, K không tìm thấy, H hẹn lại. Ghi nhầm thì "
            + "gạch cả dòng. Không ghi số giấy tờ, mật khẩu hay mã OTP.",
          "Day: ____ /____ /________   One line a visit, with the time it began. Outcome: M met, "
            + "N nobody home, R refused, A moved away, F not found, B come back. Strike a wrong line "
            + "out whole. Write no number of papers, password or one-time code.")
      }
      element("div", scrolling) {
        element("table", ["class": "paper sheet", "aria-label": title.text(in: language)]) {
          head([], columns: columns)
          element("tbody") {
            for line in 1...max(1, printout.lines) {
              element("tr") {
                element("th", ["scope": "row", "class": "code"]) { printout.code(line).text }
                for _ in 1..<columns.count { element("td") }
              }
            }
          }
        }
      }
    }
  }
}
