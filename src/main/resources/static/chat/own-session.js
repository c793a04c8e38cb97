import { LANGUAGES, pickLanguage } from '../shared/i18n.js';
import { Line, socketUrl } from '../shared/line.js';
import { Memory } from './memory.js';
import { ChatSession } from './session.js';

/** The session of this very page: with its browser's memory, its address's language, its server. */
export function ownSession() {
  const address = new URLSearchParams(location.search);
  return new ChatSession({
    memory: new Memory(),
    language: pickLanguage([address.get('language'), ...navigator.languages], LANGUAGES),
    isVouchedFor: address.get('identity') === 'expected' && globalThis.parent !== globalThis.self,
    openLine: (handlers) => new Line({ url: socketUrl('/chat/socket'), readyType: 'welcome', ...handlers }),
  });
}
