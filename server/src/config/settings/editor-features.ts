/** What an editor shows in and around the text, as its settings ask for it. */
export interface EditorFeatures {
  readonly inlayHints: Readonly<Record<(typeof hintKinds)[number], boolean>>;
  readonly codeLens: Readonly<Record<(typeof lensKinds)[number], boolean>>;
  readonly outline: 'name' | 'type';
  readonly bumpSerialOnSave: (typeof bumpModes)[number];
}

const hintKinds = ['ttl', 'durations', 'names', 'owners', 'keyTags', 'reverseAddresses'] as const;
const lensKinds = ['mail', 'names', 'serial', 'lookups'] as const;
const bumpModes = ['off', 'ask', 'always'] as const;

/** What is shown where the settings say nothing: the manifest of the extension has the same. */
export const usualFeatures: EditorFeatures = {
  inlayHints: { ttl: false, durations: false, names: false, owners: false, keyTags: true, reverseAddresses: true },
  codeLens: { mail: true, names: false, serial: true, lookups: false },
  outline: 'name',
  bumpSerialOnSave: 'off',
};

/** Reads the editor's section `zonewright`; what has another type is as good as not said. */
export function readEditorFeatures(section: unknown): EditorFeatures {
  const { inlayHints, codeLens, outline, serial } = objectOf(section);
  return {
    inlayHints: flags(hintKinds, inlayHints, usualFeatures.inlayHints),
    codeLens: flags(lensKinds, codeLens, usualFeatures.codeLens),
    outline: objectOf(outline)['groupBy'] === 'type' ? 'type' : 'name',
    bumpSerialOnSave: bumpModes.find((mode) => mode === objectOf(serial)['bumpOnSave']) ?? 'off',
  };
}

function flags<Name extends string>(
  names: readonly Name[],
  value: unknown,
  usual: Readonly<Record<Name, boolean>>,
): Readonly<Record<Name, boolean>> {
  const said = objectOf(value),
    read: Record<Name, boolean> = { ...usual };
  for (const name of names) {
    const wanted = said[name];
    if (typeof wanted === 'boolean') read[name] = wanted;
  }
  return read;
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
