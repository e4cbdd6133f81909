import CommandLine
import FieldWork
import Replica

/// `aside list`: what the centre keeps aside, because other operations stand under its dots.
struct AsideListCommand: Command {
  let context: CommandContext

  let name = ["aside", "list"]
  let abstract = BilingualText(
    vi: "những gói được giữ riêng vì dữ liệu máy bị chép hoặc đưa về bản cũ",
    en: "batches kept aside, because a laptop's data were copied or put back")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let items = try AsideSurvey(context.centre(invocation)).items
    let language = console.language
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Gói", en: "Batch")),
          .text(BilingualText(vi: "Máy đã ghi", en: "Written by")),
          .text(BilingualText(vi: "Tới lúc", en: "Came")),
          .number(BilingualText(vi: "Thao tác", en: "Operations")),
          .number(BilingualText(vi: "Chưa tính", en: "Not counted")),
          .text(BilingualText(vi: "Tình trạng", en: "State")),
        ],
        items.map { item in
          [
            AsideSurvey.name(of: item.batch), item.label,
            Format.dateTime(LocalDateTime(milliseconds: item.batch.received.rawValue)),
            String(item.batch.entries.count), String(item.batch.waitingCount),
            AsideWords.words(of: item).text(in: language),
          ]
        },
        empty: BilingualText(vi: "Không có gói nào được giữ riêng.", en: "Nothing is kept aside.")),
      json: .array(items.map { Self.json($0, language) }))
    let waiting = items.filter(\.batch.waits)
    if let first = waiting.first, !console.isJSON {
      console.say(
        BilingualText(
          vi: "Xem nội dung: camtay-server aside show \(AsideSurvey.name(of: first.batch))",
          en: "See what it says: camtay-server aside show \(AsideSurvey.name(of: first.batch))"))
    }
    return waiting.isEmpty ? .done : .needsAttention
  }

  /// A batch with stable keys.
  static func json(_ item: AsideSurvey.Item, _ language: Language) -> JSONValue {
    let batch = item.batch
    return [
      "batch": .text(AsideSurvey.name(of: batch)),
      "laptop": .integer(Int64(batch.replica.rawValue)), "label": .text(item.label),
      "sequence": .integer(Int64(clamping: batch.sequence)),
      "scope": .text(String(batch.scope.rawValue)),
      "closed": .text(LocalDateTime(milliseconds: batch.closed.rawValue).iso),
      "received": .text(LocalDateTime(milliseconds: batch.received.rawValue).iso),
      "operations": .integer(Int64(batch.entries.count)),
      "not_counted": .integer(Int64(batch.waitingCount)),
      "state": .text(item.outlook.rawValue),
      "message": .text(AsideWords.words(of: item).text(in: language)),
      "missing_from": .array(item.missing.map { .text($0) }),
      "adopted_by": .text(orNull: batch.adoption?.person),
      "adopted_at": .text(
        orNull: batch.adoption.map { LocalDateTime(milliseconds: $0.time.rawValue).iso }),
      "note": .text(orNull: batch.adoption?.note),
    ]
  }
}
