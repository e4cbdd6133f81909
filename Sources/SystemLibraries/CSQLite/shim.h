#pragma once

#include <sqlite3.h>

// Swift cannot name SQLITE_TRANSIENT (a cast of -1) and cannot call variadic functions.

/// Binds a copy of `length` bytes of UTF-8; no bytes give an empty text, never NULL.
static inline int csqlite_bind_text(
    sqlite3_stmt *statement, int index, const void *text, sqlite3_uint64 length) {
  return sqlite3_bind_text64(
      statement, index, length == 0 ? "" : (const char *)text, length, SQLITE_TRANSIENT,
      SQLITE_UTF8);
}

/// Binds a copy of `length` bytes; no bytes give an empty blob, never NULL.
static inline int csqlite_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
  if (length == 0) return sqlite3_bind_zeroblob(statement, index, 0);
  return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

/// Switches one of the boolean settings of a connection.
static inline int csqlite_configure(sqlite3 *database, int setting, int value) {
  return sqlite3_db_config(database, setting, value, (int *)0);
}

/// A file of a virtual file system written in Swift: `context` is its retained Swift object.
typedef struct {
  sqlite3_file base;
  void *context;
} csqlite_file;

/// The methods of an ordinary file with some replaced; `original` are those that do the work.
typedef struct {
  sqlite3_io_methods methods;
  const sqlite3_io_methods *original;
  void *context;
} csqlite_wrapped_methods;

/// A virtual file system that wraps another one.
typedef struct {
  sqlite3_vfs base;
  sqlite3_vfs *original;
  void *context;
} csqlite_wrapped_vfs;
