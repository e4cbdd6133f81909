import CommandLine
import Replica

/// `verify`: the same line at a laptop and at the centre. It checks the file, the chains and the sums
/// of the rows; with `--deep` also every signature, and that the rows are what the log adds up to.
package enum VerifyArguments {
  /// `--deep`.
  package static let all = [
    Argument.flag(
      "deep",
      BilingualText(
        vi: "đọc lại từng thao tác, chữ ký và chứng nhận",
        en: "read every operation, signature and certificate again"))
  ]

  /// What `--help` says of it.
  package static let abstract = BilingualText(
    vi: "kiểm tra toàn bộ dữ liệu đang có", en: "check everything in the store")

  /// Verifies, and has rows made anew from the log where they are wrong.
  package static func run(
    _ invocation: Invocation, _ store: Store, advice: BilingualText
  ) throws -> VerificationReport {
    let verification = try store.verify(invocation.flag("deep") ? .deep : .quick)
    try store.scheduleRecompute(after: verification)
    return VerificationReport(verification, advice: advice)
  }
}
