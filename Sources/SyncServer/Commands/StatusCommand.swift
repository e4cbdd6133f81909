import CommandLine
import FieldWork
import Replica

/// `status`: what the centre holds and what needs a look.
struct StatusCommand: Command {
  let context: CommandContext

  let name = ["status"]
  let abstract = Words(vi: "tình trạng của trung tâm", en: "the state of the centre")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let status = try centre.status()
    let settings = centre.settings
    let free = centre.home.freeDiskBytes
    if console.isJSON {
      console.json([
        "home": .text(centre.home.path), "place": .text(settings.place.code),
        "place_name": .text(settings.place.name), "laptops": .integer(status.laptops),
        "laptops_that_reported": .integer(status.reported), "hamlets": .integer(status.hamlets),
        "batches": .integer(status.batches), "held_batches": .integer(status.heldBatches),
        "incidents": .array(
          status.incidents.map {
            [
              "kind": .text($0.kind.rawValue), "replica": .integer(Int64($0.replica.rawValue)),
              "batches": .integer($0.batches), "operations": .integer($0.operations),
              "reason": .text($0.reason),
            ]
          }),
        "refusals": .integer(status.refusals), "conflicts": .integer(status.conflicts),
        "open_reviews": .integer(status.openReviews),
        "free_disk_bytes": .integer(orNull: free.map { Int64(clamping: $0) }),
      ])
    } else {
      let megabytes = free.map { "\($0 >> 20) MB" } ?? "?"
      console.say(
        Words(
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
      let laptops = try centre.laptops()
      for incident in status.incidents {
        let label = laptops.first { $0.replica == incident.replica }?.label
        console.say(Words(incident.words(label: label)))
      }
    }
    let needsLook =
      Int64(status.incidents.count) + status.conflicts + status.openReviews
      + status.heldBatches + status.refusals > 0
    return needsLook ? .needsAttention : .done
  }
}
