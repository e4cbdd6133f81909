import SyncProtocol

/// A member of a team.
package struct Member: FieldRecord {
  /// The synced table.
  package static let table = MemberTable.definition
  /// `M-…`.
  package static let kind: RecordCode.Kind? = .member
  /// The columns read.
  package static let columns = "full_name, team, role, organisation, phone, from_date, to_date"

  /// Identity, scope and code.
  package let header: RecordHeader
  /// Full name, family name first.
  package let fullName: String?
  /// The team.
  package let team: RowID?
  /// Role within the team, as the roster says it.
  package let role: String?
  /// The organisation that sent them.
  package let organisation: String?
  /// Telephone.
  package let phone: String?
  /// First day of membership.
  package let from: LocalDate?
  /// Last day; nil while it lasts.
  package let to: LocalDate?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    fullName = try row.text()
    team = try row.reference()
    role = try row.text()
    organisation = try row.text()
    phone = try row.text()
    from = try row.date()
    to = try row.date()
  }
}

extension RecordReader {
  /// Members, sorted as lists of people are.
  package func members(team: RowID? = nil) throws -> [Member] {
    var conditions = RecordConditions()
    if let team { conditions.add("team = ?", .integer(team.rawValue)) }
    let members = try records(
      Member.self, where: conditions.sql, conditions.bindings, order: "rid", page: .all)
    let keyed = members.map { (PersonNameOrder.sortKey(fullName: $0.fullName ?? ""), $0) }
    return keyed.sorted {
      $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
  }

  /// Finds the only member that a code or full name means, with or without marks: what `--as` takes.
  /// - Throws: `FieldError.unknownMember`, `.severalMembers`, or what is wrong with a code.
  package func findMember(_ text: String) throws -> Member {
    if let code = try? RecordCode(parsing: text), code.kind == .member {
      return try existing(Member.self, try resolveOne(text, as: .member))
    }
    let members = try members()
    let typed = String(text.prefix(200))
    for fold in [SearchFold.exact, SearchFold.toneless, SearchFold.base] {
      let wanted = fold(typed)
      guard !wanted.isEmpty else { break }
      let found = members.filter { member in
        member.fullName.map { fold($0) == wanted } ?? false
      }
      if let first = found.first {
        guard found.count == 1 else {
          throw FieldError.severalMembers(typed, codes: found.map(\.codeText))
        }
        return first
      }
    }
    // No name has a digit: it was meant as a code, and the code says best what is wrong with it.
    if typed.contains(where: { $0.isASCII && $0.isNumber }) {
      return try existing(Member.self, try resolveOne(typed, as: .member))
    }
    throw FieldError.unknownMember(typed)
  }
}
