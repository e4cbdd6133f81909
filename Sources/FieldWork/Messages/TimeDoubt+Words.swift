import Replica
import SyncProtocol

extension TimeDoubt {
  /// The stable code, for `--json`.
  package var code: String {
    switch self {
    case .tooLate: "time-too-late"
    case .tooEarly: "time-too-early"
    case .unchecked: "clock-unchecked"
    }
  }

  /// What is wrong with the time of a write.
  package var words: BilingualText {
    switch self {
    case .tooLate(let known):
      BilingualText(
        vi: "giờ không đúng: đã có từ \(Self.moment(known)) (đồng hồ nhanh)",
        en: "wrong time: it was there by \(Self.moment(known)) (fast clock)")
    case .tooEarly(let known):
      BilingualText(
        vi: "giờ không đúng: máy được ghi danh lúc \(Self.moment(known)) (đồng hồ chậm)",
        en: "wrong time: the laptop was enrolled at \(Self.moment(known)) (slow clock)")
    case .unchecked:
      BilingualText(vi: "đồng hồ chưa đối chiếu", en: "clock unchecked")
    }
  }

  private static func moment(_ time: Timestamp) -> String {
    Format.dateTime(LocalDateTime(milliseconds: time.rawValue))
  }
}
