import Languages

/// The index of one language: a script that sets one value, so that it can be read from a folder
/// as from a server.
enum SearchIndex {
  static func path(in language: Language) -> String { "assets/search-\(language.tag).js" }
}

extension Edition {
  /// `[title, address, folded words]`, one a line; `search.js` looks for stems in the words.
  func searchIndex() -> SiteFile {
    var script = "self.vitrineIndex=[\n"
    for entry in entries {
      let words = folded(entry.title + " " + entry.words)
      script += "[\(json(entry.title)),\(json(href(entry.address))),\(json(words))],\n"
    }
    script += "];\n"
    return SiteFile(path: SearchIndex.path(in: language), text: script)
  }
}
