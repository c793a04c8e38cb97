/** The sample company's own back end, there only where nothing real is named. */
@NullMarked
package dev.sayonce.demo;

import org.jspecify.annotations.NullMarked;
