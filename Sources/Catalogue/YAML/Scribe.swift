public import Diagnostics

/// Gathers findings and the places of keys while the files of one folder are read.
final class Scribe {
  var findings = Findings()
  var positions = Positions()

  func add(_ message: Finding.Message, at place: Place?) { findings.add(message, at: place) }
}

/// Where each noun of the catalogue is written, so that findings of other rooms can point.
public struct Positions: Sendable {
  private var places: [String: Place] = [:]

  init() {}

  mutating func set(_ place: Place?, of path: String) {
    if let place { places[path] = place }
  }

  /// The place of `indicators/I2.4`, `datasets/victims`, `bodies/CNS`.
  public func place(of path: String) -> Place? { places[path] }
}
