import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The records behind a number of a report: codes, days, places and why each counts or not, and
/// nobody's name.
struct ReportRecordsPage {
  static let path = "/reports/records"
  private static let numberName = "number"
  private static let reasonName = "reason"
  private static let dayName = "day"

  static let routes =
    [PageRoute(.get, path, access: .overview) { try ReportRecordsPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .overview) { request, format in
      try ReportRecordsPage(request).file(format)
    }

  static func item(number: CountedNumber) -> NamedValues.Item {
    NamedValues.Item(name: numberName, value: number.rawValue)
  }

  static func item(reason: CountReason) -> NamedValues.Item {
    NamedValues.Item(name: reasonName, value: reason.rawValue)
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let question: ReportQuestion
  private let number: CountedNumber
  private let query: CountQuery

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    reached = try request.reached()
    // Numbers lead here; what is not understood must not open the records of more than was pressed.
    try ReportQuestion.check(
      request.http.query,
      beside: [Self.numberName, Self.reasonName] + ListChoice.names,
      today: request.today)
    if let typed = request.http.query[Self.numberName], CountedNumber(rawValue: typed) == nil {
      throw ProgramProblem.parameter(
        Self.numberName, CountedNumber.allCases.map(\.rawValue).joined(separator: ", "))
    }
    question = ReportQuestion(request.http.query, today: request.today)
    number =
      request.http.query[Self.numberName].flatMap(CountedNumber.init(rawValue:)) ?? .counted
    query = question.query(within: reached)
  }

  private var subject: [NamedValues.Item] { question.items + [Self.item(number: number)] }

  /// The lines of one page of the list, with what must be known about them.
  private struct Shown: Sendable {
    var records: [RecordLine] = []
    var persons: [PersonLine] = []
    var total = 0
    var all = 0
    /// Whether it is disputed how many there are.
    var isRange = false
    var facts: [Fact] = []
  }

  private func page() throws -> HTTPResponse {
    let shown = try request.centre.read(shown)
    let strip = try request.strip(of: question.choice.period, within: reached)
    var frame = request.frame(ReportWords.records)
    frame.lead =
      reached.words.map { ReportWords.noNames + BilingualText(same: " ") + $0 }
      ?? ReportWords.noNames
    // What was pressed was one group of a report about more.
    let report = question.without(question.dimensions)
    return .html(
      frame.page {
        element("p") {
          element("a", ["href": report.address(CountReportPage.path)]) {
            ReportWords.back.text(in: language)
          }
        }
        strip
        factList(
          shown.facts.map { ($0.label, .text($0.words.text(in: language))) }, language)
        panel(id: "records") { table(shown) }
      })
  }

  private func table(_ shown: Shown) -> HTML {
    let files = ListFileFormat.links(of: Self.path)
    let query = request.http.query
    guard number == .residents else {
      return recordList.html(
        PageList.Part(rows: shown.records, total: shown.total, all: shown.all),
        recordList.choice(query), files: files, language)
    }
    return personList.html(
      PageList.Part(rows: shown.persons, total: shown.total, all: shown.all),
      personList.choice(query), note: shown.isRange ? ReportWords.range : nil, files: files,
      language)
  }

  /// Reads what one page shows: of the other records their rows alone are known.
  private func shown(_ reader: RecordReader) throws -> Shown {
    let lines = ReportLines(reader, query.frame)
    var shown = Shown()
    shown.facts = try facts(reader)
    if number == .residents {
      let persons = try reader.countedPersons(in: query)
      // The codes of those alone that are shown.
      let part = personList.part(
        of: persons.map { PersonLine(person: $0, code: "") },
        personList.choice(request.http.query))
      shown.persons = try part.rows.map { try lines.line(of: $0.person) }
      (shown.total, shown.all) = (part.total, part.all)
      shown.isRange = try isRange(reader)
      return shown
    }
    let choice = recordList.choice(request.http.query)
    guard reaches else { return shown }
    let rows = try request.centre.recordShelf.rows(of: number, in: query, reader)
    let part = rows.page(
      reason(choice), isDescending: isDescending(choice), offset: choice.offset,
      limit: ListChoice.rowsPerPage)
    shown.records = try reader.countedRecords(part.rows, of: number).map(lines.line)
    (shown.total, shown.all) = (part.total, rows.count)
    return shown
  }

  /// What is in no period has no place either: it is the whole centre's.
  private var reaches: Bool { number != .undated || reached.isEverything }

  private func isDescending(_ choice: ListChoice) -> Bool {
    choice.order == Self.dayName && choice.isDescending
  }

  private func forEach(
    _ reader: RecordReader, _ choice: ListChoice, _ body: (CountedRecord) throws -> Void
  ) throws {
    guard reaches else { return }
    try reader.forEachRecord(
      of: number, in: query, isDescending: isDescending(choice), body)
  }

  private func reason(_ choice: ListChoice) -> CountReason? {
    choice.filters[Self.reasonName].flatMap(CountReason.init(rawValue:))
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    var facts = try request.centre.read(facts).map {
      (label: $0.label, value: SpreadsheetValue.text($0.words.text(in: language)))
    }
    if let words = reached.words {
      facts.append((ReportWords.reach, .text(words.text(in: language))))
    }
    facts.append((ReportWords.source, .text(ReportWords.sourceText.text(in: language))))
    if number == .residents {
      let list = personList
      let choice = list.choice(request.http.query)
      return try ListFile(list, format, name: Self.fileName).answer(request) { add in
        try request.centre.read { reader in
          let lines = ReportLines(reader, query.frame)
          let persons = try reader.countedPersons(in: query).map {
            PersonLine(person: $0, code: "")
          }
          // Codes come one by one: nobody keeps them all.
          for line in list.chosen(persons, choice) { try add(try lines.line(of: line.person)) }
        }
        return facts
      }
    }
    let list = recordList
    let choice = list.choice(request.http.query)
    let reason = reason(choice)
    return try ListFile(list, format, name: Self.fileName).answer(request) { add in
      try request.centre.read { reader in
        let lines = ReportLines(reader, query.frame)
        try forEach(reader, choice) { record in
          // What was rejected leaves every file; the facts below say how much that is.
          guard record.verdict?.reason != .visitRejected else { return }
          if reason == nil || record.verdict?.reason == reason {
            try add(try lines.line(of: record))
          }
        }
      }
      return facts
    }
  }

  private static let fileName = "ban-ghi"
}

// MARK: - What is said of them

extension ReportRecordsPage {
  /// Something that the list is about, in words.
  private typealias Fact = (label: BilingualText, words: BilingualText)

