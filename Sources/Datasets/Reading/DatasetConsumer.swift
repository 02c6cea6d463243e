import Partnership

/// Adds the rows of a file up to base cells, and tallies what is wrong with them.
///
/// A field is looked up by its bytes; what they mean is settled when they are first met.
@safe final class DatasetConsumer: RowConsumer {
  /// Spellings that a column remembers; beyond them each is looked at anew.
  static let mostSpellings = 4096

  let plan: ReadingPlan
  let dialect: Dialect
  private(set) var tally = Tally()
  private(set) var rows = 0
  private(set) var overflowed = false
  private(set) var mixesEncodings = false
  private(set) var contributorNames: [String] = []
  private(set) var identifiers: [IdentifierBlock] = []
  /// For an axis, how the days that were met are written.
  private(set) var dayOrders: [Int: Set<DayOrder>] = [:]

  private var contributorCodes: [String: Int32] = [:]
  private var dictionaries: [ByteDictionary]
  private var answers: [[CategoryMatcher.Answer]]
  private var table: GroupTable
  private var contributions: [ContributionKey: [Int]] = [:]
  private var largest: [Int: [[Int]]] = [:]
  private let decimalWord: UInt64

  struct ContributionKey: Hashable {
    var cell: Int
    var contributor: Int
  }

  /// The identifiers of one block of rows, in order, as hashes of 64 bits: in 10 million records two
  /// different ones meet with a chance of 3 in a million.
  struct IdentifierBlock {
    var segment: Int
    var firstLine: Int
    var hashes: [UInt64]
    /// The row in the block.
    var rows: [Int32]
    /// The cell of each, where identifiers are counted.
    var keys: [Int]
  }

  init(plan: ReadingPlan, dialect: Dialect) {
    self.plan = plan
    self.dialect = dialect
    dictionaries = plan.columns.map { _ in ByteDictionary() }
    answers = plan.columns.map { _ in [] }
    table = GroupTable(below: plan.keyBound, stride: 2 + plan.amounts.count)
    decimalWord = 0x0101_0101_0101_0101 &* UInt64(dialect.decimal)
  }

  deinit {
    for dictionary in dictionaries { dictionary.deallocate() }
    table.deallocate()
  }

  func consume(_ block: RowBlock) -> Bool {
    var amounts = [Int](repeating: 0, count: plan.amounts.count)
    var identifierBlock = IdentifierBlock(
      segment: block.segment, firstLine: block.firstLine, hashes: [], rows: [], keys: [])
    var first = 0
    for row in 0..<block.rows {
      let end = unsafe Int(block.ends[row])
      let start = first
      first = end
      if end - start != plan.columns.count {
        checkLength(of: start..<end, in: block)
        continue
      }
      add(row, start, in: block, amounts: &amounts, identifiers: &identifierBlock)
    }
    if !identifierBlock.hashes.isEmpty { identifiers.append(identifierBlock) }
    return !mixesEncodings
  }

  /// A row with too few fields or too many; lines without anything are passed over.
  private func checkLength(of fields: Range<Int>, in block: RowBlock) {
    let from = block.field(fields.lowerBound).from
    if fields.count == 1, block.field(fields.lowerBound).to == from { return }
    tally.note(.raggedRow(isShort: fields.count < plan.columns.count), column: -1) {
      block.place(of: from)
    }
  }

  private func add(
    _ row: Int, _ start: Int, in block: RowBlock, amounts: inout [Int],
    identifiers: inout IdentifierBlock
  ) {
    var key = 0
    var count = 1
    var contributor = -1
    var weight = 1
    var isGood = true
    var isBlank = true
    for index in plan.columns.indices {
      let (from, to) = block.field(start + index)
      if to > from { isBlank = false }
    }
    if isBlank, plan.columns.count > 1 { return }
    for index in plan.columns.indices {
      let (from, to) = block.field(start + index)
      let field = unsafe block.bytes + from
      let length = to - from
      var problem: (RowProblem, String?)?
      switch plan.columns[index].use {
      case .axis(let axis):
        switch unsafe answer(in: index, axis: axis, field, length) {
        case .category(let category): key += category * plan.weights[axis]
        case .problem(let what, let nearest): problem = (what, nearest)
        }
      case .count:
        switch unsafe number(in: index, field, length, decimals: 0) {
        case .success(let units): count = units
        case .failure(let found): problem = (found.problem, nil)
        }
      case .amount(let amount, let decimals):
        switch unsafe number(in: index, field, length, decimals: decimals) {
        case .success(let units): amounts[amount] = units
        case .failure(let found): problem = (found.problem, nil)
        }
      case .contributor, .ignored:
        switch unsafe answer(in: index, axis: nil, field, length) {
        case .category(let code): contributor = code >= 0 ? code : contributor
        case .problem(let what, let nearest): problem = (what, nearest)
        }
      case .weight:
        if case .success(let rows) = unsafe number(in: index, field, length, decimals: 0) {
          weight = rows
        }
      case .identifier:
        if let what = unsafe identifier(in: index, field, length) { problem = (what, nil) }
        unsafe identifiers.hashes.append(Self.hash(field, length))
        identifiers.rows.append(Int32(row))
      }
      if let (what, nearest) = problem {
        isGood = false
        tally.note(what, column: index, rows: weight, nearest: nearest) { block.place(of: from) }
      }
    }
    rows += 1
    if plan.countsDistinct, identifiers.keys.count < identifiers.hashes.count {
      identifiers.keys.append(key)
    }
    if isGood {
      accumulate(
        key, count: count, amounts: amounts, contributor: contributor, start, in: block)
    }
  }

