import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Every batch that the centre refused, the last one first: for whoever sees the whole centre, as
/// nobody can tell whose work a refused batch would have been.
enum RefusalListPage {
  static let path = "/refusals"
  private static let whenName = "at"
  private static let foreign = "foreign"
  /// Lines of a file that are read at a time.
  private static let portion = 1_000

  static let routes =
    [PageRoute(.get, path, access: .coordinator, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (laptops, reasons) = try known(request)
    let list = list(laptops, reasons, isEverything: reached.isEverything, language)
    let choice = list.choice(request.http.query)
    var part = PageList<RefusalReport>.Part(rows: [], total: 0, all: 0)
    if reached.isEverything {
      let (found, all) = try request.centre.inspect { records in
        (
          try records.store.refusals(
            wish(choice), isOldestFirst: isOldestFirst(choice), limit: ListChoice.rowsPerPage,
            offset: choice.offset), try records.store.refusals(limit: 0).count
        )
      }
      part = PageList.Part(
        rows: RefusalList.told(found.refusals, laptops), total: found.count, all: all)
    }
    var frame = request.frame(CoordinatorWords.refusals)
    frame.lead = reached.words
    return .html(
      frame.page {
        panel {
          list.html(
            part, choice, files: ListFileFormat.links(of: path), language)
        }
        element("p") {
          element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
        }
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let isEverything = try request.reached().isEverything
    let (laptops, reasons) = try known(request)
    let list = list(laptops, reasons, isEverything: isEverything, request.language)
    let choice = list.choice(request.http.query)
    return try ListFile(list, format, name: "tu-choi").answer(request) { add in
      guard isEverything else { return [] }
      // One moment for all portions: what is refused meanwhile shifts none of them.
      try request.centre.inspect { records in
        var offset = 0
        while true {
          let found = try records.store.refusals(
            wish(choice), isOldestFirst: isOldestFirst(choice), limit: portion, offset: offset
          ).refusals
          for refusal in RefusalList.told(found, laptops) { try add(refusal) }
          guard found.count == portion else { return }
          offset += portion
        }
      }
      return []
    }
  }

  /// What refusals can be filtered by.
  private static func known(
    _ request: PageRequest
  ) throws -> (laptops: [LaptopReport], reasons: [String]) {
    try request.centre.inspect { records in
      (
        try LaptopReport.gather(records.store, withSettled: true),
        try records.store.refusalReasons()
      )
    }
  }

  private static func isOldestFirst(_ choice: ListChoice) -> Bool {
    choice.order == whenName && !choice.isDescending
  }

  private static func wish(_ choice: ListChoice) -> RefusalWish {
    var wish = RefusalWish()
    if let laptop = choice.filters["laptop"] {
      wish.sender =
        laptop == foreign
        ? .foreign : UInt32(laptop).flatMap(ReplicaID.init(rawValue:)).map { .laptop($0) }
    }
    wish.reason = choice.filters["reason"]
    let day = PageList<RefusalReport>.Filter.day
    wish.from = choice.filters["from"].flatMap(day).map(Timestamp.init(startOf:))
    wish.until = choice.filters["to"].flatMap(day).map {
      Timestamp(startOf: $0.adding(days: 1))
    }
    return wish
  }

  private static func list(
    _ laptops: [LaptopReport], _ reasons: [String], isEverything: Bool, _ language: Language
  ) -> PageList<RefusalReport> {
    PageList<RefusalReport>(
      path, CoordinatorWords.refusals,
      columns: [
        .init(whenName, CoordinatorWords.when, orderedBy: { $0.at.minutesSince1970 }) {
          .minute($0.at.minutesSince1970)
        },
        .init("laptop", CoordinatorWords.laptop) {
          .text($0.laptop ?? CoordinatorWords.foreign.text(in: language))
        },
        .init(
          "reason", CoordinatorWords.reason,
          cell: { refusal in
            PageTable.cell(
              RefusalList.words(of: refusal.reason).text(in: language), detail: refusal.reason)
          }, value: { .text(RefusalList.words(of: $0.reason).text(in: language)) }),
        .init("code", RatePageWords.code, isOnlyInFiles: true) { .text($0.reason) },
      ],
      // The store filters: a laptop that is refused may try for months.
      filters: [
        .init(
          "laptop", CoordinatorWords.laptop,
          [(foreign, CoordinatorWords.foreign)]
            + laptops.map { ("\($0.replica.rawValue)", BilingualText(same: $0.label)) }
        ) { _, _ in true },
        .init(
          "reason", CoordinatorWords.reason,
          reasons.map { (value: $0, words: BilingualText(same: $0)) }
        ) { _, _ in true },
        .init(day: "from", AuditWords.from) { _, _ in true },
        .init(day: "to", AuditWords.to) { _, _ in true },
      ], empty: isEverything ? CoordinatorWords.noRefusals : CoordinatorWords.refusalsOfAll)
  }
}

extension Timestamp {
  /// The first moment of a day in Viet Nam.
  init(startOf day: LocalDate) {
    self.init(rawValue: LocalDateTime(day, minuteOfDay: 0).milliseconds)
  }
}
