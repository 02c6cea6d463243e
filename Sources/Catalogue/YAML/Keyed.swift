import Diagnostics
import Languages
import Partnership
import Yams

/// A mapping of a YAML file, read key by key; a key that nobody asked for is a finding.
struct Keyed {
  let file: String
  let scribe: Scribe
  let place: Place
  private let entries: [(key: String, node: Node, place: Place)]
  private let asked: Asked

  private final class Asked {
    var keys: Set<String> = []
  }

  /// - Returns: nil with a finding where the node is no mapping.
  init?(_ node: Node, file: String, scribe: Scribe) {
    self.file = file
    self.scribe = scribe
    place = Self.place(of: node, file)
    asked = Asked()
    guard let mapping = node.mapping else {
      scribe.add(.wrongShape("a list of keys", "une liste de clés"), at: place)
      return nil
    }
    entries = mapping.map { key, value in
      (key.scalar?.string ?? "", value, Self.place(of: key, file))
    }
  }

  static func place(of node: Node, _ file: String) -> Place {
    Place(file: file, line: node.mark?.line, column: node.mark?.column)
  }

  private func node(_ key: String) -> Node? {
    asked.keys.insert(key)
    return entries.first { $0.key == key }.flatMap { Self.isSet($0.node) ? $0.node : nil }
  }

