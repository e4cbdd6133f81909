import Randomness
import SyncProtocol

/// The counts that must not get worse: bytes, statements and syncs, the same on every machine.
enum Counts {
  /// Small enough for every check, large enough that no constant decides.
  private static let operations = 20_000

  /// Measures all of them.
  static func measure(_ folder: BenchmarkFolder) throws -> Figures {
    var counts = try WireBenchmark.figures(operations: operations, folder)
    for figure in try stores(folder, isSealed: false).all { counts.add(figure.name, figure.value) }
    for figure in try stores(folder, isSealed: true).all { counts.add(figure.name, figure.value) }
    var rounds = try RoundCounts(folder)
    for figure in try rounds.figures().all { counts.add(figure.name, figure.value) }
    var many = try RoundCounts(folder, scopes: 50)
    counts.add("round.idle_bytes_50_scopes", try many.idleBytes())
    var carried = try CarriedCounts(folder)
    for figure in try carried.figures().all { counts.add(figure.name, figure.value) }
    for figure in try VisitCounts(folder).figures().counts.all {
      counts.add(figure.name, figure.value)
    }
    for figure in try PageCounts(folder).figures().all { counts.add(figure.name, figure.value) }
    for figure in try ConsoleCounts(folder).figures().all { counts.add(figure.name, figure.value) }
    return counts
  }

  /// What the same rows take in a store and in plain SQLite.
  private static func stores(_ folder: BenchmarkFolder, isSealed: Bool) throws -> Figures {
    var random = SeededGenerator(seed: 1)
    let identities = try Identities(random: &random)
    let workload = Workload(
      operations: operations, batchSize: 500, replicas: identities.laptops.map(\.replica), seed: 42,
      isSealed: isSealed)
    let name = isSealed ? "encrypted_" : ""
    let ours = try ReplicaContestant(
      path: folder.path("\(name)ours"), workload: workload, identities: identities)
    try ours.run()
    let plain = try PlainContestant(
      path: folder.path("\(name)plain"), workload: workload, identities: identities)
    try plain.run()
    let (measured, measuredPlain) = (try ours.measurement(), try plain.measurement())
    var figures = Figures()
    figures.add("store.\(name)bytes_per_row", measured.storeBytesPerRow)
    figures.add(
      "store.\(name)times_plain", measured.storeBytesPerRow / measuredPlain.storeBytesPerRow)
    if !isSealed { figures.add("merge.statements_per_batch", measured.stepsPerBatch) }
    return figures
  }
}
