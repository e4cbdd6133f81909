@testable import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// The training log: learners, scores and members, and how help went before and after.
@Suite struct TrainingPagesTests {
  /// A training twenty days ago with one learner.
  private func train(_ world: ReportWorld) throws -> RowID {
    let laptop = world.laptops[0]
    let clock = { () -> ClockReading in
      world.world.clock.advance(seconds: 1)
      return laptop.laptopClock()
    }
    func add(_ form: RecordForm, _ values: [String: String]) throws -> RowID {
      try laptop.field.add(
        form, FormDraft(form, values), author: laptop.member, clock: clock()
      ).id
    }
    let session = try add(
      RecordForms.session,
      [
        "kind": "training", "date": Format.date(world.today.adding(days: -20)),
        "topic": "nộp hồ sơ trực tuyến", "name": "buổi ở nhà ông Lò Văn Tư",
      ])
    let learner = try laptop.field.reader.findMember("Nguyễn Văn An")
    _ = try add(
      RecordForms.attendance,
      [
        "session": try laptop.field.reader.codeText(of: session), "member": learner.codeText,
        "role": "learner", "before": "40", "after": "80",
      ])
    _ = try laptop.sync()
    return session
  }

  @Test func `what somebody typed of a training is told to coordinators alone`() throws {
    let world = try ReportWorld(seed: 946, visits: 10)
    _ = try train(world)
    let trainer =
      try world.world.signIn(as: world.world.rights(.trainer), "thay-ba") + "; camtay-language=en"
    for path in ["/training", "/training?period=2025", "/training.csv", "/trainer"] {
      let page = try world.page(path, as: trainer)
      #expect(!page.contains("Lò Văn Tư") && !page.contains("trực tuyến"), "\(path)")
    }
    let told = try world.page("/training", as: trainer)
    let day = Format.date(world.today.adding(days: -20))
    #expect(told.contains(">Training</td>") && told.contains(day), "kind, place and date are")
    let own = try world.page("/training")
    #expect(own.contains("buổi ở nhà ông Lò Văn Tư") && own.contains("nộp hồ sơ trực tuyến"))
  }

  @Test(arguments: [UInt64(941), 943, 944])
  func `trained members, learners and rates are what queries of their own find`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed, visits: 200)
    _ = try train(world)
    let period = try #require(Period(.year, holding: world.today))
    let report = try world.world.centre.read { reader in
      try TrainingReport.gather(period, today: world.today, reader, within: .everything)
    }
    let session = try #require(report.sessions.first)
    #expect(report.sessions.count == 1 && session.learnerCount == 1 && session.tested == 1)
    #expect(session.before == 40 && session.after == 80)
    #expect(report.trained == 1 && report.untrained.map(\.name) == ["Trần Thị Bình"])
    let day = world.today.adding(days: -20)
    func rate(_ team: RowID, _ from: LocalDate, _ to: LocalDate) throws -> Int? {
      func count(_ outcomes: String) throws -> Int {
        try world.world.centre.read { reader in
          Int(
            try reader.connection.integer(
              """
              SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
              WHERE a.void_reason IS NULL AND v.void_reason IS NULL AND v.team = ?
                AND v.date BETWEEN ? AND ? AND a.outcome IN (\(outcomes))
              """, .integer(team.rawValue), .integer(Int64(from.daysSince1970)),
              .integer(Int64(to.daysSince1970))))
        }
      }
      let tried = try count("1, 2, 3")
      guard tried >= 10 else { return nil }
      return Int((Double(try count("1, 2")) * 20 / Double(tried)).rounded()) * 5
    }
    var told = 0
    for line in report.lines where line.last != nil {
      #expect(line.last == day)
      #expect(
        try line.before == rate(line.team, day.adding(days: -30), day.adding(days: -1)),
        "seed \(seed)")
      #expect(
        try line.after == rate(line.team, day.adding(days: 1), day.adding(days: 30)), "seed \(seed)"
      )
      told += [line.before, line.after].compactMap(\.self).count
    }
    #expect(told == 2, "seed \(seed)")
  }

  @Test func `coordinators see who has not been trained, trainers how many`() throws {
    let world = try ReportWorld(seed: 942, visits: 20)
    let session = try train(world)
    let trainer =
      try world.world.signIn(as: try world.world.rights(.trainer), "huan")
      + "; camtay-language=en"
    let members = try world.world.centre.read { try $0.members() }
    for path in ["/training", "/training.csv"] {
      let page = try world.page(path, as: trainer)
      for member in members { #expect(!page.contains(member.fullName ?? "—"), "\(path)") }
    }
    #expect(try world.page("/training", as: trainer).contains("1/\(members.count)"))
    #expect(try world.world.get("/training/untrained", cookie: trainer).status == 403)
    let names = try world.page("/training/untrained")
    #expect(names.contains("Trần Thị Bình") && !names.contains("Nguyễn Văn An"))
    // One learner's scores are too few to be told; a session that was voided trained nobody.
    #expect(try !world.page("/training", as: trainer).contains("40.00"))
    try world.laptops[0].field.void(
      RecordForms.session, session, reason: "ghi nhầm", author: world.laptops[0].member,
      clock: world.laptops[0].laptopClock())
    _ = try world.laptops[0].sync()
    #expect(try world.page("/training", as: trainer).contains("0/\(members.count)"))
  }

  @Test func `scores of small trainings are told in sums, and none of them alone`() throws {
    let day = try #require(LocalDate(iso: "2026-11-01"))
    func session(_ number: Int, _ topic: String, _ tested: Int) throws -> TrainingSession {
      TrainingSession(
        id: try #require(RowID(rawValue: Int64(number) << 32)), codeText: "C-\(number)",
        date: day.adding(days: number), name: nil, topic: topic, place: nil, learners: [:],
        tested: tested, before: Int64(tested * 4), after: Int64(tested * 7))
    }
    let small = try (1...15).map { try session($0, $0 % 2 == 0 ? "VNeID" : "Cổng", 2) }
    let scores = TrainingScores(small)
    #expect(scores.all?.tested == 30 && scores.topics.map { $0.sum?.tested } == [16, 14])
    #expect(!small.contains { scores.tells($0) })
    #expect(TrainingWords.scores(scores.all).english == "4.00 → 7.00")
    // One small training beside a large one: neither is told, and so is no topic beside a small one.
    let two = try [session(1, "VNeID", 2), session(2, "VNeID", 9)]
    #expect(
      TrainingScores(two).all?.tested == 11 && !two.contains { TrainingScores(two).tells($0) })
    let topics = try [session(1, "VNeID", 2), session(2, "Cổng", 9), session(3, "QR", 30)]
    #expect(TrainingScores(topics).topics.map { $0.sum?.tested } == [nil, nil, 30])
  }
}
