import Foundation
import Fuzzing

/// A corpus to begin with: a folder a target, a file a seed.
enum Seeding {
  static func write(_ target: FuzzTarget, into folder: String) throws {
    let place = "\(folder)/\(target.name)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let seeds = try target.seeds().filter { $0.count <= target.maximumBytes }
    for (number, seed) in seeds.enumerated() {
      try Data(seed).write(to: URL(filePath: "\(place)/seed-\(number)"))
    }
    print(target.name, seeds.count)
  }
}
