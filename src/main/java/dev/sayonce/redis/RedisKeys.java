package dev.sayonce.redis;

import dev.sayonce.conversation.ConversationId;
import dev.sayonce.conversation.ThreadId;

/**
 * Every key name; this comment is the data model.
 *
 * <p>What belongs to a thread or a partition carries the partition's hash tag {@code {p07}}, so
 * that one script may change it all, on one Redis and on a cluster alike. Times are milliseconds
 * since 1970.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>what</th><th>lives</th></tr>
 * <tr><td>{p07}:thread:T</td><td>hash</td><td>{@code version} (incarnation:counter), {@code state} (JSON of the current conversation),
 *   {@code conversation} (its id), {@code timer} (time of its next timer), {@code movedTo} (the thread that its customer goes on in)</td><td>retention after the last event</td></tr>
 * <tr><td>{p07}:cases:T</td><td>list</td><td>ids of the thread's conversations, oldest first</td><td>retention</td></tr>
 * <tr><td>{p07}:transcript:C</td><td>list</td><td>entries as JSON; entry n stands at index n-1</td><td>retention</td></tr>
 * <tr><td>{p07}:seen:T</td><td>hash</td><td>event id → time|receipt: the dedupe memory</td><td>48 h after the last event; single
 *   events at least 26 h</td></tr>
 * <tr><td>{p07}:outbox:T</td><td>list</td><td>effects as JSON, in the order they are to be done</td><td>until done</td></tr>
 * <tr><td>{p07}:attempts:T</td><td>hash</td><td>of the outbox's head: {@code count} of attempts begun, {@code notBefore}</td><td>until done</td></tr>
 * <tr><td>{p07}:calls:T</td><td>list</td><td>actions to be called, as JSON, in the order they are to be done; they wait for nothing else</td><td>until done</td></tr>
 * <tr><td>{p07}:calling:T</td><td>hash</td><td>of the head of the calls: {@code count} of attempts begun, {@code notBefore}, {@code holder} that has
 *   begun the last one</td><td>until done</td></tr>
 * <tr><td>{p07}:due</td><td>sorted set</td><td>thread → time of its next effect, call or timer</td><td>until done</td></tr>
 * <tr><td>{p07}:queue:TEAM</td><td>sorted set</td><td>thread → rank in the waiting list</td><td>until taken</td></tr>
 * <tr><td>{p07}:agent:A</td><td>sorted set</td><td>thread → time the agent took it</td><td>until given back</td></tr>
 * <tr><td>{p07}:complaints:TEAM</td><td>sorted set</td><td>thread → deadline of its most urgent open complaint, a year later where the customer
 *   has the word</td><td>until closed</td></tr>
 * <tr><td>{p07}:recent:S</td><td>sorted set</td><td>thread → time of its last event; S is {@code bot}, {@code queued:TEAM}, {@code open:TEAM},
 *   {@code closed:TEAM}, or {@code closed} where no person was needed. A thread stands in one of them: by its current conversation</td>
 *   <td>retention after the list's last event; single threads likewise</td></tr>
 * <tr><td>{p07}:journal</td><td>stream</td><td>one line per turn, no words of customers</td><td>the newest hundred thousand lines</td></tr>
 * <tr><td>{p07}:audit:W</td><td>stream</td><td>what was done with actions, one line each, personal values masked; W is {@code people} where an
 *   agent had it done, {@code bot} otherwise</td><td>{@code sayonce.engine.audit}</td></tr>
 * <tr><td>{p07}:approvals</td><td>sorted set</td><td>thread with actions that wait for somebody's word → since when the first does</td><td>until
 *   decided</td></tr>
 * <tr><td>{p07}:lease</td><td>string</td><td>token of the dispatcher that holds the partition</td><td>the lease's time</td></tr>
 * <tr><td>{p07}:failures:E</td><td>string</td><td>how often the turn of the event E failed</td><td>a day</td></tr>
 * <tr><td>{p07}:unreadable:T</td><td>string</td><td>a state that could not be read, kept for inspection</td><td>retention</td></tr>
 * <tr><td>{p07}:revoked:T</td><td>string</td><td>when a web session was ended</td><td>retention</td></tr>
 * <tr><td>{p07}:signed-in:T</td><td>string</td><td>the customer for whom the company's page vouched on the web session, as JSON</td>
 *   <td>{@code sayonce.identity.remember}</td></tr>
 * <tr><td>{p07}:link:L</td><td>hash</td><td>a code that links another contact with a thread: {@code thread}, {@code until} it may be used,
 *   {@code contact} that used it, {@code event} by which, {@code done} once the two are linked; L is a digest of the code</td><td>a day</td></tr>
 * <tr><td>{p07}:uploads:S:T</td><td>hash</td><td>{@code count} and {@code size} of the files that the side S sent lately</td><td>an hour from
 *   the first</td></tr>
 * <tr><td>{p07}:deliveries:C</td><td>hash</td><td>number of an entry that is pushed → how its delivery stands, as JSON</td><td>retention after
 *   the last change</td></tr>
 * <tr><td>{p07}:turns</td><td>sharded channel</td><td>committed turns, for the other gateways</td><td>–</td></tr>
 * <tr><td>{p07}:signals</td><td>sharded channel</td><td>who types and who looks, of this moment</td><td>–</td></tr>
 * <tr><td>files:swept</td><td>string</td><td>set while nobody needs to look for files without a conversation</td><td>the time between two
 *   sweeps</td></tr>
 * <tr><td>files:home</td><td>string</td><td>the name that the kept files know this Redis by</td><td>forever: one value</td></tr>
 * <tr><td>partitions</td><td>string</td><td>the number of partitions</td><td>forever: all ids depend on it</td></tr>
 * <tr><td>flows:active</td><td>string</td><td>hash of the flow set that new conversations begin with</td><td>forever: one value</td></tr>
 * <tr><td>flows:teams</td><td>set</td><td>ids of all teams that ever were</td><td>forever: a few words</td></tr>
 * <tr><td>flows:set:H</td><td>string</td><td>the sources of the flow set H as JSON</td><td>retention and a day after it was last active or a
 * conversation was about to outlive it</td></tr>
 * <tr><td>{learning}:proposals</td><td>hash</td><td>id → an example that waits for a decision, as JSON without anything personal</td><td>the longest
 *   unseen go after {@code sayonce.learning.keep}, or when there are more than {@code most}</td></tr>
 * <tr><td>{learning}:times</td><td>hash</td><td>id → how often it came about</td><td>with the proposal</td></tr>
 * <tr><td>{learning}:seen</td><td>sorted set</td><td>id → when it came about the last time</td><td>with the proposal</td></tr>
 * <tr><td>{learning}:refused</td><td>sorted set</td><td>id → when it was refused</td><td>400 days, the newest five thousand</td></tr>
 * <tr><td>{learning}:occasion:M</td><td>string</td><td>set once the line M of a conversation was counted</td><td>48 h</td></tr>
 * <tr><td>{learning}:examples</td><td>hash</td><td>id → accepted example as JSON</td><td>till withdrawn, at most two thousand</td></tr>
 * <tr><td>{learning}:lesson</td><td>string</td><td>grows with every change of the accepted examples</td><td>forever: one value</td></tr>
 * <tr><td>{staff}:agents</td><td>hash</td><td>agent id → account as JSON</td><td>forever: the company's accounts</td></tr>
 * <tr><td>{staff}:logins</td><td>hash</td><td>login → agent id</td><td>forever, with the accounts</td></tr>
 * <tr><td>{staff}:session:S</td><td>hash</td><td>{@code agent}, {@code era} of the account, {@code began}; S is the SHA-256 of the
 *   session's token</td><td>the session's time, from its last use</td></tr>
 * <tr><td>{staff}:attempts:X</td><td>string</td><td>attempts to sign in; X is the SHA-256 of an address, or of a login and an address</td><td>15 minutes from
 *   the first</td></tr>
 * <tr><td>{staff}:present</td><td>sorted set</td><td>agent id@gateway → time until which the agent counts as present there</td><td>trimmed at each look, gone
 *   15 s after the last gateway</td></tr>
 * <tr><td>back-ends</td><td>hash</td><td>gateway → how the back ends look from there, as JSON with its time</td><td>a minute after the last
 *   gateway's sign</td></tr>
 * <tr><td>{p07}:codes:T</td><td>set</td><td>ids of the calls that sent the customer a one-time code lately</td><td>an hour from the last</td></tr>
 * <tr><td>codes:key</td><td>string</td><td>the secret that one-time codes are made from</td><td>forever: one value</td></tr>
 * <tr><td>{telegram}:lease:B</td><td>string</td><td>token of the gateway that fetches the updates of the bot B; {@code B:places}: that
 *   tells places in line</td><td>the lease's time</td></tr>
 * <tr><td>{telegram}:offset:B</td><td>string</td><td>number of the first update that has not been taken</td><td>a day: after a quiet week
 *   Telegram counts anew</td></tr>
 * <tr><td>{telegram}:bot:B</td><td>hash</td><td>{@code next}: the first free place in the line of what is to be sent, {@code until}: nothing is
 *   sent before, {@code signs}: no sign that somebody writes is shown before</td><td>an hour</td></tr>
 * <tr><td>{telegram}:sent:B</td><td>list</td><td>times of the last messages, newest first, as many as may be sent in a second</td><td>5 s</td></tr>
 * <tr><td>{telegram}:flooded:B</td><td>sorted set</td><td>chat → until when Telegram wants nothing sent to it</td><td>till then</td></tr>
 * <tr><td>{telegram}:chat:B:X</td><td>hash</td><td>of the chat X: {@code for} and {@code slot}, its place in the line; {@code free}: nothing is
 *   sent before; {@code sign}: until when a sign that somebody writes stands</td><td>an hour</td></tr>
 * <tr><td>{telegram}:once:B:W</td><td>string</td><td>set while what W names need not be done again: an answer to a group, the first
 *   picture of an album, something said beside the conversation</td><td>a day</td></tr>
 * <tr><td>{telegram}:line:B:X:M</td><td>string</td><td>the conversation and the number of the line that the message M of the chat X
 *   became</td><td>49 hours: it can be edited for 48</td></tr>
 * <tr><td>{telegram}:places:B</td><td>hash</td><td>chat → its thread, the number of the message that tells its place in the waiting line,
 *   and that place</td><td>two days from the last change</td></tr>
 * </table>
 */
