/// Why somebody is asked once whether a moment that they typed is right; it never blocks.
package enum MomentDoubt: Hashable, Sendable {
  /// It lies ahead of what the laptop takes for the present.
  case ahead(of: LocalDateTime)
  /// It lies in the night.
  case night

  /// How long ago a moment may lie that is as good as what the clock says.
  package static let recentMinutes = 60
  /// How far the end of a visit may lie ahead unasked: its minutes are rounded.
  package static let roundedMinutes = 15
  /// The same of a visit that has just begun: it still goes on.
  package static let ongoingMinutes = 60

  /// The reason, as a sentence without its subject.
  package var words: BilingualText {
    switch self {
    case .ahead(let now):
      BilingualText(
        vi: "còn ở phía trước: đồng hồ máy này đang chỉ \(Format.dateTime(now))",
        en: "lies ahead: this laptop's clock says \(Format.dateTime(now))")
    case .night: BilingualText(vi: "là ban đêm", en: "is in the night")
    }
  }
}

extension ClockKnowledge {
  /// Why a moment that somebody typed may be a slip; nil where nobody wonders.
  ///
  /// - Parameter minutes: how far ahead it may lie.
  package func doubt(of moment: LocalDateTime, within minutes: Int = 0) -> MomentDoubt? {
    let isAhead =
      moment.isDayAlone
      ? moment.date > today : moment.minutesSince1970 > now.minutesSince1970 + minutes
    if isAhead { return .ahead(of: now) }
    let hour = moment.minuteOfDay / 60
    let isNight = hour >= FlagRules.nightFromHour || hour < FlagRules.nightToHour
    // Whoever works at night and types what the clock shows made no slip.
    return isNight && !isJustNow(moment) && !moment.isDayAlone ? .night : nil
  }

  /// How many minutes the end of a visit may lie ahead unasked that began at a moment.
  package func leeway(since start: LocalDateTime) -> Int {
    isJustNow(start) ? MomentDoubt.ongoingMinutes : MomentDoubt.roundedMinutes
  }

  private func isJustNow(_ moment: LocalDateTime) -> Bool {
    moment.minutesSince1970 + MomentDoubt.recentMinutes >= now.minutesSince1970
  }
}
