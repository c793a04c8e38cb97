/** Two soft notes, a fifth apart: their pitch in hertz and their beginning in seconds. */
const NOTES = [
  { pitch: 587.33, from: 0 },
  { pitch: 880, from: 0.11 },
];
const LOUDNESS = 0.07;
const ATTACK = 0.015;
const LENGTH = 0.5;

/**
 * The sound of a new answer, made here rather than loaded. Browsers allow none before the visitor has touched the page; then it stays
 * quiet.
 */
export class Chime {
  /** @type {AudioContext | null} */
  #context = null;

  async play() {
    if (!navigator.userActivation?.hasBeenActive) {
      return;
    }
    try {
      this.#context ??= new AudioContext();
      await this.#context.resume();
      NOTES.forEach(({ pitch, from }) => this.#note(/** @type {AudioContext} */ (this.#context), pitch, from));
    } catch {
      // A machine without sound.
    }
  }

  /** @param {AudioContext} context @param {number} pitch @param {number} from */
  #note(context, pitch, from) {
    const start = context.currentTime + from;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + ATTACK);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + LENGTH);
  }
}
