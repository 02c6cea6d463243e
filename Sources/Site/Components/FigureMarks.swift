import Languages
import Publication

/// A figure as a reader meets it: a value, or a mark that the legend below explains.
extension Edition {
  func figure(_ figure: Figure, _ measure: PublishedMeasure) -> Markup {
    switch figure.state {
    case .value(let quantity):
      let letters = figure.qualifiers.sorted().map { qualifier -> Markup in
        #" <abbr class="mark" title="\#(self[qualifier.word])">\#(qualifier.mark)</abbr>"#
      }.joined()
      return "\(say.value(quantity, measure))\(letters)"
    case .hidden:
      let word: Word = if case .amount = measure { .markHiddenAmount } else { .markHidden }
      return #"<abbr class="mark" title="\#(self[word])">[c]</abbr>"#
    case .absent(let absence):
      return #"<abbr class="mark" title="\#(self[absence.word])">\#(absence.mark)</abbr>"#
    }
  }

  /// What the marks of a table mean: only those that occur in it.
  /// - Parameters:
  ///   - word: what a hidden figure means here.
  ///   - absent: further marks of absence that the page shows.
  func legend(
    of figures: some Sequence<Figure>, hidden word: Word = .markHiddenLong,
    absent: Set<Absence> = []
  ) -> Markup {
    var isHidden = false
    var absences = absent
    var qualifiers: Set<Qualifier> = []
    for figure in figures {
      qualifiers.formUnion(figure.qualifiers)
      switch figure.state {
      case .value: continue
      case .hidden: isHidden = true
      case .absent(let absence): absences.insert(absence)
      }
    }
    var entries: [Markup] = []
    if isHidden {
      entries.append(
        """
        <div><dt>[c]</dt><dd>\(self[word]) \
        \(link(.confidentiality, self[.markHiddenRules]))</dd></div>
        """)
    }
    for absence in Absence.allCases where absences.contains(absence) {
      entries.append("<div><dt>\(absence.mark)</dt><dd>\(self[absence.word])</dd></div>")
    }
    for qualifier in Qualifier.allCases where qualifiers.contains(qualifier) {
      entries.append("<div><dt>\(qualifier.mark)</dt><dd>\(self[qualifier.word])</dd></div>")
    }
    guard !entries.isEmpty else { return "" }
    return #"<dl class="marks">\#(entries.joined())</dl>"#
  }
}

extension Absence {
  var word: Word {
    switch self {
    case .notAvailable: .markNotAvailable
    case .notApplicable: .markNotApplicable
    case .notYetDue: .markNotYetDue
    }
  }
}

extension Qualifier {
  var word: Word {
    switch self {
    case .estimated: .markEstimated
    case .provisional: .markProvisional
    case .revised: .markRevised
    case .awaitingRevision: .markAwaiting
    }
  }
}
