import FieldWork
import Replica
import SyncProtocol

/// What stands between a laptop and its centre: copies, losses, areas on their way, values that are
/// locked, data that differ. `status` and the pages say the same of it, with the same codes.
enum StandingWarning {
  static func all(
    _ laptop: Laptop, _ status: HandOverStatus, at now: Timestamp,
    on surface: Surface = .commands
  ) throws -> [(code: String, words: BilingualText)] {
    var warnings = try CopiedWarning.all(laptop) + StoppedWarning.all(laptop)
    warnings += try DeclaredLostWarning.all(laptop, on: surface)
    warnings += try LossWarning.standing(laptop, at: now, on: surface)
    if try laptop.store.showsNoSealedValues() {
      warnings.append(
        (
          "values-locked",
          BilingualText(
            vi: "Dữ liệu được lấy lại từ bản sao lưu, nên tên và thông tin cá nhân chưa hiện cho "
              + "đến khi gửi nhận xong một lần. Vẫn ghi tiếp được. Hãy "
              + "\(surface.sync.vietnamese).",
            en: "The data came from a backup, so names and personal values are not shown until one "
              + "sync has gone through. You can go on recording. \(surface.syncFirst).")
        ))
    }
    warnings += try HandBackWarning.all(laptop, on: surface)
    if status.differingScopes > 0 {
      warnings.append(
        (
          "digest-differs",
          BilingualText(
            vi: "Dữ liệu máy này khác với trung tâm; có thể thiếu bản ghi. Đừng xóa gì; hãy báo "
              + "điều phối viên.",
            en: "This laptop's data differ from the centre's; records may be missing. Delete "
              + "nothing; tell the coordinator.")
        ))
    }
    return warnings
  }
}
