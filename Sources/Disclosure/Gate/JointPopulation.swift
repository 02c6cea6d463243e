import Datasets
import Diagnostics
import Partnership

/// A dataset and a declared part of it (the children referred are among those identified) as one
/// dataset, so that their tables are protected and attacked together.
///
/// Each unknown of the whole is split in two: those in the part, and those outside it. A table of the
/// whole sums both; a table of the part sums the first only. What an attacker learns by taking one
/// from the other is then an ordinary row of the system.
struct JointPopulation {
  let base: BaseTable
  /// The measures of both, those of the part filtered by membership.
  let schema: DatasetSchema
  /// By measure code the dataset it is published as.
  let owners: [String: DatasetSchema]
  /// Codes of measures that are in the system and in no table: what is in the whole and not in the
  /// part. A reader of both takes one from the other, so a small rest is as unsafe as a small count.
  let rests: Set<String>

  /// The axis that tells the part from the rest; no column can have this name.
  static let membership = "(part)"

  /// - Returns: nil where a finding says why the two cannot be joined.
  init?(
    whole: BaseTable, _ wholeSchema: DatasetSchema, part: BaseTable, _ partSchema: DatasetSchema,
    into findings: inout Findings
  ) {
    let shared = whole.dimensions.filter { axis in
      part.dimensions.contains {
        $0.code == axis.code && $0.nomenclature == axis.nomenclature && $0.isPeriod == axis.isPeriod
      }
    }
    let extra = part.dimensions.filter { axis in !whole.dimensions.contains { $0.code == axis.code }
    }
    let names = Set(shared.map(\.code))
    let needed = Set(
      wholeSchema.measures.flatMap { $0.breakdowns.flatMap(\.self) + $0.filter.keys })
    let areCounts = (wholeSchema.measures + partSchema.measures).allSatisfy {
      $0.function != .sum && $0.function != .milestone
    }
    guard shared.first?.isPeriod == true, areCounts, needed.isSubset(of: names),
      shared.count + extra.count == part.dimensions.count,
      let wholeCells = Self.counts(whole, over: shared, extra: []),
      let partCells = Self.counts(part, over: shared, extra: extra)
    else {
      findings.add(.subsetNotJoined(partSchema.name, of: wholeSchema.name))
      return nil
    }
    var rest = wholeCells
    var cells: [BaseCell] = []
    for (keys, count) in partCells.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      cells.append(BaseCell(keys: keys + [0], count: count, sums: [], contributors: []))
      rest[Array(keys.prefix(shared.count)), default: 0] -= count
    }
    for (keys, count) in rest.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard count >= 0 else {
        findings.add(
          .subsetLargerThanWhole(
            partSchema.name, of: wholeSchema.name,
            zip(keys, shared).map { $1.categories[$0] }))
        return nil
      }
      cells.append(
        BaseCell(
          keys: keys + extra.map { _ in 0 } + [1], count: count, sums: [], contributors: []))
    }
    base = BaseTable(
      dataset: wholeSchema.name,
      dimensions: shared + extra + [
        Axis(
          code: Self.membership, nomenclature: nil, categories: ["in", "out"], isPeriod: false)
      ], amounts: [], cells: cells)
    var joint = wholeSchema
    joint.measures += partSchema.measures.map { measure in
      var inside = measure
      inside.filter[Self.membership] = ["in"]
      return inside
    }
    let outside = partSchema.measures.filter(\.filter.isEmpty).map { measure in
      var rest = measure
      rest.code += " (rest)"
      rest.function = .count
      rest.filter = [Self.membership: ["out"]]
      // Only a breakdown that the whole has as well can be taken from it.
      rest.breakdowns = measure.breakdowns.filter { dimensions in
        wholeSchema.measures.contains { $0.filter.isEmpty && $0.breakdowns.contains(dimensions) }
      }
      return rest
    }
    joint.measures += outside
    rests = Set(outside.map(\.code))
    schema = joint
    owners =
      wholeSchema.measures.reduce(into: [:]) { $0[$1.code] = wholeSchema }
      .merging((partSchema.measures + outside).map { ($0.code, partSchema) }) { first, _ in first }
  }

  /// Counts by category of the given axes; nil where a table has a category that they do not know.
  private static func counts(
    _ base: BaseTable, over shared: [Axis], extra: [Axis]
  ) -> [[Int]: Int]? {
    var counts: [[Int]: Int] = [:]
    for cell in base.cells {
      var keys: [Int] = []
      for axis in shared + extra {
        guard let own = base.dimensions.firstIndex(where: { $0.code == axis.code }),
          let key = axis.categories.firstIndex(of: base.dimensions[own].categories[cell.keys[own]])
        else { return nil }
        keys.append(key)
      }
      counts[keys, default: 0] += cell.count
    }
    return counts
  }
}
