import FieldWork
import Replica
import SyncProtocol

/// What speaks against the clock of the centre, by which every laptop sets its own.
package struct CentreClock: Sendable, Equatable {
  /// Below that nothing is said of the centre's own past: one hour.
  private static let toleratedMilliseconds: Int64 = 3_600_000
  /// A laptop's clock that differs by more is wrong, or the centre's is: twelve hours.
  private static let laptopMilliseconds: Int64 = 12 * 3_600_000

  /// What the clock shows.
  package var now: LocalDateTime
  /// A later moment at which the centre took its last batch in.
  package var workedAt: LocalDateTime?
  /// Whether the clock shows a day before this program was made.
  package var isBeforeProgram: Bool
  /// Laptops that reported, and those whose clocks differed from the centre's the same way, more than
  /// half of them; with the middle difference in days, positive where the centre is ahead.
  package var laptops: (differing: Int, of: Int, days: Int)?
  /// Visits that were written at a moment that has not come yet, and still bear its date.
  package var visitsToCome: [String]

  /// Whether all that was found is equal.
  package static func == (left: CentreClock, right: CentreClock) -> Bool {
    left.now == right.now && left.workedAt == right.workedAt
      && left.isBeforeProgram == right.isBeforeProgram && left.visitsToCome == right.visitsToCome
      && left.laptops.map { [$0.differing, $0.of, $0.days] }
        == right.laptops.map { [$0.differing, $0.of, $0.days] }
  }

  /// Compares the clock with what the store knows.
  init(_ field: FieldStore, at clock: ClockReading) throws {
    let wall = clock.wall.rawValue
    now = LocalDateTime(milliseconds: wall)
    isBeforeProgram = now.date < ClockKnowledge.programDate
    let peers = try field.store.peers()
    let connection = field.store.connection
    // The last batch, not the latest: once the clock is right, the next one ends this.
    let worked =
      try connection.row(
        "SELECT received FROM batch ORDER BY position DESC LIMIT 1"
      ) { try $0.integer(at: 0) } ?? 0
    workedAt =
      worked > wall + Self.toleratedMilliseconds ? LocalDateTime(milliseconds: worked) : nil
    let offsets = peers.filter { $0.lastRound != nil }.compactMap(\.clockOffsetMilliseconds)
    let ahead = offsets.filter { $0 > Self.laptopMilliseconds }
    let behind = offsets.filter { $0 < -Self.laptopMilliseconds }
    let most = (ahead.count > behind.count ? ahead : behind).sorted()
    laptops =
      most.count * 2 > offsets.count
      ? (most.count, offsets.count, Int(most[most.count / 2] / 86_400_000)) : nil
    visitsToCome = try connection.rows(
      """
      SELECT rid FROM visit WHERE time > ? AND date > ? AND hidden IS NULL AND void_reason IS NULL
      ORDER BY rid
      """, .integer(wall + Self.toleratedMilliseconds), .integer(Int64(now.date.daysSince1970))
    ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self).map {
      try field.reader.codeText(of: $0, in: VisitTable.definition)
    }
  }

  /// Everything that speaks against it, with what to do.
  package var concerns: [CentreConcern] {
    var concerns: [CentreConcern] = []
    let shown = Format.dateTime(now)
    if isBeforeProgram {
      concerns.append(
        concern(
          BilingualText(
            vi: "Đồng hồ của trung tâm chỉ \(shown), trước ngày chương trình này được làm ra: sai. "
              + "Chỉnh đồng hồ của máy chủ rồi chạy lại; các máy lấy giờ theo trung tâm.",
            en: "The centre's clock shows \(shown), before this program was made: it is wrong. Set "
              + "the server's clock and start again; laptops take their time from the centre."),
          needsAttention: false))
    }
    if let workedAt {
      let moment = Format.dateTime(workedAt)
      concerns.append(
        concern(
          BilingualText(
            vi: "Đồng hồ của trung tâm chỉ \(shown), nhưng trung tâm đã nhận dữ liệu lúc "
              + "\(moment): "
              + "đồng hồ nay chậm, hoặc hồi đó nhanh. Xem đồng hồ; nếu nay đúng, mỗi máy gửi nhận "
              + "một lần rồi chạy “camtay visit check-dates”.",
            en: "The centre's clock shows \(shown), but it took data in at \(moment): it is behind "
              + "now, or was ahead then. Check it; if it is right now, let every laptop sync once "
              + "and run “camtay visit check-dates”.")))
    }
    if let laptops {
      let days = abs(laptops.days)
      concerns.append(
        concern(
          BilingualText(
            vi: "Đồng hồ của \(laptops.differing) trên \(laptops.of) máy lệch với trung tâm khoảng "
              + "\(days) ngày (trung tâm \(laptops.days > 0 ? "nhanh" : "chậm") hơn) ở lần gửi "
              + "cuối: "
              + "có lẽ đồng hồ của trung tâm sai. Xem đồng hồ trước khi ai chỉnh máy mình.",
            en: "The clocks of \(laptops.differing) of \(laptops.of) laptops differ from the "
              + "centre's "
              + "by about \(days) days (the centre is \(laptops.days > 0 ? "ahead" : "behind")) at "
              + "their last sync: perhaps the centre's is wrong. Check it before anybody sets "
              + "theirs.")))
    }
    if !visitsToCome.isEmpty {
      let codes =
        visitsToCome.prefix(8).joined(separator: ", ") + (visitsToCome.count > 8 ? ", …" : "")
      concerns.append(
        CentreConcern(
          code: "visits-to-come", details: ["visits": visitsToCome.joined(separator: " ")],
          words: BilingualText(
            vi: "\(visitsToCome.count) lượt thăm được ghi vào một lúc chưa tới, theo một đồng hồ "
              + "sai: "
              + "\(codes). Trên máy đã ghi: sync, rồi “camtay visit check-dates --apply”.",
            en: "Visits written at a moment that has not come yet, by a wrong clock: "
              + "\(visitsToCome.count): \(codes). On the laptop that wrote them: sync, then "
              + "“camtay "
              + "visit check-dates --apply”.")))
    }
    return concerns
  }

  private func concern(_ words: BilingualText, needsAttention: Bool = true) -> CentreConcern {
    CentreConcern(
      code: "centre-clock", details: ["clock": now.iso], words: words,
      needsAttention: needsAttention)
  }
}

extension Centre {
  /// What speaks against this machine's clock.
  package func clockCheck() throws -> CentreClock {
    try inspect { try CentreClock($0, at: surroundings.clock()) }
  }
}
