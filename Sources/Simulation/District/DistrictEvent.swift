/// What happens to a district as a whole, one thing after the other.
struct DistrictEvent {
  enum Kind {
    /// A laptop is let in and gets what the centre has.
    case enrol(Int)
    /// What a laptop has written since its last sync is written, and handed over.
    case sync(Int)
    /// What it has written since is written, and stays there.
    case keep(Int)
    case reform
    case close(Int)
    /// The coordinator has the last word.
    case settle
  }

  let moment: Int
  let kind: Kind
}

extension DistrictPlan {
  /// Everything in the order in which the centre sees it.
  var events: [DistrictEvent] {
    var events = [
      DistrictEvent(moment: reform.moment, kind: .reform),
      DistrictEvent(moment: settlement, kind: .settle),
    ]
    for (number, laptop) in laptops.enumerated() {
      events.append(
        DistrictEvent(moment: laptop.first * 1_440 + 6 * 60 + 30, kind: .enrol(number)))
      events += schedule.syncs[number].map { DistrictEvent(moment: $0, kind: .sync(number)) }
      events.append(DistrictEvent(moment: order.days * 1_440 - 1, kind: .keep(number)))
    }
    events += closings.indices.map {
      DistrictEvent(moment: closings[$0].moment, kind: .close($0))
    }
    return events.enumerated().sorted {
      ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset)
    }.map(\.element)
  }
}
