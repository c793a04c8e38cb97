import { en as filesEn } from '../shared/messages/files.en.js';
import { pl as filesPl } from '../shared/messages/files.pl.js';
import { ru as filesRu } from '../shared/messages/files.ru.js';
import { en } from './messages/en.js';
import { pl } from './messages/pl.js';
import { ru } from './messages/ru.js';

/** All that the console says, by language. */
export const CATALOGUES = { pl: { ...filesPl, ...pl }, ru: { ...filesRu, ...ru }, en: { ...filesEn, ...en } };
