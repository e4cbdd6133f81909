import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Real work that was typed in practice by mistake: reviewed, moved whole, once, with its times and
/// authors.
@Suite struct PracticeMoveTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    _ = laptop.run("sync")
    _ = try laptop.save(
      "household", "add", "--place", "xom 1", "--name", "Lò Thị Xuân", "--phone", "0912345677")
    desk = try TestDesk(laptop)
    _ = try desk.post("/more/practice/start")
    _ = try desk.get("/practice/today")
  }

  /// What a visit typed in practice is known by there.
  struct Typed: Sendable {
    let visit: RowID
    let code: String
    let householdCode: String
    let residentCode: String
  }

  /// Types a visit with an assist and a dossier to a household of one's own.
  @discardableResult
  static func typeVisit(
    _ desk: TestDesk, household name: String = "Quàng Văn Dơ", isInvented: Bool = false
  ) throws -> Typed {
    try desk.practise { practice, _ in
      try practice.writing { records, clock in
        let reader = records.reader
        let hamlet = try reader.findPlace("Xóm 1")
        let author = try reader.findMember("Trần Thị Bình").id
        let invented = try reader.connection.integer("SELECT min(rid) FROM household")
        let household =
          isInvented
          ? try #require(RowID(rawValue: invented))
          : try records.addHousehold(
            HouseholdDraft(place: hamlet.id, name: name, phone: "0912345677", note: "cổng xanh"),
            author: author, clock: clock
          ).id
        let resident = try records.addResident(
          ResidentDraft(
            household: household, fullName: name, birth: "3/1961", personalID: "001061000123"),
          author: author, clock: clock)
        let visit = try records.addVisit(
          VisitDraft(
            household: household, date: "17/11/2026", start: "08:30", outcome: "met",
            participants: [try reader.findMember("Nguyễn Văn An").id], note: "hẹn buổi chiều"),
          author: author, clock: clock)
        let assist = try records.addAssist(
          AssistDraft(
            visit: visit.id, resident: resident.id, service: "2.000635", mode: "guided",
            outcome: "submitted", evidenceKind: "dossier-code", evidence: "H49.1-261117-0042"),
          author: author, clock: clock)
        let submission = try records.addSubmission(
          SubmissionDraft(
            assist: assist.id, channel: "online", dossierCode: "H49.1-261117-0042",
            received: "17/11/2026 09:05"), author: author, clock: clock)
        _ = try records.addSubmissionEvent(
          SubmissionEventDraft(status: "accepted", occurred: "17/11/2026 10:00"),
          to: submission.id, author: author, clock: clock)
        return Typed(
          visit: visit.id, code: visit.codeText,
          householdCode: try reader.codeText(of: household), residentCode: resident.codeText)
      }
    }
  }

  private func count(_ table: String) throws -> Int64 {
    try desk.use { try $0.store.connection.integer("SELECT count(*) FROM \"\(table)\"") }
  }

  private static let tables = [
    "household", "resident", "visit", "assist", "submission", "submission_event", "practice_move",
  ]

  private func counts() throws -> [Int64] { try Self.tables.map(count) }

  private func move(_ typed: [Typed], _ choices: [(String, String)] = []) throws -> TestDesk.Page {
    _ = try desk.get("/more/practice/move")
    let answer = try desk.post(
      "/more/practice/move", typed.map { ("visit", $0.code) } + choices)
    // What cannot be moved, or was, is told on the page that shows it.
    guard let review = answer.location, review.contains("/review?") else { return answer }
    return try desk.get(review)
  }

  @Test func `a visit goes with all it needs, with its times and who recorded it`() throws {
    let typed = try Self.typeVisit(desk)
    let list = try desk.get("/more/practice/move").text
    #expect(list.contains("value=\"\(typed.code)\""))
    let review = try desk.get("/more/practice/move/review?visit=\(typed.code)").text
    #expect(review.contains("not in the real store: a new record"))
    #expect(review.contains("17/11/2026"))
    let before = try counts()
    #expect(try move([typed]).status == 303)
    #expect(try counts() == zip(before, [1, 1, 1, 1, 1, 1, 5]).map(+))

    try desk.use { real in
      let reader = real.records.reader
      let visit = try #require(try reader.visits().first)
      #expect(visit.date?.iso == "2026-11-17")
      #expect(visit.dateSource == .typed)
      #expect(visit.startMinute == 8 * 60 + 30)
      let note = visit.note ?? ""
      #expect(note.hasPrefix("hẹn buổi chiều\nChuyển từ luyện tập / moved from practice "))
      #expect(note.contains("ghi lúc / typed 18/11/2026"))
      let author = try reader.findMember("Trần Thị Bình")
      #expect(visit.team == author.team)
      let people = try reader.participants(of: visit)
      #expect(
        Set(people) == [author.id, try reader.findMember("Nguyễn Văn An").id])
      #expect(try real.store.operation(visit.id, in: visit.scope)?.author == author.id)
      let household = try reader.existing(Household.self, try #require(visit.household))
      #expect(household.name == "Quàng Văn Dơ")
      #expect(household.note?.hasPrefix("cổng xanh\n") == true)
      #expect(try household.place == reader.findPlace("Xóm 1").id)
      let resident = try #require(try reader.residents(household: household.id).first)
      #expect(resident.birthYear == 1961 && resident.birthMonth == 3)
      #expect(resident.idLast4 == "0123")
      let assist = try #require(try reader.assists(visit: visit.id).first)
      #expect(assist.resident == resident.id)
      #expect(try reader.explainCount(of: assist.id).verdict == .counted)
      let submission = try #require(try reader.submissions(assist: assist.id).first)
      #expect(submission.dossierCode == "H49.1-261117-0042")
      #expect(submission.received?.iso.hasPrefix("2026-11-17T09:05") == true)
      #expect(try reader.events(of: submission.id).count == 1)
    }
    // A centre takes it as it takes everything.
    let synced = try desk.use { real in
      try SyncRounds(real, over: try CentreClient(real.configuration)).run()
    }
    #expect(synced.outcome.refusals.isEmpty)
    #expect(synced.status.notHandedOver == 0)
    #expect(try desk.use { try $0.store.ownReviews(openOnly: true).count } == 0)
  }

  @Test func `who may be there already is asked for, and nothing is written before`() throws {
    let typed = try Self.typeVisit(desk, household: "Lò Thị Xuân")
    let review = try desk.get("/more/practice/move/review?visit=\(typed.code)").text
    let standing = try desk.use { real in
      try #require(
        try real.records.search.find("lo thi xuan").compactMap { line -> String? in
          if case .household(let household) = line.found { return household.codeText }
          return nil
        }.first)
    }
    #expect(review.contains("value=\"\(standing)\""))
    let before = try counts()
    let undecided = try move([typed])
    #expect(undecided.status == 422)
    #expect(undecided.text.contains("Nothing was moved"))
    #expect(try counts() == before)

    #expect(try move([typed], [(typed.householdCode, standing)]).status == 303)
    #expect(try counts() == zip(before, [0, 1, 1, 1, 1, 1, 5]).map(+))
    let codes = try desk.use { real in
      let visit = try #require(try real.records.reader.visits().first)
      return try real.records.reader.codeText(of: try #require(visit.household))
    }
    #expect(codes == standing)
  }

  @Test func `somebody of the same personal id is met, under whatever name`() throws {
    let one = try Self.typeVisit(desk, household: "Giàng A Páo")
    #expect(try move([one]).status == 303)
    let other = try Self.typeVisit(desk, household: "Thào Thị Sao")
    let review = try desk.get("/more/practice/move/review?visit=\(other.code)").text
    #expect(review.contains("Giàng A Páo"))
  }

  @Test func `what is sent twice is moved once, and practice says what became of it`() throws {
    let typed = try Self.typeVisit(desk)
    #expect(try move([typed]).status == 303)
    let after = try counts()
    let again = try move([typed])
    #expect(again.text.contains("Moved before:"))
    #expect(try counts() == after)
    #expect(try desk.get("/more/practice/move").text.contains("Moved before:"))
    let real = try desk.use { real in
      try #require(try real.records.reader.visits().first).codeText
    }
    let page = try desk.get("/practice/visits/\(typed.code)").text
    #expect(page.contains("Moved to real work: "))
    #expect(page.contains("href=\"/more/practice/records/\(real)\""))
    #expect(try desk.get("/more/practice/records/\(real)").location == "/visits/\(real)")
    // What was moved is changed where it went.
    #expect(page.contains("change it there") && !page.contains("/\(typed.code)/edit"))
    let refused = try desk.post("/practice/visits/\(typed.code)/edit")
    #expect(refused.location == "/practice/visits/\(typed.code)", "\(refused)")
  }

  @Test func `a second visit to a household that was moved goes to what that became`() throws {
    let first = try Self.typeVisit(desk)
    #expect(try move([first]).status == 303)
    let before = try counts()
    let second = try desk.practise { practice, _ in
      try practice.writing { records, clock in
        let household = try #require(
          try records.reader.existing(Visit.self, first.visit).household)
        return try records.addVisit(
          VisitDraft(household: household, date: "18/11/2026", outcome: "nobody-home"),
          author: try records.reader.findMember("Trần Thị Bình").id, clock: clock)
      }
    }
    let typed = Typed(
      visit: second.id, code: second.codeText, householdCode: first.householdCode,
      residentCode: first.residentCode)
    #expect(try move([typed]).status == 303)
    #expect(try counts() == zip(before, [0, 0, 1, 0, 0, 0, 1]).map(+))
  }

  @Test func `invented households and whoever was added to them cannot be moved`() throws {
    let typed = try Self.typeVisit(desk, isInvented: true)
    #expect(!(try desk.get("/more/practice/move").text.contains("value=\"\(typed.code)\"")))
    let before = try counts()
    let refused = try move([typed])
    #expect(refused.text.contains("made up: it cannot be moved"))
    #expect(try counts() == before)
  }

  @Test func `what cannot be moved whole is not moved at all`() throws {
    let fine = try Self.typeVisit(desk)
    let long = try Self.typeVisit(desk, household: "Sùng A Chứ")
    _ = try desk.practise { practice, _ in
      try practice.writing { records, clock in
        try records.editVisit(
          long.visit, VisitDraft(note: String(repeating: "a", count: TextLimit.note)),
          author: try records.reader.findMember("Trần Thị Bình").id, clock: clock)
      }
    }
    let before = try counts()
    let ids = try desk.practise { practice, real in
      let plan = try PracticeMove(from: practice, to: real).plan([fine.visit, long.visit])
      return plan.subjects.map { ($0.code, "new") }
    }
    let answer = try move([fine, long], ids)
    #expect(answer.status == 422)
    #expect(answer.text.contains("a note is too long"))
    #expect(try counts() == before)
  }

  @Test func `killed before practice learns of it, it is told when it is used next`() throws {
    let typed = try Self.typeVisit(desk)
    #expect(try move([typed]).status == 303)
    try desk.practise { practice, _ in
      try practice.store.connection.execute("DELETE FROM practice_move")
    }
    let page = try desk.get("/practice/visits/\(typed.code)").text
    #expect(page.contains("Moved to real work: "))
  }

  @Test func `a real store that was put back does not get twice what the centre may have`() throws {
    let typed = try Self.typeVisit(desk)
    #expect(try move([typed]).status == 303)
    try desk.use { try $0.store.connection.execute("DELETE FROM practice_move") }
    let before = try counts()
    #expect(try move([typed]).text.contains("Moved before:"))
    #expect(try counts() == before)
  }
}
