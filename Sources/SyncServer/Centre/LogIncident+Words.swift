import FieldWork
import Replica

extension LogIncident {
  /// What is the matter and what to do; `label` is what people call the laptop, nil for one that is
  /// none of ours.
  package func words(label: String?) -> BilingualText {
    let laptop = label ?? "#\(replica.rawValue)"
    return switch kind {
    case .ungranted:
      BilingualText(
        vi: "\(laptop): \(operations) thao tác ghi khi máy không có quyền ở đó (chưa giao, đã "
          + "trả lại hoặc báo mất); đã gộp, chờ quyết định: “camtay-server review list”.",
        en: "\(laptop): operations written without the right to that area (never granted, handed "
          + "back, or lost): \(operations); merged, and waiting for a ruling: “camtay-server "
          + "review list”.")
    case .held:
      BilingualText(
        vi: "\(laptop): \(operations) thao tác đang chờ phần chưa tới đây; xem “camtay-server gap "
          + "list”.",
        en: "\(laptop): operations that wait for a part that has not come here: \(operations); see "
          + "“camtay-server gap list”.")
    case .needsUpgrade:
      BilingualText(
        vi: "\(laptop): \(operations) thao tác của phiên bản mới hơn; giữ nguyên đến khi nâng cấp.",
        en: "\(laptop): operations of a later version: \(operations); kept until the upgrade.")
    case .fork:
      BilingualText(
        vi:
          "\(laptop): dữ liệu của máy này đã bị chép hoặc phục hồi; hãy ghi danh lại máy bằng “enroll-code "
          + "--replaces”.",
        en: "\(laptop): its data were copied or put back; enrol the laptop anew with “enroll-code "
          + "--replaces”.")
    case .collision:
      BilingualText(
        vi: "\(laptop): hai bản sao của máy này cùng ghi; \(operations) thao tác được giữ riêng. "
          + "Bản nào còn dùng thì tự ghi lại phần của nó khi gửi nhận. Nếu đĩa của máy từng bị đưa "
          + "về bản cũ, phần ghi sau bản đó không còn ai ghi lại và chưa được tính: xem "
          + "“camtay-server aside list” và quyết định. Hãy ghi danh lại máy.",
        en: "\(laptop): two copies of it wrote at once; operations kept aside: \(operations). "
          + "A copy that is still in use writes its own again by itself at its next sync. Where the disk "
          + "was put back to an older state, nobody writes again what came after that, and it is "
          + "not counted yet: see “camtay-server aside list”, and decide. Enrol it anew.")
    case .refused:
      BilingualText(
        vi: "\(laptop): \(batches) gói bị từ chối (\(reason)).",
        en: "\(laptop): refused batches: \(batches) (\(reason)).")
    }
  }
}
