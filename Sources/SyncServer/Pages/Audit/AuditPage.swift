import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The auditor's page: who saw, exported and changed what, and whether the log is whole.
enum AuditPage {
  static let path = "/audit"
  /// Asks to walk every line, whatever was found before.
  private static let checkName = "check"
  private static let wholeCheck = "all"

  static let routes =
    [PageRoute(.get, path, access: .auditor, handler: page)]
    + ListFileFormat.routes(of: path, access: .auditor, handler: file)

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let choice = Self.list([], language).choice(request.http.query)
    let isWhole = request.http.query[checkName] == wholeCheck
    let (accounts, found, all, checked) = try request.centre.read { reader in
      let log = AuditLog(reader.connection)
      return (
        try log.accounts(),
        try log.entries(
          AuditLog.Wanted(choice), limit: ListChoice.rowsPerPage, offset: choice.offset),
        try log.entries(AuditLog.Wanted(), limit: 0).total,
        try request.centre.auditProof.check(log, isWhole: isWhole, at: request.clock.wall)
      )
    }
    let list = Self.list(accounts, language)
    let part = PageList<AuditEntry>.Part(rows: found.entries, total: found.total, all: all)
    return request.page(AuditWords.title) {
      panel {
        verdictLine(checked, language)
        list.html(part, choice, files: ListFileFormat.links(of: path), language)
      }
    }
  }

  /// The same lines as a file, oldest first unless another order is asked for, with the head of the
  /// chain below.
  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let list = Self.list([], request.language)
    let choice = list.choice(request.http.query)
    let wanted = AuditLog.Wanted(choice)
    return try ListFile(list, format, name: "nhat-ky").answer(request) { add in
      let verdict = try request.centre.read { reader in
        let log = AuditLog(reader.connection)
        if choice.order == nil {
          try log.forEach(wanted, add)
        } else {
          try log.forEachInOrder(wanted, add)
        }
        return try log.verify()
      }
      return [(AuditWords.head, .text(AuditWords.headText(verdict)))]
    }
  }

  private static func verdictLine(_ checked: AuditProof.Checked, _ language: Language) -> HTML {
    let mark: StateMark = if case .whole = checked.verdict { .good } else { .missing }
    return element("p") {
      mark.html(AuditWords.words(of: checked.verdict).text(in: language))
      " " + AuditWords.checked(LocalDateTime(time: checked.wholeAt)).text(in: language) + " "
      element("a", ["href": "\(path)?\(checkName)=\(wholeCheck)"]) {
        AuditWords.checkAll.text(in: language)
      }
    }
  }

  private static func list(_ accounts: [String], _ language: Language) -> PageList<AuditEntry> {
    PageList<AuditEntry>(
      path, AuditWords.title,
      columns: [
        .init("number", AuditWords.number) { .integer($0.number) },
        .init("at", AuditWords.when, orderedBy: \.number) {
          .minute(LocalDateTime(time: $0.at).minutesSince1970)
        },
        .init("account", AuditWords.who, orderedBy: { $0.account ?? "" }) {
          .text($0.account ?? AuditWords.keeper.text(in: language))
        },
        .init("act", AuditWords.what, orderedBy: \.act) { .text($0.words.text(in: language)) },
        .init("subject", AuditWords.subject) { .text($0.subject) },
        .init("detail", AuditWords.detail) { $0.detail.isEmpty ? .empty : .text($0.detail) },
      ],
      // The store filters and orders: a log of years does not pass through the memory of a page.
      filters: [
        .init(
          "account", AuditWords.who,
          accounts.map { (value: $0, words: BilingualText(same: $0)) }
        ) { _, _ in true },
        .init(
          "act", AuditWords.what,
          AuditEvent.Act.allCases.map { (value: $0.rawValue, words: $0.words) }
        ) { _, _ in true },
        .init("text", AuditWords.holds) { _, _ in true },
        .init(day: "from", AuditWords.from) { _, _ in true },
        .init(day: "to", AuditWords.to) { _, _ in true },
      ], empty: AuditWords.empty)
  }
}

extension AuditLog.Wanted {
  /// What the address of the page asks for; a day that cannot be read asks for nothing.
  init(_ choice: ListChoice) {
    self.init()
    account = choice.filters["account"]
    act = choice.filters["act"]
    text = choice.filters["text"] ?? ""
    let day = PageList<AuditEntry>.Filter.day
    from = choice.filters["from"].flatMap(day).map(Timestamp.init(startOf:))
    until = choice.filters["to"].flatMap(day).map { Timestamp(startOf: $0.adding(days: 1)) }
    order =
      switch choice.order {
      case "account": .account(isDescending: choice.isDescending)
      case "act": .act(isDescending: choice.isDescending)
      case "at": choice.isDescending ? .latestFirst : .oldestFirst
      default: .latestFirst
      }
  }
}
