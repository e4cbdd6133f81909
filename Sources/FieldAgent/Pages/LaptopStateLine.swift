import FieldWork
import Listings
import Pages
import Replica
import Web

/// The one line that is always true, on every page: what has left this laptop and what has not.
///
/// The page's script asks for it again while a sync runs; without a script it is that of the moment
/// at which the page was made.
struct LaptopStateLine {
  /// Where the script asks for it.
  static let path = "/live"

  private let isPractice: Bool
  private let standing: StoreStanding
  private let warnings: Int
  /// How many forms whoever is in has begun and not saved.
  private let begun: Int

  init(_ request: LaptopRequest) throws {
    let laptop = request.laptop
    isPractice = laptop.isPractice
    standing = try laptop.standing()
    warnings = try LaptopWarning.all(laptop, request.clock, on: .pages).count
    begun = try DraftPages.begun(request).own.count
  }

  /// The line, for the frame.
  func html(_ language: Language) -> HTML {
    element("div", ["class": "state", "id": "state", "role": "status", "data-live": Self.path]) {
      inner(language)
    }
  }

  /// What stands within it.
  func inner(_ language: Language) -> HTML {
    HTML.group {
      mark.html(words.text(in: language))
      if begun > 0 {
        element("a", ["href": BegunList.address]) {
          StateMark.attention.html(BegunList.words(begun).text(in: language))
        }
      }
      if warnings > 0 {
        element("a", ["href": "\(TodayPage.path)#concerns"]) {
          StateMark.attention.html(
            language.text(
              "\(warnings) điều cần xem", counted(warnings, "thing", "things") + " to look at"))
        }
      }
    }
  }

  /// What is typed and not saved does not leave, so that all is well only without it.
  private var mark: StateMark {
    if isPractice { return .neutral }
    guard standing.unsentRecords == 0, standing.status.lastRound != nil else { return .attention }
    return begun == 0 ? .good : .neutral
  }

  private var words: BilingualText {
    isPractice
      ? PracticeWords.state
      : standing.handOverWords(isAllSaved: begun == 0)
  }
}
