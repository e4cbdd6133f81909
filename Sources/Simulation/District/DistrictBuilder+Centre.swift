import CommandLine
import FieldWork
import Replica
import SyncProtocol
import SyncServer

/// What the coordinator of a district does.
extension DistrictBuilder {
  /// Sets the centre up, with hamlets, members and the commune's list of households.
  func openCentre() throws -> String {
    let made = try program.json(["init", "--place", plan.order.place])
    try importFile("hamlets.csv", ["import"], hamletsFile)
    try importFile("members.csv", ["import"], membersFile)
    // A file holds so many lines; a commune's list is one file.
    for commune in plan.order.communes.indices {
      let homes = plan.households.indices.filter {
        plan.households[$0].visit == nil
          && plan.hamlets[plan.households[$0].hamlet].commune == commune
      }
      guard !homes.isEmpty else { continue }
      try importFile(
        "households.csv", ["import", "households", "--all-new", "--apply"], householdsFile(homes))
    }
    for campaign in plan.campaigns {
      try program.succeed([
        "campaign", "add", "--name", campaign.name, "--from",
        Format.date(plan.order.date(campaign.days.lowerBound)), "--to",
        Format.date(plan.order.date(campaign.days.upperBound - 1)), "--apply",
      ])
    }
    return made["password"]?.textValue ?? ""
  }

  private func importFile(_ name: String, _ words: [String], _ text: String) throws {
    let path = "\(folder)/\(name)"
    try HomeFolder.write(path: path, Array(text.utf8))
    try program.succeed(words + [path])
    try HomeFolder(path: folder).remove(name)
  }

  private var hamletsFile: String {
    "commune_code,name,kind\n"
      + plan.hamlets.map { "\(plan.order.communes[$0.commune].code),\($0.name),hamlet\n" }.joined()
  }

  private var membersFile: String {
    "hamlet,team,full_name,role,organisation,phone,from\n"
      + plan.members.map { member in
        let hamlet = plan.hamlets[member.hamlet]
        return "\(hamlet.name),\(hamlet.team),\(member.name),Thành viên,Đoàn Thanh niên,,"
          + "01/07/2025\n"
      }.joined()
  }

  private func householdsFile(_ homes: [Int]) -> String {
    var lines = ["thôn,số hộ,chủ hộ,họ và tên,năm sinh,địa chỉ,loại hình"]
    for home in homes {
      let household = plan.households[home]
      for person in plan.peopleOf[home] ?? [] where plan.people[person].visit == nil {
        lines.append(
          [
            plan.hamlets[household.hamlet].name, String(home + 1), household.name,
            plan.people[person].name, String(plan.people[person].birthYear), household.address,
            household.kind.name,
          ].joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Finds the rows of everything that was imported.
  func learnRows(_ centre: Centre) throws {
    try centre.inspect { field in
      let reader = field.reader
      let placeByName = Dictionary(
        try reader.places().map { ($0.name ?? "", $0.id) }, uniquingKeysWith: { first, _ in first })
      rows.places = try plan.hamlets.map { try Self.found(placeByName[$0.name], $0.name) }
      let memberByName = Dictionary(
        try reader.members().map { ($0.fullName ?? "", $0.id) },
        uniquingKeysWith: { first, _ in first })
      rows.members = try plan.members.map { try Self.found(memberByName[$0.name], $0.name) }
      let campaigns = try reader.formRecords(RecordForms.campaign, FormFilter(), page: .all)
      rows.campaigns = try plan.campaigns.map { campaign in
        try Self.found(
          campaigns.first { $0[CampaignTable.name]?.value?.text == campaign.name }?.header.id,
          campaign.name)
      }
      let homes = Dictionary(
        grouping: plan.households.indices.filter { plan.households[$0].visit == nil }
      ) { plan.households[$0].hamlet }
      for (hamlet, homes) in homes {
        let rowByAddress = Dictionary(
          try reader.households(place: rows.places[hamlet], page: .all).map {
            ($0.address ?? "", $0.id)
          }, uniquingKeysWith: { first, _ in first })
        for home in homes {
          let address = plan.households[home].address
          let row = try Self.found(rowByAddress[address], address)
          rows.households[home] = row
          let rowByName = Dictionary(
            try reader.residents(household: row, includingMoved: true).map {
              ($0.fullName ?? "", $0.id)
            },
            uniquingKeysWith: { first, _ in first })
          for person in plan.peopleOf[home] ?? [] where plan.people[person].visit == nil {
            let name = plan.people[person].name
            rows.people[person] = try Self.found(rowByName[name], name)
          }
        }
      }
    }
  }

  private static func found(_ row: RowID?, _ name: String) throws -> RowID {
    guard let row else { throw FieldError.notFound(name) }
    return row
  }

  /// Carries the reform out from a file.
  func applyReform() throws {
    let reform = plan.reform
    let codes = plan.order.communes.map(\.code)
    let day = Format.date(plan.order.date(reform.day))
    func line(_ old: Int, _ hamlet: String, _ new: String, _ extent: String) -> String {
      let isMerged = reform.merged?.from == old
      let target = isMerged ? codes[reform.merged?.into ?? old] : codes[old]
      return "\(codes[old]),\(target),\(day),\(hamlet),\(new),\(extent)\n"
    }
    var file = "old_code,new_code,valid_from,old_hamlet,new_hamlet,extent\n"
    if let merged = reform.merged { file += line(merged.from, "", "", "whole") }
    for hamlet in reform.joined {
      let old = plan.hamlets[hamlet]
      file += line(old.commune, old.name, reform.joinedName, "whole")
    }
    let split = plan.hamlets[reform.split]
    for part in reform.parts {
      file +=
        "\(codes[split.commune]),\(codes[part.commune]),\(day),\(split.name),\(part.name),part\n"
    }
    try importFile("reform.csv", ["reform", "apply", "--yes"], file)
  }

  /// Says in which part of a split hamlet households live, and which records are one person.
  func settle(_ centre: Centre) throws {
    let truth = DistrictTruth(plan, at: plan.settlement)
    try centre.perform { field, clock in
      let places = try field.reader.places()
      for (household, part) in plan.reform.settled.sorted(by: { $0.key < $1.key }) {
        guard let row = rows.households[household],
          let place = places.first(where: { $0.name == plan.reform.parts[part].name })
        else { continue }
        _ = try field.moveHousehold(row, to: place, author: nil, clock: clock, isDryRun: false)
      }
      for link in truth.links {
        guard let one = rows.people[link.one], let other = rows.people[link.other] else { continue }
        try field.link(
          .resident, one, other, isSame: link.isSame, author: nil, clock: clock)
      }
    }
  }
}
