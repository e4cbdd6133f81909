import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

extension CentreWorld {
  /// A laptop whose disk went back after it had handed a household over; the life that goes on has
  /// written something else under the same dots. The centre keeps the household aside.
  func putBack(
    _ label: String = "Máy Một", member: String = "Nguyễn Văn An"
  ) throws -> (living: TestLaptop, lost: TestLaptop) {
    let laptop = try enrolLaptop(label, member: member)
    try laptop.sync()
    let shared = try laptop.addHousehold("Nhà chung")
    try laptop.sync()
    let lost = try laptop.copy("snapshot", isAlike: true)
    try lost.addHousehold("Nhà mất")
    for phone in ["1", "2", "3"] {
      try laptop.store.commit(author: nil, clock: clock.surroundings.clock()) {
        try $0.write(HouseholdTable.definition, shared, [(HouseholdTable.phone, .text(phone))])
      }
    }
    try laptop.sync()
    clock.advance(seconds: 5)
    // Its answer never comes.
    #expect(try post("/sync/v1", lost.makeRequest().request).status == 200)
    return (laptop, lost)
  }
}
