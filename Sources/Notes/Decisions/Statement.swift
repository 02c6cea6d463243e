import Diagnostics
import Languages
import Partnership

/// What a list item of a note states, in one language.
struct Statement: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case decision(code: String, Tail)
    case followUp(code: String, Decision.Outcome, replacement: String?, due: CalendarDate?)
    case activity(code: String, ActivityStatus, reportedBy: String?)
  }

  /// The readable end of a decision: `(owner: CNS; due: 2025-03-31; concerns: A4.05)`.
  struct Tail: Sendable, Hashable {
    var owners: [String] = []
    var due: CalendarDate?
    var concerns: [String] = []
  }

  let kind: Kind
  /// The sentence without identifier and tail.
  let text: String
  let place: Place

  /// What must be the same in both languages.
  var code: String {
    switch kind {
    case .decision(let code, _), .followUp(let code, _, _, _), .activity(let code, _, _): code
    }
  }
}
