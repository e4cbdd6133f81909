import CommandLine
import FieldWork
import Replica
import SyncProtocol

extension FailureCatalogue {
  /// Why two laptops did not meet, or did not go on.
  static func failure(_ error: MeetingError, on surface: Surface) -> Failure {
    switch error {
    case .codeWrong:
      meeting(
        error.code, .userError,
        vi: "Sáu số gõ vào không khớp với máy kia. Hãy đọc lại số trên máy kia rồi gõ lại; sai ba "
          + "lần thì máy kia thôi đợi.",
        en: "The six digits are not those of the other laptop. Read them there once more and type "
          + "them again; after three wrong ones it waits no more.")
    case .over:
      meeting(
        error.code, .refusedForSafety,
        vi:
          "Máy đợi đã thôi đợi: hết giờ, hoặc gõ sai số ba lần. Hãy cho máy đó đợi lại với số mới.",
        en: "The laptop that waited waits no more: its time is over, or a wrong code was typed "
          + "three times. Let it wait again, with new digits.")
    case .busy:
      meeting(
        error.code, .needsAttention,
        vi: "Máy kia đang trao đổi với một máy khác. Đợi xong rồi cho máy đó đợi lại.",
        en: "The other laptop is meeting somebody else. Wait for that to end, then let it wait "
          + "again.")
    case .anotherInstallation:
      meeting(
        error.code, .refusedForSafety,
        vi: "Máy kia thuộc trung tâm khác, nên không trao đổi gì với nó.",
        en: "The other laptop belongs to another centre, so nothing was exchanged with it.")
    case .lost(let label):
      meeting(
        error.code, .refusedForSafety,
        vi: "Trung tâm đã báo mất máy \(label), nên không đưa gì cho nó. Hãy báo điều phối viên là "
          + "máy đó đang ở đây.",
        en: "The centre has declared \(label) lost, so nothing was given to it. Tell the "
          + "coordinator that this laptop is here.")
    case .sameNumber:
      meeting(
        error.code, .refusedForSafety,
        vi:
          "Hai máy này là hai bản sao của một máy, nên không trao đổi với nhau. Hãy báo điều phối "
          + "viên để ghi danh lại một máy.",
        en: "These two are copies of one laptop, so they exchange nothing. Tell the coordinator: "
          + "one of them has to be enrolled anew.")
    case .noGrant:
      meeting(
        error.code, .needsAttention,
        vi: "Máy này chưa có xác nhận của trung tâm về các thôn nó được giữ. Hãy "
          + "\(surface.sync.vietnamese) một lần, hoặc nhận USB trả lời của trung tâm, rồi làm lại.",
        en: "This laptop has no word of the centre yet about which hamlets it may hold. "
          + "\(surface.syncFirst) once, or take in the centre's stick, then try again.")
    case .grantOld(let label):
      meeting(
        error.code, .needsAttention,
        vi:
          "Máy \(label) đã quá 90 ngày chưa liên hệ với trung tâm, nên chưa đưa gì cho nó. Máy đó "
          + "cần gửi nhận với trung tâm trước.",
        en: "\(label) has not heard of the centre for more than 90 days, so nothing was given to "
          + "it. It has to sync with the centre first.")
    case .locked:
      meeting(
        error.code, .refusedForSafety,
        vi: "Máy này vừa được khôi phục từ bản sao lưu, nên chưa trao đổi gì. Hãy "
          + "\(surface.sync.vietnamese) trước.",
        en: "This laptop was just restored from a backup, so nothing was exchanged. "
          + "\(surface.syncFirst) first.")
    case .refused(let code): refusedThere(code)
    case .notALaptop: failure(NeighbourError.notALaptop)
    }
  }

  /// What the other laptop said why it does not go on.
  private static func refusedThere(_ code: String) -> Failure {
    switch code {
    case MeetingError.anotherInstallation.code:
      failure(MeetingError.anotherInstallation, on: .commands)
    case MeetingError.sameNumber.code: failure(MeetingError.sameNumber, on: .commands)
    case MeetingError.lost(label: "").code:
      meeting(
        code, .refusedForSafety,
        vi: "Máy kia được biết trung tâm đã báo mất máy này, nên không trao đổi gì. Hãy báo điều "
          + "phối viên.",
        en: "The other laptop has heard that this one was declared lost, so nothing was exchanged. "
          + "Tell the coordinator.")
    case MeetingError.grantOld(label: "").code:
      meeting(
        code, .needsAttention,
        vi: "Máy này đã quá 90 ngày chưa liên hệ với trung tâm, nên máy kia chưa đưa gì. Hãy gửi "
          + "nhận với trung tâm trước.",
        en: "This laptop has not heard of the centre for more than 90 days, so the other one gave "
          + "nothing. Sync with the centre first.")
    case ProtocolError.needsUpgrade.code, ProtocolError.unsupportedVersion(0).code:
      newerVersion(code)
    default:
      meeting(
        code, .needsAttention,
        vi: "Máy kia đã dừng (\(code)). Hãy cho máy đó đợi lại và thử lần nữa.",
        en: "The other laptop has stopped (\(code)). Let it wait again and try once more.")
    }
  }

