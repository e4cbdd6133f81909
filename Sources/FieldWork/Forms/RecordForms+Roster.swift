import SyncProtocol

// The roster: hamlets, the teams that serve them, and who is in them. Nothing of it is voided: a team
// and a membership end on a day, and borders change by a reform.
extension RecordForms {
  /// A hamlet or residential group.
  package static let hamlet = RecordForm(
    "hamlet", "hamlets", PlaceTable.definition, home: .everyone, title: [PlaceTable.name],
    [
      FormField(
        PlaceTable.communeCode, "commune", .commune, required: true, listed: true, fixed: true),
      FormField(PlaceTable.name, "name", .text(200), required: true, listed: true),
      FormField(
        PlaceTable.kind, "kind", .choice(ChoiceList(PlaceKind.self)), required: true,
        standard: .number(PlaceKind.hamlet.rawValue), listed: true),
    ]
  ) { checker, reader, id in
    guard let code = checker.result(PlaceTable.communeCode).text,
      let name = checker.result(PlaceTable.name).text
    else { return }
    // The same field takes a province elsewhere; a hamlet lies in a commune.
    if Provinces.province(code: code) != nil, Communes.commune(code: code) == nil {
      return checker.complain(PlaceTable.communeCode, .unknownCommune(code))
    }
    let twin = try reader.places(commune: code).first { place in
      place.id != id && place.validTo == nil && isSame(place.name, name)
    }
    if let twin {
      checker.complain(PlaceTable.name, .alreadyRecorded(code: twin.codeText))
    }
  }

  /// A team.
  package static let team = RecordForm(
    "team", "teams", TeamTable.definition, home: .commune, title: [TeamTable.name],
    [
      FormField(TeamTable.name, "name", .text(200), required: true, listed: true),
      FormField(TeamTable.place, "place", .record(.place), required: true, listed: true),
      FormField(TeamTable.kind, "kind", .choice(.teamKind), listed: true),
      FormField(TeamTable.validFrom, "from", .day, listed: true),
      FormField(TeamTable.validTo, "to", .day, listed: true),
    ]
  ) { checker, reader, id in
    checker.requireOrder(TeamTable.validFrom, TeamTable.validTo)
    guard let name = checker.result(TeamTable.name).text,
      let place = checker.result(TeamTable.place).integer.flatMap(RowID.init(rawValue:))
    else { return }
    let twin = try reader.teams(place: place).first {
      $0.id != id && $0.validTo == nil && isSame($0.name, name)
    }
    if let twin { checker.complain(TeamTable.name, .alreadyRecorded(code: twin.codeText)) }
  }

  /// A member of a team.
  package static let member = RecordForm(
    "member", "members", MemberTable.definition, home: .commune, title: [MemberTable.fullName],
    [
      FormField(MemberTable.fullName, "name", .text(200), required: true, listed: true),
      FormField(MemberTable.team, "team", .record(.team), required: true, listed: true),
      FormField(MemberTable.role, "role", .text(100), listed: true),
      FormField(MemberTable.organisation, "organisation", .text(200), listed: true),
      FormField(MemberTable.phone, "phone", .phone),
      FormField(MemberTable.from, "from", .day, listed: true),
      FormField(MemberTable.to, "to", .day, listed: true),
    ]
  ) { checker, reader, id in
    checker.requireOrder(MemberTable.from, MemberTable.to)
    guard id == nil, let name = checker.result(MemberTable.fullName).text,
      let team = checker.result(MemberTable.team).integer.flatMap(RowID.init(rawValue:))
    else { return }
    // Two of one name are told apart by their telephones.
    let phone = checker.result(MemberTable.phone).text
    let twin = try reader.members(team: team).first {
      $0.to == nil && isSame($0.fullName, name) && $0.phone == phone
    }
    if let twin { checker.complain(MemberTable.fullName, .alreadyRecorded(code: twin.codeText)) }
  }

  private static func isSame(_ one: String?, _ other: String) -> Bool {
    one.map { SearchFold.exact($0) == SearchFold.exact(other) } ?? false
  }
}
