package dev.sayonce.flow.yaml;

import dev.sayonce.flow.Language;

/**
 * One more example of an answer, or phrase of a flow, to be written into its file.
 *
 * @param id of the answer or flow
 */
public record ExampleAddition(boolean isFlow, String id, Language language, String text) {}
