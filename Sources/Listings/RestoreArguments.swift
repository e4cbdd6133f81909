import CommandLine

/// What `restore` takes in both programs.
package enum RestoreArguments {
  /// The backup, its keys, and what a person has to ask for by name.
  package static let all: [Argument] = [
    .positional("file", BilingualText(vi: "tệp sao lưu", en: "the backup")),
    .option(
      "keys", "FILE",
      BilingualText(
        vi: "tệp khóa do “backup --with-keys” tạo ra",
        en: "the file of keys that “backup --with-keys” made")),
    .flag(
      "force",
      BilingualText(
        vi: "cả khi dữ liệu hiện có nhiều hơn bản sao lưu (vẫn giữ lại bên cạnh)",
        en: "also when the present data have more than the backup (they are kept beside it)")),
    .flag(
      "accept-damage",
      BilingualText(
        vi: "nhận cả bản sao lưu bị hỏng; chỉ khi không còn bản nào khác",
        en: "take a damaged backup too; only if there is no other one")),
    .flag(
      "dry-run",
      BilingualText(vi: "chỉ kiểm tra, không thay đổi gì", en: "only check, change nothing")),
  ]
}
