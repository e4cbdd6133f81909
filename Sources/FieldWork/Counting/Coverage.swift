import Replica
import SyncProtocol

/// Which laptops a count covers: "did nothing" and "has not reported" never look alike.
///
/// Only the centre knows all laptops; it fills this in.
package struct Coverage: Hashable, Sendable {
  /// One laptop.
  package struct Laptop: Hashable, Sendable {
    /// What people call it.
    package let label: String
    /// The team it reports for; nil when none was named.
    package let team: RowID?
    /// When it last had nothing left to hand over; nil when it never reported.
    package let reportedThrough: LocalDateTime?

    /// Describes a laptop.
    package init(label: String, team: RowID?, reportedThrough: LocalDateTime?) {
      self.label = label
      self.team = team
      self.reportedThrough = reportedThrough
    }

    /// A laptop as the centre's store knows it.
    package init(_ peer: Peer) {
      self.init(
        label: peer.label, team: peer.team,
        reportedThrough: peer.reportedThrough.map {
          LocalDateTime(milliseconds: $0.rawValue)
        })
    }
  }

  /// The laptops, by label.
  package let laptops: [Laptop]
  /// The day through which reports are asked for: the end of the period, or today within it.
  package let through: LocalDate

  /// Covers a period as seen today.
  package init(of period: Period, today: LocalDate, laptops: [Laptop]) {
    self.laptops = laptops.sorted {
      $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
    through = min(period.to, max(today, period.from))
  }

  /// Whether a laptop has reported through the day.
  package func hasReported(_ laptop: Laptop) -> Bool {
    laptop.reportedThrough.map { $0.date >= through } ?? false
  }

  /// Laptops that have.
  package var reported: [Laptop] { laptops.filter(hasReported) }
  /// Laptops that have not.
  package var missing: [Laptop] { laptops.filter { !hasReported($0) } }
  /// Whether all have; never true without laptops.
  package var isComplete: Bool { !laptops.isEmpty && missing.isEmpty }

  /// "2 of 3 laptops have reported through 18/11"; says so when there is no laptop at all.
  package var words: BilingualText {
    guard !laptops.isEmpty else {
      return BilingualText(vi: "chưa có máy nào được cấp", en: "no laptop has been enrolled yet")
    }
    let day = String(Format.date(through).prefix(5))
    let one = laptops.count == 1
    guard laptops.contains(where: { $0.reportedThrough != nil }) else {
      return BilingualText(
        vi: "chưa máy nào trong \(laptops.count) máy gửi số liệu",
        en: one
          ? "the only laptop has not reported yet"
          : "none of the \(laptops.count) laptops has reported yet")
    }
    return BilingualText(
      vi: "\(reported.count)/\(laptops.count) máy đã gửi số liệu đến \(day)",
      en: "\(reported.count) of \(laptops.count) laptop\(one ? " has" : "s have") reported "
        + "through \(day)")
  }
}
