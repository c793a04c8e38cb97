interface Window {
  /** What a company's page tells the loader. */
  SayOnceSettings?: { language?: string; position?: 'left' | 'right' };
}

/** A timer that never ran is null with us; browsers take that. */
declare function clearTimeout(id: number | null | undefined): void;
declare function clearInterval(id: number | null | undefined): void;
