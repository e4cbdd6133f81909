import SyncProtocol

// What the centre keeps for everybody, form by form.
extension RecordForms {
  /// A laptop as a thing.
  package static let device = RecordForm(
    "device", "devices", DeviceTable.definition, home: .everyone, title: [DeviceTable.label],
    [
      FormField(DeviceTable.label, "label", .text(100), required: true, listed: true),
      FormField(DeviceTable.replica, "replica", .number(0...0xFF_FFFF), listed: true),
      FormField(DeviceTable.model, "model", .text(100), listed: true),
      FormField(DeviceTable.year, "year", .number(1_990...2_200), listed: true),
      FormField(DeviceTable.team, "team", .record(.team), listed: true),
      FormField(DeviceTable.validFrom, "from", .day),
      FormField(DeviceTable.validTo, "to", .day),
      FormField(DeviceTable.note, "note", .note),
    ]
  ) { checker, _, _ in checker.requireOrder(DeviceTable.validFrom, DeviceTable.validTo) }

  /// A procedure as it is from a day on.
  package static let procedureVersion = RecordForm(
    "procedure", "procedures", ProcedureVersionTable.definition, home: .everyone,
    title: [ProcedureVersionTable.procedure, ProcedureVersionTable.validFrom],
    [
      FormField(ProcedureVersionTable.procedure, "code", .code, required: true, listed: true),
      FormField(ProcedureVersionTable.unit, "unit", .commune, listed: true),
      FormField(ProcedureVersionTable.validFrom, "from", .day, required: true, listed: true),
      FormField(ProcedureVersionTable.validTo, "to", .day, listed: true),
      FormField(ProcedureVersionTable.name, "name", .text(500), listed: true),
      FormField(ProcedureVersionTable.sector, "sector", .text(200)),
      FormField(
        ProcedureVersionTable.serviceLevel, "level", .choice(ChoiceList(StoredServiceLevel.self)),
        listed: true),
      FormField(ProcedureVersionTable.limit, "limit", .number(0...100_000)),
      FormField(ProcedureVersionTable.limitUnit, "limit-unit", .choice(.limitUnit)),
      FormField(ProcedureVersionTable.localLimit, "local-limit", .number(0...100_000)),
      FormField(ProcedureVersionTable.localLimitUnit, "local-limit-unit", .choice(.limitUnit)),
      FormField(ProcedureVersionTable.fee, "fee", .money),
      FormField(ProcedureVersionTable.source, "source", .text(200)),
    ]
  ) { checker, _, _ in
    typealias Table = ProcedureVersionTable
    checker.requireOrder(Table.validFrom, Table.validTo)
    checker.requireBoth(Table.limit, Table.limitUnit)
    checker.requireBoth(Table.localLimit, Table.localLimitUnit)
  }

  /// Something that a dossier must hold.
  package static let checklistItem = RecordForm(
    "checklist", "checklist", ChecklistItemTable.definition, home: .everyone,
    title: [ChecklistItemTable.procedure, ChecklistItemTable.item],
    [
      FormField(ChecklistItemTable.procedure, "code", .code, required: true, listed: true),
      FormField(ChecklistItemTable.position, "position", .number(1...500), listed: true),
      FormField(ChecklistItemTable.item, "text", .text(1_000), required: true, listed: true),
      FormField(ChecklistItemTable.itemEnglish, "text-en", .text(1_000)),
      FormField(
        ChecklistItemTable.needed, "needed", .yesOrNo, standard: .number(1), listed: true),
      FormField(ChecklistItemTable.validFrom, "from", .day),
      FormField(ChecklistItemTable.validTo, "to", .day),
    ]
  ) { checker, _, _ in
    checker.requireOrder(ChecklistItemTable.validFrom, ChecklistItemTable.validTo)
  }

  /// Something that teams help with and that is no procedure.
  package static let service = RecordForm(
    "service", "services", ServiceTable.definition, home: .everyone,
    title: [ServiceTable.code, ServiceTable.name],
    [
      FormField(ServiceTable.code, "code", .code, required: true, listed: true),
      FormField(ServiceTable.name, "name", .text(200), required: true, listed: true),
      FormField(ServiceTable.nameEnglish, "name-en", .text(200)),
      FormField(ServiceTable.sector, "sector", .text(200), listed: true),
      FormField(ServiceTable.validFrom, "from", .day, listed: true),
      FormField(ServiceTable.validTo, "to", .day, listed: true),
    ]
  ) { checker, _, _ in checker.requireOrder(ServiceTable.validFrom, ServiceTable.validTo) }

  /// A day on which work differs from what its weekday says.
  package static let calendarDay = RecordForm(
    "calendar", "days", CalendarDayTable.definition, home: .everyone,
    title: [CalendarDayTable.date, CalendarDayTable.kind], day: CalendarDayTable.date,
    [
      FormField(CalendarDayTable.date, "date", .day, required: true, listed: true),
      FormField(
        CalendarDayTable.kind, "kind", .choice(.calendarDayKind), required: true, listed: true),
      FormField(CalendarDayTable.unit, "unit", .commune, listed: true),
      FormField(CalendarDayTable.name, "name", .text(200), listed: true),
      FormField(CalendarDayTable.source, "source", .text(200), listed: true),
    ]
  ) { checker, _, _ in
    guard checker.result(CalendarDayTable.kind).integer == 3,
      let day = checker.result(CalendarDayTable.date).integer
    else { return }
    // 1 January 1970 was a Thursday.
    if day % 7 != 2 { checker.complain(CalendarDayTable.date, .notASaturday) }
  }

