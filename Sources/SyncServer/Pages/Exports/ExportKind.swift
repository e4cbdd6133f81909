import Documents
import FieldWork
import SyncProtocol

/// A list that goes out with names; raw values stand in addresses.
enum ExportKind: String, CaseIterable, Sendable {
  case households
  case residents
  case dossiers
  /// Adults without VNeID level 2.
  case identity = "vneid"
  case feedback

  var words: BilingualText {
    switch self {
    case .households: BilingualText(vi: "các hộ", en: "households")
    case .residents: BilingualText(vi: "người dân", en: "residents")
    case .dossiers:
      BilingualText(
        vi: "hồ sơ có tên người và ngày hẹn", en: "dossiers with names and appointments")
    case .identity:
      BilingualText(vi: "người còn thiếu VNeID mức 2", en: "adults without VNeID level 2")
    case .feedback: BilingualText(vi: "phản ánh kèm lời góp ý", en: "feedback with what was said")
    }
  }

  /// What stands at the top of the columns.
  var columns: [BilingualText] {
    let place = [
      FieldLabel.words(of: "address"), IdentityWords.hamlet, IdentityWords.commune,
    ]
    switch self {
    case .households:
      return [
        ExportWords.householdCode, ExportWords.head, ExportWords.kind,
        FieldLabel.words(of: "phone"), ExportWords.residents, ExportWords.lastVisit,
      ] + place
    case .residents:
      return [
        ExportWords.code, ExportWords.name, IdentityWords.born, FieldLabel.words(of: "sex"),
        FieldLabel.words(of: "phone"), ExportWords.householdCode, ExportWords.head,
      ] + place
    case .dossiers:
      return [
        ExportWords.code, FieldLabel.words(of: "dossier_code"), ExportWords.procedure,
        ExportWords.name, FieldLabel.words(of: "phone"), ExportWords.received,
        ExportWords.appointment,
      ] + place
    case .identity:
      return [
        ExportWords.code, ExportWords.name, IdentityWords.born, IdentityWords.level,
        FieldLabel.words(of: "phone"), ExportWords.householdCode, ExportWords.head,
      ] + place
    case .feedback:
      return [
        FeedbackWords.code, FeedbackWords.day, FeedbackWords.rating, FeedbackWords.comment,
        FeedbackWords.due, FeedbackWords.state, FeedbackWords.answered, FeedbackWords.answer,
        FeedbackWords.hamlet,
      ]
    }
  }
}

/// Where names are taken from: one hamlet, one commune, or all that somebody reaches.
struct ExportArea {
  private let hamlets: [Place]
  private let names: [RowID: (hamlet: String, commune: String)]
  private let scopes: Set<ScopeID>

  /// Finds what a person typed; nil where nothing of it is within reach.
  init?(
    _ typed: String, _ reader: RecordReader, _ reached: ReachedWork, on day: LocalDate
  ) throws {
    let map = try PlaceMap(reader)
    let isUnit = typed.utf8.count == 5 && typed.allSatisfy(\.isNumber)
    var asked: RowID?
    if !typed.isEmpty, !isUnit {
      guard let found = try? reader.findPlace(typed) else { return nil }
      asked = map.hamlet(found, on: day)?.id ?? found.id
    }
    var names: [RowID: (hamlet: String, commune: String)] = [:]
    hamlets = map.places.filter { place in
      guard reached.holds(place) else { return false }
      let now = map.hamlet(place, on: day) ?? place
      let unit = map.unit(of: place, on: day)
      if isUnit, unit != typed { return false }
      if let asked, now.id != asked { return false }
      names[place.id] = (
        now.name ?? "—", unit.map { map.name(of: $0, on: day) ?? $0 } ?? "—"
      )
      return true
    }.sorted {
      (NaturalOrder($0.name ?? ""), $0.id) < (NaturalOrder($1.name ?? ""), $1.id)
    }
    self.names = names
    scopes = Set(hamlets.compactMap(\.householdScope))
    guard !hamlets.isEmpty || typed.isEmpty else { return nil }
  }

  /// The codes of households that stand in no hamlet that is known, which are in no list of a hamlet:
  /// at most so many of them, and how many there are.
  static func homeless(
    _ reader: RecordReader, _ reached: ReachedWork, limit: Int
  ) throws -> (codes: [String], count: Int) {
    var count = 0
    var codes: [String] = []
    for row in try reader.householdsWithoutHamlet()
    where try reader.scope(of: row, in: HouseholdTable.definition).map(reached.holds(scope:))
      ?? false
    {
      count += 1
      if codes.count < limit {
        codes.append(try reader.codeText(of: row, in: HouseholdTable.definition))
      }
    }
    return (codes, count)
  }

  func holds(_ scope: ScopeID?) -> Bool { scope.map(scopes.contains) ?? false }

  /// Every household once, hamlet by hamlet, along the addresses: the rows of a hamlet that several
  /// became all lead to the same households.
  func forEach(
    _ reader: RecordReader, _ body: (Household, _ place: [SpreadsheetValue]) throws -> Void
  ) throws {
    var seen: Set<RowID> = []
    for hamlet in hamlets {
      let households = try reader.households(place: hamlet.id, page: .all).sorted {
        (NaturalOrder($0.address ?? ""), $0.id) < (NaturalOrder($1.address ?? ""), $1.id)
      }
      for household in households where seen.insert(household.id).inserted {
        let name = names[household.place ?? hamlet.id] ?? names[hamlet.id]
        try body(
          household,
          [
            Self.text(household.address), Self.text(name?.hamlet), Self.text(name?.commune),
          ])
      }
    }
  }

  static func text(_ value: String?) -> SpreadsheetValue { value.map { .text($0) } ?? .empty }
}
