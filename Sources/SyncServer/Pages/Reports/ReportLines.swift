import FieldWork
import SyncProtocol

/// A record behind a number, with what its line says in words.
struct RecordLine: Sendable {
  /// The record.
  let record: CountedRecord
  /// Where it was; nil where nothing is recorded.
  let hamlet: BilingualText?
  /// The team it counts for.
  let team: BilingualText?
  /// The service or procedure.
  let service: BilingualText?
}

/// A person behind a number, who is told by a code.
struct PersonLine: Sendable {
  /// The person.
  let person: CountedPerson
  /// What stands for the person.
  let code: String
}

/// Puts the lines of records into words, each name looked up once.
struct ReportLines {
  private let reader: RecordReader
  private let labels: CountLabels

  init(_ reader: RecordReader, _ frame: CountFrame) {
    self.reader = reader
    labels = CountLabels(reader, frame)
  }

  func line(of record: CountedRecord) throws -> RecordLine {
    RecordLine(
      record: record, hamlet: try words(.row(record.place), .hamlet),
      team: try words(.row(record.team), .team),
      service: try words(record.service.map { .text($0) } ?? .none, .service))
  }

  func line(of person: CountedPerson) throws -> PersonLine {
    PersonLine(
      person: person,
      code: try reader.codeText(of: person.id, .resident) ?? "#\(person.id.rawValue)")
  }

  private func words(_ key: CountKey, _ dimension: CountDimension) throws -> BilingualText? {
    key == .none ? nil : try labels.words(of: key, along: dimension)
  }
}
