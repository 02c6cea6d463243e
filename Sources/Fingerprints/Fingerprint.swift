import CCrypto

/// What tells one text from every other: its SHA-256 (FIPS 180-4), by OpenSSL.
public struct Fingerprint: Sendable, Hashable, Comparable {
  /// 32 bytes.
  public let bytes: [UInt8]

  public init(of text: [UInt8]) {
    self.bytes = unsafe [UInt8](unsafeUninitializedCapacity: 32) { room, count in
      // SHA256 reads `text.count` bytes and writes 32, which is the room's capacity.
      unsafe text.withUnsafeBufferPointer { source in
        _ = unsafe SHA256(source.baseAddress, source.count, room.baseAddress)
      }
      count = 32
    }
  }

  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// 64 hexadecimal digits, small letters, as `sha256sum` prints them.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public static func < (one: Self, other: Self) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}
