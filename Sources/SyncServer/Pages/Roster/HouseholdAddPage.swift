import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// A household is written down at the centre: those that it may be already are shown first.
enum HouseholdAddPage {
  static let path = "/new-household"
  static let title = BilingualText(vi: "Thêm hộ", en: "Add a household")
  private static let isNewName = "new"
  private static let ticketName = "ticket"
  private static let names = ["place", "kind", "name", "address", "phone", "language", "note"]

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try page($0) },
    PageRoute(.post, path, access: .coordinator, isNoted: false, handler: save),
  ]

  private static func page(
    _ request: PageRequest, problems: [FieldProblem] = [], problem: BilingualText? = nil,
    candidates: [HouseholdCandidate] = []
  ) throws -> HTTPResponse {
    let language = request.language
    let reached = try request.reached()
    let places = try request.centre.read { try RecordChoices.list(.place, $0, reached) }
    let isWrong = !problems.isEmpty || problem != nil
    var frame = request.frame(title)
    frame.lead = reached.words
    frame.path = path
    return .html(
      frame.page {
        if !candidates.isEmpty { panel(id: "candidates") { found(candidates, language) } }
        panel {
          PageForm(
            action: path, formToken: request.formToken,
            submit: candidates.isEmpty ? HouseholdAddWords.save : HouseholdAddWords.isNew,
            problem: problem ?? RecordFormWords.problem(problems)
          ).html(language) {
            hidden(ticketName, request.centre.formTickets.issue())
            if !candidates.isEmpty { hidden(isNewName, "1") }
            element("div", ["class": "field-grid"]) {
              for field in fields(places) {
                filled(field, request, problems).html(language)
              }
            }
          }
        }
        element("p") {
          element("a", ["href": PlaceListPage.path]) { RecordFormWords.back.text(in: language) }
        }
      }, status: isWrong ? 422 : 200)
  }

  private static func fields(_ places: [FormField.Choice]?) -> [PageField] {
    let hamlet = FieldLabel.words(of: "place")
    return [
      places.map {
        PageField(
          "place", hamlet, .choice([HouseholdAddWords.choose] + $0), isRequired: true)
      } ?? PageField("place", hamlet, hint: HouseholdAddWords.codeOrName, isRequired: true),
      PageField(
        "kind", FieldLabel.words(of: "kind"),
        .choice(HouseholdKind.allCases.map { ($0.name, $0.words) })),
      PageField("name", HouseholdAddWords.head, isRequired: true),
      PageField("address", FieldLabel.words(of: "address")),
      PageField("phone", FieldLabel.words(of: "phone"), .digits),
      PageField(
        "language", FieldLabel.words(of: "language"), hint: HouseholdAddWords.languageHint),
      PageField("note", FieldLabel.words(of: "note"), .lines),
    ]
  }

  private static func filled(
    _ field: PageField, _ request: PageRequest, _ problems: [FieldProblem]
  ) -> PageField {
    var field = field
    let text = request.form[field.name] ?? request.http.query[field.name] ?? ""
    field.value = String(text.prefix(4_000))
    field.error = problems.first { $0.field == field.name }?.kind.words
    return field
  }

  private static func found(
    _ candidates: [HouseholdCandidate], _ language: Language
  ) -> HTML {
    HTML.group {
      element("p", ["class": "message attention", "role": "status"]) {
        HouseholdAddWords.maybe.text(in: language)
      }
      PageTable(
        HouseholdAddWords.candidates,
        columns: [.text(HouseholdAddWords.household), .text(HouseholdAddWords.reasons)],
        rows: candidates.map { candidate in
          PageTable.Row([
            .text(candidate.line(in: language)), .text(candidate.score.words(in: language)),
          ])
        }, empty: BilingualText(same: "")
      ).html(language)
    }
  }

  private static func save(_ request: PageRequest) throws -> HTTPResponse {
    guard request.centre.formTickets.use(request.form[ticketName] ?? "") else {
      return try page(request, problem: RecordFormWords.sentTwice)
    }
    let reached = try request.reached()
    let actor = try request.actor
    let author = request.account?.rights.member
    func typed(_ name: String) -> String? {
      request.form[name].flatMap { $0.isEmpty ? nil : String($0.prefix(10_000)) }
    }
    do {
      let draft = try request.centre.read { reader in
        var draft = HouseholdDraft(
          kind: typed("kind"), name: typed("name"), address: typed("address"),
          phone: typed("phone"), language: typed("language"), note: typed("note"))
        draft.place = try typed("place").map {
          try reader.findPlace($0, held: reached.scopes).id
        }
        return draft
      }
      if request.form[isNewName] == nil {
        let candidates = try request.centre.inspect { try $0.duplicateHouseholds(for: draft) }
        guard candidates.isEmpty else { return try page(request, candidates: candidates) }
      }
      let code = try request.centre.change { records, clock in
        let saved = try records.addHousehold(draft, author: author, clock: clock)
        try AuditLog(records.store.connection).note(
          AuditEvent(.sent, path, detail: saved.codeText), by: actor, at: clock.wall)
        return saved.codeText
      }
      return saved(code, request)
    } catch FieldError.invalid(let problems) {
      return try page(request, problems: problems)
    } catch FieldError.placeNotHeld {
      return try page(request, problem: BeyondReach().words)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }

  private static func saved(_ code: String, _ request: PageRequest) -> HTTPResponse {
    let language = request.language
    var frame = request.frame(title)
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        panel {
          element("p", ["class": "message good", "role": "status"]) {
            HouseholdAddWords.saved(code).text(in: language)
          }
          element("p") { HouseholdAddWords.laptopsLearn.text(in: language) }
          element("p", ["class": "actions"]) {
            element("a", ["href": path]) { HouseholdAddWords.another.text(in: language) }
            element("a", ["href": PlaceListPage.path]) { PlaceWords.title.text(in: language) }
          }
        }
      })
  }
}

