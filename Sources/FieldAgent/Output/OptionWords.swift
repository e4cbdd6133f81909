import CommandLine
import FieldWork

/// Which option of a command fills a field, and where to look for its values.
enum OptionWords {
  /// What is wrong with a typed field, for somebody at the command line.
  static func words(of problem: FieldProblem) -> BilingualText {
    guard let option = options[problem.field] else { return problem.words }
    switch problem.kind {
    case .nothingGiven:
      let label = problem.label
      let vietnamese = option.look.map { "; xem: \(FieldAgent.program) \($0)" } ?? ""
      let english = option.look.map { "; see: \(FieldAgent.program) \($0)" } ?? ""
      return BilingualText(
        vi: "Cần \(label.vietnamese): \(option.usage)\(vietnamese)",
        en: "\(label.english) is needed: \(option.usage)\(english)")
    case .blockedReasonNeeded, .evidenceTextNeeded, .evidenceKindNeeded, .returnDateNeeded,
      .dateMustBeTyped:
      return problem.words + BilingualText(same: " (\(option.usage))")
    default: return problem.words
    }
  }

  /// The refusal of a draft: every problem with its option.
  static func failure(_ references: [FieldError], _ problems: [FieldProblem]) -> Failure {
    let lines = references.map(\.words) + problems.map(words)
    let head = BilingualText(
      vi: "Chưa lưu gì. Hãy sửa rồi làm lại:", en: "Nothing was saved. Mend this and try again:")
    let text = lines.reduce(head) { $0 + BilingualText(same: "\n  ") + $1 }
    // A code that several records bear is nobody's mistake at the keyboard, alone as elsewhere.
    // Nor is a hamlet that is another laptop's.
    let first = problems.isEmpty ? references.first?.category : nil
    let isOfOneKind = references.allSatisfy { $0.category == first }
    let exitCode: ExitCode =
      switch first {
      case .needsAttention where isOfOneKind: .needsAttention
      case .notAllowed where isOfOneKind: .notAllowed
      default: .userError
      }
    return Failure(
      code: references.first?.code ?? "invalid-input", exitCode: exitCode, words: text)
  }

  private struct Option {
    let usage: String
    var look: String?
  }

  private static let options: [String: Option] = [
    "place": Option(usage: "--place NAME", look: "place list"),
    "name": Option(usage: "--name TEXT"), "full_name": Option(usage: "--name TEXT"),
    "household": Option(usage: "--household CODE", look: "household list"),
    "visit": Option(usage: "--visit CODE", look: "visit list"),
    "resident": Option(usage: "--resident CODE / --assist CODE", look: "find NAME"),
    "service": Option(usage: "--service CODE", look: "guide"),
    "procedure": Option(usage: "--procedure CODE", look: "guide"),
    "mode": Option(usage: "--mode \(AssistMode.names.joined(separator: "|"))"),
    "outcome": Option(usage: "--outcome OUTCOME (--help)"),
    "channel": Option(usage: "--channel \(SubmissionChannel.names.joined(separator: "|"))"),
    "status": Option(usage: "--status STATUS", look: "submission event --help"),
    "date": Option(usage: "--date DATE"), "return_date": Option(usage: "--return DATE"),
    "received_minute": Option(usage: "--received TIME"),
    "occurred_minute": Option(usage: "--at TIME"),
    "blocked_reason": Option(usage: "--blocked-reason CODE"),
    "evidence": Option(usage: "--evidence TEXT"),
    "void_reason": Option(usage: "--reason TEXT"),
    "session": Option(usage: "--session CODE", look: "session list"),
    "campaign": Option(usage: "--campaign CODE", look: "campaign list"),
    "beneficiary": Option(usage: "--beneficiary CHOICE"),
    "evidence_kind": Option(usage: "--evidence-kind KIND"),
  ]
}
