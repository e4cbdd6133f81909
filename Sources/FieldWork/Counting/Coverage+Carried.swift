/// What a coverage knows of work that is carried by hand.
extension Coverage {
  /// By which way a laptop was heard of last.
  package enum Way: String, Hashable, Sendable {
    /// By itself, over a network.
    case network
    /// By a stick.
    case stick
    /// By another laptop that carried its pack.
    case courier
  }

  /// A pack of which the centre knows and that has not come.
  package struct OnItsWay: Hashable, Sendable {
    /// The laptop that carries it; nil where nobody tells, as of one that came incomplete.
    package let courier: String?
    /// Since when that is known.
    package let since: LocalDateTime
    /// Whether it came with parts missing, so that it has to be packed again.
    package let isIncomplete: Bool

    /// Gathers them.
    package init(courier: String?, since: LocalDateTime, isIncomplete: Bool) {
      self.courier = courier
      self.since = since
      self.isIncomplete = isIncomplete
    }
  }

  /// What is on its way and what came by hand, in a sentence; nil where all came over a network.
  package var carriedWords: BilingualText? {
    let parts = [onTheWay, incomplete, byHand].compactMap(\.self)
    guard let first = parts.first else { return nil }
    let words = parts.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
    return BilingualText(
      vi: words.vietnamese.prefix(1).uppercased() + words.vietnamese.dropFirst() + ".",
      en: words.english.prefix(1).uppercased() + words.english.dropFirst() + ".")
  }

  /// Laptops a pack of which is on its way.
  package var laptopsOnTheWay: [Laptop] { laptops.filter { $0.onItsWay?.isIncomplete == false } }

  /// Laptops that were heard of last by a way.
  package func laptops(heardBy way: Way) -> [Laptop] { laptops.filter { $0.way == way } }

  private var onTheWay: BilingualText? {
    let packs = laptopsOnTheWay.compactMap(\.onItsWay)
    guard let first = packs.map(\.since).min() else { return nil }
    let day = String(Format.date(first.date).prefix(5))
    // Who may not know of a laptop is not told its name here either.
    let known = Set(laptops.map(\.label))
    let couriers = Set(packs.compactMap(\.courier)).intersection(known).sorted()
    let one = packs.count == 1
    let (vi, en) =
      switch couriers.count {
      case 0: ("", "")
      case 1: (", \(couriers[0]) mang", " with \(couriers[0])")
      default:
        (
          ", \(couriers[0]) và \(couriers.count - 1) máy khác mang",
          " with \(couriers[0]) and \(couriers.count - 1) more"
        )
      }
    return BilingualText(
      vi: "gói của \(packs.count) máy đang trên đường về\(vi) từ \(day)",
      en: (one ? "1 laptop's pack is on its way" : "\(packs.count) laptops' packs are on their way")
        + "\(en) since \(day)")
  }

  private var incomplete: BilingualText? {
    let count = laptops.count { $0.onItsWay?.isIncomplete == true }
    guard count > 0 else { return nil }
    return BilingualText(
      vi: "gói của \(count) máy về thiếu phần, cần ghi lại",
      en: count == 1
        ? "1 laptop's pack came incomplete and has to be packed again"
        : "\(count) laptops' packs came incomplete and have to be packed again")
  }

  private var byHand: BilingualText? {
    func words(_ way: Way, vi: String, en: String) -> BilingualText? {
      let count = laptops(heardBy: way).count
      guard count > 0 else { return nil }
      return BilingualText(
        vi: "\(count) máy nộp lần cuối \(vi)",
        en: "\(count) laptop\(count == 1 ? "" : "s") last handed over \(en)")
    }
    let parts = [
      words(.stick, vi: "bằng USB", en: "by stick"),
      words(.courier, vi: "nhờ máy khác mang", en: "through another laptop"),
    ].compactMap(\.self)
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1 }
  }
}
