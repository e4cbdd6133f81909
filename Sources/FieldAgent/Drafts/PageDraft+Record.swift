import SyncProtocol

/// What a form that changes a record knows of that record: what each field said when the form read it,
/// so that what others write meanwhile is neither overwritten nor hidden.
extension PageDraft {
  /// Whether anything stands in it otherwise than it was filled in.
  var isChanged: Bool {
    fields.contains { $0.name != QuestionAnswers.field && ($0.isChanged || $0.rival != nil) }
  }

  /// What somebody changed a field to; nil where it stands as the record has it.
  func changed(_ name: String) -> String? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8) && $0.isChanged }?.value
  }

  /// Takes over what the record says by now; into an empty form, what it is filled in from.
  ///
  /// A field that nobody touched follows the record. Of a set of boxes both changes stand together.
  /// Anything else that was changed here and there keeps what was typed, with what the record says
  /// beside it as a rival, until a form is saved that has shown both.
  ///
  /// - Parameter sets: the fields that are boxes, whose values have blanks between them.
  mutating func follow(
    _ recorded: [(name: String, value: String)], sets: Set<String>, at time: Timestamp
  ) {
    let next = revision + 1
    for (name, said) in recorded {
      guard let index = fields.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        guard fields.count < Self.maximumFields else { continue }
        fields.append(Field(name: name, value: said, revision: next, base: said))
        continue
      }
      fields[index].follow(said, isSet: sets.contains(name), next)
    }
    if fields.contains(where: { $0.revision == next || $0.rival?.revision == next }) {
      revision = next
      changed = time
    }
  }
}

extension PageDraft.Field {
  /// Whether it says something else than the record, as far as that was read.
  var isChanged: Bool {
    // A form that an older version kept knows only that it was filled in by its first revision.
    base.map { !value.utf8.elementsEqual($0.utf8) } ?? (revision > 1)
  }

  fileprivate mutating func follow(_ said: String, isSet: Bool, _ next: Int) {
    // One question at a time: what the record says is asked about after what another tab typed.
    if let rival, !rival.isRecorded { return }
    let known = base ?? (isChanged ? nil : value)
    if let known, Self.isSame(known, said, isSet: isSet) {
      base = known
      return
    }
    defer { base = said }
    if let known, Self.isSame(value, known, isSet: isSet) {
      former = value
      value = said
      revision = next
    } else if isSet, let known {
      former = value
      value = Self.joined(value, said, since: known)
      revision = next
    } else if !Self.isSame(value, said, isSet: isSet) {
      rival = PageDraft.Rival(value: said, revision: next, isRecorded: true)
    }
  }

  private static func isSame(_ one: String, _ other: String, isSet: Bool) -> Bool {
    isSet
      ? Set(one.split(separator: " ")) == Set(other.split(separator: " "))
      : one.utf8.elementsEqual(other.utf8)
  }

  /// What the record has ticked, with what was ticked here since and without what was cleared here.
  private static func joined(_ here: String, _ record: String, since known: String) -> String {
    let (mine, before) = (here.split(separator: " "), known.split(separator: " "))
    let stays = record.split(separator: " ").filter { !before.contains($0) || mine.contains($0) }
    let added = mine.filter { !before.contains($0) && !stays.contains($0) }
    return (stays + added).joined(separator: " ")
  }
}
