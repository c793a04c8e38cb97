/** Telegram as a channel: updates come in, what is said goes out, within Telegram's limits. */
@NullMarked
package dev.sayonce.channel.telegram;

import org.jspecify.annotations.NullMarked;
