import FieldWork
import SyncProtocol

/// A campaign with how far it has come, of what somebody may see.
struct CampaignStanding: Sendable {
  /// How a campaign stands on a day; raw values stand in addresses.
  enum State: String, CaseIterable, Sendable {
    /// Its first day is to come.
    case awaited
    /// It goes on.
    case running
    /// Its last day is behind.
    case over
    /// It was voided.
    case voided
  }

  /// Of which campaigns the households are asked, on which day.
  struct Question: Hashable, Sendable {
    let campaigns: [RowID]
    let day: LocalDate
  }

  let record: FormRecord
  let name: String
  /// The name of the hamlet that it is for; nil where it is for more.
  let place: String?
  /// The households of its list within reach.
  let targets: [CampaignTarget]
  /// Those within reach that were visited without being listed.
  let unlisted: [CampaignTarget]

  var from: LocalDate? { record.day(CampaignTable.from) }
  var to: LocalDate? { record.day(CampaignTable.to) }
  var listed: Int { targets.count }
  var visited: Int { targets.count { $0.visit != nil } }

  /// How it stands on a day.
  func state(on day: LocalDate) -> State {
    if record.isVoided { return .voided }
    if let from, from > day { return .awaited }
    if let to, to < day { return .over }
    return .running
  }

  /// Its days that are behind, of all; nil where it has no ends.
  func days(on day: LocalDate) -> (gone: Int, all: Int)? {
    guard let from, let to, from <= to else { return nil }
    let all = from.days(until: to) + 1
    return (min(max(0, from.days(until: day) + 1), all), all)
  }

  /// Visited of listed, as people read it; a dash where nothing is listed, which is not 0.
  static func share(_ visited: Int, of listed: Int, _ language: Language) -> String {
    guard let share = Ratio(Int64(visited), of: Int64(listed))?.hundredthsOfPercent else {
      return "—"
    }
    return Format.percent(hundredths: share, language)
  }

  /// The campaigns within reach, the latest first, also voided ones.
  static func gather(
    _ centre: Centre, _ reader: RecordReader, within reached: ReachedWork, on day: LocalDate
  ) throws -> [CampaignStanding] {
    var filter = FormFilter()
    filter.includesVoided = true
    let records = try reader.formRecords(RecordForms.campaign, filter, page: .all)
      .filter { try reached.mayShow($0, reader) }
    let question = Question(campaigns: records.map(\.header.id), day: day)
    let targets = try centre.campaignShelf.value(for: question, reader) {
      try reader.campaignTargets(of: question.campaigns, asOf: day)
    }
    return try records.map { record in
      let own = (targets[record.header.id] ?? []).filter { reached.holds(scope: $0.scope) }
      return CampaignStanding(
        record: record, name: record.text(CampaignTable.name) ?? record.code,
        place: try record.row(CampaignTable.place).flatMap {
          try reader.record(Place.self, $0)?.name
        },
        targets: own.filter(\.isListed), unlisted: own.filter { !$0.isListed })
    }.sorted {
      ($0.from ?? .earliest, $0.record.header.id) > ($1.from ?? .earliest, $1.record.header.id)
    }
  }
}

extension PageRequest {
  /// The campaign that the address names, within reach.
  /// - Throws: `FieldError.notFound`.
  func campaign() throws -> CampaignStanding {
    let typed = String(parameters["campaign"].prefix(64))
    let reached = try reached()
    let code = (try? RecordCode(parsing: typed))?.text
    let found = try centre.read { reader in
      try CampaignStanding.gather(centre, reader, within: reached, on: today)
        .first { $0.record.code == code }
    }
    guard let found else { throw FieldError.notFound(typed) }
    return found
  }
}
