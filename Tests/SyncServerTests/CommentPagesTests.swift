import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// Comments on records: they reach the laptop, come back answered, and name nobody to a trainer.
@Suite struct CommentPagesTests {
  private func trainer(_ world: ReportWorld) throws -> String {
    try world.world.signIn(as: try world.world.rights(.trainer), "huan") + "; camtay-language=en"
  }

  /// A visit of a laptop that stands, with the code that people type.
  private func visit(of laptop: TestLaptop) throws -> (visit: Visit, code: String) {
    let visits = try laptop.field.reader.visits(page: .all).filter { visit in
      try laptop.field.reader.participants(of: visit) == [laptop.member].compactMap(\.self)
    }
    let visit = try #require(visits.first)
    return (visit, visit.codeText)
  }

  private func tasks(_ laptop: TestLaptop) throws -> [FormRecord] {
    try laptop.field.reader.formRecords(RecordForms.task, FormFilter(), page: .all)
  }

  @Test func `a comment reaches its author's laptop once, and its answer comes back`() throws {
    let world = try ReportWorld(seed: 951, visits: 60)
    let cookie = try trainer(world)
    let laptop = world.laptops[0]
    let (visit, code) = try visit(of: laptop)
    let form = [("code", code), ("to", "author"), ("text", "Hỏi lại giờ bắt đầu")]
    for _ in 1...2 {
      #expect(try world.world.send(form, to: "/comments", cookie: cookie).status == 303)
    }
    let said = try world.page("/comments", as: cookie)
    #expect(said.contains("Hỏi lại giờ bắt đầu") && said.contains("huan,"))
    let other =
      try world.world.signIn(as: try world.world.rights(.trainer), "hoa") + "; camtay-language=en"
    #expect(try world.page("/comments", as: other).contains("another account,"))
    #expect(try !world.page("/comments", as: other).contains("huan"))
    _ = try laptop.sync()
    let found = try tasks(laptop)
    let task = try #require(found.first)
    #expect(found.count == 1)
    #expect(
      task[TaskTable.title]?.value?.text
        == "About \(code): Hỏi lại giờ bắt đầu (answer in Note: no names, numbers)")
    #expect(task[TaskTable.owner]?.value?.integer == laptop.member?.rawValue)
    #expect(task[TaskTable.household]?.value?.integer == visit.household?.rawValue)
    // Within a week: Today shows it.
    let due = try #require(task[TaskTable.dueDate]?.value?.integer)
    #expect(due - Int64(world.today.daysSince1970) <= 7)
    // The answer goes to a trainer: names and numbers are refused here, and masked there.
    let name = try #require(
      try laptop.field.reader.residents(household: visit.household, page: .all).first?.fullName)
    world.world.clock.advance(seconds: 1)
    for answer in ["Đã hỏi \(name): 8 giờ", "Gọi 0912 345 678", "Bà Trần Thị Quỳnh đi vắng"] {
      #expect(throws: FieldError.self, "\(answer)") {
        try laptop.field.edit(
          RecordForms.task, task.header.id, FormDraft(RecordForms.task, ["note": answer]),
          author: laptop.member, clock: laptop.laptopClock())
      }
    }
    let masked = try laptop.field.reader.withoutNames(
      "Bà Trần Thị Quỳnh 0912345678 và \(name) đi vắng ngày 20/11/2026", of: task.header.id)
    #expect(masked == "Bà ••• ••• và ••• đi vắng ngày 20/11/2026")
    _ = try laptop.field.edit(
      RecordForms.task, task.header.id,
      FormDraft(RecordForms.task, ["note": "Đã hỏi lại: 8 giờ", "status": "done"]),
      author: laptop.member, clock: laptop.laptopClock())
    _ = try laptop.sync()
    let page = try world.page("/comments", as: cookie)
    #expect(page.contains("Đã hỏi lại: 8 giờ") && !page.contains(name))
    // The visit's own page has both, for the coordinator who looks at the visit.
    let own = try world.page("/review/\(visit.id.rawValue)")
    #expect(own.contains("Hỏi lại giờ bắt đầu") && own.contains("Đã hỏi lại: 8 giờ"))
    #expect(own.contains("href=\"/comments?code=\(code)\""))
    let silent = try #require(
      try laptop.field.reader.visits(page: .all).first { $0.id != visit.id })
    let another = try world.page("/review/\(silent.id.rawValue)")
    #expect(another.contains("Nobody has commented on this record."))
    let log = try world.world.centre.read { reader in
      try reader.connection.rows("SELECT act || ' ' || subject FROM audit WHERE act = 'commented'")
      {
        try $0.text(at: 0)
      }
    }
    #expect(log == ["commented \(code)"])
  }

  @Test func `the coordinator answers what is said to them, and no laptop hears of it`() throws {
    let world = try ReportWorld(seed: 952, visits: 20)
    let cookie = try trainer(world)
    let (_, code) = try visit(of: world.laptops[0])
    let form = [("code", code), ("to", "coordinator"), ("text", "Nên dạy lại thanh toán")]
    #expect(try world.world.send(form, to: "/comments", cookie: cookie).status == 303)
    #expect(try world.world.get("/comments/1", cookie: cookie).status == 403)
    #expect(try world.page("/comments").contains("/comments/1\""))
    let coordinator = world.coordinator
    #expect(
      try world.world.send([("text", " ")], to: "/comments/1", cookie: coordinator).status == 422)
    for _ in 1...2 {
      let answer = try world.world.send(
        [("text", "Đã xếp lịch")], to: "/comments/1", cookie: coordinator)
      #expect(answer.status == 303)
    }
    #expect(try world.page("/comments", as: cookie).contains("Đã xếp lịch"))
    #expect(
      try world.world.centre.read {
        try $0.connection.integer("SELECT count(*) FROM comment_answer")
      } == 1)
    _ = try world.laptops[0].sync()
    #expect(try tasks(world.laptops[0]).isEmpty)
  }

  @Test func `what is empty, too long or holds a personal id is not sent`() throws {
    let world = try ReportWorld(seed: 953, visits: 20)
    let cookie = try trainer(world)
    let (_, code) = try visit(of: world.laptops[0])
    for to in ["author", "coordinator"] {
      for text in ["", String(repeating: "a", count: 141), "gọi 001099012345"] {
        let answer = try world.world.send(
          [("code", code), ("to", to), ("text", text)], to: "/comments", cookie: cookie)
        #expect(answer.status == 422, "\(to) \(text)")
        // By what the field is called on the page.
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("Title"), "\(text)")
      }
    }
    let household = try world.laptops[0].field.reader.households(page: .all)[0].codeText
    for odd in ["x", "V-2H9K5-1-X", household] {
      let answer = try world.world.send(
        [("code", odd), ("to", "author"), ("text", "gì đó")], to: "/comments", cookie: cookie)
      #expect((400..<500).contains(answer.status), "\(odd)")
    }
    #expect(
      try world.world.centre.read { try $0.connection.integer("SELECT count(*) FROM comment") } == 0
    )
  }
}
