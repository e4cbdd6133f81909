import FieldWork

// What is recorded in a district. Moments are minutes since the beginning of its first day.

extension DistrictPlan {
  /// A service session that a laptop's team holds.
  package struct Session: Sendable, Hashable {
    /// What it is for.
    package enum Kind: String, Sendable {
      /// Help for whoever comes, on a Saturday.
      case saturday
      /// Of the team's members.
      case training
      /// Telling people about the services.
      case dissemination
    }

    /// The laptop that records it.
    package let laptop: Int
    /// When.
    package let moment: Int
    /// What it is for.
    package var kind = Kind.saturday
  }

  /// A visit.
  package struct Visit: Sendable, Hashable {
    /// The laptop that records it.
    package let laptop: Int
    /// The household.
    package let household: Int
    /// When it is recorded, on the day on which it happens.
    package let moment: Int
    /// What came of it.
    package let outcome: VisitOutcome
    /// Whether the date is left to the clock where the clock can be trusted.
    package internal(set) var isFromClock = false
    /// By how many days the date is off that a person copied from a wrong clock.
    package internal(set) var shift = 0
    /// When its author puts such a date right.
    package internal(set) var correctedAt: Int?
    /// Whether a second member went along.
    package internal(set) var isAccompanied = false
    /// The session it was part of.
    package let session: Int?
    /// The campaign it was part of.
    package internal(set) var campaign: Int?
    /// When it is taken back.
    package internal(set) var voidedAt: Int?
    /// The visit of which it is a second record, made on another laptop.
    package internal(set) var duplicateOf: Int?

    /// The true day.
    var day: Int { moment / 1_440 }
  }

  /// An assist.
  package struct Assist: Sendable, Hashable {
    /// The visit.
    package let visit: Int
    /// Who was helped; nil where they wished no record.
    package let person: Int?
    /// The procedure.
    package let service: String
    /// How.
    package let mode: AssistMode
    /// What came of it.
    package let outcome: AssistOutcome
    /// Why it was blocked.
    package let blockedReason: BlockedReason?
    /// What proves it from the beginning.
    package let evidence: EvidenceKind?
    /// The code, the number, or who heard.
    package let evidenceText: String
    /// The language spoken, where somebody noted it.
    package internal(set) var language: String?
    /// When a proof that lacked at first is added: a spoken confirmation.
    package internal(set) var provedAt: Int?
    /// When it is taken back.
    package internal(set) var voidedAt: Int?
  }

  /// A dossier.
  package struct Submission: Sendable, Hashable {
    /// The assist it came out of.
    package let assist: Int
    /// How it was filed.
    package let channel: SubmissionChannel
    /// The portal's code.
    package let code: String
    /// When its result is recorded.
    package internal(set) var finishedAt: Int?
    /// When it is taken back.
    package internal(set) var voidedAt: Int?
  }

  /// Another telephone for a household.
  package struct PhoneEdit: Sendable, Hashable {
    /// The laptop on which it is typed.
    package let laptop: Int
    /// The household.
    package let household: Int
    /// When.
    package let moment: Int
    /// The number.
    package let phone: String
  }

  /// Two edits of one field; they are a conflict where neither laptop knew of the other's.
  package struct EditPair: Sendable, Hashable {
    /// The earlier one.
    package let first: PhoneEdit
    /// The later one.
    package let second: PhoneEdit
  }

  /// What the centre says of two records of persons, when all is in.
  package struct Link: Sendable, Hashable {
    /// One of them.
    package let one: Int
    /// The other.
    package let other: Int
    /// Whether they are one person, or two.
    package let isSame: Bool
  }

  /// A reform of places.
  package struct Reform: Sendable, Hashable {
    /// The first day on which it is valid.
    package let day: Int
    /// When it is carried out at the centre.
    package let moment: Int
    /// A commune that goes to another.
    package let merged: Merger?
    /// Two hamlets that become one.
    package let joined: [Int]
    /// The hamlet that they become.
    package let joinedName: String
    /// A hamlet that is split.
    package let split: Int
    /// Its parts.
    package let parts: [Part]
    /// Households of it of which the centre says, when all is in, in which part they live.
    package internal(set) var settled: [Int: Int] = [:]

    /// Whether the parts lie in two communes.
    var isBorderMoved: Bool { Set(parts.map(\.commune)).count > 1 }

    /// A part of a split hamlet.
    package struct Part: Sendable, Hashable {
      /// Its name.
      package let name: String
      /// The commune in which it lies from then on.
      package let commune: Int
    }

    /// A commune that goes to another, by their places among the order's.
    package struct Merger: Sendable, Hashable {
      /// The one that ends.
      package let from: Int
      /// The one that gets its territory.
      package let into: Int
    }
  }
}
