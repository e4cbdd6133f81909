import Foundation
import SyncProtocol
import Testing

/// A file of SyncProtocol/Vectors.
struct VectorFile<Case: Decodable>: Decodable {
  var about: String
  var cases: [Case]

  static func load(_ name: String) throws -> [Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "SyncProtocol/Vectors/\(name)"))
    let file = try JSONDecoder().decode(VectorFile.self, from: data)
    #expect(!file.cases.isEmpty, "\(name) has no cases")
    return file.cases
  }
}

/// Bytes as hexadecimal text.
func bytes(_ hexadecimal: String) throws -> [UInt8] {
  try #require(Hexadecimal.decode(hexadecimal))
}

/// Decimal text: numbers of 64 bits do not survive every JSON reader.
func number<Number: FixedWidthInteger>(_ text: String) throws -> Number {
  try #require(Number(text))
}

/// A dot as `replica.session.counter`.
func dot(_ text: String) throws -> Dot {
  let parts = try text.split(separator: ".").map { try #require(UInt32($0)) }
  try #require(parts.count == 3)
  return try makeDot(parts[0], parts[1], parts[2])
}

struct VectorValue: Decodable {
  var unset: Bool?
  var integer: String?
  var text: String?
  var bytes: String?
  var sealed: VectorSealed?
  var erased: String?

  func value() throws -> Value {
    if let integer { return .integer(try number(integer)) }
    if let text { return .text(text) }
    if let bytes { return .bytes(try SyncProtocolTests.bytes(bytes)) }
    if let sealed { return .sealed(try sealed.value()) }
    if let erased { return .erased(try dot(erased)) }
    try #require(unset == true)
    return .unset
  }
}

struct VectorSealed: Decodable {
  var subject: String, key: String, nonce: String, ciphertext: String

  func value() throws -> SealedValue {
    try #require(
      SealedValue(
        subject: try dot(subject), key: try dot(key), nonce: try bytes(nonce),
        ciphertext: try bytes(ciphertext)))
  }
}

struct VectorOperation: Decodable {
  struct Write: Decodable {
    var field: UInt16
    var value: VectorValue?
    var previous: [String]
  }

  var dot: String
  var table: UInt16
  var row: String
  var author: String?
  var act: String?
  var because: String?
  var time: String
  var writes: [Write]

  func operation() throws -> SyncProtocol.Operation {
    SyncProtocol.Operation(
      dot: try SyncProtocolTests.dot(dot), table: TableID(rawValue: table),
      row: try SyncProtocolTests.dot(row), author: try author.map(SyncProtocolTests.dot),
      act: try act.map(SyncProtocolTests.dot),
      because: try because.map(SyncProtocolTests.dot), time: Timestamp(rawValue: try number(time)),
      writes: try writes.map { write in
        FieldWrite(
          FieldID(rawValue: write.field), try write.value?.value(),
          replacing: try write.previous.map(SyncProtocolTests.dot))
      })
  }
}
