import Languages
import Notes
import Partnership
import Publication

/// What the text expects, and whether it happened; what has not been reported, and by whom.
extension Edition {
  func obligationsPage() -> Page {
    let states = Dictionary(
      book.input.ledger.obligations.map { ($0.obligation, $0) },
      uniquingKeysWith: { first, _ in first })
    let table = Table(
      id: "obligations-table", caption: "\(self[.obligationsCaption])",
      columns: [
        .init(title: "\(self[.obligationSection])"), .init(title: "\(self[.obligationState])"),
        .init(title: "\(self[.obligationExpected])"),
        .init(title: "\(self[.obligationEvidence])", label: self[.obligationEvidence]),
      ],
      rows: compact.obligations.map { obligation in
        let state = states[obligation.code]
        let answer: Markup =
          state.map {
            "<strong>\(self[$0.answer.word])</strong> <span class=\"meta\">\(text($0.sentence))</span>"
          } ?? "\(self[.obligationCannotBeTold])"
        return .init(
          cells: [
            "\(obligation.code) <span class=\"meta\">\(obligation.section)</span>",
            answer, text(obligation.text),
            (state?.evidence ?? []).map(evidence).joined(by: ", "),
          ], id: slug(obligation.code))
      }, style: "obligation-table stacks")
    return plainPage(
      .obligations, kind: "obligations", title: self[.obligationsTitle],
      description: self[.obligationsLede], lede: paragraph("\(self[.obligationsLede])"),
      body: table.markup)
  }

  private func evidence(_ code: String) -> Markup {
    book.meetingsByCode[code] != nil ? meetingLink(code) : decisionLink(code)
  }

  /// Who owes a figure, and the decision that says so with the day it set.
  private func owed(_ figure: AwaitedFigure) -> Markup {
    guard !figure.bodies.isEmpty else { return notYetSet(.reportingUnknownBody) }
    let said: Markup =
      figure.decision.map { decision in
        let due: Markup = decision.dueInForce.map { ", \(self[.decisionDue]) \(date($0))" } ?? ""
        return #" <span class="by">(\#(decisionLink(decision.code))\#(due))</span>"#
      } ?? ""
    return bodies(figure.bodies) + said
  }

  func reportingStatusPage() -> Page {
    let awaited = awaitedFigures
    let lede = say.awaited(awaited.count)
    let table = Table(
      id: "awaited-table", caption: "\(self[.reportingCaption])",
      columns: [
        .init(title: "\(self[.tableIndicators])"), .init(title: "\(self[.tableYear])"),
        .init(title: "\(self[.reportingOwedBy])", label: self[.reportingOwedBy]),
        .init(title: "\(self[.reportingSince])", label: self[.reportingSince]),
      ],
      rows: awaited.map { figure in
        .init(cells: [
          "\(indicatorLink(figure.indicator.code)) \(plain(figure.indicator.name))",
          "\(say.year(figure.period.number))",
          owed(figure),
          date(figure.period.end.adding(days: 1)),
        ])
      }, style: "awaited-table stacks")
    return plainPage(
      .reportingStatus, kind: "reporting", title: self[.reportingTitle], description: lede,
      lede: paragraph("\(lede)"),
      body: awaited.isEmpty ? "" : table.markup)
  }
}

extension ObligationState.Answer {
  var word: Word {
    switch self {
    case .met: .obligationMet
    case .due: .obligationDue
    case .notMet: .obligationNotMet
    case .notCalledFor: .obligationNotCalledFor
    case .cannotBeTold: .obligationCannotBeTold
    }
  }
}
