import Foundation
import Glibc

/// The memory and the work of this process, as the kernel counts them.
enum ProcessMemory {
  /// Seconds that its threads have worked since it began.
  static var workedSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Kilobytes at this moment.
  static var kilobytes: Int { read("VmRSS:") }

  /// The most kilobytes since the process began, or since `forgetPeak`.
  static var peakKilobytes: Int { read("VmHWM:") }

  /// Begins the peak anew.
  static func forgetPeak() throws {
    try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  private static func read(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
