import Replica
import SyncProtocol

extension RecordConflict {
  /// Tells the values of a conflict from any others, without carrying them: a form that says what its
  /// person saw buries nothing that came since.
  package var fingerprint: String {
    let dots = choices.flatMap { $0.writers.map(\.dot.rawValue) }.sorted()
    let text = dots.map(String.init).joined(separator: " ")
    let hash = Primitives.standard.hash(Array(text.utf8)).bytes.prefix(8)
    return hash.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// How a form names the decision for a choice, by the kind of the conflict.
  package func formValue(of choice: Choice) -> String {
    switch kind {
    case .values: "#\(choice.dot.rawValue)"
    case .deletedAndEdited: choice.isDelete ? "delete" : "keep"
    case .voidedAndEdited: choice.isDelete ? "void" : "keep"
    }
  }

  /// What a choice means to whoever presses it.
  package func actWords(of choice: Choice) -> BilingualText {
    switch formValue(of: choice) {
    case "keep": BilingualText(vi: "Giữ bản ghi", en: "Keep the record")
    case "delete": BilingualText(vi: "Xóa bản ghi", en: "Delete the record")
    case "void": BilingualText(vi: "Vẫn hủy", en: "Leave it voided")
    default: BilingualText(vi: "Giá trị này đúng", en: "This one is right")
    }
  }
}

extension ConflictDecision {
  /// Reads what a form names; nil for anything else.
  package init?(formValue: String) {
    switch formValue {
    case "keep": self = .keep
    case "delete": self = .delete
    case "void": self = .void
    default:
      guard formValue.hasPrefix("#") else { return nil }
      self = .take(String(formValue.prefix(40)))
    }
  }
}
