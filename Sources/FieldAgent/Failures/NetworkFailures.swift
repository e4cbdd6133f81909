import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol
import Web

extension FailureCatalogue {
  /// Answers of a centre that are no.
  static func networkFailure(_ error: AgentError) -> Failure {
    if case .centreBusy(let seconds) = error {
      return make(
        error.code, .needsAttention,
        vi: "Trung tâm đang bận và lần này chưa nhận gì; dữ liệu vẫn nằm trên máy này. "
          + "Hãy thử lại sau \(seconds) giây.",
        en: "The centre is busy and took nothing this time; the data are still on this laptop. "
          + "Try again in \(seconds) seconds.", isNetwork: true)
    }
    if case .centreTrouble(let code) = error {
      let isFull = code == "centre-disk-full"
      return make(
        error.code, .needsAttention,
        vi: (isFull ? "Đĩa của trung tâm đã đầy" : "Trung tâm đang gặp sự cố (\(code))")
          + " và lần này chưa nhận gì; dữ liệu vẫn nằm trên máy này. Hãy báo điều phối viên.",
        en: (isFull ? "The centre's disk is full" : "The centre has trouble of its own (\(code))")
          + " and took nothing this time; the data are still on this laptop. Tell the coordinator.",
        isNetwork: true)
    }
    if error == .webPageAnswered {
      return make(
        error.code, .needsAttention,
        vi: "Một trang web trả lời thay cho trung tâm, như trang đăng nhập của mạng Wi-Fi; không "
          + "nhận gì, dữ liệu vẫn nằm trên máy này. Hãy mở trình duyệt đăng nhập vào mạng, hoặc "
          + "xem lại địa chỉ, rồi thử lại.",
        en: "A web page answered in place of the centre, as the sign-in page of a network does; "
          + "nothing was taken in and the data are still on this laptop. Sign in to the network "
          + "in a browser, or look at the address, then try again.", isNetwork: true)
    }
    guard case .enrolmentRefused(let code) = error else {
      guard case .unexpectedAnswer(let status) = error else { return unknown(error.code) }
      return make(
        error.code, .needsAttention,
        vi: "Địa chỉ này trả lời (HTTP \(status)) nhưng không như một trung tâm CamTay. "
          + "Hãy xem lại địa chỉ, hoặc thử lại sau.",
        en: "The address answered (HTTP \(status)), but not as a CamTay centre does. "
          + "Look at the address, or try again later.", isNetwork: true)
    }
    switch code {
    case "code-used":
      return make(
        error.code, .notAllowed,
        vi: "Mã này đã dùng cho một máy khác. Hãy xin điều phối viên một mã mới.",
        en: "This code was used for another laptop. Ask the coordinator for a new one.")
    case "code-expired":
      return make(
        error.code, .notAllowed,
        vi: "Mã này đã hết hạn 7 ngày. Hãy xin điều phối viên một mã mới.",
        en: "This code has expired after its 7 days. Ask the coordinator for a new one.")
    case "too-many-attempts":
      return make(
        error.code, .notAllowed,
        vi: "Đã thử sai quá nhiều lần; hãy đợi một lúc rồi nhập lại mã cho đúng.",
        en: "Too many wrong attempts; wait a while, then type the code carefully.")
    default:
      return make(
        error.code, .notAllowed,
        vi: "Trung tâm không nhận mã này: gõ nhầm, đã dùng, đã hết hạn, hoặc của trung tâm khác. "
          + "Máy này chưa được ghi danh. Hãy xem lại mã hoặc xin mã mới.",
        en: "The centre did not accept this code: it is mistyped, used, expired, or another "
          + "centre's. The laptop is not enrolled. Look at the code or ask for a new one.")
    }
  }

