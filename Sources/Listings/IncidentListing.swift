import CommandLine
import FieldWork
import Replica

extension Incident.Kind {
  /// What happened, and that nothing is lost by it.
  package var words: BilingualText {
    switch self {
    case .different:
      BilingualText(
        vi: "khác với trung tâm dù đã nhận cùng các gói",
        en: "differed from the centre after the same batches")
    case .repaired:
      BilingualText(
        vi: "đã thay các dòng khác bằng dòng của trung tâm; phần chưa gửi vẫn giữ nguyên",
        en: "rows that differed were replaced by the centre's; unsent work was kept")
    case .repairFailed:
      BilingualText(
        vi: "dòng của trung tâm không khớp mã kiểm; chưa đổi gì",
        en: "the centre's rows did not fit its digest; nothing was changed")
    case .sumsWrong:
      BilingualText(
        vi: "mã kiểm lưu sẵn không khớp với các dòng trong tệp",
        en: "the kept digest did not fit the rows in the file")
    case .rowsWrong:
      BilingualText(
        vi: "các dòng khác với nhật ký; đã dựng lại từ nhật ký",
        en: "rows differed from the log and were made anew from it")
    }
  }
}

/// The incidents of a store, for people and programs. Each is a report of a defect.
package struct IncidentListing: Sendable {
  private let incidents: [Incident]
  private let page: ListPage
  private let hasDifference: Bool

  /// Lists incidents, oldest first.
  ///
  /// - Parameter hasDifference: some scope differs now.
  package init(_ incidents: [Incident], _ page: ListPage, hasDifference: Bool) {
    self.incidents = incidents
    self.page = page
    self.hasDifference = hasDifference
  }

  /// Done when everything was mended; else somebody has to look.
  package var exitCode: ExitCode { hasDifference ? .needsAttention : .done }

  /// Writes a line an incident, and what to do.
  package func write(to console: Console) {
    let part = page.part(of: incidents)
    part.write(
      to: console, table(part.elements, console.language), json: "incidents", Self.json)
    if !incidents.isEmpty, !console.isJSON {
      console.say(
        BilingualText(
          vi: "Mỗi dòng là một lỗi của chương trình hoặc của đĩa. Đừng xóa gì; hãy gửi danh sách "
            + "này (“--json”) cho người phụ trách phần mềm.",
          en: "Each line is a defect of the program or of the disk. Delete nothing; send this list "
            + "(“--json”) to whoever looks after the software."))
    }
  }

  private func table(_ incidents: [Incident], _ language: Language) -> Table {
    Table(
      [
        .text(BilingualText(vi: "Lúc", en: "When")), .text(BilingualText(vi: "Vùng", en: "Scope")),
        .text(BilingualText(vi: "Việc", en: "What")),
        .number(BilingualText(vi: "Nhánh", en: "Leaves")),
        .number(BilingualText(vi: "Dòng", en: "Rows")),
        .text(BilingualText(vi: "Phiên bản", en: "Version")),
      ],
      incidents.map { incident in
        [
          ProofListing.time(incident.at).text(in: language), String(incident.scope.rawValue),
          incident.kind.words.text(in: language), String(incident.leafCount),
          String(incident.rowsChanged), incident.software,
        ]
      }, empty: BilingualText(vi: "Chưa có sự cố nào.", en: "There are no incidents."))
  }

  private static func json(_ incident: Incident) -> JSONValue {
    [
      "at": .text(LocalDateTime(milliseconds: incident.at.rawValue).iso),
      "scope": .text(String(incident.scope.rawValue)), "kind": .text(incident.kind.rawValue),
      "leaves": .integer(Int64(incident.leafCount)),
      "rows": .integer(Int64(incident.rowsChanged)),
      "digest_before": .text(incident.digestBefore.hexadecimal),
      "digest_after": .text(orNull: incident.digestAfter?.hexadecimal),
      "software": .text(incident.software), "exported": .bool(incident.isExported),
    ]
  }
}
