import Randomness
import SyncProtocol

/// The counts that must not get worse: bytes, statements and syncs, the same on every machine.
enum Counts {
  /// Small enough for every check, large enough that no constant decides.
  private static let operations = 20_000

  /// Measures all of them.
  static func measure(_ folder: BenchmarkFolder) throws -> Figures {
    var counts = try WireBenchmark.figures(operations: operations, folder)
    var random = SeededGenerator(seed: 1)
    let identities = try Identities(random: &random)
    let workload = Workload(
      operations: operations, batchSize: 500, replicas: identities.laptops.map(\.replica), seed: 42)
    let ours = try ReplicaContestant(
      path: folder.path("ours"), workload: workload, identities: identities)
    try ours.run()
    let plain = try PlainContestant(
      path: folder.path("plain"), workload: workload, identities: identities)
    try plain.run()
    let (measured, measuredPlain) = (try ours.measurement(), try plain.measurement())
    counts.add("store.bytes_per_row", measured.storeBytesPerRow)
    counts.add(
      "store.times_plain", measured.storeBytesPerRow / measuredPlain.storeBytesPerRow)
    counts.add("merge.statements_per_batch", measured.stepsPerBatch)
    var rounds = try RoundCounts(folder)
    for figure in try rounds.figures().all { counts.add(figure.name, figure.value) }
    return counts
  }
}
