import Languages
import Partnership

/// The small shapes that stand beside a word, so that colour is never the only mark.
extension Edition {
  /// An objective’s own shape: circle, shield, scales’ triangle, linked diamonds; numbers beyond
  /// four begin again.
  func shape(_ objective: Objective) -> Markup {
    let path: Markup =
      switch (objective.number - 1) % 4 {
      case 0: #"<circle cx="6" cy="6" r="5"/>"#
      case 1: #"<path d="M1 1h10v5c0 3-2 4.5-5 5.5C3 10.5 1 9 1 6z"/>"#
      case 2: #"<path d="M6 .8 11.6 11H.4z"/>"#
      default: #"<path d="M6 0l6 6-6 6-6-6z"/>"#
      }
    return
      """
      <svg class="shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">\(path)</svg>
      """
  }

  /// An objective by its name and shape, linked.
  func tag(_ objective: Objective) -> Markup {
    """
    <a class="tag o\(objective.number)" href="\(href(.objective(objective)))">\
    \(shape(objective))\(text(objective.shortName))</a>
    """
  }

  func status(_ status: ActivityStatus) -> Markup {
    let drawing: Markup =
      switch status {
      case .notStarted: #"<circle cx="6" cy="6" r="4.5" class="line"/>"#
      case .planned:
        #"<circle cx="6" cy="6" r="4.5" class="line"/><path d="M6 6V1.5A4.5 4.5 0 0 1 10.5 6z"/>"#
      case .underWay:
        #"<circle cx="6" cy="6" r="4.5" class="line"/><path d="M6 1.5a4.5 4.5 0 0 1 0 9z"/>"#
      case .completed: #"<circle cx="6" cy="6" r="5"/>"#
      case .continuing:
        #"<path class="line" d="M1 6a5 5 0 0 1 9-3M11 6a5 5 0 0 1-9 3"/><path d="M11 .5v4H7z"/>"#
      case .suspended: #"<path d="M2.5 1.5h2.5v9H2.5zM7 1.5h2.5v9H7z"/>"#
      case .withdrawn: #"<path class="line" d="M2 2l8 8M10 2l-8 8"/>"#
      case .noInformation: #"<path class="line" d="M1 6h2m2 0h2m2 0h2"/>"#
      }
    return
      """
      <span class="status s-\(status.rawValue)"><svg class="shape" viewBox="0 0 12 12" \
      aria-hidden="true" focusable="false">\(drawing)</svg>\(text(status.word))</span>
      """
  }

  func status(_ status: Decision.Status) -> Markup {
    let drawing: Markup =
      switch status {
      case .open: #"<circle cx="6" cy="6" r="4.5" class="line"/>"#
      case .overdue: #"<path d="M6 .8 11.6 11H.4z"/>"#
      case .carriedOver: #"<path class="line" d="M1 6h9M7 2.5 10.5 6 7 9.5"/>"#
      case .done: #"<circle cx="6" cy="6" r="5"/>"#
      case .replaced: #"<path class="line" d="M1 3.5h9M7.5 1 10 3.5 7.5 6M11 8.5H2"/>"#
      case .withdrawn: #"<path class="line" d="M2 2l8 8M10 2l-8 8"/>"#
      }
    return
      """
      <span class="status d-\(status.rawValue)"><svg class="shape" viewBox="0 0 12 12" \
      aria-hidden="true" focusable="false">\(drawing)</svg>\(self[status.word])</span>
      """
  }

  func outcome(_ outcome: Decision.Outcome) -> String {
    switch outcome {
    case .done: self[.decisionDone]
    case .carriedOver: self[.decisionCarriedOver]
    case .replaced: self[.decisionReplaced]
    case .withdrawn: self[.decisionWithdrawn]
    }
  }
}

extension Decision.Status {
  var word: Word {
    switch self {
    case .open: .decisionOpen
    case .overdue: .decisionOverdue
    case .carriedOver: .decisionCarriedOver
    case .done: .decisionDone
    case .replaced: .decisionReplaced
    case .withdrawn: .decisionWithdrawn
    }
  }
}
