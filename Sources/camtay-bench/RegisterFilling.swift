import Cryptography
import FieldWork
import Replica
import Simulation
import SyncProtocol

/// Writes a generated register as an import does, some hundred rows in an act.
struct RegisterFilling {
  /// Commits one act, by whoever writes.
  typealias Commit = (_ body: (Act) throws -> [RowID]) throws -> [RowID]

  /// How many rows an act has.
  static let rowsPerAct = 200

  private let register: GeneratedRegister
  private let places: [(row: RowID, scope: ScopeID)]

  /// - Parameter places: the hamlets with the scopes of their households; fewer of them than the
  ///   register has take several of its hamlets each.
  init(_ register: GeneratedRegister, in places: [(row: RowID, scope: ScopeID)]) {
    self.register = register
    self.places = places
  }

  private func place(of household: GeneratedRegister.Household) -> (row: RowID, scope: ScopeID) {
    places[household.hamlet % places.count]
  }

  /// Writes all of it; returns the rows in the order of the register.
  func run(_ commit: Commit) throws -> (households: [RowID], residents: [RowID]) {
    var households: [RowID] = []
    for start in stride(from: 0, to: register.households.count, by: Self.rowsPerAct) {
      let part = register.households.indices.dropFirst(start).prefix(Self.rowsPerAct)
      households += try commit { act in
        try part.map { index in
          let household = register.households[index]
          let place = place(of: household)
          return try act.create(
            HouseholdTable.definition, in: place.scope,
            [
              (HouseholdTable.number, .integer(Int64(index + 1))),
              (HouseholdTable.place, .integer(place.row.rawValue)),
              (HouseholdTable.name, .text(household.head)),
              (HouseholdTable.address, .text(household.address)),
            ])
        }
      }
    }
    var residents: [RowID] = []
    for start in stride(from: 0, to: register.people.count, by: Self.rowsPerAct) {
      let part = register.people.indices.dropFirst(start).prefix(Self.rowsPerAct)
      residents += try commit { act in
        try part.map { index in
          let person = register.people[index]
          return try act.create(
            ResidentTable.definition, in: place(of: register.households[person.household]).scope,
            Self.fields(of: person, number: index + 1, household: households[person.household]))
        }
      }
    }
    return (households, residents)
  }

  private static func fields(
    of person: GeneratedRegister.Person, number: Int, household: RowID
  ) -> [(FieldDefinition, Value)] {
    func integer(_ number: Int?) -> Value { number.map { .integer(Int64($0)) } ?? .unset }
    // Of a made-up number any hash of the right length does in the place of the keyed one.
    let hash = person.personalID.map { Value.bytes(Hash.blake2b256(Array($0.utf8))) } ?? .unset
    return [
      (ResidentTable.number, integer(number)),
      (ResidentTable.household, .integer(household.rawValue)),
      (ResidentTable.fullName, .text(person.fullName)),
      (ResidentTable.birthYear, integer(person.birthYear)),
      (ResidentTable.birthMonth, integer(person.birthMonth)),
      (ResidentTable.birthDay, integer(person.birthDay)),
      (ResidentTable.sex, person.sex.map { .integer($0.rawValue) } ?? .unset),
      (ResidentTable.phone, person.phone.map { .text($0) } ?? .unset),
      (ResidentTable.idHash, hash),
    ]
  }
}
