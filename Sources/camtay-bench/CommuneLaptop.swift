import CommandLine
import Cryptography
import FieldAgent
import FieldWork
import Randomness
import Replica
import Simulation
import SyncProtocol
import SyncServer

/// The laptop of a whole commune: its register and a year of work came from the centre, and a day's
/// own work has not left yet. Made once in a folder, and found there again.
struct CommuneLaptop {
  /// Where the laptop's data lie.
  let home: HomeFolder
  /// Its clock tells a certain day, so that every run shows the same.
  let surroundings: Surroundings
  /// Who lives there.
  let register: GeneratedRegister

  private static let hamlet = "Xóm 1"
  private static let visitsOfToday = 5
  /// 2026-10-20, on a Tuesday, at nine in the morning.
  private static let now = LocalDateTime(
    LocalDate(daysSince1970: 20_746), minuteOfDay: 540)

  /// - Parameters:
  ///   - residents: records of people.
  ///   - rows: all records together, about.
  init(in folder: String, residents: Int, rows: Int) throws {
    register = GeneratedRegister(residents: residents, duplicates: 10, seed: 1)
    home = HomeFolder(path: "\(folder)/laptop")
    let clock = DemoClock(.ofBenchmark)
    clock.travel(to: Self.now.milliseconds)
    surroundings = clock.surroundings(machine: "laptop")
    guard !home.hasStore else { return }
    let centre = DemoProgram(
      commands: CentreCommands.set(
        version: FieldAgent.version, surroundings: clock.surroundings(machine: "centre"),
        stop: StopSignal(prepare: {}, wait: {})), home: "\(folder)/centre", language: .english)
    try open(centre, folder)
    let serving = try Centre(
      HomeFolder(path: centre.home), as: .serving,
      surroundings: clock.surroundings(machine: "centre"))
    try fill(serving, rows: rows)
    let laptop = try Laptop(home, surroundings)
    _ = try SyncRounds(laptop, over: CentreAtHand(serving), pause: { _ in }).run()
    try recordToday(laptop)
    laptop.store.close()
  }

  /// Sets the centre up and lets the laptop in.
  private func open(_ centre: DemoProgram, _ folder: String) throws {
    try HomeFolder(path: folder).create()
    func file(_ name: String, _ lines: [String]) throws -> String {
      let path = "\(folder)/\(name)"
      try HomeFolder.write(path: path, Array((lines.joined(separator: "\n") + "\n").utf8))
      return path
    }
    try centre.succeed(["init", "--place", "17713"])
    let members = (1...8).map { "\(Self.hamlet),Tổ 1,Thành viên mẫu \($0),,,,01/01/2020" }
    try centre.succeed([
      "import", try file("hamlets", ["commune_code,name,kind", "17713,\(Self.hamlet),xóm"]),
      try file("members", ["hamlet,team,full_name,role,organisation,phone,from"] + members),
    ])
    let enrolment = "\(folder)/enrolment"
    let answer = try centre.json([
      "enroll-code", "--member", "Thành viên mẫu 1", "--file", enrolment, "--address",
      // Nobody listens there: pages are measured without a network.
      "http://127.0.0.1:9",
    ])
    let laptop = DemoProgram(
      commands: FieldAgent.commandSet(surroundings: surroundings), home: home.path,
      language: .english)
    try laptop.succeed(["enroll", "--file", enrolment, "--code", answer["code"]?.textValue ?? ""])
  }

  /// Writes the register and the work of a year at the centre.
  private func fill(_ centre: Centre, rows: Int) throws {
    let (place, scope, team, members) = try centre.inspect { field in
      let place = try field.reader.findPlace(Self.hamlet)
      let members = try field.reader.members()
      guard let scope = place.householdScope, let team = members.first?.team else {
        throw FieldError.notFound(Self.hamlet)
      }
      return (place.id, scope, team, members.map(\.id))
    }
    func commit(_ body: (Act) throws -> [RowID]) throws -> [RowID] {
      try centre.perform { field, clock in
        try field.store.commit(author: members[0], clock: clock, body)
      }
    }
    let written = try RegisterFilling(register, in: [(place, scope)]).run(commit)
    var residents: [[RowID]] = Array(repeating: [], count: written.households.count)
    for (person, row) in zip(register.people, written.residents) {
      residents[person.household].append(row)
    }
    var random = SeededGenerator(seed: 1)
    try WorkFilling(
      scope: scope, team: team, members: members,
      households: Array(zip(written.households, residents)), today: Self.now.date
    ).run(rows: rows - written.households.count - written.residents.count, &random, commit)
  }

  /// What the volunteer has recorded since the last sync.
  private func recordToday(_ laptop: Laptop) throws {
    try laptop.writing { records, clock in
      guard let member = laptop.configuration.member else { throw FieldError.memberNeeded }
      for household in try records.reader.households(page: RecordPage(limit: Self.visitsOfToday)) {
        _ = try records.addVisit(
          VisitDraft(household: household.id, date: Format.date(Self.now.date), outcome: "met"),
          author: member, clock: clock)
      }
    }
  }
}
