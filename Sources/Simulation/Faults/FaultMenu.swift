import Randomness

/// The fault menu: the one place where faults are registered. A fault that is not in a list here is
/// never played.
///
/// | family | file |
/// |---|---|
/// | clocks | ClockFaults |
/// | messages | MessageFaults |
/// | disks | DiskFaults |
/// | programs that start anew | RestartFaults |
/// | batches that others carry | CarrierFaults |
/// | laptops that meet without a centre | NeighbourFaults |
/// | rounds that are carried by hand | StickFaults |
/// | copied, put back and lost stores | CopyFaults |
/// | enrolment and grants | EnrolmentFaults |
/// | scopes taken back, snapshots, compaction | ScopeFaults |
/// | registries of different versions | SchemaFaults |
/// | erasures, and keyrings put back | ErasureFaults |
/// | snapshots replaced while they are fetched | SnapshotFaults |
/// | copies that build on each other's work | MeetingCopies |
/// | disks rolled back unnoticed | RollbackFaults |
/// | the centre restored, or set back to an old copy | CentreFaults |
/// | batches declared lost | GapFaults |
///
/// Each world draws a part of the menu (`Plan`), so that rare combinations of faults get depth: a
/// world that plays everything rarely gets far in anything.
enum FaultMenu {
  /// All faults.
  static let all: [Fault] =
    ClockFaults.all + MessageFaults.all + DiskFaults.all + RestartFaults.all + CarrierFaults.all
    + NeighbourFaults.all + StickFaults.all + CopyFaults.all + EnrolmentFaults.all + ScopeFaults.all
    + SchemaFaults.all
    + ErasureFaults.all + SnapshotFaults.all + MeetingCopies.all + RollbackFaults.all
    + CentreFaults.all + GapFaults.all

  /// The part that one world plays.
  static func draw(_ random: inout SeededGenerator) -> [Fault] {
    let percent = random.pick([(1, 15), (3, 40), (3, 70), (1, 100)])
    return all.filter { _ in random.chance(percent) }
  }
}
