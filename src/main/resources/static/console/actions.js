/**
 * Forms for the actions that an agent may have run. All functions are pure.
 *
 * @typedef {{name: string, title: any, type: string, currency?: string, min?: number, max?: number, example?: string,
 *   options?: {id: string, label: any}[], optional: boolean, value?: string, most?: number}} Input
 * @typedef {{id: string, title: any, inputs: Input[], confirm?: boolean, blocked?: string}} ActionForm
 * @typedef {{n: number, action: string, with: string, by: {id: string, name: string}, why?: string, at: string}} Approval
 */

/** What an `input` element of a type is told; the server has the last word. */
const FIELDS = {
  number: { type: 'text', inputmode: 'decimal' },
  money: { type: 'text', inputmode: 'decimal' },
  date: { type: 'date' },
  time: { type: 'time' },
  phone: { type: 'tel' },
  email: { type: 'email' },
};

/** @param {Input} input */
export function fieldOf({ type }) {
  return FIELDS[type] ?? { type: 'text' };
}

/** What the form begins with. @param {ActionForm} form @returns {Record<string, string>} */
export function known(form) {
  return Object.fromEntries(form.inputs.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, String(value)]));
}

/** What the agent wrote, without what was left blank. @param {Iterable<[string, any]>} written */
export function filled(written) {
  return Object.fromEntries([...written].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== ''));
}

/**
 * The inputs that are more than the agent may ask for alone.
 *
 * @param {ActionForm} form
 * @param {Record<string, string>} values
 */
export function beyond(form, values) {
  return form.inputs.filter(({ name, most }) => most !== undefined && amount(values[name]) > most);
}

/** `1 234,50` as a number. @param {string} [written] */
function amount(written) {
  const plain = (written ?? '').replace(/[^\d.,-]/g, '').replace(',', '.');
  return plain === '' ? 0 : Number(plain);
}

/** True for whoever may give a word to that. @param {{id: string, role: string}} me @param {Approval} approval */
export function mayDecide(me, approval) {
  return me.role !== 'agent' && approval.by.id !== me.id;
}
