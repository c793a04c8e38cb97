const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `14:05`, in the reader's time zone. */
export function clockTime(instant, language) {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** `today`, `yesterday` in the reader's words, else `Friday, 3 May`, with the year if it is another one. */
export function dayOf(instant, language, now = new Date()) {
  const date = new Date(instant);
  const ago = daysBetween(date, now);
  if (ago === 0 || ago === 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day');
  }
  /** @type {Intl.DateTimeFormatOptions} */
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', ...year }).format(date);
}

/** For a list: `14:05` today, `3 May` before, with the year if it is another one. */
export function momentOf(instant, language, now = new Date()) {
  const date = new Date(instant);
  if (sameDay(date, now)) {
    return clockTime(instant, language);
  }
  /** @type {Intl.DateTimeFormatOptions} */
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' };
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...year }).format(date);
}

export function sameDay(one, other) {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** A waiting time that ticks: `0:42`, `12:05`, `1:03:20`. */
export function ticking(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A length of time in short words of the language: `<1 min`, `12 min`, `3 h`, `2 days`. */
export function lasting(milliseconds, language) {
  const [value, unit] =
    milliseconds < HOUR
      ? [Math.floor(milliseconds / MINUTE), 'minute']
      : milliseconds < DAY
        ? [Math.floor(milliseconds / HOUR), 'hour']
        : [Math.floor(milliseconds / DAY), 'day'];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' });
  return value < 1 ? `<${format.format(1)}` : format.format(value);
}

function daysBetween(earlier, later) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}
