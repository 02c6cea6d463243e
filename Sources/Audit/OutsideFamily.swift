/// The datasets of one population: a whole, its parts, and their parts.
struct OutsideFamily {
  /// The whole first, each part after what it is part of.
  private let datasets: [String]
  private let parents: [Int?]
  /// The sets of datasets that a record can be in, as bits.
  private let memberships: [Int]

  /// More ways to be in some parts and not in others are not attacked.
  static let mostMemberships = 64

  /// - Returns: nil where the parts make too many ways.
  init?(_ tables: [OutsideTable]) {
    let wholes = tables.reduce(into: [String: String?]()) { $0[$1.dataset] = $1.subsetOf }
    var datasets: [String] = []
    var parents: [Int?] = []
    // Roots, then whatever hangs on what is there.
    var waiting = wholes.keys.sorted()
    while !waiting.isEmpty {
      let ready = waiting.first { name in
        guard let whole = wholes[name] ?? nil, wholes[whole] != nil else { return true }
        return datasets.contains(whole)
      }
      guard let ready else { return nil }
      waiting.removeAll { $0 == ready }
      parents.append((wholes[ready] ?? nil).flatMap { datasets.firstIndex(of: $0) })
      datasets.append(ready)
    }
    var ways = [0]
    for (index, parent) in parents.enumerated() {
      if let parent {
        ways += ways.filter { $0 & (1 << parent) != 0 }.map { $0 | (1 << index) }
      } else {
        ways = ways.map { $0 | (1 << index) }
      }
      guard ways.count <= Self.mostMemberships else { return nil }
    }
    self.datasets = datasets
    self.parents = parents
    memberships = ways.sorted()
  }

  /// One number a way.
  var ways: [Int] { Array(memberships.indices) }

  /// The ways of being in a dataset.
  func ways(in dataset: String) -> [Int] {
    guard let inside = datasets.firstIndex(of: dataset) else { return [] }
    return ways.filter { memberships[$0] & (1 << inside) != 0 }
  }

  /// Whether a table counts some of the records of another one that is laid out alike: of a part of its
  /// dataset, or by a narrower filter.
  func isPart(_ part: OutsideTable, of whole: OutsideTable) -> Bool {
    guard let inside = datasets.firstIndex(of: whole.dataset),
      var place = datasets.firstIndex(of: part.dataset),
      part.dimensions.map(\.code) == whole.dimensions.map(\.code),
      let filter = part.filter, let wider = whole.filter,
      wider.allSatisfy({ name, codes in
        filter[name].map { Set($0).isSubset(of: codes) } ?? false
      })
    else { return false }
    if place == inside { return filter.mapValues(Set.init) != wider.mapValues(Set.init) }
    while let parent = parents[place] {
      if parent == inside { return true }
      place = parent
    }
    return false
  }
}
