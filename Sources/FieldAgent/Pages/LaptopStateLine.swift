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
  private let status: HandOverStatus
  private let unsent: Int
  private let warnings: Int

  init(_ laptop: Laptop, _ clock: ClockReading) throws {
    isPractice = laptop.isPractice
    status = try laptop.store.handOverStatus()
    unsent = try laptop.unsentRecords(status)
    warnings = try LaptopWarning.all(laptop, clock, on: .pages).count
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
      (isPractice ? StateMark.neutral : unsent == 0 && status.lastRound != nil ? .good : .attention)
        .html(words.text(in: language))
      if warnings > 0 {
        element("a", ["href": "\(TodayPage.path)#concerns"]) {
          StateMark.attention.html(
            language.text(
              "\(warnings) điều cần xem", counted(warnings, "thing", "things") + " to look at"))
        }
      }
    }
  }

  private var words: BilingualText {
    isPractice
      ? BilingualText(
        vi: "Luyện tập: không có gì ở đây được gửi đi",
        en: "Practice: nothing here is ever handed over")
      : status.handOverWords(unsentRecords: unsent)
  }
}
