import CommandLine
import FieldWork
import Listings
import Replica

/// `member team MEMBER TEAM`: a member works in another team from a day on, past, present or to come.
struct MemberTeamCommand: Command {
  let context: CommandContext

  let name = ["member", "team"]
  let abstract = BilingualText(
    vi: "chuyển thành viên sang tổ khác từ một ngày; việc đã ghi vẫn thuộc tổ cũ",
    en: "move a member to another team from a day on; past work stays with the former one")
  let arguments: [Argument] = [
    .positional("member", BilingualText(vi: "thành viên, mã hoặc tên", en: "member, code or name")),
    .positional("team", BilingualText(vi: "tổ mới, mã hoặc tên", en: "new team, code or name")),
    .option(
      "from", "DATE",
      BilingualText(
        vi: "ngày đầu ở tổ mới, cũng được là ngày sẽ tới; không ghi là hôm nay",
        en: "first day in the new team, also one that is to come; today where not said")),
    .flag(
      "keep-laptops",
      BilingualText(vi: "máy ở lại tổ cũ", en: "their laptops stay with the former team")),
    ReviewArguments.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let isDryRun = invocation.flag("dry-run")
    let actor = try CommandGuard.actor(invocation)
    let today = LocalDateTime(time: context.surroundings.clock().wall).date
    let day = try invocation.text("from").map { try Format.parseDate($0) } ?? today
    guard day <= today.adding(days: TeamChange.maximumDaysAhead) else {
      throw InputProblem.dateUnreadable
    }
    let (member, team) = try centre.read { reader in
      (
        try reader.findMember(invocation.requiredText("member")),
        try LaptopTeamCommand.team(invocation.requiredText("team"), reader)
      )
    }
    guard member.team != team.id else { throw FieldError.nothingToChange }
    let fates = try centre.laptopFates()
    let laptops =
      invocation.flag("keep-laptops")
      ? [] : try centre.laptops().filter { $0.member == member.id && fates[$0.replica] == nil }
    let change = TeamChange(
      member: member.id, team: team.id, day: day, laptops: laptops.map(\.replica))
    if !isDryRun {
      _ = try centre.change { records, clock in
        try change.begin(
          records, today: today, author: try records.coordinator(invocation), actor, clock)
      }
    }
    let isPlanned = day > today
    if console.isJSON {
      console.json([
        "dry_run": .bool(isDryRun), "member": .text(member.codeText), "team": .text(team.codeText),
        "from": .text(day.iso), "planned": .bool(isPlanned),
        "laptops": .array(laptops.map { .text($0.label) }),
      ])
      return .done
    }
    let (who, place) = (member.fullName ?? member.codeText, team.name ?? team.codeText)
    let along = laptops.map(\.label).joined(separator: ", ")
    let head =
      isDryRun
      ? BilingualText(vi: "Mới chỉ xem thử, chưa ghi gì: ", en: "A preview, nothing was written: ")
      : BilingualText(same: "")
    let planned =
      isPlanned
      ? BilingualText(
        vi: " Đến ngày đó trung tâm tự chuyển; bỏ lịch: member stay \(member.codeText)",
        en: " The centre does it on that day; to take it back: member stay \(member.codeText)")
      : BilingualText(same: "")
    console.say(
      head
        + BilingualText(
          vi: "\(who) ở \(place) từ \(Format.date(day)). Việc đã ghi vẫn thuộc tổ cũ. Máy đi cùng: "
            + "\(along.isEmpty ? "không có" : along).",
          en: "\(who) is in \(place) from \(Format.date(day)) on. Past work stays with the former "
            + "team. Laptops that go along: \(along.isEmpty ? "none" : along).")
        + planned)
    return .done
  }
}

/// `member stay MEMBER`: takes back a change of team that waits for its day.
struct MemberStayCommand: Command {
  let context: CommandContext

  let name = ["member", "stay"]
  let abstract = BilingualText(
    vi: "bỏ lịch chuyển tổ chưa tới ngày", en: "take back a change of team that is still to come")
  let arguments: [Argument] = [
    .positional("member", BilingualText(vi: "thành viên, mã hoặc tên", en: "member, code or name"))
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let member = try centre.read { try $0.findMember(invocation.requiredText("member")) }
    guard try centre.keepTeam(of: member.id, by: try CommandGuard.actor(invocation)) else {
      throw FieldError.nothingToChange
    }
    if console.isJSON {
      console.json(["member": .text(member.codeText)])
      return .done
    }
    console.say(
      BilingualText(
        vi: "Đã bỏ lịch chuyển tổ của \(member.fullName ?? member.codeText).",
        en: "\(member.fullName ?? member.codeText) stays in the present team."))
    return .done
  }
}
