import SyncProtocol

/// One part of a divided question, with a book about it alone.
package struct MeasureGroup {
  /// Where it stands along the dimension.
  package let key: CountKey
  /// What people read for it.
  package let words: BilingualText
  /// Counts the part, by the same function as the whole.
  package let book: MeasureBook
}

extension MeasureBook {
  /// Parts that a question is divided into at most; the rest is told as left out.
  private static let groupLimit = 1_000

  /// The question divided along a dimension as `count` divides: each part is a question of its own,
  /// for the values that there are and for records without one.
  ///
  /// - Parameter isWanted: which values alone are parts; what it leaves out is not looked at.
  package func groups(
    by dimension: CountDimension, now: LocalDateTime,
    where isWanted: (CountKey) throws -> Bool = { _ in true }
  ) throws -> [MeasureGroup] {
    let frame = query.frame
    let labels = CountLabels(reader, frame)
    if case .span(let kind) = dimension.meaning { return try spans(kind, dimension, labels, now) }
    var keys = try reader.countKeys(along: dimension, frame) + [.none]
    if let wanted = query.filters[dimension] { keys = keys.filter(wanted.contains) }
    let wanted = try keys.filter(isWanted).prefix(Self.groupLimit)
    var whole = query
    whole.filters[dimension] = nil
    let facts = QuestionFacts(whole, along: dimension, reader, asOf: asOf, basis)
    return try wanted.map { key in
      var part = query
      part.filters[dimension] = [key]
      return MeasureGroup(
        key: key, words: try labels.words(of: key, along: dimension),
        book: MeasureBook(
          part, reader, now: now, calendar: calendar, basis: basis,
          // One part alone is searched, where the whole would be read through.
          part: wanted.count > 1 ? (facts, key) : nil))
    }
  }

  /// Spans of time are no filter but periods of their own.
  private func spans(
    _ kind: Period.Kind, _ dimension: CountDimension, _ labels: CountLabels, _ now: LocalDateTime
  ) throws -> [MeasureGroup] {
    var groups: [MeasureGroup] = []
    var day = query.period.from
    // Of days to come nothing is known.
    let last = min(query.period.to, max(now.date, query.period.from))
    while day <= last, groups.count < Self.groupLimit {
      let span = Period(kind, holding: day, cutOff: query.period.cutOff)
      guard let span, span.to >= day else {
        // Nine months end with September: what comes after is in none.
        day = day.adding(days: 1)
        continue
      }
      var part = query
      part.period = try Period(from: max(span.from, day), to: min(span.to, query.period.to))
      groups.append(
        MeasureGroup(
          key: .date(span.from), words: try labels.words(of: .date(span.from), along: dimension),
          book: MeasureBook(part, reader, now: now, calendar: calendar)))
      day = span.to.adding(days: 1)
    }
    return groups
  }
}
