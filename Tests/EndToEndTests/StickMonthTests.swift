import Foundation
import Testing

/// A month of five laptops that never have a network: two sticks, a courier, and the real programs.
///
/// A small cut runs always; `CAMTAY_LONG=1` takes four weeks with five households a week and laptop.
@Suite(.serialized) struct StickMonthTests {
  private static let isLong = ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1"
  private static let weeks = isLong ? 4 : 2
  private static let households = isLong ? 5 : 1
  private static let laptops = ["may-1", "may-2", "may-3", "may-4", "may-5"]
  /// Of these, whose stick comes to the centre only by the courier's laptop.
  private static let far = ["may-3", "may-4", "may-5"]
  private static let courier = "may-1"
  /// One that gets a second hamlet for a while.
  private static let lent = "may-4"
  private static let secondHamlet = "Xóm thử 2"
  private static let task = "Thăm lại hộ cần giấy tờ"

  private let place: Installation
  private let near: String
  private let remote: String
  /// The month before this one.
  private let month: DateComponents

  init() throws {
    place = try Installation()
    near = place.home("usb-gan")
    remote = place.home("usb-xa")
    for stick in [near, remote] {
      try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    }
    let calendar = Calendar(identifier: .gregorian)
    let before = try #require(calendar.date(byAdding: .day, value: -31, to: Date()))
    month = calendar.dateComponents([.year, .month], from: before)
  }

  private func day(_ week: Int) throws -> String {
    String(
      format: "%02d/%02d/%04d", 1 + 7 * week, try #require(month.month), try #require(month.year))
  }

  private func centre(_ arguments: String...) throws -> Program.Outcome {
    let outcome = try Program.centre.run(
      ["--home", place.home("centre")] + arguments, logs: place.folder)
    try #require(outcome.exitCode == 0, "\(arguments): \(outcome.errors) \(outcome.output)")
    return outcome
  }

  /// Lets a laptop in by a file, with its code said aside.
  private func enrol(_ laptop: String) throws {
    let file = place.home("\(laptop).ghi-danh")
    let answer = try centre(
      "enroll-code", "--member", Installation.member, "--label", laptop, "--file", file,
      "--address", "http://127.0.0.1:9", "--json")
    let code = try #require(try Installation.object(answer.output)["code"] as? String)
    try place.laptop(laptop, "enroll", "--file", file, "--code", code)
  }

  /// A week's work of one laptop; returns the codes of its visits.
  private func work(_ laptop: String, week: Int) throws -> [String] {
    try (0..<Self.households).map { number in
      let household = try place.addHousehold(laptop, "Hộ \(laptop) t\(week)h\(number)")
      let visit = try place.json(
        laptop, "visit", "add", "--household", household, "--outcome", "met", "--date",
        try day(week), "--minutes", "20", "--allow-far-day")
      let code = try #require(visit["code"] as? String)
      try place.laptop(
        laptop, "assist", "add", "--visit", code, "--service", "vneid", "--mode", "guided",
        "--outcome", "completed", "--evidence-kind", "spoken", "--evidence", "chủ hộ")
      return code
    }
  }

  /// Everything goes to the centre: two laptops by the near stick, three by the far one, which the
  /// courier's laptop copies onto the near one.
  private func carryThere() throws {
    for laptop in Self.laptops {
      _ = try place.json(
        laptop, "pack", "--to", Self.far.contains(laptop) ? remote : near)
    }
    let taken = try place.json(Self.courier, "courier", "take", remote)
    #expect(taken["carrying"] as? Int ?? 0 >= Self.far.count)
    _ = try place.json(Self.courier, "courier", "give", near, "--forget")
    _ = try centre("unpack", near, "--return", near)
  }

  /// Every return comes back the same way, and is taken in.
  private func carryBack() throws {
    _ = try place.json(Self.courier, "courier", "take", near)
    _ = try place.json(Self.courier, "courier", "give", remote, "--forget")
    for laptop in Self.laptops {
      let outcome = try place.tryLaptop(
        laptop, ["unpack", Self.far.contains(laptop) ? remote : near])
      #expect([0, 2].contains(outcome.exitCode), "\(laptop): \(outcome.errors) \(outcome.output)")
    }
  }

  /// The rows of a table that any laptop has, told by `sqlite3` from the files alone.
  private func union(_ table: String) throws -> String {
    let others = Self.laptops.dropFirst().enumerated().map { number, laptop in
      (
        "ATTACH '\(place.store(laptop))' AS l\(number);",
        "UNION SELECT rid FROM l\(number).\(table)"
      )
    }
    return try place.recount(
      Self.laptops[0],
      """
      \(others.map(\.0).joined())
      SELECT count(*) || ' ' || coalesce(group_concat(rid), '') FROM (
        SELECT rid FROM (SELECT rid FROM main.\(table) \(others.map(\.1).joined(separator: " ")))
        ORDER BY rid)
      """)
  }

  private func atCentre(_ table: String) throws -> String {
    try place.recount(
      "centre",
      """
      SELECT count(*) || ' ' || coalesce(group_concat(rid), '') FROM (
        SELECT rid FROM \(table) ORDER BY rid)
      """)
  }

  @Test func `five laptops without any network work for a month, and the centre has all of it`()
    throws
  {
    for laptop in Self.laptops { try enrol(laptop) }
    let tables = ["household", "visit", "assist"]
    var first: String?
    for week in 0..<Self.weeks {
      for laptop in Self.laptops {
        let visits = try work(laptop, week: week)
        first = first ?? visits.first
      }
      let before = try tables.map(union)
      try carryThere()
      #expect(try tables.map(atCentre) == before, "week \(week)")
      if week == 0 {
        // What the centre says and learns in the meantime goes back with the receipts.
        let visit = try #require(first)
        _ = try centre(
          "visit", "send-back", visit, "--comment", "Xem lại số phút", "--by", "Điều phối viên")
        let members = place.folder.appendingPathComponent("moi.csv")
        try """
        hamlet,team,full_name,role,organisation,phone,from
        \(Installation.hamlet),Tổ thử,Thành viên thử 3,Thành viên,,,01/01/2026

        """.write(to: members, atomically: true, encoding: .utf8)
        _ = try centre("import", members.path)
        try decide(about: visit)
        _ = try centre("unpack", near, "--return", near)
      }
      try carryBack()
      for laptop in Self.laptops {
        let status = try Installation.object(
          try place.tryLaptop(laptop, ["status", "--json"]).output)
        #expect(status["not_handed_over"] as? Int == 0, "\(laptop) in week \(week)")
        #expect((status["packs_under_way"] as? [Any])?.isEmpty == true, "\(laptop)")
      }
      if week == 0 {
        let visit = try #require(first)
        let warned = try place.tryLaptop(Self.courier, ["status", "--json"]).output
        #expect(warned.contains("sent-back"), "\(warned)")
        try place.laptop(Self.courier, "visit", "edit", visit, "--minutes", "45")
        for laptop in Self.laptops {
          #expect(try place.laptop(laptop, "member", "list").contains("Thành viên thử 3"))
        }
        try expectDecisions()
      }
    }
    let total = Self.laptops.count * Self.weeks * Self.households
    #expect(try place.recount("centre", "SELECT count(*) FROM visit") == "\(total)")
    #expect(try place.recount("centre", "SELECT count(*) FROM visit WHERE minutes = 45") == "1")
    // Every laptop of the team holds the work of all of them; one has a household of its own besides.
    for laptop in Self.laptops {
      #expect(
        try place.householdNames(laptop).count == total + (laptop == Self.lent ? 1 : 0),
        "\(laptop)")
    }
    try takeBack()

    let name = String(format: "%04d-%02d", try #require(month.year), try #require(month.month))
    let closed = try Installation.object(
      centre(
        "close", "month", name, "--by", "Điều phối viên", "--anyway", "--apply", "--json"
      ).output)
    #expect(closed["applied"] as? Bool == true && (closed["missing"] as? [Any])?.isEmpty == true)
    try carryThere()
    try carryBack()
    let paper = place.home("to-ngay.html")
    try place.laptop("may-4", "print", "day-sheet", paper)
    #expect(FileManager.default.fileExists(atPath: paper))

    // What was lent takes nothing more, and leaves when a backup elsewhere has what was recorded.
    #expect(try !place.laptop(Self.lent, "place", "list").contains(Self.secondHamlet))
    #expect(try place.householdNames(Self.lent).count == total + 1)
    _ = try centre("backup", place.home("sao-luu.sqlite"), "--off-machine")
    try carryThere()
    try carryBack()
    let left = try place.householdNames(Self.lent)
    #expect(left.count == total, "\(left)")
    #expect(
      try place.recount("centre", "SELECT count(*) FROM household WHERE hidden IS NULL")
        == "\(total + 1)")

    let digests = try place.digests(.centre, "centre")
    for laptop in Self.laptops {
      for (scope, digest) in try place.digests(.laptop, laptop) {
        #expect(digests[scope] == digest, "\(laptop), scope \(scope)")
      }
    }
  }

