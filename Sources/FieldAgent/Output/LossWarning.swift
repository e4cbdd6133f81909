import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What an author is told of batches that the centre was told nobody has any more (`gap declare`).
enum LossWarning {
  private static let shownBatches = 5
  /// How long `status` speaks of work that is not here any more, in milliseconds: 90 days.
  private static let standingMilliseconds: Int64 = 90 * 86_400_000

  /// What `status` says: of what still has to be handed over, and for a while of what is gone.
  static func standing(
    _ laptop: Laptop, at now: Timestamp, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    let losses = try laptop.store.ownDeclaredLosses().filter { loss in
      switch loss.fate {
      case .handedOver, .writtenAnew: false
      case .shownHere, .keptHere: true
      // The row's time is whatever was written there; `now` is a clock's.
      case .notHere: loss.declaredAt.rawValue > now.rawValue - standingMilliseconds
      }
    }
    return try words(of: losses, laptop, on: surface)
  }

  /// One warning for what became of all that share a fate; of what this laptop wrote again itself
  /// none, for that is not lost, and the sync says so that wrote it.
  static func words(
    of losses: [DeclaredLoss], _ laptop: Laptop, on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    let fates: [DeclaredLoss.Fate] = [.notHere, .keptHere, .shownHere, .handedOver]
    return try fates.compactMap { fate in
      let shared = losses.filter { $0.fate == fate }
      guard !shared.isEmpty else { return nil }
      let list = try shared.prefix(shownBatches).map { try name($0, laptop) }
        .reduce(BilingualText(same: "")) { all, next in
          all.english.isEmpty ? next : all + BilingualText(same: "; ") + next
        }
      let left = shared.count - shownBatches
      let rest =
        left > 0
        ? BilingualText(vi: "; và \(left) gói nữa. ", en: "; and \(left) more. ")
        : BilingualText(same: ". ")
      return (
        fate == .handedOver ? "declared-lost-handed-over" : "declared-lost",
        BilingualText(
          vi: "Trung tâm đã khai báo mất \(shared.count) gói của máy này: ",
          en: "The centre declared \(counted(shared.count, "batch", "batches")) of this laptop "
            + "lost: ") + list + rest + next(fate, surface)
      )
    }
  }

  /// A batch by its area, number and dates.
  private static func name(_ loss: DeclaredLoss, _ laptop: Laptop) throws -> BilingualText {
    func date(_ time: Timestamp) -> String {
      Format.date(LocalDateTime(milliseconds: time.rawValue).date)
    }
    let label = try HandBackWarning.label(of: loss.scope, laptop)
    let content: BilingualText
    if let closedAt = loss.closedAt, let operations = loss.operations {
      content = BilingualText(
        vi: " (\(operations) thao tác, gói ngày \(date(closedAt)))",
        en: " (\(counted(operations, "operation", "operations")), closed \(date(closedAt)))")
    } else {
      content = BilingualText(same: "")
    }
    // The centre itself says so of a batch below a lost one (SPEC 10.4).
    let person =
      loss.declaredBy.map { BilingualText(same: $0) }
      ?? BilingualText(
        vi: "do trung tâm, vì gói sau nó đã khai báo mất",
        en: "the centre, because a later one had been declared lost")
    let note = loss.note.map { ": “\($0)”" } ?? ""
    return BilingualText(
      vi: "“\(label)” số \(loss.sequence)", en: "“\(label)” no. \(loss.sequence)") + content
      + BilingualText(
        vi: ", khai báo ngày \(date(loss.declaredAt)), \(person.vietnamese)\(note)",
        en: ", declared \(date(loss.declaredAt)) by \(person.english)\(note)")
  }

  /// Whether the work still stands, and what to do.
  private static func next(_ fate: DeclaredLoss.Fate, _ surface: Surface) -> BilingualText {
    switch fate {
    case .handedOver, .writtenAnew:
      BilingualText(
        vi: "Trung tâm nay đã nhận được và đã ghi lại, nên không mất gì. Không phải làm gì thêm.",
        en: "The centre has received it since and wrote down what it said, so nothing is lost. "
          + "There is nothing to do.")
    case .shownHere:
      BilingualText(
        vi: "Nội dung vẫn còn trên máy này. Hãy \(surface.sync.vietnamese): trung tâm sẽ nhận và "
          + "ghi lại.",
        en: "What it says still stands on this laptop. \(surface.syncFirst): the centre takes it "
          + "and "
          + "writes it down again.")
    case .keptHere:
      BilingualText(
        vi: "Gói vẫn còn trên máy này nhưng nội dung chưa hiện. Hãy \(surface.sync.vietnamese): "
          + "trung tâm sẽ nhận và ghi lại.",
        en: "It is kept on this laptop, and what it says is not shown. \(surface.syncFirst): "
          + "the centre takes it and writes it down again.")
    case .notHere:
      BilingualText(
        vi: "Gói không còn trên máy này, nên điều đã ghi trong đó có thể không còn hiện. Hãy xem "
          + "lại danh sách hộ và lượt thăm, ghi lại những gì thiếu, và hỏi điều phối viên có bản "
          + "sao lưu nào còn không.",
        en: "It is not on this laptop any more, so what it said may be shown no longer. Look "
          + "through your households and visits, record anew what is missing, and ask the "
          + "coordinator "
          + "whether a backup still has it.")
    }
  }
}
