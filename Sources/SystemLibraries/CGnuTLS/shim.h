#pragma once

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>

/* gnutls_free is a global function pointer, which strict concurrency does not let Swift read. */
static inline void camtay_gnutls_free(void *memory) { gnutls_free(memory); }
