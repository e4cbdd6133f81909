import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

extension ProgramRoutes {
  static let lists: [ProgramRoute] = [
    ProgramRoute(
      path: "/laptops", access: Access.overview.ofTokens,
      summary: BilingualText(
        vi: "Các máy và lần gửi gần nhất", en: "The laptops and when they last reported"),
      parameters: ProgramPage.parameters,
      answer: ProgramPage.schema("laptops", LaptopListing.schema), isNoted: true
    ) { request in
      let laptops = try LaptopListing(request.centre, within: request.reached()).json
      return request.page.json("laptops", of: laptops) { $0 }
    },
    ProgramRoute(
      path: "/teams", access: Access.overview.ofTokens,
      summary: BilingualText(vi: "Các tổ", en: "The teams"), parameters: ProgramPage.parameters,
      answer: ProgramPage.schema("teams", TeamListing.schema)
    ) { request in
      let reached = try request.reached()
      let teams = try request.centre.read { try TeamListing($0, on: request.today) }
      return request.page.json(
        "teams", of: teams.lines.filter { reached.holds(team: $0.team.id) }, TeamListing.json)
    },
    ProgramRoute(
      path: "/conflicts", access: Access.coordinator.ofTokens,
      summary: BilingualText(
        vi: "Những chỗ ghi khác nhau chưa ai chọn; không kèm giá trị",
        en: "Fields with several values that nobody has chosen between; without the values"),
      parameters: ProgramPage.parameters,
      answer: ProgramPage.schema(
        "conflicts",
        .object([
          .init("code", .text, "The record's code."), .init("table", .optional(.text), ""),
          .init("field", .optional(.text), ""), .init("values", .integer, "How many stand there."),
        ]))
    ) { request in
      let reached = try request.reached()
      return try request.centre.inspect { field in
        let outlines = try field.store.conflictOutlines().filter { reached.holds(scope: $0.scope) }
        let words = RecordWords(field.reader)
        return try request.page.json("conflicts", of: outlines) { outline in
          let table = field.store.schema[outline.table]
          return [
            "code": .text(try words.name(of: outline.row, in: table).code),
            "table": .text(orNull: table?.name),
            "field": .text(orNull: table?[outline.field]?.name),
            "values": .integer(Int64(outline.dots.count)),
          ]
        }
      }
    },
    ProgramRoute(
      path: "/reviews", access: Access.coordinator.ofTokens,
      summary: BilingualText(
        vi: "Những gì trung tâm chưa chấp nhận, chờ người quyết định; không kèm giá trị",
        en: "What the centre did not accept and awaits a ruling; without the values"),
      parameters: ProgramPage.parameters,
      answer: ProgramPage.schema(
        "reviews",
        .object([
          .init("number", .integer, "The number that people type."),
          .init("code", .text, "The record's code."), .init("table", .optional(.text), ""),
          .init("field", .optional(.text), "Null for the whole entry."),
          .init("reason", .text, "Why it does not stand."), .init("detail", .text, ""),
          .init("laptop", .integer, "The laptop that wrote it."),
        ]))
    ) { request in
      let reached = try request.reached()
      return try request.centre.inspect { field in
        let reviews = try field.store.reviews(openOnly: true)
          .filter { reached.holds(scope: $0.scope) }
        let words = RecordWords(field.reader)
        return try request.page.json("reviews", of: reviews) { review in
          let table = field.store.schema[review.table]
          return [
            "number": .integer(review.number),
            "code": .text(try words.name(of: review.row, in: table).code),
            "table": .text(orNull: table?.name),
            "field": .text(orNull: review.field.flatMap { table?[$0]?.name }),
            "reason": .text(review.reason), "detail": .text(review.detail),
            "laptop": .integer(Int64(try field.store.laptop(of: review.dot).rawValue)),
          ]
        }
      }
    },
    ProgramRoute(
      path: "/status", access: Access.keeping.ofTokens,
      summary: BilingualText(
        vi: "Trung tâm giữ gì và có gì cần xem", en: "What the centre holds and what needs a look"),
      parameters: [], answer: CentreMetrics.schema
    ) { request in try CentreMetrics(request.centre, within: request.reached()).json },
    ProgramRoute(
      path: "/audit", access: Access.auditor.ofTokens,
      summary: BilingualText(
        vi: "Nhật ký: ai đã xem, xuất, sửa gì; mới nhất trước",
        en: "The log of who saw, exported and changed what; the latest first"),
      parameters: ProgramPage.parameters,
      answer: ProgramPage.schema("entries", AuditEntry.schema), isNoted: true
    ) { request in
      let page = request.page
      let found = try request.centre.read { reader in
        try AuditLog(reader.connection).entries(
          AuditLog.Wanted(), limit: page.limit, offset: page.offset)
      }
      return page.json("entries", found.entries, total: found.total) { $0.json }
    },
  ]
}
