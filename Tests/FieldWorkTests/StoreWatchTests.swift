import SQLite
import Testing

@testable import FieldWork

@Suite struct StoreWatchTests {
  @Test func `only a write that readers of records cannot see leaves the mark where it was`() throws
  {
    let world = try FieldWorld()
    let laptop = world.laptop
    var reads = 0
    var remembered = Remembered<Int>()
    func look() throws -> Int {
      try remembered.value(laptop.watch) {
        reads += 1
        return try laptop.reader.householdCount()
      }
    }
    #expect(try look() == 0 && look() == 0 && reads == 1)
    _ = try world.household()
    #expect(try look() == 1 && reads == 2)
    let connection = laptop.store.connection
    try connection.execute("CREATE TEMP TABLE typed (words TEXT)")
    try laptop.watch.quietly { try connection.execute("INSERT INTO typed VALUES ('a')") }
    #expect(try look() == 1 && reads == 2)
    #expect(throws: SQLError.self) {
      try laptop.watch.quietly {
        try connection.execute("INSERT INTO typed VALUES ('b')")
        try connection.execute("INSERT INTO nowhere VALUES (1)")
      }
    }
    #expect(try look() == 1 && reads == 2)
    try connection.execute("INSERT INTO typed VALUES ('c')")
    #expect(try look() == 1 && reads == 3)
  }
}
