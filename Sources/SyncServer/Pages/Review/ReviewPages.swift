import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The visits that coordinators look at: all that await a look unless something else is asked for,
/// whenever they were made, the latest to come in first.
enum ReviewPages {
  static let path = "/review"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true) { try page($0) }
    ] + ReviewApproval.routes + ListFileFormat.routes(of: path, access: .coordinator, handler: file)
    + VisitReviewPage.routes

  /// What a list and its forms are made from.
  struct Found {
    let query: ReviewQuery
    let standings: ReviewStandings
    let flags: FlagFinding

    /// Visits as lines of the list.
    func lines(_ visits: ArraySlice<RowID>, _ records: FieldStore) throws -> [ReviewLine] {
      var places: [ScopeID: String] = [:]
      var arrivals = ReviewArrivals(records)
      return try visits.map {
        try ReviewLine($0, records, standings, flags, &places, &arrivals, on: query.today)
      }
    }
  }

  /// What is known of the flags of the days that filters ask for.
  ///
  /// - Parameter waits: until all visits have been looked through, where nobody has yet.
  static func flags(
    _ filters: [String: String], _ centre: Centre, _ reader: RecordReader, now: LocalDateTime,
    waits: Bool = false
  ) throws -> FlagFinding {
    let days = try ReviewWish(filters, now: now).flagged(reader, today: now.date)
    return try centre.flagShelf.finding(days, reader, of: centre, waits: waits)
  }

  /// Looks up what filters ask for.
  ///
  /// - Parameter flags: what is known of flags; nil for what is known without waiting.
  static func find(
    _ filters: [String: String], _ centre: Centre, _ records: FieldStore, _ reached: ReachedWork,
    now: LocalDateTime, flags: FlagFinding? = nil
  ) throws -> Found {
    let wish = ReviewWish(filters, now: now)
    let standings = try ReviewStandings(records)
    let flags = try flags ?? Self.flags(filters, centre, records.reader, now: now)
    return Found(
      query: ReviewQuery(
        wish, within: reached, standings, flags, today: now.date,
        changed: try centre.changedShelf.visits(standings, records)),
      standings: standings, flags: flags)
  }

  /// The list with its forms.
  ///
  /// - Parameter problem: why a form did nothing.
  static func page(
    _ request: PageRequest, problem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let values = request.http.method.changesState ? request.form : request.http.query
    let language = request.language
    let body = try request.centre.inspect { records in
      let choices = try ReviewChoices(records, reached, request.today)
      let choice = ReviewList.list(choices, language).choice(values)
      let list = ReviewList.list(choices, language, asked: choice)
      let found = try find(choice.filters, request.centre, records, reached, now: request.now)
      let connection = records.store.connection
      let counts = try request.centre.reviewShelf.counts(found.query, records)
      let visits = try found.query.visits(
        connection, ReviewList.order(choice), limit: ListChoice.rowsPerPage, offset: choice.offset)
      let part = PageList<ReviewLine>.Part(
        rows: try found.lines(visits[...], records), total: counts.total, all: counts.all)
      let unflagged = try found.query.unflagged(
        connection, limit: ReviewApproval.limit, of: counts.unflagged)
      return HTML.group {
        if let problem {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        ReviewApproval.done(request)
        ReviewWay.ended(request)
        panel(lead: ReviewPageWords.lead(found.query.wish).text(in: language)) {
          list.html(part, choice, files: ListFileFormat.links(of: path), language)
          ReviewLeftOut(counts: counts, wish: found.query.wish, choice: choice).html(language)
          if let note = found.flags.note {
            element("p", ["class": "table-note"]) { note.text(in: language) }
          }
        }
        if part.total > 0, !found.flags.isLooking {
          ReviewApproval.form(unflagged, choice.filters, request)
        }
        element("p") {
          element("a", ["href": FlagPages.path]) { FlagPages.title.text(in: language) }
          " · "
          element("a", ["href": RulingPages.path]) { RulingPages.title.text(in: language) }
        }
      }
    }
    var frame = request.frame(ReviewPageWords.title)
    frame.lead = reached.words
    if request.http.method.changesState { frame.path = path }
    return .html(frame.page { body }, status: problem == nil ? 200 : 409)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let (visits, flags, choices) = try request.centre.inspect { records in
      let choices = try ReviewChoices(records, reached, request.today)
      let choice = ReviewList.list(choices, request.language).choice(request.http.query)
      let flags = try Self.flags(
        choice.filters, request.centre, records.reader, now: request.now, waits: true)
      let found = try find(
        choice.filters, request.centre, records, reached, now: request.now, flags: flags)
      return (
        try found.query.visits(
          records.store.connection, ReviewList.order(choice), limit: .max, offset: 0), flags,
        choices
      )
    }
    let list = ReviewList.list(choices, request.language)
    let filters = list.choice(request.http.query).filters
    return try ListFile(list, format, name: "xem-xet").answer(request) {
      add in
      // In parts, so that nobody has to wait for a file of many.
      for start in stride(from: 0, to: visits.count, by: portion) {
        let lines = try request.centre.inspect { records in
          try find(filters, request.centre, records, reached, now: request.now, flags: flags)
            .lines(visits[start..<min(start + portion, visits.count)], records)
        }
        for line in lines { try add(line) }
      }
      let days = ReviewWish(filters, now: request.now).daysWords
      return [(ReviewPageWords.days, .text(days.text(in: request.language)))]
        + (flags.note.map { [(FlagPages.title, .text($0.text(in: request.language)))] } ?? [])
    }
  }

  /// Lines of a file that are read at a time.
  private static let portion = 500
}
