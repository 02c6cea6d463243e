/// A class of confidentiality: the rules by which its figures may be shown.
public struct ConfidentialityClass: Sendable, Hashable {
  /// `C3`.
  public var code: String
  public var name: TranslatedText
  public var covers: TranslatedText
  public var rule: TranslatedText
  /// Counts from 1 to k − 1 are unsafe; nil where figures are published exactly.
  public var threshold: Int?
  /// Whether the total of a year is shown whatever its size, and the threshold is for breakdowns.
  public var totalsAreExact: Bool = false
  /// Whether a zero may disclose, and is hidden as well.
  public var zerosAreSensitive: Bool
  /// Whether the total of a year that may be shown is never hidden to protect another figure.
  public var totalsStay: Bool
  /// How far apart the least and greatest possible value of a hidden unsafe count must be, at least;
  /// nil for as far as the mark says.
  public var intervalWidth: Int?
  /// Whether that width may lie anywhere (sliding protection), rather than at all that the mark says.
  public var isSliding: Bool
  /// The multiple to which counts that are shown are rounded; nil where they are exact.
  public var roundingBase: Int?
  /// Whether an amount may change from release to release whoever is behind the change.
  public var amountsMayChange: Bool
  /// Columns of which nobody may learn that all of a group are in one category.
  public var allInOneCategory: [String]
  /// Figures of this class are refused by the build.
  public var isNeverPublished: Bool
  /// (n, k)-dominance for magnitudes: the n largest contributors give more than k percent.
  public var dominance: Dominance?
  /// The p % rule for magnitudes.
  public var pPercent: Int?
  /// At most so many dimensions crossed in one table, the period aside.
  public var maximumCrossing: Int?
  /// `district`, `region`: the finest geography.
  public var finestGeography: String?
  /// Dimensions that may never stand in one table.
  public var forbiddenCrossings: [[String]]
  /// A breakdown that would hide more than this share of its cells, in percent, is not published.
  public var maximumHiddenShare: Int
  /// The decision by which a rule was relaxed; a relaxed rule without one stops the build.
  public var decision: String?

  public init(
    code: String,
    name: TranslatedText,
    covers: TranslatedText,
    rule: TranslatedText,
    threshold: Int? = nil,
    totalsAreExact: Bool = false,
    zerosAreSensitive: Bool,
    totalsStay: Bool = false,
    intervalWidth: Int? = nil,
    isSliding: Bool = false,
    roundingBase: Int? = nil,
    amountsMayChange: Bool = false,
    allInOneCategory: [String] = [],
    isNeverPublished: Bool,
    dominance: Dominance? = nil,
    pPercent: Int? = nil,
    maximumCrossing: Int? = nil,
    finestGeography: String? = nil,
    forbiddenCrossings: [[String]],
    maximumHiddenShare: Int,
    decision: String? = nil
  ) {
    self.code = code
    self.name = name
    self.covers = covers
    self.rule = rule
    self.threshold = threshold
    self.totalsAreExact = totalsAreExact
    self.zerosAreSensitive = zerosAreSensitive
    self.totalsStay = totalsStay
    self.intervalWidth = intervalWidth
    self.roundingBase = roundingBase
    self.isSliding = isSliding
    self.amountsMayChange = amountsMayChange
    self.allInOneCategory = allInOneCategory
    self.isNeverPublished = isNeverPublished
    self.dominance = dominance
    self.pPercent = pPercent
    self.maximumCrossing = maximumCrossing
    self.finestGeography = finestGeography
    self.forbiddenCrossings = forbiddenCrossings
    self.maximumHiddenShare = maximumHiddenShare
    self.decision = decision
  }
}

public struct Dominance: Sendable, Hashable {
  public var contributors: Int
  /// In percent of the cell's total.
  public var share: Int

  public init(contributors: Int, share: Int) {
    self.contributors = contributors
    self.share = share
  }
}
