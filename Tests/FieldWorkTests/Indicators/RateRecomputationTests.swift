import SyncProtocol
import Testing

@testable import FieldWork

/// Every rate, counted by the program from records, against what plain loops make of the drafts that
/// those records were written from.
struct RateRecomputationTests {
  /// A rate as worked out by hand: `n/d`, `+` what nobody recorded.
  private struct Sum {
    var (part, whole, unknown) = (0, 0, 0)
    var hasWhole = true

    mutating func add(_ part: Int?, of whole: Int?) {
      if whole == 0 { return }
      guard let part, let whole else {
        unknown += 1
        return
      }
      self.part += part
      self.whole += whole
    }

    mutating func add(_ part: Bool?, of whole: Bool? = true) {
      add(part.map { $0 ? 1 : 0 }, of: whole.map { $0 ? 1 : 0 })
    }

    var text: String {
      "\(part)" + (hasWhole ? "/\(whole)" : "") + (unknown > 0 ? "+\(unknown)" : "")
    }
  }

  private static let end = 31

  @Test(arguments: [20_261_122, 7, 4_711] as [UInt64])
  func `every rate equals a plain recomputation from the drafts`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plan = RatePlan(&random)
    let world = try FieldWorld(seed: seed)
    try write(plan, world)
    try world.sync(world.laptop)
    let expected = Self.recompute(plan)
    for store in [world.laptop, world.centre] {
      let book = world.book("2026-03", at: store)
      for rate in Rate.all {
        // The catalogue is no draft; satisfaction is put together below.
        if rate.key.hasPrefix("catalogue") || ["services-filed", "satisfaction"].contains(rate.key)
        {
          continue
        }
        let hand = try #require(expected[rate.key], "\(rate.key) is not recomputed")
        #expect(try book.text(rate.key) == hand.text, "\(rate.key), seed \(seed)")
      }
      let late = try #require(expected["late"])
      let disliked = Self.opinions(plan) { $0.rating <= 2 }
      if late.whole > 0, disliked.whole > 0 {
        let rest = late.whole * disliked.whole
        let left = rest - late.part * disliked.whole - disliked.part * late.whole
        let rate = try #require(Rate(named: "satisfaction"))
        let value = try #require(try book.value(of: rate.form).value)
        #expect(value.numerator == max(0, left) && value.denominator == Int64(rest))
      }
    }
  }

  private static func recompute(_ plan: RatePlan) -> [String: Sum] {
    let standing = plan.dossiers.filter { !$0.isVoided }
    let period = standing.filter { (1...end).contains($0.received) }
    func known(_ day: Int) -> Bool { day <= end }
    func done(_ dossier: RatePlan.Dossier) -> Int? {
      if case .done(let day) = dossier.ending, known(day) { day } else { nil }
    }
    func hasEnded(_ dossier: RatePlan.Dossier) -> Bool {
      if case .refused(let day) = dossier.ending { known(day) } else { false }
    }
    func isInTime(_ dossier: RatePlan.Dossier) -> Bool? {
      if case .waitsForPapers(let day) = dossier.ending, known(day) { return true }
      guard let appointment = dossier.appointment else { return nil }
      return (done(dossier) ?? end + 1) <= appointment
        || (done(dossier) == nil && appointment > end)
    }
    func firstTry(_ dossier: RatePlan.Dossier) -> Bool? {
      switch dossier.ending {
      case .none: nil
      case .accepted(let day), .done(let day): known(day) ? true : nil
      case .refused(let day), .waitsForPapers(let day): known(day) ? false : nil
      }
    }
    func level(_ dossier: RatePlan.Dossier) -> StoredServiceLevel? {
      Procedures.procedure(code: dossier.code).map { StoredServiceLevel($0.serviceLevel) }
    }
    var sums: [String: Sum] = [:]
    func sum(_ key: String, hasWhole: Bool = true, _ body: (inout Sum) -> Void) {
      var sum = Sum()
      sum.hasWhole = hasWhole
      body(&sum)
      sums[key] = sum
    }
    sum("online") { sum in period.forEach { sum.add($0.channel == 2) } }
    sum("full-online") { sum in
      period.forEach { sum.add($0.channel == 2 && level($0) == .full) }
    }
    let open = period.filter { !hasEnded($0) }
    sum("on-time") { sum in open.forEach { sum.add(isInTime($0)) } }
    sum("late") { sum in open.forEach { sum.add(isInTime($0).map { !$0 }) } }
    let finished = open.filter { done($0) != nil }
    sum("settled-on-time") { sum in finished.forEach { sum.add(isInTime($0)) } }
    sum("early") { sum in
      finished.forEach { dossier in
        sum.add(dossier.appointment.map { (done(dossier) ?? 0) < $0 })
      }
    }
    sum("days-early") { sum in
      for dossier in open {
        // What is finished without a limit may be early or not.
        guard let day = done(dossier) else { continue }
        guard let appointment = dossier.appointment else {
          sum.unknown += 1
          continue
        }
        guard day < appointment else { continue }
        sum.add(RatePlan.workingDays(after: day, through: appointment), of: 1)
      }
    }
    sum("days-late") { sum in
      for dossier in open {
        guard let isInTime = isInTime(dossier) else {
          sum.unknown += 1
          continue
        }
        guard !isInTime, let appointment = dossier.appointment else { continue }
        sum.add(
          RatePlan.workingDays(after: appointment, through: done(dossier) ?? end), of: 1)
      }
    }
    sum("settlement-days") { sum in
      for dossier in finished {
        sum.add(
          RatePlan.workingDays(after: dossier.received, through: done(dossier) ?? 0), of: 1)
      }
    }
    let waiting = standing.filter {
      $0.received <= end && !hasEnded($0) && done($0) == nil
    }
    sum("waiting", hasWhole: false) { sum in waiting.forEach { _ in sum.add(true) } }
    // No draft plans a campaign or a task.
    sum("campaign-coverage") { _ in }
    sum("backlog-tasks", hasWhole: false) { _ in }
    sum("backlog", hasWhole: false) { sum in
      waiting.forEach { sum.add(isInTime($0).map { !$0 }) }
    }
    let answered = period.filter { !hasEnded($0) && (done($0) != nil || $0.electronic != nil) }
    sum("electronic-result") { sum in answered.forEach { sum.add($0.electronic) } }
    sum("digitised") { sum in
      for dossier in answered {
        if dossier.digitised == 0 || dossier.electronic == false {
          sum.add(false)
        } else {
          sum.add(dossier.digitised == nil || dossier.electronic == nil ? nil : true)
        }
      }
    }
    sum("files-digitised") { sum in
      period.forEach { sum.add($0.digitised, of: $0.files) }
    }
    sum("paid-online") { sum in
      period.forEach { dossier in
        sum.add(dossier.paid.map { $0 > 0 }, of: dossier.fee.map { $0 > 0 })
      }
    }
    sum("procedures-paid-online") { sum in
      for code in Set(period.map(\.code)) {
        let own = period.filter { $0.code == code }
        let hasFee =
          own.contains { $0.fee ?? 0 > 0 } ? true : own.contains { $0.fee == nil } ? nil : false
        let mayPay = own.filter { $0.fee != 0 }
        let isPaid =
          mayPay.contains { $0.paid ?? 0 > 0 }
          ? true : mayPay.contains { $0.paid == nil } ? nil : false
        sum.add(isPaid, of: hasFee)
      }
    }
    sum("first-try-helped") { sum in
      period.filter(\.isHelped).forEach { sum.add(firstTry($0)) }
    }
    sum("first-try-alone") { sum in
      period.filter { !$0.isHelped }.forEach { sum.add(firstTry($0)) }
    }
    let mobile = period.filter { $0.homeCategory != nil }
    for (key, categories) in [
      ("mobile", [1, 2, 3, 4]), ("mobile-beneficiaries", [1, 2]), ("mobile-elderly", [1]),
      ("mobile-disabled", [2]),
    ] {
      sum(key, hasWhole: false) { sum in
        mobile.forEach { sum.part += categories.contains($0.homeCategory ?? 0) ? 1 : 0 }
      }
    }
    // The assists of dossiers were submitted, each at a visit of 2 March.
    let tried = ["completed", "submitted", "blocked"]
    sum("success") { sum in
      for outcome in plan.outcomes where tried.contains(outcome) { sum.add(outcome != "blocked") }
      plan.dossiers.filter(\.isHelped).forEach { _ in sum.add(true) }
    }
    return sums.merging(register(plan)) { _, new in new }.merging(teams(plan)) { _, new in new }
  }

  private static func register(_ plan: RatePlan) -> [String: Sum] {
    func last(_ seen: [(day: Int, level: Int)]) -> Int? {
      seen.enumerated().filter { $0.element.day <= end }
        .max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element.level
    }
    var sums: [String: Sum] = [:]
    let keys = ["vneid", "vneid-any", "vneid-asked", "signatures", "signatures-used"]
    for key in keys + ["connected", "broadband", "fibre"] { sums[key] = Sum() }
    sums["signatures"]?.hasWhole = false
    for person in plan.people {
      // Born on 1 January where nobody says the day.
      let isAdult = person.birthYear.map { $0 + 18 <= 2026 }
      let identity = last(person.identity)
      let signature = last(person.signature)
      sums["vneid"]?.add(identity.map { $0 == 2 }, of: isAdult)
      sums["vneid-any"]?.add(identity.map { $0 > 0 }, of: isAdult)
      sums["vneid-asked"]?.add(identity != nil, of: isAdult)
      sums["signatures"]?.add(signature.map { $0 > 0 })
      sums["signatures-used"]?.add(signature.map { $0 == 2 }, of: signature.map { $0 > 0 })
    }
    for home in plan.homes {
      let connection = last(home.connection)
      for (key, least) in [("connected", 1), ("broadband", 2), ("fibre", 3)] {
        sums[key]?.add(connection.map { $0 >= least })
      }
    }
    let names = [
      "electricity", "water", "school", "hospital", "pension", "social-insurance", "tax", "shop-qr",
    ]
    for (index, name) in names.enumerated() {
      var sum = Sum()
      for home in plan.homes {
        let seen = home.cashless.filter { $0.service == index + 1 }
        sum.add(last(seen.map { ($0.day, $0.isCashless ? 1 : 0) }).map { $0 > 0 })
      }
      sums["cashless-\(name)"] = sum
    }
    return sums
  }

  private static func opinions(
    _ plan: RatePlan, _ isSo: (RatePlan.Opinion) -> Bool?
  ) -> Sum {
    var sum = Sum()
    for opinion in plan.opinions where (1...end).contains(opinion.day) { sum.add(isSo(opinion)) }
    return sum
  }

  private static func teams(_ plan: RatePlan) -> [String: Sum] {
    var sums = ["liked": opinions(plan) { $0.rating >= 4 }]
    var answers = Sum()
    for opinion in plan.opinions where (1...end).contains(opinion.day) {
      guard opinion.hasText else { continue }
      var due = opinion.day
      while !RatePlan.isWorked(due) { due += 1 }
      var left = 15
      while left > 0 {
        due += 1
        if RatePlan.isWorked(due) { left -= 1 }
      }
      let answered = opinion.answered.flatMap { $0 <= end ? $0 : nil }
      // Without an answer the time is over when the working day is.
      answers.add(answered.map { $0 <= due } ?? (end < due))
    }
    sums["feedback-in-time"] = answers
    var (trained, before, after) = (Sum(), Sum(), Sum())
    for member in 0..<3 {
      let own = plan.trainings.enumerated()
        .filter { $0.element.member == member && (1...end).contains($0.element.day) }
        .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
      trained.add(!own.isEmpty)
      let tested = own.last { $0.before != nil && $0.after != nil }
      before.add(tested?.before ?? 0, of: tested == nil ? 0 : 1)
      after.add(tested?.after ?? 0, of: tested == nil ? 0 : 1)
    }
    sums["trained"] = trained
    sums["score-before"] = before
    sums["score-after"] = after
    var (groups, project) = (Sum(), Sum())
    for _ in 0..<2 {
      groups.add(true)
      project.add(nil as Bool?)
    }
    sums["groups-with-team"] = groups
    sums["groups-with-project-06-team"] = project
    return sums
  }
}
