import Foundation
import Glibc

/// A program run as a process of its own: how long it took and how much memory it had at most.
struct MeasuredProgram {
  /// What became of a run.
  struct Run {
    /// From before the start until after the end, in seconds.
    let seconds: Double
    /// The most memory it had in use, in kilobytes, as the kernel counts it.
    let peakKilobytes: Int
    /// What it wrote.
    let output: String
  }

  /// A program that ended otherwise than well.
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// The program's file.
  let path: String
  /// Arguments before those of a run.
  let leading: [String]
  /// Where output goes on its way.
  let outputPath: String

  /// Runs it to its end.
  /// - Throws: `Failed` with what it wrote, unless its exit code is among those accepted.
  func run(_ arguments: String..., accepting accepted: Set<Int32> = [0]) throws -> Run {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let words = [path] + leading + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let result = posix_spawn(&process, path, &actions, nil, &pointers, environ)
    guard result == 0 else {
      throw Failed(description: "\(path): \(String(cString: strerror(result)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) == -1, errno == EINTR {}
    let seconds = (clock.now - start) / .seconds(1)
    let output = (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? ""
    // An ordinary end has no signal in the low bits and its code above them.
    guard status & 0x7f == 0, accepted.contains(status >> 8 & 0xff) else {
      throw Failed(description: "\(words.joined(separator: " ")): \(status)\n\(output)")
    }
    return Run(seconds: seconds, peakKilobytes: usage.ru_maxrss, output: output)
  }
}
