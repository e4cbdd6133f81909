import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct PlaceWarningTests {
  private static let members = """
    hamlet,team,full_name,from
    Xóm 1,Tổ 1,Nguyễn Văn An,01/03/2026
    """

  @Test func `a visit before the team or the unit existed is saved with a word about it`() throws {
    let world = try FieldWorld(
      laptopsOf: ["Tổ 1"], hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n",
      members: Self.members)
    let household = try world.household()
    func warnings(_ date: String) throws -> [RecordWarning] {
      try world.laptop.addVisit(
        VisitDraft(household: household, date: date, outcome: "met"), author: try world.member(),
        clock: world.clock()
      ).warnings
    }
    #expect(try warnings("02/03/2026").isEmpty)
    #expect(
      try warnings("28/02/2026")
        == [.beforeTeam(day("2026-02-28"), began: day("2026-03-01"))])
    // 17713 named the town of Dùng until June 2025.
    #expect(
      try warnings("30/06/2025").contains(.unitNotThen("Xã Đại Đồng", day("2025-06-30"))))
    #expect(try world.laptop.reader.visitCount(household: household) == 3)
  }

  @Test
  func `a dossier of before the team or the unit, or of long ago, is saved with a word about it`()
    throws
  {
    let world = try FieldWorld(
      laptopsOf: ["Tổ 1"], hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n",
      members: Self.members)
    let resident = try world.resident(of: try world.household())
    func warnings(_ received: String) throws -> [RecordWarning] {
      try world.laptop.addSubmission(
        SubmissionDraft(
          resident: resident, procedure: "1.004194", channel: "online", received: received),
        author: try world.member(), clock: world.clock()
      ).warnings
    }
    #expect(try warnings("02/03/2026 08:00").isEmpty)
    #expect(
      try warnings("27/02/2026 08:00")
        == [.beforeTeam(day("2026-02-27"), began: day("2026-03-01"))])
    let early = try warnings("27/06/2025 08:00")
    #expect(early.contains(.dateLongAgo(day("2025-06-27"))))
    #expect(early.contains(.unitNotThen("Xã Đại Đồng", day("2025-06-27"))))
    #expect(try world.laptop.reader.submissions().count == 3)
  }

  @Test func `an assist whose dossier code another names already is saved with a word about it`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    let residents = [
      try world.resident("Hồ Thị Lan", of: household), try world.resident("Hồ A", of: household),
    ]
    let visit = try world.visit(to: household)
    func assist(
      _ resident: RowID, _ service: String, _ kind: String, _ evidence: String
    ) throws -> SavedRecord {
      try world.laptop.addAssist(
        AssistDraft(
          visit: visit, resident: resident, service: service, mode: "guided",
          outcome: "submitted", evidenceKind: kind, evidence: evidence),
        author: try world.member(), clock: world.clock())
    }
    let first = try assist(residents[0], "1.001193", "dossier-code", "G01.1")
    #expect(first.warnings.isEmpty)
    #expect(
      try assist(residents[1], "1.001193", "dossier-code", "g01.1").warnings
        == [.dossierCodeUsed([first.id])])
    #expect(try assist(residents[1], "1.001193", "dossier-code", "G01.2").warnings.isEmpty)
    #expect(try assist(residents[1], "1.001193", "spoken", "G01.1").warnings.isEmpty)
  }

  @Test func `a date before a hamlet got its name says what it was then`() throws {
    let world = try FieldWorld()
    try world.reform(
      "old_code,old_hamlet,new_code,new_hamlet,valid_from\n17713,Xóm 1,17713,Xóm Mới,2026-11-15\n")
    let place = try world.centre.reader.findPlace("Xóm Mới")
    let household = try world.centre.addHousehold(
      HouseholdDraft(place: place.id, name: "Hộ A"), author: nil, clock: world.clock()
    ).id
    let saved = try world.centre.addVisit(
      VisitDraft(household: household, date: "14/11/2026", outcome: "met"),
      author: try world.member(), clock: world.clock())
    #expect(
      saved.warnings == [.hamletNotThen("Xóm Mới", day("2026-11-14"), then: "Xóm 1")])
  }

  @Test func `a dossier may name a unit of before, and its own are those of the day`() throws {
    let world = try FieldWorld.reforming(
      on: "2025-06-10",
      hamlets: "commune_code,name,kind\n00001,Tổ 1,tổ dân phố\n",
      members: "hamlet,team,full_name\nTổ 1,Tổ 1,Nguyễn Văn An\n")
    try world.reform(try world.centre.reader.draftOfNationalReform())
    let place = try world.centre.reader.findPlace("Tổ 1")
    let household = try world.centre.addHousehold(
      HouseholdDraft(place: place.id, name: "Hộ A"), author: nil, clock: world.clock()
    ).id
    let resident = try world.resident(of: household, at: world.centre)
    func submission(_ received: String, competent: String? = nil) throws -> SavedRecord {
      try world.centre.addSubmission(
        SubmissionDraft(
          resident: resident, procedure: "1.001193", channel: "online",
          competentUnit: competent, received: received),
        author: try world.member(), clock: world.clock())
    }
    let before = try submission("09/06/2025", competent: "00001")
    #expect(before.warnings.isEmpty)
    let after = try submission("02/07/2025", competent: "00001")
    #expect(
      after.warnings.contains(.unitNotThen("00001 Phường Phúc Xá", day("2025-07-02"))))
    let reader = world.centre.reader
    #expect(try reader.existing(Submission.self, before.id).residenceUnit == "00001")
    #expect(try reader.existing(Submission.self, after.id).residenceUnit == "00097")
    #expect(
      problems { _ = try submission("09/06/2025", competent: "99999") }.map(\.kind)
        == [.unknownCommune("99999")])
  }

  @Test func `a change that leaves a dossier behind names the dossier`() throws {
    let world = try FieldWorld()
    let (laptop, member) = (world.laptop, try world.member())
    let household = try world.household()
    let lan = try world.resident("Hồ Thị Lan", of: household)
    let duc = try world.resident("Hồ Văn Đức", of: household)
    let visit = try world.visit(to: household)
    let assist = try laptop.addAssist(
      AssistDraft(
        visit: visit, resident: lan, service: "1.001193", mode: "guided", outcome: "submitted",
        evidenceKind: "spoken", evidence: "Lan"), author: member, clock: world.clock()
    ).id
    let dossier = try laptop.addSubmission(
      SubmissionDraft(assist: assist, channel: "online", received: "18/11/2026 08:00"),
      author: member, clock: world.clock()
    ).id
    func edit(_ resident: RowID) throws -> [RecordWarning] {
      try laptop.editAssist(
        assist, AssistDraft(resident: resident), author: member, clock: world.clock()
      ).warnings
    }
    #expect(try edit(duc) == [.dossierOfAnother([dossier])])
    #expect(try edit(lan).isEmpty)
    func move(to date: String) throws -> [RecordWarning] {
      try laptop.editVisit(
        visit, VisitDraft(date: date), author: member, clock: world.clock()
      ).warnings
    }
    #expect(
      try move(to: "17/11/2026").contains(.dossierOfAnotherDay([dossier], day("2026-11-18"))))
    #expect(
      try !move(to: "16/11/2026").contains {
        if case .dossierOfAnotherDay = $0 { true } else { false }
      })
  }
}
