/** Transcripts as agents see them: entries numbered from 1 without holes. All functions are pure. */

/** The entries with more of them, in order, each number once. */
export function withEntries(entries, more) {
  const known = new Set(entries.map((entry) => entry.n));
  const fresh = more.filter((entry) => !known.has(entry.n) && known.add(entry.n));
  return fresh.length === 0 ? entries : [...entries, ...fresh].sort((a, b) => a.n - b.n);
}

/** The last number with nothing missing before it; 0 if there is none. */
export function soundUpTo(entries) {
  const hole = entries.findIndex((entry, i) => entry.n !== i + 1);
  return hole < 0 ? entries.length : hole;
}

export function hasHole(entries) {
  return soundUpTo(entries) < entries.length;
}

/** The button pressed under entry number `n`, or undefined. */
export function choiceUnder(entries, n) {
  return entries.find((entry) => entry.chosen?.entry === n)?.chosen.option;
}

/** The label of a button, where the entry that shows it is known. */
export function optionLabel(entries, { entry, option }) {
  const options = entries.find(({ n }) => n === Number(entry))?.options ?? [];
  return options.find(({ id }) => id === option)?.label ?? option;
}
