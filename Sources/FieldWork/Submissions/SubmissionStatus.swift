/// The status of a dossier, as one-stop systems number them.
package enum SubmissionStatus: Int64, RecordEnumeration {
  /// Newly registered.
  case registered = 1
  /// Accepted.
  case accepted = 2
  /// Not accepted.
  case refused = 3
  /// In process.
  case processing = 4
  /// The resident was asked to complete it.
  case supplementRequested = 5
  /// The resident was asked to pay.
  case paymentRequested = 6
  /// The resident withdrew it.
  case withdrawn = 7
  /// Processing was stopped.
  case stopped = 8
  /// Done.
  case done = 9
  /// The result was returned.
  case resultReturned = 10

  /// The stable name.
  package var name: String {
    switch self {
    case .registered: "registered"
    case .accepted: "accepted"
    case .refused: "refused"
    case .processing: "processing"
    case .supplementRequested: "supplement-requested"
    case .paymentRequested: "payment-requested"
    case .withdrawn: "withdrawn"
    case .stopped: "stopped"
    case .done: "done"
    case .resultReturned: "result-returned"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .registered: BilingualText(vi: "mới đăng ký", en: "registered")
    case .accepted: BilingualText(vi: "được tiếp nhận", en: "accepted")
    case .refused: BilingualText(vi: "không được tiếp nhận", en: "refused")
    case .processing: BilingualText(vi: "đang xử lý", en: "processing")
    case .supplementRequested:
      BilingualText(vi: "yêu cầu bổ sung giấy tờ", en: "supplement requested")
    case .paymentRequested:
      BilingualText(vi: "yêu cầu nộp phí, lệ phí", en: "payment requested")
    case .withdrawn: BilingualText(vi: "công dân rút hồ sơ", en: "withdrawn")
    case .stopped: BilingualText(vi: "dừng xử lý", en: "stopped")
    case .done: BilingualText(vi: "đã xử lý xong", en: "done")
    case .resultReturned: BilingualText(vi: "đã trả kết quả", en: "result returned")
    }
  }

  /// Short words that people type.
  package var otherWords: [String] {
    switch self {
    case .supplementRequested: ["supplement", "bo sung"]
    case .paymentRequested: ["payment", "nop phi"]
    case .resultReturned: ["returned", "tra ket qua"]
    default: []
    }
  }

  /// Orders events of the same minute: what normally comes first ranks lower.
  var rank: Int {
    switch self {
    case .registered: 0
    case .accepted: 1
    case .processing: 2
    case .supplementRequested: 3
    case .paymentRequested: 4
    case .refused: 5
    case .withdrawn: 6
    case .stopped: 7
    case .done: 8
    case .resultReturned: 9
    }
  }

  /// The transition table: what may follow this status.
  ///
  /// Teams hear of some steps only, so steps may be skipped forwards. After a supplement request the
  /// dossier is accepted or processed again; a finished one can only be handed out.
  package var followers: Set<SubmissionStatus> {
    switch self {
    case .registered:
      [
        .accepted, .refused, .processing, .supplementRequested, .paymentRequested, .withdrawn,
        .stopped, .done, .resultReturned,
      ]
    case .accepted, .processing, .paymentRequested:
      [
        .processing, .supplementRequested, .paymentRequested, .withdrawn, .stopped, .done,
        .resultReturned,
      ]
    case .supplementRequested:
      [
        .accepted, .refused, .processing, .supplementRequested, .paymentRequested, .withdrawn,
        .stopped, .done, .resultReturned,
      ]
    case .done: [.resultReturned]
    case .refused, .withdrawn, .stopped, .resultReturned: []
    }
  }

  /// Whether this status may be the next one; any may be the first that a team hears of.
  package func canFollow(_ present: SubmissionStatus?) -> Bool {
    present?.followers.contains(self) ?? true
  }
}

/// The way a dossier was handed in.
package enum SubmissionChannel: Int64, RecordEnumeration {
  /// In person.
  case direct = 1
  /// Online.
  case online = 2
  /// By public post.
  case post = 3

  /// The stable name.
  package var name: String { procedureChannel.rawValue }

  /// What people read.
  package var words: BilingualText {
    BilingualText(vi: procedureChannel.label(.vietnamese), en: procedureChannel.label(.english))
  }

  /// The channel as the reference data name it.
  package var procedureChannel: ProcedureChannel {
    switch self {
    case .direct: .direct
    case .online: .online
    case .post: .post
    }
  }
}

/// How much of a procedure was offered online on the day a dossier was filed.
package enum StoredServiceLevel: Int64, RecordEnumeration {
  /// Not online.
  case notOnline = 1
  /// Partly online.
  case partial = 2
  /// Wholly online.
  case full = 3

  /// The level that the reference data give.
  package init(_ level: ServiceLevel) {
    switch level {
    case .full, .fullWithoutOnlineChannel: self = .full
    case .partial: self = .partial
    case .notOnline: self = .notOnline
    }
  }

  /// The stable name.
  package var name: String {
    switch self {
    case .notOnline: "not-online"
    case .partial: "partial"
    case .full: "full"
    }
  }

  /// What people read.
  package var words: BilingualText {
    let level: ServiceLevel =
      switch self {
      case .notOnline: .notOnline
      case .partial: .partial
      case .full: .full
      }
    return BilingualText(vi: level.label(.vietnamese), en: level.label(.english))
  }
}

extension Term.Unit {
  /// The number that a submission stores for it.
  package var stored: Int64 {
    switch self {
    case .hours: 1
    case .calendarDays: 2
    case .workingDays: 3
    case .months: 4
    }
  }

  /// The unit of a stored number; nil when a later version wrote it.
  package init?(stored: Int64?) {
    guard let unit = Term.Unit.allCases.first(where: { $0.stored == stored }) else { return nil }
    self = unit
  }
}
