import Replica
import SyncProtocol

/// What the centre asks again of a field that a form describes.
extension FormField {
  /// What is wrong with a number that a laptop wrote.
  func objection(to number: Int64, today: LocalDate, isFromLaterVersion: Bool) -> Objection? {
    switch rule {
    case .choice(let list):
      return list[number] != nil || isFromLaterVersion ? nil : broken(.unknownChoice)
    case .choices(let lists, _):
      return lists.values.contains { $0[number] != nil } || isFromLaterVersion
        ? nil : broken(.unknownChoice)
    case .yesOrNo: return 0...1 ~= number ? nil : broken(.unknownChoice)
    case .dayOfEvent: return doubt(number, today, tolerated: FieldWorkJudge.toleratedDays)
    case .day: return doubt(number, today, tolerated: 10 * 365)
    case .timeOfDay: return range(0...1_439, number)
    case .number(let range):
      return self.range(Int64(range.lowerBound)...Int64(range.upperBound), number)
    case .money, .aim: return range(0...1_000_000_000_000, number)
    default: return nil
    }
  }

  /// What is wrong with a text that a laptop wrote, which is not too long.
  func objection(to text: String, _ judged: JudgedOperation) throws -> Objection? {
    switch rule {
    case .service, .services:
      return try FieldWorkJudge.isService(text, judged) ? nil : broken(.unknownService)
    case .phone: return nil
    default: return PersonalID.seemsToStand(in: text) ? broken(.personalIDInText) : nil
    }
  }

  private func range(_ range: ClosedRange<Int64>, _ number: Int64) -> Objection? {
    range.contains(number) ? nil : broken(number < 0 ? .negative : .numberOutOfRange)
  }

  private func doubt(_ day: Int64, _ today: LocalDate, tolerated: Int64) -> Objection? {
    let latest = Int64(today.daysSince1970) + tolerated
    guard !(FieldWorkJudge.firstDay...latest).contains(day) else { return nil }
    let side = day < FieldWorkJudge.firstDay ? DoubtfulSide.early : .late
    return Objection(definition.id, .doubtfulDate, side.rawValue)
  }

  private func broken(_ rule: EntryRule) -> Objection {
    Objection(definition.id, .ruleBroken, rule.rawValue)
  }
}
