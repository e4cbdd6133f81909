import CommandLine
import Foundation

/// A centre with two hamlets and three members, a laptop, and a browser driver, all real programs.
final class Workplace {
  static let commune = "17713"
  static let hamlets = ["Xóm thử 1", "Xóm thử 2"]
  static let member = "Thành viên thử 1"
  /// Of the same team.
  static let colleague = "Thành viên thử 3"
  static let password = "một câu ngắn dễ nhớ"
  static let household = "Hộ thử thứ nhất"
  static let resident = "Người thử Một"

  let folder: URL
  let driver: WebDriver
  private var centreProgram: Running?
  private var laptopProgram: Running?
  /// The password of the centre's first account, `coordinator`.
  private(set) var centrePassword = ""
  /// Where the centre listens.
  private(set) var centreURL = ""
  /// The address with which a browser comes in to the laptop's pages.
  private(set) var door = ""

  /// Makes the centre and lets it serve; the laptop is new.
  ///
  /// - Parameter isEmpty: whether nobody has told the centre of hamlets and teams.
  init(isEmpty: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "camtay-web-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    driver = try WebDriver(logs: folder)
    let made = try Self.object(in: try centre("init", "--place", Self.commune, "--json"))
    centrePassword = made["password"]?.textValue ?? ""
    if !isEmpty { try importDirectory() }
    try startCentre()
  }

  private func importDirectory() throws {
    let hamlets = folder.appending(path: "hamlets.csv")
    let members = folder.appending(path: "members.csv")
    try (["commune_code,name,kind"] + Self.hamlets.map { "\(Self.commune),\($0),hamlet" })
      .joined(separator: "\n").write(to: hamlets, atomically: true, encoding: .utf8)
    try """
    \u{FEFF}hamlet,team,full_name,role,organisation,phone,from
    \(Self.hamlets[0]),Tổ thử,\(Self.member),Tổ trưởng,,,01/01/2026
    \(Self.hamlets[0]),Tổ thử,\(Self.colleague),Thành viên,,,01/01/2026
    \(Self.hamlets[1]),Tổ thử,Thành viên thử 2,Thành viên,,,01/01/2026

    """.write(to: members, atomically: true, encoding: .utf8)
    try centre("import", hamlets.path, members.path)
  }

  deinit {
    laptopProgram?.killHard()
    centreProgram?.killHard()
    // A browser that still runs would write its profile into the folder anew.
    driver.end()
    try? FileManager.default.removeItem(at: folder)
  }

