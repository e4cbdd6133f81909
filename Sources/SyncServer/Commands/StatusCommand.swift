import CommandLine
import FieldWork
import Listings
import Replica

/// `status`: what the centre holds and what needs a look.
struct StatusCommand: Command {
  let context: CommandContext

  let name = ["status"]
  let abstract = BilingualText(vi: "tình trạng của trung tâm", en: "the state of the centre")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let health = try centre.health()
    let (status, concerns) = (health.status, health.concerns)
    let fates = try centre.laptopFates()
    // Of a laptop that reports no more there is nothing to compare.
    let proofs = PeerProofListing(
      try centre.inspect { try $0.store.peerProofs() }.filter {
        !(fates[$0.replica]?.isSilent ?? false)
      },
      try centre.laptops(), try centre.inspect { try CentreShortfall($0.store) })
    let ownIncidents = health.ownIncidents
    let settings = centre.settings
    let today = LocalDateTime(time: centre.surroundings.clock().wall).date
    let carried = try Period(.day, holding: today).map {
      try centre.coverage(of: $0, today: today)
    }
    let free = health.metrics.counts.freeDiskBytes
    if console.isJSON {
      console.json([
        "home": .text(centre.home.path), "place": .text(settings.place.code),
        "place_name": .text(settings.place.name), "laptops": .integer(status.laptops),
        "laptops_that_reported": .integer(status.reported),
        "laptops_on_their_way": .integer(Int64(carried?.laptopsOnTheWay.count ?? 0)),
        "hamlets": .integer(status.hamlets),
        "batches": .integer(status.batches), "held_batches": .integer(status.heldBatches),
        "incidents": .array(
          status.incidents.map {
            [
              "kind": .text($0.kind.rawValue), "replica": .integer(Int64($0.replica.rawValue)),
              "batches": .integer($0.batches), "operations": .integer($0.operations),
              "reason": .text($0.reason),
            ]
          }),
        "replaced_laptops": .array(
          status.replaced.map {
            ["label": .text($0.label), "settled": .bool($0.fate.isSettled)]
          }),
        "lost_and_heard": .array(status.heardAgain.map { .text($0.label) }),
        "laptops_compared": proofs.json, "own_incidents": .integer(ownIncidents),
        "restores": .array(
          status.restores.map { note in
            [
              "kind": .text(note.incident.kind),
              "replica": .integer(Int64(note.incident.replica.rawValue)),
              "detail": .text(note.incident.detail),
              "at": .text(LocalDateTime(milliseconds: note.incident.at.rawValue).iso),
              "settled": .bool(note.isSettled),
            ]
          }),
        "locked_awaiting": Self.awaited(status, isLocked: true),
        "unlocked_awaiting": Self.awaited(status, isLocked: false),
        "missing_keys": .integer(status.missingKeys),
        "link_troubles": .array(status.linkTroubles.map(\.json)),
        "concerns": .array(concerns.map(\.json)),
        "last_backup": .text(
          orNull: status.lastBackup.map { LocalDateTime(milliseconds: $0.rawValue).iso }),
        "refusals": .integer(status.refusals), "conflicts": .integer(status.conflicts),
        "open_reviews": .integer(status.openReviews),
        "aside_waiting": .integer(Int64(status.asideWaiting)),
        "free_disk_bytes": .integer(orNull: free),
      ])
    } else {
      let megabytes = free.map { "\($0 >> 20) MB" } ?? "?"
      console.say(
        BilingualText(
          vi: """
            \(settings.place.name) (\(settings.place.code)) · \(centre.home.path)
            Máy: \(status.laptops), đã gửi số liệu: \(status.reported) · thôn: \(status.hamlets)
            Gói đã nhận: \(status.batches) · đang chờ gói khác: \(status.heldBatches) · \
            đã từ chối: \(status.refusals)
            Chỗ ghi khác nhau: \(status.conflicts) · chờ xem xét: \(status.openReviews) · đĩa còn trống: \(megabytes)
            """,
          en: """
            \(settings.place.name) (\(settings.place.code)) · \(centre.home.path)
            Laptops: \(status.laptops), reported: \(status.reported) · hamlets: \(status.hamlets)
            Batches received: \(status.batches) · waiting for others: \(status.heldBatches) · \
            refused: \(status.refusals)
            Conflicts: \(status.conflicts) · to review: \(status.openReviews) · disk free: \(megabytes)
            """))
    }
    if !console.isJSON {
      if let words = carried?.carriedWords { console.say(words) }
      let laptops = try centre.laptops()
      for incident in status.incidents {
        let label = laptops.first { $0.replica == incident.replica }?.label
        console.say(incident.words(label: label))
      }
      if status.asideWaiting > 0 { console.say(AsideWords.waiting(status.asideWaiting)) }
      for laptop in status.replaced + status.heardAgain {
        if let line = laptop.fate.line(of: laptop.label) { console.say(line) }
      }
      for line in proofs.lines { console.say(line) }
      if ownIncidents > 0 {
        console.say(
          BilingualText(
            vi: "\(ownIncidents) sự cố của chính trung tâm; xem “camtay-server incident list”.",
            en: "Incidents of the centre itself: \(ownIncidents); "
              + "see “camtay-server incident list”."))
      }
      for words in status.restores.compactMap(\.words) { console.say(words) }
      for note in status.linkTroubles { console.say(note.words) }
      for concern in concerns { console.say(concern.words) }
      if let lock = status.sealedValuesLock { console.say(lock.words) }
      if status.missingKeys > 0 {
        console.say(VerificationReport.words(missingKeys: status.missingKeys))
      }
      for line in try HandBackLines.all(centre) { console.say(line) }
      console.say(backupWords(status))
    }
    let needsLook =
      Int64(status.incidents.count) + status.conflicts + status.openReviews
      + status.heldBatches + status.refusals > 0 || proofs.hasDifference || proofs.hasStopped
      || status.sealedValuesLock != nil || !status.linkTroubles.isEmpty
      || status.asideWaiting > 0
      || concerns.contains(where: \.needsAttention)
    return needsLook ? .needsAttention : .done
  }

  /// The laptops awaited while values are locked, or were unlocked early; null otherwise.
  private static func awaited(_ status: CentreStatus, isLocked: Bool) -> JSONValue {
    guard let lock = status.sealedValuesLock, lock.isLocked == isLocked else { return .null }
    return .array(lock.awaited.map { .text($0) })
  }

  private func backupWords(_ status: CentreStatus) -> BilingualText {
    guard let last = status.lastBackup else {
      return BilingualText(
        vi: "Chưa có bản sao lưu nào ngoài máy này: camtay-server backup TỆP",
        en: "There is no backup off this machine yet: camtay-server backup FILE")
    }
    let time = Format.dateTime(LocalDateTime(milliseconds: last.rawValue))
    return BilingualText(
      vi: "Bản sao lưu ngoài máy gần nhất: \(time)", en: "Last backup off this machine: \(time)")
  }
}
