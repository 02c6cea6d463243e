/// What paths and text elements are made of. Lengths are in tenths of a pixel.
extension SVGWriter {
  @inline(__always)
  mutating func point(_ x: Int, _ y: Int) {
    put(tenths: x)
    put(byte: UInt8(ascii: " "))
    put(tenths: y)
  }

  mutating func move(_ x: Int, _ y: Int) {
    put(byte: UInt8(ascii: "M"))
    point(x, y)
  }

  mutating func line(_ x: Int, _ y: Int) {
    put(byte: UInt8(ascii: "L"))
    point(x, y)
  }

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

  /// A closed box, part of a path.
  mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    move(x, y)
    put(byte: UInt8(ascii: "h"))
    put(tenths: width)
    put(byte: UInt8(ascii: "v"))
    put(tenths: height)
    put(byte: UInt8(ascii: "h"))
    put(tenths: -width)
    put(byte: UInt8(ascii: "z"))
  }

  /// A dot: a line of no length, which round or square caps make visible.
  mutating func dot(_ x: Int, _ y: Int) {
    move(x, y)
    put("h0")
  }

  /// `<text x= y=>`, open.
  @inline(__always)
  mutating func openText(_ x: Int, _ y: Int) {
    put("<text x=\"")
    put(tenths: x)
    put("\" y=\"")
    put(tenths: y)
    put("\">")
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
