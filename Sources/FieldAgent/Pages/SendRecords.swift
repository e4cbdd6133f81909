import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What has left the laptop and what has not, in records: how many of each kind, and which.
struct SendRecords {
  /// The most lines of each list; the rest is said in words.
  private static let listLimit = 25

  private let request: LaptopRequest
  private let records: HandOverRecords
  private var language: Language { request.language }

  init(_ request: LaptopRequest) throws {
    self.request = request
    records = try request.laptop.handOverRecords()
  }

  /// The numbers with what stays here, what is on the way and what arrived last.
  func html() throws -> HTML {
    try HTML.group {
      panel(id: "records") { numbers }
      try list(
        "here",
        BilingualText(vi: "Còn ở máy này, chưa gửi", en: "Still on this laptop, not sent"),
        rows(.here))
      try list(
        "under-way",
        BilingualText(
          vi: "Đã thử gửi, trung tâm chưa xác nhận; vẫn còn ở máy này",
          en: "Sending was tried, not confirmed by the centre; still on this laptop"),
        rows(.underWay))
      try list(
        "carried",
        BilingualText(
          vi: "Đã ghi ra USB, trung tâm chưa xác nhận; vẫn còn ở máy này",
          en: "On a stick, not confirmed by the centre; still on this laptop"),
        rows(.carried))
      try list(
        "waiting",
        BilingualText(
          vi: "Trung tâm đã nhận, chưa gộp được", en: "At the centre, not merged yet"),
        rows(.waiting))
      try list(
        "arrived",
        BilingualText(
          vi: "Trung tâm đã nhận đủ, mới nhất trước", en: "All at the centre, the latest first"),
        records.arrivedLast)
    }
  }

  private func rows(_ stage: RowPassage.Stage) -> [(table: TableDefinition, row: RowID)] {
    records.passages.filter { $0.stage == stage }.map { ($0.table, $0.row) }
  }

  private var numbers: HTML {
    func cells(_ label: String, _ numbers: [Int]) -> PageTable.Row {
      PageTable.Row([.text(label)] + numbers.map { PageTable.number($0, language) })
    }
    let columns = records.kinds.map {
      [
        $0.here + $0.underWay + $0.carried, $0.underWay + $0.carried, $0.waiting, $0.arrived,
      ]
    }
    return PageTable(
      BilingualText(vi: "Bản ghi của máy này đang ở đâu", en: "Where this laptop's records are"),
      columns: [
        .text(BilingualText(vi: "Loại", en: "Kind")),
        .number(
          BilingualText(
            vi: "Còn ở máy này, chưa được xác nhận", en: "Still on this laptop, not confirmed")),
        .number(
          BilingualText(
            vi: "Trong đó đã thử gửi hoặc ghi ra USB", en: "Of these, tried to send or packed")),
        .number(BilingualText(vi: "Chờ ở trung tâm", en: "Waiting at the centre")),
        .number(BilingualText(vi: "Trung tâm đã nhận đủ", en: "All at the centre")),
      ],
      rows: zip(records.kinds, columns).map { kind, numbers in
        cells(TableWords.words(of: kind.table.name).capitalized.text(in: language), numbers)
      },
      total: cells(
        language.text("Cộng", "Total"),
        (0..<4).map { column in columns.reduce(0) { $0 + $1[column] } }),
      empty: BilingualText(
        vi: "Máy này chưa ghi gì, nên chưa có gì để gửi.",
        en: "Nothing was recorded on this laptop yet, so there is nothing to send."),
      note: BilingualText(
        vi: "Mỗi bản ghi đếm một lần, dù sửa bao nhiêu lần.",
        en: "Each record counts once, however often it was changed.")
    ).html(language)
  }

  private func list(
    _ id: String, _ heading: BilingualText, _ rows: [(table: TableDefinition, row: RowID)]
  ) throws -> HTML {
    guard !rows.isEmpty else { return .empty }
    return try panel(id: id) {
      try PageTable(
        heading,
        columns: [
          .text(BilingualText(vi: "Bản ghi", en: "Record")),
          .text(BilingualText(vi: "Loại", en: "Kind")),
        ],
        rows: rows.prefix(Self.listLimit).map { table, row in
          let known = try known(table, row)
          return PageTable.Row([
            try name(table, row),
            HTML.group {
              TableWords.words(of: table.name).text(in: language)
              if known.isVoided {
                " "
                RecordActions.voidedMark(language)
              }
              if let service = known.service {
                element("span", ["class": "detail"]) { service }
              }
            },
          ])
        }, empty: BilingualText(same: ""),
        note: rows.count > Self.listLimit
          ? BilingualText(
            vi: "Chỉ hiện \(Self.listLimit) bản ghi đầu.",
            en: "The first \(Self.listLimit) are shown.") : nil
      ).html(language)
    }
  }

  /// Whether a record was voided, and what somebody was helped with by it.
  private func known(
    _ table: TableDefinition, _ row: RowID
  ) throws -> (isVoided: Bool, service: String?) {
    let reader = request.reader
    var isVoided = false
    var service: String?
    switch table.id {
    case VisitTable.definition.id:
      isVoided = try reader.record(Visit.self, row)?.voidReason != nil
    case AssistTable.definition.id:
      let assist = try reader.record(Assist.self, row)
      isVoided = assist?.voidReason != nil
      service = assist?.service
    case SubmissionTable.definition.id:
      let dossier = try reader.record(Submission.self, row)
      isVoided = dossier?.voidReason != nil
      service = dossier?.procedure
    case SubmissionEventTable.definition.id:
      service = try reader.record(SubmissionEvent.self, row)?.submission
        .flatMap { try reader.record(Submission.self, $0)?.procedure }
    default: break
    }
    return (isVoided, try service.map { try reader.serviceName(of: $0).text(in: language) })
  }

