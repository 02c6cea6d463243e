/// Counts and sums the rows of any file by columns of it: no schema, no nomenclature.
///
/// A category is coded when it is first met; a key is made of as many bits a column as its codes
/// need, so that the table of groups is an array while they are few.
@safe final class TabulationConsumer: RowConsumer {
  /// Distinct values that a column may have: more, and it is no category.
  static let mostCategories = 100_000

  let dialect: Dialect
  let by: [Int]
  let sum: Int?
  private(set) var tally = Tally()
  private(set) var rows = 0
  private(set) var overflowed = false
  private(set) var mixesEncodings = false
  /// Digits after the mark of the sums so far.
  private(set) var decimals = 0
  /// For each column, its categories by code.
  private(set) var categories: [[String]]
  /// The column that has too many of them.
  private(set) var crowded: Int?

  private var dictionaries: [ByteDictionary]
  private var codes: [[String: Int32]]
  private var bits: [Int]
  private var table: GroupTable
  private let width: Int
  private let decimalWord: UInt64

  init(by: [Int], sum: Int?, width: Int, dialect: Dialect) {
    self.by = by
    self.sum = sum
    self.width = width
    self.dialect = dialect
    categories = by.map { _ in [] }
    codes = by.map { _ in [:] }
    dictionaries = by.map { _ in ByteDictionary() }
    bits = by.map { _ in 2 }
    table = GroupTable(below: 1 << (2 * by.count), stride: 2)
    decimalWord = 0x0101_0101_0101_0101 &* UInt64(dialect.decimal)
  }

  deinit {
    for dictionary in dictionaries { dictionary.deallocate() }
    table.deallocate()
  }

  func consume(_ block: RowBlock) -> Bool {
    var first = 0
    for row in 0..<block.rows {
      let end = unsafe Int(block.ends[row])
      let start = first
      first = end
      if end &- start != width {
        checkLength(of: start..<end, in: block)
        continue
      }
      add(start, in: block)
    }
    return !mixesEncodings && crowded == nil
  }

  private func checkLength(of fields: Range<Int>, in block: RowBlock) {
    let from = block.field(fields.lowerBound).from
    if fields.count == 1, block.field(fields.lowerBound).to == from { return }
    tally.note(.raggedRow(isShort: fields.count < width), column: -1) { block.place(of: from) }
  }

  @inline(__always)
  private func add(_ start: Int, in block: RowBlock) {
    var key = 0
    for index in 0..<by.count {
      let (from, to) = block.field(start &+ by[index])
      var code = unsafe dictionaries[index].code(of: block.bytes + from, length: to &- from)
      if code < 0 {
        guard let met = meet(from, to, column: index, in: block) else { return }
        code = met
        key = 0
        // The layout may have changed under the part made so far.
        for earlier in 0..<index {
          let (from, to) = block.field(start &+ by[earlier])
          let code = unsafe dictionaries[earlier].code(of: block.bytes + from, length: to &- from)
          key = key &<< bits[earlier] | Int(code)
        }
      }
      key = key &<< bits[index] | Int(code)
    }
    var units = 0
    if let sum {
      let (from, to) = block.field(start &+ sum)
      guard let number = number(from, to, in: block) else { return }
      units = number
    }
    rows &+= 1
    let group = unsafe table.group(key)
    unsafe group[0] &+= 1
    let (total, overflow) = unsafe group[1].addingReportingOverflow(units)
    unsafe group[1] = total
    if overflow { overflowed = true }
  }

  /// The code of a spelling met for the first time; nil where it may not be a category.
  @inline(never)
  private func meet(_ from: Int, _ to: Int, column: Int, in block: RowBlock) -> Int32? {
    guard let text = text(from, to, in: block) else {
      tally.note(.notText, column: by[column]) { block.place(of: from) }
      return nil
    }
    let trimmed = Folding.trim(text)
    if Folding.hasDirectionControls(trimmed) {
      tally.note(.directionControls, column: by[column]) { block.place(of: from) }
      return nil
    }
    if SuspectFormula.isFormula(trimmed) {
      tally.note(.formula, column: by[column]) { block.place(of: from) }
      return nil
    }
    let folded = Folding.fold(trimmed)
    let code: Int32
    if let known = codes[column][folded] {
      code = known
      if trimmed.utf8.lexicographicallyPrecedes(categories[column][Int(known)].utf8) {
        categories[column][Int(known)] = trimmed
      }
    } else {
      if categories[column].count >= Self.mostCategories {
        crowded = by[column]
        return nil
      }
      code = Int32(categories[column].count)
      codes[column][folded] = code
      categories[column].append(trimmed)
      if categories[column].count > 1 << bits[column], !widen(column) { return nil }
    }
    if dictionaries[column].count < 2 * Self.mostCategories {
      unsafe dictionaries[column].insert(
        block.bytes + from, length: to - from, code: code)
    }
    return code
  }