public final class RedisKeys {

  public static final String PARTITIONS = "partitions";
  public static final String ACTIVE_FLOWS = "flows:active";
  public static final String FILES_SWEPT = "files:swept";
  public static final String FILES_HOME = "files:home";
  public static final String BACK_ENDS = "back-ends";
  public static final String CODE_KEY = "codes:key";
  public static final String TEAMS = "flows:teams";
  public static final String AGENTS = "{staff}:agents";
  public static final String LOGINS = "{staff}:logins";
  public static final String PRESENT = "{staff}:present";

  public static final String PROPOSALS = "{learning}:proposals";
  public static final String PROPOSAL_TIMES = "{learning}:times";
  public static final String PROPOSALS_SEEN = "{learning}:seen";
  public static final String PROPOSALS_REFUSED = "{learning}:refused";
  public static final String LEARNED = "{learning}:examples";
  public static final String LESSON = "{learning}:lesson";

  /** As a pattern, for looking through all of them. */
  public static final String EVERY_THREAD = "{p*}:thread:*";

  private RedisKeys() {}

  public static String thread(ThreadId thread) {
    return of(thread, "thread");
  }

  public static String cases(ThreadId thread) {
    return of(thread, "cases");
  }

  public static String seen(ThreadId thread) {
    return of(thread, "seen");
  }

