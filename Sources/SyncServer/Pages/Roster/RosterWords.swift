import FieldWork
import Pages
import Web

/// The words of the roster of teams.
enum RosterWords {
  static let title = BilingualText(vi: "Danh sách tổ", en: "Teams")
  static let all = BilingualText(vi: "Mọi tổ", en: "All teams")
  static let kind = BilingualText(vi: "Loại tổ", en: "Kind of team")
  static let members = BilingualText(vi: "Thành viên", en: "Members")
  static let reported = BilingualText(vi: "Gửi lần cuối", en: "Last report")
  static let area = BilingualText(vi: "Địa bàn của tổ", en: "The team's area")
  static let holdsArea = BilingualText(vi: "được giữ", en: "may hold it")
  static let none = BilingualText(
    vi: "Chưa có tổ nào. Hãy thêm một thôn rồi một tổ, hoặc nhập danh sách.",
    en: "There is no team yet. Add a hamlet and then a team, or take in lists.")
  static let noneInReach = BilingualText(
    vi: "Trong phạm vi của bạn chưa có tổ nào.", en: "There is no team within your reach.")

  static func kind(_ team: TeamStanding) -> BilingualText? {
    team.team.teamKind.flatMap { ChoiceList.teamKind[$0]?.words }
  }

  static func state(_ state: TeamStanding.State) -> BilingualText {
    switch state {
    case .here: BilingualText(vi: "đang hoạt động", en: "at work")
    case .awaited: BilingualText(vi: "chưa đến ngày", en: "yet to begin")
    case .ended: BilingualText(vi: "đã kết thúc", en: "ended")
    }
  }

  static func lack(_ lack: TeamStanding.Lack) -> BilingualText {
    switch lack {
    case .members: BilingualText(vi: "chưa có thành viên", en: "has no member")
    case .laptop: BilingualText(vi: "chưa có máy", en: "has no laptop")
    case .report:
      BilingualText(vi: "không máy nào gửi trong 7 ngày", en: "no laptop reported this week")
    case .area:
      BilingualText(vi: "có máy chưa được giữ thôn của tổ", en: "a laptop may not hold its hamlet")
    }
  }

  /// What a team lacks, always in the same order.
  static func lacks(_ team: TeamStanding, on day: LocalDate) -> [BilingualText] {
    let lacks = team.lacks(on: day)
    return TeamStanding.Lack.allCases.filter(lacks.contains).map(lack)
  }

  /// What can be added to the roster.
  enum Way {
    case hamlet
    case team
    case member
    case household
    case lists

    fileprivate var link: PageFrame.Link {
      switch self {
      case .hamlet: Self.adding(RecordForms.hamlet)
      case .team: Self.adding(RecordForms.team)
      case .member: Self.adding(RecordForms.member)
      case .household: PageFrame.Link(HouseholdAddPage.path, HouseholdAddPage.title)
      case .lists: PageFrame.Link(ImportPages.path, ImportWords.title)
      }
    }

    private static func adding(_ form: RecordForm) -> PageFrame.Link {
      PageFrame.Link(CentreForms.path(adding: form), RecordWays.add(form))
    }
  }

  /// The ways to add something, below a list.
  static func ways(_ ways: [Way], _ language: Language) -> HTML {
    element("p", ["class": "actions not-printed"]) {
      for way in ways {
        element("a", ["href": way.link.path]) { way.link.text.text(in: language) }
      }
    }
  }
}
