import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A record in a trainer's list, with what its line says in words.
struct TrainerLine: Sendable {
  let record: PseudonymousRecord
  let team: BilingualText?
  /// The codes of those who took part.
  let members: [String]
  let service: BilingualText?
  let reason: BilingualText?
  let flags: [Flag]
  /// What stands for it in a list, and what is told of it there; nil where it is looked at alone.
  var entry: MaskedRecords.Entry?
  /// Its place in the list.
  var place = 0

  /// What a list of a period says of when something was: a week, or a month in one of several months.
  static func span(of period: Period) -> Period.Kind { period.hasMonths ? .month : .week }

  /// What such spans are called.
  static func words(of span: Period.Kind) -> BilingualText {
    span == .month ? TrainerRecordWords.month : TrainerRecordWords.week
  }

  /// The week or month under whose numbers it counts: a day would say more than any number does.
  func when(_ span: Period.Kind, _ language: Language) -> String? {
    record.date.flatMap { Period(span, holding: $0) }?.label(language)
  }

  /// What came of it.
  var outcome: BilingualText? { record.outcome?.words ?? record.visitOutcome?.words }
}

/// Puts the lines of records into words, each name looked up once.
final class TrainerLines {
  private let reader: RecordReader
  private let labels: CountLabels
  private let flags: FlagFinding
  private var codes: [RowID: String] = [:]

  /// - Parameter flags: those of visits.
  init(_ reader: RecordReader, _ flags: FlagFinding = .looking) {
    self.reader = reader
    self.flags = flags
    labels = CountLabels(reader, CountFrame(places: .latest))
  }

  func line(of record: PseudonymousRecord) throws -> TrainerLine {
    TrainerLine(
      record: record, team: try words(.row(record.team), .team),
      // In an order of their own: the one in which they were written would tell more.
      members: try record.members.map(code).sorted(),
      service: try words(record.service.map { .text($0) } ?? .none, .service),
      reason: try words(record.blockedReason.map { .text($0) } ?? .none, .blockedReason),
      flags: record.visit.map(flags.flags(of:)) ?? [])
  }

  /// What stands for a member: a trainer is not told who it is.
  func code(of member: RowID) throws -> String {
    if let code = codes[member] { return code }
    let code = try reader.codeText(of: member, in: Member.table)
    codes[member] = code
    return code
  }

  /// What stands for a group: a member by the code, whatever else by its name.
  func label(of key: CountKey, along dimension: CountDimension) throws -> BilingualText {
    if dimension == .member, let member = key.row {
      return BilingualText(same: try code(of: member))
    }
    return try labels.words(of: key, along: dimension)
  }

  private func words(_ key: CountKey, _ dimension: CountDimension) throws -> BilingualText? {
    key == .none ? nil : try label(of: key, along: dimension)
  }
}

extension TrainerLine {
  /// The columns of a list of records: no code, by which two lists could be laid over each other, and
  /// nothing that few people share.
  ///
  /// - Parameters:
  ///   - span: whether lines say their week or their month.
  ///   - address: where a record is opened.
  static func columns(
    _ kind: CountedKind, by span: Period.Kind, _ language: Language,
    address: @escaping (MaskedRecords.Entry) -> String
  ) -> [PageList<TrainerLine>.Column] {
    typealias Column = PageList<TrainerLine>.Column
    func text(
      _ key: String, _ label: BilingualText, _ aspect: MaskedRecords.Aspect,
      _ words: @escaping (TrainerLine) -> String?
    ) -> Column {
      func told(_ line: TrainerLine) -> String? {
        line.entry?.tells(aspect) ?? true
          ? words(line) : TrainerWords.hidden.text(in: language)
      }
      /// On the page names of procedures that are sentences are cut; files have them whole.
      return Column(
        key, label,
        cell: { line in
          line.entry?.tells(aspect) ?? true
            ? .text((words(line) ?? "—").shortened(to: 60))
            : TrainerCells.number(.hidden, language)
        }
      ) { told($0).map { .text($0) } ?? .empty }
    }
    func words(_ words: BilingualText?) -> String? { words?.text(in: language) }
    var columns = [
      Column(
        "place", TrainerRecordWords.record,
        cell: { line in
          guard let entry = line.entry else { return .text("\(line.place)") }
          return element("a", ["href": address(entry)]) {
            Format.integer(Int64(line.place), language)
          }
        }, value: { .text("\($0.place)") }),
      text("week", Self.words(of: span), .week) { $0.when(span, language) },
      text("team", CoordinatorWords.team, .team) { words($0.team) },
    ]
    if kind != .submission {
      columns.append(
        text("member", TrainerRecordWords.member, .member) {
          $0.members.isEmpty ? nil : $0.members.joined(separator: ", ")
        })
    }
    if kind != .visit {
      columns.append(text("service", CoordinatorWords.service, .service) { words($0.service) })
    }
    if kind == .assist {
      columns.append(text("mode", TrainerWords.mode, .mode) { words($0.record.mode?.words) })
    }
    if kind != .submission {
      columns.append(text("outcome", TrainerWords.outcome, .outcome) { words($0.outcome) })
    }
    if kind == .assist {
      columns += [
        text("reason", TrainerWords.blockedReason, .reason) { words($0.reason) },
        text("counts", ReportWords.why, .verdict) { words($0.record.verdict?.words) },
      ]
    }
    columns.append(
      Column(
        "flags", SampleWords.flags, cell: { FlagPages.marks($0.flags, language) },
        value: { line in
          .text(line.flags.map { FlagPages.words($0).text(in: language) }.joined(separator: "; "))
        }))
    return columns
  }
}
