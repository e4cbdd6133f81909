import SyncProtocol
import Testing

/// SyncProtocol/Vectors/links/elements.json, made by an implementation in another language.
@Suite struct LinkVectorTests {
  private struct Element: Decodable {
    struct Expect: Decodable {
      var kind: UInt8, mirrored: UInt8
      var other: String
    }
    var name: String, row: String
    var value: VectorValue
    var expect: Expect?
  }

  @Test func `halves of edges`() throws {
    for vector in try VectorFile<Element>.load("links/elements.json") {
      let value = try vector.value.value()
      let row = try dot(vector.row)
      // An element that names its own row is an edge to nobody.
      let link = RowLink(value).flatMap { $0.other == row ? nil : $0 }
      #expect(link?.kind.rawValue == vector.expect?.kind, "\(vector.name)")
      #expect(link?.kind.mirrored.rawValue == vector.expect?.mirrored, "\(vector.name)")
      #expect(try link?.other == vector.expect.map { try dot($0.other) }, "\(vector.name)")
      if let link { #expect(link.element == value, "\(vector.name)") }
    }
  }
}
