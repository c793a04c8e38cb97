/** Lets files be dropped anywhere on an element. */
export class FileDrop {
  #isOver = false;
  #mayDrop;
  #changed;
  #onFiles;

  /**
   * @param {HTMLElement} place
   * @param {object} options
   * @param {() => boolean} options.mayDrop
   * @param {() => void} options.changed
   * @param {(files: File[]) => void} options.onFiles
   */
  constructor(place, { mayDrop, changed, onFiles }) {
    this.#mayDrop = mayDrop;
    this.#changed = changed;
    this.#onFiles = onFiles;
    place.addEventListener('dragover', (event) => this.#dragged(event));
    place.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && this.#over(false));
    place.addEventListener('drop', (event) => this.#dropped(event));
  }

  /** True while files are held over the element. */
  get isOver() {
    return this.#isOver;
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    if (event.dataTransfer?.types.includes('Files') && this.#mayDrop()) {
      event.preventDefault();
      this.#over(true);
    }
  }

  /** @param {DragEvent} event */
  #dropped(event) {
    if (this.#isOver && event.dataTransfer) {
      event.preventDefault();
      this.#over(false);
      this.#onFiles([...event.dataTransfer.files]);
    }
  }

  /** @param {boolean} isOver */
  #over(isOver) {
    if (isOver !== this.#isOver) {
      this.#isOver = isOver;
      this.#changed();
    }
  }
}
