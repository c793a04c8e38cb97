/** The people who answer: their accounts, how they sign in, and who is at the console just now. */
@NullMarked
package dev.sayonce.staff;

import org.jspecify.annotations.NullMarked;
