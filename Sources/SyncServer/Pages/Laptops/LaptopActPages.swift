import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The pages on which a coordinator says what became of a laptop: what it changes stands there
/// first, and the form does it.
enum LaptopActPages {
  private static let pattern = "\(LaptopListPage.path)/:replica/:act"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator) { try page($0, problem: nil) },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: perform),
  ]

  /// Where something is said of a laptop.
  static func path(_ act: LaptopAct, of replica: ReplicaID) -> String {
    "\(LaptopListPage.path(of: replica))/\(act.rawValue)"
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let laptop = try request.laptop()
    let act = try named(request)
    let own = LaptopListPage.path(of: laptop.report.replica)
    guard act.applies(to: laptop) else { return .seeOther(own) }
    let language = request.language
    let changes = try changes(act, laptop, request, isDryRun: true)
    let choices = try LaptopActChoices(act, laptop, request)
    var frame = request.frame(act.words + BilingualText(same: ": \(laptop.report.label)"))
    frame.isNarrow = true
    if request.http.method.changesState { frame.path = path(act, of: laptop.report.replica) }
    return .html(
      frame.page {
        panel {
          element("p") { act.effect.text(in: language) }
          for change in changes {
            if !change.lost.isEmpty {
              scopes(BilingualText(vi: "Phải trả lại", en: "Hands back"), change.lost, language)
            }
            if !change.gained.isEmpty {
              scopes(BilingualText(vi: "Được thêm", en: "Gains"), change.gained, language)
            }
          }
          if choices.isPossible {
            PageForm(
              action: path(act, of: laptop.report.replica), formToken: request.formToken,
              submit: act.words, problem: problem
            ).html(language) { for field in choices.fields { field.html(language) } }
          } else {
            element("p", ["class": "empty"]) { choices.empty.text(in: language) }
          }
        }
        element("p") {
          element("a", ["href": own]) {
            language.text("Không đổi gì, trở lại máy này", "Change nothing, back to this laptop")
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func scopes(
    _ label: BilingualText, _ scopes: [NamedScope], _ language: Language
  ) -> HTML {
    element("p") {
      label.text(in: language) + ": " + scopes.map(\.label).joined(separator: ", ") + "."
    }
  }

  private static func perform(_ request: PageRequest) throws -> HTTPResponse {
    let laptop = try request.laptop()
    let act = try named(request)
    // Sent twice, or said by somebody else meanwhile: the laptop's page shows how it stands.
    guard act.applies(to: laptop) else {
      return .seeOther(LaptopListPage.path(of: laptop.report.replica))
    }
    let choices = try LaptopActChoices(act, laptop, request)
    guard choices.problem == nil else { return try page(request, problem: choices.problem) }
    try request.centre.note(
      AuditEvent(.sent, request.http.path, detail: choices.auditDetail), by: try request.actor)
    switch act {
    case .lost: _ = try changes(act, laptop, request, isDryRun: false)
    case .found:
      _ = try request.centre.takeBack(
        laptop.report.replica, admits: choices.admits,
        by: request.account?.name.text ?? choices.value)
    case .replaced: try request.centre.replace(laptop.report.replica, by: choices.laptop())
    case .team: try request.centre.setTeam(choices.team(), of: laptop.report.replica)
    }
    return .seeOther("\(LaptopListPage.path(of: laptop.report.replica))?done=\(act.rawValue)")
  }

  private static func changes(
    _ act: LaptopAct, _ laptop: LaptopStanding, _ request: PageRequest, isDryRun: Bool
  ) throws -> [NamedGrantChange] {
    switch act {
    case .lost: try request.centre.declareLost(laptop.report.replica, isDryRun: isDryRun)
    case .found: try request.centre.declareFound(laptop.report.replica, isDryRun: isDryRun)
    case .replaced, .team: []
    }
  }

  /// - Throws: `CentreError.laptopUnknown` where there is no such page of a laptop.
  private static func named(_ request: PageRequest) throws -> LaptopAct {
    guard let act = LaptopAct(rawValue: request.parameters["act"]) else {
      throw CentreError.laptopUnknown(String(request.http.path.prefix(40)))
    }
    return act
  }
}

/// What has to be said with an act: the reason, the other laptop, the team.
private struct LaptopActChoices {
  private static let name = "what"
  private static let admission = "late"
  private static let admitted = "admit"

  /// What was sent.
  let value: String
  /// Whether what a lost laptop sent is to stand.
  let admits: Bool
  /// The fields.
  let fields: [PageField]
  /// What is wrong with what was sent.
  let problem: BilingualText?
  /// Whether there is anything to choose.
  let isPossible: Bool
  /// What stands there when there is not.
  let empty: BilingualText

  init(_ act: LaptopAct, _ laptop: LaptopStanding, _ request: PageRequest) throws {
    value = String((request.form[Self.name] ?? "").prefix(200))
    var choices: [(value: String, words: BilingualText)]?
    let label: BilingualText
    switch act {
    case .lost:
      label = BilingualText(vi: "Vì sao (ghi vào nhật ký)", en: "Why (noted in the log)")
      empty = label
    case .found:
      label = BilingualText(
        vi: "Ai đang giữ máy (ghi vào nhật ký)", en: "Who has it (noted in the log)")
      empty = label
    case .replaced:
      label = BilingualText(vi: "Máy thay", en: "The laptop in its place")
      empty = BilingualText(
        vi: "Trong phạm vi của bạn chưa có máy nào khác: hãy cấp mã cho máy mới trước.",
        en: "There is no other laptop within your reach: issue a code for the new one first.")
      let reached = try request.reached()
      choices = try request.centre.inspect { try LaptopReport.gather($0.store) }
        .filter { $0.replica != laptop.report.replica && $0.fate == nil && reached.holds($0) }
        .map {
          ("\($0.replica.rawValue)", BilingualText(same: "\($0.label) (\($0.replica.rawValue))"))
        }
    case .team:
      label = LaptopWords.team
      empty = BilingualText(
        vi: "Trong phạm vi của bạn không có tổ nào khác.",
        en: "There is no other team within your reach.")
      let reached = try request.reached()
      choices = try request.centre.read { reader in
        try reader.teams().filter { $0.id != laptop.report.team && reached.holds(team: $0.id) }.map
        {
          ("\($0.id.rawValue)", BilingualText(same: $0.name ?? $0.codeText))
        }
      }
    }
    isPossible = choices.map { !$0.isEmpty } ?? true
    let late =
      act == .found ? try request.centre.lateReviews(of: laptop.report.replica).count : 0
    admits = late > 0 && request.form[Self.admission] == Self.admitted
    let field = PageField(
      Self.name, label,
      choices.map { .choice([(value: "", words: BilingualText(same: "—"))] + $0) }
        ?? .text, value: value, isRequired: true)
    fields = [field] + (late > 0 ? [Self.admissionField(late, admits)] : [])
    let sent = value
    let isGiven =
      choices.map { $0.contains { $0.value == sent } } ?? sent.contains { !$0.isWhitespace }
    problem =
      isGiven
      ? nil
      : BilingualText(vi: "Chưa đổi gì; hãy điền: ", en: "Nothing was changed; fill in: ") + label
  }

  /// What the log keeps of it.
  var auditDetail: String {
    "\(Self.name)=\(value)" + (admits ? " \(Self.admission)=\(Self.admitted)" : "")
  }

  /// The laptop that was chosen, which is one of those on the page.
  /// - Throws: `CentreError.laptopUnknown`.
  func laptop() throws -> ReplicaID {
    guard let laptop = UInt32(value).flatMap(ReplicaID.init(rawValue:)) else {
      throw CentreError.laptopUnknown(value)
    }
    return laptop
  }

  /// The team that was chosen, which is one of those on the page.
  /// - Throws: `FieldError.noSuchRecord`.
  func team() throws -> RowID {
    guard let team = Int64(value).flatMap(RowID.init(rawValue:)) else {
      throw FieldError.noSuchRecord(TeamTable.definition.name)
    }
    return team
  }

  private static func admissionField(_ late: Int, _ admits: Bool) -> PageField {
    PageField(
      admission,
      BilingualText(
        vi: "Mục máy gửi trong lúc báo mất (\(late))",
        en: "What it sent while it was lost (\(late))"),
      .choice([
        (
          value: "",
          words: BilingualText(vi: "vẫn chờ quyết định từng mục", en: "still waits, one by one")
        ),
        (
          value: admitted,
          words: BilingualText(vi: "chấp nhận và tính tất cả", en: "admit and count all of it")
        ),
      ]), value: admits ? admitted : "")
  }
}
