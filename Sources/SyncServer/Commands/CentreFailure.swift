import CommandLine
import Cryptography
import FieldWork
import Listings
import Replica
import SyncProtocol
import Web

/// The words and exit codes of errors that commands of the centre end with.
enum CentreFailure {
  /// What a person is told; nil for an error that nobody here knows.
  static func describe(_ error: any Error) -> Failure? {
    switch error {
    case let error as any CentreProblem:
      Failure(error.code, error.category, error.words)
    case let error as HomeError: Failure(error, inUse: CentreError.inUse.words)
    case let error as WebError: describe(error)
    case let error as BackupDamage: Failure(error)
    case let error as UpdateProblem: describe(error)
    case ReplicaError.storeKeyMissing, ReplicaError.storeKeyWrong: storeKeyFailure(error)
    case let error as ScopeFile.Problem: describe(error)
    case let error as ProtocolError: describe(error)
    default: PersonMessage(error).map { Failure($0) }
    }
  }

  /// A laptop would be told to ask the centre; this is the centre.
  private static func storeKeyFailure(_ error: any Error) -> Failure {
    Failure(
      (error as? ReplicaError ?? .storeKeyWrong).code, .damagedInput,
      BilingualText(
        vi: "Khóa của kho ở trung tâm (keys/store.key) bị mất hoặc không đúng; không có gì bị thay "
          + "đổi. Hãy lấy lại đúng tệp này từ tệp khóa do “backup --with-keys” tạo ra. Nếu không "
          + "còn: dừng serve, cất keyring.sqlite và keys/store.key đi nơi khác; trung tâm sẽ xin "
          + "khóa từ các máy khi máy gửi nhận, và “camtay-server status” đếm số khóa còn thiếu.",
        en: "The key of the centre's store (keys/store.key) is gone or wrong; nothing was changed. "
          + "Put the right file back from the file of keys that “backup --with-keys” made. If there "
          + "is none: stop serve and move keyring.sqlite and keys/store.key away; the centre asks "
          + "the laptops for the keys as they sync, and “camtay-server status” counts what is "
          + "missing."))
  }

  private static func describe(_ error: ScopeFile.Problem) -> Failure {
    switch error {
    case .notAScopeFile:
      Failure(
        error.code, .damagedInput,
        BilingualText(
          vi: "Tệp này không phải tệp xuất địa bàn, hoặc đã bị cắt hay hỏng. Không nhận gì từ tệp. "
            + "Hãy chép lại tệp từ máy đã xuất; bản trên máy đó vẫn còn.",
          en: "This is no exported area, or it was cut short or damaged. Nothing of it was taken "
            + "in. Copy the file again from the laptop that wrote it; its copy is still there."))
    case .otherVersion:
      Failure(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Tệp này thuộc phiên bản khác. Không nhận gì từ tệp. Hãy cập nhật camtay-server rồi "
            + "nhận lại; bản trên máy đã xuất vẫn còn.",
          en: "This file is of another version. Nothing of it was taken in. Update camtay-server "
            + "and take it in again; the copy on the laptop that wrote it is still there."))
    case .notForThisCentre:
      Failure(
        error.code, .damagedInput,
        BilingualText(
          vi: "Trung tâm này không mở được tệp: tệp gửi cho trung tâm khác, hoặc đã hỏng. Không "
            + "nhận gì từ tệp.",
          en: "This centre cannot open the file: it is meant for another one, or damaged. Nothing "
            + "of it was taken in."))
    }
  }

  /// What a laptop wrote and this centre cannot believe or read; nothing of it was kept.
  private static func describe(_ error: ProtocolError) -> Failure {
    switch error {
    case .needsUpgrade, .unsupportedVersion:
      Failure(
        error.code, .refusedForSafety,
        BilingualText(
          vi:
            "Nội dung do phiên bản mới hơn ghi; không nhận gì. Hãy cập nhật camtay-server rồi nhận "
            + "lại; máy đã ghi vẫn giữ mọi bản ghi.",
          en: "A newer version wrote this; nothing was taken in. Update camtay-server and take it "
            + "in again; the laptop that wrote it still has every record."))
    default:
      Failure(
        error.code, .damagedInput,
        BilingualText(
          vi:
            "Nội dung không đúng với máy đã ký (\(error.code)); không nhận gì. Máy đã ghi vẫn giữ "
            + "mọi bản ghi: hãy xin ghi lại.",
          en:
            "The content is not what its laptop signed (\(error.code)); nothing was taken in. The "
            + "laptop that wrote it still has every record: ask for it to be packed again."))
    }
  }

  private static func describe(_ error: WebError) -> Failure {
    switch error {
    case .addressInvalid(let text):
      Failure(
        error.code, .userError,
        BilingualText(
          vi: "“\(text)” không phải địa chỉ số như 192.168.1.10 hay 0.0.0.0.",
          en: "“\(text)” is no numeric address such as 192.168.1.10 or 0.0.0.0."))
    case .addressNeedsTLS:
      Failure(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Ngoài máy này chỉ phục vụ qua TLS; chưa phục vụ gì.",
          en: "Beyond this machine only TLS is served; nothing was served."))
    case .cannotListen(let port, _):
      Failure(
        error.code, .userError,
        BilingualText(
          vi: "Không mở được cổng \(port): địa chỉ không có trên máy này, hoặc chương trình khác "
            + "đang dùng cổng. Hãy chọn --address hoặc --port khác.",
          en: "Port \(port) cannot be opened: the address is not this machine's, or another "
            + "program uses the port. Choose another --address or --port."))
    case .identityInvalid:
      Failure(
        error.code, .damagedInput,
        BilingualText(
          vi: "Chứng thư TLS trong keys/ bị hỏng. Hãy lấy lại từ bản sao lưu.",
          en: "The TLS certificate in keys/ is damaged. Restore it from a backup."))
    default:
      Failure(
        error.code, .disk,
        BilingualText(
          vi: "Không phục vụ được (\(error.code)); dữ liệu của trung tâm vẫn còn nguyên.",
          en: "Serving failed (\(error.code)); the centre's data are untouched."))
    }
  }

  /// Why a newer program was not taken in.
  private static func describe(_ problem: UpdateProblem) -> Failure {
    if case .notNewer(let version) = problem {
      return Failure(
        problem.code, .userError,
        BilingualText(
          vi: "Trung tâm đã có phiên bản \(version), bằng hoặc mới hơn; chưa nhận gì.",
          en: "The centre has version \(version), which is as new or newer; nothing was taken in."))
    }
    if case .noRoom(let wanted, let free) = problem {
      let (needed, there) = ((wanted + 999_999) / 1_000_000, free / 1_000_000)
      return Failure(
        problem.code, .disk,
        BilingualText(
          vi:
            "Đĩa của trung tâm không đủ chỗ: cần \(needed) MB, chỉ còn \(there) MB; chưa nhận gì.",
          en: "The centre's disk has no room: \(needed) MB are needed and \(there) MB are free; "
            + "nothing was taken in."))
    }
    return Failure(
      problem.code, .damagedInput,
      BilingualText(
        vi: "Không dùng được chương trình mới ở trung tâm (\(problem.code)). Hãy nhận lại bằng "
          + "camtay-server update add.",
        en: "The newer program at the centre cannot be used (\(problem.code)). Take it in again by "
          + "camtay-server update add."))
  }
}
