import Diagnostics

/// What can be wrong with a row, or a field of it.
enum RowProblem: Sendable, Hashable {
  case raggedRow(isShort: Bool)
  case unknownCategory
  case emptyValue
  case notANumber
  case ambiguousNumber
  case negativeNumber
  case fraction
  case tooLarge
  case outsidePeriod
  case outsideValidity
  case ambiguousDay
  case impossibleDay
  case formula
  case directionControls
  case notText
  case duplicateIdentifier
  case identifierInTwoCells
  case duplicateCell
  case suspicion(Suspicion)
}

/// Problems of rows by kind and column: how many, the first one's place, and the nearest known word
/// where one was near. Never a value.
struct Tally: Sendable {
  struct Key: Hashable, Sendable {
    var problem: RowProblem
    /// The index in the file; −1 for a row as a whole.
    var column: Int
  }

  struct Entry: Sendable {
    var rows: Int
    var first: RowPlace
    var nearest: String?
  }

  private(set) var entries: [Key: Entry] = [:]

  var isEmpty: Bool { entries.isEmpty }

  /// - Parameters:
  ///   - rows: how many rows have it.
  ///   - place: asked for where this is the first of its kind, since it costs.
  mutating func note(
    _ problem: RowProblem, column: Int, rows: Int = 1, nearest: String? = nil,
    at place: () -> RowPlace
  ) {
    let key = Key(problem: problem, column: column)
    if let entry = entries[key] {
      entries[key]?.rows += rows
      if entry.nearest == nil { entries[key]?.nearest = nearest }
      return
    }
    entries[key] = Entry(rows: rows, first: place(), nearest: nearest)
  }

  mutating func merge(_ other: Tally) {
    for (key, entry) in other.entries {
      guard let mine = entries[key] else {
        entries[key] = entry
        continue
      }
      let first = mine.first < entry.first ? mine : entry
      let second = mine.first < entry.first ? entry : mine
      entries[key] = Entry(
        rows: mine.rows + entry.rows, first: first.first, nearest: first.nearest ?? second.nearest)
    }
  }

  /// In the order of the file, each with its place.
  ///
  /// - Parameters:
  ///   - linesBefore: for each segment, the lines of the file before it.
  ///   - hasPlaces: whether a place is one of the file: rows of a database have none.
  func findings(
    in file: String, linesBefore: [Int], hasPlaces: Bool = true, columnName: (Int) -> String
  ) -> [Finding] {
    entries.map { key, entry in
      let before =
        linesBefore.indices.contains(entry.first.segment) ? linesBefore[entry.first.segment] : 0
      let place = Place(
        file: file, line: before + entry.first.line + 1, column: entry.first.column)
      let name = columnName(key.column)
      return Finding(
        .of(
          key.problem, column: name, rows: entry.rows, hasPlaces: hasPlaces,
          nearest: entry.nearest), at: place)
    }
    .sorted { one, other in
      guard let first = one.place, let second = other.place, first != second else {
        return one.message.code < other.message.code
      }
      return first < second
    }
  }
}
