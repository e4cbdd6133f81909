import CommandLine
import Testing

@Suite struct CommandSetTests {
  @Test func `a full line reaches its command with every value`() throws {
    let line =
      "--home /h household --json add 17713 --name=An a --members 4 --phone 1 --phone 2 b --dry-run"
    let result = runLine(line + " --as M-1 -- --c")
    #expect(result.code == .done)
    let value = try JSONValue(parsing: Array(result.output.utf8))
    #expect(value["place"] == "17713")
    #expect(value["tags"] == ["a", "b", "--c"])
    #expect(value["name"] == "An")
    #expect(value["members"] == 4)
    #expect(value["phone"] == ["1", "2"])
    #expect(value["dry-run"] == true)
    #expect(value["home"] == "/h")
    #expect(value["as"] == "M-1")
    #expect(value["lang"] == "en")
    #expect(value["json"] == true)
  }

  @Test func `all problems of a line are told at once`() {
    let result = runLine(
      "household add --nmae An --members many --kind shop --code bad --phone "
        + "1234567890123456 --dry-run=yes")
    #expect(result.code == .userError)
    #expect(result.output.isEmpty)
    for part in [
      "“--nmae”; did you mean: --name", "--members must be a whole number from 1 to 50",
      "--kind does not take “shop”", "--code “bad”: a wrong code",
      "--phone is longer than 15 bytes", "--dry-run takes no value", "--name is missing",
      "Nothing was written or changed. See: camtay help household add",
    ] {
      #expect(result.error.contains(part), "\(part) in \(result.error)")
    }
  }

  @Test func `a missing value and a repeated option are problems`() {
    #expect(runLine("household add x --name").error.contains("--name needs a value: --name NAME"))
    #expect(!runLine("household add x --name").error.contains("--name is missing"))
    let repeated = runLine("household add x --name a --name b")
    #expect(repeated.error.contains("--name may be given only once"))
    #expect(runLine("household add x --name --dry-run").code == .userError)
  }

  @Test func `an empty value and a negative number are values`() throws {
    let result = runLine("household add -5 --name=")
    let value = try JSONValue(parsing: Array(result.output.utf8))
    #expect(value["place"] == "-5")
    #expect(value["name"] == "")
    #expect(runLine("household add x --name a -n").error.contains("there is no option “-n”"))
  }

  @Test(arguments: [
    ("houshold add", "household add"), ("household ad", "household add"), ("snyc", "sync"),
    ("household add edit", ""), ("hous", "household"),
  ]) func `an unknown command suggests the nearest`(line: String, suggestion: String) {
    let result = runLine(line)
    #expect(result.code == .userError)
    #expect(result.error.contains(suggestion), "\(result.error)")
  }

  @Test func `a noun without verb names its verbs`() {
    let result = runLine("household")
    #expect(result.code == .userError)
    #expect(result.error.contains("needs one of these words after it: add, edit"))
  }

  @Test(arguments: ["", "help", "--help", "--lang en --help"])
  func `help lists every command`(line: String) {
    let result = runLine(line)
    #expect(result.code == .done)
    for part in ["household add", "sync", "help", "version", "--home DIR", "--lang vi|en"] {
      #expect(result.output.contains(part))
    }
  }

  @Test(arguments: ["help household add", "household add --help", "household --help add --name"])
  func `help of a command explains every argument`(line: String) {
    let result = runLine(line)
    #expect(result.code == .done)
    let usage = "Usage: camtay household add PLACE [TAGS…] --name NAME [OPTIONS]"
    #expect(result.output.contains(usage), "\(result.output)")
    #expect(result.output.contains("kind (home | business)"))
    #expect(result.output.contains("--phone NUMBER …"))
  }

  @Test func `help of a noun lists its verbs and help of nonsense fails`() {
    for line in ["help household", "household --help"] {
      #expect(runLine(line).output.contains("camtay household edit"), "\(line)")
      #expect(runLine(line).code == .done, "\(line)")
    }
    #expect(runLine("help zebra").code == .userError)
    #expect(runLine("help household zebra").code == .userError)
  }

  @Test func `version answers for people and for programs`() {
    #expect(runLine("version").output.contains("0.1"))
    #expect(runLine("version --json").output.contains("\"version\": \"0.1\""))
  }

  @Test func `the first complaint already speaks the chosen language and form`() {
    #expect(runLine("zebra --lang vi").error.contains("không có lệnh “zebra”"))
    #expect(runLine("zebra --json").error.hasPrefix("{\"error\":{\"code\":\"unknown-command\""))
  }

  @Test func `arguments that are not UTF-8 are refused by position`() {
    let recorder = Recorder()
    let code = exampleSet().run(
      [Array("sync".utf8), [0xC3, 0x28], [0xFF]], locale: "en", output: recorder.consoleOutput())
    #expect(code == .userError)
    #expect(recorder.error.contains("argument 2 is not UTF-8"))
    #expect(recorder.error.contains("argument 3 is not UTF-8"))
  }

  @Test func `a line that is not UTF-8 is refused in the language and form it asks for`() {
    let recorder = Recorder()
    let options = ["--lang", "en", "--json"].map { Array($0.utf8) }
    let words = [Array("sync".utf8), [0xC3, 0x28]] + options
    _ = exampleSet().run(words, locale: "vi", output: recorder.consoleOutput())
    #expect(recorder.error.hasPrefix("{\"error\":"))
    #expect(recorder.error.contains("argument 2 is not UTF-8"))
  }

  @Test func `a line with too many arguments is refused`() {
    let recorder = Recorder()
    let words = Array(repeating: "x", count: ProgramArguments.maximumCount + 1)
    #expect(exampleSet().run(words, locale: "en", output: recorder.consoleOutput()) == .userError)
  }

  @Test func `a described error keeps its exit code and an unknown one still has words`() {
    let failure = Failure(
      code: "stick-full", exitCode: .diskOrStick,
      words: BilingualText(vi: "thẻ đầy", en: "stick full"))
    let thrown = runLine("sync", set: exampleSet(error: failure))
    #expect(thrown.code == .diskOrStick)
    #expect(thrown.error == "stick full\n")
    let described = runLine("sync", set: exampleSet { $0 is ForeignError ? failure : nil })
    #expect(described.code == .diskOrStick)
    let unknown = runLine("sync")
    #expect(unknown.code == .needsAttention)
    #expect(unknown.error.contains("still on this machine"))
  }

  @Test func `a reader that goes away is no failure but a full disk is`() {
    let closed = Recorder(answering: .closed)
    #expect(exampleSet().run(["help"], locale: nil, output: closed.consoleOutput()) == .done)
    let full = Recorder(answering: .failed)
    #expect(exampleSet().run(["help"], locale: nil, output: full.consoleOutput()) == .diskOrStick)
    #expect(full.error.contains("vẫn còn trong máy này"))
  }

  @Test func `a message never repeats control characters of its input`() {
    #expect(!runLine("\u{1B}[2J").error.contains("\u{1B}"))
  }

  @Test func `help takes the options of every command beside its topic`() {
    let (code, output, _) = runLine("help household add --lang en --home here")
    #expect(code == .done)
    #expect(output.contains("camtay household add"))
    #expect(runLine("help --lang en").code == .done)
  }
}
