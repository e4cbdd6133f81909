import Foundation
import SyncProtocol
import Testing

@testable import FieldWork

/// SyncProtocol/Vectors/links/persons.json, made by an implementation in another language.
@Suite struct PersonVectorTests {
  private struct File: Decodable {
    struct Edge: Decodable {
      var row: String, other: String
      var kind: UInt8
    }
    struct Expect: Decodable {
      var persons: [[String]]
      var contradicted: [String]
      var least: Int, most: Int
    }
    struct Case: Decodable {
      var name: String
      var edges: [Edge]
      var rows: [String]
      var expect: Expect
    }
    var cases: [Case]
  }

  private func row(_ dot: String) throws -> RowID {
    let parts = dot.split(separator: ".").compactMap { Int64($0) }
    try #require(parts.count == 3)
    return try #require(RowID(rawValue: parts[0] << 39 | parts[1] << 19 | parts[2]))
  }

  @Test func `persons of edges, and the numbers that they may be`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(
      contentsOf: root.appending(path: "SyncProtocol/Vectors/links/persons.json"))
    let vectors = try JSONDecoder().decode(File.self, from: data).cases
    #expect(!vectors.isEmpty)
    for vector in vectors {
      let persons = Persons(
        try vector.edges.map {
          Persons.Edge(
            try row($0.row), try #require(RowLink.Kind(rawValue: $0.kind)), try row($0.other))
        })
      let rows = try vector.rows.map(row)
      let names = Set(rows.map(persons.canonical)).sorted()
      #expect(
        try names.map(persons.rows) == vector.expect.persons.map { try $0.map(row) },
        "\(vector.name)")
      #expect(
        try names.filter(persons.isContradicted) == vector.expect.contradicted.map(row),
        "\(vector.name)")
      let most = names.map { name in
        persons.isContradicted(name) ? Set(persons.rows(of: name).map(persons.certain)).count : 1
      }
      #expect(names.count == vector.expect.least, "\(vector.name)")
      #expect(most.reduce(0, +) == vector.expect.most, "\(vector.name)")
    }
  }
}
