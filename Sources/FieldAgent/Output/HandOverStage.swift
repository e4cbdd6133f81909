import FieldWork
import Replica

/// The six stages of a hand-over, never a bare "synced": the page Send counts them and the help
/// explains them.
enum HandOverStage: CaseIterable {
  case written, closed, sent, received, merged, waiting

  /// For people.
  var words: BilingualText {
    switch self {
    case .written: BilingualText(vi: "Đã ghi trên máy này", en: "Written on this laptop")
    case .closed: BilingualText(vi: "Đã đóng gói để gửi", en: "Closed for sending")
    case .sent:
      BilingualText(
        vi: "Đã thử gửi qua mạng, dù có tới hay không",
        en: "Sending was tried by network, whether it came there or not")
    case .received: BilingualText(vi: "Trung tâm đã nhận", en: "Received by the centre")
    case .merged:
      BilingualText(vi: "Trung tâm đã gộp vào số liệu", en: "Merged into the centre's numbers")
    case .waiting: BilingualText(vi: "Còn chờ ở trung tâm", en: "Waiting at the centre")
    }
  }

  /// How many operations have come so far since the laptop was new: a sum, not what is there now.
  func count(_ status: HandOverStatus) -> Int64 {
    switch self {
    case .written: status.written
    case .closed: status.closed
    case .sent: status.sent
    case .received: status.received
    case .merged: status.merged
    case .waiting: status.needsAttention
    }
  }
}
