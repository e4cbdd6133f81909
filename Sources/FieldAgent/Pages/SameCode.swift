import FieldWork
import Pages
import SyncProtocol
import Web

/// The records that have a code in common.
enum SameCode {
  /// That a record counts although others have its code, with the ways to them; nothing where none has.
  static func html(_ twins: [RowID], _ request: LaptopRequest) throws -> HTML {
    guard !twins.isEmpty else { return .empty }
    return try HTML.group {
      element("p") { StateMark.attention.html(undecided.text(in: request.language)) }
      try request.reader.links(to: Array(twins.prefix(10)), request.language)
    }
  }

  private static let undecided = BilingualText(
    vi: "Mã hồ sơ này cũng đứng ở bản ghi dưới đây: cả hai được tính cho đến khi điều phối "
      + "viên quyết định. Nếu là cùng một hồ sơ, hãy hủy bản ghi thừa.",
    en: "The records below have this dossier code too: both count until the coordinator "
      + "decides. If it is the same dossier, void the one that is too many.")

  /// How an assist stands that counts and whose code others have.
  static let untilDecided = BilingualText(
    vi: "Được tính cho đến khi điều phối viên quyết định: mã hồ sơ trùng.",
    en: "It counts until the coordinator decides: its dossier code is used twice.")
}

extension CountExplanation {
  /// The verdict with its shape, honest about a code that others have too.
  func mark(besides twins: [RowID], _ language: Language) -> HTML {
    guard verdict == .counted, !twins.isEmpty else {
      return verdict.mark.html(verdict.words.text(in: language))
    }
    return StateMark.attention.html(SameCode.untilDecided.text(in: language))
  }
}
