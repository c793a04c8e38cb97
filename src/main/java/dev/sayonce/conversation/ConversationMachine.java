package dev.sayonce.conversation;

import java.util.Map;
import java.util.Optional;

/**
 * The one pure function between what happens and what we do: given a conversation and an event it
 * says what the conversation becomes, which lines its transcript gets and what is to be done
 * outside.
 */
public final class ConversationMachine {

  private ConversationMachine() {}

  /**
   * The turn that an event makes.
   *
   * @param current the thread's current conversation; empty before the first
   * @throws NoConversation if there is no conversation and the event can't begin one
   */
  public static Turn on(
      ThreadId thread, Optional<Conversation> current, Event event, Circumstances circumstances) {
    var conversation = current.filter(c -> !beginsAnother(c, event, circumstances));
    var before = conversation.orElseGet(() -> begin(thread, current, event, circumstances));
    var draft = new Draft(before, event, circumstances);
    return switch (event) {
      case Event.CustomerSaid e -> CustomerTurns.said(draft, e);
      case Event.CustomerEdited e -> CustomerTurns.edited(draft, e);
      case Event.CustomerSentFile e -> CustomerTurns.sentFile(draft, e);
      case Event.CustomerSentOther e -> CustomerTurns.sentOther(draft, e);
      case Event.CustomerChose e -> CustomerTurns.chose(draft, e);
      case Event.CustomerSwitchedLanguage e -> CustomerTurns.switchedLanguage(draft, e);
      case Event.CustomerConsented _ -> CustomerTurns.consented(draft);
      case Event.CustomerIdentified e -> Identifying.identified(draft, e);
      case Event.CustomerEnded _ -> CustomerTurns.ended(draft);
      case Event.TurnFailed e -> CustomerTurns.failed(draft, e);
      case Event.OfContacts e -> Linking.changed(draft, e);
      case Event.ByAgent e when !e.conversation().equals(before.id()) ->
          AgentTurns.ofAnotherCase(draft, e);
      case Event.AgentClaimed e -> AgentTurns.claimed(draft, e);
      case Event.AgentReplied e -> AgentTurns.replied(draft, e);
      case Event.AgentSentFile e -> AgentTurns.sentFile(draft, e);
      case Event.AgentNoted e -> AgentTurns.noted(draft, e);
      case Event.AgentHandedBack e -> AgentTurns.handedBack(draft, e);
      case Event.AgentResolved e -> AgentTurns.resolved(draft, e);
      case Event.AgentToldAbout e -> AgentTurns.toldAbout(draft, e);
      case Event.AgentRan e -> AgentActing.ran(draft, e);
      case Event.AgentDecided e -> AgentActing.decided(draft, e);
      case Event.AgentProposed e -> AgentTurns.proposed(draft, e);
      case Event.ComplaintOwned e -> ComplaintTurns.owned(draft, e);
      case Event.ActionEnded e -> ActionTurns.ended(draft, e);
      case Event.TimerFired e -> TimerTurns.fired(draft, e);
      case Event.DeliveryFailed e -> deliveryFailed(draft, e);
    };
  }

  /**
   * Words or files of the customer after the reopening time belong to a new case; a thank-you never
   * begins one.
   */
  private static boolean beginsAnother(
      Conversation conversation, Event event, Circumstances circumstances) {
    var within = circumstances.flows().company().times().reopenWithin();
    return conversation.mode() instanceof Mode.Closed closed
        && (event instanceof Event.CustomerSaid
            || event instanceof Event.CustomerSentFile
            || event instanceof Event.CustomerSentOther
            || event instanceof Event.TurnFailed)
        && (closed instanceof Mode.Continued || event.at().isAfter(closed.at().plus(within)))
        && !circumstances.understanding().isSure(Intent.THANKS);
  }

  private static Conversation begin(
      ThreadId thread, Optional<Conversation> before, Event event, Circumstances circumstances) {
    if (event instanceof Event.ByCustomer byCustomer && !(event instanceof Event.CustomerEnded)) {
      return Conversation.begin(thread, byCustomer, circumstances.flows(), before);
    }
    throw new NoConversation(thread, event);
  }

  private static Turn deliveryFailed(Draft draft, Event.DeliveryFailed event) {
    if (event.reason().startsWith(Event.DeliveryFailed.UNREACHABLE)) {
      draft.notice(
          "unreachable", Map.of("entry", Integer.toString(event.entry()), "why", event.reason()));
      return draft.applied();
    }
    draft.notice(
        "failed",
        Map.of(
            "what",
            "delivery",
            "entry",
            Integer.toString(event.entry()),
            "reason",
            event.reason()));
    return draft.applied();
  }
}
