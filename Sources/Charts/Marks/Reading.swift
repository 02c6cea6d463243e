import Publication

/// A figure as the drawing needs it: a place on a scale, or a sign.
struct Reading {
  enum Cell {
    case value(Quantity, Double)
    case sign(Sign)
  }

  let cell: Cell
  /// `e`, `p`, `r`, `a`, one bit each, in that order.
  let letters: UInt8

  @inline(__always)
  init(_ figure: Figure) {
    switch figure.state {
    case .value(let quantity):
      if let double = Self.drawable(quantity) {
        cell = .value(quantity, double)
      } else {
        cell = .sign(.undrawable)
      }
    case .hidden: cell = .sign(.hidden)
    case .absent(.notAvailable): cell = .sign(.notAvailable)
    case .absent(.notApplicable): cell = .sign(.notApplicable)
    case .absent(.notYetDue): cell = .sign(.notYetDue)
    }
    letters = figure.qualifiers.isEmpty ? 0 : Self.letters(figure.qualifiers)
  }

  /// A figure that is not there was not received.
  @inline(__always)
  init(_ figure: Figure?) {
    self = figure.map { Reading($0) } ?? Reading(missing: .notAvailable)
  }

  /// A sum of figures that all have values: as provisional as its parts.
  init(sum: Quantity, letters: UInt8) {
    cell = Reading.drawable(sum).map { .value(sum, $0) } ?? .sign(.undrawable)
    self.letters = letters
  }

  init(missing sign: Sign) {
    cell = .sign(sign)
    letters = 0
  }

  @inline(__always)
  var value: Double? {
    if case .value(_, let double) = cell { double } else { nil }
  }

  var quantity: Quantity? {
    if case .value(let quantity, _) = cell { quantity } else { nil }
  }

  var sign: Sign? {
    if case .sign(let sign) = cell { sign } else { nil }
  }

  /// Estimated, provisional, revised or awaiting a revision: drawn lighter, with its letter.
  var isSoft: Bool { letters != 0 }

  /// What no scale takes: more decimals than an integer has digits.
  static func drawable(_ quantity: Quantity) -> Double? {
    if quantity.decimals == 0 { return Double(quantity.units) }
    return (1...18).contains(quantity.decimals) ? quantity.double : nil
  }

  private static func letters(_ qualifiers: Set<Qualifier>) -> UInt8 {
    var bits: UInt8 = 0
    for qualifier in qualifiers {
      switch qualifier {
      case .estimated: bits |= 1
      case .provisional: bits |= 2
      case .revised: bits |= 4
      case .awaitingRevision: bits |= 8
      }
    }
    return bits
  }
}

/// Why no value is drawn.
enum Sign: CaseIterable {
  case hidden
  case notAvailable
  case notApplicable
  case notYetDue
  /// A value that no scale can hold.
  case undrawable

  var mark: StaticString {
    switch self {
    case .hidden: "[c]"
    case .notAvailable: "[x]"
    case .notApplicable: "[z]"
    case .notYetDue: "[n]"
    case .undrawable: "[!]"
    }
  }
}
