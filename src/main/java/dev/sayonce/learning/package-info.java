/**
 * Customers' own words become examples: proposed from committed turns, tried against everything
 * that is understood already, accepted by people, and exported back to the authors' files.
 */
@NullMarked
package dev.sayonce.learning;

import org.jspecify.annotations.NullMarked;