  // MARK: What the centre decides

  /// A task for one laptop's household, a plan of the team, and a second hamlet for one laptop: all of it
  /// goes back with the next returns.
  private func decide(about visit: String) throws {
    let hamlets = place.folder.appendingPathComponent("thon-moi.csv")
    try "commune_code,name,kind\n\(Installation.commune),\(Self.secondHamlet),hamlet\n"
      .write(to: hamlets, atomically: true, encoding: .utf8)
    _ = try centre("import", hamlets.path)
    _ = try centre("grant", "add", "--laptop", Self.lent, "--place", Self.secondHamlet)
    let shown = try place.json(Self.courier, "visit", "show", visit)
    let household = try #require(Self.code(of: "household", in: shown))
    _ = try centre(
      "task", "add", "--title", Self.task, "--household", household, "--due",
      try day(Self.weeks), "--apply")
    let refused = try place.tryLaptop(
      Self.lent, ["household", "add", "--place", Self.secondHamlet, "--name", "Hộ quá sớm"])
    #expect(refused.exitCode != 0, "nobody has told the laptop of that hamlet yet")
  }

  /// The code of a record that another one names.
  private static func code(of name: String, in answer: [String: Any]) -> String? {
    answer[name] as? String ?? (answer[name] as? [String: Any])?["code"] as? String
      ?? answer.values.lazy.compactMap { ($0 as? [String: Any]).flatMap { code(of: name, in: $0) } }
      .first
  }

  private func expectDecisions() throws {
    for laptop in Self.laptops {
      let hamlets = try place.laptop(laptop, "place", "list")
      #expect(hamlets.contains(Self.secondHamlet) == (laptop == Self.lent), "\(laptop)")
      #expect(try place.laptop(laptop, "task", "list").contains(Self.task), "\(laptop)")
    }
    _ = try place.json(
      Self.lent, "household", "add", "--place", Self.secondHamlet, "--name", "Hộ ở thôn mượn")
  }

  /// The second hamlet is taken back.
  private func takeBack() throws {
    let answer = try centre("grant", "list", "--laptop", Self.lent, "--json").output
    let rules = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
    // The last rule is the one that was added.
    let number = try #require(rules?.compactMap { $0["id"] as? Int }.max(), "\(answer)")
    _ = try centre("grant", "remove", "\(number)")
  }
}
