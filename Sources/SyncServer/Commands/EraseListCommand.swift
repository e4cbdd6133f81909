import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `erase list`: every erasure, and which laptops have carried it out.
struct EraseListCommand: Command {
  let context: CommandContext

  let name = ["erase", "list"]
  let abstract = BilingualText(
    vi: "các lần xóa và máy nào đã xóa xong", en: "erasures, and which laptops have confirmed")
  let arguments: [Argument] = []

  private struct Line {
    var subject: ErasedSubject
    var state: ErasureState
    var progress: ErasureProgress
  }

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let (lines, remainders, lock) = try context.centre(invocation).inspect {
      (try Self.lines($0), try $0.reader.erasureRemainders(), try SealedValuesLock($0.store))
    }
    let language = console.language
    func names(_ line: Line, _ words: ErasureProgress.Word...) -> String {
      let laptops = line.progress.laptops.filter { words.contains($0.word) }
      let names = laptops.map { Self.name($0, language) }
      return names.isEmpty ? "–" : names.joined(separator: ", ")
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Code")),
          .text(BilingualText(vi: "Ngày yêu cầu", en: "Asked for")),
          .text(BilingualText(vi: "Đã xóa ở trung tâm", en: "Erased at the centre")),
          .text(BilingualText(vi: "Lý do", en: "Reason")),
          .text(BilingualText(vi: "Máy đã xóa", en: "Confirmed")),
          .text(BilingualText(vi: "Còn chờ", en: "Outstanding")),
          .text(BilingualText(vi: "Không chắc", en: "Cannot tell")),
        ],
        lines.map { line in
          [
            line.subject.words.text(in: language),
            line.state.requested.map { Format.date(LocalDate(daysSince1970: Int($0))) } ?? "–",
            Format.dateTime(LocalDateTime(milliseconds: line.state.ordered.rawValue)),
            Self.reason(line.state)?.text(in: language) ?? "–", names(line, .confirmed),
            names(line, .outstanding, .lost), names(line, .doubtful(.copied), .doubtful(.replaced)),
          ]
        },
        empty: lock == nil
          ? BilingualText(vi: "Chưa xóa ai.", en: "Nobody was erased.")
          : BilingualText(
            vi: "Bản sao lưu này không có lần xóa nào.", en: "This backup holds no erasure.")),
      json: .array(lines.map(Self.json)))
    if !console.isJSON {
      Self.explain(lines, console)
      for remainder in remainders { console.say(remainder.words) }
    }
    if let lock, !console.isJSON {
      console.note(
        BilingualText(
          vi: "Danh sách có thể thiếu: những lần xóa sau bản sao lưu chưa về. ",
          en: "The list may lack some: erasures after the backup have not come back. ")
          + lock.words)
    }
    let needsAttention =
      lock != nil || lines.contains(where: \.progress.needsAttention)
      || remainders.contains(where: \.needsDecision)
    return needsAttention ? .needsAttention : .done
  }

  private static func lines(_ field: FieldStore) throws -> [Line] {
    try ErasureProgress.all(field.store).map { state, progress in
      Line(subject: try field.subject(of: state), state: state, progress: progress)
    }
  }

  private static func name(_ laptop: ErasureProgress.Laptop, _ language: Language) -> String {
    guard laptop.word == .doubtful(.copied) else {
      return LaptopFate.name(laptop.label, laptop.fate, language)
    }
    return laptop.label + language.text(" (bị chép)", " (copied)")
  }

  /// What the last column means, and what there is to do.
  private static func explain(_ lines: [Line], _ console: Console) {
    func has(_ doubt: ErasureProgress.Doubt) -> Bool {
      lines.contains { !$0.progress.labels(.doubtful(doubt)).isEmpty }
    }
    if has(.copied) {
      console.say(
        BilingualText(
          vi: "Bị chép: một bản đã xóa, bản kia có thể vẫn còn hiện. Ghi danh lại bản kia "
            + "(“camtay-server enroll-code --replaces”), hoặc xóa hẳn bản đó.",
          en: "Copied: one copy has erased, the other may still show it. Enrol the other one anew "
            + "(“camtay-server enroll-code --replaces”), or delete it."))
    }
    if has(.replaced) {
      console.say(
        BilingualText(
          vi: "Đã thay: máy ấy không gửi nhận nữa và chưa tự xác nhận. Máy thay xác nhận cho dữ "
            + "liệu của mình; nếu còn giữ máy hay dữ liệu cũ, hãy xóa đi.",
          en: "Replaced: that laptop reports no more and has not confirmed itself. The one that "
            + "took its place confirms for its own data; where the old machine or data are kept, "
            + "delete them."))
    }
  }

  private static func reason(_ state: ErasureState) -> BilingualText? {
    state.reason.map { ErasureReason(rawValue: $0)?.words ?? BilingualText(same: $0) }
  }

  private static func json(_ line: Line) -> JSONValue {
    func labels(_ word: ErasureProgress.Word) -> [String] { line.progress.labels(word) }
    return [
      "code": .text(line.subject.code), "is_name": .bool(line.subject.isName),
      "id": .text(String(line.state.subject.rawValue)),
      "ordered": .text(LocalDateTime(milliseconds: line.state.ordered.rawValue).iso),
      "requested": .text(
        orNull: line.state.requested.map { LocalDate(daysSince1970: Int($0)).iso }),
      "reason": .text(orNull: line.state.reason),
      "confirmed": .array(labels(.confirmed).map { .text($0) }),
      "outstanding": .array((labels(.outstanding) + labels(.lost)).sorted().map { .text($0) }),
      "lost": .array(labels(.lost).map { .text($0) }),
      "copied": .array(labels(.doubtful(.copied)).map { .text($0) }),
      "replaced": .array(labels(.doubtful(.replaced)).map { .text($0) }),
    ]
  }
}
