package dev.sayonce.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A sentence of the product's own, by its name in {@code phrases.yaml} (lower case, hyphens). */
public enum Phrase {
  /** Words that could not be read; asks for others. */
  UNREADABLE,
  /** The answer missed the question; asks for other words or a person. */
  MISSED,
  /** The answer missed the question; whether one of these was meant, or a person is wanted. */
  MISSED_WHICH,
  /** The answer missed the question; the next best one follows. */
  MISSED_NEXT,
  /** Two wishes in one message: {first} comes first, then {second}. */
  ONE_BY_ONE,
  /** The second wish, {title}, comes now. */
  NOW_THE_OTHER,
  /** Whether a person should take over. */
  OFFER_PERSON,
  /** Handing over now; somebody is at work. */
  HANDED_OVER,
  /** Handing over because the bot does not know. */
  HANDED_OVER_UNKNOWN,
  /** Handing over because something broke on our side. */
  HANDED_OVER_BROKEN,
  /** Nobody is at work; {when} they are back. Asks where the customer can be reached. */
  NOBODY_HERE,
  /** Nobody is at work and no opening is known. Asks where the customer can be reached. */
  NOBODY_HERE_UNKNOWN,
  /** The time at which somebody is back: {day} and {time}. */
  WHEN,
  /** Thanks for {reach}: noted. */
  REACH_NOTED,
  /** More words while waiting are added to the case. */
  ADDED_TO_CASE,
  /** {agent} is now here. */
  AGENT_JOINED,
  /** The agent had to leave; the customer is first in line. */
  AGENT_GONE,
  /** The bot is back. */
  HANDED_BACK,
  /** The case is resolved; writing again reopens it. */
  RESOLVED,
  /** The customer ended the talk; writing again reopens it. */
  ENDED,
  /** The case continues. */
  REOPENED,
  /** Are you still there? */
  REMINDER,
  /** The case was put aside; writing again continues it. */
  ABANDONED,
  /** The talk goes on in {channel} as well. */
  LINKED,
  /** The talk no longer goes on in {channel}. */
  UNLINKED,
  /** Did you mean one of these? */
  WHICH,
  /** Button: none of these. */
  SOMETHING_ELSE,
  /** After "something else": please say it in other words. */
  OTHER_WORDS,
  /** Please press a button or write it. */
  CHOOSE_ONE,
  /** The value does not fit; for instance {example}. */
  DOES_NOT_FIT,
  /** Let us go on: the flow's question follows. */
  BACK_TO_QUESTION,
  /** Thanks for a file; the bot can't look inside and asks what it is about. */
  FILE_RECEIVED,
  /** The file is kept with the conversation; what was asked is asked again, or stands. */
  FILE_KEPT,
  /** What was asked of a back end takes a while. */
  STILL_CHECKING,
  /** The customer writes meanwhile: it is still being done. */
  ONE_MOMENT,
  /** The language was switched to this one. */
  LANGUAGE_SWITCHED,
  /** The process is through: noted. */
  DONE,
  /** Which language would you like? */
  WHICH_LANGUAGE,
  /** Did I get this right: {facts}? */
  CONFIRM,
  /** Button: yes. */
  ANSWER_YES,
  /** Button: no. */
  ANSWER_NO,
  /** Put right: {facts}. */
  CORRECTED,
  /** The process {title} was left. */
  CANCELLED,
  /** The process begins anew. */
  STARTED_OVER,
  /** There is nothing to leave, go back in or repeat. */
  NOTHING_RUNNING,
  /** This is the first question. */
  NOTHING_BEFORE,
  /** What the bot can do and which words always work. */
  HELP,
  /** How likely are you to recommend {company}, from 0 to 10? */
  SURVEY_SCORE,
  /** Why this score? */
  SURVEY_WHY,
  /** Button: no reason given. */
  SKIP,
  /** Thanks for the opinion. */
  SURVEY_THANKS,
  /** Above a talk that was saved as a text: whose, {brand}. */
  TALK_TITLE,
  /** Below that: {when} it was saved. */
  TALK_SAVED,
  /** The customer's name in the customer's own copy. */
  TALK_CUSTOMER,
  /** The bot's name there. */
  TALK_BOT,
  /** The complaint has {number}; an answer comes {when} at the latest, and soon a name. */
  COMPLAINT_FILED,
  /** {agent} is in charge of {number}; an answer comes {when} at the latest. */
  COMPLAINT_OWNED,
  /** The same at night: the team is {back}. */
  COMPLAINT_OWNED_LATER,
  /** In a sentence, for somebody whose name we don't have: our team. */
  COMPLAINT_NOBODY,
  /** There is complaint {number} already, with {agent}; a button makes another. */
  COMPLAINT_THERE_IS_ONE,
  /** Button: this is about something else. */
  COMPLAINT_ANOTHER,
  /** How {number} stands: somebody is looked for, an answer comes {when}. */
  COMPLAINT_STATE_RECEIVED,
  /** How {number} stands: {agent} works on it, a proposal comes {when}. */
  COMPLAINT_STATE_OWNED,
  /** How {number} stands: {agent} works on another proposal, which comes {when}. */
  COMPLAINT_STATE_DISPUTED,
  /** How {number} stands: the answer that {agent} owed {when} has not come. */
  COMPLAINT_STATE_LATE,
  /** How {number} stands: {agent} proposes {outcome}; does it settle the matter? */
  COMPLAINT_STATE_PROPOSED,
  /** How {number} stands: closed as the customer agreed to {outcome}. */
  COMPLAINT_STATE_ACCEPTED,
  /** How {number} stands: closed without an answer to {outcome}. */
  COMPLAINT_STATE_UNANSWERED,
  /** The words above are the proposal for {number}; do they settle it? */
  COMPLAINT_PROPOSED,
  /** Button: yes, settled. */
  COMPLAINT_ACCEPT,
  /** Button: no, not solved. */
  COMPLAINT_DISPUTE,
  /** The proposal {outcome} for {number} still waits for an answer. */
  COMPLAINT_REMINDER,
  /** Thanks; {number} is settled. */
  COMPLAINT_ACCEPTED,
  /** Not settled: {number} goes back to {agent}; an answer comes {when}. What is missing? */
  COMPLAINT_DISPUTED,
  /** Without an answer {number} is closed for now, which is no consent. */
  COMPLAINT_UNANSWERED,
  /** Button: open it again. */
  COMPLAINT_REOPEN,
  /** {number} is open again, with {agent}; an answer comes {when}. What is missing? */
  COMPLAINT_REOPENED,
  /** The answer on {number} is late; {agent} has it. */
  COMPLAINT_LATE,
  /** In a group: write to me privately, at {link}. */
  PRIVATE_ONLY,
  /** The customer has no case. */
  STATUS_NONE,
  /** The bot leads. */
  STATUS_BOT,
  /** The customer waits in line at {position}. */
  STATUS_WAITING,
  /** The customer waits in line. */
  STATUS_IN_LINE,
  /** {agent} has the case. */
  STATUS_AGENT,
  /** The case has ended. */
  STATUS_CLOSED,
  /** Shall everything the customer wrote be deleted? */
  FORGET_QUESTION,
  /** Button: yes, delete it. */
  FORGET_YES,
  /** Button: no, keep it. */
  FORGET_NO,
  /** Everything is deleted. */
  FORGOTTEN,
  /** Nothing was deleted. */
  NOT_FORGOTTEN,
  /** Shall this chat and the others part? */
  UNLINK_QUESTION,
  /** Button: yes, part. */
  UNLINK_YES,
  /** Button: no, go on together. */
  UNLINK_NO,
  /** The chats go on together. */
  NOT_UNLINKED,
  /** This chat goes together with no other. */
  NOT_LINKED,
  /** A link from the web chat that does not work, or no longer. */
  CODE_UNKNOWN,
  /** Button: I accept what you ask. */
  CONSENT_YES,
  /** Thanks; what was written before the consent was not kept: please send it again. */
  CONSENT_THANKS,
  /** A one-time code was sent to the address on record; asks for it. */
  CODE_SENT,
  /** The same, to {to}. */
  CODE_SENT_TO,
  /** That was not the code; asks once more. */
  CODE_WRONG,
  /** The code was right but is too old; another one is sent. */
  CODE_OLD,
  /** The code was right. */
  CODE_RIGHT,
  /** Button: send another code. */
  CODE_AGAIN,
  /** A button of an earlier question. */
  BUTTON_PASSED,
  /** The file is larger than we can take. */
  FILE_TOO_LARGE,
  /** A file of a kind that we don't take, or that can't be fetched. */
  FILE_NOT_TAKEN,
  /** A sticker, a place, a poll: seen by agents, not understood by the bot. */
  CANNOT_READ,
  /** What the command /start does. */
  COMMAND_START,
  COMMAND_HELP,
  COMMAND_LANGUAGE,
  COMMAND_HUMAN,
  COMMAND_STATUS,
  COMMAND_COMPLAINT,
  COMMAND_UNLINK,
  COMMAND_STOP;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The inverse of {@link #key}. */
  public static Optional<Phrase> of(String key) {
    return Stream.of(values()).filter(p -> p.key().equals(key)).findFirst();
  }
}
