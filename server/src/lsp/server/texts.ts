import type { TextRange } from '../../text/positions.ts';
import { HeldText, keyOf } from './held-text.ts';

/** Every file's text that the server has: what is open in the editor, and what was read from the disk. */
export class Texts {
  private readonly byKey = new Map<string, HeldText>();

  get(uri: string): HeldText | undefined {
    return this.byKey.get(keyOf(uri));
  }

  all(): Iterable<HeldText> {
    return this.byKey.values();
  }

  /** What is open in the editor, in the order in which it came. */
  *documents(): Iterable<HeldText> {
    for (const held of this.byKey.values()) if (held.isOpen) yield held;
  }

  /** Open documents before files, in the order in which they came. */
  *documentsFirst(): Iterable<HeldText> {
    for (const held of this.byKey.values()) if (held.isOpen) yield held;
    for (const held of this.byKey.values()) if (!held.isOpen) yield held;
  }

  /** A document was opened. Gives what was known of the file when it is the same text. */
  open(
    uri: string,
    text: string,
    version: number,
  ): { readonly held: HeldText; readonly replaced: HeldText | undefined } {
    const fresh = HeldText.ofString(uri, text, version),
      known = this.byKey.get(fresh.key);
    if (known !== undefined && known.uri === uri && known.holds(fresh.bytes())) {
      known.version = version;
      return { held: known, replaced: undefined };
    }
    this.byKey.set(fresh.key, fresh);
    return { held: fresh, replaced: known };
  }

  /** A file was read from the disk. Undefined when it is open in the editor, or is what was known already. */
  read(
    key: string,
    bytes: Uint8Array,
  ): { readonly held: HeldText; readonly replaced: HeldText | undefined } | undefined {
    const known = this.byKey.get(key);
    if (known !== undefined && (known.isOpen || known.holds(bytes))) return undefined;
    const held = new HeldText(key, bytes, undefined);
    this.byKey.set(key, held);
    return { held, replaced: known };
  }

  drop(key: string): HeldText | undefined {
    const held = this.byKey.get(key);
    this.byKey.delete(key);
    return held;
  }
}

/** A whole document's change as editors without ranges send it. */
export const everything: TextRange = {
  start: { line: 0, character: 0 },
  end: { line: Number.MAX_SAFE_INTEGER, character: 0 },
};
