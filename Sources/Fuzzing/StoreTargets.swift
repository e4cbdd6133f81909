import Randomness
import Replica
import SQLite
import SyncProtocol

/// Stores that were damaged, or made by somebody else.
enum StoreTargets {
  static let all = [file, pages, values, keyring]

  /// Any bytes as the file of a store.
  static let file = FuzzTarget(
    "store-file", maximumBytes: 4 << 20,
    seeds: {
      let world = try FuzzWorld()
      return world.image.filter { $0.path == world.path(.first) }.map(\.bytes)
    },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        world.restore()
        world.disk.system.place(bytes, at: world.path(.first))
        try open(.first, of: world)
      }
    })

  /// A store of the product with bytes changed: two bytes of page, two of offset, a count, bytes.
  ///
  /// The first byte says whose store.
  static let pages = FuzzTarget(
    "store-pages", maximumBytes: 4 << 10,
    seeds: { [[0, 0, 0, 0, 100, 2, 1, 2], [1, 0, 5, 0, 0, 1, 13, 0, 9, 1, 1, 2, 7, 7]] },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        guard let first = bytes.first else { return }
        let place = FuzzWorld.Place(chosenBy: first)
        world.restore()
        guard var file = world.disk.system.contents(of: world.path(place)) else { return }
        var rest = bytes.dropFirst()
        while rest.count > 5 {
          let head = Array(rest.prefix(5))
          rest = rest.dropFirst(5)
          let page = Int(head[0]) << 8 | Int(head[1])
          let offset = page * 4_096 + (Int(head[2]) << 8 | Int(head[3]))
          for (index, byte) in rest.prefix(Int(head[4])).enumerated() {
            if file.isEmpty { break }
            file[(offset + index) % file.count] = byte
          }
          rest = rest.dropFirst(Int(head[4]))
        }
        world.disk.system.place(file, at: world.path(place))
        try open(place, of: world)
      }
    })

  /// A sound file whose tables hold what no version of the program writes: a byte for the table, one
  /// for the row, one for the column, one for the type, then the value.
  static let values = FuzzTarget(
    "store-values", maximumBytes: 4 << 10,
    seeds: {
      var seeds: [[UInt8]] = []
      for table in UInt8(0)..<60 {
        var seed = [table % 2]
        for column in UInt8(0)..<4 { seed += [table, 0, column, 5, column * 3] }
        seeds.append(seed)
      }
      return seeds
    },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        guard let first = bytes.first else { return }
        let place = FuzzWorld.Place(chosenBy: first)
        world.restore()
        try StoreValues(bytes.dropFirst()).write(to: world.path(place), on: world.disk)
        try open(place, of: world)
      }
    })

  /// Any bytes as the file of a keyring.
  static let keyring = FuzzTarget(
    "keyring-file", maximumBytes: 1 << 20,
    seeds: {
      let world = try FuzzWorld()
      return world.image.filter { $0.path.hasSuffix(".keyring") }.map(\.bytes)
    },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        world.restore()
        world.disk.system.place(bytes, at: "\(world.path(.first)).keyring")
        try open(.first, of: world)
      }
    })

  private static func open(_ place: FuzzWorld.Place, of world: FuzzWorld) throws {
    let store = try world.open(place)
    defer { store.close() }
    StoreReading.readEverything(in: store)
    StoreReading.readRecords(in: store)
    StoreReading.use(store, request: world.pending?.request ?? [])
  }
}
