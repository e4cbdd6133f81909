import CommandLine
import FieldAgent
import FieldWork
import Replica
import SyncProtocol
import SyncServer

/// Carries a plan out with the programs themselves: a centre and a home for every laptop, in one
/// folder, as commands, records and rounds make them.
///
/// One laptop is open at a time, from one of its syncs to the next: laptops meet at the centre only,
/// so what each writes in between depends on nobody else.
package final class DistrictBuilder {
  /// Where the centre lies within the folder.
  package static let centreHome = "centre"

  let plan: DistrictPlan
  let folder: String
  let clock: DemoClock
  let program: DemoProgram
  var rows: DistrictRows
  private let typing: DistrictTyping
  private let acts: [[DistrictAct]]
  /// By laptop, how many of its acts are done.
  private var done: [Int]
  /// By laptop, how often it was started.
  private var starts: [Int]

  /// Prepares to build in a folder, which must exist and be empty.
  package init(
    _ plan: DistrictPlan, in folder: String, surroundings: Surroundings, language: Language
  ) {
    self.plan = plan
    self.folder = folder
    clock = DemoClock(surroundings)
    program = Self.centreProgram(folder, clock.surroundings(machine: "centre"), language)
    rows = DistrictRows(plan)
    typing = DistrictTyping(plan)
    acts = plan.acts
    done = Array(repeating: 0, count: plan.laptops.count)
    starts = done
  }

  /// The centre's program on the home of a built district.
  static func centreProgram(
    _ folder: String, _ surroundings: Surroundings, _ language: Language
  ) -> DemoProgram {
    DemoProgram(
      commands: CentreCommands.set(
        version: FieldAgent.version, surroundings: surroundings,
        stop: StopSignal(prepare: {}, wait: {})),
      home: "\(folder)/\(centreHome)", language: language)
  }

  /// Builds everything.
  ///
  /// - Parameter progress: hears how many of all events are over.
  /// - Returns: the password of the centre's account.
  package func build(progress: (_ done: Int, _ total: Int) -> Void) throws -> String {
    travel(to: 5 * 60)
    let password = try openCentre()
    let centre = try Centre(
      HomeFolder(path: program.home), as: .serving,
      surroundings: clock.surroundings(machine: "centre"))
    try learnRows(centre)
    let events = plan.events
    for (number, event) in events.enumerated() {
      try perform(event, centre)
      progress(number + 1, events.count)
    }
    return password
  }

  /// Moves the time to a moment of the plan.
  func travel(to moment: Int) {
    let start = LocalDateTime(plan.order.start, minuteOfDay: 0).milliseconds
    clock.travel(to: start + Int64(moment) * 60_000)
  }

  private func perform(_ event: DistrictEvent, _ centre: Centre) throws {
    switch event.kind {
    case .enrol(let number):
      travel(to: event.moment)
      try enrol(number)
      try open(number) { try sync($0, centre) }
    case .sync(let number):
      try open(number) { laptop in
        try record(number, until: event.moment, laptop)
        travel(to: event.moment)
        try sync(laptop, centre)
      }
    case .keep(let number):
      guard done[number] < acts[number].count else { return }
      try open(number) { try record(number, until: event.moment, $0) }
    case .reform:
      travel(to: event.moment)
      try applyReform()
    case .close(let number):
      travel(to: event.moment)
      try program.succeed([
        "close", "month", plan.closings[number].month.description, "--by",
        "Điều phối viên \(InventedNames.mark)", "--anyway", "--apply",
      ])
    case .settle:
      travel(to: event.moment)
      try settle(centre)
    }
  }

  /// Opens a laptop while `body` runs. One that is started anew has an unchecked clock.
  private func open(_ number: Int, _ body: (Laptop) throws -> Void) throws {
    let laptop = plan.laptops[number]
    if laptop.restarts { starts[number] += 1 }
    let start = LocalDateTime(plan.order.start, minuteOfDay: 0).milliseconds
    let surroundings = clock.surroundings(
      machine: laptop.label, boot: "\(laptop.label)-\(starts[number])"
    ) { now in
      Int64(laptop.clockError(on: Int((now - start) / 86_400_000))) * 60_000
    }
    try body(try Laptop(HomeFolder(path: home(of: number)), surroundings))
  }

  private func home(of number: Int) -> String { "\(folder)/\(plan.laptops[number].label)" }

  /// Writes what is typed until a moment; each day is one transaction.
  private func record(_ number: Int, until moment: Int, _ laptop: Laptop) throws {
    while done[number] < acts[number].count, acts[number][done[number]].moment <= moment {
      let day = acts[number][done[number]].moment / 1_440
      try laptop.writing { records, _ in
        try records.store.connection.transaction(.immediate) {
          while done[number] < acts[number].count {
            let act = acts[number][done[number]]
            guard act.moment <= moment, act.moment / 1_440 == day else { break }
            travel(to: act.moment)
            try typing.type(act, plan.laptops[number], records, &rows, clock: laptop.clock())
            done[number] += 1
          }
        }
      }
    }
  }

  private func sync(_ laptop: Laptop, _ centre: Centre) throws {
    _ = try SyncRounds(laptop, over: CentreAtHand(centre: centre), pause: { _ in }).run()
  }

  /// Lets a laptop in by a file, as one without a network is.
  private func enrol(_ number: Int) throws {
    let laptop = plan.laptops[number]
    let file = "\(folder)/\(laptop.label).enrolment"
    var arguments = [
      "enroll-code", "--member", plan.members[laptop.member].name, "--label", laptop.label,
      "--file", file, "--address", "http://127.0.0.1:8765",
    ]
    if let former = laptop.replaces { arguments += ["--replaces", plan.laptops[former].label] }
    let code = try program.json(arguments)["code"]?.textValue ?? ""
    let agent = DemoProgram(
      commands: FieldAgent.commandSet(
        surroundings: clock.surroundings(machine: laptop.label, boot: "\(laptop.label)-0") { _ in 0
        }),
      home: home(of: number), language: program.language)
    try agent.succeed(["enroll", "--file", file, "--code", code])
    try HomeFolder(path: folder).remove("\(laptop.label).enrolment")
  }
}

/// A centre that is reached without a network.
private struct CentreAtHand: CentreLink {
  let centre: Centre

  func exchange(_ request: [UInt8]) throws -> [UInt8] {
    try centre.answer([request]).first?.bytes ?? []
  }
}