  private static func newerVersion(_ code: String) -> Failure {
    meeting(
      code, .refusedForSafety,
      vi: "Hai máy dùng hai phiên bản CamTay khác nhau, không hiểu nhau. Hãy cập nhật máy cũ hơn.",
      en: "The two laptops have versions of CamTay that do not understand each other. Update the "
        + "older one.")
  }

  /// What keeps two laptops apart.
  static func failure(_ error: NeighbourError) -> Failure {
    switch error {
    case .between:
      meeting(
        error.code, .refusedForSafety,
        vi: "Có máy khác chen vào giữa hai máy trên mạng này, nên chưa đưa gì. Hãy dùng mạng khác, "
          + "ví dụ điểm phát sóng của một điện thoại.",
        en: "Somebody stands between the two laptops on this network, so nothing was given. Use "
          + "another network, such as the hotspot of a phone.")
    case .unreachable:
      meeting(
        error.code, .needsAttention,
        vi: "Không tới được máy kia. Hai máy phải cùng một mạng và máy kia phải đang đợi; hãy xem "
          + "lại địa chỉ và cổng.",
        en:
          "The other laptop cannot be reached. Both must be on one network and the other one must "
          + "be waiting; look at the address and the port.")
    case .brokenOff:
      meeting(
        error.code, .needsAttention,
        vi: "Kết nối với máy kia bị đứt giữa chừng. Những gì đã sang thì vẫn còn; hãy cho máy kia "
          + "đợi lại và làm tiếp, không gì bị trùng.",
        en: "The connection with the other laptop broke in the middle. What has come across stays; "
          + "let it wait again and go on, nothing counts twice.")
    case .notALaptop:
      meeting(
        error.code, .userError,
        vi: "Ở địa chỉ này không có máy CamTay nào đang đợi. Hãy xem lại địa chỉ và cổng trên máy "
          + "kia.",
        en: "No CamTay laptop waits at this address. Look at the address and port on the other one."
      )
    case .nobodyCame:
      meeting(
        error.code, .needsAttention,
        vi: "Đã hết giờ đợi mà chưa có máy nào đến. Hãy đợi lại với số mới.",
        en: "The time is over and no laptop came. Wait again, with new digits.")
    case .stopped:
      meeting(
        error.code, .needsAttention, vi: "Đã dừng. Những gì đã sang thì vẫn còn.",
        en: "Stopped. What has come across stays.")
    case .portTaken(let port):
      meeting(
        error.code, .userError,
        vi: "Cổng \(port) đang có chương trình khác dùng. Hãy chọn cổng khác.",
        en: "Port \(port) is used by another program. Choose another one.")
    case .noNetwork:
      meeting(
        error.code, .needsAttention,
        vi: "Máy này chưa vào mạng nào. Hãy nối cả hai máy vào một mạng, ví dụ điểm phát sóng của "
          + "một điện thoại (không cần Internet).",
        en: "This laptop is in no network. Connect both laptops to one, such as the hotspot of a "
          + "phone (no internet is needed).")
    }
  }

  /// The failure that a meeting ended with; words of the network are those of two laptops.
  static func failure(_ error: NeighbourBreak, on surface: Surface) -> Failure {
    switch error.reason {
    case let reason as MeetingError: failure(reason, on: surface)
    case let reason as NeighbourError: failure(reason)
    case ProtocolError.needsUpgrade: newerVersion(ProtocolError.needsUpgrade.code)
    case ProtocolError.unsupportedVersion(let version):
      newerVersion(ProtocolError.unsupportedVersion(version).code)
    case is ProtocolError: failure(NeighbourError.brokenOff)
    default: failure(for: error.reason, on: surface) ?? unknown("meeting-failed")
    }
  }

  private static func meeting(
    _ code: String, _ exitCode: ExitCode, vi: String, en: String
  ) -> Failure {
    make(code, exitCode, vi: vi, en: en, isNetwork: true)
  }
}
