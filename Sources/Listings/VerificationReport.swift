import CommandLine
import Replica

/// What `verify` found, for people and programs.
package struct VerificationReport: Sendable {
  private let verification: Verification
  private let missingKeys: Int64
  private let advice: BilingualText

  /// Reports what a store found about itself.
  ///
  /// - Parameters:
  ///   - missingKeys: how many keys that values name are not here, which is no damage.
  ///   - advice: what to do where something is wrong; it follows “Delete nothing;”.
  package init(_ verification: Verification, missingKeys: Int64, advice: BilingualText) {
    self.verification = verification
    self.missingKeys = missingKeys
    self.advice = advice
  }

  /// Done when all is sound; damaged bytes weigh more than rows that disagree.
  package var exitCode: ExitCode {
    if verification.findings.isEmpty { return .done }
    return verification.findings.contains(where: \.isDamage) ? .damagedInput : .needsAttention
  }

  /// Writes the report.
  package func write(to console: Console) {
    if console.isJSON { console.json(json(console.language)) } else { say(console) }
  }

  private func json(_ language: Language) -> JSONValue {
    [
      "sound": .bool(verification.findings.isEmpty),
      "batches": .integer(Int64(verification.batchCount)),
      "missing_keys": .integer(missingKeys),
      "findings": .array(
        verification.findings.map {
          ["code": .text($0.code), "message": .text($0.words.text(in: language))]
        }),
      "digests": .array(
        verification.digests.map {
          [
            "scope": .text(String($0.scope.rawValue)),
            "digest": .text($0.digest.root.hexadecimal),
            "rows": .integer(Int64($0.digest.rowCount)),
          ]
        }),
    ]
  }

  /// How many keys have not come, what that means and what brings them.
  package static func words(missingKeys: Int64) -> BilingualText {
    BilingualText(
      vi: "Còn thiếu \(missingKeys) khóa: thông tin cá nhân dùng các khóa đó chưa đọc được ở đây; "
        + "không mất gì. Khóa sẽ về khi các máy gửi nhận.",
      en: "\(counted(missingKeys, "key is", "keys are")) missing: the personal values they seal "
        + "cannot be read here yet; nothing is lost. They come as the laptops sync.")
  }

  private func say(_ console: Console) {
    for finding in verification.findings { console.say(finding.words) }
    let rows = verification.digests.reduce(0) { $0 + $1.digest.rowCount }
    console.say(
      verification.findings.isEmpty
        ? BilingualText(
          vi: "Tốt: \(verification.batchCount) gói, \(rows) dòng trong "
            + "\(verification.digests.count) vùng dữ liệu đều khớp.",
          en: "Sound: \(counted(verification.batchCount, "batch", "batches")), "
            + "\(counted(rows, "row", "rows")) in "
            + "\(counted(verification.digests.count, "scope", "scopes")), everything agrees.")
        : BilingualText(
          vi: "Có \(verification.findings.count) chỗ không khớp. Đừng xóa gì; "
            + advice.vietnamese,
          en:
            "\(counted(verification.findings.count, "thing is", "things are")) not as they must be. Delete nothing; "
            + advice.english))
    if missingKeys > 0 { console.say(Self.words(missingKeys: missingKeys)) }
    for (scope, digest) in verification.digests {
      console.say(
        BilingualText(same: "\(scope.rawValue)  \(digest.root.hexadecimal)  \(digest.rowCount)"))
    }
  }
}

extension Verification.Finding {
  /// The stable code.
  package var code: String {
    switch self {
    case .fileDamaged: "file-damaged"
    case .batchUnreadable: "batch-unreadable"
    case .chainBroken: "chain-broken"
    case .stateDiffersFromLog: "state-differs-from-log"
    case .arrivalsBroken: "arrivals-broken"
    case .digestDiffersFromRows: "digest-differs-from-rows"
    case .applicationIDForeign: "application-id-foreign"
    case .certificateUnsigned: "certificate-unsigned"
    case .headsUntraced: "heads-untraced"
    case .rowsUnreadable: "rows-unreadable"
    case .columnsWrong: "columns-wrong"
    case .runningHashWrong: "running-hash-wrong"
    case .frontierDiffersFromLog: "frontier-differs-from-log"
    }
  }

