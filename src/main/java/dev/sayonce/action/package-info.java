/**
 * What is asked of back ends: sent at most where the catalogue says, and counted on for nothing.
 */
@NullMarked
package dev.sayonce.action;

import org.jspecify.annotations.NullMarked;
