import Replica

extension SyncTurn {
  /// The turn of a home, once a sync that has it has ended; nil where that lasts longer than so many
  /// seconds, or somebody asks to stop.
  static func awaited(
    _ home: HomeFolder, seconds: Int, shouldStop: () -> Bool = { false }
  ) throws -> SyncTurn? {
    for second in 0...seconds {
      if let turn = try SyncTurn(home) { return turn }
      if shouldStop() { return nil }
      if second < seconds { SyncRounds.wait(seconds: 1) }
    }
    return nil
  }
}
