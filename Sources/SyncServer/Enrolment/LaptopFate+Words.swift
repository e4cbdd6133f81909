import CommandLine
import FieldWork
import Replica

extension LaptopFate {
  /// What became of it, to stand behind its name.
  package var words: BilingualText {
    switch self {
    case .lost(_, isStillHeard: false): BilingualText(vi: "đã báo mất", en: "declared lost")
    case .lost(_, isStillHeard: true):
      BilingualText(vi: "đã báo mất nhưng vẫn gửi nhận", en: "declared lost, but still reports")
    case .replaced(let label, _, isStillHeard: true):
      BilingualText(
        vi: "đã thay bằng \(label) nhưng vẫn gửi nhận",
        en: "replaced by \(label), but still reports")
    case .replaced(let label, 0, _):
      BilingualText(vi: "đã thay bằng \(label)", en: "replaced by \(label)")
    case .replaced(let label, let missing?, _):
      BilingualText(
        vi: "đã thay bằng \(label), còn thiếu \(missing) thao tác",
        en: "replaced by \(label), operations missing: \(missing)")
    case .replaced(let label, nil, _):
      BilingualText(
        vi: "đã thay bằng \(label), chưa gửi lần nào nên có thể thiếu",
        en: "replaced by \(label), never reported, so something may be missing")
    }
  }

  /// A name with what became of its laptop.
  package static func name(_ label: String, _ fate: LaptopFate?, _ language: Language) -> String {
    guard let fate else { return label }
    return "\(label) (\(fate.words.text(in: language)))"
  }

  /// One line for the state of the centre; nil where `laptops` says enough.
  package func line(of label: String) -> BilingualText? {
    if case .lost(_, isStillHeard: true) = self {
      let command = "camtay-server laptop found \(ShellWord.quoted(label)) --by "
      return BilingualText(same: "\(label): ") + words
        + BilingualText(
          vi: ": việc nó gửi từ đó chờ quyết định (review list). Nếu người của ta giữ máy: "
            + "\(command)TÊN",
          en: ": what it sent since waits for a ruling (review list). If it is back in our hands: "
            + "\(command)NAME")
    }
    guard case .replaced(let successor, _, let isStillHeard) = self else { return nil }
    let end: BilingualText
    if isStillHeard {
      let command = ShellWord.command(
        "camtay-server laptop replaced", label, ("by", successor), ("yes", nil))
      end = BilingualText(
        vi: ": đó là một bản khác của dữ liệu ấy, vẫn được tính như mọi máy. Nếu đó là lần gửi "
          + "nhận cuối cùng của nó: \(command)",
        en: ": it is another copy of those data, and counts like any laptop. If that was its last "
          + "sync: \(command)")
    } else if isSettled {
      end = BilingualText(
        vi: "; mọi thao tác nó đã báo đều về đủ.", en: "; everything it announced has arrived.")
    } else {
      end = BilingualText(
        vi: ". Hãy gửi nhận bằng máy thay, hoặc lấy lại bản sao lưu của máy cũ.",
        en: ". Sync the one that replaced it, or restore a backup of it.")
    }
    return BilingualText(same: "\(label): ") + words + end
  }
}
