import CommandLine
import Randomness
import Replica
import SyncProtocol

/// `camtay-bench wire`: bytes an edit as it travels, and bytes an operation in the log.
struct WireBenchmark: Command {
  let name = ["wire"]
  let abstract = BilingualText(
    vi: "Đo số byte mỗi lần sửa trên đường truyền và trong nhật ký",
    en: "Measure the bytes of an edit on the wire and of an operation in the log")
  let arguments: [Argument] = [
    .option(
      "rows", "N", BilingualText(vi: "số thao tác (mặc định 60000)", en: "operations (60000)"),
      kind: .integer(1_000...10_000_000)),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    try Self.figures(operations: Int(invocation.integer("rows") ?? 60_000), folder)
      .write(to: console)
    return .done
  }

  /// Edits are measured apart from creates, which carry ten fields of random text.
  static func figures(operations: Int, _ folder: BenchmarkFolder) throws -> Figures {
    var random = SeededGenerator(seed: 1)
    let identities = try Identities(random: &random)
    let replicas = identities.laptops.map(\.replica)
    var figures = Figures()
    for batchSize in [500, 50] {
      let edits = Workload(
        operations: operations, batchSize: batchSize, replicas: replicas, seed: 42,
        creates: operations / 2)
      figures.add(
        "wire.edit_bytes_\(batchSize)",
        try ClosedWorkload(edits, identities).bytesPerOperation(editsOnly: true))
    }
    let sealed = Workload(
      operations: operations, batchSize: 500, replicas: replicas, seed: 42,
      creates: operations / 2, isSealed: true)
    figures.add(
      "wire.encrypted_edit_bytes_500",
      try ClosedWorkload(sealed, identities).bytesPerOperation(editsOnly: true))
    let mixed = Workload(
      operations: operations, batchSize: 500, replicas: replicas, seed: 42)
    let contestant = try ReplicaContestant(
      path: folder.path("wire"), workload: mixed, identities: identities)
    figures.add("wire.mixed_bytes_500", contestant.closed.bytesPerOperation(editsOnly: false))
    try contestant.run()
    let measured = try contestant.measurement()
    figures.add("log.bytes_per_operation", measured.logBytesPerOperation)
    return figures
  }
}
