export interface Attributes {
  readonly class?: string;
  readonly id?: string;
  /** Other attributes by name. */
  readonly [name: string]: string | undefined;
}

/** An element with its attributes and what is in it; text stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}
