/** From the bot to a person: the waiting line and the card that the person gets. */
@NullMarked
package dev.sayonce.handoff;

import org.jspecify.annotations.NullMarked;
