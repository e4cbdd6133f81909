import CommandLine
import Cryptography
import Glibc
import Replica
import SyncServer

/// The program with the real world around it: arguments, environment, clocks, randomness, signals.
enum ServerProgram {
  static func run() -> ExitCode {
    // What residents told the volunteers is for this user alone, whatever SQLite creates.
    umask(0o077)
    // What the store and its companions hold is nobody else's to read.
    umask(0o077)
    let commands = CentreCommands.set(
      version: CentreCommands.version, surroundings: surroundings, stop: .process)
    return commands.run(
      ProgramArguments.ofProcess(), locale: locale,
      output: .process(errorIsTerminal: isatty(STDERR_FILENO) == 1))
  }

  private static let surroundings = Surroundings(
    machine: .current(),
    wallMilliseconds: { milliseconds(CLOCK_REALTIME) },
    monotonicMilliseconds: { milliseconds(CLOCK_BOOTTIME) },
    random: { SodiumRandomNumberGenerator() },
    environment: variable)

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static var locale: String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
  }
}
