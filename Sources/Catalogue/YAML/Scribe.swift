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

  /// Where each decision is named, by the noun that names it: `classes/C3`, `targets`.
  public private(set) var decisions: [(code: String, noun: String, place: Place)] = []

  mutating func addDecision(_ code: String, of noun: String, at place: Place) {
    decisions.append((code, noun, place))
  }

  /// The place of `indicators/I2.4`, `datasets/victims`, `bodies/CNS`.
  public func place(of path: String) -> Place? { places[path] }
}

extension Keyed {
  /// Keeps where `decision:` is written, for those who know all decisions.
  func rememberDecision(of noun: String) {
    if let code = string("decision") {
      scribe.positions.addDecision(code, of: noun, at: place(of: "decision"))
    }
  }
}
