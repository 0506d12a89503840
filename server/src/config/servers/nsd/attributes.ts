import type { ConfigReading } from '../../reading/config-reading.ts';
import type { PlacedText } from '../../reading/places.ts';

/** A word or string of nsd.conf. Offsets are UTF-16 code units. */
export interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An attribute with what follows it up to the next one. A section such as `zone:` has no values. */
export interface Attribute {
  readonly file: PlacedText;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
}

const attributeName = /^[a-z][a-z0-9-]*:$/;
const sectionNames = new Set(['dnstap', 'key', 'pattern', 'remote-control', 'server', 'tls-auth', 'verify', 'zone']);

export function isSection({ name }: Attribute): boolean {
  return sectionNames.has(name);
}

/** Cuts nsd.conf into attributes: words parted by white space, where one that ends with a colon begins the next attribute (nsd.conf(5), FILE FORMAT). */
export function readAttributes(file: PlacedText, reading: ConfigReading): readonly Attribute[] {
  const attributes: Attribute[] = [];
  let values: Value[] = [];
  for (const word of wordsOf(file, reading)) {
    if (!word.quoted && attributeName.test(word.text)) {
      values = [];
      attributes.push({ file, name: word.text.slice(0, -1), start: word.start, end: word.end, values });
    } else if (attributes.length === 0) {
      const glued = /^([a-z][a-z0-9-]*:)./.exec(word.text)?.[1];
      reading.report(
        'config/unexpected-word',
        glued === undefined ? 'word' : 'glued',
        file.span(word.start, word.end),
        { word: word.text, name: glued ?? '' },
      );
    } else if (!word.quoted && gluedName.test(word.text)) {
      const name = gluedName.exec(word.text)![1]!;
      reading.report('config/missing-blank', 'blank', file.span(word.start, word.end), { name });
      const cut = word.start + name.length + 1;
      values =
        name === 'include' || !sectionNames.has(name)
          ? [{ text: word.text.slice(name.length + 1), start: cut, end: word.end }]
          : [];
      attributes.push({ file, name, start: word.start, end: cut, values });
    } else values.push({ text: word.text, start: word.start, end: word.end });
  }
  return attributes;
}

/** The attributes this reader looks for, run together with their value: `name:example.com`. An address such as `fe80:1` isn't one. */
const gluedName = /^(include|include-pattern|name|zone|zonefile|zonesdir):[^:]/;

interface Word extends Value {
  readonly quoted: boolean;
}

function wordsOf(file: PlacedText, reading: ConfigReading): readonly Word[] {
  const { text } = file,
    words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at]!;
    if (c <= ' ') at++;
    else if (c === '#') at = endOf(/[\r\n]/g, text, at);
    else if (c === '"') {
      const end = endOf(/["\r\n]/g, text, at + 1),
        closed = text[end] === '"';
      if (!closed) reading.report('config/unclosed-string', 'runsOn', file.span(at, at + 1));
      const shown = text.slice(at + 1, end);
      words.push({ text: closed ? shown : shown.trimEnd(), start: at, end: closed ? end + 1 : end, quoted: true });
      at = closed ? end + 1 : end;
    } else {
      // A "#" within a word is part of it.
      const end = endOf(/["\s]/g, text, at + 1);
      words.push({ text: text.slice(at, end), start: at, end, quoted: false });
      at = end;
    }
  }
  return words;
}

function endOf(stop: RegExp, text: string, from: number): number {
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
