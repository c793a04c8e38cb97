/** How well a knowledge does on questions whose right answers are known. */
@NullMarked
package dev.sayonce.knowledge.evaluation;

import org.jspecify.annotations.NullMarked;
