import Replica
import SQLite
import SyncProtocol

/// An error as people and programs get to know it.
package struct PersonMessage: Hashable, Sendable {
  /// The stable code.
  package let code: String
  /// What kind of trouble it is.
  package let category: ErrorCategory
  /// What happened, what is safe and what to do next.
  package let words: BilingualText

  /// The message of an error of this room or of the store below; nil for others' errors.
  package init?(_ error: any Error) {
    switch error {
    case let error as FieldError:
      self.init(error.code, error.category, error.words)
    case let error as ConflictError:
      self.init(error.code, error.category, error.words)
    case let error as InputProblem:
      self.init(
        error.code, .userError,
        BilingualText(vi: error.message(in: .vietnamese), en: error.message(in: .english)))
    case let error as RecordCodeError:
      self.init(
        error.code, .userError, BilingualText(vi: error.vietnamese, en: error.english))
    case let error as SpokenCodeProblem: self.init(error.code, .userError, error.words)
    case let error as ReplicaError: self.init(error)
    case let error as SQLError: self.init(error)
    case let error as StickProblem: self.init(error.code, error.category, error.words)
    case let error as BundleProblem: self.init(error.code, error.category, error.words)
    default: return nil
    }
  }

  private init(_ code: String, _ category: ErrorCategory, _ words: BilingualText) {
    self.code = code
    self.category = category
    self.words = words
  }

  private init(_ error: SQLError) {
    if error.isDiskFull {
      self.init(
        "disk-full", .disk,
        BilingualText(
          vi:
            "Đĩa đầy: lần này chưa lưu gì, và xem cũng cần một ít chỗ. Mọi thứ đã lưu trước đó vẫn an "
            + "toàn trên máy. Hãy giải phóng vài chục MB rồi làm lại.",
          en:
            "The disk is full: nothing was saved this time, and even looking needs a little room. "
            + "Everything saved before is safe on this machine. Free a few dozen MB and try again.")
      )
    } else if error.isBusy {
      self.init(
        "store-busy", .refusedForSafety,
        BilingualText(
          vi: "Một chương trình khác đang ghi vào kho này; chưa lưu gì. Hãy đợi rồi làm lại.",
          en: "Another program is writing to this store; nothing was saved. Wait and try again."))
    } else if error.isDamaged {
      self.init(
        "store-damaged", .damagedInput,
        BilingualText(
          vi: "Tệp dữ liệu bị hỏng; chương trình không ghi gì thêm. "
            + "Hãy chạy verify và phục hồi từ bản sao lưu.",
          en: "The data file is damaged; nothing more was written. Run verify and restore a "
            + "backup."))
    } else {
      self.init(
        "disk", .disk,
        BilingualText(
          vi: "Không đọc hoặc ghi được kho dữ liệu; lần này chưa lưu gì, dữ liệu cũ vẫn còn.",
          en: "The store could not be read or written; nothing was saved this time, and what was "
            + "saved before is still there."))
    }
  }

  private init(_ error: ReplicaError) {
    if let carried = CarriedMessages.message(of: error) {
      self.init(error.code, carried.category, carried.words)
      return
    }
    switch error {
    case .notAStore:
      self.init(
        error.code, .damagedInput,
        BilingualText(
          vi: "Tệp này không phải kho dữ liệu của chương trình; không có gì bị thay đổi.",
          en: "This file is not a store of this program; nothing was changed."))
    case .storeIsNewer:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Kho dữ liệu do phiên bản mới hơn tạo ra; không có gì bị thay đổi. "
            + "Hãy cập nhật chương trình.",
          en: "A newer version wrote this store; nothing was changed. Update the program."))
    case .keysOfAnotherStore:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Khóa và kho dữ liệu không cùng một máy; không có gì bị thay đổi.",
          en: "The keys beside this store belong to another; nothing was changed."))
    case .noSuchRow:
      self.init(
        error.code, .userError,
        BilingualText(vi: "Bản ghi không có trên máy này.", en: "The record is not here."))
    case .actTooLarge, .valueTooLong, .textHasNull:
      self.init(
        error.code, .userError,
        BilingualText(
          vi: "Nội dung quá lớn hoặc có ký tự không lưu được; chưa lưu gì.",
          en: "Too much at once, or a character that cannot be stored; nothing was saved."))
    case .scopeNotHeld:
      self.init(
        error.code, .notAllowed, Self.scopeNotHeld)
    case .rowMoved:
      self.init(
        error.code, .userError,
        BilingualText(
          vi: "Hộ này đã chuyển đi rồi; chưa đổi gì. Hãy chuyển hộ ở nơi mới (xem household show).",
          en: "This household has moved already; nothing was changed. Move the one at its new "
            + "place (see household show)."))
    case .keyNotHere:
      self.init(
        error.code, .needsAttention,
        BilingualText(
          vi: "Trung tâm chưa đọc được mọi thông tin của hộ này vì còn thiếu khóa; chưa đổi gì. "
            + "Hãy làm lại sau khi các máy đã gửi nhận.",
          en: "The centre cannot read everything of this household yet, for a key is missing; "
            + "nothing was changed. Try again when the laptops have synced."))
    case .scopeNotDue:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Địa bàn này không phải trả lại, hoặc chưa quá hạn; không xóa gì. "
            + "Hãy chạy “camtay sync” khi có mạng.",
          en: "This area is not being handed back, or its deadline has not passed; nothing was "
            + "removed. Run “camtay sync” when there is a network."))
    case .subjectErased:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Thông tin của người hoặc hộ này đã được xóa theo yêu cầu; chưa ghi thêm gì. "
            + "Số liệu đã tính vẫn giữ nguyên.",
          en: "What was known of this person or household was erased on request; nothing was "
            + "added. What was counted stays counted."))
    case .storeKeyMissing, .storeKeyWrong:
      self.init(
        error.code, .damagedInput,
        BilingualText(
          vi: "Khóa của kho (keys/store.key) bị mất hoặc không đúng; không có gì bị thay đổi. "
            + "Hãy đặt lại đúng tệp khóa, hoặc cất keyring.sqlite đi nơi khác: máy sẽ xin lại khóa "
            + "từ trung tâm ở lần gửi nhận sau.",
          en: "The key of the store (keys/store.key) is gone or wrong; nothing was changed. Put "
            + "the right file back, or move keyring.sqlite away: the next sync asks the centre for "
            + "the keys again."))
    case .notMissing:
      self.init(
        error.code, .userError,
        BilingualText(
          vi: "Không có gói nào đang chờ gói đó; chưa đổi gì. Hãy xem “gap list”.",
          en: "Nothing waits for such a batch; nothing was changed. See “gap list”."))
    case .gapTooFresh:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Gói đó có thể còn đang trên đường: chỉ khai báo mất sau 24 giờ chờ. Chưa đổi gì; "
            + "hãy hỏi máy đã ghi gói đó.",
          en: "The batch may still be on its way: it can be declared lost after 24 hours of "
            + "waiting. Nothing was changed; ask the laptop that wrote it."))
    case .notAside:
      self.init(
        error.code, .userError,
        BilingualText(
          vi: "Không có gói nào như vậy được giữ riêng; chưa đổi gì. Hãy xem “aside list”.",
          en: "No such batch is kept aside; nothing was changed. See “aside list”."))
    case .asideIncomplete:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Gói này nối tiếp phần chưa tới trung tâm, nên chưa rõ nó nói về bản ghi nào; chưa "
            + "đổi gì và gói vẫn được giữ. Hãy gửi nhận với các máy nêu trong “aside show”; nếu phần ấy "
            + "không còn, hãy ghi lại theo những gì “aside show” hiện.",
          en: "The batch goes on from parts that have not come here, so it cannot be told which "
            + "records it is about; nothing was changed, and the batch is kept. Sync the laptops that "
            + "“aside show” names; where those parts are gone, record again what it shows."))
    case .backupUnsound(let what):
      self.init(
        error.code, .damagedInput,
        BilingualText(
          vi: "Bản sao lưu hỏng hoặc không đúng (\(what)); không dùng nó và chưa thay đổi gì. "
            + "Hãy dùng bản khác, hoặc sao lưu lại.",
          en: "The backup is damaged or wrong (\(what)); it is not used and nothing was changed. "
            + "Take another one, or make a new backup."))
    case .keyringBackupTooOld(let path):
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Bản sao khóa \(path) đã quá 15 ngày, hoặc đồng hồ sai: người đã được xóa có thể đọc "
            + "lại được bằng nó. Chưa thay đổi gì. Hãy hủy tệp đó rồi phục hồi lại: khóa sẽ được xin "
            + "từ các máy khác.",
          en: "The copy of the keys \(path) is older than 15 days, or the clock is wrong: people "
            + "who were erased could be read with it. Nothing was changed. Destroy that file and restore "
            + "again: the keys are asked of the other machines."))
    case .storeHasMore(let batches, let operations):
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Dữ liệu đang có nhiều hơn bản sao lưu (\(batches) gói, \(operations) thao tác chưa "
            + "đóng gói); chưa thay đổi gì. Nếu vẫn muốn phục hồi, thêm --force: dữ liệu cũ được "
            + "giữ lại bên cạnh.",
          en: "The present data have more than the backup (\(batches) batches, \(operations) "
            + "operations in no batch); nothing was changed. To restore none the less add --force: "
            + "the old data are kept beside it."))
    case .notTheCentre:
      self.init(
        error.code, .notAllowed,
        BilingualText(vi: "Chỉ trung tâm làm được việc này.", en: "Only the centre can do this."))
    default:
      self.init(
        error.code, .refusedForSafety,
        BilingualText(
          vi: "Lần gửi nhận này không xong; dữ liệu vẫn nằm an toàn trên máy. Hãy thử lại.",
          en: "This sync did not go through; your data are still on this laptop. Try again."))
    }
  }
}

extension PersonMessage {
  /// Said of an area that goes to another team, or has not come yet.
  static let scopeNotHeld = BilingualText(
    vi: "Địa bàn này đang được trả lại trung tâm, hoặc dữ liệu của nó chưa về máy; chưa ghi gì. Dữ "
      + "liệu đã ghi vẫn an toàn. Hãy chạy “camtay sync”, rồi hỏi điều phối viên.",
    en: "This area is being handed back to the centre, or its records have not come yet; nothing "
      + "was saved. What was recorded before is safe. Run “camtay sync”, then ask the coordinator.")
}
