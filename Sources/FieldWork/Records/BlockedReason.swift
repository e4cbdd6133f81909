/// Why help failed: what the trainer's board counts and what to teach next.
///
/// Codes are append-only; a code of a later version is shown as it stands.
package enum BlockedReason: String, CaseIterable, Hashable, Sendable {
  /// No signal or network at the place.
  case noNetwork = "no-network"
  /// The resident has no smartphone.
  case noSmartphone = "no-smartphone"
  /// The phone is too old or too full for the application.
  case oldPhone = "old-phone"
  /// No electronic identity, or level 1 only.
  case noElectronicID = "no-electronic-id"
  /// The telephone number is not registered to the resident.
  case phoneNotOwn = "phone-not-own"
  /// The one-time code did not arrive.
  case noOneTimeCode = "no-one-time-code"
  /// The password was forgotten or the account is locked.
  case passwordForgotten = "password-forgotten"
  /// Papers are missing.
  case papersMissing = "papers-missing"
  /// Data of the population database are wrong or missing.
  case dataWrong = "data-wrong"
  /// The portal was down or failed.
  case portalFailed = "portal-failed"
  /// The portal was too complicated to finish.
  case portalComplicated = "portal-complicated"
  /// Paying online was not possible.
  case paymentFailed = "payment-failed"
  /// The resident lacks the digital skill.
  case lowSkill = "low-skill"
  /// The resident reads or speaks another language.
  case language = "language"
  /// The resident prefers to go in person.
  case prefersInPerson = "prefers-in-person"
  /// The resident does not trust the service.
  case noTrust = "no-trust"
  /// The person who must act was not there.
  case personAbsent = "person-absent"
  /// Time ran out.
  case noTime = "no-time"
  /// The member did not know how.
  case memberUnsure = "member-unsure"
  /// Something else, told in the note.
  case other = "other"

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .noNetwork: BilingualText(vi: "không có sóng, mạng", en: "no signal or network")
    case .noSmartphone: BilingualText(vi: "không có điện thoại thông minh", en: "no smartphone")
    case .oldPhone:
      BilingualText(vi: "điện thoại quá cũ hoặc đầy bộ nhớ", en: "phone too old or full")
    case .noElectronicID:
      BilingualText(
        vi: "chưa có định danh điện tử mức 2", en: "no level-2 electronic identity")
    case .phoneNotOwn:
      BilingualText(vi: "số điện thoại không chính chủ", en: "phone number not their own")
    case .noOneTimeCode:
      BilingualText(vi: "không nhận được mã OTP", en: "one-time code did not arrive")
    case .passwordForgotten:
      BilingualText(
        vi: "quên mật khẩu hoặc tài khoản bị khóa", en: "password forgotten or account locked")
    case .papersMissing: BilingualText(vi: "thiếu giấy tờ", en: "papers missing")
    case .dataWrong:
      BilingualText(
        vi: "dữ liệu dân cư sai hoặc thiếu", en: "population data wrong or missing")
    case .portalFailed: BilingualText(vi: "cổng dịch vụ công lỗi", en: "portal failed")
    case .portalComplicated:
      BilingualText(vi: "cổng dịch vụ công khó dùng", en: "portal too complicated")
    case .paymentFailed:
      BilingualText(vi: "không thanh toán trực tuyến được", en: "online payment failed")
    case .lowSkill: BilingualText(vi: "kỹ năng số còn yếu", en: "low digital skill")
    case .language: BilingualText(vi: "trở ngại ngôn ngữ", en: "language")
    case .prefersInPerson:
      BilingualText(vi: "quen đến nộp trực tiếp", en: "prefers to go in person")
    case .noTrust: BilingualText(vi: "chưa tin dịch vụ trực tuyến", en: "does not trust it")
    case .personAbsent:
      BilingualText(vi: "người phải tự làm vắng mặt", en: "the person needed was absent")
    case .noTime: BilingualText(vi: "hết thời gian", en: "no time left")
    case .memberUnsure:
      BilingualText(vi: "thành viên tổ chưa biết cách làm", en: "the member did not know how")
    case .other: BilingualText(vi: "lý do khác", en: "other")
    }
  }

  /// Reads a reason as typed: its code or its words in either language, with or without marks.
  package static func parse(_ text: String) -> BlockedReason? {
    guard text.utf8.count <= 200 else { return nil }
    let folded = SearchFold.base(text)
    return allCases.first { reason in
      [reason.rawValue, reason.words.vietnamese, reason.words.english]
        .contains { SearchFold.base($0) == folded }
    }
  }

  /// The words of a stored code; a code this version does not know stands for itself.
  package static func words(of code: String) -> BilingualText {
    BlockedReason(rawValue: code)?.words ?? BilingualText(same: code)
  }
}
