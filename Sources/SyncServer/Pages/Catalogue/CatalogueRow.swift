import Documents
import FieldWork
import Pages

/// A record of what the centre keeps for everybody, with the words of its fields.
struct CatalogueRow: Sendable {
  let record: FormRecord
  private let words: [String: BilingualText]

  init(_ record: FormRecord, _ reader: RecordReader) throws {
    self.record = record
    var words: [String: BilingualText] = [:]
    for field in record.form.fields {
      words[field.option] = try reader.words(of: field, in: record)
    }
    self.words = words
  }

  /// What people read in a field; nil where nothing stands.
  func words(_ field: FormField) -> BilingualText? { words[field.option] }

  /// What a file has in a field, with its real type.
  func value(_ field: FormField, _ language: Language) -> SpreadsheetValue {
    switch field.rule {
    case .day, .dayOfEvent: .optional(record.day(field.definition))
    case .number, .money: .optional(record.number(field.definition))
    default: .optional(words(field)?.text(in: language))
    }
  }

  /// By what it stands before others in the order of a field: numbers and days as such, words as
  /// people look for them.
  func comesBefore(_ other: CatalogueRow, by field: FormField) -> Bool {
    switch field.rule {
    case .day, .dayOfEvent, .number, .money:
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
