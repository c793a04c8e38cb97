/**
 * What values a slot takes: how one is found in what a customer says, how it is kept, compared and
 * shown.
 */
@NullMarked
package dev.sayonce.flow.slot;

import org.jspecify.annotations.NullMarked;
