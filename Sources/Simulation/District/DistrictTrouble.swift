extension DistrictPlan {
  /// How many troubles of each kind there are, by name.
  package var troubles: [String: Int] {
    let closing = closings.first
    return [
      "laptops_with_wrong_clocks": laptops.count { !$0.clockErrors.isEmpty },
      "dates_copied_from_wrong_clocks": visits.count { $0.shift != 0 && abs($0.shift) <= 365 },
      "dates_years_off": visits.count { abs($0.shift) > 365 },
      "dates_put_right": visits.count { $0.correctedAt != nil },
      "visits_recorded_twice": visits.count { $0.duplicateOf != nil },
      "persons_registered_twice": people.count { $0.sameAs != nil },
      "persons_linked": links.count { $0.isSame },
      "persons_disputed": links.count { !$0.isSame },
      "fields_edited_on_two_laptops": editPairs.count,
      "conflicts": DistrictTruth(self, at: .max).conflicts,
      "records_taken_back": visits.count { $0.voidedAt != nil }
        + assists.count { $0.voidedAt != nil } + submissions.count { $0.voidedAt != nil },
      "proofs_added_later": assists.count { $0.provedAt != nil },
      "longest_silence_in_days": laptops.indices.map {
        schedule.longestSilence(of: $0, from: laptops[$0].first)
      }.max() ?? 0,
      "visits_after_their_month_was_closed": closing.map { closing in
        visits.count { visit in
          closing.month.contains(order.date(visit.day))
            && schedule.arrival(of: visit.moment, from: visit.laptop).map { $0 > closing.moment }
              ?? false
        }
      } ?? 0,
      "visits_that_never_arrive": visits.count {
        schedule.arrival(of: $0.moment, from: $0.laptop) == nil
      },
      "laptops_silent_at_the_end": silentLaptops.count,
      "laptops_replaced": laptops.count { $0.replaces != nil },
      "communes_merged": reform.merged == nil ? 0 : 1,
      "hamlets_joined": reform.joined.count,
      "hamlets_split": 1, "borders_moved": reform.isBorderMoved ? 1 : 0,
    ]
  }

  /// The labels of laptops that have not reported through the last day. One whose place another has
  /// taken is not waited for.
  var silentLaptops: [String] {
    laptops.indices.filter { number in
      !laptops.contains { $0.replaces == number }
        && !schedule.syncs[number].contains { $0 / 1_440 == order.days - 1 }
    }.map { laptops[$0].label }
  }
}
