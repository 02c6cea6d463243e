/// A whole sentence with named places: `{period}: {figure}, above the target of {target}`.
///
/// Sentences are whole so that each language keeps its own order and grammar.
struct Template: ExpressibleByStringLiteral, Sendable {
  enum Piece: Sendable {
    case words(String)
    case slot(Slot)
  }

  let pieces: [Piece]

  init(stringLiteral text: String) {
    var pieces: [Piece] = []
    for part in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard part.offset > 0, let end = part.element.firstIndex(of: "}"),
        let slot = Slot(rawValue: String(part.element[..<end]))
      else {
        if !part.element.isEmpty { pieces.append(.words(String(part.element))) }
        continue
      }
      pieces.append(.slot(slot))
      let rest = part.element[part.element.index(after: end)...]
      if !rest.isEmpty { pieces.append(.words(String(rest))) }
    }
    self.pieces = pieces
  }
}

/// The places that a sentence may have.
enum Slot: String, Sendable {
  case name
  case period
  case otherPeriod
  case figure
  case other
  case otherName
  case count
  case total
}
