import Foundation

/// A file of the cache with a seal that only this user's builds can make: a damaged one, or one of
/// another machine, is told from one to be trusted.
struct SealedFile {
  let path: String
  let fingerprints: KeyedFingerprint

  enum Content {
    case none
    /// There, and not sealed by this user.
    case foreign
    case bytes([UInt8])
  }

  private static let sealLength = 64

  func read() -> Content {
    guard let data = FileManager.default.contents(atPath: path) else { return .none }
    let bytes = [UInt8](data)
    guard bytes.count >= Self.sealLength else { return .foreign }
    let body = Array(bytes[Self.sealLength...])
    return Array(fingerprints.hex(of: body).utf8) == Array(bytes[..<Self.sealLength])
      ? .bytes(body) : .foreign
  }

  func write(_ body: [UInt8]) {
    if !PrivateFile.write(Array(fingerprints.hex(of: body).utf8) + body, to: path, over: true) {
      remove()
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
