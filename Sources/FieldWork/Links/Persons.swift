import Replica
import SQLite
import SyncProtocol

/// Which rows are one person, or one household: the connected components of the edges that say so.
///
/// It is made from the edges that one store holds. More edges may join more.
package struct Persons: Sendable {
  /// An edge between two rows.
  package struct Edge: Hashable, Sendable {
    /// Its ends.
    package var row: RowID, other: RowID
    /// What it says of them.
    package var kind: RowLink.Kind

    /// Names the ends.
    package init(_ row: RowID, _ kind: RowLink.Kind, _ other: RowID) {
      self.row = row
      self.other = other
      self.kind = kind
    }
  }

  private var joined = DisjointRows()
  private var moved = DisjointRows()
  private var contradicted: Set<RowID> = []

  /// Joins the ends of edges; their order and repetition do not matter.
  package init(_ edges: some Sequence<Edge>) {
    let edges = Array(edges)
    for edge in edges where edge.kind.joins {
      joined.join(edge.row, edge.other)
      if edge.kind.isMove { moved.join(edge.row, edge.other) }
    }
    for edge in edges where !edge.kind.joins {
      let name = joined.canonical(edge.row)
      if name == joined.canonical(edge.other) { contradicted.insert(name) }
    }
  }

  /// The smallest row of the person that a row is of.
  package func canonical(_ row: RowID) -> RowID { joined.canonical(row) }

  /// The smallest row that a row is certainly the same as: a move alone leaves no doubt.
  package func certain(_ row: RowID) -> RowID { moved.canonical(row) }

  /// Whether no edge joins a row to another one.
  package func isAlone(_ row: RowID) -> Bool { !joined.holds(row) }

  /// Whether somebody says of two rows of this person that they are not the same.
  package func isContradicted(_ canonical: RowID) -> Bool { contradicted.contains(canonical) }

  /// All rows of the person that a row is of, ascending.
  package func rows(of row: RowID) -> [RowID] { joined.members(of: row) }

  /// Whether there is nothing to join.
  package var isEmpty: Bool { joined.isEmpty }
}

/// Rows joined to sets, each named by its smallest member.
private struct DisjointRows: Sendable {
  private var parents: [RowID: RowID] = [:]

  var isEmpty: Bool { parents.isEmpty }

  func holds(_ row: RowID) -> Bool { parents[row] != nil }

  func canonical(_ row: RowID) -> RowID {
    var row = row
    while let parent = parents[row], parent != row { row = parent }
    return row
  }

  mutating func join(_ one: RowID, _ other: RowID) {
    let ends = (canonical(one), canonical(other))
    let name = min(ends.0, ends.1)
    // Paths stay short: what was walked over points at the name from now on.
    for start in [one, other] {
      var row = start
      while let parent = parents[row], parent != row {
        parents[row] = name
        row = parent
      }
      parents[row] = name
    }
  }

  func members(of row: RowID) -> [RowID] {
    let name = canonical(row)
    return Set(parents.keys.filter { canonical($0) == name } + [row]).sorted()
  }
}

extension RecordReader {
  /// The persons among the residents of this store, or the households.
  package func persons(_ kind: RecordCode.Kind) throws -> Persons {
    Persons(try edges(kind, of: nil))
  }

  /// The edges of one row, by what they say and the other end.
  package func links(of row: RowID, _ kind: RecordCode.Kind) throws -> [RowLink] {
    let edges = try edges(kind, of: row)
    let links = edges.map { edge in
      edge.row == row ? RowLink(edge.kind, edge.other) : RowLink(edge.kind.mirrored, edge.row)
    }
    return Set(links).sorted()
  }

  /// Every half that stands in this store; of one row those of both ends.
  func edges(_ kind: RecordCode.Kind, of row: RowID?) throws -> [Persons.Edge] {
    let table = SQLValue.integer(Int64(kind.table.id.rawValue))
    // 115 is `RowLink.links`; the partial indexes serve only where the number stands in the text.
    let all = "SELECT row, value, dot FROM head WHERE field = 115 AND table_id = ?1"
    // The other end stands in an element behind the byte of its kind, and a stored element behind
    // the byte that tells its type.
    let ends = row.map { row in
      let link = RowLink(.same, row).element.bytes ?? []
      return (
        sql: "\(all) AND row = ?2 UNION \(all) AND substr(value, 3) = ?3",
        bindings: [table, .integer(row.rawValue), .blob(Array(link.dropFirst()))]
      )
    }
    let halves = try connection.rows(
      "\(ends?.sql ?? all) ORDER BY row, dot", bindings: ends?.bindings ?? [table]
    ) { statement -> Persons.Edge? in
      guard let end = RowID(rawValue: try statement.integer(at: 0)),
        let link = RowLink(Value(try statement.value(at: 1)))
      else { return nil }
      return Persons.Edge(end, link.kind, link.other)
    }.compactMap { $0 }
    return halves.filter { edge in
      edge.row != edge.other && (row.map { $0 == edge.row || $0 == edge.other } ?? true)
    }
  }
}
