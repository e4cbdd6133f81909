import FieldAgent

/// What the laptop's pages cost in steps of statements and in bytes, on a small commune: gated, where
/// seconds are only told.
struct PageCounts {
  private static let residents = 1_200
  private static let rows = 12_000
  private let folder: BenchmarkFolder

  init(_ folder: BenchmarkFolder) { self.folder = folder }

  /// Steps and bytes of each page once everything is compiled and remembered.
  func figures() throws -> Figures {
    let laptop = try CommuneLaptop(in: folder.path, residents: Self.residents, rows: Self.rows)
    let server = LaptopServer(laptop.home, laptop.surroundings, port: 0)
    try server.start()
    defer { server.stop() }
    let visitor = try UnlockedLaptop(server).visitor
    let walk = try PageWalk(laptop, visitor, run: 0)
    var figures = Figures()
    for stop in walk.stops {
      guard let counts = try stop.counts(visitor) else { continue }
      figures.add("page.\(stop.name)_steps", counts.steps)
      if counts.bytes > 0 { figures.add("page.\(stop.name)_bytes", Double(counts.bytes)) }
    }
    return figures
  }
}
