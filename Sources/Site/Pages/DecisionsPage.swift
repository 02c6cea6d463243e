import Languages
import Partnership

/// Every decision: what, who, until when, and was it done? Overdue and carried over are computed.
extension Edition {
  func decisionsPage() -> Page {
    let overdue = book.decisions.count { $0.status(on: book.today) == .overdue }
    let lede = "\(say.decisionsRecorded(book.decisions.count)) \(say.overdue(overdue))"
    let groups = Decision.Status.allCases.sorted { rank($0) < rank($1) }.map { status -> Markup in
      let decisions = book.decisions.filter { $0.status(on: book.today) == status }
      guard !decisions.isEmpty else { return "" }
      return section(
        "g-\(status.rawValue)", "\(self[status.heading])",
        decisions.reversed().map(entry).joined())
    }.joined()
    return plainPage(
      .decisions, kind: "decisions", title: self[.decisionsTitle], description: lede,
      lede: paragraph("\(lede) \(self[.decisionsAsOf]) \(date(book.today))."),
      body: groups)
  }

  /// What needs a reader’s eye first.
  private func rank(_ status: Decision.Status) -> Int {
    switch status {
    case .overdue: 0
    case .open: 1
    case .carriedOver: 2
    case .done: 3
    case .replaced: 4
    case .withdrawn: 5
    }
  }

  /// What became of a decision: “done”, “replaced by D-2025-03”.
  func became(_ followUp: Decision.FollowUp) -> Markup {
    followUp.replacement.map { "\(self[.decisionReplacedBy]) \(decisionLink($0))" }
      ?? "\(outcome(followUp.outcome))"
  }

  private func entry(_ decision: Decision) -> Markup {
    let steps = decision.followUps.map { followUp -> Markup in
      let due: Markup = followUp.due.map { " · \(self[.decisionNewDue]) \(date($0))" } ?? ""
      let what = became(followUp)
      return
        """
        \(date(followUp.date)) · <strong>\(what)</strong>\(due)
        <br>\(text(followUp.text)) <span class="meta">\(meetingLink(followUp.meeting))</span>
        """
    }
    return
      """
      <article class="decision" id="\(slug(decision.code))">
      <h3><span class="code">\(decision.code)</span> \(status(decision.status(on: book.today)))</h3>
      <p>\(text(decision.text))</p>
      \(facts([
        (self[.decisionTaken], "\(date(decision.date)) · \(meetingLink(decision.meeting))"),
        (self[.decisionOwners], bodies(decision.owners)),
        (
          self[.decisionDueDate],
          decision.dueInForce.map { date($0) } ?? "\(self[.decisionNoDue])"
        ),
        (self[.decisionConcerns], decision.concerns.map(reference).joined(by: ", ")),
      ]))\(list(steps, style: "steps"))</article>

      """
  }
}

extension Decision.Status {
  var heading: Word {
    switch self {
    case .open: .decisionsOpen
    case .overdue: .decisionsOverdue
    case .carriedOver: .decisionsCarriedOver
    case .done: .decisionsDone
    case .replaced: .decisionsReplaced
    case .withdrawn: .decisionsWithdrawn
    }
  }
}
