import CommandLine
import FieldWork
import Listings
import Replica
import SQLite
import Web

/// An answer for programs that says what went wrong by a stable code.
enum ProblemResponse {
  /// The header that carries the code beside the body.
  static let codeHeader = "CamTay-Problem"

  /// `{"error":{"code":…,"vi":…,"en":…}}`
  static func make(_ status: Int, _ code: String, _ words: BilingualText) -> HTTPResponse {
    let body: JSONValue = [
      "error": [
        "code": .text(code), "vi": .text(words.vietnamese), "en": .text(words.english),
      ]
    ]
    var response = HTTPResponse.bytes(
      Array((body.compactText + "\n").utf8), type: "application/json", status: status)
    response.headers.set(codeHeader, code)
    return response
  }

  /// The answer to an error of the disk or the store: nothing half-done was kept.
  static func make(for error: any Error) -> HTTPResponse {
    let failure = StoreTrouble(error)
    var response = make(failure.status, failure.code, failure.words)
    // What a person has to mend does not mend itself while laptops ask again and again.
    if failure.code == StoreTrouble.busyCode { response.headers.set("Retry-After", "5") }
    return response
  }
}

/// What an error of the store means to somebody far from its disk.
struct StoreTrouble {
  static let busyCode = "centre-busy"
  /// Insufficient storage.
  static let fullStatus = 507

  /// What a page says where the centre's own disk is full.
  ///
  /// - Parameter isFile: whether a file was to be made, which needs room while it grows.
  static func full(_ path: String, free: UInt64?, isFile: Bool) -> BilingualText {
    let left = (free ?? 0) / 1_000_000
    let wanted = DiskRoom.lowBytes / 1_000_000
    return BilingualText(
      vi: (isFile ? "Chưa làm được tệp và chưa xuất gì" : "Chưa ghi gì")
        + ": đĩa của trung tâm đầy, nơi chứa \(path) chỉ còn \(left) MB. Mọi dữ liệu đã nhận vẫn "
        + "còn nguyên, và máy chưa gửi được thì vẫn giữ việc của mình. Hãy giải phóng ít nhất "
        + "\(wanted) MB trên đĩa ấy, chẳng hạn chuyển bản sao lưu cũ sang nơi khác, rồi thử lại.",
      en: (isFile ? "The file could not be made and nothing was taken out" : "Nothing was written")
        + ": the centre's disk is full, \(left) MB are left where \(path) is. All that was received "
        + "is safe, and laptops keep what they could not hand over. Free \(wanted) MB at least on "
        + "that disk, by moving old backups elsewhere for one, then try again.")
  }

  let status: Int
  let code: String
  let words: BilingualText

  init(_ error: any Error) {
    let isFull =
      (error as? SQLError)?.isDiskFull ?? ((error as? HomeError)?.code == "disk-full")
    if isFull {
      status = Self.fullStatus
      code = "centre-disk-full"
      words = BilingualText(
        vi: "Đĩa của trung tâm đầy; lần này chưa nhận gì. Dữ liệu vẫn nằm trên máy gửi. "
          + "Hãy báo điều phối viên.",
        en: "The centre's disk is full; nothing was taken this time. The data are still where they "
          + "came from. Tell the coordinator.")
    } else if (error as? SQLError)?.isBusy ?? (error is RoundQueueError) {
      status = 503
      code = Self.busyCode
      words = BilingualText(
        vi: "Trung tâm đang bận; lần này chưa nhận gì. Hãy thử lại sau ít phút.",
        en: "The centre is busy; nothing was taken this time. Try again in a few minutes.")
    } else {
      status = 503
      code = "centre-store-failed"
      words = BilingualText(
        vi: "Kho dữ liệu của trung tâm gặp lỗi; lần này chưa nhận gì. "
          + "Dữ liệu vẫn nằm trên máy gửi. Hãy báo điều phối viên.",
        en: "The centre's store failed; nothing was taken this time. The data are still where they "
          + "came from. Tell the coordinator.")
    }
  }
}
