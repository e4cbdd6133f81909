import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Every page in each language: no word of the other one on it, save data.
@Suite struct PageLanguageTests {
  let centre: TestCentre
  let pages: TestPages

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
    let password = "\(pages.laptop.home.path)/password"
    try HomeFolder.write(path: password, Array(TestPages.password.utf8))
    func save(_ words: String...) throws -> String {
      let run = pages.laptop.run(words + ["--password-file", password], json: true)
      return try #require(run.json?["code"]?.textValue, "\(words): \(run.error)")
    }
    let household = try save(
      "household", "add", "--place", "xom 1", "--name", "Ho mau", "--address", "so 1")
    let resident = try save(
      "resident", "add", "--household", household, "--name", "Nguoi Mau", "--birth", "1950")
    let visit = try save(
      "visit", "add", "--household", household, "--outcome", "come-back", "--return",
      "20/11/2026")
    let assist = try save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.001193",
      "--mode", "guided", "--outcome", "submitted")
    _ = try save(
      "submission", "add", "--assist", assist, "--dossier", "H40.17-260101-0001",
      "--channel", "online", "--procedure", "1.001193", "--received",
      "17/11/2026 09:00")
    // What became of a stick is a page of its own: one that brings an answer, and one that is none.
    let stick = "\(pages.laptop.folder.path)/stick"
    try HomeFolder.makeFolders(stick)
    for act in ["pack", "take", "pack"] {
      let form = try pages.get(StickPage.path)
      _ = try pages.post(
        StickPage.path, [("form_token", form.formToken), ("folder", stick), ("act", act)])
      pages.sticks.look()
      try centre.takeIn(from: stick)
      try centre.writeReturn(to: stick)
    }
  }

  private func speak(_ language: String) throws {
    _ = try pages.post("/language", [("language", language), ("back", "/today")])
  }

  /// Every page that links and buttons lead to, each kind once.
  private func walk(_ look: (String, String) throws -> Void) throws {
    var waiting = [TodayPage.path, EntryPages.resetPath, "/unlock?switch=1"]
    var seen: Set<String> = []
    while let path = waiting.popLast(), seen.count < 120 {
      guard seen.insert(Self.kind(path)).inserted else { continue }
      let page = try pages.get(path)
      #expect(page.status == 200, "\(path)")
      try look(Self.kind(path), page.text)
      waiting += page.text.matches(of: /href="(\/[^"#.]*)["#]/).map { Self.unescaped($0.1) }
      // Forms that begin a draft: a button without anything to type.
      for form in page.text.matches(of: /<form class="action" method="post" action="([^"]+)">/) {
        let action = Self.unescaped(form.1)
        let isBeginning = ["/new", "/residents", "/visits", "/edit", "/event", "/events"]
          .contains { action.hasSuffix($0) }
        guard isBeginning, seen.insert("POST " + Self.kind(action)).inserted else { continue }
        let begun = try pages.post(action, [("form_token", page.formToken)])
        try look("POST " + Self.kind(action), begun.text)
        guard begun.path.hasPrefix("/drafts/") else { continue }
        let refused = try pages.post(
          begun.path,
          [("form_token", begun.formToken), ("seen", begun.hidden("seen")), ("action", "save")])
        try look("problems of " + Self.kind(action), refused.text)
      }
    }
    #expect(seen.count >= 30, "\(seen.sorted())")
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
      .replacing("&quot;", with: "\"")
  }

  private static func kind(_ path: String) -> String {
    path.split(separator: "/").map { part in
      part.contains(where: \.isNumber) ? "…" : String(part)
    }.joined(separator: "/")
  }

  /// What a person reads or hears of a page: its texts, and the names of its parts. A slip in the other
  /// language is a part by itself; the walk finds it in this one as well.
  private static func words(_ page: String, in language: String) -> [String] {
    let slips = page.matches(of: /<article class="slip" lang="([a-z]+)">.*?<\/article>/)
    let page = slips.filter { $0.1 != language }.reduce(page) { $0.replacing($1.0, with: "") }
    let names = page.matches(of: /(?:aria-label|title|placeholder|alt|data-[a-z]+)="([^"]*)"/)
    let body = page.replacing(/<[^>]*>/, with: "\u{1}")
    return (body.split(separator: "\u{1}") + names.map(\.1)).map {
      unescaped($0).trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { !$0.isEmpty && !reference.contains($0) }
  }

  /// What the national portal and the register of communes write, which stands in Vietnamese alone;
  /// the button to the other language is in that language.
  private static let reference: Set<String> = {
    let texts = Procedures.all.flatMap { procedure in
      [procedure.name(.vietnamese), procedure.sector, procedure.agency]
    }
    return Set(
      (texts + [
        Procedure.source, "Xã Đại Đồng",
        "Tiếng Việt", "English",
      ]).flatMap { text in
        [text, text.shortened(to: 160), text.shortened(to: 80)].map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
      })
  }()

  private static let data: [String] = [
    "Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Cường", "Tổ Xóm 1", "Tổ Xóm 2", "Xóm 1",
    "Xóm 2", "laptop 1", InventedNames.mark,
  ]

  @Test func `no page in English holds a Vietnamese word, save data`() throws {
    try speak("en")
    var found: Set<String> = []
    try walk { path, text in
      for words in Self.words(text, in: "en") {
        var rest = words
        for name in Self.data { rest = rest.replacing(name, with: "") }
        if Self.isVietnamese(rest) { found.insert("\(path): \(words.prefix(120))") }
      }
    }
    #expect(found.isEmpty, "\(found.sorted().joined(separator: "\n"))")
  }

  private static func isVietnamese(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x1EA0...0x1EF9).contains($0.value)
        || "ăâđêôơưĂÂĐÊÔƠƯáàéèíìóòúùýÁÀÉÈÍÌÓÒÚÙÝãẽĩõũ"
          .unicodeScalars.contains($0)
    }
  }

  /// English words that are no Vietnamese ones without marks.
  private static let english: Set<String> = [
    "the", "of", "is", "are", "was", "were", "and", "with", "this", "that", "not", "from", "for",
    "by", "you", "your", "they", "their", "has", "have", "will", "which", "what", "when", "where",
    "nothing", "press", "page", "laptop", "centre", "saved", "open", "record", "records", "visit",
    "household", "yes", "other", "name", "date", "day", "help",
  ]

  @Test func `no page in Vietnamese holds an English word, save data`() throws {
    try speak("vi")
    var found: Set<String> = []
    try walk { path, text in
      for words in Self.words(text, in: "vi") where !words.contains("laptop 1") {
        let parts = words.lowercased().split { !$0.isLetter }.map(String.init)
        if parts.contains(where: Self.english.contains) {
          found.insert("\(path): \(words.prefix(120))")
        }
      }
    }
    #expect(found.isEmpty, "\(found.sorted().joined(separator: "\n"))")
  }
}
