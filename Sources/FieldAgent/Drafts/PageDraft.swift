import CommandLine
import FieldWork
import SyncProtocol

/// What somebody has typed into a form of a page and not saved yet.
///
/// Every field carries the revision at which it was last changed, so that two tabs on one form can
/// be told apart: what a tab has not seen is never overwritten by what it still shows.
package struct PageDraft: Equatable, Sendable {
  /// What the form will make.
  package enum Kind: Hashable, Sendable, RawRepresentable {
    /// A visit with its assists and the dossiers filed at it.
    case visit
    /// A household.
    case household
    /// A resident.
    case resident
    /// More assists of a visit that was saved before.
    case assists
    /// A dossier of an assist that was saved before.
    case submission
    /// Something that was heard of a dossier.
    case event
    /// Another state of a visit.
    case visitEdit
    /// Another state of an assist.
    case assistEdit
    /// Another state of a household.
    case householdEdit
    /// Another state of a resident.
    case residentEdit
    /// Another state of a dossier.
    case submissionEdit
    /// A record of the kind that has this noun, which a form describes.
    case record(noun: String)
    /// Another state of such a record.
    case recordEdit(noun: String)

    private static let all: [Kind] =
      [
        .visit, .household, .resident, .assists, .submission, .event, .visitEdit, .assistEdit,
        .householdEdit, .residentEdit, .submissionEdit,
      ]
      + RecordForms.ofField.flatMap { [.record(noun: $0.noun), .recordEdit(noun: $0.noun)] }

    /// Reads a stored name; nil for what this version does not know.
    package init?(rawValue: String) {
      guard let kind = Self.all.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = kind
    }

    /// The name that is stored.
    package var rawValue: String {
      switch self {
      case .visit: "visit"
      case .household: "household"
      case .resident: "resident"
      case .assists: "assists"
      case .submission: "submission"
      case .event: "event"
      case .visitEdit: "visit-edit"
      case .assistEdit: "assist-edit"
      case .householdEdit: "household-edit"
      case .residentEdit: "resident-edit"
      case .submissionEdit: "submission-edit"
      case .record(let noun): "record \(noun)"
      case .recordEdit(let noun): "record-edit \(noun)"
      }
    }

    /// Whether the form is filled in when it begins, so that it is somebody's work only once
    /// something in it was changed.
    var startsFilled: Bool {
      switch self {
      case .visit, .resident, .assists, .submission, .event: false
      default: true
      }
    }
  }

  /// One field.
  package struct Field: Equatable, Sendable {
    /// Its name in the form.
    package let name: String
    /// What stands in it.
    package var value: String
    /// The revision of the draft that brought it.
    package var revision: Int
    /// What another tab typed, or another laptop wrote, and nobody has decided about; kept, so that
    /// it is not lost with the tab.
    package var rival: Rival?
    /// What the record says as far as this form knows; nil where the form is filled in from none.
    package var base: String?
    /// What the record had said before that, which an older tab still shows.
    package var former: String?
  }

  /// A value that does not stand, since the tab that sent it had not seen the one that does, or since
  /// the record came to say it after the form had been filled in.
  package struct Rival: Equatable, Sendable {
    /// What was typed elsewhere, or what the record says.
    package let value: String
    /// The revision of the draft that brought it.
    package let revision: Int
    /// Whether it is what the record says, and no other tab's.
    package var isRecorded = false
  }

  /// Two values of one field, from two tabs or from this form and the record.
  package struct Clash: Equatable, Sendable {
    /// The field.
    package let name: String
    /// What this tab has.
    package let here: String
    /// What the other one has.
    package let elsewhere: String
    /// Whether the other is what the record says by now.
    package var isRecorded = false
  }

  /// The most fields of a form.
  static let maximumFields = 400

  /// More fields than a form can have were sent; nothing of them was taken.
  struct TooManyFields: Error {}

  /// Names it in addresses; random, so that none can be guessed or met twice.
  package let id: String
  /// Whose it is.
  package let member: RowID
  /// What it will make.
  package let kind: Kind
  /// The row that it is about, such as the household of a visit.
  package let subject: RowID?
  /// Goes up with every write.
  package internal(set) var revision: Int
  /// When it was last written.
  package internal(set) var changed: Timestamp
  /// The row that it became; nil until it is saved.
  package let saved: RowID?
  /// The fields in the order in which they first came.
  package internal(set) var fields: [Field]
  /// Counts the keys that it was sealed under; goes up when something in it has to be destroyed.
  var sealing = 0

  init(
    id: String, member: RowID, kind: Kind, subject: RowID?, revision: Int, changed: Timestamp,
    saved: RowID?, fields: [Field]
  ) {
    self.id = id
    self.member = member
    self.kind = kind
    self.subject = subject
    self.revision = revision
    self.changed = changed
    self.saved = saved
    self.fields = fields
  }

  /// What stands in a field; nil where nothing was ever typed.
  package subscript(name: String) -> String? {
    field(name)?.value
  }

  /// A field by its name; nil where nothing was ever typed.
  package func field(_ name: String) -> Field? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// What somebody has said yes to of what was asked about it.
  var answers: QuestionAnswers { QuestionAnswers(self[QuestionAnswers.field]) }

  /// The fields that a tab which has seen `revision` does not know yet.
  package func fields(since revision: Int) -> [Field] { fields.filter { $0.revision > revision } }

  /// Fields with two values of which a tab that has seen `revision` does not know; all of them where
  /// no revision is given.
  package func clashes(since revision: Int = -1) -> [Clash] {
    fields.compactMap { field in
      guard let rival = field.rival, rival.revision > revision else { return nil }
      return Clash(
        name: field.name, here: field.value, elsewhere: rival.value, isRecorded: rival.isRecorded)
    }
  }

  /// Takes over what a tab sends; all of it or, where it is too much, nothing.
  ///
  /// - Throws: `TooManyFields`.
  ///
  /// - Parameters:
  ///   - seen: the revision that the tab has seen; a field that was changed since, to something else
  ///     than it sends, stays and comes back as a clash, and what was sent is kept as its rival.
  ///   - held: fields of which the tab knows that they clash, and which it still shows as typed.
  ///   - isWhole: whether somebody sends the whole form, and so decides about what they have seen.
  mutating func take(
    _ typed: [(name: String, value: String)], seen: Int, held: Set<String> = [],
    isWhole: Bool, at time: Timestamp
  ) throws(TooManyFields) -> [Clash] {
    guard Set(fields.map(\.name) + typed.map(\.name)).count <= Self.maximumFields else {
      throw TooManyFields()
    }
    var clashes: [Clash] = []
    let next = revision + 1
    for (name, value) in typed {
      guard let index = fields.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        fields.append(Field(name: name, value: value, revision: next))
        continue
      }
      let isSame = fields[index].value.utf8.elementsEqual(value.utf8)
      if !isSame, fields[index].revision > seen,
        fields[index].former?.utf8.elementsEqual(value.utf8) == true
      {
        // Nobody typed it: the tab shows what the record said when it was opened.
        continue
      }
      if !isSame, fields[index].revision > seen || held.contains(name) {
        clashes.append(Clash(name: name, here: value, elsewhere: fields[index].value))
        if fields[index].rival?.value.utf8.elementsEqual(value.utf8) != true {
          // What the record says is told of again once somebody has decided between the tabs.
          if fields[index].rival?.isRecorded == true { fields[index].base = nil }
          fields[index].rival = Rival(value: value, revision: next)
        }
        continue
      }
      if isWhole, let rival = fields[index].rival, rival.revision <= seen {
        fields[index].rival = nil
        fields[index].revision = next
      }
      guard !isSame else { continue }
      fields[index].value = value
      fields[index].revision = next
    }
    if fields.contains(where: { $0.revision == next || $0.rival?.revision == next }) {
      revision = next
      changed = time
    }
    return clashes
  }

  /// The draft as a tab sees it whose fields clash with another's.
  func showing(_ clashes: [Clash]) -> PageDraft {
    var shown = self
    for clash in clashes {
      for index in shown.fields.indices
      where shown.fields[index].name.utf8.elementsEqual(clash.name.utf8) {
        shown.fields[index].value = clash.here
      }
    }
    return shown
  }

  /// The fields as they are kept.
  var content: [UInt8] {
    let json = JSONValue.array(
      fields.map { field in
        let rival = field.rival.map { rival -> JSONValue in
          [
            "value": .text(rival.value), "at": .integer(Int64(rival.revision)),
            "recorded": .bool(rival.isRecorded),
          ]
        }
        let record = [("base", field.base), ("former", field.former)].compactMap { name, value in
          value.map { JSONValue.Member(name, .text($0)) }
        }
        return .object(
          [
            .init("name", .text(field.name)), .init("value", .text(field.value)),
            .init("at", .integer(Int64(field.revision))),
          ] + (rival.map { [.init("rival", $0)] } ?? []) + record)
      })
    return Array(json.compactText.utf8)
  }

  /// Reads what `content` wrote; nil for anything else.
  static func fields(of content: [UInt8]) -> [Field]? {
    guard let items = (try? JSONValue(parsing: content))?.arrayValue else { return nil }
    let fields = items.compactMap { item -> Field? in
      guard let name = item["name"]?.textValue, let value = item["value"]?.textValue,
        let revision = item["at"]?.integerValue
      else { return nil }
      let rival = item["rival"].flatMap { rival -> Rival? in
        guard let value = rival["value"]?.textValue, let revision = rival["at"]?.integerValue
        else { return nil }
        return Rival(
          value: value, revision: Int(clamping: revision),
          isRecorded: rival["recorded"]?.boolValue ?? false)
      }
      return Field(
        name: name, value: value, revision: Int(clamping: revision), rival: rival,
        base: item["base"]?.textValue, former: item["former"]?.textValue)
    }
    return fields.count == items.count ? fields : nil
  }
}
