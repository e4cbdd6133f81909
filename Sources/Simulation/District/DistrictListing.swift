import CommandLine
import FieldWork

/// A question to a listing of the centre, and the answer that is due: how many records of a kind
/// there are, and what they come to, group by group.
package struct DistrictListing: Sendable, Hashable {
  /// The kind, as commands call it.
  package let noun: String
  /// The member of the answer that holds the records.
  package let plural: String
  /// The member of each record that says its group.
  package let key: String
  /// The member that is added up; nil where records are.
  package let value: String?
  /// How many there are.
  package var total: Int
  /// What the groups come to.
  package var groups: [String: Int]

  /// All listings, as the plan has them.
  static func all(_ truth: DistrictTruth) -> [DistrictListing] {
    let kinds: [(form: RecordForm, key: String, value: String?)] = [
      (RecordForms.tally, "measure", "count"), (RecordForms.observation, "kind", nil),
      (RecordForms.consent, "given", nil), (RecordForms.feedback, "rating", nil),
      (RecordForms.difficulty, "reason-code", nil), (RecordForms.task, "status", nil),
      (RecordForms.attendance, "role", "after"),
    ]
    let listings = kinds.map { kind in
      let notes = truth.notes.filter { $0.noun == kind.form.noun }
      var listing = DistrictListing(
        noun: kind.form.noun, plural: kind.form.plural,
        key: kind.key.replacing("-", with: "_"), value: kind.value, total: notes.count, groups: [:])
      for note in notes {
        let number = kind.value.map { Int(note.texts[$0] ?? "") ?? 0 } ?? 1
        listing.groups[note.texts[kind.key] ?? "", default: 0] += number
      }
      return listing
    }
    let sessions = Dictionary(grouping: truth.sessions) { $0.kind.rawValue }
    return listings + [
      DistrictListing(
        noun: RecordForms.session.noun, plural: RecordForms.session.plural, key: "kind", value: nil,
        total: truth.sessions.count, groups: sessions.mapValues(\.count))
    ]
  }

  /// What an answer comes to, group by group.
  func groups(in answer: JSONValue) -> [String: Int] {
    var groups: [String: Int] = [:]
    for record in answer[plural]?.arrayValue ?? [] {
      let name = record[key].flatMap { $0.textValue ?? $0.integerValue.map { String($0) } } ?? ""
      groups[name, default: 0] += value.map { Int(record[$0]?.integerValue ?? 0) } ?? 1
    }
    return groups
  }

  /// As it is written, in an order that is always the same.
  package var json: JSONValue {
    [
      "noun": .text(noun), "plural": .text(plural), "key": .text(key),
      "value": .text(orNull: value), "total": .integer(Int64(total)),
      "groups": .object(
        groups.keys.sorted().map { .init($0, .integer(Int64(groups[$0] ?? 0))) }),
    ]
  }

  init(
    noun: String, plural: String, key: String, value: String?, total: Int, groups: [String: Int]
  ) {
    self.noun = noun
    self.plural = plural
    self.key = key
    self.value = value
    self.total = total
    self.groups = groups
  }

  /// Reads a listing that was written.
  package init(reading json: JSONValue) {
    self.init(
      noun: json["noun"]?.textValue ?? "", plural: json["plural"]?.textValue ?? "",
      key: json["key"]?.textValue ?? "", value: json["value"]?.textValue,
      total: Int(json["total"]?.integerValue ?? 0),
      groups: Dictionary(
        (json["groups"]?.objectValue ?? []).map { ($0.key, Int($0.value.integerValue ?? 0)) },
        uniquingKeysWith: { first, _ in first }))
  }
}
