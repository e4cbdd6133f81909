import Replica
import SQLite
import SyncProtocol

/// A record that a code, or a part of one, may mean.
package struct CodeMatch: Hashable, Sendable {
  /// What it is.
  package let kind: RecordCode.Kind
  /// The row.
  package let row: RowID
  /// Its code.
  package let codeText: String
}

extension RecordReader {
  /// The records that somebody means by a code or a part of it: with or without hyphens and blanks, in
  /// any case, with or without the letter of its kind, the laptop's five characters and the check
  /// character.
  ///
  /// - Parameters:
  ///   - limit: how many are looked for at most.
  ///   - holds: of which scopes.
  package func records(
    codedLike typed: String, limit: Int, where holds: (ScopeID) -> Bool
  ) throws -> [CodeMatch] {
    guard let wanted = CodePart(typed) else { return [] }
    var found: [CodeMatch] = []
    for guess in wanted.guesses {
      for kind in RecordCode.Kind.allCases where guess.kind == nil || guess.kind == kind {
        for match in try matches(guess, kind, limit: limit, where: holds)
        where wanted.isPart(of: match.codeText) && !found.contains(match) {
          found.append(match)
          if found.count == limit { return found }
        }
      }
    }
    return found
  }

  private func matches(
    _ guess: CodePart.Guess, _ kind: RecordCode.Kind, limit: Int, where holds: (ScopeID) -> Bool
  ) throws -> [CodeMatch] {
    var conditions = ["hidden IS NULL"]
    var bindings: [SQLValue] = []
    if let number = guess.number {
      conditions.append("number = ?")
      bindings.append(.integer(number))
    }
    if let replica = guess.replica {
      let first = Int64(replica) << 39
      conditions.append("rid BETWEEN ? AND ?")
      bindings += [.integer(first), .integer(first + (1 << 39 - 1))]
    }
    let sql = """
      SELECT rid, scope FROM "\(kind.table.name)" WHERE \(conditions.joined(separator: " AND "))
      ORDER BY rid
      """
    var found: [CodeMatch] = []
    try connection.withStatement(sql) { statement in
      try statement.bind(all: bindings)
      while found.count < limit, try statement.step() {
        guard let row = RowID(rawValue: try statement.integer(at: 0)),
          let scope = ScopeID(rawValue: try statement.integer(at: 1)), holds(scope)
        else { continue }
        found.append(
          CodeMatch(kind: kind, row: row, codeText: try codeText(of: row, in: kind.table)))
      }
    }
    return found
  }
}

/// A part of a code as somebody typed it.
struct CodePart {
  /// What the part may stand for; nil for what it does not say.
  struct Guess: Hashable {
    let kind: RecordCode.Kind?
    let replica: UInt32?
    let number: Int64?
  }

  /// The fewest characters of which something is looked for, and the most.
  private static let lengths = 2...15
  private let digits: [UInt8]

  /// Reads what was typed; nil for what is no part of any code.
  init?(_ typed: String) {
    guard typed.utf8.count <= 60 else { return nil }
    var digits: [UInt8] = []
    for character in SearchFold.base(typed) where character.isLetter || character.isNumber {
      guard let ascii = character.asciiValue, let digit = Crockford.digit(ascii) else { return nil }
      digits.append(digit)
    }
    guard Self.lengths.contains(digits.count) else { return nil }
    self.digits = digits
  }

  /// Whether a code has the part within it, hyphens aside.
  func isPart(of code: String) -> Bool {
    let whole = code.utf8.compactMap(Crockford.digit)
    guard digits.count <= whole.count else { return false }
    return (0...(whole.count - digits.count)).contains { start in
      whole[start..<(start + digits.count)].elementsEqual(digits)
    }
  }

  /// All that it may stand for, what says most first.
  var guesses: [Guess] {
    var guesses: [Guess] = []
    for (kind, rest) in kinds {
      for (replica, tail) in Self.replicas(rest) {
        for number in Self.numbers(tail) {
          let guess = Guess(kind: kind, replica: replica, number: number)
          // A kind alone is no part to look for.
          if replica != nil || number != nil, !guesses.contains(guess) { guesses.append(guess) }
        }
      }
    }
    return guesses
  }

  private var kinds: [(RecordCode.Kind?, ArraySlice<UInt8>)] {
    let letter = Crockford.alphabet[Int(digits[0])]
    let named = RecordCode.Kind(rawValue: letter).map { [($0, digits.dropFirst())] } ?? []
    return named + [(nil, digits[...])]
  }

  private static func replicas(_ digits: ArraySlice<UInt8>) -> [(UInt32?, ArraySlice<UInt8>)] {
    let named: [(UInt32?, ArraySlice<UInt8>)] =
      digits.count < 5
      ? []
      : [(digits.prefix(5).reduce(UInt32(0)) { $0 << 5 | UInt32($1) }, digits.dropFirst(5))]
    return named.filter { $0.0.map { $0 <= RecordCode.maximumReplica } ?? true }
      + [(nil, digits)]
  }

  /// The number with the check character behind it, or without; none where nothing is left.
  private static func numbers(_ digits: ArraySlice<UInt8>) -> [Int64?] {
    func number(_ digits: ArraySlice<UInt8>) -> Int64? {
      guard let first = digits.first, first != 0, digits.count <= 8 else { return nil }
      let value = digits.reduce(Int64(0)) { $0 << 5 | Int64($1) }
      return value <= RecordCode.maximumNumber ? value : nil
    }
    if digits.isEmpty { return [nil] }
    return [number(digits.dropLast()), number(digits)].compactMap(\.self)
  }
}