  /// Gives a column one bit more, and moves every group to its new key.
  private func widen(_ column: Int) -> Bool {
    let old = bits
    bits[column] += 1
    if bits.reduce(0, +) > 60 {
      crowded = by[column]
      return false
    }
    let larger = bits.reduce(0, +)
    var moved = GroupTable(below: 1 << larger, stride: 2)
    unsafe table.forEachGroup { key, group in
      var newKey = 0
      for (index, code) in Self.codes(of: key, bits: old).enumerated() {
        newKey = newKey << bits[index] | code
      }
      let place = unsafe moved.group(newKey)
      unsafe place[0] = group[0]
      unsafe place[1] = group[1]
    }
    table.deallocate()
    table = moved
    return true
  }

  private static func codes(of key: Int, bits: [Int]) -> [Int] {
    var key = key
    var codes: [Int] = []
    for width in bits.reversed() {
      codes.append(key & (1 << width - 1))
      key >>= width
    }
    return codes.reversed()
  }

  /// A number in units of the sums' decimals; nil where it is none, which is told.
  @inline(__always)
  private func number(_ from: Int, _ to: Int, in block: RowBlock) -> Int? {
    let plain = unsafe ScaledNumber.plain(
      block.bytes + from, length: to &- from, decimal: decimalWord)
    if plain.decimals == decimals, plain.decimals != 3 || dialect.isDecimalCertain {
      return plain.units
    }
    return anyNumber(from, to, in: block)
  }

  @inline(never)
  private func anyNumber(_ from: Int, _ to: Int, in block: RowBlock) -> Int? {
    guard let sum else { return 0 }
    guard let text = text(from, to, in: block) else {
      tally.note(.notText, column: sum) { block.place(of: from) }
      return nil
    }
    let problem: RowProblem
    do throws(ScaledNumber.Trouble) {
      let number = try ScaledNumber.read(
        text, decimal: dialect.decimal, isCertain: dialect.isDecimalCertain)
      if number.decimals > decimals { rescale(to: number.decimals) }
      if let units = number.units(withDecimals: decimals) { return units }
      problem = .tooLarge
    } catch {
      switch error {
      case .empty: problem = .emptyValue
      case .ambiguous: problem = .ambiguousNumber
      case .tooLarge: problem = .tooLarge
      case .notANumber: problem = SuspectFormula.isFormula(text) ? .formula : .notANumber
      }
    }
    tally.note(problem, column: sum) { block.place(of: from) }
    return nil
  }

  private func rescale(to wanted: Int) {
    let factor = Self.power(wanted - decimals)
    decimals = wanted
    unsafe table.forEachGroup { _, group in
      let (product, overflow) = unsafe group[1].multipliedReportingOverflow(by: factor)
      unsafe group[1] = product
      if overflow { overflowed = true }
    }
  }

  static func power(_ exponent: Int) -> Int {
    (0..<max(exponent, 0)).reduce(1) { ten, _ in ten * 10 }
  }

  /// Nil where the bytes are no text of the file's encoding.
  private func text(_ from: Int, _ to: Int, in block: RowBlock) -> String? {
    let bytes = unsafe Folding.unquoted(
      UnsafeBufferPointer(start: block.bytes + from, count: to - from))
    let text = dialect.encoding.text(of: bytes)
    if text == nil, !dialect.isEncodingCertain { mixesEncodings = true }
    return text
  }

  /// Every group: its codes, rows and sum; in no order.
  func forEachGroup(_ body: (_ codes: [Int], _ count: Int, _ sum: Int) -> Void) {
    unsafe table.forEachGroup { key, group in
      unsafe body(Self.codes(of: key, bits: bits), group[0], group[1])
    }
  }
}
