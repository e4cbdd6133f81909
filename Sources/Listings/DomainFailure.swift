import CommandLine
import FieldWork
import Glibc
import Replica

extension Failure {
  /// A failure in the domain's words.
  package init(_ code: String, _ category: ErrorCategory, _ words: BilingualText) {
    self.init(code: code, exitCode: ExitCode(category), words: words)
  }

  /// A message of the domain.
  package init(_ message: PersonMessage) {
    self.init(message.code, message.category, message.words)
  }

  /// A home folder that cannot be used.
  ///
  /// - Parameter inUse: what to do where another process has it open, which differs by program.
  package init(_ error: HomeError, inUse: BilingualText) {
    switch error {
    case .inUse: self.init(error.code, .refusedForSafety, inUse)
    case .system(let path, let reason) where reason == ENOSPC || reason == EDQUOT:
      self.init(
        "disk-full", .disk,
        BilingualText(
          vi: "Đĩa đầy, không ghi được \(path). Dữ liệu đã lưu trước đó vẫn còn nguyên. "
            + "Hãy giải phóng chỗ rồi làm lại.",
          en: "The disk is full; \(path) could not be written. What was saved before is still "
            + "there. Free some space and try again."))
    case .missing(let path):
      self.init(
        error.code, .userError,
        BilingualText(
          vi: "Không có \(path); chưa có gì bị thay đổi. Hãy xem lại tên.",
          en: "There is no \(path); nothing was changed. Check the name."))
    case .system(let path, let reason):
      let text = String(cString: strerror(reason))
      self.init(
        error.code, .disk,
        BilingualText(
          vi: "Không đọc hoặc ghi được \(path) (\(text)). Chưa có gì bị thay đổi. "
            + "Hãy xem lại đường dẫn và quyền truy cập.",
          en: "\(path) cannot be read or written (\(text)). Nothing was changed. "
            + "Look at the path and its permissions."))
    case .tooLarge(let path):
      self.init(
        error.code, .damagedInput,
        BilingualText(
          vi: "Tệp \(path) lớn hơn mọi tệp mà chương trình này nhận; chưa nhận gì từ tệp. "
            + "Hãy xem có nhầm tệp không.",
          en: "\(path) is larger than any file that this program takes; nothing of it was "
            + "taken in. See whether it is the right file."))
    }
  }
}

extension ExitCode {
  /// The exit code of a kind of trouble.
  package init(_ category: ErrorCategory) {
    self =
      switch category {
      case .userError: .userError
      case .needsAttention: .needsAttention
      case .refusedForSafety: .refusedForSafety
      case .damagedInput: .damagedInput
      case .disk: .diskOrStick
      case .notAllowed: .notAllowed
      }
  }
}
