import CommandLine
import Replica

/// `verify`: checks file, signatures, chains, and that the rows are what the log adds up to.
struct VerifyCommand: Command {
  let context: CommandContext

  let name = ["verify"]
  let abstract = Words(
    vi: "kiểm tra toàn bộ dữ liệu của trung tâm", en: "check everything in the store")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let verification = try context.centre(invocation).inspect {
      VerificationReport(try $0.store.verify())
    }
    if console.isJSON {
      console.json(verification.json(console.language))
    } else {
      verification.say(console)
    }
    return verification.exitCode
  }
}

/// What `verify` found, for people and programs.
struct VerificationReport: Sendable {
  private let verification: Verification

  init(_ verification: Verification) { self.verification = verification }

  var exitCode: ExitCode {
    if verification.findings.isEmpty { return .done }
    let isDamaged = verification.findings.contains { Self.isDamage($0) }
    return isDamaged ? .damagedInput : .needsAttention
  }

  func json(_ language: MessageLanguage) -> JSONValue {
    [
      "sound": .bool(verification.findings.isEmpty),
      "batches": .integer(Int64(verification.batchCount)),
      "findings": .array(
        verification.findings.map {
          ["code": .text(Self.code($0)), "message": .text(Self.words($0).text(in: language))]
        }),
      "digests": .array(
        verification.digests.map {
          [
            "scope": .text(String($0.scope.rawValue)), "digest": .text($0.digest.root.hexadecimal),
            "rows": .integer(Int64($0.digest.rowCount)),
          ]
        }),
    ]
  }

  func say(_ console: Console) {
    for finding in verification.findings { console.say(Self.words(finding)) }
    let rows = verification.digests.reduce(0) { $0 + $1.digest.rowCount }
    console.say(
      verification.findings.isEmpty
        ? Words(
          vi: "Tốt: \(verification.batchCount) gói, \(rows) dòng trong "
            + "\(verification.digests.count) vùng dữ liệu đều khớp.",
          en: "Sound: \(verification.batchCount) batches, \(rows) rows in "
            + "\(verification.digests.count) scopes, everything agrees.")
        : Words(
          vi: "Có \(verification.findings.count) chỗ không khớp. Đừng xóa gì; hãy dừng serve và "
            + "sao lưu thư mục dữ liệu trước khi làm gì khác.",
          en: "\(verification.findings.count) things are not as they must be. Delete nothing; stop "
            + "serve and back up the data folder before anything else."))
    for (scope, digest) in verification.digests {
      console.say(Words(same: "\(scope.rawValue)  \(digest.root.hexadecimal)  \(digest.rowCount)"))
    }
  }

  private static func isDamage(_ finding: Verification.Finding) -> Bool {
    switch finding {
    case .fileDamaged, .batchUnreadable: true
    default: false
    }
  }

  private static func code(_ finding: Verification.Finding) -> String {
    switch finding {
    case .fileDamaged: "file-damaged"
    case .batchUnreadable: "batch-unreadable"
    case .chainBroken: "chain-broken"
    case .stateDiffersFromLog: "state-differs-from-log"
    case .arrivalsBroken: "arrivals-broken"
    }
  }

  private static func words(_ finding: Verification.Finding) -> Words {
    switch finding {
    case .fileDamaged(let detail):
      Words(vi: "Tệp dữ liệu hỏng: \(detail)", en: "The file is damaged: \(detail)")
    case .batchUnreadable(let sequence, let replica):
      Words(
        vi: "Gói \(sequence) của máy \(replica) không đọc được hoặc sai chữ ký.",
        en: "Batch \(sequence) of replica \(replica) is unreadable or wrongly signed.")
    case .chainBroken(let scope, let replica, let sequence):
      Words(
        vi: "Chuỗi gói của máy \(replica.rawValue) đứt ở \(sequence) (vùng \(scope.rawValue)).",
        en: "The chain of replica \(replica.rawValue) breaks at \(sequence) "
          + "(scope \(scope.rawValue)).")
    case .stateDiffersFromLog(let scope):
      Words(
        vi: "Bảng của vùng \(scope.rawValue) khác với nhật ký.",
        en: "The rows of scope \(scope.rawValue) differ from the log.")
    case .arrivalsBroken(let scope):
      Words(
        vi: "Số thứ tự nhận của vùng \(scope.rawValue) bị thiếu.",
        en: "Arrival numbers of scope \(scope.rawValue) have a gap.")
    }
  }
}
