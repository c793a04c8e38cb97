import { LANGUAGES, pickLanguage } from '../shared/i18n.js';
import { Line, socketUrl } from '../shared/line.js';
import { Memory } from './memory.js';
import { ChatSession } from './session.js';

/** The session of this very page: with its browser's memory, its address's language, its server. */
export function ownSession() {
  return new ChatSession({
    memory: new Memory(),
    language: pickLanguage([new URLSearchParams(location.search).get('language'), ...navigator.languages], LANGUAGES),
    openLine: (handlers) => new Line({ url: socketUrl('/chat/socket'), readyType: 'welcome', ...handlers }),
  });
}
