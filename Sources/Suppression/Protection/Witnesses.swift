/// Tables that fit all that a pattern leaves published, as moves from the true one: whoever holds
/// them can see that what a rule requires stays possible, without solving anything.
///
/// They are confidential, and no part of what an attacker gets. An attack that is handed them checks
/// each against the published figures before it believes it.
public struct Witnesses: Sendable, Hashable {
  struct Move: Sendable, Hashable {
    let base: Int
    let by: Int
  }

  /// The true table.
  let base: [Int]
  /// Each a table: where it differs.
  let moves: [[Move]]
}
