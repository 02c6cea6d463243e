import Fingerprints
import Foundation

/// Fingerprints that only this machine can make, so that nobody who finds one can try out small
/// confidential files until one fits.
///
/// HMAC-SHA-256 (RFC 2104) under a secret of 32 bytes that stays in the user's own state folder.
struct KeyedFingerprint: Sendable {
  private let inner: [UInt8]
  private let outer: [UInt8]

  init(secret: [UInt8]) {
    let block = secret + [UInt8](repeating: 0, count: max(0, 64 - secret.count))
    inner = block.map { $0 ^ 0x36 }
    outer = block.map { $0 ^ 0x5C }
  }

  func hex(of text: [UInt8]) -> String {
    Fingerprint(of: outer + Fingerprint(of: inner + text).bytes).hex
  }
}

/// Where a user's cache and the secret of its fingerprints are: apart, and neither in the site nor
/// in the content.
public struct CachePlace: Sendable, Hashable {
  /// Entries, one a built site.
  public let folder: String
  /// The file of the secret.
  public let secret: String

  public init(folder: String, secret: String) {
    self.folder = folder
    self.secret = secret
  }

  /// By the XDG Base Directory specification; nil for a user without a home.
  public static func ofUser() -> Self? { of(ProcessInfo.processInfo.environment) }

  static func of(_ environment: [String: String]) -> Self? {
    func folder(_ name: String, _ fallback: String) -> String? {
      if let path = environment[name], path.hasPrefix("/") { return path }
      return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + fallback : nil }
    }
    guard let cache = folder("XDG_CACHE_HOME", "/.cache"),
      let state = folder("XDG_STATE_HOME", "/.local/state")
    else { return nil }
    return Self(folder: cache + "/vitrine", secret: state + "/vitrine/cache-secret")
  }

  /// The machine's fingerprints; nil where the secret can be neither read nor kept.
  func fingerprints() -> KeyedFingerprint? {
    if let bytes = FileManager.default.contents(atPath: secret) {
      return bytes.count == 32 ? KeyedFingerprint(secret: [UInt8](bytes)) : nil
    }
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let path = (secret as NSString).deletingLastPathComponent
    let isKept =
      PrivateFile.makeFolder(path) && PrivateFile.write(bytes, to: secret, over: false)
    // Another build may have made one at the same moment: the one on the disk counts.
    guard isKept || FileManager.default.fileExists(atPath: secret) else { return nil }
    return FileManager.default.contents(atPath: secret).flatMap {
      $0.count == 32 ? KeyedFingerprint(secret: [UInt8]($0)) : nil
    }
  }
}
