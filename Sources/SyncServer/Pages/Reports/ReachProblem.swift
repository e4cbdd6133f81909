import FieldWork
import SyncProtocol

/// That a report asks for what its reader may not see, which is not 0.
struct ReachProblem: CentreProblem {
  /// Along which dimension.
  let dimension: CountDimension

  var code: String { "beyond-reach" }
  var category: ErrorCategory { .notAllowed }
  var words: BilingualText {
    BilingualText(
      vi: "Tài khoản này không được xem phần mà địa chỉ hỏi (\(dimension.words.vietnamese)); đó "
        + "không phải là số 0. Hãy nhờ quản trị viên mở rộng phạm vi, hoặc xem phần của mình.",
      en: "This account may not see what the address asks for (\(dimension.words.english)), which "
        + "does not mean 0. Ask the administrator for a wider reach, or look at your own.")
  }
}
