import Foundation
import Testing

extension BrowserTests {
  /// The day of somebody who has no mouse, in English.
  struct KeyboardTests {
    @Test func `a visit is recorded and sent in English by the keyboard alone`() throws {
      let place = try Workplace()
      try place.prepareLaptop()
      let browser = try place.browser()
      try browser.open(place.door)
      let person = Typist(browser: browser)
      try person.tab(to: "button[lang=en]", then: .enter)
      try person.tab(to: "[name=password]", typing: Workplace.password)
      try person.tab(to: "[name=again]", typing: Workplace.password, then: .enter)
      #expect(try browser.pageText().contains("Find a household"))

      try person.shortcut("f")
      // The box has the focus from the start.
      #expect(try browser.text("document.activeElement.name") == "query")
      try person.tab(to: "[name=query]", typing: "ho thu thu nhat", then: .enter)
      try person.tab(to: "#found td a, #found th a", then: .enter)
      try person.shortcut("v")
      try person.tab(to: "[name=outcome]", typing: "met")
      try person.tab(to: "[name=minutes]", typing: "30")
      try person.tab(to: "#add-assist", then: .enter)
      try person.tab(to: "[name=assist-1-service]", typing: "vneid")
      try person.tab(to: "[name=assist-1-mode]", typing: "guided")
      try person.tab(to: "[name=assist-1-outcome]", typing: "completed")
      try person.shortcut("s")
      #expect(try browser.address().contains("/visits/"))
      #expect(try browser.complaints().contains("is saved on this laptop"))

      try person.tab(to: "nav a[href='/send']", then: .enter)
      try person.shortcut("s")
      try browser.wait("the end of the hand-over") {
        try browser.text("document.querySelector('#state').innerText")
          .contains("everything is sent")
      }
      print("A visit by keyboard in English:", browser.transcript.count, "keys and texts")
    }

    @Test func `Enter moves on in a form, finds a procedure, and with Ctrl saves`() throws {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      let person = Typist(browser: browser)
      try person.tab(to: "button[lang=en]", then: .enter)
      try browser.open("\(place.origin)/households/\(household)")
      try person.shortcut("v")
      try person.tab(to: "#add-assist", then: .enter)
      try person.tab(to: "[name=outcome]", typing: "met")
      try browser.press(.enter)
      #expect(try browser.text("document.activeElement.name") == "date")
      try browser.press(.enter)
      #expect(try browser.text("document.activeElement.name") == "start")
      #expect(try browser.address().contains("/drafts/"))
      try person.tab(to: "[name=assist-1-service]", typing: "vneid muc 2")
      try browser.wait("what the words mean") { try browser.has("button[data-take=vneid]") }
      try person.tab(to: "button[data-take=vneid]")
      try browser.press(.enter)
      #expect(
        try browser.text("document.getElementById('assist-1-service').value")
          .hasSuffix(" · vneid"))
      // What is wrong is told, and is wrong no longer once it was typed anew.
      try browser.turningPage {
        try browser.stroke(Browser.Key.enter.rawValue, holding: [.control])
      }
      #expect(try browser.count("#problems a") == 2)
      #expect(try browser.text("document.activeElement.name") == "assist-1-mode")
      try browser.choose("assist-1-mode", "guided")
      #expect(try browser.count("#problems a") == 1)
      try browser.choose("assist-1-outcome", "completed")
      #expect(try browser.pageText().contains("Press Save to have it checked"))
      try browser.turningPage {
        try browser.stroke(Browser.Key.enter.rawValue, holding: [.control])
      }
      #expect(try browser.address().contains("/visits/"))
    }

    @Test func `the first Tab of a page offers to skip to its content`() throws {
      let place = try Workplace()
      try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/send")
      try browser.press(.tab)
      #expect(try browser.text("document.activeElement.className") == "skip")
      #expect(
        try browser.evaluate("document.activeElement.getBoundingClientRect().top >= 0") == true)
      try browser.press(.enter)
      try browser.press(.tab)
      #expect(
        try browser.evaluate("document.querySelector('main').contains(document.activeElement)")
          == true)
    }
  }
}

/// Somebody who finds their way by Tab, sees where they are, and uses the shortcuts.
struct Typist {
  let browser: Browser

  /// Tabs until something has the focus, which must be seen there.
  func tab(to selector: String, typing text: String? = nil, then key: Browser.Key? = nil) throws {
    let isThere = "document.activeElement.matches(\"\(selector)\")"
    for _ in 0..<120 where try browser.evaluate(isThere) != true { try browser.press(.tab) }
    #expect(try browser.evaluate(isThere) == true, "Tab never comes to \(selector)")
    let unseen = try browser.text(Self.unseen)
    #expect(unseen == "", "\(selector)")
    if let text { try browser.typeKeys(text) }
    if let key { try browser.turningPage { try browser.press(key) } }
  }

  /// Presses a page's shortcut, which leads on.
  func shortcut(_ letter: String) throws {
    try browser.turningPage { try browser.stroke(letter, holding: [.alt]) }
  }

  /// What is wrong with how the focus is shown; empty when it has an outline within the window.
  private static let unseen = """
    (() => {
      const style = getComputedStyle(document.activeElement);
      const box = document.activeElement.getBoundingClientRect();
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return "no outline";
      if (box.bottom < 0 || box.top > innerHeight) return "out of sight";
      return "";
    })()
    """
}
