import Documents
import FieldWork
import Listings
import Pages
import Web

/// Every month: open, closed, opened again, and what came late to it.
enum MonthListPage {
  static let path = "/months"
  private static let monthName = "month"
  static let unitName = "unit"
  /// Months of the calendar that are listed at most whether anybody closed them or not: back to the
  /// first visit.
  private static let calendarMonths = 12

  static let routes =
    [PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file) + MonthPage.routes

  /// Where one month is.
  static func path(of month: Period, unit: String?, _ further: [NamedValues.Item] = []) -> String {
    let items = (unit.map { [NamedValues.Item(name: unitName, value: $0)] } ?? []) + further
    let query = items.isEmpty ? "" : "?" + NamedValues(items).encoded
    return "\(path)/\(month.description)\(query)"
  }

  /// A month with what was done with it.
  struct Line: Sendable {
    let month: Period
    let unit: String?
    let unitName: String?
    /// Its last closing; nil where nobody closed it.
    let closing: MonthClosing?
    /// What came late, in words; nil while it is open.
    let late: BilingualText?
    let isOver: Bool
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    var problem: MonthProblem?
    if let typed = request.http.query[monthName], !typed.isEmpty {
      do {
        let month = try MonthPage.month(typed, request)
        return .seeOther(path(of: month, unit: try MonthPage.unit(request)))
      } catch let error as MonthProblem {
        problem = error
      }
    }
    let reached = try request.reached()
    let lines = try lines(request.centre, on: request.today, within: reached)
    let list = list(request)
    let choice = list.choice(request.http.query)
    var frame = request.frame(MonthWords.title)
    frame.lead =
      reached.words.map { MonthWords.lead + BilingualText(same: " ") + $0 } ?? MonthWords.lead
    return .html(
      frame.page {
        panel {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path),
            request.language)
        }
        panel { form(reached, problem, request.language) }
      }, status: problem == nil ? 200 : 422)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let lines = try lines(request.centre, on: request.today, within: request.reached())
    return try ListFile(list(request), format, name: "chot-thang").answer(request, rows: lines)
  }

  /// A month that the list does not have, of everything or, for whoever sees all, of one unit.
  private static func form(
    _ reached: ReachedWork, _ problem: MonthProblem?, _ language: Language
  ) -> HTML {
    element("form", ["method": "get", "action": path, "class": "form"]) {
      PageField(
        monthName, MonthWords.another, value: problem?.typed ?? "", error: problem?.words,
        isRequired: true, hasFocus: problem != nil
      ).html(language)
      if reached.isEverything {
        PageField(
          unitName, MonthWords.unit,
          hint: BilingualText(
            vi: "mã 5 chữ số; để trống: cả trung tâm", en: "5 digits; empty: the whole centre")
        ).html(language)
      }
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit", "class": "quiet"]) {
          MonthWords.look.text(in: language)
        }
      }
    }
  }

  /// The last months of the calendar and every closing within reach, the latest month first.
  static func lines(
    _ centre: Centre, on today: LocalDate, within reached: ReachedWork
  ) throws -> [Line] {
    let own = reached.unit
    return try centre.read { reader in
      let map = try PlaceMap(reader)
      let closings = try reader.closings().filter { reached.isEverything || $0.unit == own }
      var lines: [Line] = []
      for (place, closing) in closings.enumerated() {
        // Of a month that was closed again, the last closing says how it stands.
        let isLast = !closings[(place + 1)...].contains {
          $0.month == closing.month && $0.unit == closing.unit
        }
        guard isLast else { continue }
        lines.append(
          Line(
            month: closing.month, unit: closing.unit,
            unitName: closing.unit.map { map.name(of: $0, on: closing.month.to) ?? $0 },
            closing: closing, late: try late(closing, reader), isOver: true))
      }
      var day = today
      let first = try reader.firstVisitDay() ?? day
      for _ in 0..<calendarMonths {
        guard let month = Period(.month, holding: day),
          month.to >= first || month.to >= today
        else { break }
        if !lines.contains(where: { $0.month == month && $0.unit == own }) {
          lines.append(
            Line(
              month: month, unit: own,
              unitName: own.map { map.name(of: $0, on: month.to) ?? $0 }, closing: nil, late: nil,
              isOver: month.to < today))
        }
        day = month.from.adding(days: -1)
      }
      return lines.sorted { left, right in
        left.month.to == right.month.to
          ? (left.unit ?? "") < (right.unit ?? "") : left.month.to > right.month.to
      }
    }
  }

  private static func late(
    _ closing: MonthClosing, _ reader: RecordReader
  ) throws -> BilingualText? {
    guard closing.isStanding else { return nil }
    let adjustment = try reader.adjustment(of: closing, by: [.day])
    return ClosingReport.totalWords(adjustment) ?? MonthWords.nothingLate
  }

  private static func list(_ request: PageRequest) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let language = request.language
    return PageList(
      path, MonthWords.title,
      columns: [
        Column(
          "month", MonthWords.month, orderedBy: { $0.month.to },
          cell: { line in
            element("a", ["href": path(of: line.month, unit: line.unit)]) {
              line.month.label(language)
            }
          }, value: { .text($0.month.label(language)) }),
        Column("unit", MonthWords.unit) {
          .text($0.unitName ?? MonthWords.wholeCentre.text(in: language))
        },
        Column(
          "state", MonthWords.state, cell: { state($0, language) },
          value: { .text(words($0).text(in: language)) }),
        Column("closed", MonthWords.closedAt) { line in
          line.closing?.moment.map { .minute($0.minutesSince1970) } ?? .empty
        },
        Column("by", MonthWords.closedBy) { line in
          line.closing?.closedBy.map { .text($0) } ?? .empty
        },
        Column("reported", MonthWords.reported) { line in
          line.closing.map {
            .text("\($0.checklist.reported)/\($0.checklist.laptops)")
          } ?? .empty
        },
        Column(
          "late", MonthWords.late,
          cell: { line in
            guard let late = line.late?.text(in: language) else { return .text("—") }
            return element("a", ["href": path(of: line.month, unit: line.unit) + "#late"]) { late }
          }, value: { .optional($0.late?.text(in: language)) }),
      ], empty: MonthWords.empty)
  }

  private static func words(_ line: Line) -> BilingualText {
    guard let closing = line.closing else {
      return line.isOver ? MonthWords.open : MonthWords.notOver
    }
    guard let reason = closing.reopenReason else { return MonthWords.isClosed }
    return MonthWords.reopened + BilingualText(same: reason)
  }

  private static func state(_ line: Line, _ language: Language) -> HTML {
    let mark: StateMark =
      line.closing == nil
      ? (line.isOver ? .attention : .neutral)
      : line.closing?.isStanding == true ? .good : .attention
    return mark.html(words(line).text(in: language))
  }
}
