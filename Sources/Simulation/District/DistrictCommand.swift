import CommandLine
import FieldWork
import Foundation
import Glibc
import Listings
import Replica

/// `camtay demo district`: makes a whole district in a folder, with what must be counted there.
package struct DistrictCommand: Command {
  /// The words behind `camtay`.
  package let name = ["demo", "district"]
  /// What the list of commands says about it.
  package let abstract = BilingualText(
    vi: "dựng cả một địa bàn mẫu: trung tâm, nhiều máy, nhiều ngày, kèm số đếm đúng",
    en: "make a made-up district: a centre, many laptops, many days, and the exact counts")
  /// The district, and where to.
  package let arguments: [Argument] = [
    .option(
      "place", "CODE",
      BilingualText(vi: "mã xã hoặc mã tỉnh", en: "code of a commune or province"),
      isRequired: true),
    .option(
      "seed", "N", BilingualText(vi: "số gieo (mặc định 1)", en: "the seed (1)"),
      kind: .integer(0...Int64.max)),
    .option(
      "laptops", "N", BilingualText(vi: "số máy (mặc định 8)", en: "laptops (8)"),
      kind: .integer(2...Int64(DistrictOrder.laptopLimit))),
    .option(
      "days", "N",
      BilingualText(vi: "số ngày, đến hôm qua (mặc định 60)", en: "days, up to yesterday (60)"),
      kind: .integer(10...Int64(DistrictOrder.dayLimit))),
    .option(
      "to", "FOLDER", BilingualText(vi: "thư mục mới hoặc trống", en: "a new or empty folder"),
      isRequired: true),
  ]
  private let surroundings: Surroundings

  /// Makes the command.
  package init(surroundings: Surroundings) { self.surroundings = surroundings }

  /// Draws the plan, writes down what is expected, builds, and compares.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let order = try order(invocation)
    let finished = try newFolder(invocation.requiredText("to"))
    // Until all is there it bears another name, so that nobody takes a part for the whole.
    let folder = try unfinishedFolder(of: finished, console)
    let (password, expectation) = try build(order, in: folder, console)
    guard rename(folder, finished) == 0 else {
      throw HomeError.system(path: finished, reason: errno)
    }
    let check = try DistrictCheck(expectation, in: finished, surroundings: surroundings)
    DistrictReport(check, folder: finished).write(
      to: console, password: password, from: order.start, to: order.end)
    return check.differences.isEmpty ? .done : .needsAttention
  }

  /// Draws the plan, writes down what is expected, and builds; gives the coordinator's password and
  /// what is expected.
  private func build(
    _ order: DistrictOrder, in folder: String, _ console: Console
  ) throws -> (password: String, DistrictExpectation) {
    let plan = DistrictPlan(order)
    let expectation = DistrictExpectation(plan)
    try HomeFolder.write(
      path: "\(folder)/\(DistrictExpectation.fileName)",
      Array((expectation.json.indentedText + "\n").utf8))
    if !console.isJSON { announce(plan, console) }
    var progress = console.progress(
      BilingualText(vi: "Đang dựng", en: "Building"), total: Int64(plan.events.count))
    var shown = 0
    let isQuiet = console.isJSON
    let password = try DistrictBuilder(
      plan, in: folder, surroundings: surroundings, language: console.language
    ).build { done, total in
      progress.advance(to: Int64(done))
      // A log that nobody watches gets a line for every tenth.
      let tenth = done * 10 / max(total, 1)
      guard tenth > shown, !isQuiet else { return }
      shown = tenth
      console.note(
        BilingualText(vi: "đã dựng \(tenth * 10) %", en: "\(tenth * 10) % is built"))
    }
    progress.finish()
    return (password, expectation)
  }

  private func order(_ invocation: Invocation) throws -> DistrictOrder {
    let place = invocation.requiredText("place").filter { !$0.isWhitespace }
    guard Communes.commune(code: place) != nil || Provinces.province(code: place) != nil else {
      throw Failure(
        code: "place-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Không có xã hay tỉnh mã “\(place)”. Tìm mã: camtay place find TÊN",
          en: "No commune or province has the code “\(place)”. Find it with: "
            + "camtay place find NAME"))
    }
    let today = LocalDate(milliseconds: surroundings.clock().wall.rawValue)
    let wanted = Int(invocation.integer("days") ?? 60)
    let known = Commune.validFrom.days(until: today)
    guard wanted <= known else {
      throw Failure(
        code: "days-too-many", exitCode: .userError,
        words: BilingualText(
          vi: "Địa bàn mẫu bắt đầu sớm nhất ngày 01/07/2025: nhiều nhất \(max(known, 0)) ngày. "
            + "Chưa ghi gì.",
          en: "A district begins on 1 July 2025 at the earliest: at most "
            + "\(counted(max(known, 0), "day", "days")). Nothing was written."))
    }
    return DistrictOrder(
      place: place, seed: UInt64(invocation.integer("seed") ?? 1),
      laptops: Int(invocation.integer("laptops") ?? 8), days: wanted,
      start: today.adding(days: -wanted))
  }

  /// A folder that is new, or empty.
  private func newFolder(_ path: String) throws -> String {
    let folder = URL(fileURLWithPath: path).standardizedFileURL.path
    guard !HomeFolder.exists(folder) || Self.content(of: folder).isEmpty else {
      throw Failure(
        code: "folder-not-empty", exitCode: .refusedForSafety,
        words: BilingualText(
          vi: "\(folder) đã có dữ liệu; chưa ghi gì. Hãy chọn một thư mục mới.",
          en: "There is something in \(folder); nothing was written. Choose a new folder."))
    }
    return folder
  }

  private static func content(of folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The folder beside it in which the district is built. What a run that was cut off left there is
  /// removed, and told: it cannot be gone on with, since programs of another day made it.
  private func unfinishedFolder(of finished: String, _ console: Console) throws -> String {
    let folder = "\(finished).unfinished"
    let content = Self.content(of: folder)
    if !content.isEmpty {
      guard content.contains(DistrictExpectation.fileName) else {
        throw Failure(
          code: "folder-not-empty", exitCode: .refusedForSafety,
          words: BilingualText(
            vi: "\(folder) có dữ liệu không phải của một địa bàn mẫu; chưa ghi gì. Hãy chọn một "
              + "thư mục khác.",
            en: "There is something in \(folder) that is no district; nothing was written. Choose "
              + "another folder."))
      }
      try FileManager.default.removeItem(atPath: folder)
      console.note(
        BilingualText(
          vi: "Lần dựng trước bị dừng giữa chừng; đã xóa phần dở dang (\(folder)) và dựng lại từ "
            + "đầu.",
          en: "An earlier run was cut off; what it left (\(folder)) was removed, and the district "
            + "is built from the beginning."))
    }
    // Names of people lie here, made up or not.
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  private func announce(_ plan: DistrictPlan, _ console: Console) {
    let (visits, assists) = (plan.visits.count, plan.assists.count)
    console.say(
      BilingualText(
        vi: "\(plan.order.communes.count) xã, \(plan.hamlets.count) thôn, "
          + "\(plan.laptops.count) máy, \(plan.households.count) hộ, \(plan.people.count) người; "
          + "\(visits) lượt thăm, \(assists) lượt hỗ trợ, \(plan.submissions.count) hồ sơ. "
          + "Người và thôn đều là dữ liệu mẫu.",
        en: "\(counted(plan.order.communes.count, "commune", "communes")), "
          + "\(plan.hamlets.count) hamlets, \(plan.laptops.count) laptops, "
          + "\(plan.households.count) households, \(plan.people.count) residents; "
          + "\(visits) visits, \(assists) assists, \(plan.submissions.count) submissions. "
          + "People and hamlets are made up."))
    for (name, count) in plan.troubles.sorted(by: { $0.key < $1.key }) {
      console.write("  \(name) \(count)\n")
    }
  }
}
