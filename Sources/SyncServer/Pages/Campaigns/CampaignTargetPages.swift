import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// What belongs to a campaign's list: households of hamlets by a filter, or by a list of codes. How
/// many it would be stands there first.
struct CampaignTargetPages {
  private static let pattern = "\(CampaignPages.path)/:campaign/targets"
  /// The most codes that one form takes.
  private static let maximumCodes = 20_000
  /// Bytes of the largest form: so many codes and the rest.
  private static let bodyLimit = 1 << 20

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator) { try CampaignTargetPages($0).page() },
    PageRoute(.post, pattern, access: .coordinator, bodyLimit: bodyLimit, isNoted: false) {
      try CampaignTargetPages($0).send()
    },
  ]

  /// Where the list of a campaign is changed.
  static func path(of campaign: CampaignStanding) -> String {
    CampaignPages.path(of: campaign) + "/targets"
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let campaign: CampaignStanding
  private let places: [FormField.Choice]
  /// The hamlets of each choice.
  private let hamlets: [String: [RowID]]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    campaign = try request.campaign()
    (places, hamlets) = try request.centre.read { reader in
      let map = try PlaceMap(reader)
      let today = request.today
      let own = map.places.filter { $0.isValid(on: today) && reached.holds($0) }
      let byUnit = Dictionary(grouping: own) { map.unit(of: $0, on: today) ?? "" }
      var choices: [FormField.Choice] = []
      var hamlets: [String: [RowID]] = [:]
      for (unit, rows) in byUnit.sorted(by: { $0.key < $1.key }) {
        let name = map.name(of: unit, on: today) ?? unit
        hamlets["unit-\(unit)"] = rows.map(\.id)
        choices.append(("unit-\(unit)", TargetWords.unit(name)))
        for row in rows.sorted(by: { NaturalOrder($0.name ?? "") < NaturalOrder($1.name ?? "") }) {
          hamlets[row.codeText] = [row.id]
          choices.append((row.codeText, BilingualText(same: "\(name) · \(row.name ?? "—")")))
        }
      }
      return (choices, hamlets)
    }
  }

  private var path: String { Self.path(of: campaign) }
  private var mayWrite: Bool {
    get throws {
      try request.centre.read { try reached.mayWrite(campaign.record, $0) } || reached.isEverything
    }
  }

  private func page(problem: BilingualText? = nil, found: Found? = nil) throws -> HTTPResponse {
    var frame = request.frame(CampaignWords.targets)
    frame.lead = BilingualText(same: campaign.name)
    frame.path = path
    let mayWrite = try mayWrite
    return .html(
      frame.page {
        if let done = request.http.query["done"].flatMap({ Int($0) }) {
          element("p", ["class": "message good", "role": "status"]) {
            TargetWords.done(done).text(in: language)
          }
        }
        panel {
          facts(
            [(CampaignWords.listed, Format.integer(Int64(campaign.listed), language))], language)
          if !mayWrite || campaign.record.isVoided {
            element("p", ["class": "empty"]) { TargetWords.notYours.text(in: language) }
          }
        }
        if mayWrite, !campaign.record.isVoided {
          if let found { confirmation(found) }
          panel(TargetWords.byPlace.text(in: language)) {
            form(problem) { placeFields }
          }
          panel(TargetWords.byCode.text(in: language)) {
            form(nil) {
              PageField(
                "codes", TargetWords.codes, .lines, value: request.form["codes"] ?? "",
                hint: TargetWords.codesHint, isRequired: true
              ).html(language)
              act("by-code")
            }
          }
        }
        element("p") {
          element("a", ["href": CampaignPages.path(of: campaign)]) {
            CampaignWords.back.text(in: language)
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private func form(_ problem: BilingualText?, @HTMLBuilder _ fields: () -> HTML) -> HTML {
    PageForm(
      action: path, formToken: request.formToken, submit: TargetWords.look, problem: problem
    ).html(language, fields)
  }

  private var placeFields: HTML {
    func value(_ name: String) -> String { request.form[name] ?? "" }
    return HTML.group {
      element("div", ["class": "field-grid"]) {
        PageField(
          "place", CampaignWords.place,
          .choice([(value: "", words: PersonActWords.choose)] + places), value: value("place"),
          isRequired: true
        ).html(language)
        PageField(
          "kind", TargetWords.kind,
          .choice(
            [(value: "", words: TargetWords.everyKind)]
              + HouseholdKind.allCases.map { ($0.name, $0.words) }), value: value("kind")
        ).html(language)
        PageField(
          "since", TargetWords.since, .digits, value: value("since"),
          hint: BilingualText(vi: "ngày/tháng/năm", en: "day/month/year")
        ).html(language)
      }
      act("by-place")
    }
  }

  private func act(_ id: String) -> HTML {
    HTML.group {
      hidden("step", "look")
      element("div", ["class": "field"]) {
        element("label", ["for": id]) { TargetWords.act.text(in: language) }
        element("select", ["id": id, "name": "act"]) {
          for (value, words) in TargetWords.acts {
            element("option", ["value": value, "selected": value == asked ? "" : nil]) {
              words.text(in: language)
            }
          }
        }
      }
    }
  }

  private var asked: String { request.form["act"] == "remove" ? "remove" : "add" }

  /// What a form means: households, and how many of them change the list.
  private struct Found: Sendable {
    let rows: [RowID]
    let changing: Int
    /// Lines of a list of codes that mean no household.
    let unknown: [String]
  }

  private func confirmation(_ found: Found) -> HTML {
    panel {
      element("p", ["role": "status"]) {
        TargetWords.found(found.rows.count, found.changing, isAdded: asked == "add")
          .text(in: language)
      }
      if !found.unknown.isEmpty {
        element("p") {
          StateMark.attention.html(
            TargetWords.unknown(found.unknown).text(in: language))
        }
      }
      if found.changing > 0 {
        PageForm(
          action: path, formToken: request.formToken,
          submit: TargetWords.change(found.changing, isAdded: asked == "add")
        ).html(language) {
          for name in ["place", "kind", "since", "codes", "act"] {
            if let value = request.form[name] {
              hidden(name, value)
            }
          }
        }
      }
    }
  }

  private func send() throws -> HTTPResponse {
    let isLook = request.form["step"] == "look"
    let actor = try request.actor
    do {
      let found = try find()
      if isLook { return try page(found: found) }
      let changed = try request.centre.change { records, clock in
        guard try reached.mayWrite(campaign.record, records.reader) else { throw BeyondReach() }
        let isAdded = asked == "add"
        let changed = try records.changeHouseholds(
          ofCampaign: campaign.record.header.id, adding: isAdded ? found.rows : [],
          removing: isAdded ? [] : found.rows, author: request.account?.rights.member, clock: clock)
        let count = changed.added + changed.removed
        if count > 0 {
          try AuditLog(records.store.connection).note(
            AuditEvent(.sent, path, detail: "\(asked)=\(count)"), by: actor, at: clock.wall)
        }
        return count
      }
      return .seeOther("\(path)?done=\(changed)")
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(problem: PageRequest.words(ofInput: error))
    }
  }

  /// - Throws: `FieldError.notFound` where no hamlet was chosen, `InputProblem` for the day.
  private func find() throws -> Found {
    let present = Set(campaign.targets.map(\.row))
    let isAdded = asked == "add"
    func found(_ rows: [RowID], _ unknown: [String] = []) -> Found {
      Found(
        rows: rows, changing: rows.count { present.contains($0) != isAdded }, unknown: unknown)
    }
    if let codes = request.form["codes"] {
      let typed = RecordBox.parts(codes).prefix(Self.maximumCodes)
      return try request.centre.read { reader in
        var rows: [RowID] = []
        var unknown: [String] = []
        var seen: Set<RowID> = []
        for text in typed {
          guard let row = try? reader.resolveOne(text, as: .household),
            let household = try reader.record(Household.self, reader.present(row, .household)),
            household.voidReason == nil, reached.holds(scope: household.scope)
          else {
            unknown.append(String(text.prefix(40)))
            continue
          }
          if seen.insert(household.id).inserted { rows.append(household.id) }
        }
        return found(rows, unknown)
      }
    }
    let chosen = request.form["place"] ?? ""
    guard let places = hamlets[chosen] else { throw PlaceNeeded() }
    let since = request.typed("since")
    let day = since.isEmpty ? nil : try Format.parseDate(since)
    let kind = HouseholdKind.allCases.first { $0.name == request.form["kind"] }
    return found(
      try request.centre.read {
        try $0.campaignCandidates(
          in: places, kind: kind, withoutVisitSince: day, asOf: request.today)
      })
  }
}

/// No hamlet or unit was chosen.
private struct PlaceNeeded: CentreProblem {
  var code: String { "place-needed" }
  var category: ErrorCategory { .userError }
  var words: BilingualText {
    BilingualText(
      vi: "Chưa đổi gì; hãy chọn thôn hoặc xã.",
      en: "Nothing was changed; choose a hamlet or a unit.")
  }
}

private enum TargetWords {
  static let byPlace = BilingualText(vi: "Theo thôn, xã", en: "By hamlet or unit")
  static let byCode = BilingualText(vi: "Theo mã hộ", en: "By codes")
  static let codes = BilingualText(vi: "Mã hộ", en: "Codes of households")
  static let codesHint = BilingualText(
    vi: "mỗi dòng một mã; chép được từ một cột của bảng tính",
    en: "one a line, as copied from a column of a spreadsheet")
  static let kind = BilingualText(vi: "Loại hộ", en: "Kind of household")
  static let everyKind = BilingualText(vi: "mọi loại", en: "every kind")
  static let since = BilingualText(vi: "Chỉ hộ chưa thăm từ ngày", en: "Only those unvisited since")
  static let act = BilingualText(vi: "Làm gì", en: "What to do")
  static let look = BilingualText(vi: "Xem có bao nhiêu hộ", en: "See how many")
  static let notYours = BilingualText(
    vi: "Danh sách của đợt này không sửa được ở đây: đợt đã hủy, hoặc rộng hơn phạm vi của bạn.",
    en: "The list of this campaign cannot be changed here: it is voided, or reaches further than "
      + "you do.")
  static let acts: [(value: String, words: BilingualText)] = [
    ("add", BilingualText(vi: "đưa vào danh sách", en: "put them on the list")),
    ("remove", BilingualText(vi: "bỏ khỏi danh sách", en: "take them off the list")),
  ]

  static func unit(_ name: String) -> BilingualText {
    BilingualText(vi: "\(name): mọi thôn", en: "\(name): every hamlet")
  }

  static func found(_ count: Int, _ changing: Int, isAdded: Bool) -> BilingualText {
    let rest = count - changing
    return isAdded
      ? BilingualText(
        vi: "\(count) hộ; \(changing) hộ sẽ được thêm, \(rest) hộ đã có trong danh sách. Chưa ghi "
          + "gì.",
        en:
          "\(counted(count, "household", "households")); \(changing) would be added, \(rest) are on the list already. "
          + "Nothing was written yet.")
      : BilingualText(
        vi:
          "\(count) hộ; \(changing) hộ sẽ bị bỏ, \(rest) hộ không có trong danh sách. Chưa ghi gì.",
        en:
          "\(counted(count, "household", "households")); \(changing) would be taken off, \(rest) are not on the list. "
          + "Nothing was written yet.")
  }

  static func change(_ count: Int, isAdded: Bool) -> BilingualText {
    isAdded
      ? BilingualText(
        vi: "Thêm \(count) hộ", en: "Add \(counted(count, "household", "households"))")
      : BilingualText(
        vi: "Bỏ \(count) hộ", en: "Take \(counted(count, "household", "households")) off")
  }

  static func done(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Danh sách đã đổi \(count) hộ.",
      en: "\(counted(count, "household", "households")) of the list changed.")
  }

  static func unknown(_ lines: [String]) -> BilingualText {
    let shown = lines.prefix(10).joined(separator: ", ")
    return BilingualText(
      vi: "\(lines.count) dòng không phải mã hộ trong phạm vi của bạn: \(shown)",
      en:
        "\(counted(lines.count, "line means", "lines mean")) no household within your reach: \(shown)"
    )
  }
}
