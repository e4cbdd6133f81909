import Foundation
import Testing

@testable import FieldAgent

/// What is wrong is named as the field is named to which it leads.
@Suite struct FieldNameTests {
  private let laptop: TestLaptop
  private let paths: [String]

  init() throws {
    laptop = try TestLaptop(of: TestCentre())
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ A")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Lò Văn Pản")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.004222",
      "--mode", "guided", "--outcome", "submitted")
    let submission = try laptop.save(
      "submission", "add", "--assist", assist, "--channel", "online", "--received",
      "17/11/2026 09:00")
    paths = [
      "/households/new", "/households/\(household)/edit", "/households/\(household)/residents",
      "/residents/\(resident)/edit", "/households/\(household)/visits", "/visits/\(visit)/edit",
      "/visits/\(visit)/assists", "/assists/\(assist)/edit", "/assists/\(assist)/submissions",
      "/submissions/\(submission)/edit", "/submissions/\(submission)/events", "/sessions/new",
      "/tasks/new", "/tallies/new", "/consents/new", "/feedback/new", "/observations/new",
      "/difficulties/new", "/attendances/new",
    ]
  }

  /// The words of a part of a page.
  private static func words(_ text: Substring) -> String {
    text.replacing(/<span.*?<\/span>/, with: "").replacing(/<[^>]*>/, with: "")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: ["en", "vi"])
  func `every problem of every form is named by the label of its field`(
    _ language: String
  ) throws {
    let desk = try TestDesk(laptop)
    _ = try desk.post("/language", [("language", language), ("back", "/today")])
    var seen = 0
    for path in paths {
      let (draft, form) = try desk.follow(path)
      // Nothing that anybody could mean by any of them.
      var fields = TestDesk.fields(of: form).filter { $0.0 != "boxes" }.map { ($0.0, "?! 99/99") }
      if form.text.contains("id=\"add-assist\"") {
        fields += [("assists", "1"), ("assist-1-outcome", "submitted")]
        fields += ["service", "mode", "channel", "received", "appointment", "dossier_code"].map {
          ("assist-1-\($0)", "?! 99/99")
        }
      }
      let refused = try desk.post(draft, fields + [("seen", "99"), ("action", "save")])
      #expect(refused.status == 422, "\(path)")
      for problem in refused.text.matches(of: #/<a href="#([^"]+)">([^<:]+):/#) {
        guard
          let label = refused.text.matches(of: /<label for="([^"]+)">(.*?)<\/label>/).first(
            where: { $0.1 == problem.1 })
        else { continue }
        let name = Self.words(label.2)
        #expect(String(problem.2).hasSuffix(name), "\(path): \(problem.2) is not “\(name)”")
        seen += 1
      }
    }
    #expect(seen >= 40, "\(seen)")
  }

  @Test func `the closed door offers no way that leads back to it`() throws {
    let answer = try TestPages(laptop).get("/today")
    #expect(answer.status == 403 && answer.text.contains("camtay serve --open"))
    #expect(!answer.text.contains("<a href=\"/\""))
  }

  @Test func `whoever types no enrolment code is told where to get one`() throws {
    let words = FailureCatalogue.failure(.wrongLength(0)).words
    #expect(words.english.contains("comes from the coordinator"))
    #expect(words.vietnamese.contains("điều phối viên") && !words.vietnamese.contains("ở đây có 0"))
  }
}
