import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a new household, and of changes to one.
struct HouseholdForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest

  /// The household that is changed; nil for a new one.
  private let standing: Household?

  let submit = BilingualText(vi: "Lưu thông tin hộ", en: "Save the household")
  var onward: [Onward] {
    guard standing == nil else { return [] }
    return [
      Onward("person", BilingualText(vi: "Lưu, rồi thêm người", en: "Save, then add a person")) {
        try HouseholdPage.beginResident(of: $0, request)
      }
    ]
  }
  var back: String { standing.map { "/households/\($0.codeText)" } ?? FindPage.resultsPath }
  var title: BilingualText {
    standing.map {
      BilingualText(vi: "Sửa hộ \($0.codeText)", en: "Change household \($0.codeText)")
    } ?? BilingualText(vi: "Thêm hộ", en: "Add a household")
  }

  var heading: BilingualText {
    standing.map {
      BilingualText(vi: "Sửa hộ ", en: "Change household ")
        + BilingualText(same: named($0.name, $0.codeText))
    } ?? title
  }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    standing = try draft.subject.map { try request.reader.existing(Household.self, $0) }
  }

  func recorded() -> [(name: String, value: String)]? {
    guard let household = standing else { return nil }
    return [
      ("kind", household.kind?.name ?? ""), ("name", household.name ?? ""),
      ("address", household.address ?? ""), ("phone", household.phone ?? ""),
      ("note", household.note ?? ""),
    ]
  }

  /// What a new household begins with: what was looked for and not found, and the hamlet where there
  /// is one only, or in which this person recorded last.
  static func start(_ request: LaptopRequest) throws -> [(name: String, value: String)] {
    let hamlets = try request.laptop.hamlets()
    var place = hamlets.count == 1 ? hamlets.first?.id : nil
    if place == nil,
      let visit = try request.reader.visits(
        member: request.member, page: RecordPage(limit: 1)
      ).first
    {
      let last = try visit.household.flatMap {
        try request.reader.record(Household.self, $0)?.place
      }
      place = hamlets.first { $0.id == last }?.id
    }
    let searched = SearchedWords(request.memory.query, hamlets: SearchedWords.named(hamlets))
    return [
      ("place", (searched.hamlet ?? place).map { String($0.rawValue) } ?? ""),
      ("kind", HouseholdKind.family.name),
      ("name", searched.name ?? ""), ("address", searched.address ?? ""),
      ("phone", searched.phone ?? ""), ("note", ""),
    ]
  }

  func words(of field: String, _ value: String) -> BilingualText? {
    field == "kind" ? HouseholdKind.words(named: value) : nil
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    // The hamlet of a household stays: only the centre moves one.
    let place = try standing.map { try placeStays($0, language) } ?? placeField(problems, language)
    return element("div", ["class": "field-grid"]) {
      place
      PageField(
        "kind", FieldLabel.words(of: "kind"),
        .choice(HouseholdKind.allCases.map { ($0.name, $0.words) }),
        value: draft["kind"] ?? HouseholdKind.family.name, error: problems["kind"]
      ).html(language)
      PageField(
        "name", BilingualText(vi: "Tên chủ hộ hoặc cửa hàng", en: "Head, or name of the shop"),
        value: draft["name"] ?? "", error: problems["name"], isRequired: true
      ).html(language)
      PageField(
        "address", FieldLabel.words(of: "address"), value: draft["address"] ?? "",
        hint: BilingualText(
          vi: "số nhà, ngõ, mốc dễ thấy", en: "number, lane, something easy to see"),
        error: problems["address"]
      ).html(language)
      PageField(
        "phone", FieldLabel.words(of: "phone"), .digits, value: draft["phone"] ?? "",
        error: problems["phone"]
      ).html(language)
      PageField(
        "note", FieldLabel.words(of: "note"), .lines, value: draft["note"] ?? "",
        error: problems["note"]
      ).html(language)
    }
  }

  private func placeStays(_ household: Household, _ language: Language) throws -> HTML {
    let hamlet = try household.place.flatMap { try request.reader.record(Place.self, $0)?.name }
    return element("p", ["class": "field-hint"]) {
      (hamlet.map { "\($0). " } ?? "")
        + language.text(
          "Hộ đã chuyển sang thôn khác thì báo trung tâm: chỉ trung tâm chuyển hộ.",
          "Where a household has moved to another hamlet tell the centre: it alone moves "
            + "households."
        )
    }
  }

  private func placeField(_ problems: FormProblems, _ language: Language) throws -> HTML {
    let places = try request.laptop.hamlets()
    return PageField(
      "place", FieldLabel.words(of: "place"),
      .choice(
        [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
          + places.map { (String($0.id.rawValue), BilingualText(same: $0.name ?? $0.codeText)) }),
      value: draft["place"] ?? "",
      hint: places.count > 1 && draft.field("place")?.isChanged == false
        ? BilingualText(
          vi: "điền sẵn theo lần thăm gần nhất; sai thì chọn lại",
          en: "as in your last visit; choose another if it is wrong") : nil,
      error: problems["place"], isRequired: true
    ).html(language)
  }

  func save() throws -> SavedDraft {
    if let standing {
      let typed = HouseholdDraft(
        kind: draft.changed("kind"), name: draft.changed("name"),
        address: draft.changed("address"), phone: draft.changed("phone"),
        note: draft.changed("note"))
      return try Correction.save(draft, of: standing.header, request) {
        try $0.editHousehold(standing.id, typed, author: request.member, clock: request.clock)
      }
    }
    let typed = HouseholdDraft(
      place: draft["place"].flatMap { Int64($0) }.flatMap(RowID.init(rawValue:)),
      kind: draft["kind"], name: draft["name"], address: draft["address"], phone: draft["phone"],
      note: draft["note"])
    let saved = try SavedDraft.writing(draft, request) {
      try $0.addHousehold(typed, author: request.member, clock: request.clock)
    }
    let name = named(draft["name"], saved.codeText)
    return SavedDraft(
      row: saved.id, path: "/households/\(saved.codeText)",
      notice: PageNotice(
        BilingualText(
          vi: "Đã lưu thông tin hộ \(name) trên máy này.",
          en: "Saved on this laptop: household \(name).") + request.notSent,
        warnings: saved.warnings.map(\.words)))
  }
}
