import CommandLine
import FieldWork
import Listings
import Replica

/// `guide`: procedures and services by words or code. It needs no home and no password; on an enrolled
/// laptop that is open it adds what the centre keeps: its services, the limits of the commune, what to
/// bring.
struct Guide: LaptopCommand {
  let surroundings: Surroundings
  let name = ["guide"]
  let abstract = BilingualText(
    vi: "tra cứu thủ tục: giấy tờ, thời hạn, phí", en: "look up procedures: papers, time, fee")
  let arguments: [Argument] =
    [
      .positional(
        "query",
        BilingualText(vi: "từ khóa hoặc mã thủ tục", en: "words or the code of a procedure"),
        isRequired: false, repeats: true),
      .option(
        "unit", "CODE",
        BilingualText(
          vi: "xã hoặc tỉnh khác, thay cho xã của máy này",
          en: "another commune or province than this laptop's"), maximumBytes: 20),
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
    let shelf = try shelf(invocation, console)
    if let guide = try shelf.guide(to: query) {
      if console.isJSON {
        console.json(ListPart([guide], of: 1, offset: 0).json("procedures") { $0.json })
      } else {
        Self.say(guide, console)
      }
      return .done
    }
    let part = ListPage(invocation, limit: ListPage.searchLimit).part(of: shelf.book.find(query))
    let guides = ListPart(
      try part.elements.compactMap { try shelf.guide(to: $0.code) }, of: part.total,
      offset: part.offset)
    guides.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Thủ tục, dịch vụ", en: "Procedure or service")),
          .text(BilingualText(vi: "Thời hạn", en: "Time")),
          .number(BilingualText(vi: "Giấy tờ", en: "Papers")),
        ],
        guides.elements.map { $0.cells(console.language) },
        empty: BilingualText(
          vi: "Không có thủ tục, dịch vụ nào khớp; hãy thử ít từ hơn.",
          en: "No procedure or service matches; try fewer words.")),
      json: "procedures"
    ) { $0.json }
    return .done
  }

  /// Where a guide is looked up: on an enrolled laptop, or in what the program brings.
  private struct Shelf {
    let book: ServiceBook
    let records: FieldStore?
    let units: [ServiceGuide.Unit]
    let day: LocalDate

    static var shipped: Shelf { Shelf(book: .shipped, records: nil, units: [], day: .latest) }

    func guide(to code: String) throws -> ServiceGuide? {
      try records?.reader.guide(to: code, of: units, on: day) ?? ServiceGuide(shipped: code)
    }
  }

  private func shelf(_ invocation: Invocation, _ console: Console) throws -> Shelf {
    let asked = invocation.text("unit")
    do {
      let records = try laptopToRead(invocation, console).records
      let day = try records.knowledge(of: surroundings.clock()).today
      let units =
        try asked.map { [try records.reader.unit(try Self.unit($0), on: day)] }
        ?? records.ownUnits(on: day)
      return Shelf(
        book: try records.reader.serviceBook(), records: records, units: units, day: day)
    } catch AgentError.notEnrolled, AgentError.homeUnknown {
      return .shipped
    } catch AgentError.locked where asked == nil {
      // What the program brings is nobody's secret.
      console.note(
        BilingualText(
          vi: "Máy đang khóa: đây là dữ liệu có sẵn trong chương trình. Gõ mật khẩu để thấy cả "
            + "thời hạn của xã và giấy tờ mà trung tâm ghi.",
          en: "The laptop is locked: this is what the program brings. With a password you also see "
            + "the limits of the commune and the papers that the centre keeps."))
      return .shipped
    }
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

  /// The code of a commune or province that somebody typed.
  private static func unit(_ text: String) throws -> String {
    if let code = Communes.commune(code: text)?.code ?? Provinces.province(code: text)?.code {
      return code
    }
    throw FieldError.invalid([FieldProblem("unit", .unknownCommune(text))])
  }

  private static func say(_ guide: ServiceGuide, _ console: Console) {
    let language = console.language
    func line(_ label: BilingualText, _ value: BilingualText?) {
      let value = value ?? ServiceGuide.notOnFile
      console.say(label + BilingualText(same: ": ") + value)
    }
    console.write("\(guide.entry.code)  \(guide.entry.name.text(in: language))\n")
    if let lapse = guide.lapse {
      console.say(lapse.sentence)
    }
    if let dispute = guide.dispute { console.say(dispute) }
    for fact in guide.lines { line(fact.label, fact.value) }
    if let procedure = guide.shipped {
      line(
        BilingualText(vi: "Đường dẫn", en: "Link"),
        procedure.sourceURL.map { BilingualText(same: $0) })
      line(
        BilingualText(vi: "Thông tin tính đến", en: "As of"),
        BilingualText(same: "\(procedure.asOfLabel) (\(Procedure.source))"))
    }
    guard !guide.checklist.items.isEmpty else { return console.say(Checklist.missing) }
    console.say(BilingualText(vi: "Giấy tờ cần mang:", en: "What to bring:"))
    for item in guide.checklist.items {
      let remark =
        item.isAlwaysNeeded
        ? BilingualText(same: "") : BilingualText(same: " ") + Checklist.whereItApplies
      console.say(BilingualText(same: "  – ") + item.words + remark)
    }
    if let written = guide.checklist.writtenWords { console.say(written) }
  }
}

