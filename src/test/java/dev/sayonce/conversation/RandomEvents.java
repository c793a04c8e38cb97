package dev.sayonce.conversation;

import dev.sayonce.flow.Language;
import dev.sayonce.flow.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Whatever may happen on a talk, drawn from a seed. */
public final class RandomEvents {

  /** What agents note; no customer may ever see it. */
  static final String SECRET = "only for colleagues";

  private static final List<String> WORDS =
      List.of(
          Talk.COST,
          Talk.RETURN,
          Talk.PERSON,
          Talk.VAGUE,
          Talk.STRANGE,
          Talk.THANKS,
          "AB123456",
          "po polsku",
          "me@example.com",
          "Damaged",
          "1",
          "It is",
          "?!",
          Talk.STATUS,
          "complaint",
          "reklamacja",
          "I accept",
          "not solved",
          "reopen",
          "ok");

  private RandomEvents() {}

  public static String words(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** Any event that may come next, often one that fits; moves the talk's time and desk. */
  public static Event next(Random random, Talk talk, Contact contact) {
    talk.now = talk.now.plus(Duration.ofSeconds(random.nextInt(4000)));
    talk.desk = random.nextInt(4) == 0 ? Desk.EMPTY : new Talk().desk;
    var now = talk.now;
    var id = talk.id();
    var current = talk.current();
    var agent = random.nextBoolean() ? Talk.ANNA : Talk.BORIS;
    return switch (random.nextInt(29)) {
      case 0, 1, 2, 3 ->
          new Event.CustomerSaid(id, now, contact, Optional.of(Language.EN), words(random));
      case 4, 5 -> pressed(random, talk, contact, id);
      case 6 ->
          new Event.CustomerSwitchedLanguage(
              id, now, contact, Optional.empty(), random.nextBoolean() ? Language.RU : Language.PL);
      case 7 -> new Event.AgentClaimed(id, now, current.id(), agent);
      case 8 -> new Event.AgentReplied(id, now, current.id(), agent, "reply");
      case 9 -> new Event.AgentNoted(id, now, current.id(), agent, SECRET);
      case 10 -> new Event.AgentHandedBack(id, now, current.id(), agent);
      case 11 -> new Event.AgentResolved(id, now, current.id(), agent);
      case 12 -> timer(random, talk, id);
      case 13 -> suggested(random, contact, now, id);
      case 14 -> new Event.CustomerConsented(id, now, contact, Optional.empty());
      case 15 -> new Event.CustomerEnded(id, now, contact, Optional.empty());
      case 16 ->
          new Event.CustomerSentFile(id, now, contact, Optional.of(Language.EN), file(id, random));
      case 18 ->
          new Event.CustomerSentFile(
              id,
              now,
              contact,
              Optional.of(Language.EN),
              file(id, random),
              random.nextBoolean() ? Optional.of(words(random)) : Optional.empty(),
              random.nextBoolean());
      case 19 ->
          new Event.CustomerSentOther(
              id, now, contact, Optional.empty(), "sticker", "👍", Optional.empty());
      case 20 ->
          new Event.CustomerEdited(
              id, now, contact, Optional.empty(), words(random), Optional.empty());
      case 17 -> new Event.AgentSentFile(id, now, current.id(), agent, file(id, random));
      case 21 -> new Event.AgentToldAbout(id, now, current.id(), agent, Intent.flow("return"));
      case 22 ->
          new Event.AgentRan(
              id,
              now,
              current.id(),
              agent,
              Runner.AGENT,
              "order.refund",
              Talk.refund(Integer.toString(1 + random.nextInt(3000))),
              random.nextInt(4) > 0,
              "why");
      case 23 ->
          new Event.AgentDecided(
              id,
              now,
              current.id(),
              agent,
              random.nextBoolean() ? Runner.SUPERVISOR : Runner.AGENT,
              approval(random, current),
              random.nextBoolean(),
              "because");
      case 24, 25 -> complaintButton(random, talk, contact, id);
      case 26 ->
          new Event.AgentProposed(id, now, current.id(), agent, number(random, talk), "deal");
      case 27 -> new Event.ComplaintOwned(id, now, current.id(), number(random, talk), agent);
      default ->
          random.nextInt(5) == 0
              ? new Event.TurnFailed(id, now, contact, Optional.empty(), "raw", "Bug")
              : new Event.CustomerSaid(
                  id,
                  now.plus(Duration.ofDays(random.nextInt(6))),
                  contact,
                  Optional.empty(),
                  Talk.COST);
    };
  }

  private static int approval(Random random, Conversation current) {
    var asked = current.approvals();
    return asked.isEmpty() || random.nextInt(4) == 0
        ? 1 + random.nextInt(10)
        : asked.getFirst().entry();
  }

  /** Also what nobody suggests, and words that no button says. */
  private static Event suggested(Random random, Contact contact, Instant now, String id) {
    var ids = List.of("delivery-cost", "return", "person", "gone");
    var words = List.of("How much is delivery?", "Poproszę o zwrot", "Talk to a person", "Hm");
    return new Event.CustomerSaid(
        id,
        now,
        contact,
        Optional.empty(),
        words.get(random.nextInt(words.size())),
        Optional.of(ids.get(random.nextInt(ids.size()))));
  }

  static Attachment file(String event, Random random) {
    var picture =
        random.nextBoolean()
            ? Optional.of(new Attachment.Picture(640, 480))
            : Optional.<Attachment.Picture>empty();
    return new Attachment(
        Attachment.idOf(Talk.THREAD, event),
        "Paragon Łódź.jpg",
        "image/jpeg",
        1_400_000,
        "ab12",
        picture);
  }

  private static Event pressed(Random random, Talk talk, Contact contact, String id) {
    int entry =
        talk.mode() instanceof Mode.WithBot && random.nextInt(4) > 0
            ? talk.prompt()
            : 1 + random.nextInt(10);
    var options =
        List.of("damaged", "unwanted", "done", "human", "something-else", "answer:delivery-cost");
    return new Event.CustomerChose(
        id,
        talk.now,
        contact,
        Optional.empty(),
        talk.current().id(),
        entry,
        options.get(random.nextInt(options.size())));
  }

  /** Of one of the complaints, or of none. */
  private static String number(Random random, Talk talk) {
    var all = talk.current().complaints();
    return all.isEmpty() ? "R-222222" : all.get(random.nextInt(all.size())).number();
  }

  /** Any button that was ever offered about a complaint. */
  private static Event complaintButton(Random random, Talk talk, Contact contact, String id) {
    var offered =
        talk.transcripts.values().stream()
            .flatMap(List::stream)
            .flatMap(e -> e.content() instanceof Entry.Content.Text t ? t.buttons().stream() : null)
            .map(Entry.Button::id)
            .filter(button -> button.startsWith(ComplaintWords.BUTTON))
            .sorted()
            .toList();
    var option =
        offered.isEmpty() ? "complaint:another" : offered.get(random.nextInt(offered.size()));
    return new Event.CustomerChose(
        id, talk.now, contact, Optional.empty(), talk.current().id(), 1, option);
  }

  private static Event timer(Random random, Talk talk, String id) {
    var next = talk.current().nextTimer();
    if (next.isPresent() && random.nextInt(5) > 0) {
      var due = next.get().getValue();
      talk.now = due.isAfter(talk.now) ? due : talk.now;
      return new Event.TimerFired(id, talk.now, talk.current().id(), next.get().getKey(), due);
    }
    return new Event.TimerFired(
        id, talk.now, talk.current().id(), Timer.REMIND, talk.now.minusSeconds(7));
  }
}
