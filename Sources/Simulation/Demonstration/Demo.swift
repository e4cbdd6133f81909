import CommandLine
import FieldWork
import Foundation
import Replica
import SyncServer

/// `camtay demo`: a real centre and three real laptops on this machine, a week of visits without a
/// network, and the evening on which everything comes together.
package struct Demo: Command {
  /// The word after `camtay`.
  package let name = ["demo"]
  /// What the list of commands says about it.
  package let abstract = BilingualText(
    vi: "diễn thử một tuần: trung tâm thật, ba máy thật, dữ liệu xã thật, người dân mẫu",
    en: "play a week: a real centre, three real laptops, a real commune, made-up residents")
  /// The commune, the port, and whether to end at once.
  package let arguments: [Argument] = [
    .option(
      "place", "CODE",
      BilingualText(vi: "mã xã (mặc định 17713, Đại Đồng)", en: "commune (17713, Đại Đồng)")),
    .option(
      "port", "PORT",
      BilingualText(vi: "cổng của trang (mặc định 8765)", en: "port of the pages (8765)"),
      kind: .integer(0...65_535)),
    .flag(
      "once",
      BilingualText(vi: "kết thúc ngay, không giữ trang", en: "end at once, keep no pages up")),
  ]
  private let surroundings: Surroundings
  private let stop: StopSignal

  /// Makes the command; `stop` says when the person has seen enough.
  package init(surroundings: Surroundings, stop: StopSignal) {
    self.surroundings = surroundings
    self.stop = stop
  }

  /// Plays.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let place = invocation.text("place") ?? "17713"
    guard let commune = Communes.commune(code: place) else {
      throw Failure(
        code: "place-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Không có xã mã “\(place)”. Tìm mã: camtay place find TÊN",
          en: "No commune has the code “\(place)”. Find it with: camtay place find NAME"))
    }
    var random = surroundings.random()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-demo-\(String(random.next(), radix: 16))").path
    try HomeFolder(path: folder).create()
    defer { try? FileManager.default.removeItem(atPath: folder) }

    let narrator = DemoNarrator(console: console)
    let cast = DemoCast(folder: folder, language: console.language, real: surroundings)
    defer { cast.close() }
    let isOnce = invocation.flag("once")
    if !isOnce { stop.prepare() }
    let port = isOnce ? 0 : UInt16(invocation.integer("port") ?? 8_765)
    let allAgree = try play(cast, narrator, commune, port: port, folder: folder)
    guard allAgree else { return .needsAttention }
    if !isOnce { keepPagesUp(cast, narrator, folder) }
    return .done
  }

  private func play(
    _ cast: DemoCast, _ narrator: DemoNarrator, _ commune: Commune, port: UInt16, folder: String
  ) throws -> Bool {
    let today = LocalDate(milliseconds: cast.clock.now)
    let monday = today.adding(days: -6)
    cast.clock.travel(to: LocalDateTime(monday, minuteOfDay: 7 * 60).milliseconds)
    narrator.heading(
      BilingualText(
        vi: "Trung tâm của \(commune.fullName) (\(commune.code)); người và xóm là dữ liệu mẫu",
        en: "The centre of \(commune.fullName) (\(commune.code)); people and hamlets are made up"))
    try cast.openCentre(place: commune.code, port: port, folder: folder, narrator)
    try cast.enrolLaptops(narrator)

    let week = DemoWeek(cast: cast, narrator: narrator, monday: monday)
    narrator.heading(
      BilingualText(
        vi: "Năm ngày đi từng nhà, không có mạng", en: "Five days from house to house, no network"))
    let household = try week.meetSharedHousehold()
    try week.visitHouseholds()
    try week.editOnBoth(household)

    cast.clock.returnToPresent()
    let evening = DemoEvening(cast: cast, narrator: narrator, period: (monday, today))
    try evening.handOver()
    try evening.report()
    return try evening.verify()
  }

  private func keepPagesUp(_ cast: DemoCast, _ narrator: DemoNarrator, _ folder: String) {
    narrator.heading(BilingualText(vi: "Xem tiếp", en: "Look further"))
    narrator.say(
      BilingualText(
        vi: "Trang của trung tâm: \(cast.server?.url ?? "")\n"
          + "Đăng nhập: \(cast.account) / \(cast.password)\n"
          + "Máy 1: camtay --home \(folder)/laptop-1 status\n"
          + "Nhấn Ctrl-C để kết thúc và xóa dữ liệu mẫu.",
        en: "The centre's pages: \(cast.server?.url ?? "")\n"
          + "Sign in: \(cast.account) / \(cast.password)\n"
          + "Laptop 1: camtay --home \(folder)/laptop-1 status\n"
          + "Press Ctrl-C to end and to remove the made-up data."))
    stop.wait()
  }
}
