import Replica

/// What people see, say and type to name a record: `H-3K9QZ-1A7-C`.
///
/// A kind letter, the replica that made the record, its running number and a check character, in
/// Crockford base32, which has no I, L, O and U and is therefore hard to misread. Every single wrong
/// character and every swap of two characters is found.
package struct RecordCode: Hashable, Sendable {
  /// What a record is; the letter begins its code.
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// A household.
    case household = 0x48  // H
    /// A resident.
    case resident = 0x52  // R
    /// A visit to a household.
    case visit = 0x56  // V
    /// Help given to a resident during a visit.
    case assist = 0x41  // A
    /// A dossier submitted to an authority.
    case submission = 0x53  // S
    /// A team of volunteers.
    case team = 0x54  // T
    /// A member of a team.
    case member = 0x4D  // M
    /// A place, such as a hamlet.
    case place = 0x50  // P
    /// What a resident agreed to or refused.
    case consent = 0x43  // C
    /// A service session.
    case session = 0x42  // B
    /// How many, where nobody is named.
    case tally = 0x4B  // K
    /// What a member saw of a resident or household.
    case observation = 0x51  // Q
    /// What somebody said about the service.
    case feedback = 0x46  // F
    /// Something to do.
    case task = 0x4A  // J
    /// Something that stands in the way.
    case difficulty = 0x44  // D
    /// That a member was at a session.
    case attendance = 0x57  // W
    /// A laptop as a thing.
    case device = 0x58  // X
    /// A campaign.
    case campaign = 0x47  // G

    /// The letter as text.
    package var letter: String { String(Unicode.Scalar(rawValue)) }
  }

  /// What kind of record it names.
  package let kind: Kind
  /// The replica that issued the number; 24 bits, written as five characters.
  package let replica: UInt32
  /// The running number, from 1 to `maximumNumber`, written without leading zeros.
  package let number: Int64

  /// The greatest replica number.
  package static let maximumReplica: UInt32 = 1 << 24 - 1
  /// The greatest running number.
  package static let maximumNumber: Int64 = 1 << 39

  /// Names a record; nothing when a number is out of range, as it can be in a row from elsewhere.
  package init?(kind: Kind, replica: UInt32, number: Int64) {
    guard replica <= Self.maximumReplica, 1...Self.maximumNumber ~= number else { return nil }
    self.kind = kind
    self.replica = replica
    self.number = number
  }

  /// The code in upper case, grouped for reading.
  package var text: String {
    let letters = symbols.map { Crockford.alphabet[Int($0)] }
    let check = Crockford.alphabet[Int(CheckCharacter.value(of: symbols))]
    let groups = [letters[..<1], letters[1..<6], letters[6...], [check]]
    return groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  /// Kind, replica and number as base32 digits, without the check character.
  private var symbols: [UInt8] {
    let kindDigit = Crockford.digit(kind.rawValue)
    precondition(kindDigit != nil, "every kind letter is a base32 character")
    var numberDigits: [UInt8] = []
    var rest = number
    while rest > 0 {
      numberDigits.append(UInt8(rest & 31))
      rest >>= 5
    }
    let replicaDigits = (0..<5).map { UInt8(replica >> (20 - 5 * $0) & 31) }
    return [kindDigit ?? 0] + replicaDigits + numberDigits.reversed()
  }

  /// Reads a code as people type it: any case, hyphens and blanks anywhere or nowhere, O for 0, and
  /// I or L for 1.
  /// - Throws: `RecordCodeError`, which names the typing error.
  package init(parsing text: String) throws(RecordCodeError) {
    guard text.utf8.count <= RecordCodeError.maximumBytes else { throw .tooLong }
    var digits: [UInt8] = []
    for (index, character) in text.enumerated() where !Self.isSeparator(character) {
      guard let ascii = character.asciiValue, let digit = Crockford.digit(ascii) else {
        throw .badCharacter(position: index + 1, character: String(character))
      }
      digits.append(digit)
    }
    guard let first = digits.first else { throw .empty }
    let letter = Crockford.alphabet[Int(first)]
    guard let kind = Kind(rawValue: letter) else {
      throw .unknownKind(String(Unicode.Scalar(letter)))
    }
    guard digits.count >= 8 else { throw .tooShort(missing: 8 - digits.count) }
    guard digits.count <= 15 else { throw .tooLong }
    guard digits[digits.count - 1] == CheckCharacter.value(of: digits.dropLast()) else {
      throw .checkMismatch
    }
    let replica = digits[1..<6].reduce(UInt32(0)) { $0 << 5 | UInt32($1) }
    let number = digits[6..<(digits.count - 1)].reduce(Int64(0)) { $0 << 5 | Int64($1) }
    guard digits[6] != 0, let code = RecordCode(kind: kind, replica: replica, number: number) else {
      throw .outOfRange
    }
    self = code
  }

  /// Whether a character only groups a typed code: a blank or any dash.
  package static func isSeparator(_ character: Character) -> Bool {
    switch character {
    // The dashes that word processors and phones put in place of a hyphen.
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": true
    default: character.isWhitespace
    }
  }
}
