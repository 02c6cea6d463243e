/// The codes of one dimension and who is summed into whom: a tree with one root (the total).
public struct Hierarchy: Sendable, Hashable {
  /// The dimension's name.
  public let dimension: String
  /// All codes, the root first, parents before children, in the order given.
  public let codes: [String]
  /// For each code the position of its parent in `codes`; `nil` for the root.
  public let parents: [Int?]
  /// Positions of the finest codes, in the order given.
  public let leaves: [Int]

  /// A tree from (child, parent) rows; the root is the parent that is nobody's child.
  ///
  /// - Throws: `twoParents`, `cycle`, `roots`.
  public init(
    dimension: String, edges: [(child: String, parent: String)]
  ) throws(SuppressionError) {
    var parentOf: [String: String] = [:]
    var children: [String: [String]] = [:]
    var order: [String] = []
    for edge in edges {
      if let other = parentOf[edge.child] {
        if other == edge.parent { continue }
        throw .twoParents(
          dimension: dimension, child: edge.child, parents: [other, edge.parent])
      }
      parentOf[edge.child] = edge.parent
      children[edge.parent, default: []].append(edge.child)
      order.append(edge.parent)
    }
    var seen: Set<String> = []
    let roots = order.filter { parentOf[$0] == nil && seen.insert($0).inserted }
    try Self.refuseCycles(dimension, order, parentOf)
    guard roots.count == 1, let root = roots.first else {
      throw .roots(dimension: dimension, codes: roots)
    }
    var codes = [root]
    var parents: [Int?] = [nil]
    var leaves: [Int] = []
    var stack = Array((children[root] ?? []).reversed().map { ($0, 0) })
    while let (code, parent) = stack.popLast() {
      let place = codes.count
      codes.append(code)
      parents.append(parent)
      let below = children[code] ?? []
      if below.isEmpty { leaves.append(place) }
      stack.append(contentsOf: below.reversed().map { ($0, place) })
    }
    self.dimension = dimension
    self.codes = codes
    self.parents = parents
    self.leaves = leaves
  }

  /// A total over codes without levels between.
  public init(
    dimension: String, total: String, codes: [String]
  ) throws(SuppressionError) {
    try self.init(dimension: dimension, edges: codes.map { ($0, total) })
  }

  /// The root's code.
  public var root: String { codes.first ?? "" }

  /// Whether nothing is summed into a code, by its position.
  func isFinest(_ code: Int) -> Bool {
    // Codes are depth first: a first child follows its parent.
    code + 1 >= codes.count || parents[code + 1] != code
  }

  private static func refuseCycles(
    _ dimension: String, _ order: [String], _ parentOf: [String: String]
  ) throws(SuppressionError) {
    var safe: Set<String> = []
    for start in order {
      var path: [String] = []
      var onPath: Set<String> = []
      var code = start
      while !safe.contains(code) {
        if !onPath.insert(code).inserted {
          let cycle = path.drop { $0 != code }
          throw .cycle(dimension: dimension, codes: Array(cycle))
        }
        path.append(code)
        guard let parent = parentOf[code] else { break }
        code = parent
      }
      safe.formUnion(path)
    }
  }
}
