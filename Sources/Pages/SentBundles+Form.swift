import FieldWork
import Web

/// Files of bundles in a form.
extension SentBundles {
  /// Sorts what was sent in one field.
  package init(_ sent: [FormData.File], by field: String) {
    self.init(sent.filter { $0.name == field }.map { ($0.fileName, $0.bytes) })
  }

  /// The field in which they are chosen.
  package static func field(_ name: String) -> PageField {
    PageField(
      name, BilingualText(vi: "Các tệp của gói", en: "Files of bundles"), .files,
      hint: BilingualText(
        vi: "mở thư mục camtay của USB và chọn tất cả tệp trong đó",
        en: "open the folder camtay of the stick and choose every file in it"), isRequired: true)
  }
}
