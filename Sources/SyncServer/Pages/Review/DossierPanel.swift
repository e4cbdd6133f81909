import FieldWork
import Pages
import SyncProtocol
import Web

/// A dossier as its author sees it: what it is, its days, and every news of it.
enum DossierPanel {
  static func html(
    _ dossier: Submission, _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    let timeline = try reader.timeline(of: dossier.id)
    let title = DossierWords.title + BilingualText(same: " \(dossier.codeText)")
    let procedure = try dossier.procedure.map { try reader.serviceName(of: $0) }
    return panel(title.text(in: language)) {
      facts(
        [
          (FieldLabel.words(of: "status"), SubmissionStatus.words(of: timeline.status)),
          (FieldLabel.words(of: "procedure"), procedure),
          (FieldLabel.words(of: "dossier_code"), dossier.dossierCode.map(same)),
          (
            FieldLabel.words(of: SubmissionTable.channel, in: SubmissionTable.definition),
            dossier.channel?.words
          ),
          (FieldLabel.words(of: "received_minute"), dossier.receivedWords),
          (
            FieldLabel.words(of: "time_limit"),
            dossier.term.map { BilingualText(vi: $0.label(.vietnamese), en: $0.label(.english)) }
          ),
          (
            FieldLabel.words(of: "appointment_minute"),
            dossier.appointment.map { same(Format.dateTime($0)) }
          ),
          (
            FieldLabel.words(of: "fee"),
            dossier.fee.map {
              BilingualText(vi: Format.money($0, .vietnamese), en: Format.money($0, .english))
            }
          ),
          (FieldLabel.words(of: "note"), dossier.note.map(same)),
          (FieldLabel.words(of: "void_reason"), dossier.voidReason.map(same)),
        ].map { (label: $0.0, value: $0.1?.text(in: language)) }, language)
      events(timeline, language).html(language)
    }
  }

  private static func same(_ text: String) -> BilingualText { BilingualText(same: text) }

  private static func events(
    _ timeline: SubmissionTimeline, _ language: Language
  ) -> PageTable {
    PageTable(
      DossierWords.news,
      columns: [
        .text(FieldLabel.words(of: "occurred_minute")), .text(FieldLabel.words(of: "status")),
        .text(DossierWords.inForce), .text(FieldLabel.words(of: "note")),
      ],
      rows: timeline.steps.map { step in
        PageTable.Row([
          .text(step.event.occurred.map(Format.dayOrTime) ?? "—"),
          .text(SubmissionStatus.words(of: step.event.status).text(in: language)),
          (step.isInForce ? StateMark.good : .neutral).html(
            DossierWords.inForce(step).text(in: language)),
          .text(step.event.note ?? ""),
        ])
      }, empty: DossierWords.noNews)
  }
}

/// The words of a dossier at the centre.
private enum DossierWords {
  static let title = BilingualText(vi: "Hồ sơ", en: "Dossier")
  static let news = BilingualText(vi: "Tin của hồ sơ", en: "News of the dossier")
  static let inForce = BilingualText(vi: "Có hiệu lực", en: "In force")
  static let noNews = BilingualText(
    vi: "Chưa có tin gì từ khi nộp.", en: "No news since it was filed.")

  static func inForce(_ step: SubmissionTimeline.Step) -> BilingualText {
    if step.isInForce { return BilingualText(vi: "có", en: "yes") }
    return step.event.voidReason.map {
      BilingualText(vi: "đã hủy: \($0)", en: "voided: \($0)")
    }
      ?? BilingualText(
        vi: "không: đã có tin khác thay", en: "no: something else took its place")
  }
}
