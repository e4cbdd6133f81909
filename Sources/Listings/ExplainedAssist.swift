import CommandLine
import FieldWork
import SyncProtocol

/// Why an assist counts or not, for people and programs.
package struct ExplainedAssist: Sendable {
  private let explanation: CountExplanation
  private let team: String?

  /// Looks up the assist with this code.
  /// - Throws: `FieldError`, `RecordCodeError`.
  package init(code: String, _ reader: RecordReader) throws {
    explanation = try reader.explainCount(of: try reader.resolveOne(code, as: .assist))
    team = try explanation.team.map { try reader.codeText(of: $0, in: TeamTable.definition) }
  }

  /// Writes the explanation, one sentence a line.
  package func write(to console: Console) {
    if console.isJSON {
      console.json([
        "code": .text(explanation.codeText), "verdict": .text(explanation.verdict.name),
        "reason": .text(orNull: explanation.verdict.reason?.rawValue),
        "date": .text(orNull: explanation.date?.iso), "team": .text(orNull: team),
        "lines": .array(explanation.lines.map { .text($0.text(in: console.language)) }),
      ])
    } else {
      console.write("\(explanation.codeText)\n")
      for line in explanation.lines { console.say(line) }
    }
  }
}
