import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// A household lives in another hamlet from now on: what moves is shown first.
enum HouseholdMovePage {
  static let path = "/move-household"
  private static let previewStep = "preview"

  /// Where a household is given another hamlet.
  static func address(of code: String) -> String {
    "\(path)?\(NamedValues([NamedValues.Item(name: "code", value: code)]).encoded)"
  }

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try page($0) },
    PageRoute(.post, path, access: .coordinator, handler: send),
  ]

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, plan: HouseholdMove? = nil
  ) throws -> HTTPResponse {
    let language = request.language
    var frame = request.frame(PlaceWords.moveHousehold)
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        if let plan {
          panel {
            plan.table(language).html(language)
            element("p") { HouseholdMove.visitsStay.text(in: language) }
            warning(plan, language)
            form(
              request, submit: MoveWords.move(plan.place), problem: nil, step: nil, isHidden: true)
          }
        }
        panel(plan == nil ? nil : MoveWords.another.text(in: language)) {
          form(
            request, submit: MoveWords.show, problem: problem, step: previewStep, isHidden: false)
        }
        element("p") {
          element("a", ["href": PlaceListPage.path]) { PlaceWords.title.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func warning(_ move: HouseholdMove, _ language: Language) -> HTML {
    guard let words = move.warning else { return .empty }
    return element("p", ["class": "message warn"]) { words.text(in: language) }
  }

  private static func form(
    _ request: PageRequest, submit: BilingualText, problem: BilingualText?, step: String?,
    isHidden: Bool
  ) -> HTML {
    func typed(_ name: String) -> String { request.form[name] ?? request.http.query[name] ?? "" }
    return PageForm(action: path, formToken: request.formToken, submit: submit, problem: problem)
      .html(request.language) {
        if let step { hidden("step", step) }
        if isHidden {
          for name in ["code", "to"] {
            hidden(name, typed(name))
          }
        } else {
          PageField("code", MoveWords.code, value: typed("code"), isRequired: true)
            .html(request.language)
          PageField("to", MoveWords.to, value: typed("to"), isRequired: true)
            .html(request.language)
        }
      }
  }

  private static func send(_ request: PageRequest) throws -> HTTPResponse {
    let isPreview = request.form["step"] == previewStep
    do {
      let reached = try request.reached()
      let move = try request.centre.perform { records, clock in
        try HouseholdMove(
          code: request.form["code"] ?? "", to: request.form["to"] ?? "",
          author: request.account?.rights.member, records, isReal: !isPreview, clock: clock
        ) { scope in
          // Nobody moves what they do not see, nor out of their sight.
          guard reached.holds(scope: scope) else {
            throw AccountError.notAllowed(request.account?.name.text ?? "")
          }
        }
      }
      if isPreview { return try page(request, plan: move) }
      let language = request.language
      var frame = request.frame(PlaceWords.moveHousehold)
      frame.isNarrow = true
      frame.path = path
      return .html(
        frame.page {
          panel {
            element("p", ["class": "message good", "role": "status"]) {
              HouseholdMove.moved(to: move.place).text(in: language)
            }
            move.table(language).html(language)
            warning(move, language)
          }
          element("p") {
            element("a", ["href": path]) { MoveWords.another.text(in: language) }
          }
        })
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }
}

private enum MoveWords {
  static let code = BilingualText(vi: "Mã hộ", en: "Code of the household")
  static let to = BilingualText(vi: "Thôn mới (mã hoặc tên)", en: "New hamlet (code or name)")
  static let show = BilingualText(vi: "Xem sẽ chuyển gì", en: "Show what would move")
  static let another = BilingualText(vi: "Chuyển hộ khác", en: "Move another household")

  static func move(_ place: String) -> BilingualText {
    BilingualText(vi: "Chuyển tới \(place)", en: "Move it to \(place)")
  }
}

extension HouseholdMove {
  /// What moves, with the codes of before and after.
  fileprivate func table(_ language: Language) -> PageTable {
    PageTable(
      BilingualText(vi: "Bản ghi", en: "Records"),
      columns: [
        .text(BilingualText(vi: "Bản ghi", en: "Record")),
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Mã ở nơi mới", en: "Code at the new place")),
      ],
      rows: lines.map { line in
        PageTable.Row([
          .text(line.kind.text(in: language)), element("code") { line.old },
          line.new.map { new in element("code") { new } } ?? .text("—"),
        ])
      }, empty: BilingualText(same: ""))
  }
}
