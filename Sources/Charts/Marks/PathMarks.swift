/// What paths and text elements are made of. Lengths are in tenths of a pixel.
extension SVGWriter {
  @inline(__always)
  mutating func point(_ x: Int, _ y: Int) {
    put(tenths: x)
    put(byte: UInt8(ascii: " "))
    put(tenths: y)
  }

  mutating func move(_ x: Int, _ y: Int) { putPoint("M", x, y) }

  mutating func line(_ x: Int, _ y: Int) { putPoint("L", x, y) }

  mutating func horizontal(to x: Int) {
    put(byte: UInt8(ascii: "H"))
    put(tenths: x)
  }

  mutating func vertical(to y: Int) {
    put(byte: UInt8(ascii: "V"))
    put(tenths: y)
  }

  /// A line to a place so far away: the same bytes wherever it begins.
  mutating func step(_ dx: Int, _ dy: Int) {
    put(byte: UInt8(ascii: "l"))
    point(dx, dy)
  }

  mutating func openText(_ classes: StaticString, _ x: Int, _ y: Int) {
    put("<text class=\"")
    put(classes)
    put("\" x=\"")
    put(tenths: x)
    put("\" y=\"")
    put(tenths: y)
    put("\">")
  }

  @inline(__always)
  mutating func closeText() { put("</text>") }
}