  private func facts(_ reader: RecordReader) throws -> [Fact] {
    let choice = question.choice
    var facts = [
      (label: ReportWords.number, words: ReportWords.words(of: number)),
      (
        label: ReportWords.period,
        words: BilingualText(vi: choice.label(.vietnamese), en: choice.label(.english))
      ),
    ]
    if let rejected = try request.centre.recordShelf.rejected(in: undividedQuery, reader),
      rejected.count > 0
    {
      facts.append((label: ReportWords.rejected, words: ReportWords.leftOut(rejected)))
    }
    guard !question.filters.isEmpty else { return facts }
    let labels = CountLabels(reader, query.frame)
    let count = try request.centre.countShelf.count(undividedQuery, reader)
    for filter in question.filters {
      facts.append(
        (
          label: filter.dimension.words,
          words: try CountReport.words(of: filter.key, along: filter.dimension, labels, in: count)
        ))
    }
    return facts
  }

  private var undividedQuery: CountQuery {
    var undivided = query
    undivided.dimensions = []
    return undivided
  }

  /// Whether it is disputed who is the same person.
  private func isRange(_ reader: RecordReader) throws -> Bool {
    let total = try request.centre.countShelf.count(undividedQuery, reader).total
    return total.residentsAtMost > total.residents
  }

  private var recordList: PageList<RecordLine> {
    typealias Column = PageList<RecordLine>.Column
    /// On the page names of procedures that are sentences are cut; files have them whole.
    func named(
      _ key: String, _ label: BilingualText, _ words: @escaping (RecordLine) -> BilingualText?
    ) -> Column {
      Column(
        key, label,
        cell: { .text((words($0)?.text(in: language) ?? "—").shortened(to: 80)) },
        value: { text(words($0)) })
    }
    func text(_ words: BilingualText?) -> SpreadsheetValue {
      words.map { .text($0.text(in: language)) } ?? .empty
    }
    var columns = [
      Column(
        "code", ReportWords.code, cell: { codeCell($0.record.codeText) },
        value: { .text($0.record.codeText) }),
      Column(
        Self.dayName, ReportWords.day, orderedBy: { $0.record.date ?? .earliest },
        value: { Self.day($0.record.date) }),
      Column("hamlet", ReportWords.hamlet) { text($0.hamlet) },
      Column("team", CoordinatorWords.team) { text($0.team) },
    ]
    switch number.kind {
    case .visit:
      columns.append(Column("outcome", ReportWords.outcome) { text($0.record.visitOutcome?.words) })
    case .submission: columns.append(named("service", ReportWords.procedure) { $0.service })
    default:
      columns.append(named("service", CoordinatorWords.service) { $0.service })
      columns.append(Column("why", ReportWords.why) { text($0.record.verdict?.words) })
    }
    return PageList(
      Self.path, ReportWords.words(of: number), columns: columns, filters: filters,
      empty: ReportWords.noRecords, subject: subject)
  }

  /// Where something is missing or does not count, one may ask for one reason; the store filters, so
  /// that what passes is not kept in the memory of a page.
  private var filters: [PageList<RecordLine>.Filter] {
    guard number == .provisional || number == .notCounted else { return [] }
    let reasons = CountReason.allCases.filter { $0.isProvisional == (number == .provisional) }
    return [
      .init(
        Self.reasonName, CoordinatorWords.reason,
        reasons.map { (value: $0.rawValue, words: CoordinatorWords.capitalised($0.words)) }
      ) { _, _ in true }
    ]
  }

  private var personList: PageList<PersonLine> {
    typealias Column = PageList<PersonLine>.Column
    return PageList(
      Self.path, ReportWords.words(of: number),
      columns: [
        Column(
          "code", ReportWords.code, cell: { codeCell($0.code) }, value: { .text($0.code) }),
        Column(
          "assists", ReportWords.countedAssists, orderedBy: { $0.person.assists },
          value: { .integer(Int64($0.person.assists)) }),
        Column(
          "first", ReportWords.firstDay, orderedBy: { $0.person.first ?? .earliest },
          value: { Self.day($0.person.first) }),
        Column(
          "last", ReportWords.lastDay, orderedBy: { $0.person.last ?? .earliest },
          value: { Self.day($0.person.last) }),
      ], empty: ReportWords.noRecords, subject: subject)
  }

  private func codeCell(_ code: String) -> HTML { request.recordCell(code) }

  private static func day(_ date: LocalDate?) -> SpreadsheetValue {
    date.map { .day($0.daysSince1970) } ?? .empty
  }
}
