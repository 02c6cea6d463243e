import Fingerprints

/// `urn:uuid:…` of a thing, the same in every build and wherever the site stands: a UUID of
/// version 8 (RFC 9562, 5.8) from the first 16 bytes of a SHA-256.
func stableIdentifier(_ parts: String...) -> String {
  var bytes = Array(Fingerprint(of: parts.joined(separator: "\n")).bytes.prefix(16))
  bytes[6] = bytes[6] & 0x0F | 0x80
  bytes[8] = bytes[8] & 0x3F | 0x80
  let digits = Array("0123456789abcdef".utf8)
  var text = Array("urn:uuid:".utf8)
  for (index, byte) in bytes.enumerated() {
    if index == 4 || index == 6 || index == 8 || index == 10 { text.append(0x2D) }
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
