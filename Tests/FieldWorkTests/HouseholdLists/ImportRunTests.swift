import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// Imports of which the machine did a part, and the rest later.
@Suite struct ImportRunTests {
  let world: FieldWorld

  init() throws { world = try FieldWorld() }

  private func preview(_ text: String) throws -> HouseholdListPlan {
    var options = HouseholdListOptions()
    options.heldScopes = try world.laptop.store.grantedScopes()
    return try world.laptop.previewHouseholdList(Array(text.utf8), options, clock: world.clock())
  }

  @discardableResult
  private func apply(_ plan: HouseholdListPlan) throws -> HouseholdListResult {
    try world.laptop.applyHouseholdList(
      plan, author: try world.member(), clock: world.clock()
    ) { _ in }
  }

  @Test func `an import that was cut off and finished later is one import`() throws {
    let lines = (100..<540).map { "Xóm 1,Nguyễn Thị H\($0)\n" }
    let text = "hamlet,head\n" + lines.joined()
    let plan = try preview(text)
    // What is on disk when the machine dies between two acts.
    var cut = plan
    cut.households.removeLast(140)
    try apply(cut)
    #expect(try world.laptop.reader.households(page: .all).count == 300)
    let rest = try apply(try preview(text))
    #expect(rest.households == 140)
    let laptop = world.laptop
    let lists = try laptop.reader.importedLists()
    #expect(lists.count == 1 && lists.first?.households == 440 && lists.first?.standing == 440)
    // It is one wherever it arrives, and can be taken back there.
    try world.sync(laptop)
    let second = try world.addLaptop(of: "Tổ Xóm 1")
    for store in [world.centre, second] {
      let lists = try store.reader.importedLists()
      #expect(lists.map(\.households) == [440] && lists.map(\.standing) == [440])
      for code in [try #require(lists.first?.code), try #require(rest.code)] {
        #expect(try store.previewImportUndo(code).households.count == 440)
      }
    }
    // Another file is another import, though it adds to the same hamlet.
    try apply(try preview("hamlet,head\nXóm 1,Lò Văn Páo\nXóm 1,Vi Thị Dợ\n"))
    #expect(try laptop.reader.importedLists().map(\.households) == [2, 440])

    let undo = try laptop.previewImportUndo(try #require(rest.code))
    #expect(undo.households.count == 440)
    try laptop.applyImportUndo(undo, author: try world.member(), clock: world.clock()) { _ in }
    #expect(try laptop.reader.households(page: .all).count == 2)
    // The same file once more is an import of its own.
    try apply(try preview(text))
    #expect(try laptop.reader.importedLists().first?.standing == 440)
    #expect(try laptop.reader.importedLists().first?.households == 440)
  }
}
