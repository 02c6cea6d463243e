/// One dimension of a population: the categories of all its tables together.
struct OutsideAxis {
  let name: String
  /// Categories that sum no others, in any table.
  let leaves: [String]
  private let children: [String: [String]]

  static func all(of tables: [OutsideTable]) -> [OutsideAxis] {
    var names: [String] = []
    for name in tables.flatMap({ $0.dimensions.map(\.code) + ($0.filter ?? [:]).keys.sorted() })
    where !names.contains(name) {
      names.append(name)
    }
    return names.map { OutsideAxis($0, tables) }
  }

  private init(_ name: String, _ tables: [OutsideTable]) {
    self.name = name
    var codes: [String] = []
    var children: [String: [String]] = [:]
    for dimension in tables.flatMap(\.dimensions) where dimension.code == name {
      for category in dimension.categories where !category.isTotal {
        if !codes.contains(category.code) { codes.append(category.code) }
        if let parent = category.parent, !(children[parent] ?? []).contains(category.code) {
          children[parent, default: []].append(category.code)
        }
      }
    }
    // A filter may keep categories that no table shows, and leaves out others.
    let filtered = tables.flatMap { $0.filter?[name] ?? [] }
    for code in filtered where !codes.contains(code) { codes.append(code) }
    if !filtered.isEmpty, !tables.contains(where: { $0.dimensions.contains { $0.code == name } }) {
      codes.append("(other)")
    }
    self.children = children
    leaves = codes.filter { (children[$0] ?? []).allSatisfy { !codes.contains($0) } }
  }

  /// The leaves that a category sums; itself where it is one.
  private func leaves(of code: String) -> Set<String> {
    var found: Set<String> = [code]
    var next = [code]
    while let one = next.popLast() {
      for child in children[one] ?? [] where found.insert(child).inserted { next.append(child) }
    }
    return found.intersection(leaves)
  }

  /// The positions of the leaves that a cell of a table sums.
  func places(of path: [String], in table: OutsideTable) -> [Int] {
    var wanted = Set(leaves)
    if let place = table.dimensions.firstIndex(where: { $0.code == name }) {
      let code = path[place]
      let isTotal = table.dimensions[place].categories.contains { $0.code == code && $0.isTotal }
      if !isTotal { wanted = leaves(of: code) }
    }
    if let filter = table.filter?[name] {
      wanted.formIntersection(filter.flatMap { leaves(of: $0) })
    }
    return leaves.indices.filter { wanted.contains(leaves[$0]) }
  }
}
