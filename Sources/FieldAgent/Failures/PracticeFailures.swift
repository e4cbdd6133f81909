import CommandLine
import FieldWork

extension FailureCatalogue {
  /// Failures around practice: in each of them work is where it was.
  static func practiceFailure(_ error: AgentError) -> Failure {
    switch error {
    case .practiceHome(let path):
      make(
        error.code, .refusedForSafety,
        vi: "\(path) là sổ LUYỆN TẬP: không gửi, không đóng gói, không sao lưu và không ghi danh "
          + "được "
          + "gì từ đó. Chưa thay đổi gì. Muốn vào luyện tập: “camtay practice”. Nếu lỡ ghi việc thật ở "
          + "đó: “camtay practice move”.",
        en: "\(path) is for PRACTICE: nothing of it is sent, packed, backed up or enrolled. "
          + "Nothing was "
          + "changed. To practise: “camtay practice”. For real work that was typed there by mistake: "
          + "“camtay practice move”.")
    case .unknownInPractice(let name):
      make(
        error.code, .refusedForSafety,
        vi: "Sổ luyện tập này được tạo trước khi \(name) có tên trên máy. Việc thật vẫn nguyên. "
          + "Hãy bấm "
          + "“Làm lại từ đầu” ở trang Luyện tập, hoặc chạy “camtay practice again”.",
        en: "This practice was made before \(name) was known on this laptop. Work is untouched. "
          + "Press "
          + "“Start again” on the page Practice, or run “camtay practice again”.")
    default:
      make(
        error.code, .userError,
        vi: "Chưa có sổ luyện tập trên máy này. Hãy bấm “Bắt đầu luyện tập” ở trang Luyện tập, "
          + "hoặc chạy "
          + "“camtay practice”.",
        en: "There is no practice on this laptop yet. Press “Begin to practise” on the page "
          + "Practice, or "
          + "run “camtay practice”.")
    }
  }
}
