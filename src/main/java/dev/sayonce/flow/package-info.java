/**
 * What an author may write: the company, its answers and its flows, read and checked as one
 * immutable set.
 */
@NullMarked
package dev.sayonce.flow;

import org.jspecify.annotations.NullMarked;
