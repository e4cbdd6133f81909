import FieldWork
import Pages
import Web

/// The routes of the coordinator's and the trainer's page.
enum ReportPages {
  static let coordinatorPath = "/coordinator"
  static let trainerPath = "/trainer"

  static let routes = [
    PageRoute(.get, coordinatorPath, access: .coordinator, handler: coordinator),
    PageRoute(.get, trainerPath, access: .trainer, handler: trainer),
  ]

  private static func coordinator(_ request: PageRequest) throws -> HTTPResponse {
    let choice = PeriodChoice(request.http.query, today: request.today)
    // Inspected before it is counted, so that the coverage never claims more than the count has.
    let inspection = try request.centre.inspect { try CentreInspection.gather($0.store) }
    let report = try request.centre.read { reader in
      try CoordinatorReport.gather(choice.period, now: request.now, inspection, reader)
    }
    return request.page(CoordinatorPage.title) {
      CoordinatorPage(report, choice, request.language).content
    }
  }

  /// Whole periods only: two that differ by a day would tell what happened on that day.
  private static func trainer(_ request: PageRequest) throws -> HTTPResponse {
    let choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    let (laptops, shortfall) = try request.centre.inspect {
      (try LaptopReport.gather($0.store), try CentreShortfall($0.store))
    }
    let report = try request.centre.read { reader in
      try TrainerReport.gather(choice.period, now: request.now, laptops, shortfall, reader)
    }
    var frame = request.frame(TrainerPage.title)
    frame.lead = TrainerPage.lead
    return .html(frame.page { TrainerPage(report, choice, request.language).content })
  }
}
