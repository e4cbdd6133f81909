import CommandLine
import FieldAgent
import FieldWork
import Foundation
import Randomness
import Replica
import Simulation
import SyncProtocol
import SyncServer

/// The centre of a province: every commune of it, a laptop for every hamlet, and a campaign week of visits that
/// each laptop wrote itself and brought to the centre. Made once in a folder, and found there again.
struct ProvinceCentre {
  /// The open centre.
  let centre: Centre
  /// Its teams, one for each hamlet, so many as laptops.
  let teams: Int

  private let program: DemoProgram
  private let folder: String
  private let clock: DemoClock

  private static let province = "25"
  /// Of each hamlet; a team goes to some of its homes, again and again.
  private static let residents = 75
  /// Of the homes of one day.
  private static let residentsOfADay = 20
  /// 2026-10-31, on a Saturday, at five in the evening.
  private static let now = LocalDateTime(LocalDate(daysSince1970: 20_757), minuteOfDay: 1_020)

  /// - Parameters:
  ///   - laptops: how many there are, spread over the communes.
  ///   - visits: how many all of them wrote.
  ///   - progress: hears after each laptop how many have reported.
  init(
    in folder: String, laptops: Int, visits: Int, progress: (_ laptops: Int) -> Void
  ) throws {
    teams = laptops
    let clock = DemoClock(.ofBenchmark)
    self.folder = folder
    self.clock = clock
    clock.travel(to: Self.now.milliseconds)
    let home = HomeFolder(path: "\(folder)/centre")
    program = DemoProgram(
      commands: CentreCommands.set(
        version: FieldAgent.version, surroundings: clock.surroundings(machine: "centre"),
        stop: StopSignal(prepare: {}, wait: {})), home: home.path, language: .english)
    let isFilled = home.hasStore
    if !isFilled { try Self.open(program, folder, laptops: laptops) }
    centre = try Centre(home, as: .serving, surroundings: clock.surroundings(machine: "centre"))
    guard !isFilled else { return }
    for number in 0..<laptops {
      let share = visits * (number + 1) / laptops - visits * number / laptops
      try Self.report(
        number, seed: UInt64(number + 1), of: centre, visits: share, residents: Self.residents,
        days: 7, in: folder, clock)
      progress(number + 1)
    }
  }

  /// Lets one more laptop in, of the next hamlet, and has it sync its work of a day. The centre keeps
  /// it, also for the next run.
  func sync(visits: Int) throws {
    let known = try centre.laptops().count
    let number = known % teams
    try Self.report(
      number, seed: UInt64(known + 1), of: centre, visits: visits, residents: Self.residentsOfADay,
      days: 1, in: folder, clock)
  }

  /// Makes an account of the whole province, or a new password for the one that is there.
  /// - Returns: the password.
  func password(of role: Role) throws -> String {
    let name = "\(role.rawValue)-bench"
    let add = ["account", "add", name, "--role", role.rawValue]
    let isThere = try program.json(["account", "list"]).compactText.contains("\"\(name)\"")
    let answer = try program.json(isThere ? ["account", "password", name] : add)
    return answer["password"]?.textValue ?? ""
  }

  private static func open(_ program: DemoProgram, _ folder: String, laptops: Int) throws {
    try HomeFolder(path: folder).create()
    func file(_ name: String, _ lines: [String]) throws -> String {
      let path = "\(folder)/\(name).csv"
      try HomeFolder.write(path: path, Array((lines.joined(separator: "\n") + "\n").utf8))
      return path
    }
    try program.succeed(["init", "--place", province])
    let communes = Array(Communes.communes(inProvince: province))
    let hamlets = (0..<laptops).map { number in
      "\(communes[number * communes.count / laptops].code),\(hamlet(number)),khu"
    }
    let members = (0..<laptops).map { number in
      "\(hamlet(number)),Tổ \(number + 1),\(member(number)),,,,01/07/2025"
    }
    try program.succeed([
      "import", try file("hamlets", ["commune_code,name,kind"] + hamlets),
      try file("members", ["hamlet,team,full_name,role,organisation,phone,from"] + members),
    ])
  }

  private static func hamlet(_ number: Int) -> String { "Khu \(number + 1)" }

  private static func member(_ number: Int) -> String { "Thành viên mẫu \(number + 1)" }

  /// Lets a laptop in, writes its week there, and syncs it once.
  private static func report(
    _ number: Int, seed: UInt64, of centre: Centre, visits: Int, residents: Int, days: Int,
    in folder: String, _ clock: DemoClock
  ) throws {
    let home = HomeFolder(path: "\(folder)/laptop")
    let surroundings = clock.surroundings(machine: "laptop-\(number)")
    let issued = try centre.issueCode(member: member(number), label: "Máy \(number + 1)")
    // Nobody listens there: the centre is at hand.
    let file = try centre.enrolmentFile(for: issued, address: "http://127.0.0.1:9")
    try LaptopEnrolment(home, surroundings).byFile(content: file, code: issued.code)
    let laptop = try Laptop(home, surroundings)
    let rounds = SyncRounds(laptop, over: CentreAtHand(centre), pause: { _ in })
    try fill(laptop, number, seed: seed, visits: visits, residents: residents, days: days)
    _ = try rounds.run()
    laptop.store.close()
    try FileManager.default.removeItem(atPath: home.path)
  }

  private static func fill(
    _ laptop: Laptop, _ number: Int, seed: UInt64, visits: Int, residents: Int, days: Int
  ) throws {
    let place = try laptop.records.reader.findPlace(hamlet(number))
    guard let scope = place.householdScope, let author = laptop.configuration.member,
      let team = try laptop.records.reader.record(Member.self, author)?.team
    else { throw FieldError.notFound(hamlet(number)) }
    func commit(_ body: (Act) throws -> [RowID]) throws -> [RowID] {
      try laptop.writing { records, clock in
        try records.store.commit(author: author, clock: clock, body)
      }
    }
    let register = GeneratedRegister(residents: residents, duplicates: 1, seed: seed)
    let written = try RegisterFilling(register, in: [(place.id, scope)]).run(commit)
    var people: [[RowID]] = Array(repeating: [], count: written.households.count)
    for (person, row) in zip(register.people, written.residents) {
      people[person.household].append(row)
    }
    var random = SeededGenerator(seed: seed)
    try WorkFilling(
      scope: scope, team: team, members: [author],
      households: Array(zip(written.households, people)), today: now.date,
      days: days
    ).run(visits: visits, &random, commit)
  }
}