/// The words of a household that is written down at the centre.
private enum HouseholdAddWords {
  static let save = BilingualText(vi: "Lưu", en: "Save")
  static let isNew = BilingualText(vi: "Là hộ khác, lưu hộ mới", en: "It is another one, save it")
  static let choose: FormField.Choice = ("", BilingualText(vi: "– chọn –", en: "– choose –"))
  static let codeOrName = BilingualText(vi: "mã hoặc tên", en: "code or name")
  static let head = BilingualText(
    vi: "Tên chủ hộ hoặc cửa hàng", en: "Head, or name of the shop")
  static let languageHint = BilingualText(
    vi: "vi là tiếng Việt, hmn là tiếng Mông", en: "vi for Vietnamese, hmn for Hmong")
  static let household = BilingualText(vi: "Hộ đã có", en: "On record")
  static let reasons = BilingualText(vi: "Vì", en: "Because")
  static let candidates = BilingualText(vi: "Có thể là hộ này", en: "It may be one of these")
  static let maybe = BilingualText(
    vi: "Chưa lưu gì: có thể hộ này đã được ghi. Nếu đúng thì không cần thêm; nếu là hộ khác hãy "
      + "bấm nút ở dưới.",
    en: "Nothing was saved: this household may be on record already. If it is, there is nothing to "
      + "add; if it is another one, press the button below.")
  static let laptopsLearn = BilingualText(
    vi: "Các máy giữ thôn ấy thấy hộ này ở lần gửi nhận tới.",
    en: "The laptops that hold the hamlet show it after their next round.")
  static let another = BilingualText(vi: "Thêm hộ khác", en: "Add another one")

  static func saved(_ code: String) -> BilingualText {
    BilingualText(vi: "Đã lưu hộ \(code).", en: "Saved: household \(code).")
  }
}
