import CommandLine
import FieldWork

/// `resident link`, `resident unlink`, `household link`, `household unlink`.
package struct RecordLinkCommand: Command {
  let workplace: any Workplace
  let kind: RecordCode.Kind
  let isLink: Bool

  /// The words that call it.
  package var name: [String] {
    [kind == .resident ? "resident" : "household", isLink ? "link" : "unlink"]
  }
  /// What it does.
  package var abstract: BilingualText { LinkArguments.abstract(kind, isLink: isLink) }
  /// Two records.
  package var arguments: [Argument] { isLink ? LinkArguments.link : LinkArguments.unlink }

  /// One of the four, at a laptop or at the centre.
  package init(at workplace: any Workplace, _ kind: RecordCode.Kind, isLink: Bool) {
    self.workplace = workplace
    self.kind = kind
    self.isLink = isLink
  }

  /// Says that two records are one, or takes that back.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    try workplace.change(invocation, console) { records, author, clock in
      try LinkArguments.run(kind, isLink: isLink, invocation, records, author: author, clock: clock)
    }.write(to: console)
    return .done
  }
}
