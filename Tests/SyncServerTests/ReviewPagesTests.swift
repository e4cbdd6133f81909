import FieldWork
import Randomness
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct ReviewPagesTests {
  @Test func `a visit that is sent back is mended on the laptop and comes back to be approved`()
    throws
  {
    let desk = try ReviewDesk(seed: 711)
    #expect(try desk.numbers() == [1, 1])
    #expect(try desk.page("/review").contains("chưa xem"))
    #expect(try desk.say("send-back", "  ") == 422)
    // The error names the field as its form does.
    for (act, label) in [("reject", "Vì sao"), ("send-back", "Cần sửa hay giải thích gì")] {
      let seen = try desk.seen(try desk.page(desk.path))
      let answer = try desk.world.send(
        [("act", act), ("comment", " "), ("seen", seen)], to: desk.path, cookie: desk.cookie)
      let page = String(decoding: answer.body, as: UTF8.self)
      let alert = try #require(page.firstMatch(of: /role="alert">([^<]*)</)?.1)
      #expect(alert.contains(label) && !alert.contains("Ghi chú"), "\(act): \(alert)")
    }
    #expect(try desk.say("send-back", "CCCD 040212345678 của ai?") == 422)
    #expect(try desk.state() == .new)
    #expect(try desk.say("send-back", "Ghi rõ ai được hỗ trợ") == 303)
    #expect(try desk.state() == .sentBack && desk.numbers() == [1, 1])
    #expect(try desk.page("/review?state=sent-back").contains(desk.path))
    #expect(try !desk.page("/review?state=new").contains(desk.path))

    try desk.laptop.sync()
    let sent = try #require(try desk.laptop.field.sentBackVisits(ownOnly: true).first)
    #expect(sent.visit == desk.visit && !sent.isMended)
    #expect(sent.review.note == "Ghi rõ ai được hỗ trợ" && sent.review.ruledBy == "coordinator")
    #expect(try desk.laptop.field.openSentBackCount() == 1)
    _ = try desk.laptop.field.editVisit(
      desk.visit, VisitDraft(note: "Bà Ba làm, tôi chỉ"), author: desk.laptop.member,
      clock: desk.world.clock.laptopSurroundings.clock())
    #expect(try desk.laptop.field.openSentBackCount() == 0)
    #expect(try desk.laptop.field.sentBackVisits(ownOnly: true).map(\.isMended) == [true])
    try desk.laptop.sync()
    #expect(try desk.state() == .mended)
    #expect(try desk.page("/review?state=mended").contains(desk.path))

    #expect(try desk.say("approve") == 303)
    #expect(try desk.state() == .approved)
    try desk.laptop.sync()
    #expect(try desk.laptop.field.sentBackVisits(ownOnly: true).isEmpty)
    // Written to once more, it is not what was approved.
    _ = try desk.laptop.field.editVisit(
      desk.visit, VisitDraft(minutes: "45"), author: desk.laptop.member,
      clock: desk.world.clock.laptopSurroundings.clock())
    try desk.laptop.sync()
    #expect(try desk.state() == .changed)
    let acts = try desk.world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries.map(\.act)
    }
    #expect(acts.contains("visit-sent-back") && acts.contains("visit-approved"))
  }

  @Test func `a sent back visit is named as the visit, whichever write carries the message`() throws
  {
    let desk = try ReviewDesk(seed: 722)
    let code = try desk.world.centre.inspect {
      try $0.reader.codeText(of: desk.visit, in: VisitTable.definition)
    }
    #expect(try desk.say("send-back", "Ghi rõ ai được hỗ trợ") == 303)
    try desk.laptop.sync()
    let told = try desk.laptop.field.ownReviews()
    #expect(told.map(\.codeText) == [code] && told.map(\.row) == [desk.visit])
    #expect(told.map(\.table) == [VisitTable.definition.name])
    let number = try #require(told.first?.number)
    let shown = desk.world.run("review", "show", "\(number)")
    #expect(shown.out.contains("Record: visit \(code)"))
    let listed = desk.world.run("review", "list")
    #expect(listed.out.contains("1 review left out") && listed.out.contains("review list --all"))
    #expect(desk.world.run("review", "list", "--all").out.contains(code))
    #expect(!desk.world.run("review", "list", "--all").out.contains("left out"))
  }

  @Test func `a visit can be sent back again after it was mended, and that taken back`() throws {
    let desk = try ReviewDesk(seed: 712)
    for (number, note) in ["một", "hai"].enumerated() {
      #expect(try desk.say("send-back", "Lần \(note)") == 303)
      try desk.laptop.sync()
      #expect(
        try desk.laptop.field.sentBackVisits(ownOnly: true).map(\.review.note) == ["Lần \(note)"])
      _ = try desk.laptop.field.editVisit(
        desk.visit, VisitDraft(minutes: "\(20 + number)"), author: desk.laptop.member,
        clock: desk.world.clock.laptopSurroundings.clock())
      try desk.laptop.sync()
      #expect(try desk.state() == .mended)
    }
    #expect(try desk.say("undo") == 303)
    #expect(try desk.state() == .new)
    // In the same state as before: the same words are said again.
    for _ in 0..<2 {
      #expect(try desk.say("send-back", "Lần ba") == 303)
      #expect(try desk.state() == .sentBack)
      #expect(try desk.say("undo") == 303)
      #expect(try desk.state() == .new)
    }
  }

  @Test func `a rejected visit leaves the counts, its author reads why, and it can be taken back`()
    throws
  {
    let desk = try ReviewDesk(seed: 713)
    #expect(try desk.page(desk.path).contains("1 lượt hỗ trợ được tính"))
    #expect(try desk.page(desk.path).contains("và hồ sơ đã nộp của lượt này"))
    #expect(try desk.say("reject", "Không có hộ này") == 303)
    #expect(try desk.state() == .rejected && desk.numbers() == [0, 0])
    let list = try desk.page("/review?state=rejected")
    #expect(list.contains(desk.path) && list.contains("không chấp nhận"))
    let page = try desk.page(desk.path)
    #expect(page.contains("Không có hộ này") && page.contains("Những gì đã được ghi"))
    try desk.laptop.sync()
    let told = try desk.laptop.field.ownReviews().filter(\.isUnread)
    #expect(told.map(\.note) == ["Không có hộ này"])
    #expect(try desk.laptop.field.reader.visits().isEmpty)
    #expect(try desk.say("undo") == 303)
    #expect(try desk.state() == .new && desk.numbers() == [1, 1])
    try desk.laptop.sync()
    #expect(try desk.laptop.field.reader.visits().count == 1)
    #expect(try desk.say("reject", "Vẫn không có") == 303)
    #expect(try desk.numbers() == [0, 0])
  }

  @Test func `a rejected visit has a reason of its own, and record files say that it is left out`()
    throws
  {
    let desk = try ReviewDesk(seed: 719, visits: 2)
    let day = desk.world.clock.laptopSurroundings.clock().wall
    let month = LocalDateTime(time: day).date.iso.prefix(7)
    let records = "/reports/records?period=\(month)&number="
    #expect(try !desk.page(records + "visits").contains("Không chấp nhận"))
    #expect(try desk.say("reject", "Không có hộ này") == 303)
    let page = try desk.page(records + "not-counted&reason=visit-rejected")
    #expect(page.contains("Không tính: điều phối viên không chấp nhận lượt thăm."))
    #expect(!page.contains("Không tính: lượt thăm đã bị hủy."))
    for number in ["visits", "counted", "not-counted", "submissions"] {
      let file = try desk.page(
        records.replacing("/reports/records", with: "/reports/records.csv") + number)
      #expect(file.contains("1 lượt thăm điều phối viên không chấp nhận"), "\(number)")
      #expect(!file.contains("Không tính: điều phối viên không chấp nhận"), "\(number)")
    }
    let service = try desk.page(records + "counted&service=1.001193")
    #expect(service.contains("1 lượt hỗ trợ của lượt thăm điều phối viên không chấp nhận"))
    let explained = try desk.world.centre.read { reader in
      try reader.explainCount(of: try #require(try reader.assists(visit: desk.visit).first).id)
    }
    #expect(explained.lines[1].vietnamese == "coordinator không chấp nhận: “Không có hộ này”")
  }

  @Test(arguments: [UInt64(720), 721])
  func `every visit is in exactly one filter, whatever was said and written`(_ seed: UInt64) throws
  {
    let desk = try ReviewDesk(seed: seed, visits: 14)
    var random = SeededGenerator(seed: seed)
    func say(_ act: String, _ visit: RowID) throws {
      let path = "/review/\(visit.rawValue)"
      let status = try desk.world.send(
        [("act", act), ("comment", "Xem lại"), ("seen", try desk.seen(try desk.page(path)))],
        to: path, cookie: desk.cookie
      ).status
      #expect(status == 303, "\(act), seed \(seed)")
    }
    func write(_ visit: RowID) throws {
      let field = desk.laptop.field
      let clock = desk.world.clock.laptopSurroundings.clock()
      guard let now = try field.reader.record(Visit.self, visit) else { return }
      if now.voidReason != nil {
        try field.restore(.visit, visit, author: desk.laptop.member, clock: clock)
      } else if Bool.random(using: &random) {
        try field.void(.visit, visit, reason: "nhầm", author: desk.laptop.member, clock: clock)
      } else {
        let draft = VisitDraft(minutes: "\(Int.random(in: 1...200, using: &random))")
        _ = try field.editVisit(visit, draft, author: desk.laptop.member, clock: clock)
      }
    }
    func check() throws -> [ReviewState: Int] {
      var found: [RowID: [ReviewState]] = [:]
      var sizes: [ReviewState: Int] = [:]
      let (waiting, all) = (try desk.page("/review"), try desk.page("/review?state=all"))
      for state in ReviewState.allCases {
        let list = try desk.page("/review?state=\(state.rawValue)")
        for visit in desk.visits where list.contains("\"/review/\(visit.rawValue)?state=") {
          found[visit, default: []].append(state)
          sizes[state, default: 0] += 1
        }
      }
      for visit in desk.visits {
        let state = try desk.world.centre.inspect {
          try ReviewStandings($0).standing(of: visit).state
        }
        #expect(found[visit] == [state], "seed \(seed)")
        let waits = [ReviewState.new, .mended, .changed].contains(state)
        let row = "\"/review/\(visit.rawValue)"
        #expect(waiting.contains(row + "\"") == waits, "\(state), seed \(seed)")
        #expect(all.contains(row + "?state=all\""), "\(state), seed \(seed)")
      }
      return sizes
    }
    // Its author voids one that was sent back: it is with the coordinator again.
    try say("send-back", desk.visit)
    try desk.laptop.sync()
    try desk.laptop.field.void(
      .visit, desk.visit, reason: "nhầm", author: desk.laptop.member,
      clock: desk.world.clock.laptopSurroundings.clock())
    try desk.laptop.sync()
    #expect(try desk.page("/review?state=mended").contains(desk.path))
    var seen: [ReviewState: Int] = [:]
    for _ in 0..<5 {
      for visit in desk.visits {
        if Bool.random(using: &random) {
          let acts = ["approve", "approve", "send-back", "reject", "undo"]
          try say(acts.randomElement(using: &random) ?? "undo", visit)
        }
        if Bool.random(using: &random) { try write(visit) }
      }
      try desk.laptop.sync()
      for (state, size) in try check() { seen[state, default: 0] += size }
    }
    for state in ReviewState.allCases { #expect(seen[state] != nil, "\(state), seed \(seed)") }
  }

  @Test func `hamlets of one name are told apart in the filter`() throws {
    let world = try PageWorld(
      hamlets: PageWorld.hamlets + "17713,Xóm 3,xóm\n17722,Xóm 3,xóm\n")
    let choices = try ReviewChoices(world.centre, .everything, world.now.date)
    #expect(
      choices.places.map(\.words.vietnamese)
        == ["Xóm 1", "Xóm 2", "Xóm 3, Xã Đại Đồng", "Xóm 3, Xã Hạnh Lâm"])
  }

  @Test func `a visit of which one write is all there is can be sent back and then rejected`()
    throws
  {
    let desk = try ReviewDesk(seed: 718, visits: 0)
    let household = try desk.laptop.addHousehold("Hộ bà Tám")
    let visit = try desk.laptop.field.addVisit(
      VisitDraft(
        household: household,
        date: Format.date(LocalDateTime(time: desk.laptop.laptopClock().wall).date),
        outcome: "nobody-home"), author: desk.laptop.member, clock: desk.laptop.laptopClock()
    ).id
    try desk.laptop.sync()
    func state() throws -> ReviewState {
      try desk.world.centre.inspect { try ReviewStandings($0).standing(of: visit).state }
    }
    let path = "/review/\(visit.rawValue)"
    func say(_ act: String) throws -> Int {
      let seen = try desk.seen(try desk.page(path))
      return try desk.world.send(
        [("act", act), ("comment", "Xem lại"), ("seen", seen)], to: path, cookie: desk.cookie
      ).status
    }
    for _ in 0..<2 {
      #expect(try say("send-back") == 303)
      #expect(try state() == .sentBack)
      #expect(try say("reject") == 303)
      #expect(try state() == .rejected)
      #expect(try desk.page("/review?state=rejected").contains(path))
      #expect(try desk.numbers() == [0, 0])
      #expect(try say("undo") == 303)
      #expect(try state() == .new)
      #expect(try desk.numbers() == [1, 0])
    }
    try desk.laptop.sync()
    #expect(try desk.laptop.field.sentBackVisits(ownOnly: true).isEmpty)
  }

  @Test func `the second of two coordinators is told, and nothing of theirs is written`() throws {
    let desk = try ReviewDesk(seed: 714)
    let other = try desk.world.signIn(as: try desk.world.rights(.coordinator), "lan")
    let seen = try desk.seen(try desk.page(desk.path, as: other))
    #expect(try desk.say("send-back", "Xem lại số phút") == 303)
    let late = try desk.world.send(
      [("act", "reject"), ("comment", "Không đúng"), ("seen", seen)], to: desk.path, cookie: other)
    let page = String(decoding: late.body, as: UTF8.self)
    #expect(late.status == 409 && page.contains("Chưa ghi gì"))
    #expect(page.contains("Xem lại số phút") && page.contains("coordinator"))
    #expect(try desk.state() == .sentBack && desk.numbers() == [1, 1])
    for act in ["", "approve-all"] {
      let odd = try desk.world.send([("act", act), ("seen", seen)], to: desk.path, cookie: other)
      #expect(odd.status == 422)
    }
  }

  @Test func `unflagged visits are approved at once, flagged ones are left, and it is taken back`()
    throws
  {
    let desk = try ReviewDesk(seed: 715, visits: 3)
    _ = try desk.laptop.field.editVisit(
      desk.visits[1], VisitDraft(start: "23:15"), author: desk.laptop.member,
      clock: desk.world.clock.laptopSurroundings.clock())
    try desk.laptop.sync()
    let page = try desk.page("/review")
    #expect(page.contains("giờ bất thường") && page.contains("2 lượt chưa xem, không có cờ"))
    #expect(try desk.page("/review?flag=odd-hours").contains("1 trong 3 dòng"))
    #expect(try desk.page("/review?flag=none").contains("2 trong 3 dòng"))
    var seen = try desk.seen(page)
    let odd = try desk.world.send([("seen", "x")], to: "/review/approve", cookie: desk.cookie)
    #expect(odd.status == 409)
    // Written to after somebody looked: not what they approve.
    _ = try desk.laptop.field.editVisit(
      desk.visits[0], VisitDraft(outcome: "moved-away"), author: desk.laptop.member,
      clock: desk.world.clock.laptopSurroundings.clock())
    try desk.laptop.sync()
    let old = try desk.world.send([("seen", seen)], to: "/review/approve", cookie: desk.cookie)
    #expect(old.status == 409)
    seen = try desk.seen(try desk.page("/review"))
    let sent = try desk.world.send([("seen", seen)], to: "/review/approve", cookie: desk.cookie)
    #expect(sent.status == 303 && sent.headers["Location"] == "/review?done=1")
    func states() throws -> [ReviewState] {
      try desk.world.centre.inspect { records in
        let standings = try ReviewStandings(records)
        return try desk.visits.map { try standings.standing(of: $0).state }
      }
    }
    #expect(try states() == [.approved, .new, .approved])
    // Sent twice: what it was about is no longer there.
    #expect(
      try desk.world.send([("seen", seen)], to: "/review/approve", cookie: desk.cookie).status
        == 409)
    #expect(try desk.page("/review?done=1").contains("name=\"act\" value=\"1\""))
    #expect(
      try desk.world.send([("act", "1")], to: "/review/undo", cookie: desk.cookie).status == 303)
    #expect(try states() == [.new, .new, .new])
    // Taken back already, or never done: it is said, and not that it was taken back.
    for act in ["1", "99999", "x"] {
      let again = try desk.world.send([("act", act)], to: "/review/undo", cookie: desk.cookie)
      #expect(again.status == 409)
    }
    let file = try desk.page("/review.csv")
    #expect(file.contains("giờ bất thường") && file.contains("Số dòng"))
  }

  @Test func `a coordinator of one unit sees and clears only its visits`() throws {
    let desk = try ReviewDesk(seed: 716)
    let inside = try desk.world.signIn(
      as: try desk.world.rights(.coordinator, unit: "17713"), "lan")
    #expect(try desk.page("/review", as: inside).contains(desk.path))
    #expect(try desk.say("send-back", "Xem lại", as: inside) == 303)
    let outside = try desk.world.signIn(
      as: try desk.world.rights(.coordinator, unit: "17722"), "mai")
    #expect(try desk.page("/review", as: outside).contains(desk.path) == false)
    #expect(try desk.world.get(desk.path, cookie: outside).status == 404)
    let sent = try desk.world.send(
      [("act", "reject"), ("comment", "x"), ("seen", "x")], to: desk.path, cookie: outside)
    #expect(sent.status == 404)
    #expect(try desk.state() == .sentBack)
  }
}

extension TestLaptop {
  /// A visit of today with one counted assist, as its member records it.
  func addVisit(to household: RowID) throws -> RowID {
    let clock = { self.laptopClock() }
    let resident = try field.addResident(
      ResidentDraft(household: household, fullName: "Lò Thị Ba", birth: "1950"), author: member,
      clock: clock())
    let visit = try field.addVisit(
      VisitDraft(
        household: household, date: Format.date(LocalDateTime(time: clock().wall).date),
        start: "09:00", minutes: "30", outcome: "met"), author: member, clock: clock())
    _ = try field.addAssist(
      AssistDraft(
        visit: visit.id, resident: resident.id, service: "1.001193", mode: "guided",
        outcome: "completed", evidenceKind: "spoken", evidence: "An"), author: member,
      clock: clock())
    return visit.id
  }
}
