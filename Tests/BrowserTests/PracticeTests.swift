import CommandLine
import Foundation
import Randomness
import Testing

extension BrowserTests {
  /// Practice in a real browser: nobody takes it for work, on the screen, on paper or by ear.
  struct PracticeTests {
    private static let mark = "LUYỆN TẬP / PRACTICE"
    private static let kills =
      ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1" ? 60 : 6

    /// A laptop that practises, its browser on the first page of practice.
    private func begun() throws -> (place: Workplace, browser: Browser) {
      let place = try Workplace()
      try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/more/practice")
      try browser.press("Bắt đầu luyện tập")
      return (place, browser)
    }

    @Test func `every page of practice is told apart by ear and on paper too`() throws {
      let (place, browser) = try begun()
      try browser.open("\(place.origin)/practice/find")
      try browser.type("query", "mẫu")
      try browser.click("main form button")
      var waiting = try links(browser)
      var seen: Set<String> = []
      while let path = waiting.popLast(), seen.count < 40 {
        guard path.hasPrefix("/practice"), seen.insert(kind(path)).inserted else { continue }
        try browser.open(place.origin + path)
        #expect(try AccessibilityTree(browser).says(Self.mark), "\(path)")
        #expect(try browser.text("document.title").hasPrefix("LUYỆN TẬP · "), "\(path)")
        try browser.cdp("Emulation.setEmulatedMedia", ["media": "print"])
        let printed = try browser.text(
          "getComputedStyle(document.querySelector('main'), '::before').content")
        try browser.cdp("Emulation.setEmulatedMedia", ["media": ""])
        #expect(printed.contains(Self.mark), "\(path): \(printed)")
        waiting += try links(browser)
      }
      #expect(seen.count >= 12)
      #expect(seen.contains("/practice/households/…"))

      try browser.press("Thôi luyện tập")
      #expect(try browser.address().hasSuffix("\(place.origin)/today"))
      #expect(try !AccessibilityTree(browser).says(Self.mark))
    }

    private func links(_ browser: Browser) throws -> [String] {
      try browser.text(
        """
        [...document.querySelectorAll("a[href^='/']")]
          .filter((link) => !link.hasAttribute("download"))
          .map((link) => link.pathname + link.search).join("\\n")
        """
      ).split(separator: "\n").map(String.init)
    }

    /// A path without the code of a record.
    private func kind(_ path: String) -> String {
      path.split(separator: "/").map { $0.contains(where: \.isNumber) ? "…" : "/\($0)" }
        .joined().replacingOccurrences(of: "…", with: "/…")
    }

    @Test func `kill -9 while work is moved out of practice moves it whole, once, or not at all`()
      throws
    {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("kill -9 while work is moved: seed \(seed)")
      var random = SeededGenerator(seed: seed)
      let (place, browser) = try begun()
      try typeVisit(place, browser)
      place.killPages()
      func typed() throws -> JSONValue? {
        try place.unlockedLaptop("practice", "list")["visits"]?.arrayValue?.first
      }
      let code = try #require(try typed()?["code"]?.textValue)
      for turn in 1...Self.kills {
        let running = try place.startUnlocked("practice", "move", code, "--apply")
        usleep(UInt32.random(in: 100_000...900_000, using: &random))
        running.killHard()
        let visits = try place.unlockedLaptop("visit", "list")["visits"]?.arrayValue ?? []
        let households =
          try place.unlockedLaptop("household", "list")["households"]?.arrayValue ?? []
        let moved = try typed()?["moved"]
        let context = "seed \(seed), kill \(turn)"
        #expect(visits.count <= 1, "\(context)")
        // The one of the laptop, and the one that came with the visit.
        #expect(households.count == 1 + visits.count, "\(context)")
        #expect((moved != .null) == (visits.count == 1), "\(context)")
      }
      try place.unlockedLaptop("practice", "move", code, "--apply")
      let visits = try place.unlockedLaptop("visit", "list")["visits"]?.arrayValue ?? []
      #expect(visits.count == 1, "seed \(seed)")
    }

    private func typeVisit(_ place: Workplace, _ browser: Browser) throws {
      try browser.open("\(place.origin)/practice/find")
      try browser.type("query", "không có ai")
      try browser.click("main form button")
      try browser.click("#found form button")
      try browser.choose("place", showing: Workplace.hamlets[0])
      try browser.type("name", "Hộ ghi nhầm khi tập")
      try browser.click("main form .actions button[value=save]")
      try browser.press("Ghi lượt thăm")
      try browser.choose("outcome", "met")
      try browser.click("main form .actions button[value=save]")
      #expect(try browser.address().contains("/practice/visits/"))
    }
  }
}
