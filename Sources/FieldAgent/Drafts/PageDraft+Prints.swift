import Cryptography
import SyncProtocol

extension PageDraft {
  /// What is left of a draft that became a row: of each field that was filled in a print from which
  /// nobody reads the value, but by which the same value is known again.
  func printed(as row: RowID) -> PageDraft {
    let prints = fields.filter { !Self.isBlank($0.value) }.map {
      Field(name: $0.name, value: print(of: $0.name, $0.value), revision: $0.revision, rival: nil)
    }
    var printed = PageDraft(
      id: id, member: member, kind: kind, subject: subject, revision: revision, changed: changed,
      saved: row, fields: prints)
    printed.sealing = sealing
    return printed
  }

  /// What a tab sends of a draft that became a row before, and is not in it; what it left empty, it
  /// did not type.
  func missing(_ typed: [(name: String, value: String)]) -> [(name: String, value: String)] {
    typed.filter { !Self.isBlank($0.value) && self[$0.name] != print(of: $0.name, $0.value) }
  }

  private static func isBlank(_ value: String) -> Bool { value.allSatisfy(\.isWhitespace) }

  private func print(of name: String, _ value: String) -> String {
    Hexadecimal.encode(Hash.blake2b256(Array("\(id)\u{0}\(name)\u{0}\(value)".utf8)))
  }
}
