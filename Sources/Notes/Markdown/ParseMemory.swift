import CCmarkGFM
import Glibc

/// The memory in which a thread parses one text after the other: handed out in a row, and taken back at
/// once when a document has been read. libcmark-gfm asks for it in pieces of some dozen bytes, and
/// finding and returning each took a third of its time.
///
/// Where memory is watched for errors, as the fuzzers do, each piece is the system's own
/// (`-D WATCHED_MEMORY`): what is written beyond a piece would not be seen here.
@safe
enum ParseMemory {
  /// Made once and never freed: what parsers are made with.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    #if WATCHED_MEMORY
      return unsafe cmark_get_default_mem_allocator()
    #else
      let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
      unsafe allocator.initialize(
        to: cmark_mem(
          calloc: { count, size in
            let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
            if isTooMuch { abort() }
            return unsafe ParseMemory.ofThread.pointee.take(bytes)
          },
          realloc: { old, size in
            guard let old = unsafe old else {
              return unsafe ParseMemory.ofThread.pointee.take(size)
            }
            return unsafe ParseMemory.ofThread.pointee.grow(old, to: size)
          },
          free: { _ in }))
      return unsafe allocator
    #endif
  }()

  /// Takes all back that this thread was given. No parser and no document of it may be left.
  static func takeBack() {
    #if !WATCHED_MEMORY
      unsafe ofThread.pointee.takeBack()
    #endif
  }

  /// This thread's own, made when it first parses and freed as it ends.
  private static var ofThread: UnsafeMutablePointer<Blocks> {
    if let known = unsafe pthread_getspecific(key) {
      return unsafe known.assumingMemoryBound(to: Blocks.self)
    }
    let made = UnsafeMutablePointer<Blocks>.allocate(capacity: 1)
    unsafe made.initialize(to: Blocks())
    _ = unsafe pthread_setspecific(key, made)
    return unsafe made
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let result = unsafe pthread_key_create(&key) { blocks in
      guard let blocks = unsafe blocks?.assumingMemoryBound(to: Blocks.self) else { return }
      unsafe blocks.pointee.freeAll()
      unsafe blocks.deinitialize(count: 1)
      unsafe blocks.deallocate()
    }
    if result != 0 { abort() }
    return key
  }()
}

/// Blocks of zeros, each used from its start on. Every piece has its size before it, so that it can grow.
@safe
private struct Blocks {
  private static let usual = 256 << 10
  private static let header = 16

  /// The one that pieces come from, and those that are full; the first of all is kept.
  private var block: UnsafeMutableRawPointer
  private var size: Int
  private var used = 0
  private var full: [Full] = []

  @safe
  private struct Full {
    let block: UnsafeMutableRawPointer
    let used: Int
  }

  init() {
    unsafe block = Self.zeros(Self.usual)
    size = Self.usual
  }

  private static func zeros(_ size: Int) -> UnsafeMutableRawPointer {
    guard let block = unsafe calloc(1, size) else { abort() }
    return unsafe block
  }

  /// A piece of zeros; there is one, or the program ends, as with the library's own memory.
  mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard bytes >= 0, bytes <= Int.max / 4 else { abort() }
    let room = Self.header + Self.rounded(bytes)
    if room > size - used {
      unsafe full.append(Full(block: block, used: used))
      size = max(Self.usual, room)
      unsafe block = Self.zeros(size)
      used = 0
    }
    // `room` bytes are left from here on.
    let piece = unsafe block + used + Self.header
    unsafe (block + used).storeBytes(of: bytes, as: Int.self)
    used += room
    return unsafe piece
  }

  /// A piece of the same bytes, and more room: the same where it was the last one given.
  mutating func grow(
    _ old: UnsafeMutableRawPointer, to bytes: Int
  ) -> UnsafeMutableRawPointer {
    let before = unsafe (old - Self.header).load(as: Int.self)
    if bytes <= before { return unsafe old }
    let start = unsafe block.distance(to: old)
    if start > 0, start + Self.rounded(before) == used, bytes <= size - start - Self.header {
      used = start + Self.rounded(bytes)
      unsafe (old - Self.header).storeBytes(of: bytes, as: Int.self)
      return unsafe old
    }
    let new = unsafe take(bytes)
    // Both have room for what the old piece held.
    unsafe new.copyMemory(from: old, byteCount: before)
    return unsafe new
  }

  mutating func takeBack() {
    if let first = full.first {
      unsafe free(block)
      for each in full.dropFirst() { unsafe free(each.block) }
      unsafe block = first.block
      used = first.used
      size = Self.usual
      full.removeAll()
    }
    unsafe memset(block, 0, used)
    used = 0
  }

  func freeAll() {
    unsafe free(block)
    for each in full { unsafe free(each.block) }
  }

  private static func rounded(_ bytes: Int) -> Int { (bytes + 15) & ~15 }
}
