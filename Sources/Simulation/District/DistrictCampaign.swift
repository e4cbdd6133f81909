import FieldWork
import Randomness

// Campaigns, and the languages in which teams help. They draw for themselves, so that the rest of a
// district stays as its seed has it.

extension DistrictPlan {
  /// A week in which teams visit many households.
  package struct Campaign: Sendable, Hashable {
    /// A name that no other campaign of the plan has.
    package let name: String
    /// Its days.
    package let days: Range<Int>
  }

  /// Every fifth week is a campaign, whose list most visits of it are on; and in some hamlets another
  /// language than Vietnamese is spoken.
  mutating func makeCampaigns() {
    var random = order.random(.campaigns)
    for first in stride(from: 0, to: order.days, by: 35) {
      campaigns.append(
        Campaign(
          name: "Đợt mẫu \(campaigns.count + 1)", days: first..<min(first + 7, order.days)))
    }
    for number in visits.indices where visits[number].session == nil {
      let campaign = campaigns.firstIndex { $0.days.contains(visits[number].day) }
      if random.chance(90) { visits[number].campaign = campaign }
    }
    let languages = hamlets.map { _ in random.pick([(70, ""), (20, "hmn"), (10, "blt")]) }
    for number in assists.indices {
      let own = languages[laptops[visits[assists[number].visit].laptop].hamlet]
      assists[number].language =
        random.pick([(own.isEmpty ? 0 : 60, own), (25, "vi"), (35, "")]).nilIfEmpty
    }
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
