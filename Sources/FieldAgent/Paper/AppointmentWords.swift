import FieldWork

/// What is said beside a day that the team counted and no authority promised: its receipt holds.
enum AppointmentWords {
  /// Beside the day that a limit comes to.
  static let countedDay = BilingualText(
    vi: "Ngày dự kiến do tổ đếm theo thời hạn của thủ tục; nếu giấy hẹn ghi khác thì theo "
      + "giấy hẹn.",
    en: "The team counted this day by the procedure's time limit; where the receipt of the "
      + "authority says another, that one holds.")

  /// Beside a limit, before anything is filed.
  static let limit = BilingualText(
    vi: "Ngày hẹn tính từ thời hạn này chỉ là dự kiến; nếu giấy hẹn ghi khác thì theo giấy hẹn.",
    en: "A day counted from this time limit is an expectation; where the receipt of the "
      + "authority says another, that one holds.")

  /// How the time of a dossier is called.
  static func label(isCounted: Bool) -> BilingualText {
    isCounted
      ? BilingualText(vi: "Dự kiến có kết quả", en: "Expected by")
      : FieldLabel.words(of: "appointment_minute")
  }
}
