/** What all faces share: who may come in, what browsers are told, how errors are answered. */
@NullMarked
package dev.sayonce.platform;

import org.jspecify.annotations.NullMarked;