  /// Failures of a transfer.
  static func failure(_ error: WebError) -> Failure {
    switch error {
    case .urlInvalid(let url), .addressInvalid(let url):
      make(
        error.code, .userError,
        vi: "Địa chỉ “\(url)” không đúng hoặc chưa trọn; chưa gửi gì. Ví dụ đúng: "
          + "https://10.0.0.5:8765.",
        en: "The address “\(url)” is wrong or not whole; nothing was sent. A right one looks like "
          + "https://10.0.0.5:8765.")
    case .urlNeedsTLS(let url), .addressNeedsTLS(let url):
      make(
        error.code, .refusedForSafety,
        vi: "\(url) không được mã hóa nên không gửi gì; ra khỏi máy này phải dùng https://.",
        en: "\(url) is not encrypted, so nothing was sent; beyond this machine use https://.")
    case .cannotResolve, .cannotConnect:
      make(
        error.code, .needsAttention,
        vi: "Không tới được trung tâm: chưa có mạng, sai địa chỉ, hoặc trung tâm đang tắt. "
          + "Khi có mạng hãy thử lại.",
        en: "The centre cannot be reached: no network, a wrong address, or it is switched off. "
          + "Try again when there is a network.", isNetwork: true)
    case .timedOut:
      make(
        error.code, .needsAttention,
        vi: "Mạng quá chậm nên đã dừng giữa chừng; phần trung tâm đã nhận thì không mất. "
          + "Hãy thử lại, máy sẽ gửi tiếp.",
        en: "The network was too slow and the transfer was given up; what the centre has taken "
          + "stays there. Try again to go on.", isNetwork: true)
    case .interrupted, .stopped, .transferFailed:
      make(
        error.code, .needsAttention,
        vi: "Kết nối bị đứt giữa chừng; gửi lại nhiều lần cũng không bị trùng. Hãy thử lại.",
        en: "The connection broke; sending again never counts twice. Try again.",
        isNetwork: true)
    case .tlsFailed:
      make(
        error.code, .refusedForSafety,
        vi: "Không lập được kết nối mã hóa với địa chỉ này, nên chưa gửi gì. Hãy xem lại địa chỉ "
          + "và cổng (số sau dấu hai chấm) cùng điều phối viên.",
        en: "No encrypted connection came about with this address, so nothing was sent. Look at "
          + "the address and its port (the number after the colon) with the coordinator.",
        isNetwork: true)
    case .wrongPin, .pinInvalid:
      make(
        error.code, .refusedForSafety,
        vi: "Máy chủ này không có khóa của trung tâm ta; chưa gửi gì cho nó. "
          + "Hãy báo điều phối viên.",
        en: "This server does not have the key of our centre; nothing was sent to it. "
          + "Tell the coordinator.", isNetwork: true)
    default:
      make(
        error.code, .needsAttention,
        vi: "Trao đổi với trung tâm không thành (\(error.code)). Hãy thử lại.",
        en: "The exchange with the centre failed (\(error.code)). Try again.",
        isNetwork: true)
    }
  }

  /// Bytes that are not the protocol's.
  static func failure(_ error: ProtocolError) -> Failure {
    switch error {
    case .unsupportedVersion, .needsUpgrade:
      make(
        error.code, .refusedForSafety,
        vi: "Trung tâm dùng phiên bản mới hơn; không nhận gì. Hãy cập nhật camtay rồi thử lại.",
        en: "The centre speaks a newer version; nothing was taken in. Update camtay and try "
          + "again.", isNetwork: true)
    default:
      make(
        error.code, .damagedInput,
        vi: "Câu trả lời bị hỏng trên đường đi (\(error.code)) nên không nhận gì. Hãy thử lại.",
        en: "The answer was damaged on its way (\(error.code)), so nothing was taken in. "
          + "Try again.", isNetwork: true)
    }
  }

  /// Failures of the store that concern the centre; the others are the domain's to word.
  static func failure(_ error: ReplicaError) -> Failure {
    switch error {
    case .refused(let problem) where problem.code.hasPrefix("unknown-replica"):
      make(
        error.code, .notAllowed,
        vi: "Trung tâm không biết máy này. Hãy báo điều phối viên; đừng xóa thư mục dữ liệu.",
        en: "The centre does not know this laptop. Tell the coordinator; do not delete the data.",
        isNetwork: true)
    case .refused:
      make(
        error.code, .needsAttention,
        vi: "Trung tâm từ chối lần gửi này (\(error.code)) và không nhận gì. "
          + "Hãy thử lại; nếu vẫn vậy, báo điều phối viên.",
        en: "The centre refused this round (\(error.code)) and took nothing. "
          + "Try again; if it stays, tell the coordinator.", isNetwork: true)
    case .notOurCentre:
      make(
        error.code, .refusedForSafety,
        vi: "Máy chủ trả lời không phải trung tâm của máy này; không nhận gì từ nó. "
          + "Hãy báo điều phối viên.",
        en: "The server that answered is not the centre of this laptop; nothing was taken from "
          + "it. Tell the coordinator.", isNetwork: true)
    case .answerOfAnotherRound, .arrivalGap:
      make(
        error.code, .damagedInput,
        vi: "Câu trả lời không thuộc lần gửi này (\(error.code)) nên không nhận gì. Hãy thử lại.",
        en: "The answer belongs to another round (\(error.code)), so nothing was taken in. "
          + "Try again.", isNetwork: true)
    default: PersonMessage(error).map { Failure($0) } ?? unknown(error.code)
    }
  }

  static func unknown(_ code: String) -> Failure {
    make(
      code, .needsAttention, vi: "Việc này không thành (\(code)). Hãy thử lại.",
      en: "This did not succeed (\(code)). Try again.", isNetwork: true)
  }
}
