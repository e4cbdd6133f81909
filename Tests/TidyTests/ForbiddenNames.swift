/// Names that may not stand in code, and where.
enum ForbiddenNames {
  /// Programs that may name the real world.
  static let compositionRoots: Set<String> = [
    "camtay", "camtay-server", "camtay-bench", "camtay-fuzz",
  ]

  /// The clock, randomness, the environment and the end of the process.
  static let realWorld = [
    "Date()", "Date.now", "Date(timeIntervalSinceNow", "SystemRandomNumberGenerator", "exit(",
    "_exit(", "getenv", "ProcessInfo", "ContinuousClock", "SuspendingClock", "clock_gettime",
    "gettimeofday", "time(nil)", "arc4random", "getrandom", "UUID()", "CFAbsoluteTimeGetCurrent",
    "DispatchTime.now", "DispatchWallTime.now",
  ]

  /// What takes a generator and falls back to the real one without it.
  static let needGenerator = [
    ".random(in:", "Bool.random(", ".randomElement(", ".shuffled(", ".shuffle(",
  ]

  static let everywhere = ["Bundle.module", "try!", "as!"]

  /// Words that announce unfinished work, in comments and texts as well.
  static let unfinished = [
    "to" + "do", "fix" + "me", "for " + "now", "st" + "ub", "st" + "ubs", "not " + "implemented",
  ]

  /// Complaints about the code of one file, one line each.
  static func complaints(_ text: String, isCompositionRoot: Bool, isTest: Bool) -> [String] {
    let code = codeOnly(text)
    var names = everywhere
    if !isCompositionRoot, !isTest { names += realWorld }
    var found = names.flatMap { name in lines(naming: name, in: code).map { "\($0): \(name)" } }
    if !isCompositionRoot, !isTest {
      // What a program is given hands out generators under this name; it draws nothing.
      let draws = code.components(splitBy: "surroundings.random()").joined(separator: "_")
      for call in needGenerator {
        for piece in draws.components(splitBy: call).dropFirst()
        where !argumentList(piece).contains("using:") {
          found.append("\(call) without a generator")
        }
      }
    }
    let lowercased = text.lowercased()
    return found
      + unfinished.flatMap { word in lines(naming: word, in: lowercased).map { "\($0): \(word)" } }
  }

  /// The text up to the parenthesis that closes a call.
  private static func argumentList(_ text: String) -> String {
    var depth = 0
    return String(
      text.prefix { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth >= 0
      })
  }
}

extension String {
  func components(splitBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
