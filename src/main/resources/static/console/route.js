/**
 * The page that an address names: `#/` the desk, `#/c/<id>` a conversation, `#/agents`, `#/password`.
 *
 * @returns {{page: 'desk'|'agents'|'password', conversation?: string}}
 */
export function routeOf(hash) {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'c' && id) {
    return { page: 'desk', conversation: decoded(id) };
  }
  return page === 'agents' || page === 'password' ? { page } : { page: 'desk' };
}

export function addressOf(conversation) {
  return `#/c/${encodeURIComponent(conversation)}`;
}

function decoded(id) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