  /// Whether bytes themselves are damaged.
  var isDamage: Bool {
    switch self {
    case .fileDamaged, .applicationIDForeign, .certificateUnsigned, .batchUnreadable: true
    case .chainBroken, .stateDiffersFromLog, .arrivalsBroken, .digestDiffersFromRows,
      .headsUntraced, .rowsUnreadable, .columnsWrong, .runningHashWrong, .frontierDiffersFromLog:
      false
    }
  }

  /// What was found.
  package var words: BilingualText {
    switch self {
    case .fileDamaged(let detail):
      BilingualText(vi: "Tệp dữ liệu hỏng: \(detail)", en: "The file is damaged: \(detail)")
    case .batchUnreadable(let sequence, let replica):
      BilingualText(
        vi: "Gói \(sequence) của máy \(replica) không đọc được hoặc sai chữ ký.",
        en: "Batch \(sequence) of replica \(replica) is unreadable or wrongly signed.")
    case .chainBroken(let scope, let replica, let sequence):
      BilingualText(
        vi: "Chuỗi gói của máy \(replica.rawValue) đứt ở \(sequence) (vùng \(scope.rawValue)).",
        en: "The chain of replica \(replica.rawValue) breaks at \(sequence) "
          + "(scope \(scope.rawValue)).")
    case .stateDiffersFromLog(let scope):
      BilingualText(
        vi: "Bảng của vùng \(scope.rawValue) khác với nhật ký.",
        en: "The rows of scope \(scope.rawValue) differ from the log.")
    case .arrivalsBroken(let scope):
      BilingualText(
        vi: "Số thứ tự nhận của vùng \(scope.rawValue) bị thiếu.",
        en: "Arrival numbers of scope \(scope.rawValue) have a gap.")
    case .digestDiffersFromRows(let scope):
      BilingualText(
        vi: "Mã kiểm tra của vùng \(scope.rawValue) khác với các dòng của nó.",
        en: "The digest of scope \(scope.rawValue) is not the sum of its rows.")
    case .applicationIDForeign(let identifier):
      BilingualText(
        vi: "Tệp mang dấu của chương trình khác (\(identifier)).",
        en: "The file carries another program's mark (\(identifier)).")
    case .certificateUnsigned(let replica):
      BilingualText(
        vi: "Chứng nhận của máy \(replica) không do trung tâm này cấp hoặc không đọc được.",
        en: "The certificate of replica \(replica) is unreadable or not of this installation.")
    case .headsUntraced(let scope, let count):
      BilingualText(
        vi: "\(count) giá trị trong vùng \(scope.rawValue) không do thao tác nào ghi.",
        en: "Values in scope \(scope.rawValue) that no operation wrote: \(count).")
    case .rowsUnreadable(let scope, let count):
      BilingualText(
        vi: "\(count) dòng của vùng \(scope.rawValue) không đọc được.",
        en: "Rows of scope \(scope.rawValue) that cannot be read: \(count).")
    case .columnsWrong(let scope, let count):
      BilingualText(
        vi: "\(count) dòng của vùng \(scope.rawValue) hiện khác với nội dung đã gộp.",
        en: "Rows of scope \(scope.rawValue) whose columns differ from what was merged: \(count).")
    case .runningHashWrong(let scope, let arrival):
      BilingualText(
        vi: "Mã nối tiếp của vùng \(scope.rawValue) sai từ số \(arrival).",
        en: "The running hash of scope \(scope.rawValue) is wrong from arrival \(arrival) on.")
    case .frontierDiffersFromLog(let scope):
      BilingualText(
        vi: "Dấu “đã gộp đến đâu” của vùng \(scope.rawValue) khác với nhật ký.",
        en: "What counts as merged in scope \(scope.rawValue) differs from the log.")
    }
  }
}
