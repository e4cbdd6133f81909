import Replica
import SyncProtocol

/// Who wrote something, where and when, as people see it.
package struct RecordWriter: Hashable, Sendable {
  /// The write.
  package let dot: Dot
  /// The member who wrote it; nil when the program did or the log no longer says.
  package let author: String?
  /// What people call the laptop; the centre by its name.
  package let laptop: BilingualText
  /// When, by its author's clock as far as that was known.
  package let time: LocalDateTime
  /// Why that time is to be doubted; nil when nothing speaks against it.
  package let doubt: TimeDoubt?

  /// The number of the laptop.
  package let replica: ReplicaID

  /// Who and where, on one line.
  package var words: BilingualText {
    guard let author else { return laptop }
    return BilingualText(same: "\(author) · ") + laptop
  }
}

/// Puts the authors and laptops of writes into words, each looked up once.
final class WriterNames {
  private let records: FieldStore
  private var authors: [RowID: String?] = [:]
  private var laptops: [ReplicaID: BilingualText] = [:]

  init(_ records: FieldStore) { self.records = records }

  func writer(
    _ dot: Dot, author: RowID?, time: Timestamp, doubt: TimeDoubt?
  ) throws -> RecordWriter {
    let replica = try records.store.laptop(of: dot)
    return RecordWriter(
      dot: dot, author: try author.flatMap(name), laptop: try label(replica),
      time: LocalDateTime(milliseconds: time.rawValue), doubt: doubt, replica: replica)
  }

  /// Whoever ruled at the centre: what it writes in consequence carries the time and the author of
  /// what was judged.
  func centre(
    _ dot: Dot, by ruling: RecordReview?, otherwise time: Timestamp
  ) throws -> RecordWriter {
    RecordWriter(
      dot: dot, author: ruling?.ruledBy, laptop: try label(dot.replica),
      time: ruling?.ruledAt ?? LocalDateTime(milliseconds: time.rawValue), doubt: nil,
      replica: dot.replica)
  }

  private func name(_ author: RowID) throws -> String? {
    if let known = authors[author] { return known }
    let name = try records.reader.record(Member.self, author)?.fullName
    authors[author] = .some(name)
    return name
  }

  private func label(_ replica: ReplicaID) throws -> BilingualText {
    if let known = laptops[replica] { return known }
    let words = try records.laptopWords(replica)
    laptops[replica] = words
    return words
  }
}

extension FieldStore {
  /// What people call a laptop; the centre by its name.
  package func laptopWords(_ replica: ReplicaID) throws -> BilingualText {
    if replica.rawValue < ReplicaID.firstLaptop {
      return BilingualText(vi: "trung tâm", en: "the centre")
    }
    if let label = try store.certificate(of: replica)?.label, !label.isEmpty {
      return BilingualText(same: label)
    }
    return BilingualText(vi: "máy #\(replica.rawValue)", en: "laptop #\(replica.rawValue)")
  }
}
