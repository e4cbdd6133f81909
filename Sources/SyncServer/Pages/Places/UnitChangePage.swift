import CommandLine
import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// One unit is merged into another, split, gets a new code or name, or takes in an area, without a
/// file: what that changes is shown first. And the areas of split units that lie in none yet.
struct UnitChangePage {
  static let path = "/unit-changes"
  private static let stepName = "step"
  private static let preview = "preview"
  private static let acceptName = "accept"
  private static let partName = "part"
  private static let sharedName = "shared"

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try UnitChangePage($0).page() },
    PageRoute(.post, path, access: .coordinator, isNoted: false) {
      try UnitChangePage($0).send()
    },
  ]

  /// What is done; raw values stand in forms.
  private enum Act: String, CaseIterable {
    case merge
    case split
    case recode
    case rename
    case assign

    var words: BilingualText {
      switch self {
      case .merge: BilingualText(vi: "sáp nhập vào xã khác", en: "merge it into another unit")
      case .split:
        BilingualText(vi: "tách một phần sang xã khác", en: "move a part of it to another unit")
      case .recode: BilingualText(vi: "đổi mã", en: "give it a new code")
      case .rename: BilingualText(vi: "đổi tên", en: "give it a new name")
      case .assign: BilingualText(vi: "xếp một vùng vào xã này", en: "put an area under it")
      }
    }
  }

  /// What a form asks for, read.
  private struct Asked {
    let act: Act
    let unit: String
    /// The other code, or the name.
    let into: String
    let scope: ScopeID?
    /// The areas that leave a unit that is split; empty until they are chosen.
    let parts: [ScopeID]
    let day: LocalDate
  }

  private let request: PageRequest
  private let language: Language
  private let isEverything: Bool
  private let units: [FormField.Choice]
  private let undecided: [ReformReport.UndecidedScope]
  private let labels: [ScopeID: String]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    isEverything = reached.isEverything
    labels = try request.centre.unitMap().labels
    let place = request.centre.settings.place
    (units, undecided) = try request.centre.read { reader in
      let map = try PlaceMap(reader)
      return (
        try ServedUnits(place, reader).choices(for: RecordForms.hamlet, within: reached),
        // Also of reforms that take effect later.
        map.undecidedScopes(on: .latest).filter { reached.holds(scope: $0) }
          .map { ReformReport.UndecidedScope($0, map) }
      )
    }
  }

  // MARK: The page

  private func page(_ problem: BilingualText? = nil, shown: HTML = .empty) -> HTTPResponse {
    var frame = request.frame(UnitChangeWords.title)
    frame.lead = UnitChangeWords.lead
    frame.path = Self.path
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            UnitChangeWords.done.text(in: language)
          }
        }
        shown
        panel(id: "undecided") { undecidedTable.html(language) }
        panel(UnitChangeWords.change.text(in: language)) {
          if isEverything {
            form(problem)
          } else {
            element("p", ["class": "empty"]) { ReformWords.wholeCentre.text(in: language) }
          }
        }
        element("p") {
          element("a", ["href": ReformPages.path]) { ReformWords.title.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var undecidedTable: PageTable {
    PageTable(
      UnitChangeWords.undecided,
      columns: [
        .text(UnitChangeWords.area), .text(UnitChangeWords.number),
        .text(UnitChangeWords.formerUnits),
      ],
      rows: undecided.map { scope in
        PageTable.Row([
          .text(scope.label), .text("\(scope.scope.rawValue)"),
          .text(scope.units.joined(separator: "; ")),
        ])
      }, empty: UnitChangeWords.nothingUndecided)
  }

  private func form(_ problem: BilingualText?) -> HTML {
    let choose: FormField.Choice = ("", BilingualText(vi: "– chọn –", en: "– choose –"))
    let areas = labels.sorted { $0.key < $1.key }.map {
      ("\($0.key.rawValue)", BilingualText(same: $0.value))
    }
    return PageForm(
      action: Self.path, formToken: request.formToken, submit: ReformWords.show,
      problem: problem
    ).html(language) {
      hidden(Self.stepName, Self.preview)
      element("div", ["class": "field-grid"]) {
        PageField(
          "unit", PlaceWords.unit, .choice([choose] + units), value: request.typed("unit"),
          isRequired: true
        ).html(language)
        PageField(
          "act", UnitChangeWords.what, .choice(Act.allCases.map { ($0.rawValue, $0.words) }),
          value: request.typed("act"), isRequired: true
        ).html(language)
        PageField(
          "into", UnitChangeWords.into, value: request.typed("into"),
          hint: UnitChangeWords.intoHint
        ).html(language)
        PageField(
          "scope", UnitChangeWords.area, .choice([choose] + areas),
          value: request.typed("scope"), hint: UnitChangeWords.areaHint
        ).html(language)
        PageField(
          "from", ReformWords.from, .digits,
          value: request.form["from"] ?? Format.date(request.today),
          hint: ErasureWords.dayHint, isRequired: true
        ).html(language)
      }
    }
  }

  // MARK: Looking and doing

  private func send() throws -> HTTPResponse {
    guard isEverything else {
      throw AccountError.reachTooSmall(request.account?.name.text ?? "")
    }
    do {
      let asked = try asked()
      if asked.act == .split, asked.parts.isEmpty { return page(shown: try parts(of: asked)) }
      let isPreview = request.form[Self.stepName] == Self.preview
      if !isPreview {
        try request.centre.note(
          AuditEvent(
            .sent, Self.path,
            detail: sentFields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")),
          by: try request.actor)
      }
      let (changes, check) = try carryOut(asked, isDryRun: isPreview)
      guard isPreview else { return .seeOther("\(Self.path)?done=1") }
      return page(shown: shown(asked, changes, check))
    } catch let failure as Failure {
      return page(failure.words)
    } catch let error as InputProblem {
      return page(
        BilingualText(vi: error.message(in: .vietnamese), en: error.message(in: .english)))
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return page(PageRequest.words(ofInput: error))
    }
  }

  private func shown(
    _ asked: Asked, _ changes: [NamedGrantChange], _ check: UnitChangeCheck
  ) -> HTML {
    panel(id: "shown", asked.act.words.capitalized.text(in: language)) {
      element("p", ["class": "message attention", "role": "status"]) {
        (check.isNothing ? UnitChangeWords.nothing : ReformWords.onlyShown).text(in: language)
      }
      ReformPreview.grants(changes, language).html(language)
      for words in check.notes { element("p") { words.text(in: language) } }
      for words in check.problems(isDone: false) {
        element("p") { StateMark.attention.html(words.text(in: language)) }
      }
      element("p") { ReformWords.means.text(in: language) }
      if !check.isNothing {
        PageForm(
          action: Self.path, formToken: request.formToken, submit: UnitChangeWords.carryOut
        ).html(language) {
          for field in sentFields { hidden(field.name, field.value) }
          if check.hasProblem { hidden(Self.acceptName, "1") }
        }
      }
    }
  }

  /// What the form asks for, to be sent again or kept in the log.
  private var sentFields: [(name: String, value: String)] {
    ["act", "unit", "into", "scope", "from"].map { ($0, request.typed($0)) }
      + request.form.all(Self.partName).map { (Self.partName, $0) }
      + (isShared ? [(Self.sharedName, "1")] : [])
  }

  private var isShared: Bool { request.form[Self.sharedName] != nil }

  /// The areas of a unit that is split, of which those that leave it are chosen.
  private func parts(of asked: Asked) throws -> HTML {
    try request.centre.requireUnits([asked.unit], on: asked.day)
    let areas = try request.centre.read { reader in
      let hamlets = try reader.scopes(of: .households)
      return try PlaceMap(reader).scopes(of: asked.unit, on: asked.day).filter(hamlets.contains)
    }
    return panel(id: "parts", asked.act.words.capitalized.text(in: language)) {
      if areas.isEmpty {
        element("p", ["class": "empty"]) { UnitChangeWords.noArea.text(in: language) }
      } else {
        PageForm(action: Self.path, formToken: request.formToken, submit: ReformWords.show)
          .html(language) {
            hidden(Self.stepName, Self.preview)
            for field in sentFields where field.name != Self.partName {
              hidden(field.name, field.value)
            }
            TickBoxes(
              name: Self.partName, legend: UnitChangeWords.leaving,
              choices: areas.map { area in
                ("\(area.rawValue)", BilingualText(same: labels[area] ?? "#\(area.rawValue)"))
              }, chosen: [], problem: nil
            ).html(language)
            TickBoxes(
              name: Self.sharedName, legend: UnitChangeWords.formerUnit,
              choices: [("1", UnitChangeWords.shared)], chosen: [], problem: nil
            ).html(language)
          }
      }
    }
  }

  private func asked() throws -> Asked {
    guard let act = Act(rawValue: request.typed("act")) else {
      throw Self.refusal(UnitChangeWords.notChosen)
    }
    let unit = try GrantChanges.unit(request.typed("unit"))
    let into = request.typed("into")
    let scope = Int64(request.typed("scope")).flatMap(ScopeID.init(rawValue:))
    switch act {
    case .merge, .recode, .split: _ = try GrantChanges.unit(into)
    case .rename: guard !into.isEmpty else { throw Self.refusal(UnitChangeWords.notChosen) }
    case .assign:
      guard let scope, labels[scope] != nil else {
        throw Self.refusal(UnitChangeWords.notChosen)
      }
    }
    return Asked(
      act: act, unit: unit, into: String(into.prefix(200)), scope: scope,
      parts: request.form.all(Self.partName).compactMap {
        Int64($0).flatMap(ScopeID.init(rawValue:))
      },
      day: try Format.parseDate(request.typed("from")))
  }

  private static func refusal(_ words: BilingualText) -> Failure {
    Failure(code: "unit-change-unread", exitCode: .userError, words: words)
  }

  private func carryOut(
    _ asked: Asked, isDryRun: Bool
  ) throws -> (changes: [NamedGrantChange], check: UnitChangeCheck) {
    let centre = request.centre
    let day = Int64(asked.day.daysSince1970)
    let accepts = request.form[Self.acceptName] != nil
    switch asked.act {
    case .merge, .recode:
      try centre.requireUnits([asked.unit], on: asked.day)
      return try centre.changeUnits(
        into: asked.into, moving: [], on: day,
        isNew: asked.act == .recode && asked.unit != asked.into, isDryRun: isDryRun,
        accepts: accepts
      ) { store, clock in
        try store.mergeUnits([asked.unit], into: asked.into, from: day, clock: clock)
      }
    case .split:
      try centre.requireUnits([asked.unit], on: asked.day)
      try centre.requireScopes(asked.parts, under: asked.unit, on: asked.day)
      return try centre.changeUnits(
        into: asked.into, moving: asked.parts, on: day, isDryRun: isDryRun, accepts: accepts
      ) { store, clock in
        try store.splitUnit(
          asked.unit, into: asked.into, scopes: asked.parts, isShared: isShared, from: day,
          clock: clock)
      }
    case .rename:
      try centre.requireUnits([asked.unit], on: request.today)
      let changes = try centre.changeGrants(isDryRun: isDryRun) { store, clock in
        _ = try store.renameUnit(asked.unit, to: asked.into, clock: clock)
        return []
      }
      return (changes, UnitChangeCheck())
    case .assign:
      guard let scope = asked.scope else { throw Self.refusal(UnitChangeWords.notChosen) }
      return try centre.changeUnits(
        into: asked.unit, moving: [scope], on: day, isDryRun: isDryRun, accepts: accepts
      ) { store, clock in
        try store.assign(scope, toUnit: asked.unit, from: day, clock: clock)
      }
    }
  }
}

/// The words of changes of one unit.
enum UnitChangeWords {
  static let title = BilingualText(vi: "Đổi một xã, phường", en: "Change a unit")
  static let lead = BilingualText(
    vi: "Một thay đổi không cần tệp: xem trước máy nào được thêm, phải trả lại gì, rồi mới làm.",
    en: "One change without a file: see first what laptops gain and hand back, then do it.")
  static let change = BilingualText(vi: "Thay đổi", en: "The change")
  static let what = BilingualText(vi: "Việc", en: "What to do")
  static let into = BilingualText(vi: "Mã mới hoặc tên mới", en: "New code or new name")
  static let intoHint = BilingualText(
    vi: "mã 5 chữ số khi sáp nhập, tách hay đổi mã; tên khi đổi tên",
    en: "a code of five digits to merge, split or recode; a name to rename")
  static let leaving = BilingualText(
    vi: "Vùng tách sang xã kia", en: "Areas that move to the other unit")
  static let formerUnit = BilingualText(vi: "Xã cũ", en: "The former unit")
  static let shared = BilingualText(
    vi: "các vùng ấy vẫn thuộc cả xã cũ", en: "these areas stay under it as well")
  static let noArea = BilingualText(
    vi: "Ngày ấy xã này không có thôn nào để tách; chưa đổi gì.",
    en: "On that day no hamlet lies in the unit; nothing was changed.")
  static let area = BilingualText(vi: "Vùng dữ liệu", en: "Area")
  static let areaHint = BilingualText(
    vi: "chỉ khi xếp một vùng vào xã", en: "only to put an area under the unit")
  static let number = BilingualText(vi: "Số", en: "Number")
  static let formerUnits = BilingualText(vi: "Xã cũ", en: "Former units")
  static let undecided = BilingualText(
    vi: "Vùng chưa rõ thuộc xã nào", en: "Areas that lie in no unit yet")
  static let nothingUndecided = BilingualText(
    vi: "Mọi vùng đều thuộc một xã.", en: "Every area lies in a unit.")
  static let nothing = BilingualText(
    vi: "Không có gì thay đổi: mọi thứ đã như vậy rồi.",
    en: "Nothing changes: everything is so already.")
  static let carryOut = BilingualText(vi: "Làm thay đổi này", en: "Carry it out")
  static let done = BilingualText(
    vi: "Đã đổi. Các máy biết ở lần gửi nhận tới.",
    en: "Changed. Laptops learn it in their next round.")
  static let notChosen = BilingualText(
    vi: "Chưa đổi gì: còn thiếu việc, tên hoặc vùng.",
    en: "Nothing was changed: what to do, a name or an area is missing.")
}
