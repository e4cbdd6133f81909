import Testing

@testable import FieldWork

struct ProceduresTests {
  @Test func `all procedures are on file, 97 with English names`() {
    #expect(Procedures.all.count == 1121)
    #expect(Set(Procedures.all.map(\.code)).count == 1121)
    #expect(Procedures.all.count { $0.nameEnglish != nil } == 97)
    #expect(Procedures.all.count { $0.serviceLevel == .fullWithoutOnlineChannel } == 32)
    #expect(Procedures.all.allSatisfy { !$0.name.isEmpty && !$0.sector.isEmpty })
    #expect(Procedures.all.allSatisfy { !$0.channels.isEmpty })
  }

  @Test(arguments: [
    "birth", "khai sinh", "khai sinh ", "đăng ký khai sinh", "dang ky khai sinh", "1.001193",
  ])
  func `birth registration is the first hit`(query: String) {
    #expect(Procedures.find(query).first?.code == "1.001193")
  }

  @Test(arguments: [
    ("kết hôn", "1.000894"), ("marriage", "1.000894"), ("khai tử", "1.000656"),
    ("thuong tru", "1.004222"), ("tam tru", "1.004194"), ("VNeID", "1.011410"),
    ("household business registration", "1.001612"), ("tách hộ", "1.010038"),
  ])
  func `the plain procedure comes before its special cases`(query: String, code: String) {
    #expect(Procedures.find(query).first?.code == code)
  }

  @Test func `a procedure has its facts with their date`() throws {
    let birth = try #require(Procedures.procedure(code: " 1.001193"))
    #expect(birth.name(.english) == "Birth registration")
    #expect(birth.workingDays == 1...1)
    #expect(birth.term == Term(1, .workingDays))
    #expect(birth.documentCount == 33)
    #expect(birth.channels == [.direct, .online, .post])
    #expect(birth.times.first?.value == .unknownUnit(1))
    #expect(birth.asOfLabel == "18/07/2026")
    let customs = try #require(Procedures.procedure(code: "1.000014"))
    #expect(customs.fees.first?.value == "20 20.000 vnđ /tờ khai")
    #expect(customs.asOfLabel == "07/2026")
    #expect(customs.term == nil)
    #expect(try #require(Procedures.procedure(code: "1.011410")).documentCount == nil)
    #expect(Procedures.procedure(code: "9.999999") == nil)
  }
}
