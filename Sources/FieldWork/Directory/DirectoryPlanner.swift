import SyncProtocol

/// Compares the files with the store.
///
/// A hamlet is known by commune and name, a team by hamlet and name, a member by team, name and,
/// where two have one name, telephone. Nothing is ever removed by leaving it out of a file.
struct DirectoryPlanner {
  let reader: RecordReader
  let communes: Set<String>?
  private let map: PlaceMap
  private let day: LocalDate
  private(set) var plan = DirectoryPlan()
  private(set) var problems: [DirectoryProblem] = []
  private var hamletByKey: [HamletKey: Int] = [:]
  private var hamletsByName: [String: [Int]] = [:]

  private struct HamletKey: Hashable {
    let commune: String
    let name: String
  }

  /// - Parameter day: whose units and hamlets the files speak of.
  init(_ reader: RecordReader, communes: Set<String>?, on day: LocalDate) throws {
    self.reader = reader
    self.communes = communes
    self.day = day
    map = try PlaceMap(reader)
  }

  /// The code of a unit of the day, by the list of communes or by a reform carried out here.
  private func unit(_ typed: String) -> String? {
    let code = typed.filter { !$0.isWhitespace }
    let isListed = PlaceLineage.units(code: code).contains { $0.isValid(on: day) }
    return isListed || map.hasUnit(code, on: day) ? code : nil
  }

  mutating func readHamlets(_ bytes: [UInt8]) throws {
    var file = DirectoryFile(
      .hamlets, bytes, columns: ["commune_code", "name", "kind"],
      required: ["commune_code", "name", "kind"])
    var lineByKey: [HamletKey: Int] = [:]
    for line in file.lines {
      let code = unit(line["commune_code"])
      if code == nil {
        let typed = String(line["commune_code"].prefix(60))
        file.complain(
          line, .cell(column: "commune_code", typed.isEmpty ? .missing : .unknownCommune(typed)))
      } else if let code, let communes, !communes.contains(code), !map.hasUnit(code, on: day) {
        file.complain(line, .foreignCommune(code))
      }
      let name = file.requiredText(line, "name")
      let kind = PlaceKind.parse(line["kind"])
      if kind == nil {
        let typed = String(line["kind"].prefix(60))
        file.complain(
          line,
          .cell(
            column: "kind",
            typed.isEmpty ? .missing : .unknownChoice(typed: typed, choices: PlaceKind.names)))
      }
      guard let code, let name, let kind else { continue }
      let key = HamletKey(commune: code, name: SearchFold.exact(name))
      if let earlier = lineByKey[key] {
        file.complain(line, .duplicate(ofLine: earlier))
        continue
      }
      lineByKey[key] = line.number
      add(.init(action: .add, communeCode: code, name: name, kind: kind), key)
    }
    problems += file.problems
  }

  private mutating func add(_ hamlet: DirectoryPlan.Hamlet, _ key: HamletKey) {
    hamletByKey[key] = plan.hamlets.count
    hamletsByName[key.name, default: []].append(plan.hamlets.count)
    plan.hamlets.append(hamlet)
  }

  /// Finds what the store has already; hamlets that only the store knows join the plan unchanged,
  /// for members.csv may name them.
  mutating func matchHamlets() throws {
    for place in try reader.places() where place.isValid(on: day) {
      // Where it lies now: a reform changes no hamlet's row.
      guard let commune = map.unit(of: place, on: day) ?? place.communeCode, let name = place.name
      else { continue }
      let kind = place.kind ?? .other
      let key = HamletKey(commune: commune, name: SearchFold.exact(name))
      guard let index = hamletByKey[key] else {
        add(.init(action: .keep(place.id), communeCode: commune, name: name, kind: kind), key)
        continue
      }
      let wanted = plan.hamlets[index]
      let isSame = wanted.name.utf8.elementsEqual(name.utf8) && wanted.kind == kind
      if wanted.action == .add {
        plan.hamlets[index].action = isSame ? .keep(place.id) : .change(place.id)
      }
    }
    var seen: Set<String> = []
    for hamlet in plan.hamlets where seen.insert(hamlet.communeCode).inserted {
      if try reader.communeScope(of: hamlet.communeCode) == nil {
        plan.newCommunes.append(hamlet.communeCode)
      }
    }
  }

