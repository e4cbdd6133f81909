import CommandLine
import Testing

@testable import FieldAgent

@Suite struct DiskRoomTests {
  @Test func `a laptop whose disk is nearly full says so until room is freed`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    laptop.machine.leave(freeBytes: 500_000_000)
    #expect(laptop.run("status").code == .done)
    laptop.machine.leave(freeBytes: 500_000_000 - 1)
    let low = laptop.run("status")
    #expect(low.code == .needsAttention && low.output.contains("Only 499 MB are left on the disk"))
    // Looking and recording go on while there is room.
    #expect(laptop.run("household", "add", "--place", "Xóm 1", "--name", "Hộ một").code == .done)
    laptop.machine.leave(freeBytes: 500_000_000)
    #expect(laptop.run("status").code == .done)
  }
}
