extension RecordWarning {
  /// The stable code, for `--json`.
  package var code: String {
    switch self {
    case .dateInFuture: "date-in-future"
    case .dateLongAgo: "date-long-ago"
    case .returnDateFar: "return-date-far"
    case .clockUnchecked: "clock-unchecked"
    case .possibleDuplicates: "possible-duplicates"
    case .evidenceMissing: "evidence-missing"
    case .calendarIncomplete: "calendar-incomplete"
    case .noTimeLimit: "no-time-limit"
    case .hamletNotThen: "hamlet-not-then"
    case .unitNotThen: "unit-not-then"
    case .beforeTeam: "before-team"
    case .afterTeam: "after-team"
    case .localLimitLonger: "local-limit-longer"
    case .monthClosed: "month-closed"
    case .idContradictsBirthYear: "id-contradicts-birth-year"
    case .idContradictsSex: "id-contradicts-sex"
    case .dossierCodeUsed: "dossier-code-used"
    case .unlikeDossierCode: "unlike-dossier-code"
    case .dossierOfAnother: "dossier-of-another"
    case .assistOfAnother: "assist-of-another"
    case .dossierOfAnotherDay: "dossier-of-another-day"
    case .notInForce: "not-in-force"
    case .versionOfSameDay: "version-of-same-day"
    case .detailsMissing: "details-missing"
    case .campaignVoided: "campaign-voided"
    case .campaignUnknown: "campaign-unknown"
    }
  }

