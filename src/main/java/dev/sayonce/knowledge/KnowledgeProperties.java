package dev.sayonce.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How questions are understood.
 *
 * @param model a language model that knows meanings: {@code english}, or a folder with model.onnx,
 *     tokenizer.json and model.properties; empty for none
 */
@ConfigurationProperties("sayonce.knowledge")
public record KnowledgeProperties(@DefaultValue("") String model) {}
