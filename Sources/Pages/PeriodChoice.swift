import FieldWork
import Web

/// The period that a page's query asks for: `?period=2026-11`, `?period=week`, or
/// `?from=01/11/2026&to=18/11/2026`.
package struct PeriodChoice: Sendable {
  /// Which periods a page answers for.
  package enum Allowed: Sendable {
    /// Any two days.
    case any
    /// Any two days, or `?period=all`: everything there is.
    case anyOrAll
    /// Whole weeks, months and longer: two periods that differ by one day would tell what happened
    /// on that day, however few people it concerns.
    case whole
  }

  /// The period to show.
  package let period: Period
  /// What was wrong with the query; the period is then this month.
  package let problem: InputProblem?
  /// What may be asked for.
  package let allowed: Allowed
  /// The day on which the page is answered.
  package let today: LocalDate
  /// Whether everything is asked for.
  package let isAll: Bool
  /// What was typed into the two fields.
  let typed: (from: String, to: String)

  /// Reads a query; without one the period is this month.
  package init(_ query: NamedValues, today: LocalDate, allowed: Allowed = .any) {
    self.allowed = allowed
    self.today = today
    let thisMonth = Period(.month, holding: today) ?? Self.wholeCalendar(today)
    let from = String((query["from"] ?? "").prefix(40))
    let to = String((query["to"] ?? "").prefix(40))
    isAll =
      allowed == .anyOrAll && from.isEmpty && to.isEmpty && query["period"] == Self.allName
    do {
      if isAll {
        period = try Period(from: .earliest, to: .latest)
        problem = nil
        typed = ("", "")
        return
      }
      let period = try Self.period(query, from, to, today) ?? thisMonth
      guard allowed != .whole || period.isWhole else {
        throw InputProblem.periodUnreadable
      }
      self.period = period
      problem = nil
      typed = (Format.date(period.from), Format.date(period.to))
    } catch {
      period = thisMonth
      problem = error as? InputProblem ?? .periodUnreadable
      typed = (from, to)
    }
  }

  /// The names by which a query asks for a period.
  package static let names = ["period", "from", "to"]

  /// What stands in a query for everything.
  static let allName = "all"

  /// What stands in a query for this choice.
  package var address: String { isAll ? Self.allName : period.description }

  /// What stands in an address for this choice.
  package var item: NamedValues.Item { NamedValues.Item(name: "period", value: address) }

  /// The choice in words.
  package func label(_ language: Language) -> String {
    isAll ? PeriodWords.all.text(in: language) : period.label(language)
  }

  private static func period(
    _ query: NamedValues, _ from: String, _ to: String, _ today: LocalDate
  ) throws -> Period? {
    if !from.isEmpty || !to.isEmpty {
      let first = try Format.parseDate(from.isEmpty ? to : from)
      let last = try Format.parseDate(to.isEmpty ? from : to)
      return try Period(from: first, to: last)
    }
    guard let text = query["period"], !text.isEmpty else { return nil }
    return try Period.parse(text, today: today)
  }

  /// A month exists for every day of the calendar; the day alone is the way out of saying so.
  private static func wholeCalendar(_ today: LocalDate) -> Period {
    guard let day = Period(.day, holding: today) else { preconditionFailure("a day is a period") }
    return day
  }
}
