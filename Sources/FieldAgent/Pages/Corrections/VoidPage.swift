import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Taking a record back: the reason is asked for, and what it does to the counts is said first.
struct VoidPage {
  private let kind: RecordCode.Kind
  private let request: LaptopRequest
  private let id: RowID
  private let codeText: String
  private let path: String

  init(_ kind: RecordCode.Kind, _ request: LaptopRequest) throws {
    self.kind = kind
    self.request = request
    id = try request.reader.resolveOne(request.parameters["code"], as: kind)
    codeText = try request.reader.codeText(of: id)
    path = RecordPath.of(codeText) ?? TodayPage.path
  }

  private var title: BilingualText {
    BilingualText(vi: "Hủy ", en: "Void ") + kind.words + BilingualText(same: " \(codeText)")
  }

  /// Whom or what it is about, which says more to people than its code.
  private func heading() throws -> BilingualText {
    BilingualText(vi: "Hủy ", en: "Void ") + kind.words + BilingualText(same: " ")
      + (try request.reader.called(id, kind))
  }

  private func visit() throws -> Visit? {
    kind == .visit ? try request.reader.record(Visit.self, id) : nil
  }

  /// The boxes that say which dossiers are voided too.
  private static let dossierBoxes = "void_dossier"

  /// What was chosen of the dossiers; what is proposed where nothing was sent.
  private func choice() throws -> DossierChoice {
    let form = request.refusedPress?.form ?? request.form
    guard form["boxes"] == Self.dossierBoxes else { return DossierChoice() }
    let ticked = Set(form.all(Self.dossierBoxes))
    let rows = try request.reader.dossiers(helpedBy: kind, id).map(\.submission.id)
    return DossierChoice(
      voided: Set(rows.filter { ticked.contains(String($0.rawValue)) }),
      kept: Set(rows.filter { !ticked.contains(String($0.rawValue)) }))
  }

  /// What the void does. Boxes are ticked and unticked after the page was made, so what happens is said
  /// for all and for none of the dossiers, and for what was sent where that is neither.
  private func effects(
    of dossiers: [HelpedDossier], _ choice: DossierChoice, isSent: Bool
  ) throws -> [(condition: BilingualText, effect: VoidEffect)] {
    let all = Set(dossiers.map(\.submission.id))
    var cases = [
      (
        BilingualText(vi: "Nếu mọi hồ sơ bị hủy cùng: ", en: "If all dossiers go along: "),
        DossierChoice(voided: all)
      ),
      (
        BilingualText(vi: "Nếu giữ mọi hồ sơ: ", en: "If all dossiers stay: "),
        DossierChoice(kept: all)
      ),
    ]
    if dossiers.isEmpty { cases = [(BilingualText(same: ""), choice)] }
    let going = dossiers.count(where: choice.voids)
    if isSent, going > 0, going < dossiers.count {
      cases.append((BilingualText(vi: "Như bạn vừa gửi: ", en: "As you sent it: "), choice))
    }
    return try request.laptop.writing { records, clock in
      try cases.map { condition, choice in
        (
          condition,
          try records.voidEffect(
            kind, id, reason: "?", choice: choice, author: request.member, clock: clock)
        )
      }
    }
  }

