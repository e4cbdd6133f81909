import CommandLine
import FieldWork
import Replica

/// `aside show BATCH`: what a batch that is kept aside says, in words.
struct AsideShowCommand: Command {
  let context: CommandContext

  let name = ["aside", "show"]
  let abstract = BilingualText(
    vi: "nội dung một gói được giữ riêng", en: "what a batch that is kept aside says")
  let arguments = [AsideAdoptCommand.batch]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let item = try AsideSurvey(centre).item(named: invocation.requiredText("batch"))
    let entries = try centre.inspect { try $0.asideEntries(of: item.batch) }
    let language = console.language
    if console.isJSON {
      console.json([
        "aside": AsideListCommand.json(item, language),
        "entries": .array(entries.map { Self.json($0, language) }),
      ])
    } else {
      write(item, entries, to: console)
    }
    return item.batch.waits ? .needsAttention : .done
  }

  private func write(_ item: AsideSurvey.Item, _ entries: [RecordAside], to console: Console) {
    let language = console.language
    let came = Format.dateTime(LocalDateTime(milliseconds: item.batch.received.rawValue))
    console.say(
      BilingualText(
        vi: "Gói \(AsideSurvey.name(of: item.batch)) của \(item.label), tới lúc \(came): ",
        en: "Batch \(AsideSurvey.name(of: item.batch)) of \(item.label), came \(came): ")
        + AsideWords.words(of: item))
    console.write(
      Table(
        [
          .text(BilingualText(vi: "Lúc", en: "When")),
          .text(BilingualText(vi: "Người ghi", en: "Written by")),
          .text(BilingualText(vi: "Bản ghi", en: "Record")),
          .text(BilingualText(vi: "Mục", en: "Field")),
          .text(BilingualText(vi: "Đã ghi", en: "Written")),
          .text(BilingualText(vi: "Tình trạng", en: "State")),
        ],
        entries.flatMap { entry in Self.lines(entry, language) },
        empty: BilingualText(vi: "Gói không nói gì.", en: "It says nothing.")
      ).text(in: language))
    if item.batch.waits, item.outlook != .incomplete {
      console.say(AsideWords.adopting(AsideSurvey.name(of: item.batch)))
    }
  }

  /// A line for each field; the first one says of which record.
  private static func lines(_ entry: RecordAside, _ language: Language) -> [[String]] {
    let state =
      switch entry.state {
      case .waiting: BilingualText(vi: "chưa tính", en: "not counted")
      case .standing: BilingualText(vi: "đã có", en: "stands")
      case .notAdoptable:
        BilingualText(vi: "máy không có quyền ghi", en: "not for a laptop to write")
      }
    let record = entry.recordWords.text(in: language) + " " + entry.codeText
    let new = entry.isNew ? language.text(" (mới)", " (new)") : ""
    let head = [Format.dateTime(entry.time), entry.author ?? "–", record + new]
    guard !entry.writes.isEmpty else { return [head + ["", "", state.text(in: language)]] }
    return entry.writes.enumerated().map { index, write in
      (index == 0 ? head : ["", "", ""]) + [
        write.fieldWords.text(in: language),
        write.valueWords?.text(in: language) ?? language.text("(bỏ)", "(taken away)"),
        index == 0 ? state.text(in: language) : "",
      ]
    }
  }

  private static func json(_ entry: RecordAside, _ language: Language) -> JSONValue {
    [
      "record": .text(entry.recordWords.text(in: language)), "code": .text(entry.codeText),
      "new": .bool(entry.isNew), "author": .text(orNull: entry.author),
      "time": .text(entry.time.iso), "state": .text(entry.state.rawValue),
      "writes": .array(
        entry.writes.map { write in
          [
            "field": .text(write.fieldName),
            "value": .text(orNull: write.valueWords?.text(in: language)),
          ]
        }),
    ]
  }
}