  /// `key:` with nothing, and `null`, are “not yet set”.
  private static func isSet(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return true }
    return !["", "~", "null"].contains(scalar.string)
  }

  func place(of key: String) -> Place {
    entries.first { $0.key == key }.map { Self.place(of: $0.node, file) } ?? place
  }

  /// The place of the key itself; nil where it is not there.
  func placeOfKey(_ key: String) -> Place? { entries.first { $0.key == key }?.place }

  func has(_ key: String) -> Bool { node(key) != nil }

  var keys: [String] { entries.map(\.key) }

  /// The keys whose value is a list.
  var sequenceKeys: Set<String> {
    Set(entries.filter { $0.node.sequence != nil }.map(\.key))
  }

  /// Call last: what was never asked for is not known here.
  func refuseUnknownKeys() {
    for entry in entries where !asked.keys.contains(entry.key) {
      scribe.add(
        .unknownKey(nearest: nearestWord(to: entry.key, among: asked.keys)), at: entry.place)
    }
  }

  // MARK: Scalars

  func string(_ key: String) -> String? { node(key).flatMap(string) }

  /// Every key with its text, in their order, and where the key stands.
  func everyString() -> [(key: String, text: String?, place: Place)] {
    entries.map { ($0.key, Self.isSet($0.node) ? string($0.node) : nil, $0.place) }
  }

  private func string(_ node: Node) -> String? {
    guard let scalar = node.scalar else {
      scribe.add(.wrongShape("a text", "un texte"), at: Self.place(of: node, file))
      return nil
    }
    return scalar.string
  }

  func requiredString(_ key: String) -> String {
    if let value = string(key) { return value }
    if !has(key) { scribe.add(.missingKey(key), at: place) }
    return ""
  }

  func int(_ key: String) -> Int? {
    guard let text = string(key) else { return nil }
    guard let value = Int(text), value >= 0 else {
      scribe.add(
        .wrongShape("a whole number of 0 or more", "un nombre entier positif ou nul"),
        at: place(of: key))
      return nil
    }
    return value
  }

  func requiredInt(_ key: String) -> Int {
    if !has(key) { scribe.add(.missingKey(key), at: place) }
    return int(key) ?? 0
  }

  func flag(_ key: String) -> Bool {
    guard let text = string(key) else { return false }
    guard ["true", "false"].contains(text) else {
      scribe.add(.wrongShape("true or false", "true ou false"), at: place(of: key))
      return false
    }
    return text == "true"
  }

  func date(_ key: String) -> CalendarDate? {
    guard let text = string(key) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      scribe.add(
        .wrongShape("a date such as 2025-03-31", "une date telle que 2025-03-31"),
        at: place(of: key))
      return nil
    }
    return date
  }

  func requiredDate(_ key: String) -> CalendarDate? {
    if !has(key) { scribe.add(.missingKey(key), at: place) }
    return date(key)
  }

  /// One word of a closed list.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type, default value: Value? = nil
  ) -> Value? where Value.RawValue == String {
    guard let text = string(key) else {
      if value == nil, !has(key) { scribe.add(.missingKey(key), at: place) }
      return value
    }
    if let found = Value(rawValue: text) { return found }
    scribe.add(
      .unknownWord(nearest: nearestWord(to: text, among: Value.allCases.map(\.rawValue))),
      at: place(of: key))
    return value
  }

  // MARK: Texts

  /// A text that is a name in each language, without translation status.
  func localized(_ key: String) -> Localized<String>? {
    guard let node = node(key) else { return nil }
    return Self.localized(node, file, scribe)
  }

  static func localized(_ node: Node, _ file: String, _ scribe: Scribe) -> Localized<String>? {
    guard let keyed = Keyed(node, file: file, scribe: scribe) else { return nil }
    let text = Localized<String>(
      english: keyed.requiredString("en"), french: keyed.requiredString("fr"))
    keyed.refuseUnknownKeys()
    return text
  }

  /// A text for both languages, or one for each: an address may read the same in either.
  func requiredEither(_ key: String) -> Localized<String> {
    if node(key)?.scalar != nil { return Localized(both: requiredString(key)) }
    return requiredLocalized(key)
  }

  func requiredLocalized(_ key: String) -> Localized<String> {
    if let text = localized(key) { return text }
    if !has(key) { scribe.add(.missingKey(key), at: place) }
    return Localized(both: "")
  }

  /// A text with its translation status; a language left out is pending, the other standing in.
  func text(_ key: String, _ status: Localized<TranslationStatus>) -> TranslatedText? {
    node(key).flatMap { Self.text($0, status, file, scribe) }
  }

  static func text(
    _ node: Node, _ status: Localized<TranslationStatus>, _ file: String, _ scribe: Scribe
  ) -> TranslatedText? {
    guard let keyed = Keyed(node, file: file, scribe: scribe) else { return nil }
    let english = keyed.string("en")
    let french = keyed.string("fr")
    let own = keyed.status ?? status
    keyed.refuseUnknownKeys()
    guard let any = english ?? french else {
      scribe.add(.missingKey("en, fr"), at: keyed.place)
      return nil
    }
    return TranslatedText(
      english: english ?? any, french: french ?? any,
      englishStatus: english == nil ? .pending : own[.english],
      frenchStatus: french == nil ? .pending : own[.french])
  }

  func requiredText(_ key: String, _ status: Localized<TranslationStatus>) -> TranslatedText {
    if let text = text(key, status) { return text }
    if !has(key) { scribe.add(.missingKey(key), at: place) }
    return TranslatedText(english: "", french: "")
  }

  /// `status: {en: official, fr: working}`.
  var status: Localized<TranslationStatus>? {
    guard let keyed = keyed("status") else { return nil }
    let english = keyed.choice("en", TranslationStatus.self, default: .official)
    let french = keyed.choice("fr", TranslationStatus.self, default: .official)
    keyed.refuseUnknownKeys()
    return Localized(english: english ?? .official, french: french ?? .official)
  }

  // MARK: Collections

  func keyed(_ key: String) -> Keyed? {
    node(key).flatMap { Keyed($0, file: file, scribe: scribe) }
  }

  func nodes(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      scribe.add(.wrongShape("a list", "une liste"), at: place(of: key))
      return []
    }
    return Array(sequence)
  }

  func list(_ key: String) -> [Keyed] {
    nodes(key).compactMap { Keyed($0, file: file, scribe: scribe) }
  }

  func strings(_ key: String) -> [String] {
    nodes(key).compactMap { node in
      if let text = node.scalar?.string { return text }
      scribe.add(.wrongShape("a text", "un texte"), at: Self.place(of: node, file))
      return nil
    }
  }

  func stringLists(_ key: String) -> [[String]] {
    nodes(key).map { node in
      guard let sequence = node.sequence else {
        scribe.add(.wrongShape("a list", "une liste"), at: Self.place(of: node, file))
        return []
      }
      return sequence.compactMap { $0.scalar?.string }
    }
  }
}