  /// What a person should know; the record is saved.
  package var words: BilingualText {
    switch self {
    case .dateInFuture(let date):
      BilingualText(
        vi: "Đã lưu. Ngày \(Format.date(date)) ở tương lai; hãy xem lại.",
        en: "Saved. The date \(Format.date(date)) lies in the future; look at it again.")
    case .dateLongAgo(let date):
      BilingualText(
        vi: "Đã lưu. Ngày \(Format.date(date)) đã cách hơn một năm; hãy xem lại.",
        en: "Saved. The date \(Format.date(date)) is more than a year back; look at it again.")
    case .returnDateFar(let date):
      BilingualText(
        vi: "Đã lưu. Ngày quay lại \(Format.date(date)) còn hơn hai năm nữa: trung tâm sẽ đưa vào "
          + "danh sách xem xét; hãy xem lại.",
        en: "Saved. The day to come back, \(Format.date(date)), is more than two years ahead: the "
          + "centre will hold it for review; look at it again.")
    case .clockUnchecked:
      BilingualText(
        vi: "Đã lưu. Đồng hồ máy chưa được đối chiếu; lần gửi nhận tới sẽ đối chiếu.",
        en: "Saved. This laptop's clock is unchecked; the next sync will check it.")
    case .possibleDuplicates(let rows):
      BilingualText(
        vi: "Đã lưu. Có \(rows.count) bản ghi có thể trùng; hãy so sánh.",
        en: rows.count == 1
          ? "Saved. 1 record may be the same; compare them."
          : "Saved. \(rows.count) records may be the same; compare them.")
    case .evidenceMissing:
      BilingualText(
        vi: "Đã lưu. Chưa có minh chứng nên mới tạm tính.",
        en: "Saved. Without evidence it is provisional.")
    case .calendarIncomplete:
      BilingualText(
        vi: "Đã lưu. Lịch nghỉ lễ của năm này chưa có, ngày hẹn có thể sai.",
        en: "Saved. The holidays of that year are not known, so the appointment may be off.")
    case .noTimeLimit:
      BilingualText(
        vi: "Đã lưu. Chưa biết thời hạn của thủ tục nên chưa có ngày hẹn.",
        en: "Saved. The time limit of the procedure is not on file, so there is no appointment.")
    case .hamletNotThen(let name, let date, let then):
      BilingualText(
        vi: "Đã lưu. Ngày \(Format.date(date)) chưa có “\(name)”"
          + (then.map { ", khi ấy là “\($0)”" } ?? "") + "; hãy xem lại ngày.",
        en: "Saved. There was no “\(name)” on \(Format.date(date))"
          + (then.map { ", it was “\($0)” then" } ?? "") + "; look at the date again.")
    case .unitNotThen(let unit, let date):
      BilingualText(
        vi: "Đã lưu. Ngày \(Format.date(date)) không có đơn vị “\(unit)”; hãy xem: place history.",
        en: "Saved. There was no unit “\(unit)” on \(Format.date(date)); see: place history.")
    case .beforeTeam(let date, let began):
      BilingualText(
        vi:
          "Đã lưu. Ngày \(Format.date(date)) trước ngày tổ bắt đầu (\(Format.date(began))); hãy "
          + "xem "
          + "lại ngày.",
        en: "Saved. \(Format.date(date)) is before the team began (\(Format.date(began))); look at "
          + "the date again.")
    case .afterTeam(let date, let ended):
      BilingualText(
        vi:
          "Đã lưu. Ngày \(Format.date(date)) sau ngày tổ kết thúc (\(Format.date(ended))); hãy xem "
          + "lại ngày.",
        en: "Saved. \(Format.date(date)) is after the team ended (\(Format.date(ended))); look at "
          + "the date again.")
    case .localLimitLonger(let term):
      BilingualText(
        vi: "Đã lưu. Thời hạn của địa phương dài hơn thời hạn theo luật nên không áp dụng; lấy "
          + "thời hạn theo luật: \(term.label(.vietnamese)).",
        en: "Saved. The local limit ends later than the law's and does not bind; the law's was "
          + "taken: \(term.label(.english)).")
    case .monthClosed(let month):
      BilingualText(
        vi: "Đã lưu. \(month.label(.vietnamese)) đã chốt; việc này vẫn tính vào ngày của nó và "
          + "hiện ở phần điều chỉnh.",
        en: "Saved. \(month.label(.english)) is closed; this counts on its own date all the same "
          + "and shows as an adjustment.")
    case .idContradictsBirthYear:
      BilingualText(
        vi: "Đã lưu. Số định danh cho năm sinh khác; hãy xem lại cả hai.",
        en: "Saved. The personal id tells another year of birth; look at both again.")
    case .idContradictsSex:
      BilingualText(
        vi: "Đã lưu. Số định danh cho giới tính khác; hãy xem lại cả hai.",
        en: "Saved. The personal id tells the other sex; look at both again.")
    case .dossierCodeUsed(let rows):
      BilingualText(
        vi: "Đã lưu. Mã hồ sơ này đã có ở \(rows.count) bản ghi khác; hãy so sánh.",
        en: rows.count == 1
          ? "Saved. 1 other record has this dossier code; compare them."
          : "Saved. \(rows.count) other records have this dossier code; compare them.")
    case .unlikeDossierCode(let text):
      BilingualText(
        vi: "Đã lưu. “\(text)” không giống mã hồ sơ; hãy xem lại. ",
        en: "Saved. “\(text)” does not look like the code of a dossier; look at it again. ")
        + DossierCode.shape
    case .dossierOfAnother(let rows):
      BilingualText(
        vi: "Đã lưu. \(rows.count) hồ sơ nộp ở lượt hỗ trợ này vẫn ghi người khác. Nếu sai, hãy "
          + "sửa cả hồ sơ.",
        en: rows.count == 1
          ? "Saved. 1 dossier filed at this assist still names somebody else. If that is wrong, "
            + "change it too."
          : "Saved. \(rows.count) dossiers filed at this assist still name somebody else. If that "
            + "is wrong, change them too.")
    case .assistOfAnother:
      BilingualText(
        vi: "Đã lưu. Hồ sơ này và lượt hỗ trợ của nó ghi hai người khác nhau. Nếu lượt hỗ trợ cũng "
          + "là của người mới, hãy sửa ở đó; nếu không, hãy sửa lại hồ sơ. Phiếu của mỗi người chỉ "
          + "có việc của người đó.",
        en:
          "Saved. This dossier and its assist name two different persons. If the help was the new "
          + "person's too, change the assist; if not, change the dossier back. Each person's slip "
          + "has their own business alone.")
    case .dossierOfAnotherDay(let rows, let day):
      BilingualText(
        vi: "Đã lưu. \(rows.count) hồ sơ nộp ở lượt thăm này vẫn ghi ngày nộp "
          + "\(Format.date(day)), và hạn trả tính theo ngày đó. Nếu sai, hãy sửa cả hồ sơ.",
        en: rows.count == 1
          ? "Saved. 1 dossier filed at this visit still says that it was filed on "
            + "\(Format.date(day)), and its deadline counts from that day. If that is wrong, change it too."
          : "Saved. \(rows.count) dossiers filed at this visit still say that they were filed on "
            + "\(Format.date(day)), and their deadlines count from that day. If that is wrong, change them too."
      )
    case .notInForce(let name, let date, let lapse):
      BilingualText(
        vi: "Đã lưu. Ngày \(Format.date(date)) “\(name.vietnamese)” không có hiệu lực"
          + "\(lapse.words.vietnamese); hãy xem lại ngày và mã.",
        en: "Saved. “\(name.english)” was not in force on \(Format.date(date))"
          + "\(lapse.words.english); look at the date and the code again.")
    case .versionOfSameDay(let others):
      BilingualText(vi: "Đã lưu. ", en: "Saved. ") + ProcedureVersion.words(ofRivals: others)
    case .detailsMissing(let fields):
      BilingualText(
        vi: "Đã lưu. Còn thiếu: \(fields.map(\.vietnamese).joined(separator: ", ")); thiếu thì "
          + "không ai kiểm tra lại được, hãy ghi thêm.",
        en: "Saved. Still missing: \(fields.map(\.english).joined(separator: ", ")); without them "
          + "nobody can check it, so add them.")
    case .campaignVoided(let name):
      BilingualText(
        vi: "Đã lưu. Đợt “\(name)” đã bị trung tâm hủy; lượt thăm vẫn ghi theo đợt đó. Nếu không "
          + "đúng, hãy sửa đợt của lượt thăm.",
        en: "Saved. The centre has voided the campaign “\(name)”; the visit keeps it all the same. "
          + "Change the visit's campaign if that is wrong.")
    case .campaignUnknown(let code):
      BilingualText(
        vi: "Đã lưu, nhưng không theo đợt nào: máy này không còn đợt “\(code)”. Mã đợt đã ghi vào "
          + "phần ghi chú; hãy hỏi trung tâm.",
        en: "Saved, but for no campaign: “\(code)” is not on this laptop any more. Its code stands "
          + "in the note; ask the centre.")
    }
  }
}

extension ProcedureInForce.Lapse {
  /// A sentence of its own.
  package var sentence: BilingualText {
    BilingualText(vi: "Không có hiệu lực", en: "Not in force") + words + BilingualText(same: ".")
  }

  /// Behind the sentence that something does not hold.
  fileprivate var words: BilingualText {
    switch self {
    case .ended(let last):
      BilingualText(vi: ", đã hết từ \(Format.date(last))", en: ", it ended \(Format.date(last))")
    case .notBefore(let first):
      BilingualText(
        vi: ", chỉ có từ \(Format.date(first))", en: ", it begins \(Format.date(first))")
    case .elsewhere:
      BilingualText(vi: " ở đơn vị này", en: " at this unit")
    }
  }
}

extension SubmissionStatus {
  /// The words of a status that may be unknown yet.
  package static func words(of status: SubmissionStatus?) -> BilingualText {
    status?.words ?? BilingualText(vi: "đã nộp, chưa có tin", en: "filed, no news yet")
  }
}
