import FieldWork
import Replica
import SyncProtocol

extension Centre {
  /// What proves on paper to a laptop that its pack was taken in; nil for a laptop that is not known.
  func paperReceipt(of pack: [UInt8], from laptop: ReplicaID) throws -> PaperReceipt? {
    let certificate = try inspect { try $0.store.certificate(of: laptop) }
    return try certificate.map {
      try PaperReceipt(of: pack, from: laptop, publicKey: $0.publicKey, root: keys.root)
    }
  }
}

/// The words about receipts on paper at the centre.
enum PaperReceiptWords {
  static let title = BilingualText(vi: "Biên nhận trên giấy", en: "Receipt on paper")
  static let use = BilingualText(
    vi: "Đọc, chép hay in cho người giữ máy: gõ hoặc quét vào máy ấy (Gửi › Biên nhận trên giấy, "
      + "hoặc camtay receipt MÃ) là máy biết gói này đã về tới trung tâm.",
    en: "Read it out, copy or print it for the holder of the laptop: typed or scanned there (Send "
      + "› Receipt on paper, or camtay receipt CODE), the laptop knows that this pack has arrived.")

  static func line(_ laptop: String, _ number: UInt64, _ receipt: PaperReceipt) -> BilingualText {
    BilingualText(
      vi: "Biên nhận trên giấy cho gói số \(number) của “\(laptop)”: \(receipt.text)",
      en: "Receipt on paper for pack number \(number) of “\(laptop)”: \(receipt.text)")
  }
}
