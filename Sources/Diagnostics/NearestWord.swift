/// The known word nearest to one that is not known, for “did you mean …?”.
///
/// Damerau–Levenshtein distance with adjacent transpositions (Damerau 1964), folded for case;
/// nothing is proposed where more than a third of the word would change.
public func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased())
  var best: (word: String, distance: Int)?
  for candidate in known.sorted() {
    let distance = distance(wanted, Array(candidate.lowercased()))
    let limit = max(1, max(wanted.count, candidate.count) / 3)
    if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best?.word
}

private func distance(_ one: [Character], _ other: [Character]) -> Int {
  if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
  var rows = [[Int]](
    repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
  for i in 0...one.count { rows[i][0] = i }
  for j in 0...other.count { rows[0][j] = j }
  for i in 1...one.count {
    for j in 1...other.count {
      let change = one[i - 1] == other[j - 1] ? 0 : 1
      var least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        least = min(least, rows[i - 2][j - 2] + 1)
      }
      rows[i][j] = least
    }
  }
  return rows[one.count][other.count]
}
