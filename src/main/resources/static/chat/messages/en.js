/** The chat in English. */
export const en = {
  title: 'Chat',
  'title.company': '{company} – chat',
  close: 'Close the chat',
  language: 'Language',

  'status.bot': 'The assistant answers right away',
  'status.queued': 'You are in line for a person – you can keep writing',
  'status.queued.position': 'You are number {position} in line for a person',
  'status.open': 'You are talking with {agent}',
  'status.open.unnamed': 'You are talking with our team',
  'status.closed': 'This conversation is closed – write to continue',

  'line.first': 'Connecting…',
  'line.again': 'The connection is lost. Reconnecting… You can keep writing.',

  'log.label': 'Conversation',
  'log.news': 'New messages ↓',
  'who.customer': 'You',
  'who.bot': 'Assistant',
  'who.agent': 'Our team',
  'options.label': 'Choose an answer',

  'composer.label': 'Write a message',
  'composer.send': 'Send',
  'composer.left': { one: '{count} character left', other: '{count} characters left' },

  sending: 'Sending…',
  failed: 'Not sent.',
  'failed.again': 'Try again',
  'failed.edit': 'Edit',
  'failed.discard': 'Discard',

  'refused.passed': 'This button is from an earlier moment. Just write what you need.',
  'refused.too-long': 'The message is too long: 4000 characters at most.',
  'refused.too-fast': 'That was a little fast – we are sending it in a moment.',
  'refused.malformed': 'Something went wrong on our side.',
  'refused.busy': 'Many people are writing right now. We keep trying…',
  'refused.unavailable': 'We cannot save messages at the moment. We keep trying…',
  'refused.revoked': 'The previous conversation has ended. You can begin a new one.',
};
