import Foundation
import SyncServer

/// What a coordinator and a trainer of a province open on a Saturday evening, each measured as the
/// centre's server answers it.
struct ConsoleWalk {
  /// Signed in for the whole province.
  let coordinator: PageVisitor
  let trainer: PageVisitor
  private let laptop: String
  private let visit: String
  private let unit: String
  private let team: String

  private static let password = "một câu dài để đo"
  private static let listGoal = 300.0
  private static let reportGoal = 1_000.0
  private static let year = "period=2026&by=none"

  /// Signs both in, and chooses what lists lead to.
  init(_ province: ProvinceCentre, _ server: CentreServer) throws {
    func visitor(_ role: Role) throws -> PageVisitor {
      let visitor = PageVisitor(origin: server.url) { province.centre.storeSteps }
      let given = try province.password(of: role)
      _ = try visitor.post("/sign-in", [("name", "\(role.rawValue)-bench"), ("password", given)])
      // A password that somebody else has seen is changed first.
      _ = try visitor.get("/account")
      _ = try visitor.post(
        "/account/password",
        [("present", given), ("password", Self.password), ("again", Self.password)])
      return visitor
    }
    coordinator = try visitor(.coordinator)
    trainer = try visitor(.trainer)
    laptop = try coordinator.get("/laptops").first(/"(\/laptops\/[0-9A-Za-z-]+)"/)
    visit = try coordinator.get("/review").first(/"(\/review\/[0-9A-Za-z-]+)["?]/)
    unit = try coordinator.get("/places").first(/"(\/places\/[0-9]{5})["?]/)
    team = try trainer.get("/trainer").first(/"(\/teams\/[0-9A-Za-z-]+\/sheet)["?]/)
  }

  /// What the coordinator opens.
  var coordinatorStops: [PageStop] {
    [
      PageStop(name: "overview", goal: Self.reportGoal, path: "/coordinator"),
      PageStop(name: "inbox", goal: Self.listGoal, path: "/inbox"),
      PageStop(name: "review", goal: Self.listGoal, path: "/review"),
      PageStop(name: "review_of_all", goal: Self.listGoal, path: "/review?state=all"),
      // Another visit is the first one of the list each time.
      PageStop(name: "review_visit", gate: .none, path: visit),
      PageStop(name: "flags", goal: Self.listGoal, path: "/flags"),
      PageStop(name: "conflicts", goal: Self.listGoal, path: "/conflicts"),
      PageStop(name: "duplicates", goal: Self.listGoal, path: "/duplicates"),
      PageStop(name: "laptops", goal: Self.listGoal, path: "/laptops"),
      PageStop(name: "laptop", path: laptop),
      PageStop(name: "places", goal: Self.listGoal, path: "/places"),
      PageStop(name: "unit", path: unit),
      PageStop(name: "report", goal: Self.reportGoal, path: "/reports"),
      PageStop(name: "report_by_unit", goal: Self.reportGoal, path: "/reports?by=unit"),
      PageStop(name: "report_by_member", goal: Self.reportGoal, path: "/reports?by=member"),
      PageStop(name: "report_of_the_year", goal: Self.reportGoal, path: "/reports?period=2026"),
      PageStop(name: "records", goal: Self.listGoal, path: "/reports/records?number=counted"),
      PageStop(
        name: "records_of_the_year", goal: Self.listGoal,
        path: "/reports/records?number=counted&\(Self.year)"),
      PageStop(name: "trends", goal: Self.reportGoal, path: "/reports/trends"),
      PageStop(name: "indicators", goal: Self.reportGoal, path: "/reports/indicators"),
      PageStop(name: "months", goal: Self.listGoal, path: "/months"),
    ]
  }

  /// Every other page that is found without a code: a new one is measured from its first day on.
  var furtherStops: [PageStop] {
    let known = Set((coordinatorStops + trainerStops).compactMap(\.path))
    let paths = CentrePages.routes.filter { route in
      guard case .roles(let roles) = route.access else { return false }
      return route.method == .get && roles.contains(.coordinator)
        && !route.pattern.contains(where: { ":.".contains($0) })
    }.map(\.pattern)
    return paths.filter { !known.contains($0) && $0 != "/" }.map { path in
      PageStop(
        name: String(path.dropFirst()).replacing(/[^a-z]/, with: "_"),
        goal: path.hasPrefix("/reports") || path.hasPrefix("/trainer")
          ? Self.reportGoal : Self.listGoal, path: path)
    }
  }

  /// Waits until the register has been compared, which no page waits for.
  /// - Returns: how many seconds that took.
  func awaitDuplicates() throws -> Double {
    try RegisterBenchmark.seconds {
      for _ in 0..<Self.mostLooks {
        if try coordinator.get("/duplicates").text.contains("/duplicates/resident/") { return }
        Thread.sleep(forTimeInterval: 0.5)
      }
    }
  }

  private static let mostLooks = 240

  /// Pages that read most, opened anew by whoever comes first after a laptop has synced.
  var heaviest: [(stop: PageStop, visitor: PageVisitor)] {
    let names = ["overview", "inbox", "review", "duplicates", "records_of_the_year"]
    return coordinatorStops.filter { names.contains($0.name) }.map { ($0, coordinator) }
      + trainerStops.filter { $0.name.hasPrefix("trainer") && $0.goal == Self.reportGoal }
      .map { ($0, trainer) }
  }

  /// What the trainer opens.
  var trainerStops: [PageStop] {
    [
      PageStop(name: "trainer", goal: Self.reportGoal, path: "/trainer"),
      PageStop(name: "trainer_modes", goal: Self.reportGoal, path: "/trainer/modes"),
      PageStop(name: "trainer_blocked", goal: Self.reportGoal, path: "/trainer/blocked"),
      PageStop(name: "trainer_samples", goal: Self.listGoal, path: "/samples"),
      PageStop(name: "trainer_training", goal: Self.listGoal, path: "/training"),
      PageStop(name: "trainer_team", goal: Self.reportGoal, path: team),
    ]
  }

  /// Lists that the coordinator takes out whole.
  var files: [(name: String, path: String)] {
    [
      ("laptops_xlsx", "/laptops.xlsx"),
      ("records_csv", "/reports/records.csv?number=counted&\(Self.year)"),
      ("records_xlsx", "/reports/records.xlsx?number=counted&\(Self.year)"),
      ("review_csv", "/review.csv?state=all"),
    ]
  }
}
