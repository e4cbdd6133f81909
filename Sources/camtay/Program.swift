import CommandLine
import Cryptography
import FieldAgent
import Glibc
import Replica
import Simulation
import SyncServer

/// The laptop's program with the real clock, randomness, environment and exit code.
enum Program {
  /// Runs the command of the process's arguments and ends the process.
  static func run() -> Never {
    FileDescriptorSink.ignoreBrokenPipes()
    // What residents told the volunteer is for this user alone, whatever SQLite creates.
    umask(0o077)
    let surroundings = surroundings()
    let program = FieldAgent.commandSet(
      surroundings: surroundings,
      desktop: Desktop(
        programPath: programPath(), versionOf: ProgramStart.version(of:), open: openInBrowser),
      adding: [
        Demo(surroundings: surroundings, stop: .process),
        DistrictCommand(surroundings: surroundings),
        DistrictCheckCommand(surroundings: surroundings),
      ])
    let isWatched = isatty(STDERR_FILENO) == 1
    let isTyped = isatty(STDIN_FILENO) == 1
    let code = program.run(
      ProgramArguments.ofProcess(), locale: FieldAgent.locale(surroundings),
      output: .process(errorIsTerminal: isWatched, passwords: isTyped && isWatched ? .process : nil)
    )
    exit(code.rawValue)
  }

  private static func surroundings() -> Surroundings {
    Surroundings(
      machine: .current(), wallMilliseconds: { milliseconds(CLOCK_REALTIME) },
      // Runs on while the laptop sleeps.
      monotonicMilliseconds: { milliseconds(CLOCK_BOOTTIME) },
      random: { SodiumRandomNumberGenerator() },
      environment: { name in getenv(name).map { String(cString: $0) } })
  }

  private static func programPath() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// Hands an address to the desktop; what the browser says on the terminal is nobody's concern.
  private static func openInBrowser(_ address: String) -> Bool {
    var quiet = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&quiet)
    defer { posix_spawn_file_actions_destroy(&quiet) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&quiet, descriptor, "/dev/null", O_RDWR, 0)
    }
    var process = pid_t()
    let line: [String] = ["xdg-open", address]
    var words: [UnsafeMutablePointer<CChar>?] = line.map { word in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawnp(&process, "xdg-open", &quiet, nil, &words, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    return waitpid(process, &status, 0) == process && status == 0
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
