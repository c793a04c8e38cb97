/**
 * How customers put numbers, dates, times, money, yes and no in Polish, Russian and English: from
 * their words to values, with nothing but words and a clock as arguments.
 */
@NullMarked
package dev.sayonce.flow.words;

import org.jspecify.annotations.NullMarked;
