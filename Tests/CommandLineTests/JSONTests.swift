import CommandLine
import Randomness
import Testing

@Suite struct JSONTests {
  @Test func `objects keep their order and texts are escaped`() {
    let value: JSONValue = [
      "z": 1, "a": [nil, true, "\"\\\n\t\u{1}\u{7F}ộ"], "big": .integer(.max), "none": [],
      "half": .number(0.5), "nan": .number(.nan), "empty": [:],
    ]
    let expected =
      #"{"z":1,"a":[null,true,"\"\\\n\t\u0001\u007fộ"],"big":9223372036854775807,"#
      + #""none":[],"half":0.5,"nan":null,"empty":{}}"#
    #expect(value.compactText == expected)
    #expect((["a": [1, 2]] as JSONValue).indentedText == "{\n  \"a\": [\n    1,\n    2\n  ]\n}")
  }

  @Test(arguments: [false, true]) func `what is written is read back`(isIndented: Bool) throws {
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    print("JSONTests seed=\(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let value = randomValue(depth: 0, &random)
      let text = isIndented ? value.indentedText : value.compactText
      #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }
  }

  @Test(arguments: [
    ("", JSONError.endOfInput), ("[1", .endOfInput), ("tru", .endOfInput), ("\"a", .endOfInput),
    ("[1,]", .unexpectedByte(offset: 3)), ("{a:1}", .unexpectedByte(offset: 1)),
    ("1 2", .unexpectedByte(offset: 2)), ("01", .invalidNumber(offset: 0)),
    ("-", .invalidNumber(offset: 0)), ("1.", .invalidNumber(offset: 0)),
    ("9223372036854775808", .invalidNumber(offset: 0)), ("1e999", .invalidNumber(offset: 0)),
    ("\"\u{1}\"", .invalidText(offset: 1)), (#""\ud800""#, .invalidText(offset: 1)),
    (#""\x""#, .invalidText(offset: 1)), (#""\u12G4""#, .invalidText(offset: 5)),
    (#"{"a":1,"a":2}"#, .repeatedKey(offset: 7)), ("[[[1]]]", .tooDeep(offset: 2)),
    ("            1", .tooLarge(maximumBytes: 28)),
  ]) func `bad input is named with its place`(text: String, error: JSONError) {
    let bytes = Array(text.utf8) + (text.hasPrefix("  ") ? Array(repeating: 32, count: 30) : [])
    #expect(throws: error) {
      try JSONValue(parsing: bytes, maximumBytes: 28, maximumDepth: 2)
    }
  }

  @Test func `invalid UTF-8 is refused and keys differ by bytes`() throws {
    #expect(throws: JSONError.invalidText(offset: 0)) {
      try JSONValue(parsing: [0x22, 0xC3, 0x22])
    }
    let value = try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(try JSONValue(parsing: Array(#""\ud83d\ude00\/""#.utf8)) == "😀/")
  }

  @Test func `every truncation of a document is an error and never a trap`() {
    let document: JSONValue = ["a": [.number(1.5), "ộ\n", true, nil], "b": ["c": "d"]]
    let bytes = Array(document.compactText.utf8)
    for length in bytes.indices {
      #expect(throws: JSONError.self) { try JSONValue(parsing: Array(bytes[..<length])) }
    }
  }

  private func randomValue(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    let letters: [Unicode.Scalar] = ["a", "\"", "\\", "\n", "ộ", "\u{301}", "😀", "\u{0}"]
    func text() -> String {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        scalars.append(letters.randomElement(using: &random) ?? "a")
      }
      return String(scalars)
    }
    switch Int.random(in: 0...(depth < 4 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int64.random(in: Int64.min...Int64.max, using: &random))
    case 3: return .number(Double.random(in: -1e9...1e9, using: &random) + 0.5)
    case 4: return .text(text())
    case 5:
      let count = Int.random(in: 0...4, using: &random)
      return .array((0..<count).map { _ in randomValue(depth: depth + 1, &random) })
    default:
      let count = Int.random(in: 0...4, using: &random)
      return .object(
        (0..<count).map { .init("\($0)" + text(), randomValue(depth: depth + 1, &random)) })
    }
  }
}

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator
