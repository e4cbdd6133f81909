import CommandLine

/// What a person is told whose store was copied or put back.
enum CopiedWarning {
  /// The warning, while there is reason for it.
  static func all(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    try laptop.store.copiedSince() == nil ? [] : [("copied", words)]
  }

  /// What is safe and what to do next.
  static let words = BilingualText(
    vi: "Dữ liệu của máy này đã được chép sang máy khác hoặc lấy lại từ bản cũ. Không mất bản ghi "
      + "nào và vẫn ghi tiếp được. Hãy xin điều phối viên một mã ghi danh mới rồi chạy ngay tại máy "
      + "này:\n  camtay enroll --server ĐỊA_CHỈ --code MÃ\n"
      + "Dữ liệu giữ nguyên, máy được cấp số mới.",
    en: "This laptop's data were copied to another one, or put back from an older state. No record "
      + "is lost and you can go on recording. Ask the coordinator for a new enrolment code and run, "
      + "on this laptop:\n  camtay enroll --server URL --code CODE\n"
      + "The data stay as they are; the laptop gets a new number.")
}
