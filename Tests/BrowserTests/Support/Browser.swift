import CommandLine
import Foundation
import Web

/// A person's browser: headless Chromium on a small old screen, with what its user can do.
///
/// It counts what its user did: a click, a text typed, a choice made, a key pressed on the way.
final class Browser {
  /// How it is set up.
  struct Setup {
    var isScripted = true
    var width = 1024
    var height = 600
    /// As the browser's own zoom: 2 leaves half of the CSS pixels.
    var zoom = 1.0
    var language = "vi"
  }

  /// Keys by the code points that the protocol gives them.
  enum Key: String {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case alt = "\u{E00A}"
    case control = "\u{E009}"
    case shift = "\u{E008}"
    case space = " "
    case down = "\u{E015}"
  }

  private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"
  private let driver: WebDriver
  private let session: String
  /// The acts of its user so far, in words.
  private(set) var transcript: [String] = []

  /// Opens a window with a profile of its own below `folder`.
  init(_ driver: WebDriver, _ setup: Setup = Setup(), folder: URL) throws {
    self.driver = driver
    var arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--window-size=\(setup.width),\(setup.height)", "--lang=\(setup.language)",
      "--user-data-dir=\(folder.appending(path: UUID().uuidString).path)", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--disable-default-apps", "--disable-extensions", "--hide-scrollbars=false",
    ]
    if setup.zoom != 1 { arguments.append("--force-device-scale-factor=\(setup.zoom)") }
    var preferences: [JSONValue.Member] = [.init("credentials_enable_service", false)]
    if !setup.isScripted {
      preferences.append(.init("profile.managed_default_content_settings.javascript", 2))
    }
    let answer = try driver.send(
      .post, "/session",
      [
        "capabilities": [
          "alwaysMatch": [
            "browserName": "chrome",
            "goog:chromeOptions": [
              "binary": .text(WebDriver.browserPath),
              "args": .array(arguments.map { .text($0) }), "prefs": .object(preferences),
            ],
            "goog:loggingPrefs": ["performance": "ALL"],
            "timeouts": ["implicit": 0, "pageLoad": 20_000, "script": 10_000],
            "unhandledPromptBehavior": "accept",
          ]
        ]
      ])
    guard let session = answer["sessionId"]?.textValue else { throw Trouble("no session") }
    self.session = session
    // The page itself, not the window with its bars, gets the size.
    try cdp(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .integer(Int64(Double(setup.width) / setup.zoom)),
        "height": .integer(Int64(Double(setup.height) / setup.zoom)),
        "deviceScaleFactor": .number(setup.zoom), "mobile": false,
      ])
  }

  deinit { close() }

  /// Closes the browser as its user does, with every window.
  func close() { _ = try? driver.send(.delete, "/session/\(session)") }

  // MARK: What the driver does

  @discardableResult
  private func send(
    _ method: HTTPMethod, _ path: String, _ body: JSONValue? = nil
  ) throws -> JSONValue {
    try driver.send(method, "/session/\(session)\(path)", body)
  }

  /// A command of Chromium's own protocol.
  @discardableResult
  func cdp(_ command: String, _ parameters: JSONValue = .object([])) throws -> JSONValue {
    try send(.post, "/goog/cdp/execute", ["cmd": .text(command), "params": parameters])
  }

  /// The value of a script, also where the page's own scripts are off.
  func evaluate(_ expression: String) throws -> JSONValue {
    try send(.post, "/execute/sync", ["script": .text("return " + expression), "args": []])
  }

  /// What a script hands to its last argument, in the end.
  func awaited(_ script: String) throws -> JSONValue {
    try send(.post, "/execute/async", ["script": .text(script), "args": []])
  }

  /// The text of a script's value; empty for anything else.
  func text(_ expression: String) throws -> String {
    try evaluate(expression).textValue ?? ""
  }

  /// Everything that stands on the page.
  func pageText() throws -> String { try text("document.body.innerText") }

  /// What the page complains about.
  func complaints() throws -> String {
    try text(
      "[...document.querySelectorAll('.message')].map((part) => part.innerText).join('\\n')")
  }

  /// The address of the page.
  func address() throws -> String { try send(.get, "/url").textValue ?? "" }

  /// A picture of the whole window, as PNG.
  func screenshot() throws -> Data {
    Data(base64Encoded: try send(.get, "/screenshot").textValue ?? "") ?? Data()
  }

  /// The addresses that the page asked for since the last call, of this and of other machines.
  func requestedAddresses() throws -> [String] {
    try send(.post, "/se/log", ["type": "performance"]).arrayValue?.compactMap { entry in
      guard let text = entry["message"]?.textValue,
        let message = try? JSONValue(parsing: Array(text.utf8))["message"],
        message["method"]?.textValue == "Network.requestWillBeSent"
      else { return nil }
      return message["params"]?["request"]?["url"]?.textValue
    } ?? []
  }

  /// Waits until something holds.
  /// - Throws: `Trouble` with the text of the page after ten seconds.
  func wait(_ what: String, _ condition: () throws -> Bool) throws {
    for _ in 0..<500 {
      // A page that is being replaced answers no script.
      if (try? condition()) == true { return }
      usleep(20_000)
    }
    throw Trouble("\(what) never came; the page says:\n\((try? complaints()) ?? "nothing")")
  }

  /// Waits until the page says something.
  func waitFor(text: String) throws {
    try wait("“\(text)”") { try pageText().contains(text) }
  }

  private func element(_ selector: String) throws -> String {
    let found = try send(
      .post, "/element", ["using": "css selector", "value": .text(selector)])
    guard let id = found[Self.elementKey]?.textValue else { throw Trouble("no \(selector)") }
    return id
  }

  /// Whether the page has such an element.
  func has(_ selector: String) throws -> Bool { try count(selector) > 0 }

  /// How many such elements the page has.
  func count(_ selector: String) throws -> Int {
    try send(.post, "/elements", ["using": "css selector", "value": .text(selector)])
      .arrayValue?.count ?? 0
  }

  /// What stands in a field.
  func value(_ name: String) throws -> String {
    let id = try element(Self.field(name))
    return try send(.get, "/element/\(id)/property/value").textValue ?? ""
  }

  private static func field(_ name: String) -> String { "[name=\"\(name)\"]" }

  // MARK: What its user does

  private func did(_ words: String) { transcript.append(words) }

  /// Types an address, or opens the icon.
  func open(_ address: String) throws {
    did("mở trang")
    try send(.post, "/url", ["url": .text(address)])
  }

  /// Presses what a selector names, and waits for the page that follows.
  func click(_ selector: String) throws {
    did("bấm \(selector)")
    try turningPage { try clickElement("css selector", selector) }
  }

  /// Ticks or chooses what a selector names; no page follows.
  func mark(_ selector: String) throws {
    did("chọn \(selector)")
    try clickElement("css selector", selector)
  }

  /// Presses the button or link that says this, and waits for the page that follows.
  func press(_ words: String) throws {
    did("bấm “\(words)”")
    try turningPage { try clickElement("xpath", Self.saying(words)) }
  }

  /// Presses something that says this and changes no page, such as what can be folded out.
  func unfold(_ words: String) throws {
    did("mở “\(words)”")
    try clickElement("xpath", Self.saying(words))
  }

  private static func saying(_ words: String) -> String {
    "//*[self::a or self::button or self::summary][normalize-space(.)=\"\(words)\"]"
      + "[not(@aria-hidden)]"
  }

  private func clickElement(_ strategy: String, _ path: String) throws {
    let found = try send(.post, "/element", ["using": .text(strategy), "value": .text(path)])
    guard let id = found[Self.elementKey]?.textValue else { throw Trouble("no \(path)") }
    try send(.post, "/element/\(id)/click", .object([]))
  }

  /// Does something that leads to another page, and waits until that page has come.
  func turningPage(_ body: () throws -> Void) throws {
    let before = try element("html")
    try body()
    try wait("the next page") {
      do {
        _ = try send(.get, "/element/\(before)/name")
        return false
      } catch is WebDriver.Refusal {
        return try text("document.readyState") == "complete"
      }
    }
  }

  /// Types into a field, in place of what stands there.
  func type(_ name: String, _ text: String) throws {
    did("gõ \(name)")
    let id = try element(Self.field(name))
    try send(.post, "/element/\(id)/clear", .object([]))
    try send(.post, "/element/\(id)/value", ["text": .text(text)])
  }

  /// Types on in a field, with nothing cleared before.
  func typeOn(_ name: String, _ text: String) throws {
    try send(.post, "/element/\(try element(Self.field(name)))/value", ["text": .text(text)])
  }

  /// Ticks a box, or takes the tick away.
  func tick(_ name: String, _ value: String) throws {
    did("đánh dấu \(name)")
    try clickElement("css selector", "\(Self.field(name))[value=\"\(value)\"]")
  }

  /// Chooses in a list by its stored value.
  func choose(_ name: String, _ value: String) throws {
    did("chọn \(name)")
    try clickElement("css selector", "\(Self.field(name)) option[value=\"\(value)\"]")
  }

  /// Chooses in a list by the words that are shown.
  func choose(_ name: String, showing words: String) throws {
    did("chọn \(name)")
    try clickElement("xpath", "//*[@name=\"\(name)\"]/option[contains(., \"\(words)\")]")
  }

  /// Goes back as by the browser's own button.
  func back() throws {
    did("lùi trang")
    try send(.post, "/back", .object([]))
  }

  /// Presses a key, with others held down meanwhile.
  func stroke(_ key: String, holding held: [Key] = []) throws {
    let down = held.map { act("keyDown", $0.rawValue) } + [act("keyDown", key)]
    let up = [act("keyUp", key)] + held.reversed().map { act("keyUp", $0.rawValue) }
    try send(
      .post, "/actions",
      ["actions": [["type": "key", "id": "keyboard", "actions": .array(down + up)]]])
  }

  /// Presses a key by its name.
  func press(_ key: Key) throws {
    did("phím \(key)")
    try stroke(key.rawValue)
  }

  private func act(_ type: String, _ key: String) -> JSONValue {
    ["type": .text(type), "value": .text(key)]
  }

  /// Types into what has the focus.
  func typeKeys(_ text: String) throws {
    did("gõ")
    let acts = text.flatMap { [act("keyDown", String($0)), act("keyUp", String($0))] }
    try send(
      .post, "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(acts)]]])
  }

  // MARK: Windows

  /// The windows that are open.
  func windows() throws -> [String] {
    try send(.get, "/window/handles").arrayValue?.compactMap(\.textValue) ?? []
  }

  /// Opens a further tab and goes on in it.
  func newTab() throws -> String {
    let answer = try send(.post, "/window/new", ["type": "tab"])
    guard let handle = answer["handle"]?.textValue else { throw Trouble("no new tab") }
    try goOn(in: handle)
    return handle
  }

  /// Goes on in a tab.
  func goOn(in handle: String) throws { try send(.post, "/window", ["handle": .text(handle)]) }
}
