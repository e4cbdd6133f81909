import CommandLine
import FieldWork
import Replica

extension FailureCatalogue {
  /// Why a newer program was not put in place.
  static func failure(_ error: UpdateProblem) -> Failure {
    let exitCode: ExitCode =
      switch error {
      case .none, .notNewer, .inPlace, .nothingBefore: .userError
      case .damaged: .damagedInput
      case .otherFormat, .otherMachine, .doesNotStart, .programUnknown: .refusedForSafety
      case .otherCentre, .notAllowed: .notAllowed
      case .noRoom, .failed: .diskOrStick
      }
    return Failure(code: error.code, exitCode: exitCode, words: UpdateWords.words(error))
  }

  /// What keeps a laptop from handing over what it carries for others.
  static func courierFailure(_ error: AgentError) -> Failure {
    if case .courierRefused(let code) = error {
      return Failure(error.code, .notAllowed, CourierWords.refused(code))
    }
    return Failure(
      error.code, .needsAttention,
      BilingualText(
        vi: "Chương trình ở trung tâm còn cũ, chưa nhận gói mang giúp qua mạng. Các gói vẫn nguyên "
          + "trên máy này. Hãy chép chúng ra USB, hoặc nhờ trung tâm cập nhật.",
        en: "The centre's program is too old to take what is carried for others over the network. "
          + "The bundles are on this laptop as before. Put them onto a stick, or ask the centre to "
          + "update."))
  }
}
