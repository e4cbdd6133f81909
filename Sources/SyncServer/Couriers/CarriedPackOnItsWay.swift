import FieldWork
import Replica
import SyncProtocol

/// A pack of a laptop that the centre knows of and that has not come, as people and programs are told.
package struct CarriedPackOnItsWay: Sendable, Hashable {
  /// The number that people say.
  package let number: UInt64
  /// When it was packed.
  package let made: LocalDateTime
  /// Operations in it.
  package let operations: Int64
  /// Bytes of its files.
  package let byteCount: Int64
  /// Those of them that have come.
  package let receivedBytes: Int64
  /// The label of the laptop that carries it; nil where it came incomplete from a stick.
  package private(set) var courier: String?
  /// Since when that is known.
  package let since: LocalDateTime
  /// When the courier had handed it on; nil while it carries it.
  package let handedOn: LocalDateTime?
  /// Why what came was not taken in.
  package let problem: String?

  /// Whether it has to be packed again.
  package var isIncomplete: Bool { problem != nil }

  init(_ bundle: AwaitedBundle, _ labels: [ReplicaID: String]) {
    number = bundle.number
    made = LocalDateTime(time: bundle.made)
    operations = bundle.operations
    byteCount = bundle.byteCount
    receivedBytes = bundle.receivedBytes
    courier = bundle.courier.map { labels[$0] ?? "#\($0.rawValue)" }
    since = LocalDateTime(time: bundle.since)
    handedOn = bundle.handedOn.map(LocalDateTime.init(time:))
    problem = bundle.problem
  }

  /// The same for somebody who may know of these laptops alone.
  func telling(of labels: Set<String>) -> CarriedPackOnItsWay {
    var pack = self
    pack.courier = courier.flatMap { labels.contains($0) ? $0 : nil }
    return pack
  }

  /// What is said of it in a line.
  package var words: BilingualText {
    func day(_ time: LocalDateTime) -> String { String(Format.date(time.date).prefix(5)) }
    let told = BilingualText(
      vi: "Gói số \(number) (\(Format.dateTime(made)), \(operations) thao tác)",
      en: "Pack number \(number) (\(Format.dateTime(made)), operations: \(operations))")
    if isIncomplete {
      return told
        + BilingualText(
          vi: " về ngày \(day(since)) nhưng hỏng hoặc thiếu phần: hãy nhờ ghi lại",
          en: " came on \(day(since)) damaged or with parts missing: ask for it to be packed again")
    }
    let who = courier.map { BilingualText(vi: "“\($0)”", en: "“\($0)”") } ?? Self.another
    let carried =
      handedOn.map {
        BilingualText(
          vi: ": \(who.vietnamese) đã chuyển tiếp ngày \(day($0))",
          en: ": handed on by \(who.english) on \(day($0))")
      }
      ?? BilingualText(
        vi: ": \(who.vietnamese) đang mang từ \(day(since))",
        en: ": on its way with \(who.english) since \(day(since))")
    let part =
      receivedBytes > 0 && byteCount > 0
      ? BilingualText(
        vi: ", đã nhận \(100 * receivedBytes / byteCount)%",
        en: ", \(100 * receivedBytes / byteCount)% received") : BilingualText(same: "")
    return told + carried + part
  }

  private static let another = BilingualText(vi: "một máy khác", en: "another laptop")
}

extension LaptopReport {
  /// The same for somebody who may know of these laptops alone.
  func telling(of labels: Set<String>) -> LaptopReport {
    var report = self
    report.onItsWay = onItsWay.map { $0.telling(of: labels) }
    report.broughtBy = broughtBy.flatMap { labels.contains($0) ? $0 : nil }
    return report
  }
}

extension Coverage.Way {
  /// For people.
  package var words: BilingualText {
    switch self {
    case .network: BilingualText(vi: "qua mạng", en: "over the network")
    case .stick: BilingualText(vi: "bằng USB", en: "by stick")
    case .courier: BilingualText(vi: "nhờ máy khác mang", en: "through another laptop")
    }
  }
}
