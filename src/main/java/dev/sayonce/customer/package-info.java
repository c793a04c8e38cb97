/** One customer over several contacts: linking, parting, signing in and erasing. */
@NullMarked
package dev.sayonce.customer;

import org.jspecify.annotations.NullMarked;
