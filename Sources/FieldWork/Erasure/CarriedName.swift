import Replica
import SyncProtocol

/// A household that is, or was, called after somebody who is to be erased.
package struct CarriedName: Hashable, Sendable {
  /// What becomes of the household's name.
  package enum Kind: String, Sendable {
    /// It is this person's, and goes with them; the household shows its code.
    case erased
    /// It was this person's and is another one now: the former one goes, the present one stays.
    case formerErased = "former-erased"
    /// Nobody can compare here: a name cannot be read.
    case unknown
  }

  /// What becomes of its name.
  package let kind: Kind
  /// The household.
  package let household: RowID
  /// Its code.
  package let code: String
  /// The subjects of the names that go.
  let subjects: Set<RowID>
  /// The name that it has afterwards, where it has to be written again; nil where it has none.
  let kept: String?

  /// What is so, in a sentence.
  package var words: BilingualText {
    switch kind {
    case .erased:
      BilingualText(
        vi:
          "Hộ \(code) mang tên người này: tên hộ cũng bị xóa ở mọi máy, hộ hiện bằng mã. Những gì "
          + "khác của hộ vẫn còn; có thể đặt lại tên hộ.",
        en: "Household \(code) carries this person's name: that name is erased too, on every "
          + "laptop, and the household shows its code. The rest of it stays; it may be named anew.")
    case .formerErased:
      BilingualText(
        vi: "Hộ \(code) từng mang tên người này: tên cũ bị xóa khỏi lịch sử, tên hiện nay vẫn còn.",
        en: "Household \(code) once carried this person's name: the former name is erased from its "
          + "history, and the present one stays.")
    case .unknown:
      BilingualText(
        vi: "Hộ \(code): ở đây không đọc được tên, nên không biết hộ có mang tên người này không. "
          + "Hãy xem lại khi đọc được, hoặc đặt lại tên hộ.",
        en: "Household \(code): a name cannot be read here, so nobody can tell whether the "
          + "household carries this person's. Look again once it can be read, or name it anew.")
    }
  }
}

extension FieldStore {
  /// The households that people are or were in and that carry, or carried, a name of theirs.
  ///
  /// - Parameter people: every row of the person, or of several.
  func carriedNames(of people: [RowID]) throws -> [CarriedName] {
    let table = ResidentTable.definition
    var own: [[String]] = []
    var isReadable = true
    for row in people {
      guard let state = try store.row(table.id, row) else { continue }
      for head in state.heads(of: ResidentTable.fullName.id) {
        let opened = try store.open(
          head.value, table: table.id, row: row, field: ResidentTable.fullName.id)
        if let name = opened.value?.text { own.append(Self.folded(name)) }
        if opened.value == nil, opened != .erased { isReadable = false }
      }
    }
    guard !own.isEmpty || !isReadable else { return [] }
    let persons = try reader.persons(.household)
    // Whoever moved has left the name behind.
    let households = try store.everNamed(by: ResidentTable.household, in: table, people)
    let rows = Set(households.flatMap(persons.rows)).sorted()
    let values = try store.valuesApart(
      of: HouseholdTable.name, in: HouseholdTable.definition, rows)
    return try rows.compactMap {
      try carriedName(of: $0, values[$0] ?? [], own, isReadable: isReadable)
    }
  }

  private func carriedName(
    of household: RowID, _ values: [ValueApart], _ own: [[String]], isReadable: Bool
  ) throws -> CarriedName? {
    func isTheirs(_ value: ValueApart) -> Bool {
      value.opened.value?.text.map { Self.carries(Self.folded($0), own) } ?? false
    }
    let theirs = values.filter(isTheirs)
    let hidden = values.filter { $0.opened.value == nil && $0.opened != .erased }
    let kind: CarriedName.Kind
    if theirs.contains(where: \.isStanding) {
      kind = .erased
    } else if !theirs.isEmpty {
      kind = .formerErased
    } else if !hidden.isEmpty || !values.isEmpty && !isReadable {
      kind = .unknown
    } else {
      return nil
    }
    let subjects = Set(theirs.map(\.subject))
    let others = values.filter { $0.isStanding && !isTheirs($0) && subjects.contains($0.subject) }
    return CarriedName(
      kind: kind, household: household,
      code: try reader.codeText(of: household, in: HouseholdTable.definition),
      subjects: subjects.subtracting([household]), kept: others.last?.opened.value?.text)
  }

  /// Writes what has to be said of a household's name once the erasure stands.
  func settle(_ name: CarriedName, _ act: Act) throws {
    let table = HouseholdTable.definition
    let field = HouseholdTable.name
    if let kept = name.kept {
      return try act.write(table, name.household, [(field, .text(kept))])
    }
    // A name from before names had keys of their own can only be taken out.
    let shown = try store.row(table.id, name.household)?.shown(field.id)?.value
    guard name.kind == .erased, shown?.sealed?.subject == name.household else { return }
    try act.write(table, name.household, [(field, .unset)])
  }

  private static func folded(_ name: String) -> [String] {
    SearchFold.base(name).split(separator: " ").map(String.init)
  }

  /// Whether a household's name is one of these, or has one of several words within it: "Hộ bà …".
  private static func carries(_ name: [String], _ own: [[String]]) -> Bool {
    own.contains { person in
      guard person.count > 1 else { return !person.isEmpty && name == person }
      return name.indices.contains { name[$0...].starts(with: person) }
    }
  }
}
