import CommandLine
import Randomness
import SyncProtocol

/// `camtay-bench workload`: the edits of the wire benchmark as lines of JSON, for other engines.
struct WorkloadCommand: Command {
  let name = ["workload"]
  let abstract = BilingualText(
    vi: "In các lần sửa được đo, cho phần mềm khác",
    en: "Print the edits that are measured, for other engines")
  let arguments: [Argument] = [
    .option(
      "rows", "N", BilingualText(vi: "số thao tác (mặc định 20000)", en: "operations (20000)"),
      kind: .integer(1_000...10_000_000)),
    .option(
      "batch", "N",
      BilingualText(vi: "thao tác mỗi lô (mặc định 500)", en: "operations a batch (500)"),
      kind: .integer(1...1_000)),
  ]

  /// A line is a batch, an array of [row, 1 if it is created, {column: value}].
  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let operations = Int(invocation.integer("rows") ?? 20_000)
    var random = SeededGenerator(seed: 1)
    let workload = Workload(
      operations: operations, batchSize: Int(invocation.integer("batch") ?? 500),
      replicas: try Identities(random: &random).laptops.map(\.replica), seed: 42,
      creates: operations / 2)
    for batch in workload.batches {
      console.write("\(JSONValue.array(batch.map(Self.line)).compactText)\n")
    }
    return .done
  }

  private static func line(_ operation: Operation) -> JSONValue {
    let fields = operation.writes.map { write in
      JSONValue.Member(Workload.table[write.field]?.name ?? "", json(write.value))
    }
    return .array([
      .integer(operation.row.rawValue), .integer(operation.isCreate ? 1 : 0), .object(fields),
    ])
  }

  private static func json(_ value: Value?) -> JSONValue {
    switch value {
    case .integer(let integer): .integer(integer)
    case .text(let text): .text(text)
    case .bytes, .sealed, .erased, .unset, nil: .null
    }
  }
}
