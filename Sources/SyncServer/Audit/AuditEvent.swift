import FieldWork
import SyncProtocol

/// Who did something at the centre.
package enum AuditActor: Sendable, Equatable {
  /// Whoever works on the machine itself, by a command without an account.
  case keeper
  /// Somebody with an account.
  case account(AccountName)
  /// A program with a token; no account can have a name with a colon.
  case program(AccountName)
  /// A laptop that carries bundles of others.
  case courier(ReplicaID)

  /// The name in the log; nil for the keeper of the machine.
  package var account: String? {
    switch self {
    case .keeper: nil
    case .account(let name): name.text
    case .program(let name): "token:\(name.text)"
    case .courier(let laptop): "laptop:\(laptop.rawValue)"
    }
  }
}

extension AuditActor {
  /// The laptop that brought something for others; nil for people and programs.
  var courier: ReplicaID? { if case .courier(let laptop) = self { laptop } else { nil } }
}

/// Something that the log of the centre keeps: who saw, exported, changed what.
package struct AuditEvent: Sendable, Equatable {
  /// What was done; names of released versions stay.
  package enum Act: String, CaseIterable, Sendable {
    /// Somebody signed in.
    case signedIn = "signed-in"
    /// Somebody tried to sign in and was refused.
    case signInRefused = "sign-in-refused"
    /// Somebody signed out.
    case signedOut = "signed-out"
    /// A page or form was refused to somebody whose role does not allow it.
    case refused
    /// An account was locked by wrong passwords.
    case accountLocked = "account-locked"
    /// A password was chosen by its person.
    case passwordChosen = "password-chosen"
    /// A password was made anew by somebody else.
    case passwordRenewed = "password-renewed"
    /// An account was added.
    case accountAdded = "account-added"
    /// An account got other rights.
    case rightsChanged = "rights-changed"
    /// An account was closed.
    case accountClosed = "account-closed"
    /// An account was opened again.
    case accountOpened = "account-opened"
    /// An account was unlocked.
    case accountUnlocked = "account-unlocked"
    /// A program got a token.
    case tokenMade = "token-made"
    /// A program's token was closed.
    case tokenClosed = "token-closed"
    /// Records with names were seen.
    case seen
    /// What was asked for was not shown: it is not there, or beyond reach.
    case notShown = "not-shown"
    /// A form was sent.
    case sent
    /// A file was taken out.
    case exported
    /// A conflict was decided.
    case conflictDecided = "conflict-decided"
    /// An earlier value of a record was put back.
    case valueRestored = "value-restored"
    /// A month was closed.
    case monthClosed = "month-closed"
    /// A closed month was opened again.
    case monthReopened = "month-reopened"
    /// A visit was found right, or several were.
    case visitApproved = "visit-approved"
    /// A visit was sent back to its author.
    case visitSentBack = "visit-sent-back"
    /// A visit was rejected.
    case visitRejected = "visit-rejected"
    /// What a rule objected to was let stand.
    case ruledAdmitted = "ruled-admitted"
    /// What a rule objected to was rejected.
    case ruledRejected = "ruled-rejected"
    /// What was said of a visit was taken back.
    case rulingUndone = "ruling-undone"
    /// Two records were said to be one, or two, or that was taken back.
    case recordsLinked = "records-linked"
    /// A sample of assists was drawn.
    case sampleDrawn = "sample-drawn"
    /// Lines of a sample were checked.
    case sampleJudged = "sample-judged"
    /// Something was said of a record.
    case commented
    /// What was said of a record was answered.
    case commentAnswered = "comment-answered"
    /// A piece of feedback was typed in.
    case feedbackMade = "feedback-made"
    /// A piece of feedback was answered.
    case feedbackAnswered = "feedback-answered"
    /// It was said who answers a piece of feedback.
    case feedbackAssigned = "feedback-assigned"
    /// A piece of feedback was voided, or that was taken back.
    case feedbackVoided = "feedback-voided"
    /// Two assists were said to be one, or two, or that was taken back.
    case assistsRuled = "assists-ruled"
    /// The store was checked.
    case storeChecked = "store-checked"
    /// It was tried whether the centre can be restored from a backup.
    case restoreDrilled = "restore-drilled"
    /// A member got another team, or will on a day to come.
    case teamChanged = "team-changed"
    /// A command was run.
    case commandRun = "command-run"
    /// A pack was taken in from a stick.
    case bundleTakenIn = "bundle-taken-in"
    /// A return was written to a stick.
    case bundleWritten = "bundle-written"
    /// A newer program for laptops was taken in and signed.
    case updateTaken = "update-taken"
    /// What a pack brought was rejected as a whole.
    case bundleUndone = "bundle-undone"
    /// What an undone pack brought was admitted again.
    case bundleRedone = "bundle-redone"

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .signedIn: BilingualText(vi: "đăng nhập", en: "signed in")
      case .signInRefused: BilingualText(vi: "đăng nhập bị từ chối", en: "was refused to sign in")
      case .signedOut: BilingualText(vi: "đăng xuất", en: "signed out")
      case .refused: BilingualText(vi: "bị từ chối trang", en: "was refused the page")
      case .accountLocked:
        BilingualText(vi: "tài khoản bị khóa vì gõ sai", en: "locked by wrong passwords")
      case .passwordChosen: BilingualText(vi: "tự chọn mật khẩu", en: "chose a password")
      case .passwordRenewed:
        BilingualText(vi: "cấp mật khẩu mới cho", en: "made a new password for")
      case .accountAdded: BilingualText(vi: "thêm tài khoản", en: "added the account")
      case .rightsChanged: BilingualText(vi: "đổi quyền của", en: "changed the rights of")
      case .accountClosed: BilingualText(vi: "đóng tài khoản", en: "closed the account")
      case .accountOpened: BilingualText(vi: "mở lại tài khoản", en: "opened again the account")
      case .accountUnlocked: BilingualText(vi: "bỏ khóa tài khoản", en: "unlocked the account")
      case .tokenMade: BilingualText(vi: "cấp mã truy cập", en: "made the token")
      case .tokenClosed: BilingualText(vi: "đóng mã truy cập", en: "closed the token")
      case .seen: BilingualText(vi: "mở", en: "opened")
      case .notShown:
        BilingualText(vi: "không được cho xem", en: "was not shown")
      case .sent: BilingualText(vi: "gửi biểu mẫu", en: "sent the form")
      case .exported: BilingualText(vi: "xuất tệp", en: "exported")
      case .conflictDecided:
        BilingualText(vi: "quyết định mâu thuẫn", en: "decided the conflict")
      case .valueRestored: BilingualText(vi: "lấy lại giá trị cũ", en: "put an earlier value back")
      case .monthClosed: BilingualText(vi: "chốt tháng", en: "closed the month")
      case .monthReopened: BilingualText(vi: "mở lại tháng", en: "opened the month again")
      case .visitApproved: BilingualText(vi: "duyệt lượt thăm", en: "approved the visit")
      case .visitSentBack: BilingualText(vi: "trả lại lượt thăm", en: "sent the visit back")
      case .visitRejected:
        BilingualText(vi: "không chấp nhận lượt thăm", en: "rejected the visit")
      case .ruledAdmitted:
        BilingualText(vi: "chấp nhận điều chưa được nhận ở", en: "let stand what was written to")
      case .ruledRejected:
        BilingualText(vi: "không chấp nhận điều đã ghi ở", en: "rejected what was written to")
      case .rulingUndone: BilingualText(vi: "thôi điều đã quyết về", en: "took back the ruling on")
      case .recordsLinked:
        BilingualText(vi: "quyết định trùng hay không", en: "ruled whether these are one")
      case .sampleDrawn: BilingualText(vi: "rút mẫu kiểm tra số", en: "drew the sample")
      case .sampleJudged: BilingualText(vi: "xem mẫu kiểm tra số", en: "checked the sample")
      case .commented: BilingualText(vi: "nhận xét về", en: "commented on")
      case .commentAnswered: BilingualText(vi: "trả lời nhận xét về", en: "answered of")
      case .feedbackMade: BilingualText(vi: "nhập phản ánh", en: "typed in the feedback")
      case .feedbackAnswered: BilingualText(vi: "trả lời phản ánh", en: "answered the feedback")
      case .feedbackAssigned:
        BilingualText(vi: "giao trả lời phản ánh", en: "said who answers the feedback")
      case .feedbackVoided:
        BilingualText(vi: "hủy hoặc lấy lại phản ánh", en: "voided or restored the feedback")
      case .assistsRuled:
        BilingualText(vi: "quyết định hai lượt hỗ trợ", en: "ruled whether these assists are one")
      case .storeChecked: BilingualText(vi: "kiểm tra dữ liệu", en: "checked the data")
      case .restoreDrilled:
        BilingualText(vi: "diễn tập khôi phục từ", en: "drilled a restore from")
      case .teamChanged:
        BilingualText(vi: "chuyển tổ của", en: "changed the team of")
      case .commandRun: BilingualText(vi: "chạy lệnh", en: "ran the command")
      case .bundleTakenIn: BilingualText(vi: "nhận gói USB", en: "took in the pack")
      case .bundleWritten: BilingualText(vi: "ghi gói trả lời", en: "wrote the return")
      case .updateTaken:
        BilingualText(vi: "nhận và ký chương trình", en: "took in and signed the program")
      case .bundleUndone: BilingualText(vi: "hủy gói USB", en: "undid the pack")
      case .bundleRedone: BilingualText(vi: "nhận lại gói USB", en: "admitted again the pack")
      }
    }
  }

  /// Characters of a subject or detail; the rest is cut.
  package static let maximumCharacters = 400

  /// What was done.
  package let act: Act
  /// To what: an account, a record's code, a page, a command. Never a resident's name.
  package let subject: String
  /// What belongs to it, such as the rows of an export; empty for nothing.
  package let detail: String

  /// Describes what was done.
  package init(_ act: Act, _ subject: String, detail: String = "") {
    self.act = act
    self.subject = String(subject.prefix(Self.maximumCharacters))
    self.detail = String(detail.prefix(Self.maximumCharacters))
  }
}

/// A line of the log.
package struct AuditEntry: Sendable, Equatable {
  /// Its number: 1, 2, 3, without gaps.
  package let number: Int64
  /// When, by the centre's clock.
  package let at: Timestamp
  /// The account that did it; nil for the keeper of the machine.
  package let account: String?
  /// The stable name of what was done, also one that this version does not know.
  package let act: String
  /// To what.
  package let subject: String
  /// What belongs to it.
  package let detail: String
  /// The hash of the line before and of this one.
  package let hash: [UInt8]

  /// What was done, in words.
  package var words: BilingualText {
    AuditEvent.Act(rawValue: act)?.words ?? BilingualText(same: act)
  }
}