  private func accumulate(
    _ key: Int, count: Int, amounts: [Int], contributor: Int, _ start: Int, in block: RowBlock
  ) {
    let group = unsafe table.group(key)
    if plan.isAggregated {
      let again: Bool
      if plan.hasContributors {
        let pair = ContributionKey(cell: key, contributor: contributor)
        again = contributions[pair] != nil
        if contributions[pair] == nil {
          contributions[pair] = Array(repeating: 0, count: amounts.count)
        }
      } else {
        again = unsafe group[0] > 0
      }
      if again {
        let from = block.field(start).from
        tally.note(.duplicateCell, column: -1) { block.place(of: from) }
      }
    }
    unsafe group[0] += 1
    overflowed = unsafe Self.add(count, to: group + 1) || overflowed
    for index in amounts.indices {
      overflowed = unsafe Self.add(amounts[index], to: group + 2 + index) || overflowed
    }
    if amounts.isEmpty { return }
    if plan.hasContributors {
      let pair = ContributionKey(cell: key, contributor: contributor)
      var sums = contributions[pair] ?? Array(repeating: 0, count: amounts.count)
      for index in amounts.indices { sums[index] &+= amounts[index] }
      contributions[pair] = sums
    } else if plan.keepsLargest {
      keepLargest(amounts, of: key)
    }
  }

  private static func add(_ amount: Int, to sum: UnsafeMutablePointer<Int>) -> Bool {
    let (result, overflow) = unsafe sum.pointee.addingReportingOverflow(amount)
    unsafe sum.pointee = result
    return overflow
  }

  private func keepLargest(_ amounts: [Int], of key: Int) {
    var kept = largest[key] ?? Array(repeating: [], count: amounts.count)
    var hasChanged = false
    for index in amounts.indices {
      let amount = amounts[index]
      if amount == 0 { continue }
      if kept[index].count >= Contribution.kept {
        guard let least = kept[index].last, amount > least else { continue }
        kept[index].removeLast()
      }
      let at = kept[index].firstIndex { $0 < amount } ?? kept[index].endIndex
      kept[index].insert(amount, at: at)
      hasChanged = true
    }
    if hasChanged { largest[key] = kept }
  }

  // MARK: - Fields

  /// What a field of a closed column means: the category of its axis, the code of a contributor, −1
  /// for what is ignored.
  private func answer(
    in column: Int, axis: Int?, _ field: UnsafePointer<UInt8>, _ length: Int
  ) -> CategoryMatcher.Answer {
    let code = unsafe dictionaries[column].code(of: field, length: length)
    if code != ByteDictionary.unknown { return answers[column][Int(code)] }
    let text = unsafe text(of: field, length)
    let answer: CategoryMatcher.Answer
    if let text {
      if let axis {
        if let order = plan.matchers[axis].order(told: text) {
          dayOrders[axis, default: []].insert(order)
        }
        answer = plan.matchers[axis].answer(
          to: text, suspects: plan.suspects, isOpen: plan.isOpen)
      } else {
        answer = open(text, in: column)
      }
    } else {
      answer = .problem(.notText, nearest: nil)
    }
    if answers[column].count < Self.mostSpellings || isContributor(answer) {
      let next = Int32(answers[column].count)
      unsafe dictionaries[column].insert(field, length: length, code: next)
      answers[column].append(answer)
    }
    return answer
  }

  private func isContributor(_ answer: CategoryMatcher.Answer) -> Bool {
    if case .category(let code) = answer { return code >= 0 }
    return false
  }

  /// A contributor, or what is not counted at all: looked at for what may not come in.
  private func open(_ text: String, in column: Int) -> CategoryMatcher.Answer {
    let plan = plan.columns[column]
    let isContributor = plan.role == .contributor
    let trimmed = Folding.trim(text)
    if trimmed.isEmpty {
      return isContributor ? .problem(.emptyValue, nearest: nil) : .category(-1)
    }
    if let problem = suspicion(of: trimmed, role: plan.role) {
      return .problem(problem, nearest: nil)
    }
    if plan.isAge, self.plan.countsChildren, AdultAge.isAdult(trimmed) {
      return .problem(.suspicion(.adultAge), nearest: nil)
    }
    guard isContributor else { return .category(-1) }
    let folded = Folding.fold(trimmed)
    if let known = contributorCodes[folded] { return .category(Int(known)) }
    let code = Int32(contributorNames.count)
    contributorCodes[folded] = code
    contributorNames.append(folded)
    return .category(Int(code))
  }

