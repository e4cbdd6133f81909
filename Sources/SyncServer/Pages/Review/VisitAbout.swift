import FieldWork
import Pages
import SyncProtocol
import Web

/// What a visit was about beside its assists, as its author sees it: what people agreed to, what was
/// seen of them, and their dossiers with all their news.
struct VisitAbout {
  /// Records of each kind at most, the latest first.
  private static let limit = 20

  let visit: Visit
  let assists: [Assist]
  let reader: RecordReader

  func html(_ language: Language) throws -> HTML {
    try HTML.group {
      for assist in assists {
        for dossier in try reader.submissions(assist: assist.id, includingVoided: true) {
          try DossierPanel.html(dossier, reader, language)
        }
      }
      for form in [RecordForms.consent, RecordForms.observation] {
        try panel(id: form.plural) {
          try RecordTable(form: form, records: records(form), without: nil, reader: reader)
            .html(language)
        }
      }
    }
  }

  /// Those of the household and of everybody who was helped.
  private func records(_ form: RecordForm) throws -> [FormRecord] {
    var owners: [(field: FieldDefinition, row: RowID)] = []
    for field in form.table.fields {
      switch field.name {
      case HouseholdTable.definition.name: owners += visit.household.map { [(field, $0)] } ?? []
      case ResidentTable.definition.name:
        owners += Set(assists.compactMap(\.resident)).sorted().map { (field, $0) }
      default: break
      }
    }
    var found: [FormRecord] = []
    for owner in owners {
      var filter = FormFilter()
      filter.values = [(owner.field, .integer(owner.row.rawValue))]
      filter.includesVoided = true
      found += try reader.formRecords(form, filter, page: RecordPage(limit: Self.limit))
    }
    let day = form.day
    return Array(
      found.sorted {
        let (left, right) = (day.flatMap($0.day), day.flatMap($1.day))
        return (left ?? .earliest, $0.header.id) > (right ?? .earliest, $1.header.id)
      }.prefix(Self.limit))
  }
}
