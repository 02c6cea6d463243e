public import Facts

/// Which files of a site were made with what of its theme. Most share it with many others.
public struct ThemeUses: Sendable {
  public private(set) var uses: [ThemeUse] = []
  /// By path: the position of its use.
  private var files: [String: Int] = [:]
  private var positions: [ThemeUse: Int] = [:]

  private init() {}

  /// - Parameter paths: by use, in any order.
  init(_ paths: [ThemeUse: [String]]) {
    let ordered = paths.map { (use: $0.key, paths: $0.value.sorted()) }
      .sorted { ($0.paths.first ?? "") < ($1.paths.first ?? "") }
    for (use, paths) in ordered {
      for path in paths { note(use, of: path) }
    }
  }

  private mutating func note(_ use: ThemeUse, of path: String) {
    if let known = positions[use] {
      files[path] = known
    } else {
      positions[use] = uses.count
      files[path] = uses.count
      uses.append(use)
    }
  }

  /// nil for a file that shows nothing of a theme's words and templates.
  func use(of path: String) -> ThemeUse? { files[path].map { uses[$0] } }

  /// The files that were made with some of these uses.
  ///
  /// - Parameter isAmong: asked with positions in `uses`.
  public func paths(where isAmong: (Int) -> Bool) -> Set<String> {
    Set(files.filter { isAmong($0.value) }.keys)
  }

  /// These with those of some files that were made anew.
  public func with(_ anew: ThemeUses) -> ThemeUses {
    var all = self
    for (path, use) in anew.files { all.note(anew.uses[use], of: path) }
    if Set(all.files.values).count == all.uses.count { return all }
    // What no file has any more is forgotten.
    var kept = ThemeUses()
    for (path, use) in all.files.sorted(by: { $0.key < $1.key }) {
      kept.note(all.uses[use], of: path)
    }
    return kept
  }

  public var facts: [UInt8] {
    var writer = FactWriter()
    writer.add(list: uses) { $1.add(to: &$0) }
    writer.add(list: files.sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(file.value)
    }
    return writer.bytes
  }

  /// - Throws: where the bytes are not the facts of any.
  public init(facts: [UInt8]) throws(FactReader.Broken) {
    var reader = FactReader(facts)
    uses = try reader.list { (r) throws(FactReader.Broken) in try ThemeUse(&r) }
    let files = try reader.list { (r) throws(FactReader.Broken) in
      (try r.text(), try r.number())
    }
    for (path, use) in files {
      guard uses.indices.contains(use) else { throw FactReader.Broken() }
      self.files[path] = use
    }
    guard reader.isAtEnd else { throw FactReader.Broken() }
    for (position, use) in uses.enumerated() { positions[use] = position }
  }
}