  /// Leads to the record that is voided already: a page that is behind, or a form that is sent twice.
  private func voidedAlready() throws -> HTTPResponse? {
    guard let reason = try request.reader.voidReason(kind.table, id) else { return nil }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "\(codeText) đã bị hủy rồi: \(reason).",
          en: "\(codeText) is voided already: \(reason).")
      ))
    return .seeOther(path)
  }

  func answer() throws -> HTTPResponse {
    if let voided = try voidedAlready() { return voided }
    let refused = request.refusedPress
    let choice = try choice()
    let dossiers = try request.reader.dossiers(helpedBy: kind, id)
    let lines = try dossiers.map { (String($0.submission.id.rawValue), try words(of: $0)) }
    let effects = try effects(of: dossiers, choice, isSent: refused != nil)
    let claim = effects.compactMap(\.effect.claim).first
    var form = PageForm(
      action: "\(path)/void", formToken: request.formToken,
      submit: BilingualText(vi: "Hủy bản ghi này", en: "Void this record"))
    form.isCheckedHereAlone = true
    let language = request.language
    return try request.page(title, heading: heading(), status: refused == nil ? 200 : 422) {
      try HTML.group {
        if let visit = try visit() {
          try panel {
            facts(
              [
                (
                  FieldLabel.words(of: "start_minute"),
                  visit.startMinute.map { Format.time(minuteOfDay: $0) }
                )
              ], language)
            try element("div") {
              element("strong") { VisitWork.label.text(in: language) }
              try VisitWork(visit, request).html()
            }
          }
        }
        for (condition, effect) in effects {
          element("p", ["class": "message warn"]) {
            StateMark.attention.html((condition + effect.words).text(in: language))
          }
        }
        if let claim {
          element("p") {
            language.text("Xem và sửa lượt hỗ trợ: ", "See and correct the assist: ")
            recordLink(claim)
          }
        }
        element("p") {
          language.text(
            "Bản ghi không mất: vẫn xem được kèm lý do, và có thể thôi hủy. Chỉ số liệu thay đổi; "
              + "hộ và người dân vẫn còn.",
            "The record is not lost: it stays readable with the reason, and can be taken back. Only "
              + "counts change; households and residents stay.")
        }
        form.html(language) {
          TickBoxes(
            name: Self.dossierBoxes,
            legend: BilingualText(
              vi: "Hủy cùng những hồ sơ này (bỏ dấu ở hồ sơ đã nộp thật: hồ sơ đó vẫn được tính)",
              en: "Void these dossiers too (untick one that was really filed: it counts on)"),
            choices: lines,
            chosen: Set(
              dossiers.filter(choice.voids).map { String($0.submission.id.rawValue) }),
            problem: nil
          ).html(language)
          PageField(
            "reason", FieldLabel.words(of: "void_reason"), value: refused?.form["reason"] ?? "",
            hint: BilingualText(vi: "như: ghi hai lần, nhầm hộ", en: "such as: recorded twice"),
            error: refused?.problem, isRequired: true
          ).html(language)
        }
        element("p") { link(path, language.text("Không hủy, quay lại", "Do not void, go back")) }
      }
    }
  }

  /// A dossier, by what people know it by.
  private func words(of dossier: HelpedDossier) throws -> BilingualText {
    let submission = dossier.submission
    let name = try submission.procedure.map { try request.reader.serviceName(of: $0) }
    let known = BilingualText(
      same: [submission.codeText, submission.dossierCode].compactMap(\.self)
        .joined(separator: " · "))
    let named = name.map { known + BilingualText(same: " · ") + $0 } ?? known
    guard dossier.hasNews else { return named }
    return named
      + BilingualText(vi: " · đã có tin từ khi nộp", en: " · with news since it was filed")
  }

  func void() throws -> HTTPResponse {
    if let voided = try voidedAlready() { return voided }
    let reason = request.form["reason"] ?? ""
    let effect: VoidEffect
    do {
      let choice = try choice()
      effect = try request.laptop.writing { records, clock in
        try records.voiding(
          kind, id, reason: reason, choice: choice, author: request.member, clock: clock,
          restore: {})
      }
    } catch FieldError.invalid(let problems) {
      let told = problems.dropFirst().map(\.kind.words).reduce(problems.first?.kind.words) {
        all, next in all.map { $0 + BilingualText(same: " ") + next }
      }
      guard let told else { return try answer() }
      return request.refused(at: "\(path)/void", field: "reason", told)
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "Đã hủy \(codeText); vẫn xem được, và có thể thôi hủy ở đây.",
          en: "Voided \(codeText); it stays readable, and can be taken back here.")
          + effect.wordsOfOthers))
    return .seeOther(path)
  }

  func restore() throws -> HTTPResponse {
    let effect = try request.laptop.writing { records, clock in
      try records.voiding(kind, id, reason: nil, author: request.member, clock: clock) {
        try PrintoutBook(records).restore(kind, id, author: request.member, clock: clock)
      }
    }
    request.memory.say(
      PageNotice(
        BilingualText(
          vi: "\(codeText) không còn bị hủy.", en: "\(codeText) is no longer voided.")
          + effect.wordsOfOthers))
    return .seeOther(path)
  }
}
