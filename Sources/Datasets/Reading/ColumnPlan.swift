import Diagnostics
import Languages
import Partnership

/// What is done with each column of a file.
struct ColumnPlan {
  enum Use {
    /// A category of an axis.
    case axis(Int)
    case count
    /// The index among the amounts, and how many decimals it has.
    case amount(Int, decimals: Int)
    case contributor
    case identifier
    case ignored
    /// How many rows of a database the row stands for.
    case weight
  }

  var use: Use
  var name: String
  var role: SuspectRole
  /// Whether it holds ages.
  var isAge: Bool
}

/// The schema laid over the header of a file.
struct ReadingPlan {
  var columns: [ColumnPlan]
  var axes: [Axis]
  /// For each axis, how the words of the file find their category.
  var matchers: [CategoryMatcher]
  var amounts: [AmountColumn]
  var hasContributors: Bool
  var hasCount: Bool
  var isAggregated: Bool
  var identifierColumn: Int?
  /// Whether an identifier counts once, however many rows it has.
  var countsDistinct: Bool
  /// One past the largest key of a cell.
  var keyBound: Int
  /// For each axis, what its index is multiplied by in a key.
  var weights: [Int]
  var isOpen: Bool
  var countsChildren: Bool
  var suspects: SuspectValue
  /// Whether rows show the largest amounts of their cell; false where they are groups of rows.
  var keepsLargest: Bool
}

extension ReadingPlan {
  /// Where days of a column may be read in two ways and another field shows which, the plan says so.
  ///
  /// - Returns: whether it learnt something, and the rows must be read again.
  mutating func learnOrdersOfDays(from consumers: [DatasetConsumer]) -> Bool {
    var hasLearnt = false
    for axis in matchers.indices where matchers[axis].order == nil {
      let column = columns.firstIndex { column in
        if case .axis(axis) = column.use { return true }
        return false
      }
      guard let column else { continue }
      let isInDoubt = consumers.contains {
        $0.tally.entries[Tally.Key(problem: .ambiguousDay, column: column)] != nil
      }
      let orders = consumers.reduce(into: Set<DayOrder>()) {
        $0.formUnion($1.dayOrders[axis] ?? [])
      }
      guard isInDoubt, orders.count == 1, let order = orders.first else { continue }
      matchers[axis].order = order
      hasLearnt = true
    }
    return hasLearnt
  }
}

/// Finds the category that a word of a file means, or what is wrong with the word.
struct CategoryMatcher: Sendable {
  enum Answer: Sendable, Hashable {
    case category(Int)
    case problem(RowProblem, nearest: String?)
  }

  private let known: [String: Int]
  private let words: [String]
  private let isPeriod: Bool
  private let lastPeriod: String
  /// The years in which a day may fall; nil where days are not read.
  private let clock: Clock?
  /// How days of the column are written, once one of them has shown it.
  var order: DayOrder?
  /// Categories that may not occur.
  private let adults: Set<Int>
  /// Years in which the definition of the dataset does not hold.
  private var invalid: Set<Int> = []

  /// - Parameter refusesAdults: whether an age of 18 or over is a finding.
  init(_ nomenclature: Nomenclature, refusesAdults: Bool) {
    var known: [String: Int] = [:]
    var words: [String] = []
    let all = nomenclature.categories
    // Codes come before labels, labels before synonyms, where two categories share a word.
    for spellings in [
      { [$0.code] }, { [$0.label.english, $0.label.french] }, { $0.synonyms },
    ] as [(Nomenclature.Category) -> [String]] {
      for (index, category) in all.enumerated() {
        for spelling in spellings(category) {
          let folded = Folding.fold(spelling)
          if known[folded] == nil { known[folded] = index }
          words.append(spelling)
        }
      }
    }
    self.known = known
    self.words = words
    isPeriod = false
    lastPeriod = ""
    clock = nil
    adults =
      refusesAdults
      ? Set(
        all.indices.filter {
          AdultAge.isAdult(all[$0].code) || AdultAge.isAdult(all[$0].label.english)
        }) : []
  }

  /// Periods: `Y0`, the baseline year, to the last year of the clock, or the calendar year in which
  /// one ends.
  ///
  /// - Parameter readsDays: whether a day stands for the year in which it falls; elsewhere it is
  ///   finer than the period, and refused.
  init(_ clock: Clock, readsDays: Bool, valid schema: DatasetSchema? = nil) {
    var known: [String: Int] = ["y0": 0]
    for period in clock.periods {
      known[period.code.lowercased()] = period.number
      known[String(period.calendarYear)] = period.number
      if period.number == 1 { known[String(period.calendarYear - 1)] = 0 }
    }
    self.known = known
    words = []
    isPeriod = true
    lastPeriod = clock.periods.last?.code ?? "Y0"
    self.clock = readsDays ? clock : nil
    let baseline = Period(
      number: 0, start: clock.effective.adding(years: -1), end: clock.effective.adding(days: -1))
    for period in [baseline] + clock.periods {
      let isBefore = schema?.validFrom.map { period.end < $0 } ?? false
      let isAfter = schema?.validTo.map { $0 < period.start } ?? false
      if isBefore || isAfter { invalid.insert(period.number) }
    }
    adults = []
  }

  func answer(to text: String, suspects: SuspectValue, isOpen: Bool) -> Answer {
    let folded = Folding.fold(text)
    if folded.isEmpty { return .problem(.emptyValue, nearest: nil) }
    if Folding.hasDirectionControls(text) { return .problem(.directionControls, nearest: nil) }
    if let index = known[folded] {
      return adults.contains(index)
        ? .problem(.suspicion(.adultAge), nearest: nil) : category(index)
    }
    if SuspectFormula.isFormula(text) { return .problem(.formula, nearest: nil) }
    if let clock, let day = WrittenDay(text, order: order) { return answer(to: day, clock) }
    let role: SuspectRole = isPeriod ? .period : .dimension
    if let suspicion = suspects.suspicion(of: text, role: role, isOpen: isOpen) {
      return .problem(.suspicion(suspicion), nearest: nil)
    }
    if isPeriod { return .problem(.outsidePeriod, nearest: lastPeriod) }
    let near = folded.count <= 80 ? nearestCategory(to: folded) : nil
    return .problem(.unknownCategory, nearest: near)
  }

  private func answer(to day: WrittenDay, _ clock: Clock) -> Answer {
    switch day {
    case .ambiguous: return .problem(.ambiguousDay, nearest: nil)
    case .impossible: return .problem(.impossibleDay, nearest: nil)
    case .day(let day):
      if let period = clock.period(containing: day) { return category(period.number) }
      if day < clock.effective, clock.effective.adding(years: -1) <= day { return category(0) }
      return .problem(.outsidePeriod, nearest: lastPeriod)
    }
  }

  private func category(_ index: Int) -> Answer {
    invalid.contains(index) ? .problem(.outsideValidity, nearest: nil) : .category(index)
  }

  /// What a field tells of the days of its column.
  func order(told text: String) -> DayOrder? {
    clock == nil ? nil : WrittenDay.order(told: text)
  }

  private func nearestCategory(to folded: String) -> String? {
    nearestWord(to: folded, among: words)
  }
}

/// Text that a spreadsheet would run.
enum SuspectFormula {
  static func isFormula(_ text: String) -> Bool {
    let scalars = Array(Folding.trim(text).unicodeScalars.prefix(2))
    guard let first = scalars.first else { return false }
    switch first {
    case "=": return true
    case "@": return scalars.count > 1
    case "+", "-": return scalars.count > 1 && scalars[1].properties.isAlphabetic
    default: return false
    }
  }
}