  public static String outbox(ThreadId thread) {
    return of(thread, "outbox");
  }

  public static String attempts(ThreadId thread) {
    return of(thread, "attempts");
  }

  public static String calls(ThreadId thread) {
    return of(thread, "calls");
  }

  public static String calling(ThreadId thread) {
    return of(thread, "calling");
  }

  public static String unreadable(ThreadId thread) {
    return of(thread, "unreadable");
  }

  public static String signedIn(ThreadId session) {
    return of(session, "signed-in");
  }

  public static String codes(ThreadId thread) {
    return of(thread, "codes");
  }

  public static String revoked(ThreadId thread) {
    return of(thread, "revoked");
  }

  public static String uploads(ThreadId thread, String sender) {
    return of(thread, "uploads:" + sender);
  }

  public static String link(int partition, String digest) {
    return tag(partition) + "link:" + digest;
  }

  public static String failures(ThreadId thread, String event) {
    return tag(thread.partition()) + "failures:" + thread + ":" + event;
  }

  public static String transcript(ConversationId conversation) {
    return transcriptPrefix(conversation.thread().partition()) + conversation;
  }

  public static String transcriptPrefix(int partition) {
    return tag(partition) + "transcript:";
  }

  public static String due(int partition) {
    return tag(partition) + "due";
  }

  public static String queue(int partition, String team) {
    return tag(partition) + "queue:" + team;
  }

  public static String agent(int partition, String agent) {
    return tag(partition) + "agent:" + agent;
  }

  public static String complaints(int partition, String team) {
    return tag(partition) + "complaints:" + team;
  }

  public static String shelf(int partition, String shelf) {
    return tag(partition) + "recent:" + shelf;
  }

  public static String journal(int partition) {
    return tag(partition) + "journal";
  }

  public static String audit(int partition, boolean people) {
    return tag(partition) + "audit:" + (people ? "people" : "bot");
  }

  public static String approvals(int partition) {
    return tag(partition) + "approvals";
  }

  public static String lease(int partition) {
    return tag(partition) + "lease";
  }

  public static String turns(int partition) {
    return tag(partition) + "turns";
  }

  public static String signals(int partition) {
    return tag(partition) + "signals";
  }

  public static String deliveries(ConversationId conversation) {
    return deliveriesPrefix(conversation.thread().partition()) + conversation;
  }

  public static String deliveriesPrefix(int partition) {
    return tag(partition) + "deliveries:";
  }

  /**
   * What belongs to a bot on Telegram: {@code what} is lease, offset, bot, sent, flooded or places.
   */
  public static String telegram(String what, String bot) {
    return "{telegram}:" + what + ":" + bot;
  }

  public static String flowSet(String hash) {
    return "flows:set:" + hash;
  }

  public static String learningOccasion(String mark) {
    return "{learning}:occasion:" + mark;
  }

  public static String session(String hash) {
    return "{staff}:session:" + hash;
  }

  public static String signInAttempts(String who) {
    return "{staff}:attempts:" + who;
  }

  private static String of(ThreadId thread, String what) {
    return tag(thread.partition()) + what + ":" + thread;
  }

  private static String tag(int partition) {
    return "{p%02d}:".formatted(partition);
  }
}
