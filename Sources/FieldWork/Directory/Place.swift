import SQLite
import SyncProtocol

/// What a place below the commune is called.
package enum PlaceKind: Int64, RecordEnumeration {
  /// A hamlet, whatever its local name.
  case hamlet = 1
  /// A residential group of a ward.
  case residentialGroup = 2
  /// Something else.
  case other = 3

  /// The stable name.
  package var name: String {
    switch self {
    case .hamlet: "hamlet"
    case .residentialGroup: "residential-group"
    case .other: "other"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .hamlet: BilingualText(vi: "thôn", en: "hamlet")
    case .residentialGroup: BilingualText(vi: "tổ dân phố", en: "residential group")
    case .other: BilingualText(vi: "khác", en: "other")
    }
  }

  /// The local names of hamlets and residential groups.
  package var otherWords: [String] {
    switch self {
    case .hamlet:
      ["xóm", "bản", "ấp", "làng", "buôn", "bon", "sóc", "phum", "plei", "village"]
    case .residentialGroup: ["khu phố", "khóm", "khối", "khối phố", "khu", "tdp", "group"]
    case .other: []
    }
  }
}

/// A hamlet or residential group.
package struct Place: FieldRecord {
  /// The synced table.
  package static let table = PlaceTable.definition
  /// `P-…`.
  package static let kind: RecordCode.Kind? = .place
  /// The columns read.
  package static let columns = "commune_code, name, kind, household_scope, valid_from, valid_to"

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The national code of the commune.
  package let communeCode: String?
  /// Its name.
  package let name: String?
  /// What it is.
  package let kind: PlaceKind?
  /// The scope that holds its households.
  package let householdScope: ScopeID?
  /// First day it existed under this name.
  package let validFrom: LocalDate?
  /// Last day; nil while it exists.
  package let validTo: LocalDate?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    communeCode = try row.text()
    name = try row.text()
    kind = try row.choice()
    householdScope = try row.integer().flatMap(ScopeID.init(rawValue:))
    validFrom = try row.date()
    validTo = try row.date()
  }
}

extension RecordReader {
  /// Hamlets, by commune and name.
  package func places(commune: String? = nil) throws -> [Place] {
    var conditions = RecordConditions()
    if let commune { conditions.add("commune_code = ?", .text(commune)) }
    let places = try records(
      Place.self, where: conditions.sql, conditions.bindings, order: "rid", page: .all)
    let keyed = places.map {
      (Array(($0.communeCode ?? "").utf8) + VietnameseCollation.sortKey($0.name ?? ""), $0)
    }
    return keyed.sorted {
      $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0)
    }.map(\.1)
  }

  /// Finds the only hamlet that a code or name means, with or without marks.
  ///
  /// - Parameter held: only hamlets whose households these scopes hold; nil for all.
  /// - Throws: `FieldError.unknownPlace`, `.severalPlaces`, or what is wrong with a code.
  package func findPlace(_ text: String, held: [ScopeID]? = nil) throws -> Place {
    if let code = try? RecordCode(parsing: text), code.kind == .place {
      let place = try existing(Place.self, try resolveOne(text, as: .place))
      if let held, let scope = place.householdScope, !held.contains(scope) {
        throw FieldError.placeNotHeld
      }
      return place
    }
    let places = try places().filter { place in
      held.map { scopes in place.householdScope.map(scopes.contains) ?? false } ?? true
    }
    let typed = String(text.prefix(200))
    for fold in [SearchFold.exact, SearchFold.toneless, SearchFold.base] {
      let wanted = fold(typed)
      guard !wanted.isEmpty else { break }
      let named = places.filter { place in place.name.map { fold($0) == wanted } ?? false }
      // A name of today is meant rather than one of before; twins of a merger are one hamlet.
      let lasting = named.filter { $0.validTo == nil }
      let known = lasting.isEmpty ? named.filter { !$0.isWithdrawn } : lasting
      let found = known.filter { place in
        !known.contains { $0.id < place.id && $0.isSameHamlet(as: place) }
      }
      if let first = found.first {
        guard found.count == 1 else {
          throw FieldError.severalPlaces(typed, codes: found.map(\.codeText))
        }
        return first
      }
    }
    if held != nil, try isPlace(named: text) { throw FieldError.placeNotHeld }
    throw FieldError.unknownPlace(typed)
  }

  /// Whether a hamlet has the name, wherever it lies.
  private func isPlace(named text: String) throws -> Bool {
    do {
      _ = try findPlace(text)
      return true
    } catch FieldError.unknownPlace {
      return false
    } catch FieldError.severalPlaces {
      return true
    }
  }
}
