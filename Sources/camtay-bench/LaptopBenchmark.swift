import CommandLine
import Foundation
import Simulation

/// `camtay-bench laptop`: the laptop's own program on a register of a commune, as its user meets it:
/// every figure is of whole processes, from their start to their end.
struct LaptopBenchmark: Command {
  let name = ["laptop"]
  let abstract = BilingualText(
    vi: "Đo chương trình của máy với một xã lớn: thời gian và bộ nhớ",
    en: "Measure the laptop's program with a large commune: time and memory")
  let arguments: [Argument] = [
    .option(
      "residents", "N", BilingualText(vi: "số người (mặc định 50000)", en: "residents (50000)"),
      kind: .integer(1_200...90_000)),
    .option(
      "times", "N",
      BilingualText(vi: "mỗi lệnh đo mấy lần (9)", en: "how often each is measured (9)"),
      kind: .integer(1...1_000)),
    .option(
      "programs", "DIR",
      BilingualText(
        vi: "thư mục của camtay và camtay-server (mặc định: bên cạnh chương trình này)",
        en: "folder of camtay and camtay-server (beside this program)")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let times = Int(invocation.integer("times") ?? 9)
    let programs = invocation.text("programs") ?? Self.ownFolder
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    let register = GeneratedRegister(
      residents: Int(invocation.integer("residents") ?? 50_000), duplicates: 10, seed: 1)
    let commune = try CommuneHomes(folder, programs: programs, register)
    console.write("residents=\(register.people.count) ")
    console.write("import_seconds=\(Self.text(commune.importing.seconds)) ")
    console.write("import_megabytes=\(Self.megabytes(commune.importing))\n")
    let person = register.people[register.people.count / 2]
    let laptop = commune.laptop
    func measure(_ name: String, _ run: () throws -> [MeasuredProgram.Run]) throws {
      var seconds: [Double] = []
      var peak = 0
      for _ in 0..<times {
        let runs = try run()
        seconds.append(runs.map(\.seconds).reduce(0, +))
        peak = max(peak, runs.map(\.peakKilobytes).max() ?? 0)
      }
      seconds.sort()
      console.write("\(name)_median_milliseconds=\(Self.text(1_000 * seconds[times / 2])) ")
      console.write("greatest=\(Self.text(1_000 * (seconds.last ?? 0))) ")
      console.write("megabytes=\(peak / 1_024)\n")
    }
    try measure("start") { [try laptop.run("guide", "khai", "sinh")] }
    try measure("find") { [try laptop.run("find", person.fullName)] }
    try measure("count") { [try laptop.run("count")] }
    try measure("resident_add") {
      [
        try laptop.run(
          "resident", "add", "--household", commune.household, "--name", person.fullName,
          "--birth", person.birth, "--new")
      ]
    }
    var added: [MeasuredProgram.Run] = []
    try measure("visit_with_three_assists") {
      let visit = try laptop.run(
        "visit", "add", "--household", commune.household, "--outcome", "met", "--date",
        "01/09/2026", "--allow-far-day", "--allow-second-visit", "--json")
      let code = try Self.code(in: visit)
      added = [visit]
      for service in ["vneid", "1.001193", "portal-account"] {
        added.append(
          try laptop.run(
            "assist", "add", "--visit", code, "--resident", commune.resident, "--service", service,
            "--mode", "guided", "--outcome", "completed", "--evidence-kind", "spoken",
            "--evidence", "An"))
      }
      return added
    }
    console.write("of_which_visit_add_milliseconds=\(Self.text(1_000 * added[0].seconds))\n")
    return .done
  }

  private static var ownFolder: String {
    URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().path
  }

  /// The `code` of an answer in JSON.
  static func code(in run: MeasuredProgram.Run) throws -> String {
    guard let code = try JSONValue(parsing: Array(run.output.utf8))["code"]?.textValue else {
      throw MeasuredProgram.Failed(description: run.output)
    }
    return code
  }

  private static func text(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : "%.0f", value)
  }

  private static func megabytes(_ run: MeasuredProgram.Run) -> Int { run.peakKilobytes / 1_024 }
}

/// A centre and the enrolled laptop of a commune with a whole register, made with the programs.
struct CommuneHomes {
  /// The laptop's program on its home.
  let laptop: MeasuredProgram
  /// Bringing in the register.
  let importing: MeasuredProgram.Run
  /// A household of it.
  let household: String
  /// Somebody in it.
  let resident: String

  init(_ folder: BenchmarkFolder, programs: String, _ register: GeneratedRegister) throws {
    func program(_ name: String, _ home: String) -> MeasuredProgram {
      MeasuredProgram(
        path: "\(programs)/\(name)", leading: ["--home", folder.path(home), "--lang", "en"],
        outputPath: folder.path("output"))
    }
    let centre = program("camtay-server", "centre")
    laptop = program("camtay", "laptop")
    func file(_ name: String, _ lines: [String]) throws -> String {
      let path = folder.path(name)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
      return path
    }
    // All in one hamlet, which an enrolment file brings along: a laptop that holds the commune.
    let members = ["Xóm 1,Tổ 1,Thành viên mẫu,tổ trưởng,,,01/01/2020"]
    _ = try centre.run("init", "--place", "17713")
    _ = try centre.run(
      "import", try file("hamlets", ["commune_code,name,kind", "17713,Xóm 1,xóm"]),
      try file(
        "members", ["hamlet,team,full_name,role,organisation,phone,from"] + members))
    let enrolment = folder.path("enrolment")
    let answer = try centre.run(
      "enroll-code", "--member", "Thành viên mẫu", "--file", enrolment, "--address",
      "http://127.0.0.1:9", "--json")
    _ = try laptop.run(
      "enroll", "--file", enrolment, "--code", try LaptopBenchmark.code(in: answer))
    let rows = register.people.map { person -> String in
      let household = register.households[person.household]
      return [
        "Xóm 1", String(person.household + 1), household.head,
        "\(household.address), khu \(household.hamlet + 1)", person.fullName, person.birth,
        person.phone ?? "",
      ].map { "\"\($0)\"" }.joined(separator: ";")
    }
    let header = "Thôn;Số hộ;Chủ hộ;Địa chỉ;Họ và tên;Ngày sinh;Điện thoại"
    importing = try laptop.run(
      "import", "households", try file("register", [header] + rows), "--all-new", "--apply",
      accepting: [0, 2])
    let listed = try JSONValue(
      parsing: Array(try laptop.run("resident", "list", "--limit", "1", "--json").output.utf8))
    guard let first = listed["residents"]?.arrayValue?.first,
      let resident = first["code"]?.textValue, let household = first["household"]?.textValue
    else { throw MeasuredProgram.Failed(description: listed.indentedText) }
    self.resident = resident
    self.household = household
  }
}