  mutating func readMembers(_ bytes: [UInt8]) throws {
    var file = DirectoryFile(
      .members, bytes,
      columns: ["hamlet", "team", "full_name", "role", "organisation", "phone", "from"],
      required: ["hamlet", "team", "full_name"])
    var teamByKey: [TeamKey: Int] = [:]
    var lineByMember: [MemberKey: Int] = [:]
    for line in file.lines {
      let hamlet = findHamlet(line, &file)
      let teamName = file.requiredText(line, "team")
      let fullName = file.requiredText(line, "full_name")
      let role = file.text(line, "role")
      let organisation = file.text(line, "organisation")
      let phone = file.phone(line, "phone")
      let from = file.date(line, "from")
      guard let hamlet, let teamName, let fullName else { continue }
      let teamKey = TeamKey(hamlet: hamlet, name: SearchFold.exact(teamName))
      let team = teamByKey[teamKey] ?? plan.teams.count
      if teamByKey[teamKey] == nil {
        teamByKey[teamKey] = team
        plan.teams.append(.init(action: .add, hamlet: hamlet, name: teamName))
      }
      let memberKey = MemberKey(
        team: team, name: SearchFold.exact(fullName), phone: phone ?? "")
      if let earlier = lineByMember[memberKey] {
        file.complain(line, .duplicate(ofLine: earlier))
        continue
      }
      lineByMember[memberKey] = line.number
      plan.members.append(
        .init(
          action: .add, team: team, fullName: fullName, role: role, organisation: organisation,
          phone: phone, from: from))
    }
    problems += file.problems
    try matchTeams()
  }

  private struct TeamKey: Hashable {
    let hamlet: Int
    let name: String
  }

  private struct MemberKey: Hashable {
    let team: Int
    let name: String
    let phone: String
  }

  /// A hamlet by name, by `17713/name`, or by its record code.
  private func findHamlet(
    _ line: DirectoryFile.Line, _ file: inout DirectoryFile
  ) -> Int? {
    guard let typed = file.requiredText(line, "hamlet") else { return nil }
    if let code = try? RecordCode(parsing: typed), code.kind == .place,
      let row = try? reader.rows(of: code).first,
      let index = plan.hamlets.firstIndex(where: { $0.action.row == row })
    {
      return index
    }
    let parts = typed.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let commune = unit(parts[0]),
      let index = hamletByKey[HamletKey(commune: commune, name: SearchFold.exact(parts[1]))]
    {
      return index
    }
    let found = hamletsByName[SearchFold.exact(typed)] ?? []
    guard let index = found.first else {
      file.complain(line, .unknownHamlet(typed))
      return nil
    }
    guard found.count == 1 else {
      file.complain(line, .ambiguousHamlet(typed))
      return nil
    }
    return index
  }

  private mutating func matchTeams() throws {
    let stored = try reader.teams()
    for index in plan.teams.indices {
      guard let place = plan.hamlets[plan.teams[index].hamlet].action.row else { continue }
      let name = plan.teams[index].name
      let match = stored.first {
        $0.place == place && $0.name.map(SearchFold.exact) == SearchFold.exact(name)
      }
      guard let match else { continue }
      let isSame = match.name.map { $0.utf8.elementsEqual(name.utf8) } ?? false
      plan.teams[index].action = isSame ? .keep(match.id) : .change(match.id)
    }
    try matchMembers()
  }

  private mutating func matchMembers() throws {
    var taken: Set<RowID> = []
    let storedByTeam = Dictionary(grouping: try reader.members()) { $0.team }
    // First those whose telephone agrees as well, so that namesakes are not mixed up.
    for byPhone in [true, false] {
      for index in plan.members.indices where plan.members[index].action == .add {
        let wanted = plan.members[index]
        guard let team = plan.teams[wanted.team].action.row else { continue }
        let match = storedByTeam[team]?.first {
          !taken.contains($0.id)
            && $0.fullName.map(SearchFold.exact) == SearchFold.exact(wanted.fullName)
            && (!byPhone || $0.phone == wanted.phone)
        }
        guard let match else { continue }
        taken.insert(match.id)
        let isSame =
          match.fullName.map { $0.utf8.elementsEqual(wanted.fullName.utf8) } ?? false
          && match.role == wanted.role && match.organisation == wanted.organisation
          && match.phone == wanted.phone && match.from == wanted.from
        plan.members[index].action = isSame ? .keep(match.id) : .change(match.id)
      }
    }
  }
}
