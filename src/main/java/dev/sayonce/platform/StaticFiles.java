package dev.sayonce.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.webflux.autoconfigure.ResourceHandlerRegistrationCustomizer;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.resource.ResourceTransformer;
import org.springframework.web.reactive.resource.ResourceTransformerChain;
import org.springframework.web.reactive.resource.TransformedResource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Serves the pages' files from memory, each read once. Browsers keep them and ask whether they
 * changed, by content: the times in an archive may be the same for every release.
 */
@Component
final class StaticFiles implements ResourceHandlerRegistrationCustomizer, ResourceTransformer {

  /** A file with its entity tag. */
  private static final class InMemory extends TransformedResource {

    private final String tag;

    InMemory(Resource original, byte[] content) {
      super(original, content);
      this.tag = DigestUtils.md5DigestAsHex(content);
    }
  }

  @Override
  public void customize(ResourceHandlerRegistration registration) {
    registration
        .setEtagGenerator(resource -> ((InMemory) resource).tag)
        .setUseLastModified(false)
        .resourceChain(true)
        .addTransformer(this);
  }

  @Override
  public Mono<Resource> transform(
      ServerWebExchange exchange, Resource resource, ResourceTransformerChain chain) {
    return chain.transform(exchange, resource).map(StaticFiles::read);
  }

  private static Resource read(Resource resource) {
    try {
      return new InMemory(resource, resource.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
