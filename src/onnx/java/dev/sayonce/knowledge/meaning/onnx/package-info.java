/** Runs language models in the ONNX format. Part of the build only with {@code -Pembeddings}. */
@NullMarked
package dev.sayonce.knowledge.meaning.onnx;

import org.jspecify.annotations.NullMarked;
