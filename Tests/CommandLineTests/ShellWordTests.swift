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

  @Test func `a name that begins like an option is not read as one`() {
    #expect(
      ShellWord.command("laptop replaced", "Máy 1", ("by", "Máy 2"), ("yes", nil))
        == "laptop replaced 'Máy 1' --by 'Máy 2' --yes")
    #expect(
      ShellWord.command("laptop replaced", "-x", ("by", "--y"), ("yes", nil))
        == "laptop replaced --by='--y' --yes -- '-x'")
    var parser = ArgumentParser([
      .positional("label", BilingualText(same: "")), .option("by", "NAME", BilingualText(same: "")),
      .flag("yes", BilingualText(same: "")),
    ])
    parser.parse(["--by=--y", "--yes", "--", "-x"])
    #expect(parser.problems.isEmpty)
    #expect(parser.values["label"] == ["-x"] && parser.values["by"] == ["--y"])
  }
}
