import CommandLine
import FieldAgent
import FieldWork
import Replica
import SyncServer

/// Everybody and everything on the stage: a centre that really serves, and three laptops.
final class DemoCast {
  /// One laptop: its program, its hamlet, and who works on it.
  struct Laptop {
    var program: DemoProgram
    var hamlet: Int
    var member: String
  }

  /// Milliseconds by which the third laptop's clock is wrong: about five years fast.
  static let wrongClockMilliseconds: Int64 = 5 * 365 * 86_400_000
  static let hamlets = ["Xóm mẫu 1", "Xóm mẫu 2"]

  let centre: DemoProgram
  let clock: DemoClock
  private(set) var laptops: [Laptop] = []
  private(set) var account = ""
  private(set) var password = ""
  private(set) var server: CentreServer?
  private(set) var relay: LossyRelay?

  /// Sets the stage in an empty folder.
  init(
    folder: String, language: Language, real: Surroundings
  ) {
    clock = DemoClock(real)
    centre = DemoProgram(
      commands: CentreCommands.set(
        version: FieldAgent.version, surroundings: clock.surroundings(machine: "centre"),
        stop: StopSignal(prepare: {}, wait: {})),
      home: "\(folder)/centre", language: language)
    for (index, hamlet) in [0, 0, 1].enumerated() {
      let surroundings = clock.surroundings(
        machine: "laptop-\(index + 1)",
        errorMilliseconds: index == 2 ? Self.wrongClockMilliseconds : 0)
      laptops.append(
        Laptop(
          program: DemoProgram(
            commands: FieldAgent.commandSet(surroundings: surroundings),
            home: "\(folder)/laptop-\(index + 1)", language: language),
          hamlet: hamlet, member: "Tình nguyện viên mẫu \(index + 1)"))
    }
  }

  /// Makes the centre, imports hamlets and members, and begins to serve.
  func openCentre(place: String, port: UInt16, folder: String, _ narrator: DemoNarrator) throws {
    let made = try centre.json(["init", "--place", place])
    account = made["account"]?.textValue ?? ""
    password = made["password"]?.textValue ?? ""
    try narrator.showSuccess(
      centre,
      ["import"] + (try writeDirectory(place: place, folder: folder)))
    let server = try CentreServer(
      try Centre(
        HomeFolder(path: centre.home), as: .serving,
        surroundings: clock.surroundings(machine: "centre")),
      port: port)
    try server.start()
    self.server = server
    let relay = LossyRelay(to: server.url)
    try relay.start()
    self.relay = relay
  }

  /// Enrols every laptop by a code of its own. The second reaches the centre over a bad network.
  func enrolLaptops(_ narrator: DemoNarrator) throws {
    guard let server, let relay else { return }
    for (index, laptop) in laptops.enumerated() {
      let code = try centre.json([
        "enroll-code", "--member", laptop.member, "--label", "Máy mẫu \(index + 1)",
      ])["code"]?.textValue
      let url = index == 1 ? relay.url : server.url
      let arguments = ["enroll", "--server", url, "--code", code ?? ""]
      if index == 0 {
        try narrator.showSuccess(laptop.program, arguments)
      } else {
        try laptop.program.succeed(arguments)
      }
    }
  }

  /// Stops serving.
  func close() {
    relay?.stop()
    server?.stop()
  }

  private func writeDirectory(place: String, folder: String) throws -> [String] {
    let hamlets =
      "commune_code,name,kind\n"
      + Self.hamlets.map { "\(place),\($0),hamlet\n" }.joined()
    let members =
      "hamlet,team,full_name,role,organisation,phone,from\n"
      + laptops.map {
        "\(Self.hamlets[$0.hamlet]),Tổ công nghệ số \(Self.hamlets[$0.hamlet]),\($0.member),"
          + "Thành viên,Đoàn Thanh niên,,01/01/2026\n"
      }.joined()
    let files = ["\(folder)/hamlets.csv", "\(folder)/members.csv"]
    for (path, text) in zip(files, [hamlets, members]) {
      try HomeFolder.write(path: path, Array(text.utf8))
    }
    return files
  }
}
