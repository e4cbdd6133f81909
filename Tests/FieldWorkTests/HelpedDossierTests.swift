import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct HelpedDossierTests {
  /// A visit with an assist and its dossiers, by their codes at the portal.
  private struct World {
    let field: FieldWorld
    let visit: RowID
    let assist: RowID
    var laptop: FieldStore { field.laptop }

    init() throws {
      field = try FieldWorld()
      let household = try field.household()
      visit = try field.visit(to: household)
      assist = try field.assist(at: visit, try field.resident(of: household))
    }

    func dossier(_ code: String) throws -> RowID {
      try laptop.addSubmission(
        SubmissionDraft(assist: assist, channel: "online", dossierCode: code), author: nil,
        clock: field.clock()
      ).id
    }

    func hear(of dossier: RowID) throws {
      _ = try laptop.addSubmissionEvent(
        SubmissionEventDraft(status: "accepted"), to: dossier, author: nil, clock: field.clock())
    }

    func void(_ choice: DossierChoice = DossierChoice()) throws {
      try laptop.void(
        .visit, visit, reason: "nhầm hộ", choice: choice, author: nil, clock: field.clock())
    }

    func isVoided(_ dossier: RowID) throws -> Bool {
      try laptop.reader.existing(Submission.self, dossier).voidReason != nil
    }

    func waiting(at store: FieldStore? = nil) throws -> [RowID] {
      let now = LocalDateTime(milliseconds: field.clock().wall.rawValue)
      return try (store ?? laptop).waitingSubmissions(asOf: now).map(\.submission.id)
    }
  }

  @Test func `a dossier is voided with its visit, is told before, and comes back with it`() throws {
    let world = try World()
    let dossier = try world.dossier("B-1")
    let code = try world.laptop.reader.existing(Submission.self, dossier).codeText
    let effect = try world.laptop.voidEffect(
      .visit, world.visit, reason: "?", author: nil, clock: world.field.clock())
    #expect(effect.before.submissions == 1 && effect.after.submissions == 0)
    #expect(effect.along == [code] && effect.standing.isEmpty)
    #expect(effect.words.english.contains("dossiers 1 → 0. With it: dossier \(code)."))
    #expect(try !world.isVoided(dossier))

    try world.void()
    #expect(try world.isVoided(dossier) && world.waiting().isEmpty)
    try world.field.sync(world.laptop)
    #expect(try world.field.centre.numbersOfAllTime() == VoidEffect.Numbers())
    #expect(try world.waiting(at: world.field.centre).isEmpty)

    let undoing = try world.laptop.voidEffect(
      .visit, world.visit, reason: nil, author: nil, clock: world.field.clock())
    #expect(undoing.after.submissions == 1 && undoing.along == [code])
    try world.laptop.restore(.visit, world.visit, author: nil, clock: world.field.clock())
    #expect(try !world.isVoided(dossier) && world.waiting() == [dossier])
  }

  @Test func `a dossier with news stays unless somebody voids it, and says that its visit is void`()
    throws
  {
    let world = try World()
    let filed = try world.dossier("B-1")
    let silent = try world.dossier("B-2")
    try world.hear(of: filed)
    try world.void()
    #expect(try !world.isVoided(filed) && world.isVoided(silent))
    #expect(try world.waiting() == [filed])
    let reader = world.laptop.reader
    let visit = try reader.codeText(of: world.visit)
    let state = try reader.visitState(of: reader.existing(Submission.self, filed))
    #expect(state == .voided(visit) && state.words?.english.contains(visit) == true)

    try world.laptop.restore(.visit, world.visit, author: nil, clock: world.field.clock())
    try world.void(DossierChoice(voided: [filed], kept: [silent]))
    #expect(try world.isVoided(filed) && !world.isVoided(silent))
    try world.laptop.restore(.visit, world.visit, author: nil, clock: world.field.clock())
    let standing = try reader.existing(Submission.self, filed)
    #expect(try standing.voidReason == nil && reader.visitState(of: standing) == .standing)
  }

  @Test func `a dossier that was voided by itself stays void when its visit comes back`() throws {
    let world = try World()
    let dossier = try world.dossier("B-1")
    try world.laptop.void(
      .submission, dossier, reason: "nhầm", author: nil, clock: world.field.clock())
    try world.void()
    try world.laptop.restore(.visit, world.visit, author: nil, clock: world.field.clock())
    #expect(try world.isVoided(dossier))
  }

  @Test func `the dossiers of a rejected visit leave every count and list, and come back`() throws {
    let world = try World()
    let dossier = try world.dossier("B-1")
    try world.field.sync(world.laptop)
    let centre = world.field.centre
    #expect(try centre.numbersOfAllTime().submissions == 1)
    try centre.rejectVisit(
      world.visit, reason: "Không có hộ này", by: "Bình", clock: world.field.clock())
    try world.field.sync(world.laptop)
    for store in [centre, world.laptop] {
      #expect(try store.numbersOfAllTime() == VoidEffect.Numbers())
      #expect(try world.waiting(at: store).isEmpty)
      #expect(try store.reader.submissions().isEmpty)
      let visit = try store.reader.codeText(of: world.visit, in: VisitTable.definition)
      let state = try store.reader.visitState(of: store.reader.existing(Submission.self, dossier))
      #expect(state == .heldBack(visit))
    }
    let review = try #require(try centre.rejectedVisits()[world.visit])
    _ = try centre.rule(
      on: review, admits: true, edited: nil, by: "Bình", note: nil, clock: world.field.clock(),
      isDryRun: false)
    try world.field.sync(world.laptop)
    for store in [centre, world.laptop] {
      #expect(try store.numbersOfAllTime().submissions == 1)
      #expect(try world.waiting(at: store) == [dossier])
    }
  }
}
