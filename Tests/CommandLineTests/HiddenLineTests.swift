import CommandLine
import Glibc
import Synchronization
import Testing

@Suite struct HiddenLineTests {
  /// What a sequence of keys leaves, and how it ended.
  func type(_ keys: [UInt8]) -> (line: String, step: HiddenLine.Typing.Step) {
    var typing = HiddenLine.Typing()
    for key in keys {
      let step = typing.take(key)
      if step != .goOn { return (String(decoding: typing.bytes, as: UTF8.self), step) }
    }
    return (String(decoding: typing.bytes, as: UTF8.self), .goOn)
  }

  @Test func `a letter is erased whole, as Vietnamese keyboards correct it`() {
    #expect(type(Array("mâ".utf8) + [0x7F] + Array("ật\n".utf8)) == ("mật", .done))
    #expect(type([0x7F] + Array("a\r".utf8)) == ("a", .done))
    #expect(type(Array("nhầm".utf8) + [0x15] + Array("đúng\n".utf8)) == ("đúng", .done))
  }

  @Test func `Ctrl-C interrupts, Ctrl-D gives up an empty line only, other keys are nothing`() {
    #expect(type(Array("ab".utf8) + [0x03]).step == .interrupted)
    #expect(type([0x04]).step == .givenUp)
    #expect(type(Array("a".utf8) + [0x04] + Array("b\n".utf8)) == ("ab", .done))
    #expect(type([0x1A, 0x09] + Array("a\n".utf8)) == ("a", .done))
  }

  @Test func `a line without end is bounded`() {
    let line = type(Array(repeating: UInt8(ascii: "x"), count: 5_000) + [0x0A]).line
    #expect(line.utf8.count == HiddenLine.maximumBytes)
  }

  /// Whether the system makes terminals: a container without /dev/pts makes none.
  private static let hasTerminals: Bool = {
    var terminal: Int32 = -1
    var keyboard: Int32 = -1
    guard openpty(&keyboard, &terminal, nil, nil, nil) == 0 else { return false }
    close(keyboard)
    close(terminal)
    return true
  }()

  @Test(.enabled(if: hasTerminals, "this system makes no terminals (/dev/pts is not mounted)"))
  func `a terminal shows nothing of a password and is as before afterwards`() throws {
    var terminal: Int32 = -1
    var keyboard: Int32 = -1
    try #require(openpty(&keyboard, &terminal, nil, nil, nil) == 0)
    defer {
      close(keyboard)
      close(terminal)
    }
    var before = termios()
    tcgetattr(terminal, &before)
    let reader = Reader(terminal)
    var thread = pthread_t()
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { reader in
      if let reader { Unmanaged<Reader>.fromOpaque(reader).takeUnretainedValue().run() }
      return nil
    }
    let argument = Unmanaged.passUnretained(reader).toOpaque()
    try #require(pthread_create(&thread, nil, start, argument) == 0)
    // Typed ahead of the prompt it would be dropped: wait until the terminal is silent.
    var now = termios()
    repeat {
      usleep(1_000)
      tcgetattr(terminal, &now)
    } while now.c_lflag & tcflag_t(ECHO) != 0
    #expect(write(keyboard, "bí mật\n", "bí mật\n".utf8.count) > 0)
    pthread_join(thread, nil)
    #expect(reader.line == "bí mật")
    tcgetattr(terminal, &now)
    #expect(now.c_lflag == before.c_lflag)
    var shown: [UInt8] = []
    let expected = Array("? \r\n".utf8)
    while shown.count < expected.count {
      var bytes = [UInt8](repeating: 0, count: 100)
      let count = read(keyboard, &bytes, bytes.count)
      try #require(count > 0)
      shown += bytes[..<count]
    }
    #expect(shown == expected)
  }

  private final class Reader: Sendable {
    private let terminal: Int32
    private let result = Mutex<String?>(nil)

    init(_ terminal: Int32) { self.terminal = terminal }

    var line: String? { result.withLock { $0 } }

    func run() {
      let line = HiddenLine.read("? ", from: terminal, prompts: terminal)
      result.withLock { $0 = line }
    }
  }
}
