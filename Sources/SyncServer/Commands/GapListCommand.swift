import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// `gap list`: batches that are missing while others wait for them.
struct GapListCommand: Command {
  let context: CommandContext

  let name = ["gap", "list"]
  let abstract = BilingualText(
    vi: "những gói còn thiếu mà gói khác đang chờ", en: "missing batches that others wait for")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let holds = try centre.inspect { try $0.store.holds() }
    let labels = Dictionary(
      try centre.laptops().map { ($0.replica, $0.label) }, uniquingKeysWith: { first, _ in first })
    let now = context.surroundings.clock().wall
    func label(_ replica: ReplicaID) -> String { labels[replica] ?? "#\(replica.rawValue)" }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Gói", en: "Batch")),
          .text(BilingualText(vi: "Máy đã ghi", en: "Written by")),
          .text(BilingualText(vi: "Đang chờ", en: "Who waits")),
          .number(BilingualText(vi: "Thao tác", en: "Operations")),
          .text(BilingualText(vi: "Từ lúc", en: "Since")),
          .text(BilingualText(vi: "Cần xem", en: "Look")),
        ],
        holds.map { hold in
          [
            GapArguments.name(of: hold), label(hold.missing.replica),
            hold.waiting.map(label).joined(separator: ", "), String(hold.operations),
            Format.dateTime(LocalDateTime(milliseconds: hold.since.rawValue)),
            hold.isIncident(at: now) ? "✓" : "",
          ]
        },
        empty: BilingualText(vi: "Không thiếu gói nào.", en: "No batch is missing.")),
      json: .array(
        holds.map { hold in
          [
            "batch": .text(GapArguments.name(of: hold)),
            "laptop": .integer(Int64(hold.missing.replica.rawValue)),
            "sequence": .integer(Int64(clamping: hold.missing.sequence)),
            "scope": .text(String(hold.scope.rawValue)),
            "waiting": .array(hold.waiting.map { .integer(Int64($0.rawValue)) }),
            "operations": .integer(hold.operations),
            "since": .text(LocalDateTime(milliseconds: hold.since.rawValue).iso),
            "incident": .bool(hold.isIncident(at: now)),
          ]
        }))
    let isIncident = holds.contains { $0.isIncident(at: now) }
    if isIncident, !console.isJSON {
      console.say(
        BilingualText(
          vi: "Trước hết hãy gửi nhận với máy đã ghi gói thiếu và mọi máy đã gặp nó. Chỉ khi không "
            + "còn máy nào có: camtay-server gap declare GÓI --by TÊN.",
          en: "First sync the laptop that wrote the missing batch, and every laptop that met it. "
            + "Only when none has it any more: camtay-server gap declare BATCH --by NAME."))
    }
    return isIncident ? .needsAttention : .done
  }
}

/// How people name missing batches.
enum GapArguments {
  /// Characters of a hash that people type.
  private static let nameLength = 16

  /// The beginning of the hash.
  static func name(of hold: Hold) -> String {
    String(hold.missing.hash.hexadecimal.prefix(nameLength))
  }

  /// The missing batch that a typed beginning of a hash means.
  /// - Throws: `ReplicaError.notMissing` for none and for several.
  static func hold(_ text: String, among holds: [Hold]) throws -> Hold {
    let found = holds.filter {
      text.utf8.count >= 8 && $0.missing.hash.hexadecimal.hasPrefix(text)
    }
    guard let hold = found.first, found.count == 1 else { throw ReplicaError.notMissing }
    return hold
  }
}
