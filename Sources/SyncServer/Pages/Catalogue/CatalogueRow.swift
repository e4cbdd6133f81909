import Documents
import FieldWork
import Pages

/// A record of what the centre keeps for everybody, with the words of its fields.
struct CatalogueRow: Sendable {
  let record: FormRecord
  private let words: [String: BilingualText]
  /// How the aims of a target are kept, by field.
  private let aims: [String: TargetAim]

  init(_ record: FormRecord, _ reader: RecordReader) throws {
    self.record = record
    var words: [String: BilingualText] = [:]
    var aims: [String: TargetAim] = [:]
    for field in record.form.fields {
      words[field.option] = try reader.words(of: field, in: record)
      if case .aim(let measure) = field.rule {
        aims[field.option] = try reader.aim(at: record[measure]?.value?.text)
      }
    }
    self.words = words
    self.aims = aims
  }

  /// What people read in a field; nil where nothing stands.
  func words(_ field: FormField) -> BilingualText? { words[field.option] }

  /// What a file has in a field, with its real type.
  func value(_ field: FormField, _ language: Language) -> SpreadsheetValue {
    switch field.rule {
    case .day, .dayOfEvent: .optional(record.day(field.definition))
    case .number, .money: .optional(record.number(field.definition))
    case .aim:
      record.number(field.definition).map { kept in
        switch aims[field.option] {
        case .share: .ratio(Double(kept) / 10_000)
        case .average: .decimal(Double(kept) / 100)
        case .number, nil: .integer(kept)
        }
      } ?? .empty
    default: .optional(words(field)?.text(in: language))
    }
  }

  /// By what it stands before others in the order of a field: numbers and days as such, words as
  /// people look for them.
  func comesBefore(_ other: CatalogueRow, by field: FormField) -> Bool {
    switch field.rule {
    case .day, .dayOfEvent, .number, .money, .aim:
      return (record.number(field.definition) ?? .min)
        < (other.record.number(field.definition) ?? .min)
    default:
      let texts = [self, other].map { SearchFold.base($0.words(field)?.vietnamese ?? "") }
      return texts[0] < texts[1]
    }
  }

  /// Whether it holds on a day, by the days from and until which it does.
  func holds(on day: LocalDate) -> Bool {
    func bound(_ option: String) -> LocalDate? {
      record.form.fields.first { $0.option == option }.flatMap { record.day($0.definition) }
    }
    return (bound("from").map { $0 <= day } ?? true) && (bound("to").map { $0 >= day } ?? true)
  }
}
