import FieldWork
import Pages
import SyncProtocol

/// The records that a field of a form can mean, of those that are on this laptop and likely.
struct AtHand {
  typealias Choice = (value: String, words: BilingualText)

  /// The most choices of one list.
  private static let limit = 60

  private let request: LaptopRequest
  private var reader: RecordReader { request.reader }

  init(_ request: LaptopRequest) { self.request = request }

  /// Codes with what people read, the likeliest first; nil for kinds of which there are too many to
  /// choose from.
  func choices(_ kind: RecordCode.Kind) throws -> [Choice]? {
    switch kind {
    case .place:
      try request.laptop.hamlets().map {
        ($0.codeText, BilingualText(same: $0.name ?? $0.codeText))
      }
    case .team: try teams()
    case .member:
      try VisitFields.members(request).map {
        ($0.codeText, BilingualText(same: $0.fullName ?? $0.codeText))
      }
    case .submission:
      try reader.submissions(page: RecordPage(limit: Self.limit)).map { submission in
        (
          submission.codeText,
          BilingualText(
            same: [
              submission.dossierCode ?? submission.codeText,
              submission.received.map { Format.date($0.date) },
            ].compactMap(\.self).joined(separator: " · "))
        )
      }
    case .visit:
      try reader.visits(page: RecordPage(limit: Self.limit)).map { visit in
        let household = try visit.household.flatMap { try reader.record(Household.self, $0)?.name }
        return (
          visit.codeText,
          BilingualText(
            same: [
              visit.date.map(Format.date), household ?? visit.codeText,
            ].compactMap(\.self).joined(separator: " · "))
        )
      }
    case .household, .resident, .assist: nil
    default: try described(kind)
    }
  }

  /// The own team, then those of the hamlets that are held here.
  private func teams() throws -> [Choice] {
    let own = try reader.existing(Member.self, request.member).team
    let places = Set(try request.laptop.hamlets().map(\.id))
    let near = try reader.teams().filter { team in
      team.id == own || team.place.map(places.contains) ?? false
    }
    return (near.filter { $0.id == own } + near.filter { $0.id != own }).prefix(Self.limit).map {
      ($0.codeText, BilingualText(same: $0.name ?? $0.codeText))
    }
  }

  /// Records that a form describes, the latest first.
  private func described(_ kind: RecordCode.Kind) throws -> [Choice]? {
    guard let form = RecordForms.form(of: kind.table.id) else { return nil }
    return try reader.formRecords(form, FormFilter(), page: RecordPage(limit: Self.limit)).map {
      ($0.header.codeText, try reader.title(of: $0))
    }
  }
}
