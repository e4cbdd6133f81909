import Foundation
import Randomness
import Testing

extension BrowserTests {
  /// What people do to a form without meaning to: nothing is lost, nothing is doubled.
  struct LossTests {
    /// A visit's fields in the order in which they are typed.
    private static let visit = [
      ("minutes", "35"), ("note", "Bà đã tự mở được ứng dụng, còn quên mật khẩu."),
      ("assist-1-service", "vneid"), ("assist-1-evidence", "H40.17-260101-0002"),
    ]
    // As many as the suite's five minutes hold.
    private static let rounds =
      ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1" ? 40 : 3

    @Test func `kill -9 between two keystrokes loses at most the field being typed`() throws {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("kill -9 within a form: seed \(seed)")
      var random = SeededGenerator(seed: seed)
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      for round in 1...Self.rounds {
        try browser.open("\(place.origin)/households/\(household)")
        try browser.press("Ghi lượt thăm")
        try browser.press("Thêm lượt hỗ trợ")
        let strokes = Self.visit.map(\.1.count).reduce(0, +)
        let end = Int.random(in: 1...strokes, using: &random)
        let (whole, begun) = try type(end, into: browser)
        place.killPages()
        try place.startPages()
        try place.enter(browser)
        try browser.click("#drafts a")
        let context = "seed \(seed), round \(round), keystroke \(end)"
        for (name, text) in Self.visit.prefix(whole) {
          #expect(try typed(name, browser) == text, "\(context): \(name)")
        }
        let kept = try typed(begun, browser)
        #expect(Self.visit[whole].1.hasPrefix(kept), "\(context): \(begun) became “\(kept)”")
        for (name, text) in Self.visit.dropFirst(whole) { try browser.type(name, text) }
        try finish(browser)
        try browser.open("\(place.origin)/households/\(household)")
        #expect(try browser.count("#visits tbody tr") == round, "\(context)")
        try browser.open("\(place.origin)/today")
        #expect(try !browser.has("#drafts"), "\(context)")
      }
    }

    /// What was typed into a field: a service stands in its box by its name, before its code.
    private func typed(_ name: String, _ browser: Browser) throws -> String {
      let shown = try browser.value(name)
      return name.hasSuffix("service") ? shown.components(separatedBy: " · ").last ?? shown : shown
    }

    /// Types so many keys at a person's pace; returns how many fields were left before the last key,
    /// and the field that it went into.
    private func type(_ end: Int, into browser: Browser) throws -> (whole: Int, begun: String) {
      var left = end
      for (index, (name, text)) in Self.visit.enumerated() {
        for character in text {
          try browser.typeOn(name, String(character))
          usleep(60_000)
          left -= 1
          if left == 0 { return (index, name) }
        }
      }
      throw Trouble("the form has no \(end) keystrokes")
    }

    /// Chooses what cannot be typed, and saves.
    private func finish(_ browser: Browser) throws {
      try browser.choose("outcome", "met")
      try browser.choose("assist-1-evidence_kind", "dossier-code")
      try browser.choose("assist-1-mode", "guided")
      try browser.choose("assist-1-outcome", "completed")
      try browser.press("Lưu lượt thăm")
      // All rounds visit one household on one day, and write the same code.
      if try browser.has("#questions button") { try browser.click("#questions button") }
      let words = try browser.complaints()
      #expect(try browser.address().contains("/visits/"), "\(words)")
    }

    private func beginVisit() throws -> (place: Workplace, browser: Browser, household: String) {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/households/\(household)")
      try browser.press("Ghi lượt thăm")
      return (place, browser, household)
    }

    @Test func `two tabs on one form both keep what was typed, and a clash is told`() throws {
      let (place, browser, household) = try beginVisit()
      let form = try browser.address()
      let first = try #require(try browser.windows().first)
      let second = try browser.newTab()
      try browser.open(form)
      try browser.type("note", "từ cửa sổ thứ hai")
      try browser.press(.tab)
      try browser.waitFor(text: "Đã giữ trên máy")
      try browser.goOn(in: first)
      try browser.type("minutes", "20")
      try browser.waitFor(text: "Đã giữ trên máy")
      try browser.wait("the other tab's note") {
        try browser.value("note") == "từ cửa sổ thứ hai"
      }
      try browser.goOn(in: second)
      #expect(try browser.value("minutes") == "")
      try browser.typeOn("minutes", "45")
      try browser.waitFor(text: "Một cửa sổ khác")
      try browser.choose("outcome", "met")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.complaints().contains("20"))
      #expect(try browser.value("minutes") == "45")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.address().contains("/visits/"))
      #expect(try browser.pageText().contains("45"))
      // The first tab still shows the form: saving there leads to the one visit.
      try browser.goOn(in: first)
      try browser.press("Lưu lượt thăm")
      #expect(try browser.address().contains("/visits/"))
      try browser.open("\(place.origin)/households/\(household)")
      #expect(try browser.count("#visits tbody tr") == 1)
    }

