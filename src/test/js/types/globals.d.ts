/** Who is signed in on the company's page: a signed token, null for nobody, or what gets one of them. */
type PageIdentity = string | null | (() => string | null | Promise<string | null>);

interface Window {
  /** What a company's page tells the loader. */
  SayOnceSettings?: { language?: string; position?: 'left' | 'right'; identity?: PageIdentity };

  /** What the loader offers the company's page. */
  SayOnce?: {
    open(): void;
    close(): void;
    identify(who: PageIdentity): void;
    signOut(): void;
    on(what: 'unread', listener: (count: number) => void): void;
  };
}

/** A timer that never ran is null with us; browsers take that. */
declare function clearTimeout(id: number | null | undefined): void;
declare function clearInterval(id: number | null | undefined): void;
