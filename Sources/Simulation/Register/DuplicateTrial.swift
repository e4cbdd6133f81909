import FieldWork
import SyncProtocol

/// The search for duplicates tried on a register of which the truth is known.
package struct DuplicateTrial: Sendable {
  /// Second records that are listed with their originals.
  package private(set) var found = 0
  /// Pairs that are listed.
  package private(set) var listed = 0
  /// Of each slip, how many second records with it there are and how many of them are found.
  package private(set) var bySlip: [RegisterSlip: (twins: Int, found: Int)] = [:]

  /// Searches a register.
  package init(_ register: GeneratedRegister) {
    let pairs = DuplicateSearch(register.profiles).pairs()
    listed = pairs.count
    let named = Set(pairs.map { [$0.first, $0.second] })
    for twin in register.twins {
      let isFound = named.contains([twin.original, twin.copy])
      found += isFound ? 1 : 0
      for slip in twin.slips {
        bySlip[slip, default: (0, 0)].twins += 1
        bySlip[slip, default: (0, 0)].found += isFound ? 1 : 0
      }
    }
  }
}

extension GeneratedRegister {
  /// The records as they are compared; rows are numbered from 1.
  package var profiles: [PersonProfile] {
    people.enumerated().map { place, person in
      var profile = PersonProfile()
      profile.row = RowID(rawValue: Int64(place + 1))
      profile.household = RowID(rawValue: Int64(person.household + 1))
      profile.place = RowID(rawValue: Int64(households[person.household].hamlet + 1))
      profile.name = PersonName(person.fullName)
      profile.birthYear = person.birthYear
      profile.birthMonth = person.birthMonth
      profile.birthDay = person.birthDay
      profile.sex = person.sex
      profile.phone = person.phone
      // Any injective text does in the place of a keyed hash.
      profile.idHash = person.personalID.map { Array($0.utf8) }
      return profile
    }
  }
}
