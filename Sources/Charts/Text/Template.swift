/// A whole sentence with named places: `{period}: {figure}, above the target of {target}`.
///
/// Sentences are whole so that each language keeps its own order and grammar.
struct Template: ExpressibleByStringLiteral, Sendable {
  /// UTF-8, in which a byte that is no letter (below `Slot.end`) stands for a place.
  let bytes: [UInt8]

  init(stringLiteral text: String) {
    var bytes: [UInt8] = []
    for (number, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated()
    {
      guard number > 0, let end = part.firstIndex(of: "}"), let slot = Slot(part[..<end]) else {
        bytes += part.utf8
        continue
      }
      bytes.append(slot.rawValue)
      bytes += part[part.index(after: end)...].utf8
    }
    self.bytes = bytes
  }
}

/// The places that a sentence may have.
enum Slot: UInt8, Sendable, CaseIterable {
  case name = 1
  case period
  case otherPeriod
  case figure
  case other
  case otherName
  case count
  case total

  /// The byte after the last of them.
  static let end: UInt8 = 9

  init?(_ name: Substring) {
    guard let slot = Slot.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = slot
  }
}
