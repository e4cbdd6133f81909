import FieldWork
import Listings
import Replica

/// What people are told of a meeting of two laptops.
enum NeighbourWords {
  static let nothingHandedOver = BilingualText(
    vi: "Trung tâm chưa nhận gì qua lần trao đổi này: việc của bạn vẫn cần gửi như thường.",
    en: "The centre has taken nothing by this: your work still has to be handed over as usual.")

  static let noHamlet = BilingualText(
    vi: "Hai máy không phụ trách chung thôn nào, nên chỉ trao đổi danh mục chung.",
    en: "The two laptops have no hamlet in common, so only the common lists were exchanged.")

  /// What was given and taken.
  static func done(_ outcome: NeighbourOutcome) -> BilingualText {
    let report = outcome.report
    return BilingualText(
      vi: "Đã trao đổi với “\(outcome.neighbour)”: nhận \(report.takenOperations) thay đổi mới, "
        + "đưa \(report.givenOperations) thay đổi.",
      en: "Exchanged with “\(outcome.neighbour)”: took "
        + "\(counted(report.takenOperations, "new change", "new changes")), gave "
        + "\(counted(report.givenOperations, "change", "changes")).")
  }

  /// The hamlets that both may hold.
  static func hamlets(_ outcome: NeighbourOutcome) -> BilingualText {
    guard !outcome.hamlets.isEmpty else { return noHamlet }
    let names = outcome.hamlets.joined(separator: ", ")
    return BilingualText(vi: "Thôn chung: \(names).", en: "Hamlets in common: \(names).")
  }

  /// What somebody has to know beside it.
  static func notes(_ outcome: NeighbourOutcome, on surface: Surface) -> [BilingualText] {
    let report = outcome.report
    var notes: [BilingualText] = []
    if !outcome.lackingHere.isEmpty {
      notes.append(lacking(outcome.lackingHere, at: nil, surface))
    }
    if !outcome.lackingThere.isEmpty {
      notes.append(lacking(outcome.lackingThere, at: outcome.neighbour, surface))
    }
    if report.heldBatches > 0 {
      notes.append(
        BilingualText(
          vi: "\(report.heldBatches) gói đã giữ lại, chờ phần đi trước của chúng; khi phần đó đến, "
            + "máy tự ghép vào.",
          en: "\(counted(report.heldBatches, "batch is", "batches are")) kept and "
            + "\(report.heldBatches == 1 ? "waits" : "wait") for what came before; "
            + "once that is here, it is put together by itself."))
    }
    if !report.refusals.isEmpty {
      let codes = Set(report.refusals).sorted().joined(separator: ", ")
      notes.append(
        BilingualText(
          vi:
            "Không nhận được \(report.refusals.count) gói của máy kia (\(codes)). Máy kia vẫn giữ "
            + "chúng. Hãy \(surface.sync.vietnamese) khi có mạng.",
          en:
            "\(counted(report.refusals.count, "batch", "batches")) of the other laptop could not be "
            + "taken (\(codes)). It still has them. When there is a network, "
            + "\(surface.sync.english)."))
    }
    return notes
  }

  private static let commonLists = BilingualText(vi: "danh mục chung", en: "the common lists")

  private static func lacking(
    _ areas: [String], at neighbour: String?, _ surface: Surface
  ) -> BilingualText {
    let names = areas.map { $0.isEmpty ? commonLists : BilingualText(same: $0) }
    let list = BilingualText(
      vi: names.map(\.vietnamese).joined(separator: ", "),
      en: names.map(\.english).joined(separator: ", "))
    guard let neighbour else {
      return BilingualText(
        vi:
          "Máy kia không còn giữ những gói cũ mà máy này thiếu ở: \(list.vietnamese). Phần đó chỉ "
          + "trung tâm có: hãy \(surface.sync.vietnamese) hoặc nhận qua USB.",
        en: "The other laptop no longer has the older batches that this one lacks in: "
          + "\(list.english). Only the centre has them: \(surface.sync.english), or take them in "
          + "from a stick.")
    }
    return BilingualText(
      vi:
        "Máy này không còn giữ những gói cũ mà máy \(neighbour) thiếu ở: \(list.vietnamese). Phần "
        + "đó máy kia phải nhận từ trung tâm.",
      en:
        "This laptop no longer has the older batches that \(neighbour) lacks in: \(list.english). "
        + "That one has to get them from the centre.")
  }
}
