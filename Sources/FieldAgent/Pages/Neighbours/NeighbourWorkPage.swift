import FieldWork
import Listings
import Pages
import Replica
import Web

/// A meeting with another laptop, while it goes on and afterwards: the digits to type there, how far it
/// is, and what it came to.
struct NeighbourWorkPage {
  static let path = "\(NeighbourPage.path)/progress"
  private static let livePath = "\(path)/live"
  private static let stopPath = "\(path)/stop"

  static let routes = [
    LaptopRoute(.get, path) { request in
      if case .none = request.work.neighbours.state { return .seeOther(NeighbourPage.path) }
      let page = NeighbourWorkPage(request)
      return try request.page(NeighbourPage.title) {
        element("div", ["id": "meeting", "data-live": page.state.isRunning ? livePath : nil]) {
          page.inner()
        }
        page.ways()
      }
    },
    LaptopRoute(.get, livePath, isByPerson: false) { .html(NeighbourWorkPage($0).inner()) },
    LaptopRoute(.post, stopPath) { request in
      request.work.neighbours.giveUp()
      return .seeOther(path)
    },
  ]

  private let request: LaptopRequest
  private let language: Language
  private let state: NeighbourWork.State

  private init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
    state = request.work.neighbours.state
  }

  /// The way here, where there is something to see.
  static func way(_ request: LaptopRequest) -> HTML {
    switch request.work.neighbours.state {
    case .none: .empty
    case .beginning, .waiting, .meeting:
      element("p", ["class": "message", "role": "status"]) {
        link(path, NeighbourPageWords.underWay.text(in: request.language))
      }
    case .done(_, _, let time):
      element("p") { link(path, NeighbourPageWords.lastTime(time).text(in: request.language)) }
    }
  }

  private func inner() -> HTML {
    switch state {
    case .none: .empty
    case .beginning:
      element("p", ["class": "message", "role": "status"]) {
        NeighbourPageWords.beginning.text(in: language)
      }
    case .waiting(let code, _, let addresses): waiting(code, addresses)
    case .meeting(let report):
      element("p", ["class": "message", "role": "status"]) {
        NeighbourPageWords.meeting(report).text(in: language)
      }
    case .done(let outcome, let problem, let time): done(outcome, problem, time)
    }
  }

  private func waiting(_ code: String, _ addresses: [String]) -> HTML {
    panel(lead: NeighbourPageWords.typeThere.text(in: language)) {
      if addresses.isEmpty {
        element("p", ["class": "message warn"]) {
          StateMark.attention.html(
            FailureCatalogue.failure(NeighbourError.noNetwork).words.text(in: language))
        }
      }
      factList(
        [
          (NeighbourPageWords.address, addresses.isEmpty ? nil : all(of: addresses)),
          (NeighbourPageWords.code, element("code") { code }),
        ], language)
      element("p", ["role": "status"]) {
        NeighbourPageWords.waitsFor(minutes: NeighbourWaiting.usualMinutes).text(in: language)
      }
    }
  }

  /// One of these will do.
  private func all(of addresses: [String]) -> HTML {
    HTML.group {
      for (index, address) in addresses.enumerated() {
        if index > 0 { NeighbourPageWords.or.text(in: language) }
        element("code", ["class": "long"]) { address }
      }
    }
  }

  private func done(
    _ outcome: NeighbourOutcome?, _ problem: BilingualText?, _ time: LocalDateTime
  ) -> HTML {
    HTML.group {
      element("p", ["class": "detail", "id": "ended"]) { Format.dateTime(time) }
      if let problem {
        element("div", ["class": "message bad", "role": "alert"]) {
          StateMark.attention.html(problem.text(in: language))
        }
      }
      if let outcome, problem == nil || outcome.report.hasExchanged {
        panel(id: "exchanged", NeighbourPageWords.exchanged.text(in: language)) {
          element("p", ["class": problem == nil ? "message good" : "message", "role": "status"]) {
            (problem == nil ? StateMark.good : .neutral).html(
              NeighbourWords.done(outcome).text(in: language))
          }
          element("p") { NeighbourWords.hamlets(outcome).text(in: language) }
          element("p") { NeighbourWords.nothingHandedOver.text(in: language) }
          for note in NeighbourWords.notes(outcome, on: .pages) {
            element("div", ["class": "message warn"]) {
              StateMark.attention.html(note.text(in: language))
            }
          }
        }
      }
    }
  }

  /// Where somebody goes from here; without a script also to what has become of it.
  private func ways() -> HTML {
    HTML.group {
      if state.isRunning {
        // Gone once the part above says that it has ended.
        element("div", ["class": "while-running"]) {
          actionForm(Self.stopPath, NeighbourPageWords.stop, request, isQuiet: true)
        }
        element("p", ["data-unscripted": ""]) {
          link(Self.path, NeighbourPageWords.lookAgain.text(in: language))
        }
      }
      element("p") { link(NeighbourPage.path, NeighbourPageWords.back.text(in: language)) }
      element("p") { link(TodayPage.path, TodayPage.title.text(in: language)) }
    }
  }
}
