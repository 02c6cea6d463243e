public import Datasets
public import Diagnostics
import Dispatch
import Languages
public import Partnership
@_spi(Gate) public import Publication
import Suppression
import Synchronization

/// The gate: takes base cells, applies the rules of their class to all their tables together, and
/// lets published figures out. Nothing else can make one.
public struct Gate: Sendable {
  let compact: Compact
  let history: History
  let memory: (any PatternMemory)?

  /// - Parameters:
  ///   - ledger: earlier releases, oldest first; what they show is known to the attacker.
  ///   - memory: what earlier builds chose and proved; nil to choose and prove everything now.
  public init(
    compact: Compact, ledger: [Release] = [], memory: (any PatternMemory)? = nil
  ) {
    self.compact = compact
    history = History(ledger, elsewhere: compact.publicFigures)
    self.memory = memory
  }

  /// Publishes what can be published of all datasets.
  ///
  /// - Returns: nil where a finding stops it; nothing is published then.
  public func open(_ bases: [BaseTable], into findings: inout Findings) -> Disclosed? {
    var parts: [DatasetPart] = []
    let sorted = bases.sorted { $0.dataset < $1.dataset }
    let families = families(sorted)
    let inFamilies = Set(families.values.flatMap { $0.dropFirst().map(\.schema.name) })
    var presses: [DatasetPress] = []
    for base in sorted where !inFamilies.contains(base.dataset) {
      guard let schema = compact.datasets.first(where: { $0.name == base.dataset }) else {
        findings.add(.unknownDataset(base.dataset, nearest: nil))
        continue
      }
      guard let rules = compact.confidentialityClass(schema.confidentiality),
        !rules.isNeverPublished
      else {
        findings.add(.classNeverPublished(schema.name, schema.confidentiality))
        continue
      }
      var press = DatasetPress(
        base: base, schema: schema, rules: rules, compact: compact, history: history)
      if let family = families[base.dataset] {
        guard let joint = JointPopulation(family, into: &findings) else { continue }
        press = DatasetPress(
          base: joint.base, schema: joint.schema, rules: rules, compact: compact, history: history,
          owners: joint.owners)
      } else if isLeftAlone(schema) {
        findings.add(.subsetNotJoined(schema.name, of: schema.subsetOf ?? ""))
        continue
      }
      press.memory = memory
      presses.append(press)
    }
    for printed in Self.print(presses) {
      findings.add(contentsOf: printed.findings.all)
      if let part = printed.part { parts.append(part) }
    }
    for figure in compact.publicFigures
    where !findings.hasErrors && !parts.contains(where: { $0.publicFigures.contains(figure) }) {
      findings.add(.publicFigureUnknown, at: figure.place)
    }
    if findings.hasErrors { return nil }
    let tables = parts.flatMap(\.tables).sorted { $0.code < $1.code }
    return Disclosed(
      record: PublishedRecord(
        tables: tables, withheld: parts.flatMap(\.withheld),
        statement: tables.map { table in
          TableStatement(
            table: table.code, confidentiality: table.provenance.confidentiality,
            cells: table.figures.count { figure in
              if case .absent = figure.state { false } else { true }
            },
            hidden: table.hiddenCount)
        }),
      report: DisclosureReport(entries: parts.flatMap(\.report)),
      proseGuard: ProseGuard(parts),
      explanations: parts.flatMap(\.explanations))
  }
}

extension Gate {
  /// Datasets that are no part of each other share nothing: each core takes the next one. The results
  /// are in the order of the datasets.
  fileprivate static func print(
    _ presses: [DatasetPress]
  ) -> [(part: DatasetPart?, findings: Findings)] {
    let results = Mutex<[Int: (part: DatasetPart?, findings: Findings)]>([:])
    DispatchQueue.concurrentPerform(iterations: presses.count) { index in
      var findings = Findings()
      let part = presses[index].print(into: &findings)
      results.withLock { [findings] in $0[index] = (part, findings) }
    }
    return results.withLock { all in presses.indices.compactMap { all[$0] } }
  }

  /// By the name of a whole it and its parts, each after what it is part of, where all can be protected
  /// as one: all there, of one class with a threshold.
  private func families(_ bases: [BaseTable]) -> [String: [JointPopulation.Member]] {
    var families: [String: [JointPopulation.Member]] = [:]
    for base in bases {
      guard let schema = compact.datasets.first(where: { $0.name == base.dataset }),
        schema.subsetOf == nil,
        compact.confidentialityClass(schema.confidentiality)?.threshold != nil
      else { continue }
      var members = [JointPopulation.Member(base: base, schema: schema, parent: nil)]
      var place = 0
      while place < members.count {
        for part in bases {
          guard let own = compact.datasets.first(where: { $0.name == part.dataset }),
            own.subsetOf == members[place].schema.name,
            own.confidentiality == schema.confidentiality
          else { continue }
          members.append(JointPopulation.Member(base: part, schema: own, parent: place))
        }
        place += 1
      }
      if members.count > 1 { families[schema.name] = members }
    }
    return families
  }

  /// Whether a part is in no family, and its figures or those of its whole need protection: it is
  /// refused by name.
  private func isLeftAlone(_ part: DatasetSchema) -> Bool {
    guard let whole = part.subsetOf else { return false }
    let classes = [part] + compact.datasets.filter { $0.name == whole }
    return classes.contains { schema in
      compact.confidentialityClass(schema.confidentiality)?.threshold != nil
    } || classes.count < 2
  }
}

/// What came through the gate, and what stays beside it.
public struct Disclosed: Sendable {
  /// All that the public may see.
  public let record: PublishedRecord
  /// Counts only, for the build's log.
  public let report: DisclosureReport
  /// Answers whether a typed number gives a hidden figure away.
  public let proseGuard: ProseGuard
  /// For the committee's own desk: why each cell is hidden, by code, without its value.
  public let explanations: [CellExplanation]
}

/// One dataset's contribution.
struct DatasetPart {
  var tables: [PublishedTable] = []
  var withheld: [WithheldBreakdown] = []
  var report: [DisclosureReport.Entry] = []
  /// By series the values that nobody may type: hidden ones, and those that wait to be shown.
  var secrets: [String: Set<Int>] = [:]
  var combinations: [StatedCombinations] = []
  var shares: [StatedShares] = []
  var explanations: [CellExplanation] = []
  /// Those of its cells, public elsewhere, that the attack reckoned with.
  var publicFigures: Set<PublicFigure> = []
}
