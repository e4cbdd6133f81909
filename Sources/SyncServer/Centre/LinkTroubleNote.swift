import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// An edge, or the copies of a moved household or resident, that could not be written, as people
/// see it.
package struct LinkTroubleNote: Sendable, Equatable {
  /// What failed, why and when.
  package var trouble: LinkTrouble
  /// The codes of the records, one or two.
  package var codes: [String]

  /// What is the matter and what to do.
  package var words: BilingualText {
    let since = Format.dateTime(LocalDateTime(milliseconds: trouble.since.rawValue))
    let codes = codes.joined(separator: " – ")
    return trouble.other == nil
      ? BilingualText(
        vi: "\(codes): bản ghi ở nơi mới chưa theo kịp bản ghi cũ từ \(since) (\(trouble.reason)). "
          + "Không mất gì, trung tâm tự thử lại mỗi giờ; hãy chạy “camtay-server verify --deep”.",
        en: "\(codes): the record at the new place lags behind the old one since \(since) "
          + "(\(trouble.reason)). Nothing is lost, and it is tried again every hour; run "
          + "“camtay-server verify --deep”.")
      : BilingualText(
        vi: "\(codes): mối nối mới ghi được một đầu từ \(since) (\(trouble.reason)). Không mất gì, "
          + "trung tâm tự thử lại mỗi giờ; hãy chạy “camtay-server verify --deep”.",
        en: "\(codes): only one end of the link could be written since \(since) "
          + "(\(trouble.reason)). Nothing is lost, and it is tried again every hour; run "
          + "“camtay-server verify --deep”.")
  }

  /// With stable keys.
  package var json: JSONValue {
    [
      "records": .array(codes.map { .text($0) }), "reason": .text(trouble.reason),
      "since": .text(LocalDateTime(milliseconds: trouble.since.rawValue).iso),
      "tried": .text(LocalDateTime(milliseconds: trouble.tried.rawValue).iso),
    ]
  }
}

extension Centre {
  /// What could not be written of edges and moved households, longest first.
  package func linkTroubles() throws -> [LinkTroubleNote] {
    try inspect { field in
      try field.store.linkTroubles().map { trouble in
        LinkTroubleNote(
          trouble: trouble,
          codes: try [trouble.row, trouble.other].compactMap(\.self).map { row in
            let table = try [HouseholdTable.definition, ResidentTable.definition].first {
              try field.reader.exists($0, row)
            }
            return try table.map { try field.reader.codeText(of: row, in: $0) }
              ?? "#\(row.rawValue)"
          })
      }
    }
  }
}
