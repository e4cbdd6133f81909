import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// The visit that an address names, as it stands at this moment.
struct VisitFile {
  let visit: RowID
  let code: String
  let standing: ReviewStanding
  /// The review by which it is rejected; nil while it stands.
  let rejection: RecordReview?
  let date: LocalDate?
  /// Assists that count, and those that would.
  let counted: Int
  let provisional: Int
  /// The codes of the visit and of its assists.
  let codes: [String]
  private let record: LocatedRow
  private let conflicts: Int
  private let today: LocalDate

  /// Finds it.
  ///
  /// - Throws: `FieldError.notFound`, also for what is outside somebody's reach.
  init(
    _ typed: String, _ records: FieldStore, _ reached: ReachedWork, today: LocalDate
  ) throws {
    record = try records.locate(Int64(typed) == nil ? typed : "#" + typed)
    guard record.table.id == VisitTable.definition.id, reached.holds(scope: record.scope) else {
      throw FieldError.notFound(String(typed.prefix(64)))
    }
    visit = record.row
    self.today = today
    code = try records.reader.codeText(of: visit, in: record.table)
    let standings = try ReviewStandings(records)
    standing = try standings.standing(of: visit)
    rejection = standings.rejected[visit]
    date = try records.store.row(VisitTable.definition.id, visit)?.shown(VisitTable.date.id)?.value
      .integer.map { LocalDate(daysSince1970: Int(clamping: $0)) }
    let assists = try records.reader.assists(visit: visit)
    codes = [code] + assists.map(\.codeText)
    let verdicts = try assists.compactMap {
      try AssistFacts.read($0.id, in: records.reader)?.verdict
    }
    counted = verdicts.count { $0 == .counted }
    provisional = verdicts.count { if case .provisional = $0 { true } else { false } }
    conflicts = try records.conflictPage(of: visit, limit: 0).total
  }

  /// The title of its page: a code names nobody.
  var title: BilingualText {
    BilingualText(vi: "Lượt thăm \(code)", en: "Visit \(code)")
  }

  /// Where it is shown: by its number, for codes may mean two.
  var address: String { "\(ReviewPages.path)/\(visit.rawValue)" }

  /// How it stands, who said so and what.
  func standingPanel(_ language: Language) -> HTML {
    panel {
      element("p") { ReviewPageWords.mark(standing, language) }
      if let comment = standing.comment {
        element("p") { "\(ReviewPageWords.said.text(in: language)): “\(comment)”" }
      }
      if conflicts > 0 {
        element("p") {
          element("a", ["href": "\(ConflictPages.path)?text=\(code)"]) {
            StateMark.attention.html(CoordinatorWords.conflicts.text(in: language))
          }
        }
      }
    }
  }

  /// The visit with its assists; of what is hidden, what was written.
  func content(_ records: FieldStore, _ language: Language) throws -> HTML {
    guard let visit = try records.reader.record(Visit.self, visit) else {
      return try written(records, language)
    }
    let reader = records.reader
    let household = try visit.household.flatMap { try reader.record(Household.self, $0) }
    let people = try reader.participants(of: visit).compactMap {
      try reader.record(Member.self, $0)?.fullName
    }
    let places = try PlaceMap(reader, only: record.scope).hamlets(of: record.scope, on: today)
    let laptop = try records.laptopWords(visit.id.replica).text(in: language)
    return try HTML.group {
      panel {
        facts(
          [
            (FieldLabel.words(of: "household"), household.map { $0.name ?? $0.codeText }),
            (ConflictWords.place, places.compactMap(\.name).joined(separator: ", ")),
            (FieldLabel.words(of: "address"), household?.address),
            (FieldLabel.words(of: "date"), visit.date.map(Format.date)),
            (
              FieldLabel.words(of: "date_source"), visit.dateSource?.words.text(in: language)
            ),
            (
              FieldLabel.words(of: "start_minute"),
              visit.startMinute.map { Format.time(minuteOfDay: $0) }
            ),
            (FieldLabel.words(of: "minutes"), visit.minutes.map(String.init)),
            (FieldLabel.words(of: "outcome"), visit.outcome?.words.text(in: language)),
            (FieldLabel.words(of: "return_date"), visit.returnDate.map(Format.date)),
            (FieldLabel.words(of: "participants"), people.joined(separator: ", ")),
            (
              BilingualText(vi: "Ghi vào máy", en: "Entered"),
              visit.header.createdAt.map { Format.dateTime(LocalDateTime(time: $0)) }
            ),
            (LaptopWords.laptop, laptop),
            (FieldLabel.words(of: "note"), visit.note),
            (FieldLabel.words(of: "void_reason"), visit.voidReason),
          ], language)
      }
      for assist in try reader.assists(visit: visit.id, includingVoided: true) {
        try self.assist(assist, reader, language)
      }
      try VisitAbout(
        visit: visit, assists: try reader.assists(visit: visit.id, includingVoided: true),
        reader: reader
      ).html(language)
    }
  }

  private func assist(
    _ assist: Assist, _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    let resident = try assist.resident.flatMap { try reader.record(Resident.self, $0) }
    let submissions = try reader.submissions(assist: assist.id, includingVoided: true)
    let verdict = try AssistFacts.read(assist.id, in: reader)?.verdict
    let title =
      BilingualText(vi: "Lượt hỗ trợ ", en: "Assist ")
      + BilingualText(same: assist.codeText)
    let service = try assist.service.map { try reader.serviceName(of: $0).text(in: language) }
    return panel(title.text(in: language)) {
      if let verdict {
        element("p") {
          (verdict == .counted ? StateMark.good : .attention)
            .html(verdict.words.text(in: language))
        }
      }
      facts(
        [
          (
            FieldLabel.words(of: "resident"),
            resident.map { $0.fullName ?? $0.codeText }
              ?? language.text("không ghi tên", "without a name")
          ),
          (
            FieldLabel.words(of: "service"),
            service
          ),
          (FieldLabel.words(of: "mode"), assist.mode?.words.text(in: language)),
          (FieldLabel.words(of: "outcome"), assist.outcome?.words.text(in: language)),
          (
            FieldLabel.words(of: "blocked_reason"),
            assist.blockedReason.map { BlockedReason.words(of: $0).text(in: language) }
          ),
          (
            FieldLabel.words(of: "evidence_kind"),
            assist.evidenceKind?.words.text(in: language)
          ),
          (FieldLabel.words(of: "evidence"), assist.evidence),
          (FieldLabel.words(of: "minutes"), assist.minutes.map(String.init)),
          (
            FieldLabel.words(of: "submission"),
            submissions.map { [$0.codeText, $0.dossierCode].compactMap(\.self) }
              .map { $0.joined(separator: " · ") }.joined(separator: "; ")
          ),
          (FieldLabel.words(of: "note"), assist.note),
          (FieldLabel.words(of: "void_reason"), assist.voidReason),
        ], language)
    }
  }

  private func written(_ records: FieldStore, _ language: Language) throws -> HTML {
    let entries = try records.history(of: record).entries
    return panel {
      PageTable(
        ReviewPageWords.history,
        columns: [
          .text(ConflictWords.field), .text(ConflictWords.value), .text(ConflictWords.author),
        ],
        rows: entries.filter { $0.kind == .created || $0.kind == .changed || $0.kind == .added }
          .map { entry in
            PageTable.Row([
              .text(entry.fieldWords.text(in: language)),
              .text(entry.new?.text(in: language) ?? "—"),
              .text(entry.writer.words.text(in: language)),
            ])
          }, empty: ConflictWords.noWrites
      ).html(language)
    }
  }
}
