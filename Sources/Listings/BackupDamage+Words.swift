import CommandLine
import FieldWork
import Replica

extension Failure {
  /// A backup that is not what it says; nothing was replaced by it.
  package init(_ damage: BackupDamage) {
    let next =
      damage.isAcceptable
      ? BilingualText(
        vi: "Hãy dùng bản sao lưu cũ hơn. Chỉ khi không còn bản nào khác mới thêm --accept-damage: "
          + "phần đọc được sẽ được dùng, phần còn lại chờ các máy khác gửi về, và “verify” tiếp tục "
          + "báo chỗ hỏng.",
        en: "Take an older backup. Only if there is no other one add --accept-damage: what can be "
          + "read is used, the rest has to come back from other machines, and “verify” goes on to "
          + "name what is wrong.")
      : BilingualText(
        vi: "Bản thân tệp đã hỏng, không dùng được phần nào. Hãy dùng bản sao lưu cũ hơn.",
        en: "The file itself is broken, and no part of it can be relied on. Take an older backup.")
    self.init(
      damage.code, .damagedInput,
      BilingualText(
        vi: "Bản sao lưu \(damage.path) bị hỏng: \(damage.words.vietnamese). Dữ liệu đang có được "
          + "giữ nguyên như cũ. \(next.vietnamese)",
        en: "The backup \(damage.path) is damaged: \(damage.words.english). The present data were "
          + "left as they were. \(next.english)"))
  }
}

extension BackupDamage {
  /// What is wrong with how many of each kind, as a list inside a sentence.
  package var words: BilingualText {
    func list(_ words: (BilingualText) -> String) -> String {
      counts.map { "\(words($0.words)): \($0.count)" }.joined(separator: "; ")
    }
    return BilingualText(vi: list(\.vietnamese), en: list(\.english))
  }

  /// What is wrong, by kind, in the order in which the kinds were found.
  package var counts: [(code: String, words: BilingualText, count: Int)] {
    var counts: [(code: String, words: BilingualText, count: Int)] = []
    for finding in findings {
      if let place = counts.firstIndex(where: { $0.code == finding.code }) {
        counts[place].count += finding.size
      } else {
        counts.append((finding.code, finding.kindWords, finding.size))
      }
    }
    return counts
  }
}

extension Verification.Finding {
  /// How many things of its kind it stands for.
  fileprivate var size: Int {
    switch self {
    case .headsUntraced(_, let count), .rowsUnreadable(_, let count), .columnsWrong(_, let count):
      count
    default: 1
    }
  }

  /// Its kind, as the name of what is counted.
  fileprivate var kindWords: BilingualText {
    switch self {
    case .fileDamaged: BilingualText(vi: "lỗi của chính tệp", en: "faults of the file itself")
    case .applicationIDForeign:
      BilingualText(vi: "dấu của chương trình khác", en: "marks of another program")
    case .certificateUnsigned:
      BilingualText(
        vi: "chứng nhận không đọc được hoặc không do trung tâm này cấp",
        en: "certificates that are unreadable or not of this installation")
    case .batchUnreadable:
      BilingualText(
        vi: "gói không đọc được hoặc sai chữ ký",
        en: "batches that are unreadable or wrongly signed")
    case .chainBroken: BilingualText(vi: "chỗ đứt trong chuỗi gói", en: "broken links of chains")
    case .stateDiffersFromLog:
      BilingualText(
        vi: "vùng có bảng khác với nhật ký", en: "areas whose rows differ from the log")
    case .headsUntraced:
      BilingualText(vi: "giá trị không do thao tác nào ghi", en: "values that no operation wrote")
    case .rowsUnreadable: BilingualText(vi: "dòng không đọc được", en: "unreadable rows")
    case .columnsWrong:
      BilingualText(
        vi: "dòng hiện khác với nội dung đã gộp",
        en: "rows whose columns differ from what was merged")
    case .arrivalsBroken:
      BilingualText(
        vi: "vùng thiếu số thứ tự nhận", en: "areas with a gap in their arrival numbers")
    case .runningHashWrong:
      BilingualText(vi: "vùng sai mã nối tiếp", en: "areas with a wrong running hash")
    case .frontierDiffersFromLog:
      BilingualText(
        vi: "vùng có dấu “đã gộp đến đâu” khác nhật ký",
        en: "areas where what counts as merged differs from the log")
    case .digestDiffersFromRows:
      BilingualText(
        vi: "vùng có mã kiểm khác với các dòng", en: "areas whose digest is not that of their rows")
    }
  }
}
