/** Pages without parts. */
const PLAIN = ['agents', 'learning', 'audit', 'back-ends', 'password'];

/**
 * The page that an address names: `#/` the desk, `#/c/<id>` a conversation, `#/c/<id>/about` what is known beside it, `#/agents`,
 * `#/learning`, `#/audit`, `#/back-ends`, `#/flows` the processes, `#/flows/<id>` one, `#/password`. `?entry=12` points at a line, `?back=<id>` says where the
 * reader came from.
 *
 * @typedef {{page: 'desk' | 'agents' | 'flows' | 'learning' | 'audit' | 'back-ends' | 'password', flow?: string, conversation?: string, isAbout?: boolean,
 *   entry?: number, back?: string}} Route
 * @returns {Route}
 */
export function routeOf(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const [page, id, part] = path.split('/');
  if (page === 'c' && id) {
    return { page: 'desk', conversation: decoded(id), ...(part === 'about' ? { isAbout: true } : {}), ...detailsOf(query) };
  }
  if (page === 'flows') {
    return { page, ...(id ? { flow: decoded(id) } : {}) };
  }
  return PLAIN.includes(page) ? { page } : { page: 'desk' };
}

/**
 * @param {string} conversation
 * @param {{isAbout?: boolean, entry?: number, back?: string}} [details]
 */
export function addressOf(conversation, { isAbout, entry, back } = {}) {
  const query = new URLSearchParams();
  if (entry !== undefined) {
    query.set('entry', String(entry));
  }
  if (back !== undefined) {
    query.set('back', back);
  }
  const words = query.toString();
  return `#/c/${encodeURIComponent(conversation)}${isAbout ? '/about' : ''}${words ? `?${words}` : ''}`;
}

function detailsOf(query = '') {
  const values = new URLSearchParams(query);
  const entry = Number(values.get('entry'));
  const back = values.get('back');
  return { ...(entry > 0 ? { entry } : {}), ...(back ? { back } : {}) };
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
