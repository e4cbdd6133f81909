import FieldWork
import Pages
import Web

/// The routes of the coordinator's and the trainer's page.
enum ReportPages {
  static let coordinatorPath = "/coordinator"
  static let trainerPath = "/trainer"

  static let routes =
    [
      PageRoute(
        .get, coordinatorPath, access: .overview, isNoted: true, isLive: true,
        handler: coordinator),
      PageRoute(.get, trainerPath, access: .trainer, isLive: true, handler: trainer),
    ]
    + ListFileFormat.routes(of: trainerPath, access: .trainer) { request, format in
      try trainerPage(request).file(request, format)
    }
    + ListFileFormat.routes(of: coordinatorPath, access: .overview) { request, format in
      try coordinatorPage(request).file(request, format)
    }

  private static func coordinator(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    var frame = request.frame(CoordinatorPage.title(isEverything: reached.isEverything))
    frame.lead = reached.words
    let page = try coordinatorPage(request)
    return .html(
      frame.page {
        if Access.coordinator.allows(request.account?.rights) { FindPage.box(request.language) }
        page.content
      })
  }

  private static func coordinatorPage(_ request: PageRequest) throws -> CoordinatorPage {
    let choice = PeriodChoice(request.http.query, today: request.today)
    let reached = try request.reached()
    // Inspected before it is counted, so that the coverage never claims more than the count has.
    let (inspection, rulings) = try request.centre.inspect {
      (
        try CentreInspection.gather($0.store, within: reached),
        try $0.awaitedRulings(in: choice.period, where: reached.holds(scope:))
      )
    }
    var report = try request.centre.read { reader in
      try CoordinatorReport.gather(
        choice.period, now: request.now, inspection, reader, within: reached,
        counted: request.centre.countShelf)
    }
    report.coverage = report.coverage.awaiting(rulings, isTold: reached.clearsRecords)
    return CoordinatorPage(
      report, choice, request.language, query: request.http.query,
      enrols: Access.coordinator.allows(request.account?.rights))
  }

  private static func trainer(_ request: PageRequest) throws -> HTTPResponse {
    var frame = request.frame(TrainerPage.title)
    frame.lead = TrainerPage.lead(try request.reached())
    let page = try trainerPage(request)
    return .html(frame.page { page.content })
  }

  /// Whole periods only: two that differ by a day would tell what happened on that day.
  private static func trainerPage(_ request: PageRequest) throws -> TrainerPage {
    let choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    let reached = try request.reached()
    let (laptops, shortfall, rulings) = try request.centre.inspect {
      (
        try LaptopReport.gather($0.store), try CentreShortfall($0.store),
        try $0.awaitedRulings(in: choice.period, where: reached.holds(scope:))
      )
    }
    let (counted, targets) = try request.centre.read { reader in
      (
        try TrainerReport.gather(
          choice.period, now: request.now, laptops, shortfall, reader, within: reached,
          shelf: request.centre.gridShelf),
        try TrainerTargets.gather(in: choice.period, now: request.now, reader, within: reached)
      )
    }
    var report = counted
    report.coverage = counted.coverage.awaiting(rulings, isTold: false)
    return TrainerPage(
      report, targets, choice, request.language, query: request.http.query,
      enrols: Access.coordinator.allows(request.account?.rights))
  }
}