  /// A record by name and code, as the way to its page.
  private func name(_ table: TableDefinition, _ row: RowID) throws -> HTML {
    // What was heard of a dossier is on the dossier's page.
    if table.id == SubmissionEventTable.definition.id,
      let dossier = try request.reader.record(SubmissionEvent.self, row)?.submission
    {
      return try name(SubmissionTable.definition, dossier)
    }
    guard let kind = RecordCode.Kind.allCases.first(where: { $0.table.id == table.id }) else {
      return .text("#\(row.rawValue)")
    }
    return try request.reader.namedLink(row, kind, language)
  }
}

/// Whether a record has left the laptop, in the words of its own page.
enum RecordWhereabouts {
  /// The line; nothing in practice, which hands nothing over.
  static func html(_ codeText: String, _ request: LaptopRequest) -> HTML {
    guard !request.laptop.isPractice, let code = try? RecordCode(parsing: codeText),
      let row = try? request.reader.resolveOne(codeText, as: code.kind),
      let standing = try? request.laptop.standing()
    else { return .empty }
    let stage = standing.passages.first { $0.row == row }?.stage
    let within = Set((try? parts(of: row, code.kind, request.reader)) ?? [])
    let left = Set(
      standing.passages.filter { $0.stage != .waiting && within.contains($0.row) }.map(\.row)
    ).count
    let isOwn = (try? request.laptop.store.ownNumbers().contains(row.replica)) ?? false
    return element("p", ["id": "whereabouts"]) {
      if left == 0 {
        mark(stage).html(words(stage, isOwn: isOwn).text(in: request.language))
      } else if stage == nil || stage == .waiting {
        StateMark.attention.html(unsent(left, code.kind).text(in: request.language))
      } else {
        mark(stage).html(
          (words(stage, isOwn: isOwn) + BilingualText(same: " ") + besides(left, code.kind))
            .text(in: request.language))
      }
      if stage == .here || left > 0 {
        " "
        link(SendPage.path, request.language.text("Gửi", "Send"))
      }
    }
  }

  /// The records that people take for a part of one: of a visit its assists and dossiers, of a
  /// household who lives there.
  private static func parts(
    of row: RowID, _ kind: RecordCode.Kind, _ reader: RecordReader
  ) throws -> [RowID] {
    switch kind {
    case .household: try reader.residents(household: row).map(\.id)
    case .visit:
      try reader.assists(visit: row, includingVoided: true).flatMap { assist in
        try [assist.id] + parts(of: assist.id, .assist, reader)
      }
    case .assist:
      try reader.submissions(assist: row, includingVoided: true).flatMap { submission in
        try [submission.id] + parts(of: submission.id, .submission, reader)
      }
    case .submission: try reader.timeline(of: row).steps.map(\.event.id)
    default: []
    }
  }

  /// What a kind of record has as its parts.
  private static func partWords(_ kind: RecordCode.Kind) -> BilingualText {
    switch kind {
    case .household: BilingualText(vi: "người trong hộ", en: "of its people")
    case .visit: BilingualText(vi: "lượt hỗ trợ, hồ sơ", en: "of its assists and dossiers")
    case .assist: BilingualText(vi: "hồ sơ", en: "of its dossiers")
    default: BilingualText(vi: "tin", en: "of its news")
    }
  }

  private static func unsent(_ count: Int, _ kind: RecordCode.Kind) -> BilingualText {
    let parts = partWords(kind)
    return BilingualText(
      vi: "Chưa gửi hết: bản ghi này không còn gì chờ gửi, nhưng thay đổi của \(count) "
        + "\(parts.vietnamese) còn ở máy này.",
      en: "Not all is sent: of this record nothing waits, but changes of \(count) "
        + "\(parts.english) are still on this laptop alone.")
  }

  private static func besides(_ count: Int, _ kind: RecordCode.Kind) -> BilingualText {
    let parts = partWords(kind)
    return BilingualText(
      vi: "Thay đổi của \(count) \(parts.vietnamese) cũng vậy.",
      en: "So are changes of \(count) \(parts.english).")
  }

  private static func mark(_ stage: RowPassage.Stage?) -> StateMark {
    switch stage {
    case .here, .underWay, .carried: .attention
    case .waiting: .neutral
    case nil: .good
    }
  }

  private static func words(_ stage: RowPassage.Stage?, isOwn: Bool) -> BilingualText {
    switch stage {
    case .here:
      BilingualText(
        vi: "Chưa gửi: thay đổi của bản ghi này còn ở máy này.",
        en: "Not sent: changes of this record are still on this laptop alone.")
    case .underWay:
      BilingualText(
        vi: "Đã thử gửi; trung tâm chưa xác nhận đã nhận. Bản ghi vẫn còn ở máy này.",
        en: "Sending was tried; the centre has not confirmed it. It is still on this laptop.")
    case .carried:
      BilingualText(
        vi: "Đã ghi ra USB; trung tâm chưa xác nhận đã nhận. Bản ghi vẫn còn ở máy này.",
        en: "On a stick; the centre has not confirmed it. It is still on this laptop.")
    case .waiting:
      BilingualText(
        vi: "Trung tâm đã nhận, và gộp khi đủ phần còn thiếu.",
        en: "The centre has it, and merges it when what it waits for has come.")
    case nil where isOwn:
      BilingualText(
        vi: "Trung tâm đã nhận đủ bản ghi này.", en: "The centre has all of this record.")
    case nil:
      BilingualText(
        vi: "Bản ghi của nơi khác; máy này không có thay đổi nào chờ gửi.",
        en: "A record of others; this laptop has no change of it to send.")
    }
  }
}
