import Datasets
import Languages
import Partnership
import Publication

/// How a planned table lies over the base cells of its dataset: for each of its cells the base
/// categories that it sums.
struct TableLayout {
  let plan: PlannedTable
  let dimensions: [PublishedDimension]
  /// For each dimension the position of its axis in the base table.
  let axes: [Int]
  /// For each dimension and category, the base categories that it sums.
  let members: [[Set<Int>]]
  /// For each filtered axis the base categories that the measure counts.
  private(set) var kept: [Int: Set<Int>] = [:]
  /// The same of what is left out of it again; nil where nothing is.
  private var leftOut: [Int: Set<Int>]?

  /// - Returns: nil where the base table has no such column, which the schema check has said.
  init?(
    _ plan: PlannedTable, over base: BaseTable, schema: DatasetSchema, compact: Compact,
    periods: [PublishedCategory]
  ) {
    guard let periodAxis = base.dimensions.first else { return nil }
    var dimensions = [
      PublishedDimension(
        code: "period",
        title: Localized(english: "Partnership year", french: "Année du Partenariat"),
        categories: periods)
    ]
    var axes = [0]
    var members = [
      periods.map { period in
        Set(periodAxis.categories.indices.filter { periodAxis.categories[$0] == period.code })
      }
    ]
    for name in plan.dimensions {
      guard let axis = base.dimensions.firstIndex(where: { $0.code == name }),
        let column = schema.columns.first(where: { $0.name == name }),
        let nomenclature = column.nomenclature.flatMap(compact.nomenclature)
      else { return nil }
      let codes = base.dimensions[axis].categories
      let dropped = plan.droppedLevels[name] ?? 0
      var categories: [PublishedCategory] = []
      var sums: [Set<Int>] = []
      for category in nomenclature.categories(withoutFinest: dropped) {
        let below = nomenclature.descendants(of: category.code)
        categories.append(
          PublishedCategory(
            code: category.code, label: category.label, isTotal: false,
            parent: category.parent.flatMap { parent in
              nomenclature.categories.contains { $0.code == parent } ? parent : nil
            }))
        sums.append(Set(codes.indices.filter { below.contains(codes[$0]) }))
      }
      categories.append(
        PublishedCategory(
          code: "total", label: Localized(english: "Total", french: "Ensemble"), isTotal: true))
      sums.append(Set(codes.indices))
      dimensions.append(
        PublishedDimension(
          code: name, title: column.title, categories: categories, isCoarsened: dropped > 0))
      axes.append(axis)
      members.append(sums)
    }
    self.plan = plan
    self.dimensions = dimensions
    self.axes = axes
    self.members = members
  }

  /// Whether it breaks its measure down, rather than giving one figure a period.
  var isBreakdown: Bool { !plan.dimensions.isEmpty }

  var cellCount: Int { dimensions.reduce(1) { $0 * $1.categories.count } }

  /// Category index a dimension of the cell at a row-major position.
  func indices(at position: Int) -> [Int] {
    var rest = position
    var indices = [Int](repeating: 0, count: dimensions.count)
    for place in dimensions.indices.reversed() {
      let count = dimensions[place].categories.count
      indices[place] = rest % count
      rest /= count
    }
    return indices
  }

  /// The row-major position of one category index a dimension.
  func position(of indices: [Int]) -> Int {
    zip(indices, dimensions).reduce(0) { $0 * $1.1.categories.count + $1.0 }
  }

  /// The axes that the table or its filter needs, ascending.
  var usedAxes: [Int] {
    Set(axes).union(kept.keys).union(leftOut.map { Array($0.keys) } ?? []).sorted()
  }

  /// The unknowns that a cell sums, ascending.
  func bases(at indices: [Int], in population: Population) -> [Int] {
    let wanted = wanted(at: indices)
    let all = population.members(wanted)
    guard let leftOut else { return all }
    let without = Set(population.members(wanted.merging(leftOut) { $0.intersection($1) }))
    return all.filter { !without.contains($0) }
  }

  /// For each used axis the base categories that a cell sums, but for what is left out.
  private func wanted(at indices: [Int]) -> [Int: Set<Int>] {
    var wanted = kept
    for (place, axis) in axes.enumerated() {
      let sums = members[place][indices[place]]
      wanted[axis] = wanted[axis].map { $0.intersection(sums) } ?? sums
    }
    return wanted
  }

  /// The same table of the records that a filter keeps, and another one does not.
  func filtered(
    by filter: [String: [String]], without narrower: [String: [String]]? = nil, in base: BaseTable
  ) -> TableLayout {
    func categories(_ filter: [String: [String]]) -> [Int: Set<Int>] {
      base.dimensions.enumerated().reduce(into: [:]) { kept, entry in
        guard let codes = filter[entry.element.code] else { return }
        let categories = entry.element.categories
        kept[entry.offset] = Set(categories.indices.filter { codes.contains(categories[$0]) })
      }
    }
    var layout = self
    layout.kept = categories(filter)
    layout.leftOut = narrower.map(categories)
    return layout
  }

  /// The codes of a cell, for messages and the ledger: the table's, then one a dimension.
  func codes(at position: Int) -> [String] {
    [plan.code]
      + zip(indices(at: position), dimensions).map { $1.categories[$0].code }
  }
}

extension Nomenclature {
  /// How many categories are above one.
  private func depth(of category: Category) -> Int {
    var depth = 0
    var above = category.parent
    while let code = above, let parent = categories.first(where: { $0.code == code }),
      depth < categories.count
    {
      depth += 1
      above = parent.parent
    }
    return depth
  }

  /// How many levels its categories have: 1 where none is part of another.
  var levels: Int { 1 + (categories.map(depth).max() ?? 0) }

  /// The categories of its coarser levels.
  func categories(withoutFinest dropped: Int) -> [Category] {
    dropped == 0 ? categories : categories.filter { depth(of: $0) < levels - dropped }
  }

  /// A category and all that is below it.
  func descendants(of code: String) -> Set<String> {
    var found: Set<String> = [code]
    var grows = true
    while grows {
      let next = categories.filter { category in
        category.parent.map(found.contains) ?? false && !found.contains(category.code)
      }
      grows = !next.isEmpty
      found.formUnion(next.map(\.code))
    }
    return found
  }
}
