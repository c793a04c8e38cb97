interface Window {
  /** What a company's page tells the loader. */
  SayOnceSettings?: { language?: string; position?: 'left' | 'right' };
}
