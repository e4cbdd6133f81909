import CommandLine
import Glibc
import Testing

@Suite struct ConsoleTests {
  private let columns: [Table.Column] = [
    .text(BilingualText(vi: "Hộ", en: "Household")),
    .number(BilingualText(vi: "Lượt", en: "Visits")),
    .text(BilingualText(vi: "Xã", en: "Commune")),
  ]

  @Test func `columns align for composed, decomposed and wide text`() {
    let rows = [
      ["Nguyễn", "7", "Đại Đồng"], ["Nguye\u{302}\u{303}n", "1234", ""], ["文家", "12", "x"],
    ]
    let text = Table(columns, rows, empty: BilingualText(same: "-")).text(in: .english)
    let expected = """
      Household  Visits  Commune
      ─────────  ──────  ────────
      Nguyễn          7  Đại Đồng
      Nguye\u{302}\u{303}n       1234
      文家           12  x

      """
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a table without rows says what that means`() {
    let empty = BilingualText(vi: "chưa máy nào báo cáo", en: "no laptop has reported yet")
    #expect(Table(columns, [], empty: empty).text(in: .vietnamese) == "chưa máy nào báo cáo\n")
  }

  @Test func `cells cannot steer the terminal`() {
    let rows = [["a\u{1B}[31m\nb", "1", "\u{202E}c"]]
    let text = Table(columns, rows, empty: BilingualText(same: "")).text(in: .english)
    #expect(text.contains("a\u{FFFD}[31m b"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test(arguments: [("", 0), ("abc", 3), ("Ộ", 1), ("O\u{302}\u{323}", 1), ("한", 2), ("😀", 2)])
  func `display width counts columns`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test func `progress is shown on a terminal, once for each percent, and taken away`() {
    let recorder = Recorder()
    let output = recorder.consoleOutput(errorIsTerminal: true)
    var progress = Console(output: output, language: .english)
      .progress(BilingualText(vi: "gửi", en: "sending"), total: 1000)
    for count in 0...1000 { progress.advance(to: Int64(count)) }
    progress.finish()
    #expect(recorder.error.split(separator: "\r").count == 102)
    #expect(recorder.error.contains("sending 50 % (500/1000)"))
    #expect(recorder.error.hasSuffix("\r\u{1B}[K"))
    #expect(recorder.output.isEmpty)
  }

  @Test(arguments: [(false, false), (true, true)])
  func `progress is silent in a pipe and under json`(isTerminal: Bool, isJSON: Bool) {
    let recorder = Recorder()
    let output = recorder.consoleOutput(errorIsTerminal: isTerminal)
    var progress = Console(output: output, language: .english, isJSON: isJSON)
      .progress(BilingualText(same: "x"), total: 0)
    progress.advance(to: .max)
    progress.finish()
    #expect(recorder.error.isEmpty)
  }

  @Test func `a listing is a table for people and JSON for programs`() {
    let table = Table([.text(BilingualText(same: "A"))], [["1"]], empty: BilingualText(same: ""))
    for isJSON in [false, true] {
      let recorder = Recorder()
      Console(output: recorder.consoleOutput(), language: .english, isJSON: isJSON)
        .listing(table, json: [["a": 1]])
      #expect(recorder.output.hasPrefix(isJSON ? "[" : "A"))
    }
  }

  @Test func `a pipe without reader is closed and ends nothing`() throws {
    FileDescriptorSink.ignoreBrokenPipes()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(FileDescriptorSink(ends[1]).write([1, 2, 3]) == .closed)
    #expect(FileDescriptorSink(-1).write([1]) == .failed)
    #expect(FileDescriptorSink(-1).write([]) == .written)
  }

  @Test func `a full device is a failure`() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(FileDescriptorSink(descriptor).write([1]) == .failed)
  }

  @Test(
    arguments: [
      (nil, nil, Language.vietnamese), (nil, "C", .vietnamese), (nil, "POSIX", .vietnamese),
      (nil, "en_GB.UTF-8", .english), (nil, "en", .english), (nil, "eno", .vietnamese),
      (nil, "C.UTF-8", .vietnamese), ("vi", "en_US", .vietnamese), ("en", "vi_VN", .english),
      ("fr", "en_US", .english),
    ] as [(String?, String?, Language)])
  func `language follows option, then locale, then Vietnamese`(
    option: String?, locale: String?, expected: Language
  ) {
    #expect(Language(option: option, locale: locale) == expected)
  }
}
