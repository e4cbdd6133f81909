import FieldWork
import Testing

@testable import FieldAgent

/// What is asked about the codes of dossiers before a form is saved, and how records stand that have
/// one code in common.
@Suite struct CodeQuestionTests {
  let desk: TestDesk
  let household: String
  let visit: String

  init() throws {
    let laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026",
      "--start", "09:10")
    desk = try TestDesk(laptop)
  }

  private static let block = [
    ("assist-1-service", "1.001193"), ("assist-1-mode", "guided"),
    ("assist-1-outcome", "submitted"), ("assist-1-channel", "online"),
    ("assist-1-dossier_code", "H40.1-1"),
  ]

  /// The assists and dossiers that there are by now.
  private func found() throws -> (assists: [Assist], dossiers: [Submission]) {
    try desk.use { laptop in
      (try laptop.records.reader.assists(), try laptop.records.reader.submissions())
    }
  }

  /// Adds an assist with its dossier.
  private func addAssist() throws -> (assist: String, dossier: String) {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    _ = try desk.follow(draft, [("seen", "9"), ("action", "save")] + Self.block)
    let (assists, dossiers) = try found()
    return (try #require(assists.first).codeText, try #require(dossiers.first).codeText)
  }

  /// The button that says yes to a question about codes.
  private func answer(_ page: TestDesk.Page) throws -> String {
    try #require(
      page.text.firstMatch(of: /value="(save-yes-code-question-[0-9a-z,]+)"/).map { String($0.1) },
      "\(page.text)")
  }

  @Test func `a code that another dossier has is asked about before it is saved, and told once`()
    throws
  {
    let first = try addAssist().dossier
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    let asked = try desk.post(draft, [("seen", "9"), ("action", "save")] + Self.block)
    #expect(asked.status == 422 && asked.text.contains("href=\"/submissions/\(first)\""))
    #expect(try found().assists.count == 1)
    let (path, page) = try desk.follow(
      draft, [("seen", "9"), ("action", try answer(asked))] + Self.block)
    #expect(path == "/visits/\(visit)")
    let notice = try #require(page.text.range(of: "id=\"notice\""))
    let told = page.text[notice.upperBound...].prefix(1_500)
    #expect(told.contains("href=\"/submissions/\(first)\""))
    #expect(told.matches(of: /1 other record has this dossier code/).count == 1, "\(told)")
    // Each counts, and says until when.
    for assist in try found().assists {
      let shown = try desk.get("/assists/\(assist.codeText)").text
      #expect(shown.contains("It counts until the coordinator decides"), "\(shown)")
    }
    #expect(page.text.matches(of: /It counts until the coordinator decides/).count == 2)
    #expect(
      try desk.get("/submissions/\(first)").text.contains("both count until the coordinator"))
  }

  @Test func `the list of visits names the dossiers of each by their codes`() throws {
    #expect(try !desk.get("/visits").text.contains("/submissions/"))
    let dossier = try addAssist().dossier
    let list = try desk.get("/visits").text
    #expect(list.contains("href=\"/submissions/\(dossier)\" class=\"nowrap\">H40.1-1</a>"))
    // Two visits of one day are told apart, also where one of them is to be voided.
    #expect(list.contains("Birth registration") && list.contains("09:10"))
    let void = try desk.get("/visits/\(visit)/void").text
    #expect(void.contains("Birth registration") && void.contains("09:10"))
    #expect(void.contains("Đức · 16/11/2026"))
    _ = try desk.post("/submissions/\(dossier)/void", [("reason", "nhầm")])
    #expect(try !desk.get("/visits").text.contains("H40.1-1"))
  }

  @Test func `the form of a dossier alone and its change ask about the code as well`() throws {
    let (assist, dossier) = try addAssist()
    let (draft, _) = try desk.follow("/assists/\(assist)/submissions")
    let fields = [("seen", "9"), ("channel", "online"), ("dossier_code", "h40.1 - 1")]
    let asked = try desk.post(draft, fields + [("action", "save")])
    #expect(asked.status == 422 && asked.text.contains("href=\"/submissions/\(dossier)\""))
    let saved = try desk.follow(draft, fields + [("action", try answer(asked))])
    #expect(saved.path.hasPrefix("/submissions/") && saved.path != "/submissions/\(dossier)")
    let (edit, form) = try desk.follow("\(saved.path)/edit")
    let changed = TestDesk.fields(of: form).map {
      ($0.0, $0.0 == "dossier_code" ? "chưa có" : $0.1)
    }
    let doubted = try desk.post(edit, changed + [("seen", "99"), ("action", "save")])
    #expect(doubted.status == 422 && doubted.text.contains("does not look like the code"))
    // What was not changed is not asked about.
    _ = try desk.post("\(edit)/discard")
    let (_, noted) = try desk.change(saved.path, ["note": "x"])
    #expect(noted.text.contains("id=\"notice\""), "\(noted.text)")
  }

  @Test func `a voided assist or dossier says how it is recorded anew, and the way works`() throws {
    let (assist, dossier) = try addAssist()
    _ = try desk.post("/submissions/\(dossier)/void", [("reason", "nhầm")])
    let gone = try desk.get("/submissions/\(dossier)").text
    #expect(gone.contains("Record this dossier anew"))
    #expect(gone.contains("action=\"/assists/\(assist)/submissions\""))
    #expect(try desk.follow("/assists/\(assist)/submissions").page.status == 200)
    _ = try desk.post("/assists/\(assist)/void", [("reason", "nhầm")])
    let voided = try desk.get("/assists/\(assist)").text
    #expect(voided.contains("Record this assist anew"))
    #expect(voided.contains("action=\"/visits/\(visit)/assists\""))
    #expect(try desk.follow("/visits/\(visit)/assists").page.status == 200)
    _ = try desk.post("/visits/\(visit)/void", [("reason", "nhầm")])
    for path in ["/assists/\(assist)", "/submissions/\(dossier)"] {
      let page = try desk.get(path).text
      #expect(page.contains("action=\"/households/\(household)/visits\""), "\(path)")
    }
  }
}
