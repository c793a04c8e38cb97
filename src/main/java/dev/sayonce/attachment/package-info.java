/** Files that customers and agents send: taken in, looked at, kept, shown and removed. */
@NullMarked
package dev.sayonce.attachment;

import org.jspecify.annotations.NullMarked;
