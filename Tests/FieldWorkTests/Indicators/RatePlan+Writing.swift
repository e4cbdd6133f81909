import SyncProtocol

@testable import FieldWork

extension RateRecomputationTests {
  /// Writes a plan as a laptop would.
  func write(_ plan: RatePlan, _ world: FieldWorld) throws {
    let household = try world.household()
    // Nobody of the register: dossiers belong to an organisation's desk.
    let members = try ["Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Cường"].map { name in
      try world.code(try world.member(name), .member)
    }
    try writeDossiers(plan, world, household)
    try writeRegister(plan, world, replacing: household)
    for opinion in plan.opinions {
      var texts = ["rating": String(opinion.rating), "channel": "form"]
      texts["session"] = try world.code(
        try world.add(
          RecordForms.session,
          [
            "kind": "support-point", "place": "Xóm 1", "date": RatePlan.text(opinion.day),
          ]), .session)
      texts["date"] = RatePlan.text(opinion.day)
      texts["text"] = opinion.hasText ? "Cần rõ hơn" : nil
      texts["answered"] = opinion.answered.map(RatePlan.text)
      try world.add(RecordForms.feedback, texts)
    }
    for training in plan.trainings {
      let session = try world.add(
        RecordForms.session,
        [
          "kind": "training", "topic": "VNeID", "place": "Xóm 1",
          "date": RatePlan.text(training.day),
        ])
      var texts = [
        "session": try world.code(session, .session), "member": members[training.member],
      ]
      texts["before"] = training.before.map(String.init)
      texts["after"] = training.after.map(String.init)
      try world.add(RecordForms.attendance, texts)
    }
  }

  private func writeDossiers(
    _ plan: RatePlan, _ world: FieldWorld, _ household: RowID
  ) throws {
    let resident = try world.resident(of: household)
    let visit = try world.visit(to: household, on: "02/03/2026")
    let home = try world.laptop.addVisit(
      VisitDraft(household: household, date: "02/03/2026", outcome: "met", channel: "home"),
      author: try world.member(), clock: world.clock()
    ).id
    for outcome in plan.outcomes {
      _ = try world.assist(
        at: visit, nil, outcome: outcome, evidence: outcome == "completed" ? "An" : nil)
    }
    for dossier in plan.dossiers {
      var assist: RowID?
      if dossier.isHelped {
        let categories = ["", "elderly", "disabled", "war-invalid", "poor"]
        assist = try world.laptop.addAssist(
          AssistDraft(
            visit: dossier.homeCategory == nil ? visit : home, service: dossier.code,
            mode: "guided", outcome: "submitted", evidenceKind: "spoken", evidence: "An",
            beneficiary: dossier.homeCategory.map { categories[$0] }),
          author: try world.member(), clock: world.clock()
        ).id
      }
      let id = try world.dossier(
        assist == nil ? resident : nil, dossier.code,
        channel: ["", "direct", "online", "post"][dossier.channel],
        received: "\(RatePlan.text(dossier.received)) 08:00",
        appointment: dossier.appointment.map(RatePlan.text), assist: assist, fee: dossier.fee,
        paid: dossier.paid
      ) {
        $0.files = dossier.files.map(String.init)
        $0.filesDigitised = dossier.digitised.map(String.init)
        $0.electronicResult = dossier.electronic.map { $0 ? "yes" : "no" }
      }
      switch dossier.ending {
      case .none: break
      case .accepted(let day): try world.event("accepted", "\(RatePlan.text(day)) 10:00", of: id)
      case .done(let day): try world.event("done", "\(RatePlan.text(day)) 10:00", of: id)
      case .refused(let day): try world.event("refused", "\(RatePlan.text(day)) 10:00", of: id)
      case .waitsForPapers(let day):
        try world.event("supplement-requested", "\(RatePlan.text(day)) 10:00", of: id)
      }
      if dossier.isVoided {
        try world.laptop.void(
          .submission, id, reason: "nhầm", author: nil, clock: world.clock())
      }
    }
  }

  /// Households and people of the plan; the one that dossiers needed is voided and leaves the
  /// register.
  private func writeRegister(
    _ plan: RatePlan, _ world: FieldWorld, replacing household: RowID
  ) throws {
    try world.laptop.void(
      .household, household, reason: "không thuộc sổ", author: nil, clock: world.clock())
    var homes: [RowID] = []
    for (number, home) in plan.homes.enumerated() {
      let id = try world.household("Hộ \(number)")
      homes.append(id)
      let code = try world.code(id, .household)
      let names = ChoiceList.cashlessService.names
      for seen in home.cashless {
        try world.add(
          RecordForms.observation,
          [
            "household": code, "kind": "cashless", "service": names[seen.service - 1],
            "level": seen.isCashless ? "yes" : "no", "date": RatePlan.text(seen.day),
          ])
      }
      for seen in home.connection {
        try world.add(
          RecordForms.observation,
          [
            "household": code, "kind": "connectivity", "level": String(seen.level),
            "date": RatePlan.text(seen.day),
          ])
      }
    }
    for (number, person) in plan.people.enumerated() {
      let id = try world.laptop.addResident(
        ResidentDraft(
          household: homes[number % homes.count], fullName: "Người \(number)",
          birth: person.birthYear.map(String.init)),
        author: try world.member(), clock: world.clock()
      ).id
      let code = try world.code(id, .resident)
      for (kind, all) in [("vneid", person.identity), ("signature", person.signature)] {
        for seen in all {
          try world.add(
            RecordForms.observation,
            [
              "resident": code, "kind": kind, "level": String(seen.level),
              "date": RatePlan.text(seen.day),
            ])
        }
      }
    }
  }
}
