import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct HouseholdTests {
  @Test func `a household is kept with its code in the scope of its hamlet`() throws {
    let world = try FieldWorld()
    let id = try world.household()
    let household = try world.laptop.reader.existing(Household.self, id)
    let place = try world.laptop.reader.findPlace("Xóm 1")
    #expect(household.scope == place.householdScope)
    #expect(household.kind == .family)
    #expect(household.phone == "0912000111")
    #expect(household.codeText.hasPrefix("H-"))
    #expect(try world.laptop.reader.resolve(household.codeText.lowercased()) == .one(id))
    #expect(try world.laptop.reader.resolveOne("#\(id.rawValue)", as: .household) == id)
    #expect(try world.laptop.reader.households(place: place.id).map(\.id) == [id])
  }

  @Test func `all problems are told at once and nothing is written`() throws {
    let world = try FieldWorld()
    let found = problems {
      _ = try world.laptop.addHousehold(
        HouseholdDraft(kind: "castle", name: " ", phone: "12"), author: nil, clock: world.clock())
    }
    #expect(found.map(\.field) == ["place", "kind", "name", "phone"])
    #expect(found.map(\.code) == ["missing", "unknown-choice", "missing", "phone-length"])
    #expect(try world.laptop.reader.households().isEmpty)
  }

  @Test func `an edit changes what is given, empties what is emptied and leaves the rest`() throws {
    let world = try FieldWorld()
    let id = try world.household()
    _ = try world.laptop.editHousehold(
      id, HouseholdDraft(kind: "hộ kinh doanh", phone: ""), author: nil, clock: world.clock())
    let household = try world.laptop.reader.existing(Household.self, id)
    #expect(household.kind == .householdBusiness)
    #expect(household.phone == nil)
    #expect(household.name == "Hồ Văn Đức")
    let found = problems {
      _ = try world.laptop.editHousehold(
        id, HouseholdDraft(name: ""), author: nil, clock: world.clock())
    }
    #expect(found.map(\.code) == ["missing"])
  }

  @Test func `a voided household is left out, cannot be changed and can be restored`() throws {
    let world = try FieldWorld()
    let id = try world.household()
    let laptop = world.laptop
    try laptop.void(.household, id, reason: "ghi nhầm", author: nil, clock: world.clock())
    #expect(try laptop.reader.households().isEmpty)
    #expect(try laptop.reader.households(includingVoided: true).map(\.voidReason) == ["ghi nhầm"])
    #expect(
      fieldError {
        _ = try laptop.editHousehold(
          id, HouseholdDraft(name: "X"), author: nil, clock: world.clock())
      } == .voided("household"))
    #expect(
      fieldError {
        try laptop.void(.household, id, reason: "lại", author: nil, clock: world.clock())
      } == .voided("household"))
    try laptop.restore(.household, id, author: nil, clock: world.clock())
    #expect(try laptop.reader.households().count == 1)
    #expect(
      problems {
        try laptop.void(.household, id, reason: " ", author: nil, clock: world.clock())
      }.map(\.code) == ["missing"])
  }

  @Test func `a household of the same name in the hamlet is warned about, not blocked`() throws {
    let world = try FieldWorld()
    let first = try world.household("Lê Văn Tám")
    let place = try world.laptop.reader.findPlace("Xóm 1")
    let second = try world.laptop.addHousehold(
      HouseholdDraft(place: place.id, name: "le van tam"), author: nil, clock: world.clock())
    #expect(second.warnings == [.possibleDuplicates([first])])
  }

  @Test func `a laptop adds no household in a hamlet that it does not hold`() throws {
    let world = try FieldWorld()
    let place = try world.laptop.reader.findPlace("Bản Mường")
    #expect(
      fieldError {
        _ = try world.laptop.addHousehold(
          HouseholdDraft(place: place.id, name: "Mai"), author: nil, clock: world.clock())
      } == .placeNotHeld)
    let others = problems {
      _ = try world.laptop.addHousehold(
        HouseholdDraft(place: place.id, name: " ", phone: "12"), author: nil, clock: world.clock())
    }
    #expect(others.map(\.field).sorted() == ["name", "phone", "place"])
    #expect(others.contains { $0.kind == .reference(.placeNotHeld) })
    let held = try world.laptop.store.grantedScopes()
    #expect(
      fieldError { _ = try world.laptop.reader.findPlace("Bản Mường", held: held) }
        == .placeNotHeld)
    #expect(
      fieldError { _ = try world.laptop.reader.findPlace(place.codeText, held: held) }
        == .placeNotHeld)
    #expect(
      fieldError { _ = try world.laptop.reader.findPlace("Bản Mới", held: held) }
        == .unknownPlace("Bản Mới"))
  }

  @Test func `a mistyped, foreign or unknown code each has its own error`() throws {
    let world = try FieldWorld()
    let household = try world.laptop.reader.existing(Household.self, try world.household())
    let reader = world.laptop.reader
    var text = household.codeText
    text.removeLast()
    text += household.codeText.hasSuffix("0") ? "1" : "0"
    #expect(
      fieldError { _ = try reader.resolve(text) } == .badCode(typed: text, .checkMismatch))
    #expect(
      fieldError { _ = try reader.resolve(household.codeText, as: .visit) }
        == .otherKind(typed: household.codeText, expected: .visit))
    let absent = try #require(RecordCode(kind: .household, replica: 4_711, number: 3))
    #expect(fieldError { _ = try reader.resolve(absent.text) } == .notFound(absent.text))
    #expect(fieldError { _ = try reader.resolve("#12", as: .visit) } == .notFound("#12"))
  }

  @Test func `a code that a copied store issued twice lists both rows`() throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let id = try world.household()
    let first = try laptop.reader.existing(Household.self, id)
    // What a copied store would do: the same running number in another session.
    let twin = try laptop.store.commit(author: nil, clock: world.clock()) { act in
      try act.create(
        HouseholdTable.definition, in: first.scope,
        [
          (HouseholdTable.number, .integer(first.header.code?.number ?? 0)),
          (HouseholdTable.name, .text("bản sao")),
        ])
    }
    #expect(try laptop.reader.resolve(first.codeText) == .several([id, twin].sorted()))
    let name = try #require(first.name)
    let error = fieldError { _ = try laptop.reader.resolveOne(first.codeText, as: .household) }
    guard case .severalRecords(first.codeText, let candidates) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(candidates.map(\.row) == [id, twin].sorted())
    // What it is and when it was written tells apart what has one name.
    for candidate in candidates {
      let words = candidate.words.english
      #expect(words.contains(candidate.row == twin ? "bản sao" : name))
      #expect(words.contains(" · household · "))
      #expect(words.contains(Format.date(LocalDate(milliseconds: world.clock().wall.rawValue))))
    }
    // A deleted one is not taken for one that never came.
    try laptop.store.commit(author: nil, clock: world.clock()) { act in
      try act.delete(HouseholdTable.definition, id)
      try act.delete(HouseholdTable.definition, twin)
    }
    #expect(
      fieldError { _ = try laptop.reader.resolve(first.codeText) } == .hidden(first.codeText))
  }
}
