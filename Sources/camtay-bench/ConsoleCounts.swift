import SyncServer

/// What the centre's pages cost in steps of statements, on a small province: gated, where seconds are
/// only told.
struct ConsoleCounts {
  private static let laptops = 4
  private static let visits = 800
  private let folder: BenchmarkFolder

  init(_ folder: BenchmarkFolder) { self.folder = folder }

  /// Steps of each page once everything is compiled and remembered.
  func figures() throws -> Figures {
    let province = try ProvinceCentre(
      in: "\(folder.path)/province", laptops: Self.laptops, visits: Self.visits, progress: { _ in })
    let server = try CentreServer(province.centre, port: 0)
    try server.start()
    defer { server.stop() }
    let walk = try ConsoleWalk(province, server)
    var figures = Figures()
    for (visitor, stops) in [
      (walk.coordinator, walk.coordinatorStops + walk.furtherStops),
      (walk.trainer, walk.trainerStops),
    ] {
      for stop in stops {
        guard let counts = try stop.counts(visitor) else { continue }
        figures.add("console.\(stop.name)_steps", counts.steps)
      }
    }
    return figures
  }
}
