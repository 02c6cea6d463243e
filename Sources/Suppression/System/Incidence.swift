/// The rows of a system with twins merged, both ways round: which bases a cell sums, and in which
/// cells a base counts. Cells are renumbered `0..<cellCount`, in the order of first appearance.
///
/// One object that nobody changes: as a value, each copy of what holds it would count references to
/// all its arrays.
final class Incidence: Sendable {
  let baseCount: Int
  let cellCount: Int
  /// For each cell of the system its number here.
  let number: [Int]
  /// For each number the first such cell of the system.
  let origin: [Int]
  let rowStart: [Int32]
  let rowBase: [Int32]
  let rowCoefficient: [Int32]
  let columnStart: [Int32]
  let columnCell: [Int32]
  let columnCoefficient: [Int32]
  /// For each cell the sums that it is, as ranges of `sumPart`.
  let sumStart: [Int32]
  let sumPartStart: [Int32]
  let sumPart: [Int32]
  /// Bases that can differ from zero.
  let isMovable: [Bool]

  init(_ system: AdditiveSystem) {
    baseCount = system.baseCount
    isMovable = (0..<system.baseCount).map { !system.empty.contains($0) }
    var number: [Int] = []
    var origin: [Int] = []
    var rowStart: [Int32] = [0]
    var rowBase: [Int32] = []
    var rowCoefficient: [Int32] = []
    for (index, twin) in system.twin.enumerated() {
      if twin < index {
        number.append(number[twin])
        continue
      }
      number.append(origin.count)
      origin.append(index)
      let cell = system.cells[index]
      for (base, coefficient) in zip(cell.bases, cell.coefficients) {
        rowBase.append(Int32(base))
        rowCoefficient.append(Int32(clamping: coefficient))
      }
      rowStart.append(Int32(rowBase.count))
    }
    var columnStart = [Int32](repeating: 0, count: system.baseCount + 1)
    for base in rowBase { columnStart[Int(base) + 1] += 1 }
    for base in 0..<system.baseCount { columnStart[base + 1] += columnStart[base] }
    var next = columnStart
    var columnCell = [Int32](repeating: 0, count: rowBase.count)
    var columnCoefficient = columnCell
    for cell in 0..<origin.count {
      for entry in Int(rowStart[cell])..<Int(rowStart[cell + 1]) {
        let place = Int(next[Int(rowBase[entry])])
        next[Int(rowBase[entry])] += 1
        columnCell[place] = Int32(cell)
        columnCoefficient[place] = rowCoefficient[entry]
      }
    }
    var sumsOf = [[[Int32]]](repeating: [], count: origin.count)
    for sum in system.sums {
      let parts = sum.parts.map { Int32(number[$0]) }
      if !parts.contains(Int32(number[sum.whole])) { sumsOf[number[sum.whole]].append(parts) }
    }
    var sumStart: [Int32] = [0]
    var sumPartStart: [Int32] = [0]
    var sumPart: [Int32] = []
    for sums in sumsOf {
      for parts in sums {
        sumPart.append(contentsOf: parts)
        sumPartStart.append(Int32(sumPart.count))
      }
      sumStart.append(Int32(sumPartStart.count - 1))
    }
    self.sumStart = sumStart
    self.sumPartStart = sumPartStart
    self.sumPart = sumPart
    cellCount = origin.count
    self.number = number
    self.origin = origin
    self.rowStart = rowStart
    self.rowBase = rowBase
    self.rowCoefficient = rowCoefficient
    self.columnStart = columnStart
    self.columnCell = columnCell
    self.columnCoefficient = columnCoefficient
  }

  /// The sums of other cells that a cell is.
  func sums(_ cell: Int) -> [ArraySlice<Int32>] { sumRanges(cell).map { sumPart[$0] } }

  /// The same as places in `sumPart`.
  func sumRanges(_ cell: Int) -> some Sequence<Range<Int>> {
    (Int(sumStart[cell])..<Int(sumStart[cell + 1])).lazy.map { [sumPartStart] sum in
      Int(sumPartStart[sum])..<Int(sumPartStart[sum + 1])
    }
  }

  /// Places in `rowBase` and `rowCoefficient` of a cell.
  func row(_ cell: Int) -> Range<Int> { Int(rowStart[cell])..<Int(rowStart[cell + 1]) }

  /// Places in `columnCell` and `columnCoefficient` of a base.
  func column(_ base: Int) -> Range<Int> { Int(columnStart[base])..<Int(columnStart[base + 1]) }

  /// The value of a cell in a table of bases.
  func value(_ cell: Int, in table: [Int]) -> Int {
    var sum = 0
    for entry in row(cell) { sum += Int(rowCoefficient[entry]) * table[Int(rowBase[entry])] }
    return sum
  }
}
