import CommandLine
import Cryptography
import FieldWork
import Replica
import Web

/// The words and exit codes of errors that commands of the centre end with.
enum CentreFailure {
  /// What a person is told; nil for an error that nobody here knows.
  static func describe(_ error: any Error) -> Failure? {
    switch error {
    case let error as CentreError:
      return failure(error.code, error.category, error.words)
    case let error as HomeError: return describe(error)
    case let error as WebError: return describe(error)
    default:
      guard let message = PersonMessage(error) else { return nil }
      return failure(message.code, message.category, message.words)
    }
  }

  private static func failure(
    _ code: String, _ category: ErrorCategory, _ words: BilingualText
  ) -> Failure {
    let exitCode: ExitCode =
      switch category {
      case .userError: .userError
      case .needsAttention: .needsAttention
      case .refusedForSafety: .refusedForSafety
      case .damagedInput: .damagedInput
      case .disk: .diskOrStick
      case .notAllowed: .notAllowed
      }
    return Failure(code: code, exitCode: exitCode, words: Words(words))
  }

  private static func describe(_ error: HomeError) -> Failure {
    switch error {
    case .inUse: return failure(error.code, .refusedForSafety, CentreError.inUse.words)
    case .tooLarge(let path):
      return failure(
        error.code, .damagedInput,
        BilingualText(
          vi: "Tệp \(path) lớn quá mức nên không đọc. Không có gì bị thay đổi.",
          en: "The file \(path) is too large and was not read. Nothing was changed."))
    case .system(let path, let reason):
      return failure(
        error.code, .disk,
        BilingualText(
          vi: "Không đọc hoặc ghi được \(path) (lỗi hệ thống \(reason)). "
            + "Những gì đã lưu trước đó vẫn còn. Hãy xem chỗ trống và quyền của thư mục.",
          en: "\(path) cannot be read or written (system error \(reason)). "
            + "What was saved before is still there. Check free space and permissions."))
    }
  }

  private static func describe(_ error: WebError) -> Failure {
    switch error {
    case .addressInvalid(let text):
      failure(
        error.code, .userError,
        BilingualText(
          vi: "“\(text)” không phải địa chỉ số như 192.168.1.10 hay 0.0.0.0.",
          en: "“\(text)” is no numeric address such as 192.168.1.10 or 0.0.0.0."))
    case .addressNeedsTLS:
      failure(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Ngoài máy này chỉ phục vụ qua TLS; chưa phục vụ gì.",
          en: "Beyond this machine only TLS is served; nothing was served."))
    case .cannotListen(let port, _):
      failure(
        error.code, .userError,
        BilingualText(
          vi: "Không mở được cổng \(port): địa chỉ không có trên máy này, hoặc chương trình khác "
            + "đang dùng cổng. Hãy chọn --address hoặc --port khác.",
          en: "Port \(port) cannot be opened: the address is not this machine's, or another "
            + "program uses the port. Choose another --address or --port."))
    case .identityInvalid:
      failure(
        error.code, .damagedInput,
        BilingualText(
          vi: "Chứng thư TLS trong keys/ bị hỏng. Hãy lấy lại từ bản sao lưu.",
          en: "The TLS certificate in keys/ is damaged. Restore it from a backup."))
    default:
      failure(
        error.code, .disk,
        BilingualText(
          vi: "Không phục vụ được (\(error.code)); dữ liệu của trung tâm vẫn còn nguyên.",
          en: "Serving failed (\(error.code)); the centre's data are untouched."))
    }
  }
}
