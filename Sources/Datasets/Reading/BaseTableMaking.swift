import Partnership

extension DatasetReader {
  /// Adds the cells of all consumers up, in an order that does not depend on who read what.
  ///
  /// - Parameters:
  ///   - repeats: for a cell, rows whose identifier has counted already.
  ///   - apart: who read the largest amounts, where the rows are groups.
  func table(
    of outcome: FileScan.Outcome<DatasetConsumer>, plan: ReadingPlan, without repeats: [Int: Int],
    largest apart: [DatasetConsumer] = []
  ) -> BaseTable {
    var numbers: [Int: [Int]] = [:]
    for consumer in outcome.consumers {
      consumer.forEachCell { key, more in
        guard let mine = numbers[key] else {
          numbers[key] = more
          return
        }
        numbers[key] = zip(mine, more).map { $0 &+ $1 }
      }
    }
    let contributors = contributions(of: outcome.consumers + apart, plan: plan)
    var cells: [BaseCell] = numbers.map { key, numbers in
      BaseCell(
        keys: plan.weights.enumerated().map { index, weight in
          key / weight % max(plan.axes[index].categories.count, 1)
        },
        count: numbers[0] - (repeats[key] ?? 0), sums: Array(numbers.dropFirst()),
        contributors: contributors[key] ?? plan.amounts.map { _ in [] })
    }
    cells.sort { $0.keys.lexicographicallyPrecedes($1.keys) }
    return BaseTable(
      dataset: schema.name, dimensions: plan.axes, amounts: plan.amounts, cells: cells)
  }

  /// For each cell and amount, what each contributor gave, largest first.
  private func contributions(
    of consumers: [DatasetConsumer], plan: ReadingPlan
  ) -> [Int: [[Contribution]]] {
    if plan.amounts.isEmpty { return [:] }
    return plan.hasContributors ? named(consumers, plan) : unnamed(consumers, plan)
  }

  private func named(
    _ consumers: [DatasetConsumer], _ plan: ReadingPlan
  ) -> [Int: [[Contribution]]] {
    let names = Set(consumers.flatMap(\.contributorNames)).sorted()
    let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var sums: [DatasetConsumer.ContributionKey: [Int]] = [:]
    for consumer in consumers {
      consumer.forEachContribution { key, more in
        guard let code = number[consumer.contributorNames[key.contributor]] else { return }
        let global = DatasetConsumer.ContributionKey(cell: key.cell, contributor: code)
        sums[global] = sums[global].map { zip($0, more).map { $0 &+ $1 } } ?? more
      }
    }
    var byCell: [Int: [[Contribution]]] = [:]
    for (key, amounts) in sums {
      for (index, amount) in amounts.enumerated() where amount != 0 {
        byCell[key.cell, default: plan.amounts.map { _ in [] }][index]
          .append(Contribution(contributor: key.contributor, amount: amount))
      }
    }
    return byCell.mapValues { $0.map(Self.largestFirst) }
  }

  private func unnamed(
    _ consumers: [DatasetConsumer], _ plan: ReadingPlan
  ) -> [Int: [[Contribution]]] {
    var byCell: [Int: [[Contribution]]] = [:]
    for consumer in consumers {
      consumer.forEachLargest { key, kept in
        var mine = byCell[key] ?? plan.amounts.map { _ in [] }
        for (index, amounts) in kept.enumerated() {
          mine[index] += amounts.map { Contribution(contributor: -1, amount: $0) }
        }
        byCell[key] = mine
      }
    }
    return byCell.mapValues { amounts in
      amounts.map { Array(Self.largestFirst($0).prefix(Contribution.kept)) }
    }
  }

  private static func largestFirst(_ all: [Contribution]) -> [Contribution] {
    all.sorted { ($1.amount, $0.contributor) < ($0.amount, $1.contributor) }
  }
}
