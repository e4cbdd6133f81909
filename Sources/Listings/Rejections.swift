import CommandLine
import FieldWork
import Replica

/// How many of some reviews were rejected: of single values, whose records count with what stands in
/// their place, and of whole entries.
package struct Rejections: Sendable, Equatable {
  /// Rejected values of one field.
  package var values: Int
  /// Rejected records and edits.
  package var entries: Int

  /// Counts those of some reviews that were rejected.
  package init(_ reviews: [Review]) {
    self.init(reviews) {
      $0.state == .rejected
    } isEntry: {
      $0.field == nil || $0.concernsRow
    }
  }

  /// Counts those of some reviews that were rejected.
  package init(_ reviews: [RecordReview]) {
    self.init(reviews) {
      $0.state == .rejected
    } isEntry: {
      $0.fieldName == nil || $0.concernsRecord
    }
  }

  private init<Element>(
    _ reviews: [Element], isRejected: (Element) -> Bool, isEntry: (Element) -> Bool
  ) {
    let rejected = reviews.filter(isRejected)
    entries = rejected.count(where: isEntry)
    values = rejected.count - entries
  }

  /// Whether nothing was rejected.
  package var isEmpty: Bool { values + entries == 0 }

  /// What was rejected, and what of it does not stand; empty where nothing was.
  package var words: BilingualText {
    var parts: [BilingualText] = []
    if values > 0 {
      parts.append(
        BilingualText(
          vi: "\(values) giá trị bị bác bỏ và không đứng; phần còn lại của bản ghi giữ nguyên",
          en: "\(counted(values, "value was", "values were")) rejected and "
            + "\(values == 1 ? "does" : "do") not stand; the rest of the record stays as it is"))
    }
    if entries > 0 {
      parts.append(
        BilingualText(
          vi: "\(entries) điều đã ghi bị bác bỏ và không được tính",
          en: "\(counted(entries, "entry was", "entries were")) rejected and "
            + "\(entries == 1 ? "does" : "do") not count"))
    }
    return parts.dropFirst().reduce(parts.first ?? BilingualText(same: "")) {
      $0 + BilingualText(same: ". ") + $1
    }
  }
}
