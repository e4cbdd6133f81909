import FieldWork
import Randomness

// What teams record beside visits, assists and dossiers. It draws for itself, so that the rest of a
// district stays as its seed has it.

extension DistrictPlan {
  /// A record of a kind that a form describes: a tally, an observation, a rating.
  package struct Note: Sendable, Hashable {
    /// The kind, as commands call it.
    package let noun: String
    /// The laptop that records it.
    package let laptop: Int
    /// When.
    package let moment: Int
    /// What is typed, by option.
    package let texts: [String: String]
    /// What it is about, by option.
    package let about: [String: Subject]
    /// When it is taken back.
    package internal(set) var voidedAt: Int?
  }

  /// What a note is about, by its place in the plan.
  package enum Subject: Sendable, Hashable {
    /// A session.
    case session(Int)
    /// A household.
    case household(Int)
    /// A person.
    case person(Int)
    /// A dossier.
    case submission(Int)
  }

  /// Draws everything that is recorded beside visits.
  mutating func makeNotes() {
    var random = order.random(.notes)
    makeMeetings()
    for number in sessions.indices { makeNotes(ofSession: number, &random) }
    let submissions = Dictionary(grouping: submissions.indices) {
      assists[self.submissions[$0].assist].visit
    }
    for number in visits.indices where visits[number].outcome == .met {
      makeNotes(ofVisit: number, submissions[number]?.first, &random)
    }
    for number in notes.indices where random.chance(2) {
      let day = notes[number].moment / 1_440 + 1 + random.below(5)
      guard day < laptops[notes[number].laptop].end else { continue }
      notes[number].voidedAt = day * 1_440 + 15 * 60 + 45
    }
  }

  /// Each team trains its members once in four weeks, and tells people about the services two weeks
  /// later.
  private mutating func makeMeetings() {
    for laptop in laptops.indices {
      for day in laptops[laptop].first..<laptops[laptop].end {
        let kind: Session.Kind
        switch (day + laptop) % 28 {
        case 3: kind = .training
        case 17: kind = .dissemination
        default: continue
        }
        sessions.append(Session(laptop: laptop, moment: day * 1_440 + 15 * 60 + 30, kind: kind))
      }
    }
  }

  private mutating func makeNotes(ofSession number: Int, _ random: inout SeededGenerator) {
    let session = sessions[number]
    func add(_ noun: String, _ texts: [String: String]) {
      notes.append(
        Note(
          noun: noun, laptop: session.laptop, moment: session.moment + 2, texts: texts,
          about: ["session": .session(number)]))
    }
    func add(_ measure: String, upTo count: Int) {
      add("tally", ["measure": measure, "count": String(1 + random.below(count))])
    }
    switch session.kind {
    case .saturday:
      add("people-advised", upTo: 40)
      add("leaflets", upTo: 120)
      if random.chance(60) {
        add("feedback", ["rating": String(2 + random.below(4)), "channel": "form"])
      }
    case .training:
      for member in [laptops[session.laptop].member, laptops[session.laptop].companion] {
        let before = 20 + random.below(50)
        add(
          "attendance",
          [
            "member": members[member].name, "role": "learner", "before": String(before),
            "after": String(before + random.below(100 - before)),
          ])
      }
    case .dissemination:
      add("people-reached", upTo: 300)
      add("posts", upTo: 4)
    }
  }

  private mutating func makeNotes(
    ofVisit number: Int, _ submission: Int?, _ random: inout SeededGenerator
  ) {
    let visit = visits[number]
    let helped = assists(of: number)
    let person = helped.first.flatMap { assists[$0].person }
    let day = order.date(visit.day)
    func add(_ noun: String, _ texts: [String: String], _ about: [String: Subject]) {
      var texts = texts
      // The day is typed, since the laptop's clock may be wrong.
      if noun != "task" { texts["date"] = Format.date(day) }
      notes.append(
        Note(
          noun: noun, laptop: visit.laptop, moment: visit.moment, texts: texts, about: about))
    }
    let home: [String: Subject] = ["household": .household(visit.household)]
    if random.chance(10) {
      add(
        "observation",
        [
          "kind": "connectivity",
          "level": random.pick(["none", "mobile", "broadband", "fibre"]) ?? "",
        ],
        home)
    }
    if random.chance(8) {
      add(
        "observation",
        [
          "kind": "cashless", "service": random.pick(["electricity", "water", "pension"]) ?? "",
          "level": random.pick(["yes", "no"]) ?? "",
        ], home)
    }
    if let person, random.chance(12) {
      let kind = random.pick([(80, "vneid"), (20, "signature")])
      let levels = kind == "vneid" ? ["none", "level-1", "level-2"] : ["none", "issued", "used"]
      add(
        "observation", ["kind": kind, "level": random.pick(levels) ?? ""],
        ["resident": .person(person)])
    }
    if let person, random.chance(8) {
      add(
        "consent",
        [
          "purpose": random.pick(["keep-details", "act-on-behalf", "contact"]) ?? "",
          "given": random.pick([(90, "yes"), (10, "refused")]), "mode": "spoken",
          "wording": "mau-1",
        ], ["resident": .person(person)])
    }
    if let submission, random.chance(12) {
      add(
        "feedback", ["rating": String(1 + random.below(5)), "channel": "spoken"],
        ["submission": .submission(submission)])
    }
    let blocked = helped.compactMap { assists[$0].blockedReason }.first
    if let blocked, random.chance(25) {
      add("difficulty", ["reason-code": blocked.rawValue, "text": "vướng mẫu"], [:])
    }
    if random.chance(3) {
      add(
        "task",
        [
          "title": "Mang tờ rơi mẫu", "due": Format.date(day.adding(days: 5)),
          "status": random.pick([(60, "open"), (40, "done")]),
        ], home)
    }
  }
}
