extension CommandSet {
  /// All problems of a line, then what is safe and where to look.
  func usageFailure(_ error: UsageError, commandName: [String]) -> Failure {
    let known = commands.contains { $0.name.starts(with: commandName) } && !commandName.isEmpty
    let topic = ([program, "help"] + (known ? commandName : [])).joined(separator: " ")
    func message(_ language: Language, _ ending: String) -> String {
      let lines = error.problems.map { "\(program): " + $0.words.text(in: language) }
      return (lines + [ending]).joined(separator: "\n")
    }
    return Failure(
      code: error.problems[0].code, exitCode: .userError,
      words: BilingualText(
        vi: message(.vietnamese, "Chưa có gì được ghi hay thay đổi. Xem: \(topic)"),
        en: message(.english, "Nothing was written or changed. See: \(topic)")))
  }

  /// The failure for an error that nobody described; its text is kept for the report to the makers.
  package static func unknownFailure(_ error: any Error) -> Failure {
    let detail = printable(String(describing: error))
    return Failure(
      code: "unexpected", exitCode: .needsAttention,
      words: BilingualText(
        vi: "Có lỗi không lường trước: \(detail)\n"
          + "Những gì đã lưu trước đó vẫn còn trong máy này. "
          + "Hãy thử lại; nếu vẫn lỗi, hãy báo dòng trên.",
        en: "An unexpected error: \(detail)\n"
          + "What was saved before is still on this machine. "
          + "Try again; if it stays, report the line above."
      ))
  }

  /// The failure for results that could not be written, for instance into a file on a full disk.
  static let outputFailure = Failure(
    code: "output-failed", exitCode: .diskOrStick,
    words: BilingualText(
      vi: "Không ghi được kết quả; nơi nhận có thể đã đầy. "
        + "Dữ liệu của bạn vẫn còn trong máy này.",
      en: "The output could not be written; its place may be full. "
        + "Your data are still on this machine."
    ))
}
