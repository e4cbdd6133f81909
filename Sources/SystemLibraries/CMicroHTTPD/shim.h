#pragma once

#include <microhttpd.h>
#include <string.h>

/* libmicrohttpd starts and asks through variadic functions, which Swift cannot call. */

typedef void *(*camtay_request_opened)(
    void *context, const char *target, struct MHD_Connection *connection);

/* Leaves percent escapes alone: the Swift side decodes strictly, once. */
static inline size_t camtay_keep_escapes(
    void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

static inline struct MHD_Daemon *camtay_daemon_start(
    int is_tls, int is_version6, const struct sockaddr *address, MHD_AccessHandlerCallback handler,
    camtay_request_opened opened, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback connection_changed, void *context,
    struct MHD_OptionItem *options) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
  if (is_tls) flags |= MHD_USE_TLS;
  if (is_version6) flags |= MHD_USE_IPv6;
  return MHD_start_daemon(
      flags, 0, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, address,
      MHD_OPTION_URI_LOG_CALLBACK, opened, context,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_NOTIFY_CONNECTION, connection_changed, context,
      MHD_OPTION_UNESCAPE_CALLBACK, &camtay_keep_escapes, NULL,
      MHD_OPTION_ARRAY, options, MHD_OPTION_END);
}

/* The port that was really bound; 0 when it cannot be told. */
static inline uint16_t camtay_daemon_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

static inline const struct sockaddr *camtay_connection_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info == NULL ? NULL : info->client_addr;
}

/* The socket of a connection; -1 when it cannot be told. */
static inline int camtay_connection_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}
