import CommandLine
import FieldWork

/// Five days of household visits on three laptops without a network.
struct DemoWeek {
  /// A record that two laptops will both change.
  struct SharedHousehold {
    var code: String
    var name: String
  }

  let cast: DemoCast
  let narrator: DemoNarrator
  let monday: LocalDate

  private static let visitsPerLaptop = 10
  private static let services = ["khai sinh", "chứng thực", "tạm trú", "đăng ký hộ kinh doanh"]

  /// The first day: the first laptop meets the household that the second will know too.
  func meetSharedHousehold() throws -> SharedHousehold {
    let laptop = cast.laptops[0]
    let name = "Hồ Thị Sáu \(InventedNames.mark)"
    let code = try laptop.program.save([
      "household", "add", "--place", DemoCast.hamlets[laptop.hamlet], "--name", name,
      "--kind", HouseholdKind.family.name, "--phone", "0912345670",
    ])
    for laptop in cast.laptops[..<2] { try laptop.program.succeed(["sync"]) }
    return SharedHousehold(code: code, name: name)
  }

  /// Everybody's visits, day after day; the first is shown as it is typed.
  func visitHouseholds() throws {
    for (index, laptop) in cast.laptops.enumerated() {
      let households = DemoPeople.households(
        laptop: index, hamlet: laptop.hamlet, count: Self.visitsPerLaptop)
      for (turn, household) in households.enumerated() {
        let day = monday.adding(days: turn * 5 / Self.visitsPerLaptop)
        cast.clock.travel(
          to: LocalDateTime(day, minuteOfDay: 8 * 60 + turn * 37).milliseconds)
        try visit(household, on: day, laptop, turn: turn, isShown: index == 0 && turn == 0)
      }
    }
  }

  /// Two people change the telephone of one household on two laptops, neither seeing the other.
  func editOnBoth(_ household: SharedHousehold) throws {
    for (laptop, phone) in zip(cast.laptops, ["0987654321", "0901112223"]) {
      cast.clock.travel(to: cast.clock.now + 3_600_000)
      try narrator.showSuccess(
        laptop.program, ["household", "edit", household.code, "--phone", phone])
    }
  }

  private func visit(
    _ household: DemoPeople.Household, on day: LocalDate, _ laptop: DemoCast.Laptop, turn: Int,
    isShown: Bool
  ) throws {
    let program = laptop.program
    let place = DemoCast.hamlets[household.hamlet]
    let kind = household.isShop ? HouseholdKind.shop : .family
    let code = try program.save([
      "household", "add", "--place", place, "--name", household.name, "--kind", kind.name,
    ])
    let isHome = turn % 5 != 4
    let visit = [
      "visit", "add", "--household", code, "--date", Format.date(day), "--outcome",
      (isHome ? VisitOutcome.met : .nobodyHome).name,
    ]
    if isShown { narrator.say(BilingualText(same: "$ \(program.line(visit))")) }
    let visitCode = try program.save(visit)
    guard isHome else { return }
    let resident = try program.save([
      "resident", "add", "--household", code, "--name", household.name, "--birth",
      household.birthYear, "--new",
    ])
    try assist(resident, at: visitCode, program, day: day, turn: turn, isShown: isShown)
  }

  private func assist(
    _ resident: String, at visit: String, _ program: DemoProgram, day: LocalDate, turn: Int,
    isShown: Bool
  ) throws {
    let query = Self.services[turn % Self.services.count]
    guard let procedure = Procedures.find(query, limit: 1).first else { return }
    var arguments = [
      "assist", "add", "--visit", visit, "--resident", resident, "--service", procedure.code,
      "--mode", (turn % 3 == 0 ? AssistMode.guided : .onBehalf).name,
    ]
    let dossier = "MAU-\(day.iso)-\(turn)"
    switch turn % 4 {
    case 3:
      arguments += [
        "--outcome", AssistOutcome.blocked.name, "--blocked-reason",
        BlockedReason.allCases[turn % BlockedReason.allCases.count].rawValue,
      ]
    case 2:
      arguments += ["--outcome", AssistOutcome.completed.name]
    default:
      arguments += [
        "--outcome", AssistOutcome.submitted.name, "--evidence-kind",
        EvidenceKind.dossierCode.name, "--evidence", dossier,
      ]
    }
    if isShown { narrator.say(BilingualText(same: "$ \(program.line(arguments))")) }
    let assist = try program.save(arguments)
    guard turn % 4 < 2 else { return }
    try program.succeed([
      "submission", "add", "--assist", assist, "--resident", resident, "--procedure",
      procedure.code, "--channel", SubmissionChannel.online.name, "--dossier", dossier,
      "--received", "\(Format.date(day)) 08:00",
    ])
  }
}
