/**
 * What is left of a draft once a text of it is on its way: whatever was written behind it meanwhile. Pure.
 *
 * @param {string} draft
 * @param {string} sent
 */
export function afterSending(draft, sent) {
  return draft.startsWith(sent) ? draft.slice(sent.length).trimStart() : draft;
}

/**
 * The files of a paste or a drop; none if it is only words.
 *
 * @param {ClipboardEvent | DragEvent} event
 */
export function filesOf(event) {
  const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
  const files = [...(data?.files ?? [])];
  // Office programs put a picture of the words beside the words.
  return data?.types.includes('text/plain') ? [] : files;
}
