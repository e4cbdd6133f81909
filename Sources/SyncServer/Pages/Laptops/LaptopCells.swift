import FieldWork
import Pages
import Replica
import Web

/// How a laptop looks in lists, wherever it is listed.
struct LaptopCells {
  let standing: LaptopStanding
  let today: LocalDate
  let language: Language

  private var report: LaptopReport { standing.report }

  /// Its name, which leads to it, and what became of it.
  var name: HTML {
    HTML.group {
      element("a", ["href": LaptopListPage.path(of: report.replica)]) { report.label }
      if let fate = report.fate {
        element("span", ["class": "detail"]) { fate.words.text(in: language) }
      }
    }
  }

  /// Its team and who holds it.
  var team: HTML {
    PageTable.cell(
      report.teamName ?? LaptopWords.noTeam.text(in: language),
      detail: report.holder ?? LaptopWords.noHolder.text(in: language))
  }

  /// Through when it has reported, with its mark, and its last round.
  var reported: HTML {
    HTML.group {
      stateMark.html(stateWords.text(in: language))
      for words in warnings {
        StateMark.attention.html(words.text(in: language))
      }
      // What it reported then was everything, in most cases: one time says it.
      if report.lastRound != report.reportedThrough || report.lastRound == nil || isSilent {
        element("span", ["class": "detail"]) {
          LaptopWords.lastRound(report.lastRound).text(in: language)
        }
      }
      if let way = report.way, way != .network {
        element("span", ["class": "detail"]) { LaptopWords.way(way, report).text(in: language) }
      }
      if let words = LaptopWords.onItsWay(report) {
        element("span", ["class": "detail"]) { words.text(in: language) }
      }
    }
  }

  /// What is missing of it, or what it waits for.
  var missing: HTML {
    guard let words = LaptopWords.missing(standing) else { return .text("—") }
    return StateMark.attention.html(words.text(in: language))
  }

  /// How far its clock is off.
  var clock: HTML {
    guard let words = LaptopWords.clock(standing)?.text(in: language) else { return .text("—") }
    return (standing.wrongClock == nil ? StateMark.good : .attention).html(words)
  }

  /// Its program, and the room on its disk.
  var version: HTML {
    PageTable.cell(
      report.software ?? "—",
      detail: standing.freeDiskBytes.map { LaptopWords.free($0).text(in: language) })
  }

  /// The class of its row; the words in the row say the same.
  var style: String? {
    let states = standing.states(on: today)
    if !states.isDisjoint(with: [.neverReported, .silent]) { return "row-missing" }
    return states.contains(.needsSomebody) ? "row-attention" : nil
  }

  private var isSilent: Bool { standing.states(on: today).contains(.silent) }

  private var stateMark: StateMark {
    guard report.reportedThrough != nil else { return report.fate == nil ? .missing : .neutral }
    if isSilent { return .missing }
    return report.fate == nil ? .good : .neutral
  }

  private var stateWords: BilingualText {
    guard let through = report.reportedThrough else { return LaptopWords.neverReported }
    guard isSilent, let days = standing.daysSilent(on: today) else {
      return LaptopWords.reported(through)
    }
    return LaptopWords.silent(days, since: through)
  }

  private var warnings: [BilingualText] {
    var words: [BilingualText] = []
    if report.setback != nil { words.append(LaptopWords.setback) }
    if standing.isCopied { words.append(LaptopWords.copied) }
    return words
  }
}
