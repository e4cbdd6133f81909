import CommandLine
import FieldWork
import Listings
import Replica

/// `receipt CODE`: what the centre said on paper of a pack that was carried to it.
struct ReceiptCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["receipt"]
  let abstract = BilingualText(
    vi: "gõ biên nhận trên giấy của trung tâm: gói USB nào đã về tới nơi",
    en: "enter the centre's receipt on paper: which pack has arrived")
  let arguments: [Argument] = [
    .positional(
      "code",
      BilingualText(
        vi: "ba nhóm bốn ký tự trên biên nhận, hay cả dòng quét được",
        en: "the three groups of four on the receipt, or the whole line that was scanned"),
      repeats: true, maximumBytes: 200)
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let receipt = try PaperReceipt(parsing: invocation.texts("code").joined(separator: " "))
    let laptop = try laptop(invocation, console)
    guard let pack = try laptop.note(receipt) else { throw PaperReceiptWords.unknown }
    if console.isJSON {
      console.json(PackWords.json(pack))
    } else {
      console.say(PaperReceiptWords.arrived(pack))
    }
    return .done
  }
}

extension Laptop {
  /// The pack that a receipt on paper is for; nil where it is for none of this laptop's.
  func note(_ receipt: PaperReceipt) throws -> PackNote? {
    let key = try LaptopKeys(home).enrolledKey()
    return try writing { records, clock in
      try records.store.noteReceipt(receipt, key: key, at: clock.wall)
    }
  }
}

/// The words about receipts on paper at a laptop.
enum PaperReceiptWords {
  /// That a pack arrived, and what that changes.
  static func arrived(_ pack: PackNote) -> BilingualText {
    let time = Format.dateTime(LocalDateTime(milliseconds: pack.packed.rawValue))
    return BilingualText(
      vi: "Đúng: gói số \(pack.number) ghi lúc \(time), \(pack.operations) thao tác, đã về tới "
        + "trung tâm. Máy này vẫn giữ mọi bản ghi, và chờ trả lời của trung tâm theo USB hay mạng.",
      en: "Right: pack number \(pack.number), written \(time) with "
        + "\(counted(pack.operations, "operation", "operations")), has arrived at the centre. This "
        + "laptop keeps all records, and waits for the centre's answer by stick or network.")
  }

  /// A receipt for no pack of this laptop.
  static let unknown = Failure(
    "receipt-unknown", .userError,
    BilingualText(
      vi: "Biên nhận này không phải của gói nào mà máy này còn nhớ: có thể là của máy khác, hoặc "
        + "của gói đã quá cũ. Chưa đổi gì; dữ liệu vẫn ở trên máy này.",
      en: "This receipt is for no pack that this laptop remembers: it may be another laptop's, or "
        + "for a pack of long ago. Nothing was changed; your data are still on this laptop."))
}
