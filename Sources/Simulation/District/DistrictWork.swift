import FieldWork
import Randomness

/// What the teams of a district do, day after day, by the volumes of real communes.
extension DistrictPlan {
  /// Draws the work of every laptop.
  mutating func makeWork() {
    var random = order.random(.work)
    for laptop in laptops.indices {
      for day in laptops[laptop].first..<laptops[laptop].end {
        makeDay(day, of: laptop, &random)
      }
    }
  }

  /// Every fifth week is a campaign; Sundays and holidays are free, and so are most Saturdays.
  private mutating func makeDay(
    _ day: Int, of laptop: Int, _ random: inout SeededGenerator
  ) {
    let date = order.date(day)
    var session: Int?
    var count: Int
    if date.weekday == 6 {
      guard day < 7 && laptop % 4 == 0 || random.chance(25) else { return }
      session = sessions.count
      sessions.append(Session(laptop: laptop, moment: day * 1_440 + 7 * 60 + 15))
      count = 6 + random.below(10)
    } else if !Holidays.national.isWorkingDay(date) {
      return
    } else if day / 7 % 5 == 0 {
      count = 14 + random.below(13)
    } else {
      count = random.below(8)
    }
    count = max(1, count * activity(of: laptops[laptop].hamlet) / 100)
    // From 07:30 on, and done before the evening's sync.
    for turn in 0..<count {
      let moment = day * 1_440 + 7 * 60 + 30 + turn * 500 / count
      makeVisit(of: laptop, at: moment, session, &random)
    }
  }

  /// How busy a commune is, of a hundred.
  private func activity(of hamlet: Int) -> Int {
    min(max(volume(of: hamlet).received * 100 / max(1, DossierVolumes.medianReceived), 60), 150)
  }

  /// The dossiers of the commune itself where they are known, else those of one that stands for it.
  func volume(of hamlet: Int) -> DossierVolume {
    let code = order.communes[hamlets[hamlet].commune].code
    return DossierVolumes.volume(ofCommune: code)
      ?? DossierVolumes.all[(Int(code) ?? 0) % DossierVolumes.all.count]
  }

  private mutating func makeVisit(
    of laptop: Int, at moment: Int, _ session: Int?, _ random: inout SeededGenerator
  ) {
    let number = visits.count
    let household = meet(laptop, at: number, &random)
    let outcome: VisitOutcome =
      households[household].visit != nil || session != nil
      ? .met
      : random.pick([
        (72, .met), (15, .nobodyHome), (4, .refused), (3, .movedAway), (2, .notFound),
        (4, .comeBack),
      ])
    var visit = Visit(
      laptop: laptop, household: household, moment: moment, outcome: outcome, session: session)
    visit.isFromClock = random.chance(60)
    visit.isAccompanied = random.chance(20)
    let error = laptops[laptop].clockErrors.first { $0.days.contains(visit.day) }
    if let error, error.shift != 0, random.chance(rates.copiedDates) {
      visit.shift = error.shift
      visit.isFromClock = false
    }
    visits.append(visit)
    guard outcome == .met else { return }
    let isNew = households[household].visit == number
    for turn in 0..<random.pick([(12, 0), (66, 1), (22, 2)]) {
      makeAssist(at: number, isFirstOfNew: isNew && turn == 0, &random)
    }
  }

  /// The household of a visit: one of the list, or one that is not on it.
  private mutating func meet(
    _ laptop: Int, at visit: Int, _ random: inout SeededGenerator
  ) -> Int {
    let hamlet = laptops[laptop].hamlet
    guard random.chance(6) else {
      return listed[hamlet].lowerBound + random.below(listed[hamlet].count)
    }
    let name = "\(InventedNames.family(&random)) \(InventedNames.own(isWoman: true, &random))"
    households.append(
      Household(
        hamlet: hamlet, name: "\(name) \(InventedNames.mark)", address: "ngõ mới \(visit + 1)",
        kind: random.chance(15) ? .householdBusiness : .family, visit: visit))
    return households.count - 1
  }

  private mutating func makeAssist(
    at visit: Int, isFirstOfNew: Bool, _ random: inout SeededGenerator
  ) {
    let household = visits[visit].household
    let person =
      random.chance(4)
      ? nil : someone(of: household, at: visit, isNew: isFirstOfNew, &random)
    let outcome: AssistOutcome = random.pick([
      (44, .submitted), (26, .completed), (14, .blocked), (12, .advised), (4, .refused),
    ])
    let isResult = outcome == .submitted || outcome == .completed
    var evidence: EvidenceKind?
    if isResult, !random.chance(rates.unproved) {
      evidence =
        outcome == .submitted
        ? .dossierCode : random.pick([(30, .paymentReceipt), (70, .spokenConfirmation)])
    } else if outcome == .advised, random.chance(50) {
      evidence = .spokenConfirmation
    }
    let number = assists.count
    let text =
      switch evidence {
      case .dossierCode: "MAU-\(order.date(visits[visit].day).iso)-\(number + 1)"
      case .paymentReceipt: "BL-MAU-\(number + 1)"
      case .spokenConfirmation: members[laptops[visits[visit].laptop].member].name
      case nil: ""
      }
    assists.append(
      Assist(
        visit: visit, person: person,
        service: Self.services.isEmpty ? "" : random.pick(Self.services) ?? "",
        mode: random.pick([(35, .guided), (20, .demonstrated), (45, .onBehalf)]),
        outcome: outcome,
        blockedReason: outcome == .blocked ? random.pick(BlockedReason.allCases) : nil,
        evidence: evidence, evidenceText: text))
    if evidence == .dossierCode, random.chance(75) {
      submissions.append(
        Submission(
          assist: number,
          channel: random.pick([(80, .online), (15, .direct), (5, .post)]), code: text))
    }
  }

  /// Somebody of a household whom this laptop knows, or whom it registers now.
  private mutating func someone(
    of household: Int, at visit: Int, isNew: Bool, _ random: inout SeededGenerator
  ) -> Int {
    let laptop = visits[visit].laptop
    let known = (peopleOf[household] ?? []).filter { number in
      guard let met = people[number].visit else { return true }
      return visits[met].laptop == laptop
    }
    if !isNew, !random.chance(18), let person = random.pick(known) { return person }
    let names = Set((peopleOf[household] ?? []).map { people[$0].name })
    let household = household
    var name = isNew && known.isEmpty ? households[household].name : ""
    while name.isEmpty || names.contains(name) {
      let isWoman = random.chance(55)
      name =
        "\(InventedNames.family(&random)) \(InventedNames.own(isWoman: isWoman, &random))"
        + " \(InventedNames.mark)"
    }
    addPerson(to: household, named: name, at: visit, &random)
    return people.count - 1
  }

  /// Procedures that teams meet often.
  static let services: [String] = {
    var codes: [String] = []
    for query in [
      "khai sinh", "kết hôn", "khai tử", "chứng thực", "tạm trú", "thường trú",
      "đăng ký hộ kinh doanh", "bảo trợ xã hội", "đất đai", "người cao tuổi",
    ] {
      for procedure in Procedures.find(query, limit: 2) where !codes.contains(procedure.code) {
        codes.append(procedure.code)
      }
    }
    return codes
  }()
}
