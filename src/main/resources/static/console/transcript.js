/**
 * Transcripts as agents see them: entries numbered from 1 without holes; of a long one the newest first. All functions are pure.
 *
 * @typedef {{state: string, why?: string}} Delivery how a line's way to the customer stands
 * @typedef {{n: number, at: string, from: string, name?: string, private?: boolean, text?: string, options?: {id: string, label: string}[],
 *   chosen?: {entry: number, option: string}, edited?: boolean, original?: number, kind?: string, delivery?: Delivery, notice?: {code: string, [detail: string]: any}, file?: any}} Entry
 */

/**
 * The entries with more of them, in order, each number once.
 *
 * @param {Entry[]} entries
 * @param {Entry[]} more
 */
export function withEntries(entries, more) {
  const known = new Set(entries.map((entry) => entry.n));
  const fresh = more.filter((entry) => !known.has(entry.n) && known.add(entry.n));
  if (fresh.length === 0) {
    return entries;
  }
  const isSimple = fresh.every((entry, i) => entry.n > (fresh[i - 1] ?? entries.at(-1) ?? { n: 0 }).n);
  const all = [...entries, ...fresh];
  return isSimple ? all : all.sort((a, b) => a.n - b.n);
}

/**
 * How the ways of the lines stand, by number, with what those entries say.
 *
 * @param {Map<number, Delivery>} known
 * @param {Entry[]} entries
 */
export function withDeliveries(known, entries) {
  const told = entries.filter(({ delivery }) => delivery);
  return told.length === 0 ? known : new Map([...known, ...told.map(({ n, delivery }) => /** @type {const} */ ([n, /** @type {Delivery} */ (delivery)]))]);
}

/** The last number with nothing missing between the first known one and it; 0 if there is none. */
export function soundUpTo(entries) {
  const first = entries[0]?.n;
  if (first === undefined) {
    return 0;
  }
  const hole = entries.findIndex((entry, i) => entry.n !== first + i);
  return entries.at(hole < 0 ? -1 : hole - 1).n;
}

export function hasHole(entries) {
  return entries.length > 0 && soundUpTo(entries) < entries.at(-1).n;
}

/** True if entries before the first known one are still at the server. */
export function hasOlder(entries) {
  return entries.length > 0 && entries[0].n > 1;
}

/** The buttons that were pressed, by the number of the entry that shows them. */
export function choicesIn(entries) {
  return new Map(entries.filter((entry) => entry.chosen).map(({ chosen }) => [chosen.entry, chosen.option]));
}

/** The last words of each line that was corrected, by its number. @param {Entry[]} entries */
export function correctionsIn(entries) {
  return new Map(entries.filter(({ original }) => original).map(({ original, text }) => [original, text ?? '']));
}

/** The label of a button, where the entry that shows it is known. */
export function optionLabel(entries, { entry, option }) {
  const options = entries.find(({ n }) => n === Number(entry))?.options ?? [];
  return options.find(({ id }) => id === option)?.label ?? option;
}

/**
 * What was learned in the talk itself, the latest value of each slot: for a conversation that has no card.
 *
 * @param {Entry[]} entries
 */
export function learnedIn(entries) {
  const known = new Map();
  for (const { notice } of entries) {
    if (notice?.code === 'slot') {
      known.set(notice.name, { name: notice.name, title: notice.title, value: notice.value, label: notice.label });
    } else if (notice?.code === 'forgotten') {
      known.delete(notice.name);
    }
  }
  return [...known.values()];
}
