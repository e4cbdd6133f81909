import FieldWork
import Replica

/// How a laptop's work comes, as lists filter by it; raw values stand in addresses.
enum CarriedWay: String, CaseIterable, Sendable {
  /// It was heard of last over the network.
  case network
  /// It was heard of last by a stick.
  case stick
  /// Another laptop brought its last pack.
  case courier
  /// A pack of it is known of and has not come.
  case onItsWay = "carried"

  /// For people.
  var words: BilingualText {
    switch self {
    case .network: Coverage.Way.network.words
    case .stick: Coverage.Way.stick.words
    case .courier: Coverage.Way.courier.words
    case .onItsWay: LaptopWords.onItsWay
    }
  }

  /// Whether it is so of a laptop.
  func holds(_ laptop: LaptopReport) -> Bool {
    self == .onItsWay ? !laptop.onItsWay.isEmpty : laptop.way?.rawValue == rawValue
  }
}

extension LaptopWords {
  static let way = BilingualText(vi: "Cách nộp lần cuối", en: "Last came")
  static let broughtBy = BilingualText(vi: "Máy mang giúp", en: "Brought by")
  static let onItsWay = BilingualText(vi: "Đang trên đường", en: "On its way")

  /// By which way it was heard of last, and who brought it.
  static func way(_ way: Coverage.Way, _ report: LaptopReport) -> BilingualText {
    guard let courier = report.broughtBy else { return way.words }
    return BilingualText(vi: "“\(courier)” mang giúp", en: "brought by “\(courier)”")
  }

  /// Its packs that have not come; nil for none.
  static func onItsWay(_ report: LaptopReport) -> BilingualText? {
    guard let first = report.onItsWay.first?.words else { return nil }
    return report.onItsWay.dropFirst().reduce(first) { $0 + BilingualText(same: "; ") + $1.words }
  }

  /// Packs that nobody has seen.
  static func skipped(_ numbers: [UInt64]) -> BilingualText {
    let list = numbers.map(String.init).joined(separator: ", ")
    return BilingualText(
      vi: "Chưa thấy gói số \(list). Gói về sau đã mang đủ những gì trong đó chưa được xác nhận.",
      en: "Never seen: pack number \(list). The later one holds what was not confirmed of it.")
  }
}
