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
    /// What the centre lost of its reports; nil where it has them.
    package let setback: Setback?
    /// By which way it was heard of last; nil where it never was.
    package let way: Way?
    /// What of it is on its way; nil for nothing that is known.
    package let onItsWay: OnItsWay?

    /// Describes a laptop.
    package init(
      label: String, team: RowID?, reportedThrough: LocalDateTime?, setback: Setback? = nil,
      way: Way? = nil, onItsWay: OnItsWay? = nil
    ) {
      self.way = way
      self.onItsWay = onItsWay
      self.label = label
      self.team = team
      self.reportedThrough = reportedThrough
      self.setback = setback
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

  /// What a laptop had reported, and a centre whose data were set back may lack.
  package enum Setback: Hashable, Sendable {
    /// It has not brought back everything since.
    case awaited
    /// It is back, and keeps records of these areas that the centre lacks: there it goes no further.
    case stopped(areas: [String])
  }

  /// The laptops, by label.
  package let laptops: [Laptop]
  /// Since when the centre's data are those of an older state; nil when they never were set back.
  package let setBack: LocalDateTime?
  /// Batches at the centre that wait for others and are in no number.
  package let heldBatches: Int
  /// Batches that were declared lost and never came: in no number either.
  package let lostBatches: Int
  /// Records of which something waits for a ruling and is in no number; nil where whoever looks is not
  /// told how many.
  package private(set) var awaited: AwaitedRulings?
  /// Whether there are such.
  package private(set) var isAwaitingRulings = false
  /// The day through which reports are asked for: the end of the period, or today within it.
  package let through: LocalDate
  /// The first day of the period.
  private let from: LocalDate
  /// The day of the earliest record; nil where whoever asks does not look for it, and without records.
  private let begun: LocalDate?

  /// Covers a period as seen today.
  ///
  /// - Parameter begun: the day of the earliest record.
  package init(
    of period: Period, today: LocalDate, laptops: [Laptop], setBack: LocalDateTime? = nil,
    heldBatches: Int = 0, lostBatches: Int = 0, begun: LocalDate? = nil
  ) {
    self.begun = begun
    self.setBack = setBack
    self.heldBatches = heldBatches
    self.lostBatches = lostBatches
    self.laptops = laptops.sorted {
      $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
    through = min(period.to, max(today, period.from))
    from = period.from
  }

  /// The same with what waits for a ruling.
  ///
  /// - Parameter isTold: whether whoever looks is told how many records these are.
  package func awaiting(_ rulings: AwaitedRulings, isTold: Bool) -> Coverage {
    var coverage = self
    coverage.isAwaitingRulings = !rulings.isEmpty
    coverage.awaited = isTold ? rulings : nil
    return coverage
  }

  /// That something waits for a ruling, in a sentence; nil where nothing does.
  package var awaitedWords: BilingualText? {
    guard isAwaitingRulings else { return nil }
    return awaited?.words
      ?? BilingualText(
        vi: "Còn bản ghi chờ điều phối viên quyết định; phần chưa được nhận không có trong số "
          + "liệu.",
        en: "Records wait for a coordinator's ruling; what was not accepted of them is in no "
          + "number.")
  }

  /// Whether what a laptop reported through the day is here: a report to a centre that was set back
  /// since says nothing.
  package func hasReported(_ laptop: Laptop) -> Bool {
    laptop.setback == nil && laptop.reportedThrough.map { $0.date >= through } ?? false
  }

  /// Laptops that have.
  package var reported: [Laptop] { laptops.filter(hasReported) }
  /// Laptops that have not.
  package var missing: [Laptop] { laptops.filter { !hasReported($0) } }
  /// Whether all have, and all that they sent is in the numbers; never true without laptops.
  package var isComplete: Bool {
    !laptops.isEmpty && missing.isEmpty && heldBatches == 0 && lostBatches == 0
      && !isAwaitingRulings && !isBeforeRecords
  }

  /// Whether the whole period lies before the earliest record: laptops that report now tell nothing of
  /// a time in which nobody recorded anything.
  package var isBeforeRecords: Bool { begun.map { through < $0 } ?? false }

  /// Whether no laptop has reported anything of the period: what teams did in it is unknown then,
  /// which is not 0.
  package var isSilent: Bool {
    isBeforeRecords
      || laptops.allSatisfy { laptop in laptop.reportedThrough.map { $0.date < from } ?? true }
  }

  /// "2 of 3 laptops have reported through 18/11"; says so when there is no laptop at all.
  package var words: BilingualText {
    guard !laptops.isEmpty else {
      return BilingualText(vi: "chưa có máy nào được cấp", en: "no laptop has been enrolled yet")
    }
    let day = String(Format.date(through).prefix(5))
    let one = laptops.count == 1
    if let begun, isBeforeRecords {
      let first = Format.date(begun)
      return BilingualText(
        vi: "chưa có bản ghi nào trước ngày \(first)", en: "nothing is recorded before \(first)")
    }
    guard laptops.contains(where: { $0.reportedThrough != nil || $0.setback != nil }) else {
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