  /// What is to be reached.
  package static let target = RecordForm(
    "target", "targets", TargetTable.definition, home: .everyone, title: [TargetTable.measure],
    [
      FormField(TargetTable.measure, "measure", .measure, required: true, listed: true),
      FormField(TargetTable.unit, "unit", .commune, listed: true),
      FormField(TargetTable.place, "place", .record(.place), listed: true),
      FormField(TargetTable.team, "team", .record(.team), listed: true),
      FormField(TargetTable.from, "from", .day, required: true, listed: true),
      FormField(TargetTable.to, "to", .day, required: true, listed: true),
      FormField(
        TargetTable.value, "value", .aim(at: TargetTable.measure), required: true, listed: true),
      FormField(TargetTable.source, "source", .text(200)),
    ]
  ) { checker, reader, _ in
    checker.requireOrder(TargetTable.from, TargetTable.to)
    try reader.checkTarget(&checker)
  }

  /// A set of indicators.
  package static let indicatorSet = RecordForm(
    "indicator-set", "sets", IndicatorSetTable.definition, home: .everyone,
    title: [IndicatorSetTable.code, IndicatorSetTable.edition],
    [
      FormField(IndicatorSetTable.code, "code", .code, required: true, listed: true),
      FormField(IndicatorSetTable.edition, "edition", .text(60), listed: true),
      FormField(IndicatorSetTable.validFrom, "from", .day, required: true, listed: true),
      FormField(IndicatorSetTable.source, "source", .text(200), listed: true),
    ])

  /// One indicator of a set.
  package static let indicator = RecordForm(
    "indicator", "indicators", IndicatorTable.definition, home: .everyone,
    title: [IndicatorTable.code, IndicatorTable.name],
    [
      FormField(
        IndicatorTable.set, "set", .row(IndicatorSetTable.definition.id), required: true,
        listed: true),
      FormField(IndicatorTable.code, "code", .code, required: true, listed: true),
      FormField(IndicatorTable.name, "name", .text(300), required: true, listed: true),
      FormField(IndicatorTable.nameEnglish, "name-en", .text(300)),
      FormField(IndicatorTable.numerator, "numerator", .code),
      FormField(IndicatorTable.denominator, "denominator", .code),
      FormField(IndicatorTable.threshold, "threshold", .number(0...10_000)),
      FormField(IndicatorTable.maximumScore, "maximum", .number(0...100_000), listed: true),
      FormField(IndicatorTable.formula, "formula", .code),
      FormField(IndicatorTable.position, "position", .number(1...1_000)),
      FormField(IndicatorTable.source, "source", .text(200), expected: true),
      FormField(
        IndicatorTable.level, "level", .choice(ChoiceList(GovernmentLevel.self)), expected: true),
    ])

  /// The official figure of an indicator.
  package static let indicatorValue = RecordForm(
    "indicator-value", "values", IndicatorValueTable.definition, home: .everyone,
    title: [IndicatorValueTable.code, IndicatorValueTable.from], day: IndicatorValueTable.to,
    [
      FormField(
        IndicatorValueTable.code, "code", .code, required: true, listed: true),
      FormField(
        IndicatorValueTable.set, "set", .code, required: true,
        standard: .text(IndicatorSet.shipped.code), listed: true),
      FormField(IndicatorValueTable.unit, "unit", .commune, listed: true),
      FormField(IndicatorValueTable.from, "from", .day, required: true, listed: true),
      FormField(IndicatorValueTable.to, "to", .day, required: true, listed: true),
      FormField(
        IndicatorValueTable.numerator, "numerator", .number(0...1_000_000_000_000),
        required: true, listed: true),
      FormField(
        IndicatorValueTable.denominator, "denominator", .number(0...1_000_000_000_000),
        listed: true),
      FormField(
        IndicatorValueTable.level, "level", .choice(ChoiceList(GovernmentLevel.self)),
        listed: true, expected: true),
      FormField(
        IndicatorValueTable.supplier, "supplier", .text(200), listed: true, expected: true),
      FormField(
        IndicatorValueTable.document, "document", .text(100), listed: true, expected: true),
      FormField(
        IndicatorValueTable.documentDate, "document-date", .day, listed: true, expected: true),
    ]
  ) { checker, reader, _ in
    typealias Table = IndicatorValueTable
    checker.requireOrder(Table.from, Table.to)
    guard let set = checker.result(Table.set).text, let code = checker.result(Table.code).text,
      let to = checker.result(Table.to).integer
    else { return }
    let day = LocalDate(daysSince1970: Int(clamping: to))
    guard let known = try? reader.indicatorSet(set, on: day) else {
      return checker.complain(Table.set, .reference(.notFound(set)))
    }
    if !known.indicators.contains(where: { $0.code == code }) {
      checker.complain(
        Table.code, .unknownChoice(typed: code, choices: known.indicators.map(\.code)))
    }
  }

  /// A time in which teams visit many households for one purpose.
  package static let campaign = RecordForm(
    "campaign", "campaigns", CampaignTable.definition, home: .everyone,
    title: [CampaignTable.name],
    [
      FormField(CampaignTable.name, "name", .text(200), required: true, listed: true),
      FormField(CampaignTable.from, "from", .day, required: true, listed: true),
      FormField(CampaignTable.to, "to", .day, required: true, listed: true),
      FormField(CampaignTable.place, "place", .record(.place), listed: true),
      FormField(CampaignTable.services, "service", .services),
      FormField(CampaignTable.households, "household", .records(.household)),
      FormField(CampaignTable.note, "note", .note),
    ]
  ) { checker, _, _ in checker.requireOrder(CampaignTable.from, CampaignTable.to) }
}
