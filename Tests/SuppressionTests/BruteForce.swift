import Suppression

/// Random numbers that are the same everywhere (SplitMix64).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return range.lowerBound + Int(z % UInt64(range.count))
  }
}

/// Every table of whole numbers up to `ceiling` that fits the published figures, by trying all.
struct BruteForce {
  let system: AdditiveSystem
  let published: [Int?]
  let ceiling: Int

  /// The least and greatest value of every cell over all tables that fit; `nil` when none does.
  ///
  /// Rows have no negative coefficients, so a sum that is too large already is given up.
  func intervals() -> [ClosedRange<Int>]? {
    var lowest = [Int](repeating: .max, count: system.cells.count)
    var highest = [Int](repeating: .min, count: system.cells.count)
    var values = [Int](repeating: 0, count: system.cells.count)
    let columns = (0..<system.baseCount).map { base in
      system.cells.indices.filter { system.cells[$0].bases.contains(base) }
    }
    func place(_ base: Int) {
      if base == system.baseCount {
        for cell in values.indices {
          if let shown = published[cell], shown != values[cell] { return }
        }
        for cell in values.indices {
          lowest[cell] = min(lowest[cell], values[cell])
          highest[cell] = max(highest[cell], values[cell])
        }
        return
      }
      var count = 0
      while count <= ceiling {
        if columns[base].contains(where: { values[$0] > published[$0] ?? .max }) { break }
        place(base + 1)
        count += 1
        for cell in columns[base] { values[cell] += 1 }
      }
      for cell in columns[base] { values[cell] -= count }
    }
    place(0)
    return lowest.first == .max ? nil : zip(lowest, highest).map { $0...$1 }
  }
}
