import FieldWork

/// What somebody with an account is there for.
package enum Role: String, CaseIterable, Sendable {
  /// Their own work, as it arrived.
  case volunteer
  /// The work and the laptops of a team.
  case teamLead = "team-lead"
  /// Everything of a unit, or of the whole centre.
  case coordinator
  /// Counts without names.
  case trainer
  /// The log of who saw and changed what, and nothing else.
  case auditor
  /// Accounts, and no record of a resident.
  case administrator

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .volunteer: BilingualText(vi: "thành viên tổ", en: "volunteer")
    case .teamLead: BilingualText(vi: "tổ trưởng", en: "team lead")
    case .coordinator: BilingualText(vi: "điều phối viên", en: "coordinator")
    case .trainer: BilingualText(vi: "người tập huấn", en: "trainer")
    case .auditor: BilingualText(vi: "người kiểm tra nhật ký", en: "auditor")
    case .administrator: BilingualText(vi: "quản trị tài khoản", en: "administrator")
    }
  }

  /// What the role may see and do, in a line for whoever gives it.
  package var meaning: BilingualText {
    switch self {
    case .volunteer:
      BilingualText(
        vi: "xem số liệu của chính mình ở trung tâm",
        en: "sees the centre's numbers of their own work")
    case .teamLead:
      BilingualText(
        vi: "xem số liệu và các máy của một tổ", en: "sees the numbers and the laptops of one team")
    case .coordinator:
      BilingualText(
        vi: "xem và xử lý mọi thứ của một xã, hoặc của cả trung tâm",
        en: "sees and clears everything of one unit, or of the whole centre")
    case .trainer:
      BilingualText(
        vi: "xem số đếm, không bao giờ thấy tên", en: "sees counts, and never a name")
    case .auditor:
      BilingualText(
        vi: "chỉ xem nhật ký: ai đã xem, xuất, sửa gì",
        en: "sees only the log of who saw, exported and changed what")
    case .administrator:
      BilingualText(
        vi: "quản lý tài khoản, không thấy bản ghi nào của người dân",
        en: "sees to accounts, and sees no record of a resident")
    }
  }
}
