import Foundation
import Testing

extension BrowserTests {
  /// The pictures of the README, taken anew with `CAMTAY_SCREENSHOTS=FOLDER`: a volunteer's laptop and
  /// the centre of a generated district, with real places and procedures, and people who are marked as
  /// made up.
  struct ScreenshotTests {
    private static let folder = ProcessInfo.processInfo.environment["CAMTAY_SCREENSHOTS"]

    @Test(.enabled(if: Self.folder != nil, "CAMTAY_SCREENSHOTS names no folder"))
    func `the pictures of the README`() throws {
      let place = try Workplace()
      try place.takeOverLaptop(ofDistrict: "17713", seed: 5)
      try place.startPages()
      let browser = try place.browser(Browser.Setup(width: 1_024, height: 720))
      try place.enter(browser)
      try browser.press("Đã hiểu, cất đi")
      try take("today", browser)

      try browser.open("\(place.origin)/find")
      try browser.type("query", "nguyen van")
      try browser.press("Tìm")
      try browser.click("#found tbody a")
      let household = "document.querySelector('main a[href^=\"/households/\"]')"
      if try browser.text("location.pathname").hasPrefix("/residents/") {
        try browser.open(place.origin + browser.text("\(household).pathname"))
      }
      try browser.press("Ghi lượt thăm")
      try browser.choose("outcome", "met")
      try browser.type("minutes", "40")
      try browser.press("Thêm lượt hỗ trợ")
      try browser.choose("assist-1-resident", showing: "(mẫu)")
      try browser.type("assist-1-service", "1.001193")
      try browser.choose("assist-1-mode", "guided")
      try browser.choose("assist-1-outcome", "submitted")
      try take("visit", browser)

      try browser.press("English")
      try browser.open("\(place.origin)/numbers")
      try take("numbers", browser)
    }

    @Test(.enabled(if: Self.folder != nil, "CAMTAY_SCREENSHOTS names no folder"))
    func `the pictures of the centre`() throws {
      let place = try Workplace(isEmpty: true)
      try place.takeOverCentre(ofDistrict: "17713", seed: 5)
      let browser = try place.browser(Browser.Setup(width: 1_024, height: 720))
      try place.signIn(browser, "coordinator", place.centrePassword)
      try browser.type("present", place.centrePassword)
      try browser.type("password", Workplace.password)
      try browser.type("again", Workplace.password)
      try browser.click("form[action='/account/password'] button")
      // The district ends on a day of its own, which need not be today.
      for (name, path) in [("inbox", "/inbox?since=2026-11-15"), ("reports", "/reports")] {
        try browser.open(place.centreURL + path)
        try take(name, browser)
      }
      try browser.press("English")
      try browser.open("\(place.centreURL)/trainer/modes")
      try take("modes", browser)
    }

    private func take(_ name: String, _ browser: Browser) throws {
      guard let folder = Self.folder else { return }
      let file = URL(fileURLWithPath: folder).appending(path: "\(name).png")
      try browser.screenshot().write(to: file)
    }
  }
}
