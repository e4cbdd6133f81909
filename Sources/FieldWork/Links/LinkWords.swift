import SyncProtocol

extension RowLink.Kind {
  /// The stable name.
  package var name: String {
    switch self {
    case .same: "same"
    case .notSame: "not-same"
    case .movedTo: "moved-to"
    case .movedFrom: "moved-from"
    }
  }

  /// What an edge says of the record it is shown with, before the other's code.
  package var words: BilingualText {
    switch self {
    case .same: BilingualText(vi: "cùng là", en: "the same as")
    case .notSame: BilingualText(vi: "không phải là", en: "not the same as")
    case .movedTo: BilingualText(vi: "đã chuyển đi, xem", en: "moved away, see")
    case .movedFrom: BilingualText(vi: "chuyển đến từ", en: "moved here from")
    }
  }
}

/// An edge as people see it.
package struct DescribedLink: Hashable, Sendable {
  /// The edge.
  package let link: RowLink
  /// The other's code; nil while it is not here.
  package let code: String?

  /// One line.
  package var words: BilingualText {
    let name =
      code.map { BilingualText(same: $0) }
      ?? BilingualText(vi: "một bản ghi chưa về máy này", en: "a record that is not here")
    return link.kind.words + BilingualText(same: " ") + name
  }
}

extension RecordReader {
  /// The edges of a record with the codes of their other ends.
  package func describedLinks(
    of row: RowID, _ kind: RecordCode.Kind
  ) throws -> [DescribedLink] {
    try links(of: row, kind).map { link in
      let isHere = try exists(kind.table, link.other)
      return DescribedLink(
        link: link, code: isHere ? try codeText(of: link.other, in: kind.table) : nil)
    }
  }
}
