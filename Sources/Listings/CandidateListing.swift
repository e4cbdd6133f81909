import CommandLine
import FieldWork
import SyncProtocol

/// What is on record and may be what is about to be recorded.
package struct CandidateListing {
  /// One of them, ready to be shown.
  private struct Line {
    var score: DuplicateScore
    var text: (Language) -> String
    var json: JSONValue
  }

  private let lines: [Line]
  private let kind: RecordCode.Kind

  /// Takes residents that the search found.
  package init(_ candidates: [(candidate: DuplicateCandidate, score: DuplicateScore)]) {
    kind = .resident
    lines = candidates.map { candidate, score in
      Line(score: score, text: candidate.line, json: candidate.json)
    }
  }

  /// Takes households that the search found.
  package init(_ candidates: [HouseholdCandidate]) {
    kind = .household
    lines = candidates.map { Line(score: $0.score, text: $0.line, json: $0.json) }
  }

  /// Shows them, and says that nothing was saved.
  package func write(to console: Console) {
    let language = console.language
    if console.isJSON {
      return console.json([
        "saved": .bool(false),
        "candidates": .array(
          lines.map { line in
            [
              "score": .integer(Int64(line.score.points)),
              kind.table.name: line.json,
              "reasons": line.score.json(in: language),
            ]
          }),
      ])
    }
    console.table(
      [
        .number(BilingualText(vi: "Điểm", en: "Score")),
        .text(BilingualText(vi: "Đã có", en: "On record")),
        .text(BilingualText(vi: "Lý do", en: "Reasons")),
      ],
      lines.map { [String($0.score.points), $0.text(language), $0.score.words(in: language)] },
      empty: BilingualText(same: ""))
    console.note(
      kind == .resident
        ? BilingualText(
          vi: "Chưa lưu gì: có thể người này đã được ghi. Nếu đúng, hãy dùng mã ở trên. Nếu là "
            + "người khác, làm lại với --new.",
          en: "Nothing was saved: this person may be on record already. If so, use the code above. "
            + "If it is somebody else, repeat the line with --new.")
        : BilingualText(
          vi: "Chưa lưu gì: có thể hộ này đã được ghi. Nếu đúng, hãy dùng mã ở trên. Nếu là hộ "
            + "khác, làm lại với --new.",
          en: "Nothing was saved: this household may be on record already. If so, use the code "
            + "above. If it is another one, repeat the line with --new."))
  }
}

extension DuplicateScore {
  /// What speaks for and against it, in one line.
  package func words(in language: Language) -> String {
    reasons.map { $0.words.text(in: language) }.joined(separator: "; ")
  }

  /// The same for programs.
  package func json(in language: Language) -> JSONValue {
    .array(
      reasons.map { reason in
        [
          "code": .text(reason.code), "against": .bool(reason.isAgainst),
          "words": .text(reason.words.text(in: language)),
        ]
      })
  }
}

extension DuplicateCandidate {
  /// Enough to tell same-name people apart.
  func line(in language: Language) -> String {
    var parts = [resident.codeText, resident.fullName ?? "–"]
    if let year = resident.birthYear { parts.append(String(year)) }
    if let hamlet { parts.append(hamlet) }
    if let householdName {
      parts.append(language.text("hộ \(householdName)", "of \(householdName)"))
    }
    if let lastVisit {
      parts.append(language.text("thăm ", "visited ") + Format.date(lastVisit))
    }
    return parts.joined(separator: " · ")
  }

  var json: JSONValue {
    [
      "code": .text(resident.codeText), "id": .text(String(resident.id.rawValue)),
      "full_name": .text(orNull: resident.fullName),
      "birth_year": .integer(orNull: resident.birthYear.map(Int64.init)),
      "sex": .text(orNull: resident.sex?.name), "hamlet": .text(orNull: hamlet),
      "household_name": .text(orNull: householdName),
      "last_visit": .text(orNull: lastVisit?.iso),
      "counted_assists": .integer(Int64(countedAssists)),
    ]
  }
}

extension HouseholdCandidate {
  /// Enough to tell households of one name apart.
  package func line(in language: Language) -> String {
    var parts = [household.codeText, household.name ?? "–"]
    if let hamlet { parts.append(hamlet) }
    if let address = household.address { parts.append(address) }
    if let phone = household.phone { parts.append(phone) }
    if let lastVisit {
      parts.append(language.text("thăm ", "visited ") + Format.date(lastVisit))
    }
    return parts.joined(separator: " · ")
  }

  var json: JSONValue {
    [
      "code": .text(household.codeText), "id": .text(String(household.id.rawValue)),
      "name": .text(orNull: household.name), "hamlet": .text(orNull: hamlet),
      "address": .text(orNull: household.address), "last_visit": .text(orNull: lastVisit?.iso),
    ]
  }
}
