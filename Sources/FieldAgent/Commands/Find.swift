import CommandLine
import FieldWork
import Listings
import Replica

/// `find`: households and residents by name with or without marks, Telex, phone, id, address, and by
/// any code that is about them.
struct Find: LaptopCommand {
  let surroundings: Surroundings
  let name = ["find"]
  let abstract = BilingualText(
    vi: "tìm hộ và người dân theo tên (có dấu hay không dấu), số, địa chỉ, mã hồ sơ, số biên lai",
    en: "find households and residents by name, number, address, dossier code or receipt")
  let arguments: [Argument] =
    [
      .positional(
        "query",
        BilingualText(
          vi: "tên, số điện thoại, 4 số cuối, địa chỉ, mã, mã hồ sơ hoặc số biên lai",
          en: "name, phone, last 4, address, code, dossier code or receipt number"),
        repeats: true)
    ] + ListPage.arguments(limit: ListPage.searchLimit)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let records = laptop.records
    let page = ListPage(invocation, limit: ListPage.searchLimit)
    let found = try laptop.find(
      invocation.texts("query").joined(separator: " "), limit: page.limit, offset: page.offset)
    let part = page.part(
      try found.lines.map { ($0, try Self.whereabouts(of: $0, records.reader)) }, of: found.total)
    if let note = found.note, !console.isJSON { console.note(note) }
    part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")), .text(BilingualText(vi: "Tên", en: "Name")),
          .text(BilingualText(vi: "Sinh", en: "Born")),
          .text(BilingualText(vi: "Hộ", en: "Household")),
          .text(BilingualText(vi: "Thôn", en: "Hamlet")),
          .text(BilingualText(vi: "Địa chỉ", en: "Address")),
          .text(BilingualText(vi: "Thăm gần nhất", en: "Last visit")),
          .text(BilingualText(vi: "Lưu ý", en: "Remarks")),
        ],
        part.elements.map { line, moved in
          [
            line.found.code, line.found.name, line.birthYear.map(String.init) ?? "",
            line.householdName ?? "", line.hamlet ?? "", line.address ?? "",
            line.lastVisit.map(Format.date) ?? "",
            [line.through, moved?.words.text(in: console.language)].compactMap(\.self)
              .joined(separator: " · "),
          ]
        },
        empty: BilingualText(
          vi: "Không tìm thấy trên máy này. Có thể thêm mới: camtay household add.",
          en: "Nothing found on this laptop. To add it: camtay household add.")),
      json: "found"
    ) { line, moved in
      [
        "kind": .text(line.found.kind), "code": .text(line.found.code),
        "id": .text(line.found.id), "name": .text(line.found.name),
        "birth_year": .integer(orNull: line.birthYear),
        "household_name": .text(orNull: line.householdName),
        "hamlet": .text(orNull: line.hamlet), "address": .text(orNull: line.address),
        "last_visit": .text(orNull: line.lastVisit?.iso),
        "level": .text(line.level.map { "\($0)" } ?? "code"),
        "through": .text(orNull: line.through),
        "moved": .bool(moved != nil), "moved_to": .text(orNull: moved?.code),
      ]
    }
    return .done
  }

  /// Where a household or a resident went that is not here any more.
  private static func whereabouts(
    of line: RecordSearch.Line, _ reader: RecordReader
  ) throws -> MovedRecord? {
    switch line.found {
    case .household(let household): try reader.moved(household.id, .household)
    case .resident(let resident): try reader.moved(resident.id, .resident)
    }
  }
}

extension RecordSearch.Found {
  fileprivate var kind: String {
    switch self {
    case .household: "household"
    case .resident: "resident"
    }
  }

  fileprivate var code: String {
    switch self {
    case .household(let household): household.codeText
    case .resident(let resident): resident.codeText
    }
  }

  fileprivate var id: String {
    switch self {
    case .household(let household): String(household.id.rawValue)
    case .resident(let resident): String(resident.id.rawValue)
    }
  }

  fileprivate var name: String {
    switch self {
    case .household(let household): household.name ?? ""
    case .resident(let resident): resident.fullName ?? ""
    }
  }
}
