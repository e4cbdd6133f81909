import SyncProtocol

extension Store {
  /// Answers several requests, each as if it had come alone and in this order, under one COMMIT.
  ///
  /// A request that cannot be believed gets its PROBLEM and changes nothing for the others. Errors of
  /// the disk are thrown: then nothing of any of them was kept.
  package func answer(_ requests: [[UInt8]], clock: ClockReading) throws -> [Answer] {
    defer { carryOutLinks(clock: clock) }
    return try transaction { try requests.map { try answer($0, clock: clock) } }
  }
}
