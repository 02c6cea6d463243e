import Diagnostics
import Synchronization

/// What the last build found, and how many builds there were: what pages show and wait for.
final class PreviewState: Sendable {
  struct Snapshot: Sendable {
    /// Counts builds, from 1.
    var build = 0
    var findings: [Finding] = []
  }

  private let held = Mutex(Snapshot())

  var snapshot: Snapshot { held.withLock { $0 } }

  func built(_ findings: [Finding]) {
    held.withLock {
      $0.build += 1
      $0.findings = findings
    }
  }
}
