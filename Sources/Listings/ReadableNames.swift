import FieldWork
import Replica

/// Whether names on record can be read, with which those of a list are compared.
package enum ReadableNames {
  /// Why no list can be taken in; nil where it can.
  ///
  /// Where nobody can read the names on record, every line would be taken for new and written twice.
  package static func refusal(_ store: Store) throws -> BilingualText? {
    guard try !store.showsNoSealedValues() else {
      return BilingualText(
        vi: "Dữ liệu ở đây lấy từ bản sao lưu và chưa hiện tên, nên không thể biết ai đã có "
          + "trong sổ; chưa ghi gì. Hãy để các máy gửi nhận xong rồi nhập lại.",
        en: "The data here came from a backup and show no names yet, so nobody can tell who is "
          + "on record already; nothing was written. Have the laptops sync, then import again.")
    }
    return nil
  }

  /// That some names cannot be read yet; nil where all can.
  package static func missing(_ store: Store) throws -> BilingualText? {
    let missing = Int(clamping: try store.missingKeyCount())
    guard missing > 0 else { return nil }
    return BilingualText(
      vi: "\(missing) khóa chưa về: tên và số điện thoại gắn với chúng không so sánh được, nên "
        + "người đã có trong sổ có thể bị coi là mới. Xem “resident duplicates” khi khóa đã về.",
      en: "\(counted(missing, "key has", "keys have")) not come: names and telephone numbers "
        + "under them cannot be compared, so somebody on record may be taken for new. Look at "
        + "“resident duplicates” when the keys are here.")
  }
}
