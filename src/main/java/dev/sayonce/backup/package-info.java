/** One file with all that an installation keeps, and an installation made from it again. */
@NullMarked
package dev.sayonce.backup;

import org.jspecify.annotations.NullMarked;
