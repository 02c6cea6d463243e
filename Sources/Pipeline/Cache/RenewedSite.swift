import Diagnostics

/// A site of which some files were made anew and the rest was kept.
struct RenewedSite {
  let receipt: BuildReceipt
  /// All that a whole build would find.
  let findings: [Finding]
  /// Of each meeting, by its code.
  let facts: [String: [UInt8]]
}
