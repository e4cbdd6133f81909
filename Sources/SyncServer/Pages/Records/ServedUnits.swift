import FieldWork
import Pages
import SyncProtocol

/// The communes and wards that a centre serves, of today's list and by reforms carried out here.
struct ServedUnits {
  private let place: CentreSettings.Place
  private let map: PlaceMap

  init(_ place: CentreSettings.Place, _ reader: RecordReader) throws {
    self.place = place
    map = try PlaceMap(reader)
  }

  /// Whether a commune is one of them.
  func holds(_ code: String) -> Bool {
    place.communes.contains(code) || map.hasUnit(code, on: .latest)
  }

  /// What a field of a form can mean; a province as well where it is not about a hamlet.
  func choices(
    for form: RecordForm, within reached: ReachedWork
  ) -> [FormField.Choice] {
    let known = Set(map.entries.filter { $0.isValid(on: .latest) }.map(\.unit))
    let codes = place.communes.union(known).filter { reached.unit == nil || reached.unit == $0 }
    var names = Dictionary(
      uniqueKeysWithValues: codes.map { code in
        (
          code,
          map.name(of: code, on: .latest) ?? Communes.commune(code: code)?.fullName ?? code
        )
      })
    if case .province(let code) = place, reached.isEverything,
      form.noun != RecordForms.hamlet.noun
    {
      names[code] = place.name
    }
    return FilterChoices.sorted(names)
  }

  /// Refuses a hamlet of a commune that the centre does not serve.
  func check(_ form: RecordForm, _ draft: FormDraft) throws {
    guard form.noun == RecordForms.hamlet.noun,
      let code = draft.texts[PlaceTable.communeCode.id], !code.isEmpty, !holds(code)
    else { return }
    throw ForeignCommune(commune: code)
  }
}

/// A hamlet of a commune that this centre does not serve.
struct ForeignCommune: CentreProblem {
  let commune: String
  var code: String { "foreign-commune" }
  var category: ErrorCategory { .userError }
  var words: BilingualText {
    DirectoryProblem.Kind.foreignCommune(String(commune.prefix(20))).words
      + BilingualText(vi: " Chưa ghi gì.", en: " Nothing was written.")
  }
}
