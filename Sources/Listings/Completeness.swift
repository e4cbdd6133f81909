import CommandLine
import FieldWork

/// What a reader must know beside numbers: which laptops they cover, or what is not handed over.
package struct Completeness: Sendable {
  /// What people read, one sentence a line.
  package let lines: [BilingualText]
  /// The same with a stable key.
  package let member: JSONValue.Member

  /// Gathers both.
  package init(_ lines: [BilingualText], _ member: JSONValue.Member) {
    self.lines = lines
    self.member = member
  }
}
