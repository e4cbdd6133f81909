import FieldWork
import Pages
import Web

/// Below the list: what its state and its days leave out, each number with the way to it.
struct ReviewLeftOut {
  let counts: ReviewQuery.Counts
  let wish: ReviewWish
  let choice: ListChoice

  func html(_ language: Language) -> HTML { LeftOut.html(lines, language) }

  private typealias Line = (words: BilingualText, address: String)

  private var lines: [Line] {
    var lines: [Line] = []
    let otherStates = counts.inAnyState - counts.total
    if otherStates > 0 {
      lines.append(
        (
          ReviewPageWords.inOtherStates(otherStates),
          address(["state": ReviewWish.allStatesName])
        ))
    }
    let otherDays = counts.onAnyDay - counts.total
    if otherDays > 0 {
      lines.append(
        (
          ReviewPageWords.onOtherDays(otherDays),
          address(["from": nil, "to": nil, "dated": nil])
        ))
    }
    for (dating, count) in [
      (ReviewWish.Dating.undated, counts.undated), (.later, counts.later),
    ] where count > 0 && wish.dating != dating {
      lines.append(
        (
          ReviewPageWords.dated(dating, count),
          address(["from": nil, "to": nil, "dated": dating.rawValue])
        ))
    }
    return lines
  }

  private func address(_ changes: [String: String?]) -> String {
    choice.address(ReviewPages.path, setting: changes)
  }
}
