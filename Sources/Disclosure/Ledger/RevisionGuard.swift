import Suppression

/// Whether the figures of one period may replace those of earlier releases, since a reader of all of
/// them sees what changed.
///
/// A difference from 1 to k − 1 is as unsafe as a count from 1 to k − 1. Where one shows against any
/// earlier release, or where the releases together give more away than their marks say, the whole
/// period stays as it was, marked as awaiting revision: late records never block a release, and never
/// betray themselves.
struct RevisionGuard {
  let history: History
  let threshold: Int
  var zerosAreSensitive = false
  /// How far apart the ends of what stays possible are at least, where less than the mark says is
  /// asked for.
  var slidingWidth: Int?
  /// Of which the counts shown are multiples. Rounded counts do not add up, so that a guess at what
  /// changed cannot be held against them.
  var roundingBase: Int?
  /// What earlier builds found out.
  var memory: (any PatternMemory)?

  /// One cell of the period, of a table that is published or was.
  struct Tracked: Sendable, Hashable {
    let codes: [String]
    /// The unknowns that it sums.
    let bases: [Int]
    /// What would be published now; nil where it is hidden, or not there.
    let now: Int?
    /// Whether a mark would stand there now.
    var isHidden = false
    /// Whether its class shows it whatever its size.
    var isExact = false
  }

  func mustWait(_ cells: [Tracked]) -> Bool {
    guard let memory else { return attack(cells) }
    let question = self.question(cells)
    if let known = memory.answer(to: question.bytes), let answer = known.first, known.count == 1 {
      return answer != 0
    }
    let answer = attack(cells)
    memory.keep([answer ? 1 : 0], to: question.bytes)
    return answer
  }

  private func question(_ cells: [Tracked]) -> Question {
    var question = Question("revision 3")
    question.add(threshold)
    question.add(zerosAreSensitive)
    question.add(slidingWidth)
    question.add(roundingBase)
    question.add(cells.count)
    for cell in cells {
      question.add(cell.codes)
      question.add(cell.bases)
      question.add(cell.now)
      question.add(cell.isHidden)
      question.add(cell.isExact)
      let shown = history.shown(cell.codes)
      question.add(shown.count)
      for release in shown {
        question.add(release == nil)
        question.add(release?.units)
        question.add([release?.mark ?? ""])
      }
    }
    return question
  }

  private func attack(_ cells: [Tracked]) -> Bool {
    let shown = cells.map { history.shown($0.codes) }
    let count = shown.first?.count ?? 0
    let releases = (0..<count).map { release in
      PeriodState(
        values: shown.map { $0[release]?.units },
        hidden: shown.map { $0[release]?.mark == "[c]" })
    }.filter(\.tells)
    let now = PeriodState(values: cells.map(\.now), hidden: cells.map(\.isHidden))
    guard now.tells, !releases.isEmpty else { return false }
    for release in releases {
      let isUnsafe = cells.indices.contains { cell in
        guard !cells[cell].isExact, let difference = now.difference(since: release, of: cell)
        else { return false }
        // Two rounded counts differ by less than a base more or less than the counts themselves.
        return difference != 0 && difference.magnitude < threshold + (roundingBase ?? 0)
      }
      if isUnsafe { return true }
    }
    let states = PeriodState.joined(releases + [now])
    // Where nothing changed, what was public is in the attacker's hands already.
    guard states.count > 1, let last = states.last else { return false }
    if roundingBase != nil { return states.contains { $0.hidden.contains(true) } }
    let pairs = states.dropLast(2).map { [$0, last] }
    return ([states] + pairs).contains { givesAway($0, cells) }
  }

  /// An attacker guesses how the records changed from release to release, and drops a guess that the
  /// figures contradict.
  private func givesAway(_ states: [PeriodState], _ cells: [Tracked]) -> Bool {
    RecordSpells.Guess.allCases.contains { guess in
      guard
        let spells = RecordSpells(
          states, cells, guess: guess, threshold: threshold, zerosAreSensitive: zerosAreSensitive,
          slidingWidth: slidingWidth)
      else { return true }
      do throws(SuppressionError) {
        return try spells.newlyGiven()
      } catch {
        if case .contradiction = error { return false }
        // What cannot be attacked within limits is not shown.
        return true
      }
    }
  }
}

/// What one release says of the cells of a period.
struct PeriodState: Sendable, Hashable {
  /// One a cell; nil where hidden or not there.
  var values: [Int?]
  /// Whether the release hides it: it has the cell, and a mark stands there.
  var hidden: [Bool]

  /// Whether it says anything: an absence says nothing to add up.
  var tells: Bool { values.contains { $0 != nil } || hidden.contains(true) }

  /// How much a cell rose since an earlier state; nil where one of the two does not show it.
  func difference(since earlier: PeriodState, of cell: Int) -> Int? {
    guard let now = values[cell], let then = earlier.values[cell] else { return nil }
    return now - then
  }

  /// Releases between which no figure changed are one state, with all that any of them shows.
  static func joined(_ states: [PeriodState]) -> [PeriodState] {
    states.reduce(into: []) { joined, state in
      guard let last = joined.last,
        state.values.indices.allSatisfy({ (state.difference(since: last, of: $0) ?? 0) == 0 })
      else {
        joined.append(state)
        return
      }
      joined[joined.count - 1] = PeriodState(
        values: zip(last.values, state.values).map { $1 ?? $0 },
        hidden: zip(last.hidden, state.hidden).map { $0 || $1 })
    }
  }
}
