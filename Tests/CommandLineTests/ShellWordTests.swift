import Glibc
import Testing

@testable import CommandLine

@Suite struct ShellWordTests {
  @Test(arguments: [
    "máy 1", "", "Lan's laptop", "'", "''", "$HOME `id` \\ \"a\" !! * ; # ~", "dòng\nhai",
    "\u{301}'\u{301}",
  ])
  func `a shell hands a quoted text over as it is`(text: String) throws {
    let shell = try #require(popen("printf '<%s>' \(ShellWord.quoted(text)) end", "r"))
    defer { pclose(shell) }
    var bytes: [UInt8] = []
    while case let byte = getc(shell), byte != EOF { bytes.append(UInt8(byte)) }
    #expect(bytes == Array("<\(text)><end>".utf8))
  }
}
