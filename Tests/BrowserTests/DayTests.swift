import Foundation
import Testing

extension BrowserTests {
  /// The whole day of a volunteer who has never seen the pages.
  struct DayTests {
    @Test func `a day is recorded and sent by somebody who has never seen the pages`() throws {
      try Day(isScripted: true).pass()
    }

    @Test func `the same day works with scripts switched off`() throws {
      try Day(isScripted: false).pass()
    }
  }
}

/// One volunteer's day by mouse, in Vietnamese.
struct Day {
  let place: Workplace
  let browser: Browser
  let isScripted: Bool

  init(isScripted: Bool) throws {
    self.isScripted = isScripted
    place = try Workplace()
    try place.startPages()
    var setup = Browser.Setup()
    setup.isScripted = isScripted
    browser = try place.browser(setup)
  }

  /// Everything from the first start to what has left the laptop.
  func pass() throws {
    try firstStart()
    try recordPeople()
    try recordVisit()
    let before = try stateLine()
    #expect(before.contains("chưa gửi") && !before.contains("mọi thứ đã gửi"))
    try send()
    print("A volunteer's day, scripts \(isScripted ? "on" : "off"):", browser.transcript.count)
    for (number, act) in browser.transcript.enumerated() { print("  \(number + 1). \(act)") }
  }

  private func stateLine() throws -> String {
    try browser.text("document.querySelector('#state').innerText")
  }

  private func firstStart() throws {
    try browser.open(place.door)
    try browser.type("code", try place.enrolmentCode())
    try browser.type("server", place.centreURL)
    try browser.press("Ghi danh")
    try browser.choose("member", showing: Workplace.member)
    try browser.type("password", Workplace.password)
    try browser.type("again", Workplace.password)
    try browser.press("Bắt đầu")
    #expect(try browser.address().hasSuffix("/today"))
  }

  private func recordPeople() throws {
    try browser.press("Tìm hộ để ghi lượt thăm")
    try browser.type("query", Workplace.resident)
    try browser.press("Tìm")
    try browser.press("Thêm hộ mới")
    // What was looked for stands there, and the hamlet where there is one only.
    #expect(try browser.text("document.getElementById('name').value") == Workplace.resident)
    if try browser.text("document.getElementById('place').value").isEmpty {
      try browser.choose("place", showing: Workplace.hamlets[0])
    }
    try browser.press("Lưu, rồi thêm người")
    try browser.type("birth", "1950")
    try browser.press("Lưu, rồi ghi lượt thăm")
  }

  private func recordVisit() throws {
    try browser.choose("outcome", "met")
    try browser.type("minutes", "40")
    try browser.press("Thêm lượt hỗ trợ")
    try assist(1, service: "1.001193", outcome: "submitted")
    // The script opens it as soon as the assist ends with a dossier.
    if !isScripted { try browser.unfold("Hồ sơ đã nộp") }
    try browser.choose("assist-1-channel", "online")
    try browser.type("assist-1-dossier_code", "H40.17-260101-0001")
    try browser.press("Thêm lượt hỗ trợ")
    try assist(2, service: "vneid", outcome: "completed")
    try browser.press("Lưu lượt thăm")
    let words = try browser.complaints()
    #expect(try browser.address().contains("/visits/"), "\(words)")
    #expect(try browser.count("#assists tbody tr") == 2)
  }

  private func assist(_ number: Int, service: String, outcome: String) throws {
    // The only person of the household stands there already.
    #expect(
      try browser.text(
        "document.getElementById('assist-\(number)-resident').selectedOptions[0].text"
      ).hasPrefix(Workplace.resident))
    try browser.type("assist-\(number)-service", service)
    try browser.choose("assist-\(number)-mode", "guided")
    try browser.choose("assist-\(number)-outcome", outcome)
  }

  private func send() throws {
    try browser.press("Gửi")
    try browser.press("Gửi và nhận ngay")
    try browser.wait("the end of the hand-over") {
      if !isScripted { try browser.press("Gửi") }
      return try stateLine().contains("mọi thứ đã gửi")
    }
    let stages = try browser.text("document.querySelector('#sending').innerText")
    #expect(stages.contains("Trung tâm đã nhận đủ") && stages.contains(Workplace.resident))
  }
}