  private static func binary(_ name: String) -> URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: name)
  }

  private func home(_ name: String) -> String { folder.appending(path: name).path }

  /// Runs a command of the centre that must succeed; returns what it says.
  @discardableResult
  func centre(_ arguments: String...) throws -> String {
    try Running(
      Self.binary("camtay-server"), ["--home", home("centre")] + arguments, logs: folder
    ).success()
  }

  /// Runs a command of the laptop that must succeed; returns its JSON.
  @discardableResult
  func laptop(_ arguments: String...) throws -> JSONValue { try laptop(arguments) }

  /// Runs a command of the laptop that must succeed; returns its JSON.
  @discardableResult
  func laptop(_ arguments: [String]) throws -> JSONValue {
    try Self.object(in: try startLaptop(arguments).success())
  }

  /// Runs a command of the laptop, by the password, once it has one.
  @discardableResult
  func unlockedLaptop(_ arguments: String...) throws -> JSONValue {
    try Self.object(in: try startUnlocked(arguments).success())
  }

  /// Starts a command of the laptop that has a password.
  func startUnlocked(_ arguments: String...) throws -> Running { try startUnlocked(arguments) }

  private func startUnlocked(_ arguments: [String]) throws -> Running {
    let password = folder.appending(path: "password")
    try Self.password.write(to: password, atomically: true, encoding: .utf8)
    return try startLaptop(arguments + ["--password-file", password.path])
  }

  private func startLaptop(_ arguments: [String]) throws -> Running {
    try Running(
      Self.binary("camtay"), ["--home", home("laptop")] + arguments + ["--json"], logs: folder)
  }

  /// Notes for people go to the same file; the object is what stands between the braces.
  private static func object(in output: String) throws -> JSONValue {
    guard let start = output.firstIndex(of: "{"), let end = output.lastIndex(of: "}") else {
      throw Trouble("no JSON object:\n\(output)")
    }
    return try JSONValue(parsing: Array(output[start...end].utf8))
  }

  /// A code with which one laptop enrols.
  func enrolmentCode() throws -> String {
    let answer = try centre("enroll-code", "--member", Self.member, "--json")
    let code = try JSONValue(parsing: Array(answer.utf8))["code"]?.textValue
    guard let code else { throw Trouble("no code:\n\(answer)") }
    return code
  }

  /// Lets the centre serve, on the port that it had before.
  func startCentre() throws {
    let port = centreURL.split(separator: ":").last.map(String.init) ?? "0"
    let program = try Running(
      Self.binary("camtay-server"), ["--home", home("centre"), "serve", "--port", port, "--json"],
      logs: folder)
    centreURL = try program.awaited { Self.url(in: $0) }
    centreProgram = program
  }

  /// The network is off.
  func stopCentre() {
    centreProgram?.killHard()
    centreProgram = nil
  }

  /// Lets the laptop's pages be served, on a free port.
  func startPages() throws {
    let program = try Running(
      Self.binary("camtay"), ["--home", home("laptop"), "serve", "--port", "0", "--json"],
      logs: folder)
    door = try program.awaited { Self.url(in: $0) }
    laptopProgram = program
  }

  /// `kill -9` of the laptop's pages.
  func killPages() {
    laptopProgram?.killHard()
    laptopProgram = nil
  }

  private static func url(in output: String) -> String? {
    let line = output.split(separator: "\n").first { $0.hasPrefix("{") && $0.hasSuffix("}") }
    return line.flatMap { try? JSONValue(parsing: Array($0.utf8)) }?["url"]?.textValue
  }

  /// Where the pages are, without the way in.
  var origin: String { door.components(separatedBy: "/door").first ?? door }

  /// A browser.
  func browser(_ setup: Browser.Setup = .init()) throws -> Browser {
    try Browser(driver, setup, folder: folder)
  }

  /// Enrols the laptop by the command line, with one household and one resident when asked, and
  /// serves its pages. Returns the household's code.
  @discardableResult
  func prepareLaptop() throws -> String {
    try laptop("enroll", "--server", centreURL, "--code", try enrolmentCode())
    let household = try laptop(
      "household", "add", "--place", Self.hamlets[0], "--name", Self.household)
    guard let code = household["code"]?.textValue else { throw Trouble("no household") }
    try laptop("resident", "add", "--household", code, "--name", Self.resident, "--birth", "1950")
    try startPages()
    return code
  }

  /// Makes the laptop one of a generated district of three laptops and forty days.
  func takeOverLaptop(ofDistrict commune: String, seed: Int) throws {
    try generateDistrict(commune, seed: seed, laptops: 3)
    try FileManager.default.moveItem(
      atPath: home("district") + "/may-mau-1", toPath: home("laptop"))
  }

  /// Makes the centre that of a generated district of six laptops and forty days.
  func takeOverCentre(ofDistrict commune: String, seed: Int) throws {
    try generateDistrict(commune, seed: seed, laptops: 6)
    stopCentre()
    try FileManager.default.removeItem(atPath: home("centre"))
    try FileManager.default.moveItem(atPath: home("district") + "/centre", toPath: home("centre"))
    let answer = try centre("account", "password", "coordinator", "--json")
    let password = try Self.object(in: answer)["password"]?.textValue
    guard let password else { throw Trouble("no password:\n\(answer)") }
    centrePassword = password
    try startCentre()
  }

  private func generateDistrict(_ commune: String, seed: Int, laptops: Int) throws {
    try Running(
      Self.binary("camtay"),
      [
        "demo", "district", "--place", commune, "--seed", String(seed), "--laptops",
        String(laptops), "--days", "40", "--to", home("district"),
      ], logs: folder
    ).success(within: 300)
  }

  /// Signs somebody in to the centre's pages.
  func signIn(_ browser: Browser, _ name: String, _ password: String) throws {
    try browser.open("\(centreURL)/sign-in")
    try browser.type("name", name)
    try browser.type("password", password)
    try browser.click("main form button")
  }

  /// Sets the first account's password, or unlocks by it; ends on the first page.
  func enter(_ browser: Browser) throws {
    try browser.open(door)
    if try browser.has("[name=again]") {
      try browser.type("password", Self.password)
      try browser.type("again", Self.password)
    } else {
      try browser.type("password", Self.password)
    }
    try browser.click("main form button")
    guard try browser.address().hasSuffix("/today") else {
      throw Trouble("not unlocked:\n\(try browser.pageText())")
    }
  }
}
