import Documents
import FieldWork
import Foundation
import Pages
import SyncProtocol
import Web

/// Mergers, splits and new names of communes and hamlets by a file: what it would do is shown first,
/// a button does it, and it can be taken back.
enum ReformPages {
  static let path = "/reforms"
  private static let previewPath = "\(path)/preview"
  private static let draftPath = "\(path)/draft.csv"
  private static let fileField = "file"
  private static let keptField = "kept"
  /// Bytes of a form with a file, or with the same file kept in it as base64.
  private static let formBytes = 24 << 20

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator) { try page($0, problem: nil) },
      PageRoute(.get, draftPath, access: .coordinator, handler: draft),
      PageRoute(
        .post, previewPath, access: .coordinator, bodyLimit: formBytes, isNoted: false,
        handler: preview),
      PageRoute(.post, path, access: .coordinator, bodyLimit: formBytes, handler: apply),
      PageRoute(.get, "\(path)/:number", access: .coordinator, handler: undoPage),
      PageRoute(.post, "\(path)/:number/undo", access: .coordinator, handler: undo),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  private static func page(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let reforms = try request.centre.perform { records, _ in try records.reforms() }
    let language = request.language
    let reached = try request.reached()
    let list = list(language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(ReformWords.title)
    frame.lead = ReformWords.lead
    frame.path = path
    return .html(
      frame.page {
        if let done = request.http.query["done"].flatMap({ Int64($0) }) {
          element("p", ["class": "message good", "role": "status"]) {
            ReformWords.done(done).text(in: language)
          }
        }
        if request.http.query["undone"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            ReformWords.undone.text(in: language)
          }
        }
        panel(ReformWords.newOne.text(in: language)) {
          if reached.isEverything {
            element("p") {
              ReformWords.columns.text(in: language) + " "
              element("a", ["href": draftPath]) { ReformWords.draft.text(in: language) }
            }
            upload(request, problem).html(language) {
              PageField(fileField, ReformWords.file, .file, isRequired: true).html(language)
            }
          } else {
            element("p", ["class": "empty"]) { ReformWords.wholeCentre.text(in: language) }
          }
        }
        panel(id: "reforms") {
          list.html(
            list.part(of: reforms, choice), choice, files: ListFileFormat.links(of: path), language)
        }
        element("p") {
          element("a", ["href": UnitChangePage.path]) { UnitChangeWords.title.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func upload(_ request: PageRequest, _ problem: BilingualText?) -> PageForm {
    var form = PageForm(
      action: previewPath, formToken: request.formToken, submit: ReformWords.show,
      problem: problem)
    form.carriesFile = true
    return form
  }

  private static func moment(_ time: Timestamp) -> String {
    Format.dateTime(LocalDateTime(time: time))
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reforms = try request.centre.perform { records, _ in try records.reforms() }
    return try ListFile(list(request.language), format, name: "sap-xep").answer(
      request, rows: reforms)
  }

  private static func list(_ language: Language) -> PageList<AppliedReform> {
    PageList<AppliedReform>(
      path, ReformWords.carriedOut,
      columns: [
        .init(
          "number", ReformWords.number, orderedBy: \.number,
          cell: { reform in
            element("a", ["href": "\(path)/\(reform.number)"]) { "\(reform.number)" }
          }, value: { .integer($0.number) }),
        .init("from", ReformWords.from, orderedBy: \.day) { .optional($0.day) },
        .init("units", ReformWords.units, orderedBy: \.units) { .integer(Int64($0.units)) },
        .init("hamlets", PlaceWords.hamlets, orderedBy: \.hamlets) {
          .integer(Int64($0.hamlets))
        },
        .init("applied", ReformWords.appliedAt, orderedBy: { $0.appliedAt.rawValue }) {
          .minute(LocalDateTime(time: $0.appliedAt).minutesSince1970)
        },
        .init("undone", ReformWords.undoneAt, orderedBy: { $0.undoneAt?.rawValue ?? .min }) {
          $0.undoneAt.map { .minute(LocalDateTime(time: $0).minutesSince1970) } ?? .empty
        },
      ],
      filters: [
        .init(
          "state", LaptopWords.state,
          [
            (value: "stands", words: ReformWords.stands),
            (value: "undone", words: ReformWords.isUndone),
          ]
        ) { ($0.undoneAt == nil) == ($1 == "stands") }
      ], empty: ReformWords.none)
  }

  private static func draft(_ request: PageRequest) throws -> HTTPResponse {
    let text = try request.centre.read { try $0.draftOfNationalReform() }
    return .download(
      Array(text.utf8), type: "text/csv; charset=utf-8", fileName: "sap-xep-2025-07-01.csv")
  }

  /// Units are the whole centre's: whoever sees a part of it changes none.
  private static func requireWholeCentre(_ request: PageRequest) throws {
    guard try request.reached().isEverything else {
      throw AccountError.reachTooSmall(request.account?.name.text ?? "")
    }
  }

  private static func preview(_ request: PageRequest) throws -> HTTPResponse {
    try requireWholeCentre(request)
    let bytes = request.files.first { $0.name == fileField }?.bytes ?? []
    guard !bytes.isEmpty else { return try page(request, problem: ReformWords.noFile) }
    let report: ReformReport
    do {
      report = try request.centre.perform { records, clock in
        try ReformReport(
          records.previewReform(bytes, clock: clock), number: nil, isReal: false, records)
      }
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
    let language = request.language
    var frame = request.frame(ReformWords.previewTitle)
    frame.path = path
    return .html(
      frame.page {
        panel { ReformPreview(report).html(language) }
        if !report.plan.isEmpty {
          panel {
            PageForm(
              action: path, formToken: request.formToken,
              submit: ReformWords.carryOut(report.plan.day)
            ).html(language) {
              element(
                "input",
                [
                  "type": "hidden", "name": keptField,
                  "value": Data(bytes).base64EncodedString(),
                ])
              element("p") { ReformWords.means.text(in: language) }
            }
          }
        }
        element("p") {
          element("a", ["href": path]) { ReformWords.changeNothing.text(in: language) }
        }
      })
  }

  private static func apply(_ request: PageRequest) throws -> HTTPResponse {
    try requireWholeCentre(request)
    guard let data = request.form[keptField].flatMap({ Data(base64Encoded: $0) }) else {
      return try page(request, problem: ReformWords.noFile)
    }
    do {
      let number = try request.centre.perform { records, clock in
        try records.applyReform(Array(data), clock: clock).number
      }
      // Sent twice, the second time finds nothing to change.
      return .seeOther(path + (number.map { "?done=\($0)" } ?? ""))
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }

  private static func undoPage(_ request: PageRequest) throws -> HTTPResponse {
    let reform = try named(request)
    let language = request.language
    let isEverything = try request.reached().isEverything
    let grants =
      reform.undoneAt == nil
      ? try request.centre.perform { records, clock in
        try ReformReport.named(
          try records.undoReform(reform.number, isDryRun: true, clock: clock), records)
      } : []
    return request.page(ReformWords.one(reform.number)) {
      panel {
        facts(
          [
            (ReformWords.from, Format.date(reform.day)),
            (ReformWords.units, Format.integer(Int64(reform.units), language)),
            (PlaceWords.hamlets, Format.integer(Int64(reform.hamlets), language)),
            (ReformWords.appliedAt, moment(reform.appliedAt)),
            (ReformWords.undoneAt, reform.undoneAt.map(moment) ?? "—"),
          ], language)
      }
      if reform.undoneAt == nil, isEverything {
        panel(ReformWords.takingBack.text(in: language)) {
          element("p") { ReformWords.takingBackMeans.text(in: language) }
          ReformPreview.grants(grants, language).html(language)
          request.button(ReformWords.takeBack, sendingTo: "\(path)/\(reform.number)/undo")
        }
      }
      element("p") { element("a", ["href": path]) { ReformWords.title.text(in: language) } }
    }
  }

  private static func undo(_ request: PageRequest) throws -> HTTPResponse {
    try requireWholeCentre(request)
    let reform = try named(request)
    guard reform.undoneAt == nil else { return .seeOther("\(path)?undone=\(reform.number)") }
    _ = try request.centre.perform { records, clock in
      try records.undoReform(reform.number, isDryRun: false, clock: clock)
    }
    return .seeOther("\(path)?undone=\(reform.number)")
  }

  /// - Throws: `FieldError.notFound` where there is no such reform.
  private static func named(_ request: PageRequest) throws -> AppliedReform {
    let typed = request.parameters["number"]
    let reforms = try request.centre.perform { records, _ in try records.reforms() }
    guard let reform = reforms.first(where: { String($0.number) == typed }) else {
      throw FieldError.notFound(String(typed.prefix(40)))
    }
    return reform
  }
}
