package dev.sayonce.console;

import dev.sayonce.conversation.Conversation;
import dev.sayonce.conversation.Entry;
import dev.sayonce.conversation.Entry.Content;
import dev.sayonce.conversation.SearchWords;
import dev.sayonce.engine.ArchiveStore.Archive;
import dev.sayonce.engine.ArchiveStore.Case;
import dev.sayonce.engine.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in one thread, at most once in each of its cases: of the present one by what is
 * known first, then the newest words.
 *
 * @param entries how many were looked at
 */
record SearchHits(List<SearchHit> hits, int entries) {

  private static final String NAME = "name";

  static SearchHits in(Archive archive, SearchWords words) {
    var current = archive.stored().conversation().orElseThrow();
    var version = archive.stored().version();
    var hits =
        archive.cases().stream().flatMap(c -> in(c, current, version, words).stream()).toList();
    return new SearchHits(hits, archive.cases().stream().mapToInt(c -> c.entries().size()).sum());
  }

  private static Optional<SearchHit> in(
      Case one, Conversation current, Version version, SearchWords words) {
    if (!one.id().equals(current.id())) {
      return inWords(
          one, Summary.past(PastCase.of(one.id(), one.entries()), current, version), words);
    }
    var summary = Summary.of(current, version);
    return inFacts(current.slots(), summary, words).or(() -> inWords(one, summary, words));
  }

  private static Optional<SearchHit> inFacts(
      Map<String, String> slots, Summary summary, SearchWords words) {
    return slots.entrySet().stream()
        .sorted((a, b) -> Boolean.compare(b.getKey().equals(NAME), a.getKey().equals(NAME)))
        .flatMap(fact -> inFact(fact, summary, words).stream())
        .findFirst();
  }

  private static Optional<SearchHit> inFact(
      Map.Entry<String, String> fact, Summary summary, SearchWords words) {
    var where = fact.getKey().equals(NAME) ? NAME : "number";
    return words
        .in(fact.getValue())
        .map(m -> SearchHit.fact(summary, where, SearchWords.round(fact.getValue(), m)));
  }

  private static Optional<SearchHit> inWords(Case one, Summary summary, SearchWords words) {
    return one.entries().reversed().stream()
        .flatMap(entry -> inEntry(entry, summary, words).stream())
        .findFirst();
  }

  private static Optional<SearchHit> inEntry(Entry entry, Summary summary, SearchWords words) {
    return text(entry)
        .flatMap(
            text ->
                words
                    .in(text)
                    .map(m -> SearchWords.round(text, m))
                    .map(s -> SearchHit.text(summary, entry.number(), s, entry.at())));
  }

  /** What an agent wrote too late stands in a notice. */
  private static Optional<String> text(Entry entry) {
    return entry.content() instanceof Content.Notice(_, var details)
        ? Optional.ofNullable(details.get("text"))
        : entry.text();
  }
}
