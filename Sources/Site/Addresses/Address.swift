public import Languages

/// Where a page stands, in words of each language: `en/objectives/protection.html` and its twin.
public struct Address: Sendable, Hashable {
  /// From the root of the site.
  public let paths: Localized<String>
  public var fragment: String?

  init(_ english: String, _ french: String, fragment: String? = nil) {
    paths = Localized(english: "en/\(english).html", french: "fr/\(french).html")
    self.fragment = fragment
  }

  init(both path: String) {
    paths = Localized(both: path)
  }

  public subscript(language: Language) -> String { paths[language] }

  func at(_ fragment: String) -> Address {
    var other = self
    other.fragment = fragment
    return other
  }
}

/// The relative link from a page to a file, both from the root: the site opens from a folder.
func relativeLink(from page: String, to target: String) -> String {
  // What both paths have in common, up to its last slash; each further slash of the page is a step up.
  var here = page.utf8[...]
  var there = target.utf8[...]
  while let slash = there.firstIndex(of: 0x2F) {
    let folder = there[...slash]
    guard here.starts(with: folder) else { break }
    here = here.dropFirst(folder.count)
    there = there[slash...].dropFirst()
  }
  let steps = here.count { $0 == 0x2F }
  if steps == 0 { return String(Substring(there)) }
  return String(repeating: "../", count: steps) + Substring(there)
}

/// A word for an address: lower case, without accents, hyphens between.
func slug(_ text: String) -> String {
  let letters = text.utf8.allSatisfy { $0 < 0x80 } ? text : folded(text)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(letters.utf8.count)
  var pendingHyphen = false
  for byte in letters.utf8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
      if pendingHyphen, !bytes.isEmpty { bytes.append(0x2D) }
      pendingHyphen = false
      // A capital of ASCII has its small letter 32 places on; digits and small letters have that bit set.
      bytes.append(byte | 0x20)
    default: pendingHyphen = true
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Lower case, accents away, `œ` as `oe`: how addresses, sorting and search see a word.
func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å": result += "a"
    case "ç": result += "c"
    case "è", "é", "ê", "ë": result += "e"
    case "ì", "í", "î", "ï": result += "i"
    case "ñ": result += "n"
    case "ò", "ó", "ô", "õ", "ö": result += "o"
    case "ù", "ú", "û", "ü": result += "u"
    case "ý", "ÿ": result += "y"
    case "œ": result += "oe"
    case "æ": result += "ae"
    case "’": result += "'"
    default:
      if !(0x300...0x36F).contains(scalar.value) { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}
