/**
 * What a customer's words mean, learned from the authors' examples alone: the likeliest answers and
 * flows, how sure that is, and the language.
 */
@NullMarked
package dev.sayonce.knowledge;

import org.jspecify.annotations.NullMarked;
