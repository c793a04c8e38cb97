package dev.sayonce.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads objects into Kubernetes' own types and tells what does not belong there: fields that no
 * type has, which a cluster would drop or refuse, and values of another kind.
 */
final class StrictTypes {

  /** The Prometheus operator's types are read by the Jackson that they were written for. */
  private static final Map<String, Class<?>> OPERATORS =
      Map.of("ServiceMonitor", ServiceMonitor.class, "PrometheusRule", PrometheusRule.class);

  /** Maps of texts, where a number or a yes without quotes is refused. */
  private static final Set<String> TEXTS =
      Set.of(
          "data",
          "stringData",
          "labels",
          "annotations",
          "matchLabels",
          "nodeSelector",
          "command",
          "args");

  private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
  private static final ObjectMapper OLDER = new ObjectMapper();

  private StrictTypes() {}

  /** What is wrong with the object; empty if a cluster would take every word of it. */
  static List<String> wrong(JsonNode object) {
    var kind = Rendering.kind(object);
    var wrong = new ArrayList<String>();
    try {
      var read = read(kind, object.toString());
      if (read instanceof GenericKubernetesResource) {
        return List.of("no type is known for " + kind);
      }
      walk(kind, read, wrong);
      texts(kind, object, wrong);
    } catch (RuntimeException | JsonProcessingException e) {
      wrong.add(kind + ": " + e.getMessage());
    }
    return wrong;
  }

  private static Object read(String kind, String json) throws JsonProcessingException {
    return OPERATORS.containsKey(kind)
        ? OLDER.readValue(json, OPERATORS.get(kind))
        : KUBERNETES.unmarshal(json);
  }

  private static void texts(String path, JsonNode node, List<String> wrong) {
    node.properties()
        .forEach(
            field -> {
              var here = path + "." + field.getKey();
              if (TEXTS.contains(field.getKey())
                  && field.getValue().valueStream().anyMatch(v -> !v.isString())) {
                wrong.add(here + " has something that is no text");
              }
              texts(here, field.getValue(), wrong);
            });
    if (node.isArray()) {
      node.forEach(one -> texts(path + "[]", one, wrong));
    }
  }

  private static void walk(String path, @Nullable Object value, List<String> wrong) {
    switch (value) {
      case null -> {}
      case Collection<?> all -> all.forEach(one -> walk(path + "[]", one, wrong));
      case Map<?, ?> map -> map.forEach((k, v) -> walk(path + "." + k, v, wrong));
      case Enum<?> _ -> {}
      default -> {
        if (value.getClass().getName().startsWith("io.fabric8.")) {
          fields(path, value, wrong);
        }
      }
    }
  }

  private static void fields(String path, Object value, List<String> wrong) {
    for (var method : value.getClass().getMethods()) {
      if (isGetter(method)) {
        var read = call(method, value);
        if (method.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) read).forEach((k, v) -> wrong.add("%s.%s: %s".formatted(path, k, v)));
        } else {
          walk(path + "." + method.getName().substring(3), read, wrong);
        }
      }
    }
  }

  private static boolean isGetter(Method method) {
    return method.getName().startsWith("get")
        && method.getParameterCount() == 0
        && !method.getName().equals("getClass");
  }

  private static Object call(Method method, Object value) {
    try {
      return method.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
