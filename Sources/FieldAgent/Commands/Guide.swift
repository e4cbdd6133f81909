import CommandLine
import FieldWork
import Listings

/// `guide`: procedures and services by words or code; needs no home.
struct Guide: Command {
  let name = ["guide"]
  let abstract = BilingualText(
    vi: "tra cứu thủ tục: giấy tờ, thời hạn, phí", en: "look up procedures: papers, time, fee")
  let arguments: [Argument] =
    [
      .positional(
        "query",
        BilingualText(vi: "từ khóa hoặc mã thủ tục", en: "words or the code of a procedure"),
        isRequired: false, repeats: true),
      .flag(
        "sources",
        BilingualText(vi: "nguồn và giấy phép của dữ liệu", en: "sources and licences of data")),
    ] + ListPage.arguments(limit: ListPage.searchLimit)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    if invocation.flag("sources") {
      Self.saySources(console)
      return .done
    }
    let query = invocation.texts("query").joined(separator: " ")
    guard !query.isEmpty else {
      throw Failure(
        "query-missing", .userError,
        BilingualText(
          vi: "Cần từ khóa hoặc mã thủ tục, như: guide khai sinh",
          en: "Words or the code of a procedure are needed, such as: guide khai sinh"))
    }
    let language = console.language
    if let procedure = Procedures.procedure(code: query) {
      if console.isJSON {
        console.json(ListPart([procedure], of: 1, offset: 0).json("procedures", Self.json))
      } else {
        Self.say(procedure, console)
      }
      return .done
    }
    let procedures = Procedures.find(query, limit: .max)
    let services = FieldService.allCases.filter { service in
      let text = SearchFold.base(
        "\(service.rawValue) \(service.words.vietnamese) \(service.words.english)")
      return SearchFold.base(query).split(separator: " ").allSatisfy { text.contains($0) }
    }
    let part = ListPage(invocation, limit: ListPage.searchLimit)
      .part(of: procedures.map(Found.procedure) + services.map(Found.service))
    part.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Thủ tục", en: "Procedure")),
          .text(BilingualText(vi: "Thời hạn", en: "Time")),
          .number(BilingualText(vi: "Giấy tờ", en: "Papers")),
        ],
        part.elements.map { $0.cells(language) },
        empty: BilingualText(
          vi: "Không có thủ tục nào khớp; hãy thử ít từ hơn.",
          en: "No procedure matches; try fewer words.")),
      json: "procedures"
    ) { $0.json }
    return .done
  }

  /// Where procedures, places and holidays come from, as their licences ask to tell.
  private static func saySources(_ console: Console) {
    guard console.isJSON else { return console.write(ReferenceAttribution.text + "\n") }
    console.json([
      "sources": .array(
        ReferenceAttribution.sources.map {
          [
            "data": .text($0.data), "name": .text($0.name),
            "copyright": .array($0.copyright.map { .text($0) }),
          ]
        }),
      "licence": .text(ReferenceAttribution.licence),
      "procedures": .text(ReferenceAttribution.procedures),
    ])
  }

  /// What is found: procedures first.
  private enum Found {
    case procedure(Procedure)
    case service(FieldService)

    func cells(_ language: Language) -> [String] {
      switch self {
      case .procedure(let procedure):
        [
          procedure.code, procedure.name(language).shortened(),
          procedure.term?.label(language) ?? "–",
          procedure.documentCount.map(String.init) ?? "–",
        ]
      case .service(let service):
        [service.rawValue, service.words.text(in: language), "–", "–"]
      }
    }

    var json: JSONValue {
      switch self {
      case .procedure(let procedure): Guide.json(procedure)
      case .service(let service):
        [
          "code": .text(service.rawValue), "name": .text(service.words.vietnamese),
          "name_english": .text(service.words.english), "kind": "service",
        ]
      }
    }
  }

  private static func say(_ procedure: Procedure, _ console: Console) {
    let language = console.language
    let unknown = BilingualText(vi: "không có trong dữ liệu", en: "not on file")
    func line(_ label: BilingualText, _ value: String?) {
      console.say(
        BilingualText(
          vi: "\(label.vietnamese): \(value ?? unknown.vietnamese)",
          en: "\(label.english): \(value ?? unknown.english)"))
    }
    func channels(_ list: [ProcedureChannel]) -> String {
      list.map { $0.label(language) }.joined(separator: ", ")
    }
    let times = procedure.times.map { "\($0.value.label(language)) (\(channels($0.channels)))" }
    let fees = procedure.fees.map { "\($0.value) (\(channels($0.channels)))" }
    console.write("\(procedure.code)  \(procedure.name(language))\n")
    line(BilingualText(vi: "Lĩnh vực", en: "Sector"), procedure.sector)
    line(BilingualText(vi: "Cách nộp", en: "Channels"), channels(procedure.channels))
    line(
      BilingualText(vi: "Dịch vụ công", en: "Online service"),
      procedure.serviceLevel.label(language))
    line(
      BilingualText(vi: "Thời hạn", en: "Time limit"),
      times.isEmpty ? nil : times.joined(separator: "; "))
    line(
      BilingualText(vi: "Phí, lệ phí", en: "Fee"), fees.isEmpty ? nil : fees.joined(separator: "; ")
    )
    line(
      BilingualText(vi: "Số giấy tờ", en: "Documents"), procedure.documentCount.map(String.init))
    line(BilingualText(vi: "Cơ quan", en: "Agency"), procedure.agency)
    line(BilingualText(vi: "Đường dẫn", en: "Link"), procedure.sourceURL)
    line(
      BilingualText(vi: "Thông tin tính đến", en: "As of"),
      "\(procedure.asOfLabel) (\(Procedure.source))")
  }

  fileprivate static func json(_ procedure: Procedure) -> JSONValue {
    func channels(_ list: [ProcedureChannel]) -> JSONValue {
      .array(list.map { .text($0.rawValue) })
    }
    return [
      "code": .text(procedure.code), "name": .text(procedure.name),
      "name_english": .text(orNull: procedure.nameEnglish), "kind": "procedure",
      "sector": .text(procedure.sector), "channels": channels(procedure.channels),
      "service_level": .text(procedure.serviceLevel.rawValue),
      "times": .array(
        procedure.times.map {
          ["channels": channels($0.channels), "time": .text($0.value.label(.vietnamese))]
        }),
      "fees": .array(
        procedure.fees.map { ["channels": channels($0.channels), "fee": .text($0.value)] }),
      "documents": .integer(orNull: procedure.documentCount),
      "term": .text(orNull: procedure.term?.description),
      "agency": .text(procedure.agency), "link": .text(orNull: procedure.sourceURL),
      "as_of": .text(procedure.asOfLabel), "source": .text(Procedure.source),
    ]
  }
}
