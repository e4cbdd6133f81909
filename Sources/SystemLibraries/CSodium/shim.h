#pragma once

#include <sodium.h>
#include <string.h>

/// The state of an incremental BLAKE2b. Swift imports neither the packed original nor its alignment
/// of 64 bytes, so the state travels in here and is copied to an aligned place for each call.
typedef struct {
  unsigned char bytes[sizeof(crypto_generichash_state)];
} csodium_hash_state;

/// Starts a hash; `key` may be null.
static inline int csodium_hash_init(
    csodium_hash_state *state, const unsigned char *key, size_t key_length, size_t length) {
  crypto_generichash_state aligned;
  int result = crypto_generichash_init(&aligned, key, key_length, length);
  memcpy(state->bytes, &aligned, sizeof aligned);
  sodium_memzero(&aligned, sizeof aligned);
  return result;
}

/// Adds bytes.
static inline int csodium_hash_update(
    csodium_hash_state *state, const void *bytes, unsigned long long count) {
  crypto_generichash_state aligned;
  memcpy(&aligned, state->bytes, sizeof aligned);
  int result = crypto_generichash_update(&aligned, (const unsigned char *)bytes, count);
  memcpy(state->bytes, &aligned, sizeof aligned);
  return result;
}

/// Writes the hash of what was added; the state itself may go on.
static inline int csodium_hash_final(
    const csodium_hash_state *state, unsigned char *output, size_t length) {
  crypto_generichash_state aligned;
  memcpy(&aligned, state->bytes, sizeof aligned);
  int result = crypto_generichash_final(&aligned, output, length);
  sodium_memzero(&aligned, sizeof aligned);
  return result;
}

/// Hashes bytes at once; they may be none at a null pointer.
static inline int csodium_hash(
    unsigned char *output, size_t length, const void *bytes, unsigned long long count) {
  return crypto_generichash(output, length, (const unsigned char *)bytes, count, NULL, 0);
}