extension ServiceGuide {
  /// The limit that a list shows: the commune's, else the law's.
  private var term: Term? {
    offers.first?.procedure.limit?.term ?? shipped?.term
  }

  fileprivate func cells(_ language: Language) -> [String] {
    [
      entry.code, entry.name.text(in: language).shortened(), term?.label(language) ?? "–",
      shipped?.documentCount.map(String.init) ?? "–",
    ]
  }

  /// What the portal said of a procedure stands beside what the centre keeps of it, never in its
  /// place.
  fileprivate var json: JSONValue {
    let english = entry.name.english
    let common: [JSONValue.Member] = [
      .init("code", .text(entry.code)), .init("name", .text(entry.name.vietnamese)),
      .init("name_english", .text(orNull: english == entry.name.vietnamese ? nil : english)),
      .init("kind", .text(entry.isProcedure ? "procedure" : "service")),
      .init("sector", .text(orNull: sector)),
      .init("lapse", .text(orNull: lapse?.sentence.vietnamese)),
      .init("disputed", .bool(dispute != nil)),
      .init("checklist", .array(checklist.items.map(Self.json))),
      .init("checklist_written", .text(orNull: checklist.written?.iso)),
      .init("offers", .array(offers.map(Self.json))),
    ]
    return .object(common + (shipped.map(Self.portalFacts) ?? []))
  }

  private static func json(_ item: Checklist.Item) -> JSONValue {
    [
      "text": .text(item.words.vietnamese), "text_en": .text(item.words.english),
      "needed": .bool(item.isAlwaysNeeded),
    ]
  }

  private static func json(_ offer: Offer) -> JSONValue {
    func limit(_ entry: ProcessingLimits.Entry?) -> JSONValue {
      guard let entry else { return .null }
      return ["term": .text(entry.term.description), "source": .text(entry.source)]
    }
    return [
      "unit": .text(orNull: offer.unit?.code), "unit_name": .text(orNull: offer.unit?.name),
      "statutory_limit": limit(offer.procedure.statutoryLimit),
      "local_limit": limit(offer.procedure.localLimit),
      "fee": .integer(orNull: offer.procedure.versions.lazy.compactMap(\.fee).first),
      "service_level": .text(orNull: offer.procedure.serviceLevel?.name),
    ]
  }

  private static func portalFacts(_ procedure: Procedure) -> [JSONValue.Member] {
    func channels(_ list: [ProcedureChannel]) -> JSONValue {
      .array(list.map { .text($0.rawValue) })
    }
    return [
      .init("channels", channels(procedure.channels)),
      .init("service_level", .text(procedure.serviceLevel.rawValue)),
      .init(
        "times",
        .array(
          procedure.times.map {
            ["channels": channels($0.channels), "time": .text($0.value.label(.vietnamese))]
          })),
      .init(
        "fees",
        .array(
          procedure.fees.map { ["channels": channels($0.channels), "fee": .text($0.value)] })),
      .init("documents", .integer(orNull: procedure.documentCount)),
      .init("term", .text(orNull: procedure.term?.description)),
      .init("agency", .text(procedure.agency)), .init("link", .text(orNull: procedure.sourceURL)),
      .init("as_of", .text(procedure.asOfLabel)), .init("source", .text(Procedure.source)),
    ]
  }
}
