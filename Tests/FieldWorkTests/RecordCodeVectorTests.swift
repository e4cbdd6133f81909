import FieldWork
import Foundation
import Testing

/// SyncProtocol/Vectors/registry/codes.json, made by an implementation in another language.
@Suite struct RecordCodeVectorTests {
  private struct File: Decodable {
    struct Case: Decodable {
      struct Expect: Decodable { var code: String }
      var letter: String, number: String, typed: String
      var replica: UInt32
      var expect: Expect
    }
    var cases: [Case]
  }

  @Test func `record codes are written and read as the vectors say`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(
      contentsOf: root.appending(path: "SyncProtocol/Vectors/registry/codes.json"))
    let vectors = try JSONDecoder().decode(File.self, from: data).cases
    #expect(Set(vectors.map(\.letter)).count == RecordCode.Kind.allCases.count)
    for vector in vectors {
      let kind = try #require(RecordCode.Kind.allCases.first { $0.letter == vector.letter })
      let number = try #require(Int64(vector.number))
      let code = try #require(RecordCode(kind: kind, replica: vector.replica, number: number))
      #expect(code.text == vector.expect.code)
      #expect(try RecordCode(parsing: vector.typed) == code)
    }
  }
}
