/** The web chat: the customers' sockets, as described in {@code src/docs/web-protocol.md}. */
@NullMarked
package dev.sayonce.channel.web;

import org.jspecify.annotations.NullMarked;
