import Replica

/// What goes on beside the pages, each on a thread of its own.
struct LaptopWork: Sendable {
  /// Sends and receives.
  let sync: BackgroundSync
  /// Packs onto sticks, takes in from them, and updates the program.
  let sticks: StickWork
  /// Meets other laptops.
  let neighbours: NeighbourWork

  /// - Parameter desktop: where the program lies that may be updated.
  init(
    _ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench,
    desktop: Desktop = .none
  ) {
    sync = BackgroundSync(home, surroundings, bench)
    sticks = StickWork(home, surroundings, bench, desktop)
    neighbours = NeighbourWork(home, surroundings, bench)
  }

  /// Begins.
  ///
  /// - Parameter alongside: what else has to be done in time.
  func start(alongside: @escaping @Sendable () -> Void) {
    sticks.start()
    neighbours.start()
    sync.start(alongside: alongside)
  }

  /// Begins nothing more. A round that waits for the network is left to itself.
  func stop() {
    sync.stop()
    sticks.stop()
    neighbours.stop()
  }
}
