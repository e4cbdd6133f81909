import FieldWork
import Pages
import Web

/// The coordinator's and the trainer's page, each for the period of its query.
enum ReportPages {
  static let routes: [PageRoute] = [
    PageRoute(.get, "/coordinator", access: .coordinator, handler: coordinator),
    PageRoute(.get, "/trainer", access: .trainer, handler: trainer),
  ]

  private static func coordinator(_ request: PageRequest) throws -> HTTPResponse {
    let choice = PeriodChoice(request.http.query, today: request.today)
    // Inspected before it is counted, so that the coverage never claims more than the count has.
    let inspection = try request.centre.inspect { try CentreInspection.gather($0.store) }
    let report = try request.centre.read { reader in
      try CoordinatorReport.gather(choice.period, now: request.now, inspection, reader)
    }
    let page = CoordinatorPage(report, choice, request.language)
    return request.page(CoordinatorPage.title) { page.content }
  }

  /// Whole periods only: two that differ by a day would tell what happened on that day.
  private static func trainer(_ request: PageRequest) throws -> HTTPResponse {
    let choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    let laptops = try request.centre.inspect { try LaptopReport.gather($0.store) }
    let report = try request.centre.read { reader in
      try TrainerReport.gather(choice.period, now: request.now, laptops, reader)
    }
    var frame = request.frame(TrainerPage.title)
    frame.lead = TrainerPage.lead
    let page = TrainerPage(report, choice, request.language)
    return .html(frame.page { page.content })
  }
}