    @Test func `what clashes outlives its tab, and what comes late to a saved form is told`() throws
    {
      let (place, browser, _) = try beginVisit()
      let form = try browser.address()
      try browser.choose("outcome", "met")
      try browser.type("minutes", "4")
      try browser.waitFor(text: "Đã giữ trên máy")
      let first = try #require(try browser.windows().first)
      let second = try browser.newTab()
      try browser.open(form)
      try browser.goOn(in: first)
      try browser.typeOn("minutes", "5")
      try browser.wait("the longer time on disk") {
        try browser.text("document.querySelector('[name=seen]').value") == "3"
      }
      try browser.goOn(in: second)
      try browser.typeOn("minutes", "0")
      try browser.waitFor(text: "Một cửa sổ khác")
      place.killPages()
      try place.startPages()
      try place.enter(browser)
      // Neither tab has saved; whoever opens the form again sees both values.
      try browser.open(form.replacingOccurrences(of: origin(form), with: place.origin))
      #expect(try browser.value("minutes") == "45")
      #expect(try browser.complaints().contains("“40”"))
      let third = try #require(try browser.windows().last)
      try browser.goOn(in: first)
      try browser.open(form.replacingOccurrences(of: origin(form), with: place.origin))
      try browser.press("Lưu lượt thăm")
      #expect(try browser.address().contains("/visits/"))
      #expect(try browser.pageText().contains("45"))
      try browser.goOn(in: third)
      try browser.type("minutes", "33")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.address().contains("/visits/"))
      let words = try browser.complaints()
      #expect(words.contains("“33”"), "\(words)")
    }

    private func origin(_ address: String) -> String {
      address.components(separatedBy: "/drafts").first ?? address
    }

    @Test func `a form sent twice at once, and again after going back, is one visit`() throws {
      let (place, browser, household) = try beginVisit()
      try browser.choose("outcome", "met")
      try browser.type("note", "bấm hai lần")
      let twice = """
        (async () => {
          const form = document.getElementById("draft");
          const send = () => fetch(form.getAttribute("action"),
            { method: "POST", body: new URLSearchParams(new FormData(form)) });
          const answers = await Promise.all([send(), send(), send()]);
          return answers.map((answer) => new URL(answer.url).pathname).join(" ");
        })()
        """
      let led = Set(try browser.text(twice).split(separator: " "))
      #expect(led.count == 1 && led.first?.hasPrefix("/visits/") == true, "\(led)")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.address().contains("/visits/"))
      try browser.back()
      if try browser.has("#draft") { try browser.press("Lưu lượt thăm") }
      #expect(try browser.address().contains("/visits/"))
      try browser.open("\(place.origin)/households/\(household)")
      #expect(try browser.count("#visits tbody tr") == 1)
    }

    @Test func `a browser closed in mid-form finds everything typed when it comes back`() throws {
      let (place, browser, household) = try beginVisit()
      try browser.type("note", "đang gõ thì đóng trình duyệt")
      try browser.waitFor(text: "Đã giữ trên máy")
      try browser.typeOn("minutes", "15")
      browser.close()
      let again = try place.browser()
      try place.enter(again)
      try again.click("#drafts a")
      #expect(try again.value("note") == "đang gõ thì đóng trình duyệt")
      #expect(["15", "1", ""].contains(try again.value("minutes")))
      // A visit that is begun anew goes on with the same form.
      try again.open("\(place.origin)/households/\(household)")
      try again.press("Ghi lượt thăm")
      #expect(try again.value("note") == "đang gõ thì đóng trình duyệt")
    }

    @Test func `without a network a visit saves, and the pages say that the data are safe`() throws
    {
      let (place, browser, _) = try beginVisit()
      place.stopCentre()
      try browser.choose("outcome", "nobody-home")
      try browser.press("Lưu lượt thăm")
      #expect(try browser.pageText().contains("Đã lưu lượt thăm"))
      try browser.press("Gửi")
      try browser.press("Gửi và nhận ngay")
      try browser.waitFor(text: "vẫn còn nguyên")
      #expect(try browser.text("document.querySelector('#state').innerText").contains("chưa gửi"))
    }
  }
}