  private func suspicion(of text: String, role: SuspectRole) -> RowProblem? {
    if Folding.hasDirectionControls(text) { return .directionControls }
    if SuspectFormula.isFormula(text) { return .formula }
    return plan.suspects.suspicion(of: text, role: role, isOpen: plan.isOpen)
      .map { .suspicion($0) }
  }

  /// Letters and digits, such as `R000000123`, are looked at once for each beginning; all else is
  /// looked at each time.
  private func identifier(
    in column: Int, _ field: UnsafePointer<UInt8>, _ length: Int
  ) -> RowProblem? {
    let bytes = unsafe UnsafeBufferPointer(start: field, count: length)
    let letters = unsafe bytes.prefix { (0x61...0x7A).contains($0 | 0x20) }.count
    let digits =
      unsafe letters + bytes.dropFirst(letters).prefix { (0x30...0x39).contains($0) }.count
    if digits == length, letters > 0, letters < length {
      let code = unsafe dictionaries[column].code(of: field, length: letters)
      if code == 0 { return nil }
      let found = unsafe lookAtIdentifier(field, length)
      if found == nil, dictionaries[column].count < Self.mostSpellings {
        unsafe dictionaries[column].insert(field, length: letters, code: 0)
      }
      return found
    }
    if digits == length, letters == 0, length > 0, length < 8 { return nil }
    return unsafe lookAtIdentifier(field, length)
  }

  private func lookAtIdentifier(
    _ field: UnsafePointer<UInt8>, _ length: Int
  ) -> RowProblem? {
    guard let text = unsafe text(of: field, length) else { return .notText }
    let trimmed = Folding.trim(text)
    return trimmed.isEmpty ? .emptyValue : suspicion(of: trimmed, role: .identifier)
  }

  private struct NumberProblem: Error {
    var problem: RowProblem
  }

  private func number(
    in column: Int, _ field: UnsafePointer<UInt8>, _ length: Int, decimals: Int
  ) -> Result<Int, NumberProblem> {
    let plain = unsafe ScaledNumber.plain(field, length: length, decimal: decimalWord)
    // One mark and three digits after it may be thousands, where the file does not tell.
    // A zero in front may begin a telephone number.
    if plain.decimals >= 0, plain.decimals <= decimals,
      unsafe plain.decimals > 0 || length == 1 || field[0] != 0x30,
      plain.decimals != 3 || dialect.isDecimalCertain
    {
      let number = ScaledNumber(units: plain.units, decimals: plain.decimals)
      if let units = number.units(withDecimals: decimals) { return .success(units) }
    }
    guard let text = unsafe text(of: field, length) else {
      return .failure(NumberProblem(problem: .notText))
    }
    do throws(ScaledNumber.Trouble) {
      let number = try ScaledNumber.read(
        text, decimal: dialect.decimal, isCertain: dialect.isDecimalCertain)
      if let found = plan.suspects.suspicion(of: text, role: .number, isOpen: plan.isOpen) {
        return .failure(NumberProblem(problem: .suspicion(found)))
      }
      if number.units < 0 { return .failure(NumberProblem(problem: .negativeNumber)) }
      if number.decimals > decimals { return .failure(NumberProblem(problem: .fraction)) }
      guard let units = number.units(withDecimals: decimals) else {
        return .failure(NumberProblem(problem: .tooLarge))
      }
      return .success(units)
    } catch {
      return .failure(NumberProblem(problem: problem(of: error, in: text)))
    }
  }

  private func problem(of trouble: ScaledNumber.Trouble, in text: String) -> RowProblem {
    switch trouble {
    case .empty: return .emptyValue
    case .ambiguous: return .ambiguousNumber
    case .tooLarge: return .tooLarge
    case .notANumber: return suspicion(of: text, role: .dimension) ?? .notANumber
    }
  }

  /// Nil where the bytes are no text of the file's encoding.
  private func text(of field: UnsafePointer<UInt8>, _ length: Int) -> String? {
    let bytes = unsafe Folding.unquoted(UnsafeBufferPointer(start: field, count: length))
    let text = dialect.encoding.text(of: bytes)
    if text == nil, !dialect.isEncodingCertain { mixesEncodings = true }
    return text
  }

  private static func hash(_ field: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hasher = Hasher()
    unsafe hasher.combine(bytes: UnsafeRawBufferPointer(start: field, count: length))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  // MARK: - Results

  /// Every cell, in no order.
  func forEachCell(_ body: (_ key: Int, _ numbers: [Int]) -> Void) {
    let width = plan.amounts.count + 1
    unsafe table.forEachGroup { key, group in
      body(key, (1...width).map { unsafe group[$0] })
    }
  }

  func forEachContribution(_ body: (ContributionKey, [Int]) -> Void) {
    for (key, sums) in contributions { body(key, sums) }
  }

  func forEachLargest(_ body: (Int, [[Int]]) -> Void) {
    for (key, kept) in largest { body(key, kept) }
  }
}
