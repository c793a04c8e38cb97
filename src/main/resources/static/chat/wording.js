/** The line that says where the customer stands. */
export function statusText(say, { status, position, agent }) {
  switch (status) {
    case 'queued':
      return position ? say('status.queued.position', { position }) : say('status.queued');
    case 'open':
      return agent ? say('status.open', { agent }) : say('status.open.unnamed');
    case 'resolved':
    case 'abandoned':
      return say('status.closed');
    default:
      return say('status.bot');
  }
}

/** The banner over the log: the line first, then what the server refused; empty if all is well. */
export function bannerText(say, { line, isLate, hasBeenReady, notice }) {
  if (line !== 'ready' && isLate) {
    return notice && say.has(`refused.${notice}`) ? say(`refused.${notice}`) : say(hasBeenReady ? 'line.again' : 'line.first');
  }
  return line === 'ready' && notice ? say(`refused.${notice}`) : '';
}
