import Foundation
import Testing

@testable import CommandLine

@Suite struct ShellWordTests {
  @Test(arguments: [
    "máy 1", "", "Lan's laptop", "'", "''", "$HOME `id` \\ \"a\" !! * ; # ~", "dòng\nhai",
    "\u{301}'\u{301}",
  ])
  func `a shell hands a quoted text over as it is`(text: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf '<%s>' \(ShellWord.quoted(text)) end"]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(Array(bytes) == Array("<\(text)><end>".utf8))
  }
}
