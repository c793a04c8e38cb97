import { LitElement as Element } from '../node_modules/lit/index.js';

export * from '../node_modules/lit/index.js';

type Statics = Omit<typeof Element, 'prototype'>;

export const LitElement: Statics & (new <P = Record<string, any>>() => Element & P);
