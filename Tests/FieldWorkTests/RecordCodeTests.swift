import FieldWork
import Testing

@Suite struct RecordCodeTests {
  private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private func code(_ kind: RecordCode.Kind, _ replica: UInt32, _ number: Int64) throws
    -> RecordCode
  {
    try #require(RecordCode(kind: kind, replica: replica, number: number))
  }

  private func samples() throws -> [RecordCode] {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("RecordCodeTests seed=\(seed)")
    var random = Weyl(state: seed)
    var codes = [
      try code(.household, 0, 1), try code(.place, RecordCode.maximumReplica, 1 << 39),
    ]
    for _ in 0..<40 {
      let bits = Int64.random(in: 0...38, using: &random)
      codes.append(
        try code(
          RecordCode.Kind.allCases.randomElement(using: &random) ?? .visit,
          UInt32.random(in: 0...RecordCode.maximumReplica, using: &random),
          Int64.random(in: 1...(1 << (bits + 1)), using: &random)))
    }
    return codes
  }

  @Test func `a code has kind, replica, number and check`() throws {
    let text = try code(.household, 0, 1).text
    #expect(text.hasPrefix("H-00000-1-"))
    // By hand: 17·x⁷ + 1·x in the field, where x⁷ = x⁴ + x² and 17 = x⁴ + 1.
    #expect(text == "H-00000-1-\(alphabet[handComputedCheck()])")
    #expect(try code(.member, 0xFFFFFF, 1 << 39).text.hasPrefix("M-FZZZZ-G0000000-"))
  }

  @Test func `every code is read back in any dress`() throws {
    for code in try samples() {
      let text = code.text
      let bare = text.filter { $0 != "-" }
      let spaced = bare.map { "\($0) " }.joined()
      let misread = bare.dropFirst().map { $0 == "0" ? "o" : $0 == "1" ? "l" : String($0) }
      let dressed = [
        text, bare, text.lowercased(), spaced, text.replacing("-", with: "\u{2013}"),
        String(bare.prefix(1)) + misread.joined(),
      ]
      for typed in dressed { #expect(try RecordCode(parsing: typed) == code, "\(typed)") }
    }
  }

  @Test func `every single wrong character is found`() throws {
    for code in try samples() {
      let letters = Array(code.text.filter { $0 != "-" })
      for place in letters.indices {
        for wrong in alphabet where wrong != letters[place] {
          var typed = letters
          typed[place] = wrong
          #expect(throws: RecordCodeError.self) { try RecordCode(parsing: String(typed)) }
        }
      }
    }
  }

  @Test func `every swap of two different characters is found`() throws {
    for code in try samples() {
      let letters = Array(code.text.filter { $0 != "-" })
      for first in letters.indices {
        for second in letters.indices
        where first < second && letters[first] != letters[second] {
          var typed = letters
          typed.swapAt(first, second)
          #expect(throws: RecordCodeError.self) { try RecordCode(parsing: String(typed)) }
        }
      }
    }
  }

  @Test func `the typing error is named`() throws {
    let good = try code(.visit, 77, 1234).text
    func error(_ typed: String) -> RecordCodeError? {
      do {
        _ = try RecordCode(parsing: typed)
        return nil
      } catch { return error }
    }
    #expect(error("") == .empty)
    #expect(error(" - ") == .empty)
    #expect(error("Z" + good.dropFirst()) == .unknownKind("Z"))
    #expect(error("1234") == .unknownKind("1"))
    #expect(error("V-123") == .tooShort(missing: 4))
    #expect(error(good + "000000000") == .tooLong)
    #expect(error(String(repeating: "V", count: 65)) == .tooLong)
    #expect(error("V-00U") == .badCharacter(position: 5, character: "U"))
    #expect(error("V-00ộ") == .badCharacter(position: 5, character: "ộ"))
    let last = try #require(good.last)
    #expect(error(good.dropLast() + (last == "0" ? "2" : "0")) == .checkMismatch)
    #expect(RecordCodeError.checkMismatch.english.contains("one character is wrong"))
    #expect(
      !RecordCodeError.badCharacter(position: 1, character: "\u{1B}").vietnamese.contains("\u{1B}"))
  }

  @Test func `a right check over numbers that nobody issues is out of range`() {
    // Found by trying all check characters: exactly one fits, and even that is refused.
    for start in ["H00000" + "0", "HZZZZZ" + "1", "H00000" + "ZZZZZZZZ"] {
      var errors: [RecordCodeError: Int] = [:]
      for check in alphabet {
        do {
          let code = try RecordCode(parsing: start + String(check))
          Issue.record("\(code) was accepted")
        } catch { errors[error, default: 0] += 1 }
      }
      #expect(errors == [.outOfRange: 1, .checkMismatch: 31])
    }
  }

  @Test func `numbers out of range have no code`() {
    #expect(RecordCode(kind: .team, replica: 1 << 24, number: 1) == nil)
    #expect(RecordCode(kind: .team, replica: 1, number: 0) == nil)
    #expect(RecordCode(kind: .team, replica: 1, number: 1 << 39 + 1) == nil)
  }

  /// Multiplies polynomials over two elements the long way, apart from the code under test.
  private func handComputedCheck() -> Int {
    func product(_ first: Int, _ second: Int) -> Int {
      var wide = 0
      for bit in 0..<5 where second >> bit & 1 == 1 { wide ^= first << bit }
      for bit in stride(from: 9, through: 5, by: -1) where wide >> bit & 1 == 1 {
        wide ^= 0b100101 << (bit - 5)
      }
      return wide
    }
    let powers = (0..<8).reduce(into: [1]) { powers, _ in
      powers.append(product(powers.last ?? 1, 2))
    }
    return product(17, powers[7]) ^ product(1, powers[1])
  }
}

private struct Weyl: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }
}
