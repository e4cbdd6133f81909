import FieldWork
import Replica

extension RestoreIncident {
  /// What happened and what to do.
  package var words: BilingualText {
    let time = Format.dateTime(LocalDateTime(milliseconds: at.rawValue))
    if kind == "epoch" {
      return BilingualText(
        vi: "\(time): dữ liệu trung tâm là bản cũ (\(detail)); đã mở lần thứ \(replica.rawValue). "
          + "Máy các tổ tự gửi lại phần thiếu; hãy nhắc mọi máy gửi nhận.",
        en: "\(time): the centre's data were an older state (\(detail)); epoch "
          + "\(replica.rawValue) began. The laptops bring back what is missing: have all of them "
          + "sync.")
    }
    return BilingualText(
      vi: "\(time): máy “\(detail)” được ghi danh sau bản sao lưu và đã trở lại; hãy giao lại tổ "
        + "và vùng cho máy.",
      en: "\(time): the laptop “\(detail)” was enrolled after the backup and is back; give it its "
        + "team and scopes again.")
  }
}
