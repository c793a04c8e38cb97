/** The image as it is handed out: its layers, read like a registry would. */
@NullMarked
package dev.sayonce.image;

import org.jspecify.annotations.NullMarked;
