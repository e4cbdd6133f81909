import FieldWork
import Pages
import SyncProtocol
import Web

/// One session: its fields, its dossiers and visits, who attended, what was counted.
enum SessionPage {
  static func page(_ request: PageRequest) throws -> HTTPResponse {
    let record = try request.session()
    let parts = try RecordParts(record, request)
    let language = request.language
    let found = try request.centre.read { reader in
      Found(
        ways: try parts.ways(reader), related: try parts.related(reader),
        work: try reader.sessionWork()[record.header.id] ?? SessionWork(),
        dossiers: try dossiers(of: record.header.id, reader, request),
        visits: try visits(of: record.header.id, reader, request),
        title: try reader.title(of: record))
    }
    let work = found.work
    let day = record.day(SessionTable.date).flatMap { Period(.day, holding: $0) }
    let strip = try request.strip(of: day, within: try request.reached())
    var frame = request.frame(parts.title)
    frame.heading = found.title
    return .html(
      frame.page {
        parts.notice
        strip
        panel {
          PageFigure.row(
            SessionWork.Kind.allCases.map { kind in
              PageFigure(
                SessionWords.words(of: kind), work[kind],
                to: SessionRecordsPage.path(of: record, kind), language)
            }, language)
          parts.facts
        }
        found.ways
        found.related
        if work[.dossiers] > 0 { panel(id: "dossiers") { found.dossiers } }
        if work[.visits] > 0 { panel(id: "visits") { found.visits } }
        element("p") {
          element("a", ["href": SessionPages.path]) { SessionWords.all.text(in: language) }
        }
      })
  }

  private static func dossiers(
    of session: RowID, _ reader: RecordReader, _ request: PageRequest
  ) throws -> HTML {
    let language = request.language
    let all = try reader.submissions(session: session)
    let part = PartOfPage("dossiers", of: all.count, request)
    let table = PageTable(
      SessionWords.dossiers,
      columns: [
        .text(RecordWays.code), .text(SessionWords.dossierCode), .text(SessionWords.procedure),
        .text(SessionWords.received),
      ],
      rows: try all[part.range].map { dossier in
        PageTable.Row([
          CentreForms.link(dossier.codeText), .text(dossier.dossierCode ?? "—"),
          .text(
            try dossier.procedure.map { try reader.serviceName(of: $0).text(in: language) } ?? "—"),
          .text(dossier.received.map(Format.dateTime) ?? "—"),
        ])
      }, empty: SessionWords.noDossier)
    return HTML.group {
      table.html(language)
      part.html(language)
    }
  }

  private static func visits(
    of session: RowID, _ reader: RecordReader, _ request: PageRequest
  ) throws -> HTML {
    let language = request.language
    let all = try reader.visits(session: session, page: .all)
    let part = PartOfPage("visits", of: all.count, request)
    var rows: [PageTable.Row] = []
    for visit in all[part.range] {
      let household = try visit.household.flatMap { try reader.record(Household.self, $0)?.name }
      rows.append(
        PageTable.Row([
          element("a", ["href": "\(ReviewPages.path)/\(visit.id.rawValue)"]) { visit.codeText },
          .text(household ?? "—"), .text(visit.date.map(Format.date) ?? "—"),
          .text(visit.outcome?.words.text(in: language) ?? "—"),
        ]))
    }
    let table = PageTable(
      SessionWords.visits,
      columns: [
        .text(RecordWays.code), .text(CampaignWords.household), .text(CampaignWords.day),
        .text(SessionWords.outcome),
      ], rows: rows, empty: SessionWords.noVisit)
    return HTML.group {
      table.html(language)
      part.html(language)
    }
  }

  /// What stands on the page, read at one moment.
  private struct Found: Sendable {
    let ways: HTML
    let related: HTML
    let work: SessionWork
    let dossiers: HTML
    let visits: HTML
    let title: BilingualText
  }
}

extension PageRequest {
  /// The session that the address names, within reach.
  /// - Throws: `FieldError.notFound`.
  func session() throws -> FormRecord {
    let record = try formRecord("session")
    guard record.form.noun == RecordForms.session.noun else {
      throw FieldError.notFound(String(parameters["session"].prefix(64)))
    }
    return record
  }
}
